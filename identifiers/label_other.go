package identifiers

import "github.com/phidetect/phidetect/lexicon"

// The nearest label is not always the number's: another may name it, before the
// thing that carries the number, or in the question that it answers.

// carriers are the labels that may only be the thing a number stands on or is
// for: "member ID on my card is …", "driver license for the chart …".
var carriers = Cues(lexicon.CueCard, lexicon.CueMRN, lexicon.CuePlan, lexicon.CueAccount, lexicon.CueUnique, lexicon.CueVehicle, lexicon.CueDevice, lexicon.CuePhone, lexicon.CueLicense)

// carriedReach bounds the words between a label and what carries the number.
const carriedReach = 6

// carried gives the label whose number is said to stand on, or to be for, what
// the label l names, or else l.
func (t *Text) carried(l label) label {
	if k := &t.Tokens[l.tok]; k.Entry.Rank() == 0 && k.Phrase == 0 || k.Phrase > 0 && t.Phrases[k.Phrase-1].Last > t.Phrases[k.Phrase-1].First && t.Tokens[t.Phrases[k.Phrase-1].Last].Entry.Cue() == lexicon.CueNumber {
		return l // an abbreviation or "chart number" is no thing
	}
	end := l.tok
	if k := &t.Tokens[l.tok]; k.Phrase > 0 {
		end = int(t.Phrases[k.Phrase-1].Last)
	}
	if end+1 < len(t.Tokens) && (t.is(end+1, '#') || t.Tokens[end+1].Entry.Cue() == lexicon.CueNumber && t.Tokens[end+1].Hash != hashIs) {
		return l // "card no"
	}
	preposition := false
	for i, n := l.tok-1, 0; i >= 0 && n < carriedReach; i, n = i-1, n+1 {
		k := &t.Tokens[i]
		if k.Class != lexicon.Word || t.Tokens[i+1].Gap == lexicon.GapLine {
			return l
		}
		if preposition {
			e, first, _ := t.EntryAt(i)
			if e.Cue() == lexicon.CueNumber || k.Entry.Cue() == lexicon.CueNumber && first == i {
				continue // "the ID number on my card"
			}
			if farLabels.Has(e.Cue()) && e.Cue() != lexicon.CuePhone && e.Cue() != l.cue && (first < i || k.Entry.Rank() == 0 || k.Case == lexicon.UpperCase || i < l.tok-2 && t.CueAt(i+1) == lexicon.CueNumber) {
				return label{e.Cue(), first, true, l.mark}
			}
			return l
		}
		switch k.Hash {
		case hashOn, hashFor, hashOf, hashFrom, hashOff, hashIn:
			preposition = true
		}
	}
	return l
}

const (
	// answerReach bounds the tokens between a question and the number that
	// answers it: "Caller: it's, uh, …".
	answerReach = 9
	// questionReach bounds the tokens of the question that are read.
	questionReach = 10
)

// asked gives the label in a question that the number at token first answers:
// "can I get your member number?".
func (t *Text) asked(first int) label {
	i := first - 1
	for n := 0; i >= 0 && n < answerReach && !t.is(i, '?'); i, n = i-1, n+1 {
		if k := &t.Tokens[i]; k.Class != lexicon.Word && !k.Is(':') && !k.Is(',') && !k.Is('"') {
			return label{tok: -1}
		}
	}
	if !t.is(i, '?') || t.touches(i+1) {
		return label{tok: -1}
	}
	for n := 0; i > 0 && n < questionReach; n++ {
		i--
		if hasDigit(&t.Tokens[i]) || t.is(i, '?') || t.is(i, '.') {
			break
		}
		if e, pf, _ := t.EntryAt(i); farLabels.Has(e.Cue()) {
			l := label{e.Cue(), pf, false, true}
			if carriers.Has(l.cue) {
				l = t.carried(l)
			}
			l.near = false
			return l
		}
	}
	return label{tok: -1}
}

// labelWithin gives the label that a piece carries itself: "nhc-7731905" is the
// number of a record, whatever field it stands in.
func (t *Text) labelWithin(p piece) (label, bool) {
	k := &t.Tokens[p.first]
	if p.first == p.last || k.Class != lexicon.Word || k.Case != lexicon.LowerCase || k.Len() < 3 || k.Entry.Rank() > 0 || !(t.is(int(p.first)+1, '-') || t.is(int(p.first)+1, '_')) {
		return label{}, false
	}
	switch cue := k.Entry.Cue(); cue {
	case lexicon.CueMRN, lexicon.CueNational, lexicon.CueSSN, lexicon.CuePlan:
		return label{cue, int(p.first), true, true}, true
	}
	return label{}, false
}
