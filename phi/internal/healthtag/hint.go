package healthtag

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// mostRoles bounds the people whose surroundings are looked at, roleReach the
// words behind one that are.
const (
	mostRoles = 5
	roleReach = 6
)

// hintFeatures tells how far somebody is pointed to without a name: "the only
// piano tuner in Tillamook", "the guy who reads the traffic", "my neighbor the
// deacon", against "a guy at my gym". Texts that name somebody need no hint.
func (r *Reading) hintFeatures(w *textWriter, t *identifiers.Text, spans []identifiers.Span) {
	where := uint32(0)
	for i := range spans {
		s := &spans[i]
		switch s.Type {
		case identifiers.City:
			where |= 1
		case identifiers.Facility, identifiers.StreetAddress:
			where |= 2
		case identifiers.Age, identifiers.Date:
		default:
			if !s.Vague {
				return
			}
		}
	}
	tied := bit(t.Triggers.Cues.Has(lexicon.CueTies))
	w.add(37, tied<<2|where)
	known, others, ties := uint32(0), uint32(0), uint32(0)
	for i := 0; i < len(t.Tokens) && known+others < mostRoles; i++ {
		k := &t.Tokens[i]
		if k.Class != lexicon.Word {
			continue
		}
		c := t.CueAt(i)
		kind := uint32(2)
		switch {
		case c == lexicon.CueRole:
			known++
		case c == lexicon.CueTitle || c == lexicon.CueDoctor:
			kind = 1
			known++
		case i > 0 && pointing(t.Tokens[i-1].Hash) && !k.Entry.HasAny(lexicon.Stop) && k.Entry.Weight() < lexicon.Medium:
			kind = 0
			others++
		default:
			continue
		}
		_, first, last := t.EntryAt(i)
		b, bc := r.word(t, first-1)
		b2, _ := r.word(t, first-2)
		f, fc := r.word(t, last+1)
		w.word(asRole, uint32(t.Tokens[last].Hash))
		w.many(38, b*31+kind)
		w.many(39, f*31+kind)
		w.many(40, b2*31+b)
		w.add(41, bc<<10|fc<<2|kind)
		tie := tiesBehind(t, last)
		ties |= tie
		w.add(42, tie<<10|b&0xFF<<2|kind)
		w.add(43, tie<<4|where<<2|kind)
		i = last
	}
	w.add(44, min(known, 2)<<6|min(others, 2)<<4|tied<<2|where)
	w.add(45, ties<<4|tied<<3|bit(t.Triggers.Cues.Has(lexicon.CuePronounI))<<2|where)
}

// tiesBehind tells what behind token i ties a role to one person: a number, a
// word in capitals, a phrase of the kind, a clause.
func tiesBehind(t *identifiers.Text, i int) (tie uint32) {
	for j := i + 1; j < len(t.Tokens) && j <= i+roleReach; j++ {
		k := &t.Tokens[j]
		if k.Is('.') || k.Is('!') || k.Is('?') || k.Gap == lexicon.GapLine {
			break
		}
		switch {
		case k.Class == lexicon.Number || k.Class == lexicon.Mixed:
			tie |= 1
		case k.Class == lexicon.Word && k.Case != lexicon.LowerCase:
			tie |= 2
		case t.CueAt(j) == lexicon.CueTies || t.CueAt(j) == lexicon.CueRoom:
			tie |= 4
		case k.Hash == hashWho || k.Hash == hashThat || k.Hash == hashWhose:
			tie |= 8
		case k.Hash == hashWith || k.Hash == hashFrom:
			tie |= 16
		}
	}
	return tie
}

// pointing reports the words that point to a particular person.
func pointing(h uint64) bool {
	for _, p := range pointers {
		if h == p {
			return true
		}
	}
	return false
}

var pointers = [...]uint64{lexicon.HashWord("the"), lexicon.HashWord("our"), lexicon.HashWord("that"), lexicon.HashWord("only"), lexicon.HashWord("local"),
	lexicon.HashWord("certain"), lexicon.HashWord("which"), lexicon.HashWord("former"), lexicon.HashWord("famous"), lexicon.HashWord("yon")}

var (
	hashWho   = lexicon.HashWord("who")
	hashThat  = lexicon.HashWord("that")
	hashWhose = lexicon.HashWord("whose")
	hashWith  = lexicon.HashWord("with")
	hashFrom  = lexicon.HashWord("from")
)
