package checksum

var weightsCUIT = [...]int{5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1}

// cuitKinds lists the first two digits of a CUIT, the kind of holder.
const cuitKinds = "20 23 24 25 26 27 30 33 34 50 51 55 "

// CUIT reports whether s is an Argentine tax or labour number (CUIT or CUIL):
// 11 digits, a kind of holder, 8 digits (a person's DNI), and a mod 11 check
// digit. A number whose check would be 10 is given another kind instead, so it
// detects every substitution of one digit.
//
// Source: Administración Federal de Ingresos Públicos; Resolución General
// 10/1997; ANSES, CUIL.
func CUIT[T Chars](s T) bool {
	return mod11Zero(s, weightsCUIT[:]) && containsPair(cuitKinds, s[0], s[1])
}
