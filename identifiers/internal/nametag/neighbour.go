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

// neighbour reads the word beside token i in direction d, over at most two
// punctuation marks.
func neighbour(s *lexicon.Scan, m Message, i, d int) near {
	out := near{at: -1, sep: sepSpace}
	j := i
	for steps := 0; steps < 3; steps++ {
		edge := j // the token whose gap lies between j and j+d
		if d > 0 {
			edge = j + 1
		}
		j += d
		if j < 0 || j >= len(s.Tokens) {
			out.sep = max(out.sep, sepEnd)
			out.id = 1
			return out
		}
		if s.Tokens[edge].Gap == lexicon.GapLine && out.sep == sepSpace {
			out.sep = sepLine
		}
		t := &s.Tokens[j]
		if t.Class != lexicon.Punct {
			out.at = j
			out.fill(s, m, t)
			return out
		}
		if out.sep == sepSpace || out.sep == sepLine {
			out.sep = sepOf(t.First)
		}
	}
	out.id = 2
	return out
}

func neighbour2(s *lexicon.Scan, m Message, of near, d int) near {
	if of.at < 0 {
		return near{at: -1, id: 3}
	}
	j := of.at + d
	if j >= 0 && j < len(s.Tokens) && s.Tokens[j].Class == lexicon.Punct {
		j += d
	}
	if j < 0 || j >= len(s.Tokens) {
		return near{at: -1, id: 4}
	}
	out := near{at: j}
	out.fill(s, m, &s.Tokens[j])
	return out
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
	switch {
	case t.Class == lexicon.Number:
		o.kind = 16
	case t.Class == lexicon.Mixed:
		o.kind = 17
	case t.Class == lexicon.Symbol:
		o.kind = 18
	default:
		o.kind = bucket4(uint32(t.Entry.Name()), rank)
		if t.Case != lexicon.LowerCase {
			o.kind += 32
		}
	}
	if rank >= 4 || o.cue != 0 {
		o.id = uint32(t.Hash&0x3FFFFF)<<2 | uint32(t.Suffix)
	} else {
		o.id = 8 + o.kind<<8 + uint32(e.Category())
	}
}

func sepOf(c byte) uint32 {
	switch c {
	case ',', ';':
		return sepComma
	case '.', '!', '?':
		return sepDot
	case '-', '~', '_':
		return sepDash
	case ':', '=':
		return sepColon
	case '"', '\'':
		return sepQuote
	case '(', ')', '[', ']', '<', '>':
		return sepParen
	case '/':
		return sepSlash
	case '|', '^':
		return sepPipe
	}
	return sepOther
}
