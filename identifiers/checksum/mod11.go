package checksum

// Weights of the mod 11 schemes that several countries share.
var (
	weights11to2 = [...]int{11, 10, 9, 8, 7, 6, 5, 4, 3, 2}
	weights10to2 = [...]int{10, 9, 8, 7, 6, 5, 4, 3, 2}
	weights10to1 = [...]int{10, 9, 8, 7, 6, 5, 4, 3, 2, 1}
	weights9to2  = [...]int{9, 8, 7, 6, 5, 4, 3, 2}
	weights8to2  = [...]int{8, 7, 6, 5, 4, 3, 2}
	weights7to2  = [...]int{7, 6, 5, 4, 3, 2}
)

// weightedSum returns the sum of the digits of s each times its weight. Digits
// beyond the weights, and weights beyond the digits, do not count.
func weightedSum[T Chars](s T, weights []int) int {
	sum := 0
	for i := 0; i < len(s) && i < len(weights); i++ {
		sum += digit(s, i) * weights[i]
	}
	return sum
}

// mod11Zero reports whether s is as many digits as there are weights and their
// weighted sum divides by eleven. With no weight a multiple of eleven this
// detects every substitution of one digit.
func mod11Zero[T Chars](s T, weights []int) bool {
	return allDigits(s, len(weights)) && weightedSum(s, weights)%11 == 0
}

// mod11Folded returns 11 less the remainder of sum, with 10 and 11 both folded
// to 0. The fold is what lets some one-digit substitutions through.
func mod11Folded(sum int) int {
	if c := 11 - sum%11; c < 10 {
		return c
	}
	return 0
}
