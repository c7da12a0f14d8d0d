package identifiers

import "github.com/phidetect/phidetect/lexicon"

// facilityReach bounds the words of a facility's name.
const facilityReach = 4

// facilities finds named hospitals, clinics, pharmacies, schools: capitalised
// words that end in a facility word ("Harbour Physio", "Royal Bexhill Hospital").
func (t *Text) facilities(dst []Span) []Span {
	if !t.Triggers.Upper {
		return dst
	}
	for i := 1; i < len(t.Tokens); i++ {
		k := &t.Tokens[i]
		if k.Class != lexicon.Word || !k.Entry.Has(lexicon.Facility) || k.Case == lexicon.LowerCase || k.Gap != lexicon.GapSpace || t.claimed(i) {
			continue
		}
		first := i
		for n := 0; n < facilityReach && first > 0 && t.Tokens[first].Gap == lexicon.GapSpace; n++ {
			p := &t.Tokens[first-1]
			if p.Class != lexicon.Word || p.Case == lexicon.LowerCase && !wordIs(t, first-1, "of") || t.claimed(first-1) || p.Entry.Cue() == lexicon.CueDoctor && p.Len() <= 3 || p.Entry.Cue() == lexicon.CueTitle && p.Len() <= 3 {
				break
			}
			first--
		}
		for first < i && (t.Tokens[first].Entry.Has(lexicon.Stop) || wordIs(t, first, "of")) {
			first++
		}
		if first == i {
			continue
		}
		last := i
		for last+1 < len(t.Tokens) && t.Tokens[last+1].Gap == lexicon.GapSpace && t.Tokens[last+1].Class == lexicon.Word && t.Tokens[last+1].Case != lexicon.LowerCase && t.Tokens[last+1].Entry.Has(lexicon.Facility) {
			last++
		}
		t.claim(first, last)
		dst = append(dst, Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last].End), Type: Facility, Score: 0.7, Why: Why{Matcher: "facility"}})
		i = last
	}
	return dst
}
