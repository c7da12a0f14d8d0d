package phi

import (
	"sort"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// A threadReader reads one message of a thread over the tokens that Detect
// left. Their offsets are of the folded text, those of the result's spans of
// the message.
type threadReader struct {
	d     *Detector
	t     *identifiers.Text
	r     *Result
	m     *Message
	words map[uint64]askWord

	asks      Question
	count     int     // tokens other than punctuation
	all       askWord // the parts of all words
	opens     askWord // the parts of the first word
	questions int     // sentences that ask
	told      bool    // a sentence that is no question of somebody's state speaks of health
	wondered  bool    // a question of somebody's state does
	addressed bool    // what is told is told of "you"
	warns     bool    // "if you have chest pain call 911": of nobody in particular
	purpose   bool    // health is the subject of a report, a quiz
	mine      bool    // "it's for me"
	third     bool    // the name it asks for is another's than the reader's
	evidence  int     // evidence read so far
}

// part is the part of token i.
func (rd *threadReader) part(i int) askWord {
	if i < 0 || i >= len(rd.t.Tokens) || rd.t.Tokens[i].Class == lexicon.Punct {
		return 0
	}
	return rd.words[rd.t.Tokens[i].Hash]
}

// read goes through the sentences once.
func (rd *threadReader) read() {
	toks := rd.t.Tokens
	var s sentence
	ifYou := false
	for i := range toks {
		k := &toks[i]
		if i > s.first && k.Gap == lexicon.GapLine {
			rd.close(&s, i-1)
			s = sentence{first: i}
		}
		if k.Class == lexicon.Punct {
			ends := k.Is('?') || k.Is('!') || k.Is('.') && (i+1 == len(toks) || toks[i+1].Gap != lexicon.GapNone)
			if ends {
				s.asks = k.Is('?')
				rd.close(&s, i)
				s = sentence{first: i + 1}
			}
			continue
		}
		rd.count++
		w := rd.part(i)
		if rd.count == 1 {
			rd.opens = w
		}
		if i == s.first && w&(partWh|partHow|partWho) != 0 {
			s.leads = true
		}
		if w&partName != 0 && i > 0 && rd.t.CueAt(i-1) == lexicon.CuePronounWe {
			w &^= partName // "our name"
		}
		s.words |= w
		s.measured = s.measured || k.Entry.Category() == lexicon.Lab || k.Entry.Has(lexicon.LabName)
		rd.all |= w
		s.labels |= rd.label(i, w)
		if c := k.Entry.Cue(); c == lexicon.CuePronounThird || c == lexicon.CueKin || c == lexicon.CueChild || c == lexicon.CuePerson && w&partName == 0 {
			s.third = true
		}
		before := rd.part(i - 1)
		ifYou = ifYou || w&partYou != 0 && before&partIf != 0
		rd.purpose = rd.purpose || w&partPurpose != 0 && rd.forPurpose(i)
		rd.mine = rd.mine || w&partMe != 0 && before&(partFor|partIs|partFiller) != 0
	}
	rd.close(&s, len(toks)-1)
	rd.warns = ifYou && rd.all&partUrgent != 0
}

var hashNumber = lexicon.HashWord("number")

// label is what token i names as a label: "dob", "order number". The "no" that
// denies and the "ur" that means "your" are none.
func (rd *threadReader) label(i int, w askWord) Question {
	k := &rd.t.Tokens[i]
	if w&partYou != 0 || w&partNo != 0 && k.Entry.Cue() == lexicon.CueNumber {
		return 0
	}
	c := rd.t.CueAt(i)
	if c == lexicon.CuePhone {
		if k.Phrase > 0 && k.Hash == hashNumber {
			return AskPhone // "contact number"; "call" alone asks for nothing
		}
		return 0
	}
	return cueQuestion(c)
}

// purposeReach bounds the words between what is done and what it is done for.
const purposeReach = 4

// forPurpose reports "writing a report", "for a quiz".
func (rd *threadReader) forPurpose(i int) bool {
	for j := max(0, i-purposeReach); j < i; j++ {
		if w := rd.part(j); w&partMaking != 0 || w&partFor != 0 && j == i-2 {
			return true
		}
	}
	return false
}

func (rd *threadReader) close(s *sentence, last int) {
	if s.last = last; s.last < s.first {
		return
	}
	if s.asks {
		rd.questions++
	}
	_, end := rd.original(s.first, last)
	e := rd.r.Health.Evidence
	for rd.evidence < len(e) && e[rd.evidence].Start < end {
		s.evidence = rd.r.Health.Score >= bareHealth
		rd.evidence++
	}
	q := s.question()
	rd.asks |= q
	rd.third = rd.third || q&AskName != 0 && s.third
	switch {
	case q&(AskCondition|AskReading) != 0:
		rd.wondered = true
	case s.evidence:
		rd.told = true
		rd.addressed = rd.addressed || s.words&partYou != 0 && s.words&(partModal|partOffer) == 0
	}
}

// original gives the bytes of the message that tokens first to last cover.
func (rd *threadReader) original(first, last int) (start, end int) {
	return rd.t.Map.Original(int(rd.t.Tokens[first].Start), int(rd.t.Tokens[last].End))
}

// tokens gives the first and last token of a span of the message.
func (rd *threadReader) tokens(s *identifiers.Span) (first, last int) {
	n := len(rd.t.Tokens)
	first = sort.Search(n, func(i int) bool { _, end := rd.original(i, i); return end > s.Start })
	last = sort.Search(n, func(i int) bool { start, _ := rd.original(i, i); return start >= s.End }) - 1
	return min(first, n-1), max(last, first)
}

// covered reports whether a span of the result covers token i.
func (rd *threadReader) covered(i int) *identifiers.Span {
	start, _ := rd.original(i, i)
	n := len(rd.r.Spans)
	k := sort.Search(n, func(j int) bool { return rd.r.Spans[j].End > start })
	if k < n && rd.r.Spans[k].Start <= start {
		return &rd.r.Spans[k]
	}
	return nil
}

// onlyAsks reports a message that asks back and says nothing else.
func (rd *threadReader) onlyAsks() bool {
	toks := rd.t.Tokens
	for i := len(toks) - 1; i >= 0; i-- {
		if toks[i].Class == lexicon.Symbol {
			continue
		}
		return toks[i].Is('?') && rd.questions == 1
	}
	return false
}
