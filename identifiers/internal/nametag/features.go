package nametag

import "github.com/phidetect/phidetect/lexicon"

// A reader holds what the features of one word are made of.
type reader struct {
	s                       *lexicon.Scan
	m                       Message
	i                       int
	t                       *lexicon.Token
	given, sur, place, rank uint32
	kase, strong, who       uint32
	b, f                    near
	prev                    uint32
}

// few is a feature of few values, many one of as many as there are words.
func few(kind, v uint32) uint32 {
	return uint32((uint64(kind)<<32 | uint64(v)) * golden >> (64 - fewBits))
}

func many(kind, v uint32) uint32 {
	return 1<<fewBits + uint32((uint64(kind)<<32|uint64(v))*golden>>(64-manyBits))
}

// Features writes all features of the word at token i to out and returns how
// many there are. prev is the label of the word before, Other where the text
// between breaks them apart. With blind the gazetteers are left out, as the
// trainer does at random so that unknown names are found by their context.
func Features(s *lexicon.Scan, m Message, i int, prev Label, blind bool, out *[MaxFeatures]uint32) int {
	var r reader
	r.read(s, m, i, prev, blind)
	n := r.common((*[maxCommon]uint32)(out[:]))
	return n + r.words((*[maxWords]uint32)(out[n:]))
}

// clearlyNot is the log-odds of the common features, in steps of Scale, below which
// nothing that the words around say makes a name or a city: of the names of the held-out
// messages 2 in 800 are below, of the other words four in ten.
const clearlyNot = -60

// Chances gives the probabilities of Name and City of the word at token i.
func Chances(s *lexicon.Scan, m Message, i int, prev Label) (name, city float32) {
	var r reader
	r.read(s, m, i, prev, false)
	var few [maxCommon]uint32
	common := Score(few[:r.common(&few)])
	if max(common.Name, common.City) < clearlyNot {
		return 0, 0
	}
	var many [maxWords]uint32
	rest := Score(many[:r.words(&many)])
	return Odds{common.Name + rest.Name, common.City + rest.City}.Probability()
}

func (r *reader) read(s *lexicon.Scan, m Message, i int, prev Label, blind bool) {
	t := &s.Tokens[i]
	e := t.Entry
	r.s, r.m, r.i, r.t, r.prev = s, m, i, t, uint32(prev)
	r.given, r.sur, r.rank = uint32(e.Given()), uint32(e.Surname()), m.rank(e)
	r.place = uint32(placeAt(s, i))
	if blind {
		r.given, r.sur, r.place = 0, 0, 0
	}
	r.kase = uint32(t.Case) | m.Style<<2
	r.strong = max(r.given, r.sur)
	r.who = bucket4(r.strong, r.rank)
	r.b.beside(s, m, i, -1)
	r.f.beside(s, m, i, +1)
}

// Each feature has its own place in the output as long as that is known: a
// running index would make each store wait for the one before.
const (
	everyCommon = 18
	maxCommon   = everyCommon + 5
	everyWords  = 12
	maxWords    = everyWords + 6
	// MaxFeatures bounds the features of one word.
	MaxFeatures = maxCommon + maxWords
)

// common writes the features of few values and returns how many there are: the
// word's own odds, its shape, and the kinds of its neighbours.
func (r *reader) common(out *[maxCommon]uint32) int {
	b, f, kase, rank, place, who := &r.b, &r.f, r.kase, r.rank, r.place, r.who
	out[0] = few(0, 0)
	out[1] = few(1, r.given<<8|rank)
	out[2] = few(2, r.sur<<8|rank)
	out[3] = few(3, place<<8|rank)
	out[4] = few(4, kase<<8|rank)
	out[5] = few(5, kase<<8|r.given)
	out[6] = few(6, kase<<8|r.sur)
	out[7] = few(7, kase<<8|place)
	out[8] = few(8, r.strong<<8|place)
	out[9] = few(12, uint32(r.t.Suffix)<<8|kase)
	out[10] = few(14, r.prev<<12|r.strong<<8|rank)
	out[11] = few(25, b.sep<<8|f.sep)
	out[12] = few(27, b.kind<<8|who)
	out[13] = few(28, f.kind<<8|who)
	out[14] = few(30, b.sep<<12|b.kind<<4|kase)
	out[15] = few(31, f.sep<<12|f.kind<<4|kase)
	out[16] = few(32, position(r.s, r.i)<<4|who)
	out[17] = few(56, b.sep<<12|f.sep<<8|who)
	n := everyCommon
	if f.digit || b.digit {
		out[n] = few(46, who<<2|bit(f.digit)<<1|bit(b.digit))
		n++
	}
	if place > 0 {
		out[n] = few(44, f.flags<<4|f.sep)
		out[n+1] = few(45, b.cue<<4|place)
		out[n+2] = few(58, b.sep<<8|f.sep<<4|kase&3)
		n += 3
	}
	if !r.known() {
		out[n] = few(50, min(uint32(r.t.Len()), 12)<<4|kase)
		n++
	}
	return n
}

// known reports whether the word itself says something.
func (r *reader) known() bool { return r.rank > 0 || r.t.Entry.Cue() != lexicon.NoCue }

// words writes the features that are words and returns how many there are: the
// word's own, its letters where it is unknown, its neighbours', alone and in
// pairs.
func (r *reader) words(out *[maxWords]uint32) int {
	s, t, e, b, f := r.s, r.t, r.t.Entry, &r.b, &r.f
	var b2, f2 near
	b2.behind(s, r.m, b, -1)
	f2.behind(s, r.m, f, +1)
	out[0] = many(9, uint32(e.Flags()&(lexicon.Verb|lexicon.Stop|lexicon.Eponym|lexicon.Brand|lexicon.State|lexicon.Facility|lexicon.Street|lexicon.Unit)))
	out[1] = many(10, uint32(e.Cue())<<4|r.kase&3)
	out[2] = many(11, uint32(e.Category())<<4|uint32(e.Weight()))
	out[3] = many(15, r.prev<<26^b.id)
	out[4] = many(19, f2.id)
	out[5] = many(51, b.id<<4^r.who)
	out[6] = many(52, f.id<<4^r.who)
	out[7] = many(53, b2.id*31+b.id)
	out[8] = many(54, f.id*31+f2.id)
	out[9] = many(21, b.cue<<8|min(r.rank, 15))
	out[10] = many(23, f.cue<<8|r.strong)
	out[11] = many(49, f.suffix<<8|f.cue)
	n := everyWords
	if r.known() {
		id := uint32(t.Hash & 0xFFFFFF)
		out[n] = many(38, id)
		out[n+1] = many(39, id<<4|r.kase)
		out[n+2] = many(60, id*31^b.id)
		out[n+3] = many(61, id*37^f.id)
		n += 4
	} else {
		out[n] = many(40, endOf(s.Text, t))
		out[n+1] = many(48, beginOf(s.Text, t))
		n += 2
	}
	if t.Phrase > 0 {
		p := &s.Phrases[t.Phrase-1]
		out[n] = many(41, uint32(p.Entry.Category())<<8|uint32(p.Entry.Cue()))
		out[n+1] = many(42, uint32(p.Entry.Flags()&(lexicon.Eponym|lexicon.Brand|lexicon.Figure|lexicon.NonHealth))<<4|uint32(min(p.Entry.Place(), 15)))
		n += 2
	}
	return n
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// bucket4 joins how much of a name and how much of a word it is, both 0 to 15,
// in four bits.
func bucket4(name, rank uint32) uint32 { return uint32(nameBucket[name&15] | rankBucket[rank&15]) }

// Tables, since a branch that goes by the word is guessed wrong half the time.
var (
	nameBucket = [16]uint8{1: 4, 2: 4, 3: 4, 4: 4, 5: 4, 6: 4, 7: 8, 8: 8, 9: 8, 10: 8, 11: 12, 12: 12, 13: 12, 14: 12, 15: 12}
	rankBucket = [16]uint8{1: 1, 2: 1, 3: 1, 4: 1, 5: 2, 6: 2, 7: 2, 8: 2, 9: 3, 10: 3, 11: 3, 12: 3, 13: 3, 14: 3, 15: 3}
)

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
