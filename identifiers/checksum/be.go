package checksum

// NISS reports whether s is a Belgian national number, or the bis number of
// someone outside the register: 11 digits, a date of birth YYMMDD, a serial
// 001-998, and a key of 97 less the remainder by 97 of the nine digits, or of
// those behind a 2 for people born from 2000. Month and day may be 00 where
// unknown or exhausted, and a bis number adds 20 or 40 to the month. The two
// ways of reckoning mean that not every substitution of one digit is detected.
//
// Source: Service public fédéral Intérieur, Registre national, TI 000, Numéro
// d'identification; Banque Carrefour de la sécurité sociale, NISS bis.
func NISS[T Chars](s T) bool {
	if !allDigits(s, 11) {
		return false
	}
	month, serial := number(s[2:4]), number(s[6:9])
	if month > 52 || month%20 > 12 || number(s[4:6]) > 31 || serial < 1 || serial > 998 {
		return false
	}
	key := number(s[9:])
	return 97-mod97(s[:9], 0) == key || 97-mod97(s[:9], 2) == key
}
