package request

import (
	"slices"
	"strings"
	"unicode"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi"
)

// Kind is the kind of a request.
type Kind string

const (
	// None is no request: a message that was not flagged.
	None Kind = ""
	// Urgent should be seen at once.
	Urgent Kind = "urgent"
	// Refill asks for medicine or a prescription.
	Refill Kind = "refill"
	// Results asks for results.
	Results Kind = "results"
	// Billing is about bills, payments, insurance.
	Billing Kind = "billing"
	// Booking makes, moves, cancels or confirms an appointment.
	Booking Kind = "booking"
	// Other is what is none of these, or not told.
	Other Kind = "other"
)

// Kinds lists the kinds in order of how soon they should be seen. Where two kinds
// have as much for them, it is the earlier one.
func Kinds() []Kind { return []Kind{Urgent, Refill, Results, Billing, Booking, Other} }

// enough is what a kind must have for it.
const enough = 2

// Of tells what a message asks for; r is its Result.
func Of(text string, r *phi.Result) Kind {
	words := normal(text)
	best, most := Other, enough-1
	for _, k := range Kinds() {
		if n := k.count(words, r); n > most {
			best, most = k, n
		}
	}
	return best
}

// short is the number of words up to which health beside a day or an hour is
// read as an appointment: "antenatal mon".
const short = 10

// hasDay reports whether a day or an hour is named.
func hasDay(r *phi.Result) bool {
	return slices.ContainsFunc(r.Spans, func(s identifiers.Span) bool { return s.Type == identifiers.Date })
}

// count is how much a message has for a kind.
func (k Kind) count(words string, r *phi.Result) int {
	n := 0
	for _, c := range cues[k] {
		if c.in(words) {
			n += c.weight
		}
	}
	has := r.Health.Categories.Has
	switch k {
	case Refill:
		if has(lexicon.Drug) {
			n++
		}
	case Results:
		if has(lexicon.Test) || has(lexicon.Lab) {
			n++
		}
	case Billing:
		if has(lexicon.Insurance) {
			n++
		}
	case Booking:
		if len(r.Health.Evidence) > 0 && (has(lexicon.CareEvent) || has(lexicon.Procedure) || has(lexicon.Test) || strings.Count(words, " ") <= short) {
			n++
		}
		if facts := factsOf(words); facts&anyDay != 0 || facts&anyTime != 0 || hasDay(r) {
			n++
		}
	}
	return n
}

// normal gives the words of a text in lower case between single spaces, without
// apostrophes and signs, and with a space at both ends.
func normal(text string) string {
	var b strings.Builder
	b.WriteByte(' ')
	gap := true
	for _, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Mc, r):
			b.WriteRune(unicode.ToLower(r))
			gap = false
		case r == '\'' || r == '’' || r == '‘' || r == '`':
		case !gap:
			b.WriteByte(' ')
			gap = true
		}
	}
	if !gap {
		b.WriteByte(' ')
	}
	return b.String()
}
