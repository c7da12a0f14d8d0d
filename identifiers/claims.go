package identifiers

// Claims are the tokens that an identifier has taken, so that no other matcher
// of the library reads them again. They are a bit set over the tokens.

func (t *Text) resetClaims() {
	n := (len(t.Tokens) + 63) / 64
	if cap(t.claims) < n {
		t.claims = make([]uint64, n, n+n/2+4)
		return
	}
	t.claims = t.claims[:n]
	clear(t.claims)
}

func (t *Text) claim(first, last int) {
	for i := first; i <= last; i++ {
		t.claims[i>>6] |= 1 << (i & 63)
	}
}

func (t *Text) claimed(i int) bool {
	return i >= 0 && i < len(t.Tokens) && t.claims[i>>6]&(1<<(i&63)) != 0
}

// free reports whether none of the tokens is claimed.
func (t *Text) free(first, last int) bool {
	for i := first; i <= last; i++ {
		if t.claimed(i) {
			return false
		}
	}
	return true
}
