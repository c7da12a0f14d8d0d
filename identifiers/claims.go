package identifiers

// Claims are the tokens that an identifier has taken, so that no other matcher
// of the library reads them again. They are a bit set over the tokens.

func (t *Text) resetClaims() {
	n := (len(t.Tokens) + 63) / 64
	if cap(t.claims) < n {
		t.claims = make([]uint64, n, n+n/2+4)
		t.streets = make([]uint64, n, n+n/2+4)
		return
	}
	t.claims, t.streets = t.claims[:n], t.streets[:n]
	clear(t.claims)
	clear(t.streets)
}

// markStreet notes that the tokens are a street address, for what stands
// beside it: a number behind a street and a town is a postal code.
func (t *Text) markStreet(first, last int) {
	for i := first; i <= last; i++ {
		t.streets[i>>6] |= 1 << (i & 63)
	}
}

// inStreet reports a token of a street address.
func (t *Text) inStreet(i int) bool {
	return i >= 0 && i < len(t.Tokens) && t.streets[i>>6]&(1<<(i&63)) != 0
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
