package phi

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// The least letters and digits of a code, the more where any number was asked for.
const (
	leastCode   = 4
	leastNumber = 5
)

// codes types a code or a number that stands in an answer, one for each
// question.
func (rd *threadReader) codes(asked Question) (got Question) {
	toks := rd.t.Tokens
	for i := 0; i < len(toks); i++ {
		if !rd.inCode(i) || rd.taken(i) {
			continue
		}
		first, last, letters, digits := i, i, 0, 0
		for ; i < len(toks); i++ {
			k := &toks[i]
			joint := (k.Is('-') || k.Is('/')) && k.Gap == lexicon.GapNone && i+1 < len(toks) && toks[i+1].Gap == lexicon.GapNone
			if i > first && !joint && (!rd.inCode(i) || k.Gap > lexicon.GapSpace || rd.taken(i)) {
				break
			}
			switch k.Class {
			case lexicon.Number:
				digits += k.Len()
			case lexicon.Mixed:
				digits++
				letters += k.Len() - 1
			case lexicon.Word:
				letters += k.Len()
			}
			if k.Class != lexicon.Punct {
				last = i
			}
		}
		if q := rd.code(asked&^got, first, last, letters, digits); q != 0 {
			got |= q
			i = last
		}
	}
	return got
}

// inCode reports whether token i may be part of a code: digits, or a few
// capitals beside them.
func (rd *threadReader) inCode(i int) bool {
	k := &rd.t.Tokens[i]
	switch k.Class {
	case lexicon.Number, lexicon.Mixed:
		return true
	case lexicon.Word:
		return k.Len() <= 4 && (k.Case == lexicon.UpperCase || k.Len() == 1 && k.Case == lexicon.TitleCase) && k.Entry.Cue() == lexicon.NoCue
	}
	return false
}

// taken reports whether token i belongs to a span that says more than a time of
// the day does.
func (rd *threadReader) taken(i int) bool {
	s := rd.covered(i)
	return s != nil && !s.Vague
}

func (rd *threadReader) code(asked Question, first, last, letters, digits int) Question {
	if digits == 0 {
		return 0
	}
	one := first == last && letters == 0
	switch {
	case asked&AskBirth != 0 && one && (digits == 6 || digits == 8):
		if rd.add(first, last, identifiers.DateOfBirth, identifiers.RoleUnknown, lexicon.CueBorn) {
			return AskBirth
		}
	case asked&AskPhone != 0 && letters == 0 && digits >= 7 && digits <= 15:
		if rd.add(first, last, identifiers.Phone, identifiers.RoleUnknown, lexicon.CuePhone) {
			return AskPhone
		}
	}
	typ, q := askedNumber(asked)
	least := leastCode
	if q == AskNumber {
		least = leastNumber
	}
	if q != 0 && letters+digits >= least && rd.add(first, last, typ, identifiers.RoleUnknown, lexicon.CueNumber) {
		return q
	}
	return 0
}

// bareReading takes the first number for the value that was asked for.
func (rd *threadReader) bareReading() bool {
	h := &rd.r.Health
	if len(h.Evidence) > 0 {
		return true
	}
	for i := range rd.t.Tokens {
		if k := &rd.t.Tokens[i]; (k.Class == lexicon.Number || k.Class == lexicon.Mixed) && rd.covered(i) == nil {
			start, end := rd.original(i, i)
			h.Evidence = append(h.Evidence, Evidence{Start: start, End: end, Category: lexicon.Lab, Weight: lexicon.Medium})
			h.Categories |= 1 << lexicon.Lab
			return true
		}
	}
	return false
}

// bareAge types a number of years alone: "41", "6 and a half".
func (rd *threadReader) bareAge() Question {
	toks := rd.t.Tokens
	for i := range toks {
		k := &toks[i]
		if k.Class != lexicon.Number || k.Len() > 3 || k.Len() == 3 && k.First != '1' || rd.taken(i) {
			continue
		}
		last := i
		if i+1 < len(toks) {
			if c := rd.t.CueAt(i + 1); c == lexicon.CueAgeUnit || c == lexicon.CueYears {
				last = i + 1
			}
		}
		if rd.add(i, last, identifiers.Age, identifiers.RoleUnknown, lexicon.CueAge) {
			return AskAge
		}
		return 0
	}
	return 0
}

// bareAddress types "18 larkspur", a house number and up to four words, and the
// digits of a postal code.
func (rd *threadReader) bareAddress() Question {
	toks := rd.t.Tokens
	for i := range toks {
		if c := toks[i].Class; c != lexicon.Number && c != lexicon.Mixed || rd.taken(i) {
			continue
		}
		last := i
		for last+1 < len(toks) && last < i+4 && toks[last+1].Class == lexicon.Word && toks[last+1].Gap <= lexicon.GapSpace && !rd.taken(last+1) && rd.part(last+1)&partThanks == 0 {
			last++
		}
		typ := identifiers.StreetAddress
		if last == i {
			if toks[i].Len() != 5 || toks[i].Class != lexicon.Number {
				continue
			}
			typ = identifiers.PostalCode
		}
		if rd.add(i, last, typ, identifiers.RoleUnknown, lexicon.CueAddress) {
			return AskAddress
		}
		return 0
	}
	return 0
}

// bareHealth finds the health in a short answer to what brings somebody in:
// words that alone prove little ("thyroid") do behind that question.
// The score alone counts where loose says so.
func (rd *threadReader) bareHealth(loose bool) bool {
	h := &rd.r.Health
	if len(h.Evidence) > 0 || loose && h.Score >= bareHealth && rd.opens&(partYes|partNo) == 0 {
		return true
	}
	for i := 0; i < len(rd.t.Tokens); i++ {
		e, first, last := rd.t.EntryAt(i)
		i = last
		switch e.Category() {
		case lexicon.NoCategory, lexicon.CareEvent, lexicon.Insurance, lexicon.Dose, lexicon.Lab:
			continue
		}
		start, end := rd.original(first, last)
		h.Evidence = append(h.Evidence, Evidence{Start: start, End: end, Category: e.Category(), Weight: e.Weight(), Sensitivity: e.Sensitivity()})
		h.Categories |= 1 << e.Category()
		h.Sensitivity |= e.Sensitivity()
	}
	return len(h.Evidence) > 0
}
