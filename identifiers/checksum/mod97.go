package checksum

// mod97 returns the remainder by 97 of the digits of s read as one number,
// continuing from the remainder r of the digits before them.
func mod97[T Chars](s T, r int) int {
	for i := 0; i < len(s); i++ {
		r = (r*10 + digit(s, i)) % 97
	}
	return r
}
