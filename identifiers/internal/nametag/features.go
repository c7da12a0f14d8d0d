package nametag

import "github.com/phidetect/phidetect/lexicon"

// Message holds what is the same for every word of a text.
type Message struct {
	// Style is 0 where no word has a capital, 1 mixed, 2 where nearly all are
	// in capitals, 3 where nearly all have one.
	Style uint32
	// Foreign reports that the text is Spanish or French, at least in part:
	// elsewhere it says nothing of a word that these languages use it often.
	Foreign bool
}

// readWords bounds the words that ReadMessage looks at.
const readWords = 200

// ReadMessage looks once at the text's capitals and language.
func ReadMessage(s *lexicon.Scan) Message {
	upper, words, title, foreign := 0, 0, 0, 0
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Class != lexicon.Word {
			continue
		}
		if t.Entry.HasAny(lexicon.Spanish|lexicon.French) && t.Entry.Rank() >= 8 && t.Entry.Name() < 4 {
			foreign++
		}
		if t.Len() < 2 {
			continue
		}
		words++
		switch t.Case {
		case lexicon.UpperCase:
			upper++
		case lexicon.TitleCase, lexicon.CamelCase:
			title++
		}
		if words > readWords {
			break
		}
	}
	m := Message{Style: 1, Foreign: foreign*6 > words}
	switch {
	case words > 2 && upper*3 > words*2:
		m.Style = 2
	case upper+title == 0:
		m.Style = 0
	case words > 4 && title*3 > words*2:
		m.Style = 3
	}
	return m
}

// rank is how common a word the token is in the language of the text.
func (m Message) rank(e lexicon.Entry) uint32 {
	if !m.Foreign && e.HasAny(lexicon.Spanish|lexicon.French) {
		return 0
	}
	return uint32(e.Rank())
}

// MaxFeatures bounds the features of one word.
const MaxFeatures = 64

// Features writes the features of the word at token i to out and returns how
// many there are. prev is the label of the word before, Other where the text
// between breaks them apart. With blind the gazetteers are left out, as the
// trainer does at random so that unknown names are found by their context.
func Features(s *lexicon.Scan, m Message, i int, prev Label, blind bool, out *[MaxFeatures]uint32) int {
	n := 0
	few := func(kind uint32, v uint32) {
		out[n] = uint32((uint64(kind)<<32 | uint64(v)) * golden >> (64 - fewBits))
		n++
	}
	add := func(kind uint32, v uint32) {
		out[n] = 1<<fewBits + uint32((uint64(kind)<<32|uint64(v))*golden>>(64-manyBits))
		n++
	}
	t := &s.Tokens[i]
	e := t.Entry
	given, sur, rank := uint32(e.Given()), uint32(e.Surname()), m.rank(e)
	place := uint32(placeAt(s, i))
	if blind {
		given, sur, place = 0, 0, 0
	}
	kase := uint32(t.Case) | m.Style<<2
	strong := max(given, sur)
	who := bucket4(strong, rank)

	b := neighbour(s, m, i, -1)
	f := neighbour(s, m, i, +1)
	b2 := neighbour2(s, m, b, -1)
	f2 := neighbour2(s, m, f, +1)

	// the word itself
	few(0, 0)
	few(1, given<<8|rank)
	few(2, sur<<8|rank)
	few(3, place<<8|rank)
	few(4, kase<<8|rank)
	few(5, kase<<8|given)
	few(6, kase<<8|sur)
	few(7, kase<<8|place)
	few(8, strong<<8|place)
	add(9, uint32(e.Flags()&(lexicon.Verb|lexicon.Stop|lexicon.Eponym|lexicon.Brand|lexicon.State|lexicon.Facility|lexicon.Street|lexicon.Unit)))
	add(10, uint32(e.Cue())<<4|kase&3)
	add(11, uint32(e.Category())<<4|uint32(e.Weight()))
	few(12, uint32(t.Suffix)<<8|kase)
	if rank > 0 || e.Cue() != lexicon.NoCue {
		add(38, uint32(t.Hash&0xFFFFFF))
		add(60, uint32(t.Hash&0xFFFFFF)*31^b.id)
		add(61, uint32(t.Hash&0xFFFFFF)*37^f.id)
		add(39, uint32(t.Hash&0xFFFFFF)<<4|kase)
	} else {
		add(40, endOf(s.Text, t))
		add(48, beginOf(s.Text, t))
		few(50, min(uint32(t.Len()), 12)<<4|kase)
	}
	if t.Phrase > 0 {
		p := &s.Phrases[t.Phrase-1]
		add(41, uint32(p.Entry.Category())<<8|uint32(p.Entry.Cue()))
		add(42, uint32(p.Entry.Flags()&(lexicon.Eponym|lexicon.Brand|lexicon.Figure|lexicon.NonHealth))<<4|uint32(min(p.Entry.Place(), 15)))
	}

	// its neighbours
	few(14, uint32(prev)<<12|strong<<8|rank)
	add(15, uint32(prev)<<26^b.id)
	add(16, b.id)
	add(17, f.id)
	add(18, b2.id)
	add(19, f2.id)
	add(51, b.id<<4^who)
	add(52, f.id<<4^who)
	add(53, b2.id*31+b.id)
	add(54, f.id*31+f2.id)
	add(21, b.cue<<8|min(rank, 15))
	add(23, f.cue<<8|strong)
	add(55, b.cue<<12|b.sep<<8|kase)
	few(25, b.sep<<8|f.sep)
	few(56, b.sep<<12|f.sep<<8|who)
	few(27, b.kind<<8|who)
	few(28, f.kind<<8|who)
	few(30, b.sep<<12|b.kind<<4|kase)
	few(31, f.sep<<12|f.kind<<4|kase)
	few(32, position(s, i)<<4|who)
	if place > 0 {
		add(43, b.id)
		few(44, f.flags<<4|f.sep)
		few(45, b.cue<<4|place)
		add(57, f.id)
		few(58, b.sep<<8|f.sep<<4|kase&3)
	}
	if f.digit || b.digit {
		few(46, who<<2|bit(f.digit)<<1|bit(b.digit))
	}
	add(49, f.suffix<<8|f.cue)
	return n
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// bucket4 joins how much of a name and how much of a word it is in four bits.
func bucket4(name, rank uint32) uint32 {
	n := uint32(0)
	switch {
	case name >= 11:
		n = 3
	case name >= 7:
		n = 2
	case name >= 1:
		n = 1
	}
	r := uint32(0)
	switch {
	case rank >= 9:
		r = 3
	case rank >= 5:
		r = 2
	case rank >= 1:
		r = 1
	}
	return n<<2 | r
}

func placeAt(s *lexicon.Scan, i int) int {
	t := &s.Tokens[i]
	if t.Phrase > 0 {
		if p := s.Phrases[t.Phrase-1].Entry.Place(); p > 0 {
			return p
		}
	}
	return t.Entry.Place()
}

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

// position tells where in the text and its line the word stands.
func position(s *lexicon.Scan, i int) uint32 {
	p := uint32(0)
	if i == 0 {
		p |= 1
	}
	if s.Tokens[i].Gap == lexicon.GapLine {
		p |= 2
	}
	rest := len(s.Tokens) - 1 - i
	switch {
	case rest == 0:
		p |= 4
	case rest <= 2:
		p |= 8
	case i+1 < len(s.Tokens) && s.Tokens[i+1].Gap == lexicon.GapLine:
		p |= 12
	}
	if len(s.Tokens) <= 3 {
		p |= 16
	}
	return p
}

// beginOf hashes the first three letters of an unknown word.
func beginOf(text string, t *lexicon.Token) uint32 {
	h := uint32(7)
	for _, b := range []byte(text[t.Start:min(t.End, t.Start+3)]) {
		h = h*257 + uint32(b|0x20)
	}
	return h
}

// endOf hashes the last three letters of an unknown word.
func endOf(text string, t *lexicon.Token) uint32 {
	from := max(t.Start, t.End-3)
	h := uint32(0)
	for _, b := range []byte(text[from:t.End]) {
		h = h*257 + uint32(b|0x20)
	}
	return h
}
