package phi

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// works reports whether the words beside a name place its bearer at the clinic:
// who introduces herself there, who is to be asked for, who sits at the desk.
func (rd *threadReader) works(s *identifiers.Span) bool {
	first, last := rd.tokens(s)
	toks := rd.t.Tokens
	if first == last && rd.m.From == PartyClinic && toks[first].Entry.Cue() == lexicon.CueWeekday {
		return true // "Mon-Thu": the opening hours
	}
	if rd.atDesk(last + 1) {
		return true
	}
	before := first - 1
	if rd.m.From != PartyClinic {
		return rd.spokenTo(first, last) || rd.part(before)&partIs != 0 && rd.part(last+1)&partPresent != 0
	}
	if rd.part(last+1)&partHere != 0 || rd.signs(first, last) {
		return true
	}
	if before < 0 {
		return false
	}
	if toks[before].Suffix == lexicon.SuffixM {
		return true
	}
	switch rd.t.CueAt(before) {
	case lexicon.CueIntro, lexicon.CueIntroWeak:
		return rd.part(first-2)&partIs == 0 && !rd.asksBehind(last)
	}
	w := rd.part(before)
	return w&(partTurn|partJob) != 0 || w&partFor != 0 && rd.part(before-1)&partSend != 0 || rd.sentTo(before)
}

// asksBehind reports a question mark behind token i: "this is Dana?" asks.
func (rd *threadReader) asksBehind(i int) bool {
	return i+1 < len(rd.t.Tokens) && rd.t.Tokens[i+1].Is('?')
}

var hashTo = lexicon.HashWord("to")

// sentTo reports "send it to", "speak to", "to see".
func (rd *threadReader) sentTo(i int) bool {
	toks := rd.t.Tokens
	if toks[i].Hash != hashTo {
		return false
	}
	return rd.part(i-1)&partSend != 0 || rd.part(i-2)&partSend != 0
}

// spokenTo reports a name that a patient greets: it is the reader's.
func (rd *threadReader) spokenTo(first, last int) bool {
	if first == 0 || first > 2 || last > first || rd.t.CueAt(first-1) != lexicon.CueGreeting {
		return false
	}
	next := last + 1
	if next >= len(rd.t.Tokens) {
		return false
	}
	k := &rd.t.Tokens[next]
	return k.Is(',') || k.Is('!') || k.Is('.') || k.Gap == lexicon.GapLine
}

// signs reports a name alone at the end, behind a dash or a closing word and a
// comma or a line end.
func (rd *threadReader) signs(first, last int) bool {
	toks := rd.t.Tokens
	if last+1 < len(toks) && toks[last+1].Class != lexicon.Symbol || first == 0 {
		return false
	}
	k := &toks[first-1]
	if k.Is('-') || k.Is('~') {
		return true
	}
	if k.Is(',') && first > 1 {
		return rd.t.CueAt(first-2) == lexicon.CueSignoff
	}
	return toks[first].Gap == lexicon.GapLine
}

// deskReach bounds the words between a name and the desk it sits at.
const deskReach = 3

// atDesk reports "on the desk", "from billing" at token i.
func (rd *threadReader) atDesk(i int) bool {
	if rd.part(i)&(partPresent|partHere) == 0 && !rd.at(i) {
		return false
	}
	for j := i + 1; j < len(rd.t.Tokens) && j < i+deskReach; j++ {
		if rd.part(j)&partDesk != 0 {
			return true
		}
	}
	return false
}

func (rd *threadReader) at(i int) bool {
	return i < len(rd.t.Tokens) && rd.t.CueAt(i) == lexicon.CueAt
}
