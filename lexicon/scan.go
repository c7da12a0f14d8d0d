package lexicon

// A Phrase is a multi-word entry found in a text: tokens First to Last,
// inclusive.
type Phrase struct {
	Entry Entry
	First int32
	Last  int32
}

// A Scan is a text read once: folded where needed, cut into tokens, each word
// looked up, phrases joined. Its buffers are reused from text to text; it is
// not safe for concurrent use. The zero Scan is ready.
type Scan struct {
	// Text is the folded text that token offsets refer to. For ASCII input
	// without a veil it is the input itself.
	Text string
	// Tokens and Phrases are in order of their place in the text.
	Tokens  []Token
	Phrases []Phrase
	// Map leads from offsets in Text to offsets in the input.
	Map    FoldMap
	folded []byte
	bare   []byte // the text without its veils
	veils  unveiling
}

// maxPhrase bounds the words of a phrase, and with it the work a token costs.
const maxPhrase = 8

// Run reads text with the words of lex. It takes time linear in the text and
// allocates only when a buffer must grow.
func (s *Scan) Run(lex *Lexicon, text string) {
	s.fold(text)
	s.cut(lex)
	s.lookUp(lex)
}

// fold makes the text that is cut; ASCII is that itself.
func (s *Scan) fold(text string) {
	s.Map.edits, s.Map.bared = s.Map.edits[:0], s.Map.bared[:0]
	s.Text = text
	if !isASCII(text) {
		s.folded = s.Map.Fold(s.folded[:0], text)
		s.Text = unsafeString(s.folded)
	}
}

// cut makes the tokens, and takes away what veils words where there is any.
func (s *Scan) cut(lex *Lexicon) {
	var seen veils
	if s.Tokens, seen = tokenizeNoting(s.Tokens[:0], s.Text); seen == 0 {
		return
	}
	if seen&^veilTabs != 0 && s.unveil(lex, seen) {
		s.Tokens = tokenize(s.Tokens[:0], s.Text)
	}
	if seen&veilTabs != 0 && s.tabsForSpaces() {
		for i := range s.Tokens {
			if k := &s.Tokens[i]; k.Gap == GapWide {
				k.Gap = GapSpace
			}
		}
	}
}

// tabsForSpaces reports a running text whose spaces became tabs, not a table:
// hardly a space is left in it, and its lines have different numbers of tabs or
// there is but one long one.
func (s *Scan) tabsForSpaces() bool {
	tabs, spaces, lines, inLine, first := 0, 0, 0, 0, -1
	even := true
	for i := range s.Tokens {
		switch s.Tokens[i].Gap {
		case GapWide:
			tabs++
			inLine++
		case GapSpace:
			spaces++
		case GapLine:
			if lines > 0 {
				even = even && (first < 0 || inLine == first)
				first = inLine
			}
			lines++
			inLine = 0
		}
	}
	if lines > 1 && even && inLine == first {
		return false
	}
	return tabs > 8*spaces && tabs >= leastTabs*lines
}

// leastTabs is how many tabs a line of running text has at least.
const leastTabs = 5

// isASCII reads eight bytes at a time.
func isASCII(text string) bool {
	for ; len(text) >= 8; text = text[8:] {
		x := uint64(text[0]) | uint64(text[1])<<8 | uint64(text[2])<<16 | uint64(text[3])<<24 |
			uint64(text[4])<<32 | uint64(text[5])<<40 | uint64(text[6])<<48 | uint64(text[7])<<56
		if x&0x8080808080808080 != 0 {
			return false
		}
	}
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

func (s *Scan) lookUp(lex *Lexicon) {
	tokens := s.Tokens
	for i := range tokens {
		t := &tokens[i]
		if t.Class != Punct {
			t.Entry = lex.findToken(t.Class, t.Hash)
			if t.Class == Mixed && t.Entry == 0 {
				s.readSlip(lex, t)
			}
		}
	}
	s.Phrases = s.Phrases[:0]
	for i := 0; i < len(tokens); i++ {
		if !tokens[i].Entry.Has(Continues) {
			continue
		}
		if last, e := s.phrase(lex, i); last > i {
			s.Phrases = append(s.Phrases, Phrase{e, int32(i), int32(last)})
			for k := i; k <= last; k++ {
				tokens[k].Phrase = int32(len(s.Phrases))
			}
			i = last
		}
	}
}

// phrase finds the longest phrase that begins at token i. Between its words a
// space, a line end, a hyphen, a slash, an apostrophe or an ampersand are all
// the same, and so is the dot of an abbreviation ("d.o.b"); an empty line, a
// column gap and any other punctuation end it.
func (s *Scan) phrase(lex *Lexicon, i int) (last int, found Entry) {
	tokens := s.Tokens
	key := tokens[i].Hash
	last = i
	words := 1
	for k := i + 1; k < len(tokens) && words < maxPhrase; k++ {
		t := &tokens[k]
		if t.Class == Punct {
			if !s.joins(k) {
				break
			}
			continue
		}
		if t.Gap == GapWide || t.Gap == GapLine && s.emptyLine(k) {
			break
		}
		key = Chain(key, t.Hash)
		if words == 1 && !lex.pairs.MayHold(key) {
			break
		}
		e := lex.findPhrase(key)
		if e == 0 {
			break
		}
		words++
		if e&^(Entry(Continues)<<40) != 0 {
			last, found = k, e
		}
		if !e.Has(Continues) {
			break
		}
	}
	return last, found
}

// joins reports whether the punctuation token k, which has a token before it,
// may stand between two words of a phrase.
func (s *Scan) joins(k int) bool {
	t := &s.Tokens[k]
	if k+1 == len(s.Tokens) || s.Tokens[k+1].Class == Punct {
		return false
	}
	switch t.First {
	case '-', '_', '/', '\'', '&':
		return t.Gap <= GapSpace
	case '.': // "st. john's wort", "d.o.b"
		return t.Gap == GapNone && s.Tokens[k-1].Len() <= 2
	}
	return false
}

// emptyLine reports whether an empty line stands between token k and the one
// before it. It reads no further than the second line end.
func (s *Scan) emptyLine(k int) bool {
	lines := 0
	for i := int(s.Tokens[k-1].End); i < int(s.Tokens[k].Start); i++ {
		c := s.Text[i]
		if class[c] == byteLine && !(c == '\n' && s.Text[i-1] == '\r') {
			if lines++; lines == 2 {
				return true
			}
		}
	}
	return false
}
