package phi

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// A Result is what Detect found. It holds offsets, never text. Offsets are
// bytes of the input, half-open, on rune boundaries.
type Result struct {
	// Verdict sums the rest up.
	Verdict Verdict
	// Reasons are the grounds that the verdict rests on.
	Reasons Reason
	// Spans are the identifiers in order of their place, without overlaps.
	Spans []identifiers.Span
	// Health says how far and about whom the text speaks of health.
	Health Health
	// Language is the one that most of the words speak for; see Languages and
	// LanguageAt for texts in several.
	Language Language
	spoken   tongues
	// cuts are the ends of the parts that a long text was read in; none for a
	// text that was read whole.
	cuts []int
}

// Health is what a text says of health or care.
type Health struct {
	// Score is the calibrated chance that the text speaks of somebody's health
	// or care, 0 to 1.
	Score float32
	// Personal reports that it is about a particular person, not health in
	// general or an advertisement.
	Personal bool
	// Subject says who that person is, where the text tells.
	Subject Subject
	// Signals are hints the verdict rests on that are no span.
	Signals Signal
	// Categories and Sensitivity are the unions over the evidence.
	Categories  CategorySet
	Sensitivity lexicon.Sensitivity
	// Evidence are the words that speak of health, in order of their place.
	Evidence []Evidence
}

// Evidence is a word or phrase that speaks of health: bytes [Start, End) of
// the input.
type Evidence struct {
	Start, End  int
	Category    lexicon.Category
	Weight      lexicon.Weight
	Sensitivity lexicon.Sensitivity
}

// A CategorySet is a set of health categories.
type CategorySet uint32

// Has reports whether c is in the set.
func (s CategorySet) Has(c lexicon.Category) bool { return s&(1<<c) != 0 }

// Subject says whose health a text speaks of.
type Subject uint8

const (
	// SubjectUnknown: nobody in particular, or the text does not tell.
	SubjectUnknown Subject = iota
	// SubjectWriter is the writer.
	SubjectWriter
	// SubjectRelative is a child, a relative or a friend of the writer.
	SubjectRelative
	// SubjectPatient is a patient a third person speaks of.
	SubjectPatient
	// SubjectGeneral: patients in general, a question of what is offered.
	SubjectGeneral
	// SubjectAdvertised: an advertisement or announcement.
	SubjectAdvertised
	// SubjectNews: a public figure or a piece of news.
	SubjectNews
)

var subjectNames = [...]string{"", "writer", "relative", "patient", "general", "advertised", "news"}

// String gives the name used in JSON; "" for SubjectUnknown.
func (s Subject) String() string {
	if int(s) < len(subjectNames) {
		return subjectNames[s]
	}
	return ""
}

// Signal is a set of named hints.
type Signal uint16

const (
	// SignalHint: the text identifies a patient without a name ("the judge in
	// bed 12").
	SignalHint Signal = 1 << iota
	// SignalStaff: a member of the clinic's staff speaks.
	SignalStaff
	// SignalNegated: all health facts are denied ("no fever"). They are health
	// information still.
	SignalNegated
	// SignalAnimal: it may be about an animal.
	SignalAnimal
	// SignalHypothetical: all are supposed ("if I were pregnant").
	SignalHypothetical
	// SignalPast: all lie in the past ("had chemo 9 years ago").
	SignalPast
	// SignalRoom: a numbered room or bed is named.
	SignalRoom
)

var signalNames = [...]string{"hint", "staff", "negated", "animal", "hypothetical", "past", "room"}

// Names lists the set hints.
func (s Signal) Names() []string {
	var out []string
	for i, n := range signalNames {
		if s&(1<<i) != 0 {
			out = append(out, n)
		}
	}
	return out
}
