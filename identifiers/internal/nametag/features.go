package nametag

import "github.com/phidetect/phidetect/lexicon"

// MaxFeatures bounds the features of one word.
const MaxFeatures = 64

// A reader writes the features of one word.
type reader struct {
	s                       *lexicon.Scan
	m                       Message
	i                       int
	t                       *lexicon.Token
	given, sur, place, rank uint32
	kase, strong, who       uint32
	b, f                    near
	prev                    uint32
	out                     *[MaxFeatures]uint32
	n                       int
}

// few adds a feature of few values, many one of as many as there are words.
func (r *reader) few(kind, v uint32) {
	r.out[r.n] = uint32((uint64(kind)<<32 | uint64(v)) * golden >> (64 - fewBits))
	r.n++
}

func (r *reader) many(kind, v uint32) {
	r.out[r.n] = 1<<fewBits + uint32((uint64(kind)<<32|uint64(v))*golden>>(64-manyBits))
	r.n++
}

// Features writes all features of the word at token i to out and returns how
// many there are. prev is the label of the word before, Other where the text
// between breaks them apart. With blind the gazetteers are left out, as the
// trainer does at random so that unknown names are found by their context.
func Features(s *lexicon.Scan, m Message, i int, prev Label, blind bool, out *[MaxFeatures]uint32) int {
	var r reader
	r.read(s, m, i, prev, blind, out)
	r.common()
	r.words()
	return r.n
}

// clearlyNot is the log-odds of the common features below which nothing that
// the words around say makes a name or a city: of the names of the held-out
// messages 2 in 800 are below, of the other words four in ten.
const clearlyNot = -3

// Chances gives the probabilities of Name and City of the word at token i.
func Chances(s *lexicon.Scan, m Message, i int, prev Label, out *[MaxFeatures]uint32) (name, city float32) {
	var r reader
	r.read(s, m, i, prev, false, out)
	r.common()
	common := Score(out[:r.n])
	if max(common[Name], common[City])-common[Other] < clearlyNot {
		return 0, 0
	}
	from := r.n
	r.words()
	rest := Score(out[from:r.n])
	for l := range common {
		common[l] += rest[l]
	}
	return Probability(common)
}

func (r *reader) read(s *lexicon.Scan, m Message, i int, prev Label, blind bool, out *[MaxFeatures]uint32) {
	t := &s.Tokens[i]
	e := t.Entry
	r.s, r.m, r.i, r.t, r.prev, r.out = s, m, i, t, uint32(prev), out
	r.given, r.sur, r.rank = uint32(e.Given()), uint32(e.Surname()), m.rank(e)
	r.place = uint32(placeAt(s, i))
	if blind {
		r.given, r.sur, r.place = 0, 0, 0
	}
	r.kase = uint32(t.Case) | m.Style<<2
	r.strong = max(r.given, r.sur)
	r.who = bucket4(r.strong, r.rank)
	r.b = neighbour(s, m, i, -1)
	r.f = neighbour(s, m, i, +1)
}

// common writes the features of few values: the word's own odds, its shape, and
// the kinds of its neighbours.
func (r *reader) common() {
	b, f, kase, rank, place, who := &r.b, &r.f, r.kase, r.rank, r.place, r.who
	r.few(0, 0)
	r.few(1, r.given<<8|rank)
	r.few(2, r.sur<<8|rank)
	r.few(3, place<<8|rank)
	r.few(4, kase<<8|rank)
	r.few(5, kase<<8|r.given)
	r.few(6, kase<<8|r.sur)
	r.few(7, kase<<8|place)
	r.few(8, r.strong<<8|place)
	r.few(12, uint32(r.t.Suffix)<<8|kase)
	r.few(14, r.prev<<12|r.strong<<8|rank)
	r.few(25, b.sep<<8|f.sep)
	r.few(27, b.kind<<8|who)
	r.few(28, f.kind<<8|who)
	r.few(30, b.sep<<12|b.kind<<4|kase)
	r.few(31, f.sep<<12|f.kind<<4|kase)
	r.few(32, position(r.s, r.i)<<4|who)
	r.few(56, b.sep<<12|f.sep<<8|who)
	if f.digit || b.digit {
		r.few(46, who<<2|bit(f.digit)<<1|bit(b.digit))
	}
	if place > 0 {
		r.few(44, f.flags<<4|f.sep)
		r.few(45, b.cue<<4|place)
		r.few(58, b.sep<<8|f.sep<<4|kase&3)
	}
	if !r.known() {
		r.few(50, min(uint32(r.t.Len()), 12)<<4|kase)
	}
}

// known reports whether the word itself says something.
func (r *reader) known() bool { return r.rank > 0 || r.t.Entry.Cue() != lexicon.NoCue }

// words writes the features that are words: the word's own, its letters where
// it is unknown, its neighbours', alone and in pairs.
func (r *reader) words() {
	s, t, e, b, f := r.s, r.t, r.t.Entry, &r.b, &r.f
	b2 := neighbour2(s, r.m, r.b, -1)
	f2 := neighbour2(s, r.m, r.f, +1)
	r.many(9, uint32(e.Flags()&(lexicon.Verb|lexicon.Stop|lexicon.Eponym|lexicon.Brand|lexicon.State|lexicon.Facility|lexicon.Street|lexicon.Unit)))
	r.many(10, uint32(e.Cue())<<4|r.kase&3)
	r.many(11, uint32(e.Category())<<4|uint32(e.Weight()))
	if r.known() {
		id := uint32(t.Hash & 0xFFFFFF)
		r.many(38, id)
		r.many(39, id<<4|r.kase)
		r.many(60, id*31^b.id)
		r.many(61, id*37^f.id)
	} else {
		r.many(40, endOf(s.Text, t))
		r.many(48, beginOf(s.Text, t))
	}
	if t.Phrase > 0 {
		p := &s.Phrases[t.Phrase-1]
		r.many(41, uint32(p.Entry.Category())<<8|uint32(p.Entry.Cue()))
		r.many(42, uint32(p.Entry.Flags()&(lexicon.Eponym|lexicon.Brand|lexicon.Figure|lexicon.NonHealth))<<4|uint32(min(p.Entry.Place(), 15)))
	}
	r.many(15, r.prev<<26^b.id)
	r.many(19, f2.id)
	r.many(51, b.id<<4^r.who)
	r.many(52, f.id<<4^r.who)
	r.many(53, b2.id*31+b.id)
	r.many(54, f.id*31+f2.id)
	r.many(21, b.cue<<8|min(r.rank, 15))
	r.many(23, f.cue<<8|r.strong)
	r.many(49, f.suffix<<8|f.cue)
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
