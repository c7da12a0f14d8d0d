package lexicon

// A message typed without spaces, "mynameisdanareyesmycellis5035550144", is
// parted into words: along the cheapest way through what the lexicon knows,
// where letters that it does not know cost most. It must know three letters in
// four, and somebody must speak in it ("my", "im"): a hashtag, a user name or a
// long word of chemistry stays whole.

const (
	shortestRunOn = 16
	longestRunOn  = 160
	longestPart   = 14
	// strangeLetter is what a letter costs that belongs to no known word.
	strangeLetter = 9
)

// runOn parts the word at token i.
func (s *Scan) runOn(lex *Lexicon, i int) {
	k := &s.Tokens[i]
	n := k.Len()
	if n < shortestRunOn || n > longestRunOn || k.Gap == GapNone && i > 0 || i+1 < len(s.Tokens) && s.Tokens[i+1].Gap == GapNone && !s.endsWord(i+1) {
		return
	}
	if k.Class == Word && lex.find(k.Hash) != 0 {
		return
	}
	word := s.Text[k.Start:k.End]
	small := 0
	for e := range n {
		if word[e] >= 'a' && word[e] <= 'z' {
			small++
		}
	}
	if k.Class == Mixed && 2*small < n {
		return // a code
	}
	var cost [longestRunOn + 1]int32
	var from [longestRunOn + 1]uint8
	var known [longestRunOn + 1]bool
	for e := 1; e <= n; e++ {
		if class[word[e-1]] > byteDigit {
			return
		}
		cost[e], from[e], known[e] = cost[e-1]+strangeLetter, uint8(e-1), false
		if b := codeStart(word, e); b >= 0 {
			if c := cost[b] + 2; c < cost[e] {
				cost[e], from[e], known[e] = c, uint8(b), true
			}
		}
		for b := e - 1; b >= 0 && e-b <= longestPart && class[word[b]] == byteLetter; b-- {
			if c := cost[b] + partCost(lex, word[b:e]); c < cost[e] {
				cost[e], from[e], known[e] = c, uint8(b), true
			}
		}
	}
	var cuts [longestRunOn]uint8
	parts, strange, speaks := 0, 0, false
	for e := n; e > 0; {
		b := int(from[e])
		if !known[e] {
			strange++
		} else if h := HashWord(word[b:e]); h == hashMy || h == hashIm || h == hashI || h == hashIts || h == hashThis {
			speaks = true
		}
		if b > 0 && (known[e] || known[b]) {
			cuts[parts] = uint8(b)
			parts++
		}
		e = b
	}
	if !speaks || parts < 3 || 4*strange > n {
		return
	}
	for p := parts - 1; p >= 0; p-- {
		at := int(k.Start) + int(cuts[p])
		s.replace(at-1, at, s.Text[at-1:at]+" ")
	}
}

// endsWord reports a mark behind a word that ends a sentence or clause.
func (s *Scan) endsWord(i int) bool {
	switch k := &s.Tokens[i]; {
	case k.Class != Punct:
		return false
	default:
		return k.First == ',' || k.First == '!' || k.First == '?' || k.First == '.' && !s.alnumAt(int(k.End))
	}
}

// codeStart gives where the code that ends at e begins: a run of four digits or
// more with the capital that touches it on either side; -1 if none ends there.
func codeStart(word string, e int) int {
	b := e
	if c := word[b-1]; c >= 'A' && c <= 'Z' {
		b--
	} else if e < len(word) && class[word[e]] == byteDigit {
		return -1
	}
	end := b
	for b > 0 && class[word[b-1]] == byteDigit {
		b--
	}
	if end-b < 4 {
		return -1
	}
	if b > 0 && word[b-1] >= 'A' && word[b-1] <= 'Z' {
		b--
	}
	return b
}

// partCost is what a part costs as a word: the less, the commoner it is.
func partCost(lex *Lexicon, part string) int32 {
	const never = 1 << 20
	if len(part) == 1 {
		switch part[0] | 0x20 {
		case 'i':
			return 7
		case 'a':
			return 10
		}
		return never
	}
	e := lex.findSure(HashWord(part))
	c := int32(never)
	if r := e.Rank(); r >= 9 || r > 0 && len(part) >= 3 {
		c = 20 - int32(r)
	}
	if len(part) >= 3 && e.Name() >= 3 {
		c = min(c, 14)
	}
	if len(part) >= 3 && (e.Cue() != NoCue || e.Weight() != NoWeight) {
		c = min(c, 12)
	}
	return c
}

var (
	hashMy   = HashWord("my")
	hashI    = HashWord("i")
	hashIm   = HashWord("im")
	hashIts  = HashWord("its")
	hashThis = HashWord("this")
)
