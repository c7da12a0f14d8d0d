package answer

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi"
)

func meaning(v phi.Verdict) string {
	switch v {
	case phi.PHI:
		return "It identifies a person and says something of that person's health, care or payment for care."
	case phi.Identifier:
		return "It identifies somebody, but says nothing of their health or care as a patient."
	case phi.HealthOnly:
		return "It speaks of health or care, but identifies nobody."
	}
	return "It neither identifies anybody nor speaks of anybody's health."
}

// grounds puts the reasons of a verdict into words.
func grounds(set phi.Reason) []string {
	out := []string{}
	for _, g := range []struct {
		reason phi.Reason
		words  string
	}{
		{phi.ReasonPerson, "somebody is identified who does not give care"},
		{phi.ReasonProvider, "only those who give care are identified"},
		{phi.ReasonDate, "a date or a picture is all that ties it to somebody"},
		{phi.ReasonHint, "a hint identifies somebody without a name"},
		{phi.ReasonHealth, "it speaks of somebody's health or care"},
		{phi.ReasonTheirs, "the health is that of who is identified"},
		{phi.ReasonNotTheirs, "the health is not that of who is identified"},
	} {
		if set&g.reason != 0 {
			out = append(out, g.words)
		}
	}
	return out
}

// about says whose health it is.
func about(h *phi.Health) string {
	if len(h.Evidence) == 0 {
		return "no words of health"
	}
	switch h.Subject {
	case phi.SubjectWriter:
		return "about the writer"
	case phi.SubjectRelative:
		return "about somebody close to the writer"
	case phi.SubjectPatient:
		return "about a patient"
	case phi.SubjectGeneral:
		return "about nobody in particular"
	case phi.SubjectAdvertised:
		return "an advertisement or announcement"
	case phi.SubjectNews:
		return "a public figure or a piece of news"
	}
	if h.Personal {
		return "about a particular person"
	}
	return "about nobody in particular"
}

// whose says whose an identifier is, and whether it identifies at all.
func whose(s *identifiers.Span) string {
	if s.Vague {
		return "identifies nobody by itself"
	}
	return s.Role.String()
}

// cueWords explains the cues whose names do not explain themselves.
var cueWords = map[lexicon.Cue]string{
	lexicon.CueIntro:      "introduced by words such as “my name is”",
	lexicon.CueIntroWeak:  "introduced by words such as “this is”",
	lexicon.CueSignoff:    "behind a closing such as “regards”",
	lexicon.CueGreeting:   "behind a greeting",
	lexicon.CueTitle:      "beside a title such as “Mrs”",
	lexicon.CueDoctor:     "beside a provider's title such as “Dr”",
	lexicon.CueCredential: "beside a credential such as “RN”",
	lexicon.CueKin:        "beside a relative such as “my son”",
	lexicon.CueChild:      "beside a word for a child",
	lexicon.CuePerson:     "labelled as a person, such as “patient”",
	lexicon.CueHere:       "before words such as “here” or “speaking”",
	lexicon.CueSpeech:     "beside what people do, such as “said”",
	lexicon.CueBorn:       "labelled as a birth date",
	lexicon.CueRelative:   "a relative day such as “tomorrow”",
	lexicon.CueAgeUnit:    "followed by a unit of age",
}

// why says in words what a matcher gives as its grounds.
func why(w identifiers.Why) string {
	s := "matcher " + spaced(w.Matcher)
	if words := cueWords[w.Cue]; words != "" {
		s += "; " + words
	} else if c := w.Cue.String(); c != "" {
		s += "; cue: " + spaced(c)
	}
	if w.Checksum {
		s += "; its check digit agrees"
	}
	return s
}
