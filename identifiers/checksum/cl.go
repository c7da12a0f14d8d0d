package checksum

// RUT reports whether s is a Chilean RUT, also called RUN: seven or eight digits
// and a check digit mod 11, K for ten. It detects every substitution of one
// digit.
//
// Source: Servicio de Registro Civil e Identificación, Rol Único Nacional;
// Servicio de Impuestos Internos, Rol Único Tributario.
func RUT[T Chars](s T) bool {
	last := len(s) - 1
	if last != 7 && last != 8 || !onlyDigits(s[:last]) || s[0] == '0' {
		return false
	}
	sum := 0
	for i := 0; i < last; i++ {
		sum += digit(s, last-1-i) * (2 + i%6)
	}
	switch check := (11 - sum%11) % 11; check {
	case 10:
		return s[last] == 'K'
	default:
		return s[last] == byte('0'+check)
	}
}
