package phi

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// Options change what a Detector does. The zero value and nil mean the
// defaults. A Detector keeps its own copy.
type Options struct {
	// Lexicon replaces the embedded one, as lexicon.Default().With(…) makes it.
	Lexicon *lexicon.Lexicon
	// Matchers run after the library's own, in order; where they overlap, see
	// the overlap policy in the package's doc.
	Matchers []identifiers.Matcher
	// MinScore drops spans below it; 0 means 0.5.
	MinScore float32
	// HealthThreshold is the health score from which a text counts as speaking
	// of health; 0 means 0.5.
	HealthThreshold float32
	// IgnoreDates makes a date alone identify nobody.
	IgnoreDates bool
	// SenderKnown says that the sender is known from outside the text, so that
	// personal health alone is PHI.
	SenderKnown bool
	// Own lists the clinic's own details: names of its staff, its phone numbers,
	// address, handles, web address. A span that is one of them, whatever its
	// case and punctuation, gets identifiers.RoleStaff and identifies no patient.
	Own []string
	// Languages fixes the languages of the texts: with one in it, Result.Language
	// is that; with several, only those are told apart. Empty, as a rule, it is
	// left to the words of each text.
	Languages LanguageSet
	// Types limits what is reported, nil means all.
	Types []identifiers.Type
}

func (o *Options) minScore() float32 {
	if o.MinScore == 0 {
		return 0.5
	}
	return o.MinScore
}

func (o *Options) healthThreshold() float32 {
	if o.HealthThreshold == 0 {
		return 0.5
	}
	return o.HealthThreshold
}
