package nametag

import "github.com/phidetect/phidetect/lexicon"

// near is what is known of a neighbouring word.
type near struct {
	at     int // its token, -1 at the edge
	id     uint32
	cue    uint32
	kind   uint32 // class of the word where it is no common one
	sep    uint32 // what stands between
	flags  uint32
	suffix uint32
	digit  bool
}

// separators between words
const (
	sepNone uint32 = iota
	sepSpace
	sepComma
	sepDot
	sepDash
	sepLine
	sepColon
	sepQuote
	sepEnd
	sepOther
	sepParen
	sepSlash
	sepPipe
)

// beside reads the word beside token i in direction d, over at most two
// punctuation marks.
func (o *near) beside(s *lexicon.Scan, m Message, i, d int) {
	o.at, o.sep = -1, sepSpace
	edge := i // the token before which a line may end: i itself, or the one behind
	if d > 0 {
		edge = i + 1
	}
	for range 3 {
		i += d
		if uint(i) >= uint(len(s.Tokens)) {
			o.sep = max(o.sep, sepEnd)
			o.id = 1
			return
		}
		if s.Tokens[edge].Gap == lexicon.GapLine && o.sep == sepSpace {
			o.sep = sepLine
		}
		edge += d
		t := &s.Tokens[i]
		if t.Class != lexicon.Punct {
			o.at = i
			o.fill(s, m, t)
			return
		}
		if o.sep == sepSpace || o.sep == sepLine {
			o.sep = uint32(sepOf[t.First])
		}
	}
	o.id = 2
}

// behind reads the word beyond the neighbour in the same direction.
func (o *near) behind(s *lexicon.Scan, m Message, of *near, d int) {
	o.at, o.id = -1, 3
	if of.at < 0 {
		return
	}
	j := of.at + d
	if j >= 0 && j < len(s.Tokens) && s.Tokens[j].Class == lexicon.Punct {
		j += d
	}
	if j < 0 || j >= len(s.Tokens) {
		o.id = 4
		return
	}
	o.at = j
	o.fill(s, m, &s.Tokens[j])
}

func (o *near) fill(s *lexicon.Scan, m Message, t *lexicon.Token) {
	e := t.Entry
	if t.Phrase > 0 {
		if p := s.Phrases[t.Phrase-1].Entry; p.Cue() != lexicon.NoCue || e.Cue() == lexicon.NoCue {
			e = p&^0xFFFF | e&0xFFFF
		}
	}
	o.cue = uint32(e.Cue())
	o.flags = uint32(e.Flags() & (lexicon.State | lexicon.Street | lexicon.Facility | lexicon.Verb))
	o.suffix = uint32(t.Suffix)
	o.digit = t.Class == lexicon.Number || t.Class == lexicon.Mixed
	rank := m.rank(t.Entry)
	o.kind = bucket4(uint32(t.Entry.Name()), rank) + caseKind[t.Case&3]
	if t.Class != lexicon.Word && t.Class != lexicon.Ideographs {
		o.kind = classKind[t.Class&7]
	}
	if rank >= 4 || o.cue != 0 {
		o.id = uint32(t.Hash&0x3FFFFF)<<2 | uint32(t.Suffix)
	} else {
		o.id = 8 + o.kind<<8 + uint32(e.Category())
	}
}

// The kinds of a word begin at 0 or, with a capital, at 32; those of the other
// tokens lie between.
var (
	caseKind  = [4]uint32{lexicon.TitleCase: 32, lexicon.UpperCase: 32, lexicon.CamelCase: 32}
	classKind = [8]uint32{lexicon.Number: 16, lexicon.Mixed: 17, lexicon.Symbol: 18}
)

// sepOf is the separator that a punctuation byte makes.
var sepOf = [256]uint8{
	',': uint8(sepComma), ';': uint8(sepComma),
	'.': uint8(sepDot), '!': uint8(sepDot), '?': uint8(sepDot),
	'-': uint8(sepDash), '~': uint8(sepDash), '_': uint8(sepDash),
	':': uint8(sepColon), '=': uint8(sepColon),
	'"': uint8(sepQuote), '\'': uint8(sepQuote),
	'(': uint8(sepParen), ')': uint8(sepParen), '[': uint8(sepParen), ']': uint8(sepParen), '<': uint8(sepParen), '>': uint8(sepParen),
	'/': uint8(sepSlash),
	'|': uint8(sepPipe), '^': uint8(sepPipe),

	'#': other, '$': other, '%': other, '&': other, '*': other, '+': other, '@': other, '\\': other, '`': other, '{': other, '}': other,
}

const other = uint8(sepOther)
