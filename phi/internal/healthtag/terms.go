// Package healthtag reads what a text says of health: it collects the terms
// that may be evidence, asks a small linear model whether each is, and sums
// them up to the chance that the text speaks of somebody's health and that it
// is a particular person's. The weights are learned by phi/internal/train.
package healthtag

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// A Term is a possible piece of health evidence: tokens First to Last.
type Term struct {
	First, Last int32
	key         uint32
	Prob        float32 // chance that a reader would call it evidence
	Category    lexicon.Category
	Weight      lexicon.Weight
	Sensitivity lexicon.Sensitivity
	kind        uint8
}

// kinds of term: how it was found
const (
	kindWord uint8 = iota
	kindPhrase
	kindSymptom // body part and sensation
	kindDose
	kindLab
	kindStem
	kindTypo
	kindCode
)

// A Reading is what was collected of one text. Its buffers are reused.
type Reading struct {
	Terms                   []Term
	Figure, Against, Animal int
	length                  int
}

// Collect finds the possible terms of t. spans are the identifiers of the text
// in folded offsets, in order; words inside them are no evidence. It takes time
// linear in the text.
func (r *Reading) Collect(t *identifiers.Text, spans []identifiers.Span) {
	r.Terms = r.Terms[:0]
	r.Figure, r.Against, r.Animal = 0, 0, 0
	toks := t.Tokens
	r.length = len(toks)
	span := 0
	for i := 0; i < len(toks); i++ {
		k := &toks[i]
		if k.Class == lexicon.Punct {
			continue
		}
		for span < len(spans) && spans[span].End <= int(k.Start) {
			span++
		}
		inside := span < len(spans) && spans[span].Start <= int(k.Start) && hides(spans[span].Type)
		e, first, last := t.EntryAt(i)
		key := uint32(k.Hash)
		kind := kindWord
		if k.Phrase > 0 {
			key = uint32(toks[first].Hash*31 + toks[last].Hash + uint64(last-first))
			kind = kindPhrase
			if e.HasAny(lexicon.Figure|lexicon.Brand) && e.Weight() < lexicon.Medium {
				r.Figure++
				i = max(i, last)
				continue
			}
			if e.Has(lexicon.NonHealth) && e.Weight() == lexicon.NoWeight {
				r.Against++
				i = max(i, last)
				continue
			}
			if e.Weight() == lexicon.NoWeight {
				e, first, last, key, kind = k.Entry, i, i, uint32(k.Hash), kindWord
			}
		}
		if e.Has(lexicon.NonHealth) && e.Weight() < lexicon.Medium {
			r.Against++
		}
		if e.Has(lexicon.Animal) {
			r.Animal++
		}
		if inside {
			if !(e.Has(lexicon.Eponym) && e.Weight() == lexicon.Strong) {
				continue
			}
		}
		if k.Class == lexicon.Number || k.Class == lexicon.Mixed {
			if end, ok := dose(t, i); ok {
				r.add(Term{First: int32(i), Last: int32(end), key: 1, Category: lexicon.Dose, Weight: lexicon.Strong, kind: kindDose})
				i = end
				continue
			}
			if k.Class == lexicon.Mixed && e.Weight() == lexicon.NoWeight {
				if end, ok := icd10(t, i); ok {
					r.add(Term{First: int32(i), Last: int32(end), key: 2, Category: lexicon.Code, Weight: lexicon.Medium, kind: kindCode})
					i = end
				}
				continue
			}
		}
		cat := e.Category()
		if cat == lexicon.Body || cat == lexicon.Sensation {
			if end := symptom(t, i, cat); end > i {
				r.add(Term{First: int32(i), Last: int32(end), key: uint32(k.Hash), Category: lexicon.Symptom, Weight: lexicon.Strong, Sensitivity: e.Sensitivity(), kind: kindSymptom})
				i = end
				continue
			}
		}
		if e.Has(lexicon.LabName) {
			if end := labValue(t, last); end >= 0 {
				r.add(Term{First: int32(first), Last: int32(end), key: key, Category: lexicon.Lab, Weight: lexicon.Strong, Sensitivity: e.Sensitivity(), kind: kindLab})
				i = end
				continue
			}
		}
		if e.Weight() == lexicon.NoWeight {
			if k.Class == lexicon.Word && k.Entry == 0 {
				r.unknown(t, i)
			}
			continue
		}
		r.add(Term{First: int32(first), Last: int32(last), key: key, Category: cat, Weight: e.Weight(), Sensitivity: e.Sensitivity(), kind: kind})
		i = max(i, last)
	}
}

// unknown tries a word that the lexicon does not know as a misspelt term and as
// a medicine by the stem of its name.
func (r *Reading) unknown(t *identifiers.Text, i int) {
	k := &t.Tokens[i]
	word := t.Text[k.Start:k.End]
	if k.Case == lexicon.TitleCase && i > 0 {
		return // a name more often than a term
	}
	if e := t.Lexicon().Misspelt(word); e != 0 {
		r.add(Term{First: int32(i), Last: int32(i), key: 4, Category: e.Category(), Weight: e.Weight(), Sensitivity: e.Sensitivity(), kind: kindTypo})
	} else if t.Lexicon().DrugStem(word) {
		r.add(Term{First: int32(i), Last: int32(i), key: 3, Category: lexicon.Drug, Weight: lexicon.Medium, kind: kindStem})
	}
}

func (r *Reading) add(t Term) { r.Terms = append(r.Terms, t) }

// hides reports whether words inside an identifier of this type are no
// evidence of health.
func hides(t identifiers.Type) bool {
	switch t {
	case identifiers.Photo, identifiers.Facility, identifiers.Biometric, identifiers.Date:
		return false
	}
	return true
}

// symptomReach bounds the tokens between a body part and what is wrong with it.
const symptomReach = 4

// symptom gives the last token of a body part and a sensation near each other
// that begin at token i, or -1.
func symptom(t *identifiers.Text, i int, cat lexicon.Category) int {
	want := lexicon.Sensation
	if cat == lexicon.Sensation {
		want = lexicon.Body
	}
	toks := t.Tokens
	_, _, from := t.EntryAt(i)
	for j, n := from+1, 0; j < len(toks) && n < symptomReach; j++ {
		k := &toks[j]
		if k.Class == lexicon.Punct {
			if k.First != '-' && k.First != '\'' && k.First != ',' {
				break
			}
			continue
		}
		e, _, last := t.EntryAt(j)
		if e.Category() == want {
			return last
		}
		if e.HasAny(lexicon.Figure|lexicon.NonHealth) || e.Weight() >= lexicon.Medium {
			break
		}
		n++
	}
	return -1
}

// dose reads an amount at the number token i: "50mg", "10 units", "2 puffs",
// "12.5 mg", "160/5 mg". It gives its last token.
func dose(t *identifiers.Text, i int) (int, bool) {
	toks := t.Tokens
	k := &toks[i]
	if k.Class == lexicon.Mixed {
		s := t.Text[k.Start:k.End]
		n := 0
		for n < len(s) && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		if n > 0 && n < len(s) && doseUnit(lexicon.HashWord(s[n:])) {
			return i, true
		}
		return 0, false
	}
	j := i
	for j+2 < len(toks) && (toks[j+1].Is('.') || toks[j+1].Is('/') || toks[j+1].Is('-')) && toks[j+1].Gap == lexicon.GapNone && toks[j+2].Gap == lexicon.GapNone && toks[j+2].Class == lexicon.Number && j < i+6 {
		j += 2
	}
	if j+1 < len(toks) && toks[j+1].Gap <= lexicon.GapSpace && toks[j+1].Class == lexicon.Word && doseUnit(toks[j+1].Hash) {
		return j + 1, true
	}
	if j+2 < len(toks) && toks[j+1].Is('.') && toks[j+2].Class == lexicon.Mixed && toks[j+2].Gap == lexicon.GapNone {
		return dose(t, j+2)
	}
	return 0, false
}

// doseUnit reports a unit that hardly anything but a dose or a result has.
func doseUnit(h uint64) bool {
	for _, u := range doseUnits {
		if u == h {
			return true
		}
	}
	return false
}

var doseUnits = [...]uint64{lexicon.HashWord("mg"), lexicon.HashWord("mgs"), lexicon.HashWord("mcg"), lexicon.HashWord("mcgs"), lexicon.HashWord("ml"),
	lexicon.HashWord("mmol"), lexicon.HashWord("iu"), lexicon.HashWord("units"), lexicon.HashWord("puffs"), lexicon.HashWord("uiu"), lexicon.HashWord("miu"),
	lexicon.HashWord("mls"), lexicon.HashWord("ug"), lexicon.HashWord("mmhg"), lexicon.HashWord("bpm"), lexicon.HashWord("meq")}

// icd10 reads a diagnosis code of ICD-10: a capital, two digits, perhaps a dot
// and up to four more letters and digits.
func icd10(t *identifiers.Text, i int) (int, bool) {
	k := &t.Tokens[i]
	s := t.Text[k.Start:k.End]
	if len(s) != 3 || s[0] < 'A' || s[0] > 'Z' || s[1] > '9' || s[1] < '0' || s[2] > '9' || s[2] < '0' {
		return 0, false
	}
	if i+2 < len(t.Tokens) && t.Tokens[i+1].Is('.') && t.Tokens[i+1].Gap == lexicon.GapNone && t.Tokens[i+2].Gap == lexicon.GapNone && t.Tokens[i+2].Len() <= 4 && t.Tokens[i+2].Class != lexicon.Word {
		return i + 2, true
	}
	return i, true
}

// labValue gives the last token of the number that follows a lab name at once:
// "a1c 9.2", "ferritin of 8", "BP 180/110", "sats 93%"; -1 if none does.
func labValue(t *identifiers.Text, last int) int {
	toks := t.Tokens
	for j, n := last+1, 0; j < len(toks) && n < 4 && toks[j].Gap <= lexicon.GapSpace; j, n = j+1, n+1 {
		k := &toks[j]
		if k.Class == lexicon.Number {
			for j+2 < len(toks) && (toks[j+1].Is('.') || toks[j+1].Is('/') || toks[j+1].Is('-')) && toks[j+1].Gap == lexicon.GapNone && toks[j+2].Class == lexicon.Number && toks[j+2].Gap == lexicon.GapNone {
				j += 2
			}
			if j+1 < len(toks) && toks[j+1].Is('%') {
				j++
			}
			return j
		}
		if k.Is(':') || k.Is('=') || k.Is('>') || k.Is('<') || k.Class == lexicon.Word && k.Entry.Has(lexicon.Stop) && k.Len() <= 3 {
			continue
		}
		break
	}
	return -1
}
