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

// smallL makes the small l of a word of capitals the I that it is: "WlLSON".
func (s *Scan) smallL(k *Token) {
	small := 0
	for b := k.Start; b < k.End; b++ {
		switch c := s.Text[b]; {
		case c == 'l':
			small++
		case c < 'A' || c > 'Z':
			return
		}
	}
	if small == 0 || small == k.Len() {
		return
	}
	for b := int(k.Start); b < int(k.End); b++ {
		if s.Text[b] == 'l' {
			s.replace(b, b+1, "I")
		}
	}
}

// readSlip reads a word with digits in it that the lexicon does not know as the
// word that it knows with letters in their place: a digit must stand between
// letters, and the letters must be more.
func (s *Scan) readSlip(lex *Lexicon, t *Token) {
	n := t.Len()
	if n < 4 || n > 20 {
		return
	}
	word := s.Text[t.Start:t.End]
	letters, inner, ones := 0, false, false
	for i := range n {
		switch k := class[word[i]]; {
		case k == byteLetter:
			letters++
		case k != byteDigit || letterLike(word[i], 'l') == 0:
			return
		default:
			ones = ones || word[i] == '1'
			inner = inner || i > 0 && i+1 < n && class[word[i-1]] == byteLetter && class[word[i+1]] != byteDigit || i > 1 && i+1 == n && word[i] == '1' && letters >= 4 ||
				i > 0 && i+2 < n && word[i] == '1' && word[i+1] == '1' && class[word[i-1]] == byteLetter && class[word[i+2]] == byteLetter
		}
	}
	if !inner || 2*letters < n || letters < 2 {
		return
	}
	for _, one := range [2]byte{'l', 'i'} {
		h := hashSeed
		for i := range n {
			c := lower[word[i]]
			if class[c] == byteDigit {
				c = letterLike(c, one)
			}
			h = (h ^ uint64(c)) * hashMul
		}
		if e := lex.find(finish(h)); e != 0 && e&^(Entry(Continues)<<40) != 0 {
			t.Hash, t.Entry, t.Class = finish(h), e, Word
			return
		}
		if !ones {
			return
		}
	}
}

// letterLike gives the letter that a digit stands for; one is that of "1".
func letterLike(c, one byte) byte {
	switch c {
	case '0':
		return 'o'
	case '1':
		return one
	case '3':
		return 'e'
	case '4':
		return 'a'
	case '5':
		return 's'
	case '7':
		return 't'
	case '8':
		return 'b'
	}
	return 0
}

// signLetter makes a letter of the sign at token i where it stands in a word
// that the lexicon knows with it: "d@na", "$arah", "m!ke".
func (s *Scan) signLetter(lex *Lexicon, i int) {
	k := &s.Tokens[i]
	if i+1 >= len(s.Tokens) {
		return
	}
	right := &s.Tokens[i+1]
	if right.Gap != GapNone || right.Class != Word && right.Class != Mixed || i+2 < len(s.Tokens) && s.Tokens[i+2].Gap == GapNone && s.Tokens[i+2].Is('.') && s.alnumAt(int(s.Tokens[i+2].End)) {
		return // "dana@mail.example"
	}
	from := k.Start
	if k.Gap == GapNone && i > 0 && (s.Tokens[i-1].Class == Word || s.Tokens[i-1].Class == Mixed) {
		from = s.Tokens[i-1].Start
	} else if k.First != '$' || k.Gap == GapNone && i > 0 {
		return
	}
	letter := byte('a')
	switch k.First {
	case '$':
		letter = 's'
	case '!':
		letter = 'i'
	}
	if right.End-from < 4 || right.End-from > 20 || s.signAfter(i+2) {
		return
	}
	h := hashSeed
	for b := from; b < right.End; b++ {
		c := lower[s.Text[b]]
		if b == k.Start {
			c = letter
		} else if class[c] == byteDigit {
			if c = letterLike(c, 'i'); c == 0 {
				return
			}
		}
		h = (h ^ uint64(c)) * hashMul
	}
	if e := lex.find(finish(h)); e&^(Entry(Continues)<<40) != 0 {
		s.replace(int(k.Start), int(k.End), alphabet[letter-'a':letter-'a'+1])
	}
}

// signAfter reports that token i is one more sign of the same word.
func (s *Scan) signAfter(i int) bool {
	return i < len(s.Tokens) && s.Tokens[i].Gap == GapNone && (s.Tokens[i].Is('@') || s.Tokens[i].Is('$')) && s.alnumAt(int(s.Tokens[i].End))
}
