package phi

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// readSignals names what the text says beside its evidence: how it is meant,
// and hints that identify somebody without a name.
func readSignals(r *Result, t *identifiers.Text) {
	h := &r.Health
	if len(h.Evidence) == 0 {
		return
	}
	c := &t.Triggers.Cues
	if c.Has(lexicon.CueStaff) {
		h.Signals |= SignalStaff
	}
	if (c.Has(lexicon.CueRole) || c.Has(lexicon.CueTitle)) && hinted(t) {
		h.Signals |= SignalHint
	}
	if c.Has(lexicon.CueRoom) && roomed(t) {
		h.Signals |= SignalRoom
	}
	h.Signals |= readMood(r, t)
}

// moodReach bounds the words between a denial, a condition or a past tense and
// the evidence it speaks of.
const moodReach = 4

// readMood tells whether the evidence is denied, supposed or past. A text is
// only called so where all of its evidence is.
func readMood(r *Result, t *identifiers.Text) Signal {
	all := SignalNegated | SignalHypothetical | SignalPast
	for i := range r.Health.Evidence {
		e := &r.Health.Evidence[i]
		first, last := t.TokenRange(e.Start, e.End)
		all &= moodWithin(t, first, last) | moodBefore(t, first) | moodBehind(t, last)
		if all == 0 {
			return 0
		}
	}
	return all
}

// moodWithin reads a denial that is part of the term: "no fever", "negative".
func moodWithin(t *identifiers.Text, first, last int) Signal {
	for j := first; j <= last; j++ {
		if k := &t.Tokens[j]; k.Entry.Cue() == lexicon.CueNegation || k.Hash == hashNo || k.Hash == hashNegative {
			return SignalNegated
		}
	}
	return 0
}

func moodBefore(t *identifiers.Text, first int) (s Signal) {
	for j, n := first-1, 0; j >= 0 && n < moodReach; j-- {
		k := &t.Tokens[j]
		if k.Class == lexicon.Punct {
			if k.Is('.') || k.Is('?') || k.Is('!') || k.Is(';') {
				break
			}
			continue
		}
		if k.Hash == hashBut {
			break
		}
		n++
		switch c := t.CueAt(j); {
		case c == lexicon.CueNegation, k.Hash == hashNo: // "no" is a cue of numbers first
			s |= SignalNegated
		case c == lexicon.CueHypothetical:
			s |= SignalHypothetical
		}
		if oneOf(k.Hash, pastWords[:]) {
			s |= SignalPast
		}
		if k.Gap == lexicon.GapLine {
			break
		}
	}
	return s
}

// moodBehind reads "… years ago", "… in 2011", "negative", "… last year".
func moodBehind(t *identifiers.Text, last int) (s Signal) {
	for j, n := last+1, 0; j < len(t.Tokens) && n < moodReach; j++ {
		k := &t.Tokens[j]
		if k.Class == lexicon.Punct {
			if k.Is(':') || k.Is('-') {
				continue
			}
			break
		}
		n++
		switch {
		case k.Hash == hashAgo:
			s |= SignalPast
		case n <= 2 && (k.Hash == hashNegative || k.Hash == hashNeg || k.Hash == hashDenied):
			s |= SignalNegated
		}
	}
	return s
}

var (
	hashBut      = lexicon.HashWord("but")
	hashNo       = lexicon.HashWord("no")
	hashThe      = lexicon.HashWord("the")
	hashAgo      = lexicon.HashWord("ago")
	hashNegative = lexicon.HashWord("negative")
	hashNeg      = lexicon.HashWord("neg")
	hashDenied   = lexicon.HashWord("denied")

	pastWords = [...]uint64{lexicon.HashWord("had"), lexicon.HashWord("was"), lexicon.HashWord("were"), lexicon.HashWord("used"), lexicon.HashWord("previous"),
		lexicon.HashWord("previously"), lexicon.HashWord("history"), lexicon.HashWord("hx"), lexicon.HashWord("pmh"), lexicon.HashWord("former"),
		lexicon.HashWord("past"), lexicon.HashWord("survived")}
)

// roleTitles are titles that behind "the" name a role a town has one of.
var roleTitles = [...]uint64{lexicon.HashWord("judge"), lexicon.HashWord("officer"), lexicon.HashWord("coach"), lexicon.HashWord("pastor"), lexicon.HashWord("reverend"),
	lexicon.HashWord("imam"), lexicon.HashWord("rabbi"), lexicon.HashWord("bishop"), lexicon.HashWord("mayor"), lexicon.HashWord("senator"), lexicon.HashWord("councillor"),
	lexicon.HashWord("sergeant"), lexicon.HashWord("captain"), lexicon.HashWord("principal"), lexicon.HashWord("detective"), lexicon.HashWord("president")}

func oneOf(h uint64, words []uint64) bool {
	for _, w := range words {
		if w == h {
			return true
		}
	}
	return false
}

// hintReach bounds the tokens between a role and what makes it unique.
const hintReach = 8

// hinted reports a hint that identifies without a name and that no learning may
// lose: a public role or a
// bystander ("the judge", "a certain mayor's wife", "the guy") tied to a room, a
// place or an event ("bed 12", "from channel 6").
func hinted(t *identifiers.Text) bool {
	toks := t.Tokens
	for i := range toks {
		if t.CueAt(i) != lexicon.CueRole && !(i > 0 && t.CueAt(i) == lexicon.CueTitle && oneOf(toks[i].Hash, roleTitles[:]) && toks[i-1].Hash == hashThe) {
			continue
		}
		for j := max(0, i-hintReach); j < len(toks) && j <= i+hintReach; j++ {
			switch t.CueAt(j) {
			case lexicon.CueRoom:
				if j+1 < len(toks) && toks[j+1].Class == lexicon.Number {
					return true
				}
			case lexicon.CueTies:
				return true
			}
		}
	}
	return false
}

// roomed reports a numbered room or bed.
func roomed(t *identifiers.Text) bool {
	for i := range t.Tokens {
		if t.CueAt(i) == lexicon.CueRoom && i+1 < len(t.Tokens) && t.Tokens[i+1].Class == lexicon.Number && t.Tokens[i+1].Len() <= 4 {
			return true
		}
	}
	return false
}
