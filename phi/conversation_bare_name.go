package phi

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// maxName is the most words of a bare name.
const maxName = 4

// nameOdds is the odds from which a word that stands alone behind "what name?"
// is a name.
const nameOdds = 6

// rareWord is the rank up to which a capitalised word may be a name no list has.
const rareWord = 4

// bareName types the words that answer for a name: the first run of up to four
// words of which each may be one, and one at least is, or nothing is known of it.
func (rd *threadReader) bareName() Question {
	toks := rd.t.Tokens
	if rd.others() > maxOthers {
		return 0
	}
	for i := 0; i < len(toks); i++ {
		if !rd.nameable(i) {
			continue
		}
		first, named := i, false
		for ; i < len(toks) && (rd.nameable(i) || toks[i].Is('-') && toks[i].Gap == lexicon.GapNone && i > first && i+1 < len(toks) && rd.nameable(i+1)); i++ {
			if i > first && toks[i].Gap == lexicon.GapLine {
				break
			}
			named = named || rd.isName(i)
		}
		// A word right beside that is neither name nor filler makes it a phrase.
		if named && i-first <= maxName && rd.apart(first-1) && rd.apart(i) {
			if rd.add(first, i-1, identifiers.Name, identifiers.RolePatient, lexicon.CueIntro) {
				return AskName
			}
		}
	}
	return 0
}

// maxOthers is how many words a bare name may have beside it that answers are
// not filled with.
const maxOthers = 3

// others counts the words that are neither filler nor part of a span, and no name.
func (rd *threadReader) others() (n int) {
	for i := range rd.t.Tokens {
		if rd.t.Tokens[i].Class == lexicon.Word && rd.part(i)&partFiller == 0 && !rd.taken(i) && !rd.nameable(i) {
			n++
		}
	}
	return n
}

// nameable reports whether token i may be a word of a name.
func (rd *threadReader) nameable(i int) bool {
	k := &rd.t.Tokens[i]
	e := k.Entry
	switch {
	case rd.taken(i):
		return false
	case k.Class == lexicon.Ideographs:
		return k.Len() <= 12
	case k.Class != lexicon.Word || rd.part(i)&partFiller != 0 && e.Name() < nameOdds || e.Has(lexicon.Stop) || e.Weight() != lexicon.NoWeight:
		return false
	case e.Cue() == lexicon.CueParticle:
		return i+1 < len(rd.t.Tokens)
	}
	return rd.isName(i)
}

// isName reports whether token i is a name, or may be since nothing is known of it.
func (rd *threadReader) isName(i int) bool {
	k := &rd.t.Tokens[i]
	e := k.Entry
	switch {
	case k.Class == lexicon.Ideographs, e.Name() >= nameOdds:
		return true
	case rd.part(i) != 0 || e.Cue() != lexicon.NoCue || e.Place() != 0:
		return false
	case k.Case == lexicon.UpperCase && k.Len() <= 3:
		return true // initials
	}
	if k.Case == lexicon.TitleCase && e.Rank() <= rareWord {
		return true // "Ludo": a word, but hardly one to answer with
	}
	return e.Rank() == 0 && k.Len() > 3 && !rd.drawnOut(i)
}

// drawnOut reports a letter three times in a row: "heyyy".
func (rd *threadReader) drawnOut(i int) bool {
	start, end := rd.original(i, i)
	w := rd.m.Text[start:end]
	for j := 2; j < len(w); j++ {
		if w[j] == w[j-1] && w[j] == w[j-2] && w[j] < 0x80 {
			return true
		}
	}
	return false
}

// apart reports whether a name may end before, or begin behind, token i: the
// end, punctuation, another span or a word that answers are filled with.
func (rd *threadReader) apart(i int) bool {
	if i < 0 || i >= len(rd.t.Tokens) {
		return true
	}
	k := &rd.t.Tokens[i]
	switch k.Class {
	case lexicon.Punct, lexicon.Symbol, lexicon.Number, lexicon.Mixed:
		return true
	}
	return k.Gap == lexicon.GapLine || rd.taken(i) || rd.part(i)&(partFiller|partYes|partThanks) != 0
}
