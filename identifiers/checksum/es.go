package checksum

const (
	// dniLetters holds the check letter of each remainder by 23.
	dniLetters = "TRWAGMYFPDXBNJZSQVHLCKE"

	// cifKinds lists the first letters of a CIF, the kind of entity.
	cifKinds = "ABCDEFGHJNPQRSUVW"

	// cifControls holds the check letter for each check digit.
	cifControls = "JABCDEFGHI"
)

// DNI reports whether s is the number of a Spanish identity card: 8 digits and
// a check letter, mod 23. It detects every substitution of one digit.
//
// Source: Real Decreto 1553/2005; Ministerio del Interior, Cálculo del dígito
// de control del NIF/NIE.
func DNI[T Chars](s T) bool {
	return matches(s, "########A") && s[8] == dniLetters[number(s[:8])%23]
}

// NIE reports whether s is a Spanish foreigner's identity number: X, Y or Z
// (read as 0, 1, 2), 7 digits, and the check letter of [DNI]. It detects every
// substitution of one digit.
//
// Source: Orden INT/2058/2008; Ministerio del Interior, Cálculo del dígito de
// control del NIF/NIE.
func NIE[T Chars](s T) bool {
	if !matches(s, "A#######A") || s[0] < 'X' {
		return false
	}
	return s[8] == dniLetters[(int(s[0]-'X')*10000000+number(s[1:8]))%23]
}

// CIF reports whether s is the tax number of a Spanish legal entity: a letter
// of its kind, 7 digits, and a check digit or the letter for it (9
// characters), by [Luhn]. Sources differ on which kinds take the letter, so
// either is allowed for any. It detects every substitution of one digit.
//
// Source: Orden EHA/451/2008.
func CIF[T Chars](s T) bool {
	if !matches(s, "A#######*") || !contains(cifKinds, s[0]) {
		return false
	}
	check := 0
	for i := 1; i < 8; i++ {
		d := digit(s, i)
		if i%2 == 1 {
			d = d*2%10 + d/5
		}
		check += d
	}
	check = (10 - check%10) % 10
	return s[8] == byte('0'+check) || s[8] == cifControls[check]
}

// NASS reports whether s is a Spanish social security number (número de
// afiliación): 12 digits, a province (01-53 or 66), a serial of eight, and two
// check digits, mod 97. Where the serial starts with 0 that digit is left out
// of the reckoning. It detects every substitution of one digit but at that
// place.
//
// Source: Seguridad Social, Fichero general de afiliación, código de cuenta
// and dígitos de control.
func NASS[T Chars](s T) bool {
	if !allDigits(s, 12) {
		return false
	}
	if p := number(s[:2]); p < 1 || p > 53 && p != 66 {
		return false
	}
	r := mod97(s[:2], 0)
	if s[2] == '0' {
		r = mod97(s[3:10], r)
	} else {
		r = mod97(s[2:10], r)
	}
	return r == number(s[10:])
}
