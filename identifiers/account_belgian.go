package identifiers

// The structured communication of a Belgian transfer, "+++090/9337/55493+++",
// names the invoice or the account that is paid: ten digits and their remainder
// by 97, 97 for none (Febelfin).

// communication judges a candidate as one.
func (t *Text) communication(c *candidate) judgement {
	if c.n != 12 || c.letters > 0 || !c.shape(3, 4, 5) || c.seps != sepSlash {
		return judgement{}
	}
	v := 0
	for _, b := range c.text()[:10] {
		v = (v*10 + int(b-'0')) % 97
	}
	if v == 0 {
		v = 97
	}
	check := v == int(c.norm[10]-'0')*10+int(c.norm[11]-'0')
	switch {
	case t.starred(c.first-1) && t.starred(c.last+1):
		return judgement{AccountNumber, 0.96, check, "account"}
	case check:
		return judgement{AccountNumber, 0.8, true, "account"}
	}
	return judgement{}
}

// starred reports one of the signs around a structured communication.
func (t *Text) starred(i int) bool { return t.is(i, '+') || t.is(i, '*') }

// starsAround widens tokens first to last over the signs around them.
func (t *Text) starsAround(first, last int) (int, int) {
	for n := 0; n < 3 && t.touches(first) && t.starred(first-1); n++ {
		first--
	}
	for n := 0; n < 3 && t.touches(last+1) && t.starred(last+1); n++ {
		last++
	}
	return first, last
}
