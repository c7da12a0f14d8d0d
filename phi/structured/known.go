package structured

import (
	"slices"
	"strings"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// matcherKnown names spans that another value of the record has given.
const matcherKnown = "record"

// known are the names and numbers that the places of a record have given, by
// their words in lower case.
type known struct {
	words map[string]knownWord
	facts facts
}

type knownWord struct {
	typ  identifiers.Type
	role identifiers.Role
}

// commonRank is the rank from which a word is too common to be taken for a name
// because it is one elsewhere.
const commonRank = 9

func (k *known) reset() {
	clear(k.words)
	k.facts = 0
}

// note takes the words of a name and codes of five letters and digits or more,
// four of them digits.
func (k *known) note(f *field) {
	if strings.IndexByte(f.text, '[') >= 0 {
		return // a label has been put there
	}
	switch f.typ {
	case identifiers.Name:
		eachWord(f.text, func(i, j int) {
			if w := f.text[i:j]; letters(w) >= 3 && j-i <= 40 && distinct(w) {
				k.add(w, f)
			}
		})
	case identifiers.Phone, identifiers.SSN, identifiers.NationalID, identifiers.MedicalRecordNumber, identifiers.HealthPlanNumber, identifiers.AccountNumber,
		identifiers.LicenseNumber, identifiers.VehicleID, identifiers.DeviceID, identifiers.Handle, identifiers.UniqueID:
		if n := strings.Count(f.text, " "); n == 0 && len(f.text) >= 5 && len(f.text) <= 40 && digits(f.text) >= 4 {
			k.add(f.text, f)
		}
	}
}

func (k *known) add(w string, f *field) {
	if k.words == nil {
		k.words = map[string]knownWord{}
	}
	w = strings.ToLower(w)
	if _, ok := k.words[w]; !ok {
		k.words[w] = knownWord{f.typ, f.role}
	}
	k.facts |= factsOf(f.typ, f.role, false)
}

// appendSpans appends the places of known words in text that no span covers.
func (k *known) appendSpans(spans []identifiers.Span, text string) []identifiers.Span {
	if len(k.words) == 0 {
		return spans
	}
	own := spans
	n := 0
	look := func(i, j int) bool {
		w, ok := k.words[strings.ToLower(text[i:j])]
		if !ok {
			return false
		}
		for n < len(own) && own[n].End <= i {
			n++
		}
		if n < len(own) && own[n].Start < j {
			return true
		}
		spans = append(spans, identifiers.Span{Start: i, End: j, Score: 0.9, Type: w.typ, Role: w.role, Why: identifiers.Why{Matcher: matcherKnown}})
		return true
	}
	eachRun(text, func(i, j int) {
		if look(i, j) {
			return
		}
		eachWord(text[i:j], func(a, b int) { look(i+a, i+b) })
	})
	return spans
}

func sortSpans(s []identifiers.Span) []identifiers.Span {
	slices.SortFunc(s, func(a, b identifiers.Span) int { return a.Start - b.Start })
	return s
}

// distinct reports a word that says little else than a name.
func distinct(w string) bool {
	var scan lexicon.Scan
	scan.Run(lexicon.Default(), w)
	if len(scan.Tokens) != 1 {
		return letters(w) >= 5
	}
	e := scan.Tokens[0].Entry
	return e.Rank() < commonRank && e.Weight() == lexicon.NoWeight && e.Cue() == 0 && !e.HasAny(lexicon.Stop|lexicon.Street|lexicon.Facility|lexicon.State)
}

// eachWord calls do for the stretches of letters and digits.
func eachWord(s string, do func(i, j int)) { stretches(s, wordByte, do) }

// eachRun does for stretches with what joins codes between them.
func eachRun(s string, do func(i, j int)) {
	stretches(s, func(c byte) bool { return wordByte(c) || c == '-' || c == '_' || c == '/' || c == '.' }, func(i, j int) {
		for j > i && !wordByte(s[j-1]) {
			j--
		}
		for i < j && !wordByte(s[i]) {
			i++
		}
		if i < j {
			do(i, j)
		}
	})
}

func stretches(s string, in func(byte) bool, do func(i, j int)) {
	for i := 0; i < len(s); i++ {
		if !in(s[i]) {
			continue
		}
		j := i + 1
		for j < len(s) && in(s[j]) {
			j++
		}
		do(i, j)
		i = j
	}
}

func wordByte(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80
}

func letters(s string) (n int) {
	for i := range len(s) {
		if c := s[i]; c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 {
			n++
		}
	}
	return n
}

func digits(s string) (n int) {
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			n++
		}
	}
	return n
}
