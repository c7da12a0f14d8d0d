package checksum

// Chars is the input of every function here: text that need not be converted,
// hence need not be copied, whether it is held as a string or as bytes.
type Chars interface {
	~string | ~[]byte
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c >= 'A' && c <= 'Z' }

// allDigits reports whether s is exactly n decimal digits.
func allDigits[T Chars](s T, n int) bool {
	return len(s) == n && onlyDigits(s)
}

func onlyDigits[T Chars](s T) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}

// allSame reports whether every character of s is the same one.
func allSame[T Chars](s T) bool {
	for i := 1; i < len(s); i++ {
		if s[i] != s[0] {
			return false
		}
	}
	return true
}

func hasPrefix[T Chars](s T, prefix string) bool {
	if len(s) < len(prefix) {
		return false
	}
	for i := 0; i < len(prefix); i++ {
		if s[i] != prefix[i] {
			return false
		}
	}
	return true
}

// index returns the place of c in set, or -1.
func index(set string, c byte) int {
	for i := 0; i < len(set); i++ {
		if set[i] == c {
			return i
		}
	}
	return -1
}

func contains(set string, c byte) bool { return index(set, c) >= 0 }

// containsPair reports whether the two characters a and b stand side by side
// in set, a list of two-character codes each followed by one space.
func containsPair(set string, a, b byte) bool {
	for i := 0; i+1 < len(set); i += 3 {
		if set[i] == a && set[i+1] == b {
			return true
		}
	}
	return false
}

// matches reports whether s has the form of pattern, where # stands for a
// digit, A for a letter, * for either, and any other character for itself.
func matches[T Chars](s T, pattern string) bool {
	if len(s) != len(pattern) {
		return false
	}
	for i := 0; i < len(pattern); i++ {
		c, ok := s[i], false
		switch pattern[i] {
		case '#':
			ok = isDigit(c)
		case 'A':
			ok = isLetter(c)
		case '*':
			ok = isDigit(c) || isLetter(c)
		default:
			ok = c == pattern[i]
		}
		if !ok {
			return false
		}
	}
	return true
}

// number returns the value of s, a run of at most 18 digits.
func number[T Chars](s T) int {
	n := 0
	for i := 0; i < len(s); i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// digit returns the value of the digit at i.
func digit[T Chars](s T, i int) int { return int(s[i] - '0') }
