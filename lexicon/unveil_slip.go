package lexicon

// A scanner, or a hand that hides, takes O for 0, l and I for 1, S for 5, B for
// 8, Z for 2. In a number whose shape says that it is one they are digits; in a
// word that the lexicon knows without them digits are letters ("STR0UD", "d4n4").

// digitLike gives the digit that letters are taken for, or 0.
func digitLike(c byte) byte {
	switch c {
	case 'O', 'o':
		return '0'
	case 'l', 'I':
		return '1'
	case 'Z':
		return '2'
	case 'S':
		return '5'
	case 'B':
		return '8'
	}
	return 0
}

// slipGroup is one group of digits of a number with letters in it.
type slipGroup struct {
	tok    int
	n      int
	sep    byte // what stands before it: ' ', 0 for the first
	slips  int
	strict bool // no letters but O, l and I
}

// slip makes digits of the letters in the number that token i is part of.
func (s *Scan) slip(i int) {
	g, ok := s.slipGroup(i)
	if !ok || s.Tokens[i].Start < s.veils.slips {
		return
	}
	var groups [6]slipGroup
	first := i
	for n := 0; n < len(groups)-1; n++ {
		p, _ := s.slipBefore(first)
		if p < 0 || s.Tokens[p].Start < s.veils.slips {
			break
		}
		first = p
	}
	groups[0], _ = s.slipGroup(first)
	n, last := 1, first
	for n < len(groups) {
		next, sep := s.slipAfter(last)
		if next < 0 {
			break
		}
		g, ok = s.slipGroup(next)
		if !ok {
			break
		}
		g.sep = sep
		groups[n] = g
		n, last = n+1, next
	}
	if last < i || s.slipAfterAny(last) || !s.slipShape(groups[:n]) {
		return
	}
	for _, g := range groups[:n] {
		k := &s.Tokens[g.tok]
		for b := int(k.Start); b < int(k.End) && g.slips > 0; b++ {
			if d := digitLike(s.Text[b]); d != 0 {
				s.replace(b, b+1, digitBytes[d-'0':d-'0'+1])
			}
		}
	}
	s.veils.slips = s.Tokens[last].End
}

const digitBytes = "0123456789"

// slipGroup reads token i as a group of digits.
func (s *Scan) slipGroup(i int) (slipGroup, bool) {
	k := &s.Tokens[i]
	g := slipGroup{tok: i, n: k.Len(), strict: true}
	if k.Class != Number && k.Class != Mixed && k.Class != Word || k.Len() > 11 {
		return g, false
	}
	for b := k.Start; b < k.End; b++ {
		c := s.Text[b]
		if class[c] == byteDigit {
			continue
		}
		d := digitLike(c)
		if d == 0 {
			return g, false
		}
		g.slips++
		g.strict = g.strict && d <= '1'
	}
	return g, k.Class != Word || k.Len() <= 4
}

// slipAfter gives the group behind the one at token i and what joins them.
func (s *Scan) slipAfter(i int) (next int, sep byte) {
	if i+1 >= len(s.Tokens) {
		return -1, 0
	}
	k := &s.Tokens[i+1]
	if k.Class == Punct {
		if k.Gap != GapNone || i+2 >= len(s.Tokens) {
			return -1, 0
		}
		switch k.First {
		case '-', '/', '.':
			if s.Tokens[i+2].Gap == GapNone {
				return i + 2, k.First
			}
		case ')':
			if s.Tokens[i+2].Gap <= GapSpace {
				return i + 2, ' '
			}
		}
		return -1, 0
	}
	if s.distance(i+1) == 1 && k.Class != Word && s.Tokens[i].Class != Word {
		return i + 1, ' '
	}
	return -1, 0
}

// slipBefore is slipAfter to the left.
func (s *Scan) slipBefore(i int) (prev int, sep byte) {
	for d := 1; d <= 2 && i-d >= 0; d++ {
		if next, sep := s.slipAfter(i - d); next == i {
			if _, ok := s.slipGroup(i - d); ok {
				return i - d, sep
			}
		}
	}
	return -1, 0
}

// slipAfterAny reports that a letter or digit goes on with the number that ends
// at token i: it is another one then.
func (s *Scan) slipAfterAny(i int) bool {
	next, sep := s.slipAfter(i)
	return next >= 0 && sep != ' ' && sep != '.' && s.alnumAt(int(s.Tokens[next].Start))
}

// slipShape reports whether the groups have the shape of a date, a phone
// number, a social security number or a card.
func (s *Scan) slipShape(g []slipGroup) bool {
	total, slips, strict := 0, 0, true
	bars := true // one of "-/." between all of them
	for i := range g {
		total, slips, strict = total+g[i].n, slips+g[i].slips, strict && g[i].strict
		bars = bars && (i == 0 || g[i].sep != ' ' && (i == 1 || g[i].sep == g[1].sep))
	}
	if slips == 0 || 2*slips > total {
		return false
	}
	is := func(lens ...int) bool {
		if len(lens) != len(g) {
			return false
		}
		for i, n := range lens {
			if g[i].n != n {
				return false
			}
		}
		return true
	}
	switch len(g) {
	case 1:
		return strict && slips <= 2 && total >= 9
	case 2:
		if bars && g[1].sep == '/' {
			return strict && g[0].n <= 2 && g[1].n <= 2 && total >= 3 && s.slipNumber(&g[0]) <= 12 && s.slipNumber(&g[1]) <= 31
		}
		return is(3, 4) && g[1].sep == '-' || is(3, 7) || strict && total >= 9 && total <= 11 && 3*slips <= total
	case 3:
		if bars && g[0].n <= 2 && g[1].n <= 2 && (g[2].n == 4 || g[2].n == 2) {
			a, b := s.slipNumber(&g[0]), s.slipNumber(&g[1])
			return a > 0 && b > 0 && a <= 31 && b <= 31 && min(a, b) <= 12
		}
		if is(3, 3, 4) || is(4, 3, 3) || bars && (is(3, 2, 4) || is(4, 2, 2)) {
			return true
		}
	case 4:
		if is(4, 4, 4, 4) || is(1, 3, 3, 4) || is(2, 3, 3, 3) {
			return true
		}
	}
	return strict && 3*slips <= total && total >= 9 && total <= 11
}

// slipNumber is the value of a group of at most two digits.
func (s *Scan) slipNumber(g *slipGroup) int {
	v := 0
	for b := s.Tokens[g.tok].Start; b < s.Tokens[g.tok].End; b++ {
		c := s.Text[b]
		if d := digitLike(c); d != 0 {
			c = d
		}
		v = 10*v + int(c-'0')
	}
	return v
}
