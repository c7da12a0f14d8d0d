package lexicon

// What a reader sees through is taken away before the words are looked up, with
// a map back: the escapes of the formats that a message travelled in (HTML, JSON,
// quoted-printable, URLs, Markdown), letters set apart ("k h a n", "d-a-n-a"),
// numbers and words broken over a line, digits that a scanner or a hand took
// for letters. Plain text has none of it: the tokeniser notes in passing
// whether anything is there to look at.

// veils are the kinds of veil that a text may have.
type veils uint8

const (
	veilMark   veils = 1 << iota // & < = % \ * `
	veilSpaced                   // words of one letter in a row
	veilSlip                     // letters and digits in one word, odd capitals, a very long word
	veilBroken                   // a hyphen at the end of a line
	veilSymbol                   // a sign that is no ASCII
	veilSign                     // @ $ ! before a letter
	veilTabs                     // a tab
)

// veilMarks are the bytes that escapes and markup begin with.
var veilMarks = [256]veils{'&': veilMark, '<': veilMark, '=': veilMark, '%': veilMark, '\\': veilMark, '*': veilMark, '`': veilMark, '@': veilSign, '$': veilSign, '!': veilSign}

// leastSpaced is how many single letters in a row are looked at.
const leastSpaced = 3

// A veil is a place where n bytes of put stand for length bytes at at.
type veil struct {
	at, length int32
	put        [4]byte
	n          uint8
}

// unveiling is the state of one walk over the tokens of a text.
type unveiling struct {
	found  []veil
	quoted int8  // whether the text is quoted-printable: 0 not asked yet, 1 yes, -1 no
	url    bool  // inside a web address
	path   bool  // inside a path with backslashes
	closer int   // where the emphasis that is open ends, in bytes; 0 if none is open
	slips  int32 // end of the last number whose letters became digits
}

// unveil takes the veils of the text away and reports whether there was one.
// The tokens, which are of the text as it was, are then to be made anew.
func (s *Scan) unveil(lex *Lexicon, seen veils) bool {
	v := &s.veils
	*v = unveiling{found: v.found[:0]}
	for i := 0; i < len(s.Tokens); i++ {
		k := &s.Tokens[i]
		if k.Gap != GapNone {
			v.url, v.path = false, false
		}
		switch k.Class {
		case Punct:
			switch k.First {
			case '&':
				i = s.entity(i)
			case '<':
				i = s.tag(i)
			case '=':
				i = s.quotedByte(i)
			case '%':
				i = s.percentByte(i)
			case '\\':
				i = s.backslash(i)
			case '@', '$', '!':
				s.signLetter(lex, i)
			case '*', '`':
				i = s.emphasis(i)
			case '-', '/':
				i = s.brokenLine(lex, i)
			case ':':
				v.url = v.url || s.punct(i+1, '/') && s.punct(i+2, '/')
				v.path = v.path || s.punct(i+1, '\\')
			}
		case Word, Number:
			if k.End-k.Start == 1 {
				i = s.spaced(lex, i)
			} else if k.End-k.Start >= shortestRunOn && k.Class == Word {
				s.runOn(lex, i)
			} else if k.Case == CamelCase {
				s.smallL(k)
			}
		case Mixed:
			if k.End-k.Start >= shortestRunOn {
				s.runOn(lex, i)
			} else {
				s.slip(i)
			}
		case Ideographs:
			s.numerals(k)
		case Symbol:
			s.bullet(i)
		}
	}
	if len(v.found) == 0 {
		return false
	}
	s.takeAway()
	return true
}

// replace notes that the bytes of put stand for those from at to end. The
// places come in order and do not overlap.
func (s *Scan) replace(at, end int, put string) {
	f := veil{at: int32(at), length: int32(end - at), n: uint8(len(put))}
	copy(f.put[:], put)
	s.veils.found = append(s.veils.found, f)
}

// replaceRune is replace with what r folds to.
func (s *Scan) replaceRune(at, end int, r rune) {
	f := veil{at: int32(at), length: int32(end - at)}
	f.n = foldRune(&f.put, r)
	s.veils.found = append(s.veils.found, f)
}

// takeAway makes the bare text and its map.
func (s *Scan) takeAway() {
	dst, text, from := s.bare[:0], s.Text, 0
	for i := range s.veils.found {
		f := &s.veils.found[i]
		dst = append(dst, text[from:f.at]...)
		s.Map.bared = append(s.Map.bared, foldEdit{int32(len(dst)), f.at, int32(f.n), f.length})
		dst = append(dst, f.put[:f.n]...)
		from = int(f.at + f.length)
	}
	s.bare = append(dst, text[from:]...)
	s.Text = unsafeString(s.bare)
}

// past gives the last token that begins before byte end: the walk goes on
// behind it.
func (s *Scan) past(i, end int) int {
	for i+1 < len(s.Tokens) && int(s.Tokens[i+1].Start) < end {
		i++
	}
	return i
}

// punct reports whether token i is the punctuation c, right behind the one before.
func (s *Scan) punct(i int, c byte) bool {
	return i < len(s.Tokens) && s.Tokens[i].Is(c) && s.Tokens[i].Gap == GapNone
}

// at gives the byte at i, 0 outside the text.
func (s *Scan) at(i int) byte {
	if uint(i) < uint(len(s.Text)) {
		return s.Text[i]
	}
	return 0
}

// alnumAt reports an ASCII letter or digit at i.
func (s *Scan) alnumAt(i int) bool {
	k := class[s.at(i)]
	return k == byteLetter || k == byteDigit
}

func (s *Scan) letterAt(i int) bool { return class[s.at(i)] == byteLetter }
func (s *Scan) digitAt(i int) bool  { return class[s.at(i)] == byteDigit }
func (s *Scan) lowerAt(i int) bool  { c := s.at(i); return c >= 'a' && c <= 'z' }
func (s *Scan) upperAt(i int) bool  { c := s.at(i); return c >= 'A' && c <= 'Z' }
