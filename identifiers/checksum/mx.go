package checksum

const (
	// curpAlphabet and rfcAlphabet give each character its value by its place;
	// a full stop holds the place of a letter outside ASCII.
	curpAlphabet = "0123456789ABCDEFGHIJKLMN.OPQRSTUVWXYZ"
	rfcAlphabet  = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ"

	curpStates = "AS BC BS CC CH CL CM CS DF DG GR GT HG JC MC MN MS " +
		"NE NL NT OC PL QR QT SL SP SR TC TL TS VZ YN ZS "
	vowelsOrX = "AEIOUX"
	vowels    = "AEIOU"
)

// CURP reports whether s is a Mexican population registry code: four letters
// of the names (the second a vowel or X), the date of birth YYMMDD, H, M or X
// for sex, a state, three consonants, a digit for people born before 2000 or a
// letter, and a check digit mod 10 (18 characters). Even weights mod 10 do not
// detect every substitution of one digit.
//
// Source: Registro Nacional de Población, Instructivo normativo para la
// asignación de la CURP.
func CURP[T Chars](s T) bool {
	if !matches(s, "AAAA######AAAAAA*#") || !contains(vowelsOrX, s[1]) {
		return false
	}
	if !contains("HMX", s[10]) || !containsPair(curpStates, s[11], s[12]) {
		return false
	}
	for i := 13; i < 16; i++ {
		if contains(vowels, s[i]) {
			return false
		}
	}
	year := 1900 + number(s[4:6])
	if isLetter(s[16]) {
		year += 100
	}
	if !validDate(year, number(s[6:8]), number(s[8:10])) {
		return false
	}
	sum := digit(s, 17)
	for i := 0; i < 17; i++ {
		sum += index(curpAlphabet, s[i]) * (18 - i)
	}
	return sum%10 == 0
}

// RFCShape reports whether s has the form of a Mexican taxpayer number with
// its homoclave: four letters for a person or three for a company (& counts
// as one), a date YYMMDD, two letters or digits and a check character, a digit
// or A (13 or 12 characters). Names with Ñ, which is not ASCII, yield false.
//
// Source: Servicio de Administración Tributaria, Registro Federal de
// Contribuyentes; Código Fiscal de la Federación, article 27.
func RFCShape[T Chars](s T) bool {
	n := len(s) - 9
	if n != 3 && n != 4 {
		return false
	}
	for i := 0; i < n; i++ {
		if !isLetter(s[i]) && s[i] != '&' {
			return false
		}
	}
	if !matches(s[n:], "######***") || !isDigit(s[n+8]) && s[n+8] != 'A' {
		return false
	}
	return validShortDate(number(s[n:n+2]), number(s[n+2:n+4]), number(s[n+4:n+6]))
}

// RFC reports whether s is an [RFCShape] with the right check character, mod
// 11, A for ten. It detects every substitution of one digit, but not of one
// letter. A small part of the numbers in use were issued with a wrong check
// character; [RFCShape] takes those.
//
// Source: Servicio de Administración Tributaria, Procedimiento para obtener la
// clave del RFC, anexo.
func RFC[T Chars](s T) bool {
	if !RFCShape(s) {
		return false
	}
	last := len(s) - 1
	sum := 0
	if last == 11 {
		// A company's number stands behind a blank, worth 37.
		sum = 37 * 13
	}
	for i := 0; i < last; i++ {
		sum += index(rfcAlphabet, s[i]) * (last - i + 1)
	}
	check := (11 - sum%11) % 11
	if check == 10 {
		return s[last] == 'A'
	}
	return s[last] == byte('0'+check)
}

// MXNSS reports whether s is a Mexican social security number of the IMSS: 11
// digits satisfying [Luhn], not all zeros. It detects every substitution of
// one digit.
//
// Source: Instituto Mexicano del Seguro Social, Número de Seguridad Social.
func MXNSS[T Chars](s T) bool {
	return allDigits(s, 11) && luhnRemainder(s) == 0 && !allSame(s)
}

// CLABE reports whether s is a Mexican bank account key: 18 digits, a bank of
// three (not 000), a place of three, an account of eleven, and a check digit
// under weights 3, 7, 1 mod 10. It detects every substitution of one digit.
//
// Source: Asociación de Bancos de México, CLABE; Banco de México, Circular
// 3/2012.
func CLABE[T Chars](s T) bool {
	if !allDigits(s, 18) || hasPrefix(s, "000") {
		return false
	}
	sum := digit(s, 17)
	for i := 0; i < 17; i++ {
		sum += digit(s, i) * int("\x03\x07\x01"[i%3])
	}
	return sum%10 == 0
}
