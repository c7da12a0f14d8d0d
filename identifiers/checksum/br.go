package checksum

// CPF reports whether s is a Brazilian taxpayer number: 11 digits, the last two
// mod 11 check digits of those before them, never one digit repeated. Checks
// 10 and 11 are both written 0, so not every substitution of one digit is
// detected.
//
// Source: Receita Federal do Brasil, Cadastro de Pessoas Físicas; Instrução
// Normativa RFB 1548/2015.
func CPF[T Chars](s T) bool {
	if !allDigits(s, 11) || allSame(s) {
		return false
	}
	first := mod11Folded(weightedSum(s, weights10to2[:]))
	second := mod11Folded(weightedSum(s, weights11to2[:]))
	return first == digit(s, 9) && second == digit(s, 10)
}
