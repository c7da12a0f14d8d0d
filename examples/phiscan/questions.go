package main

import (
	"strings"
	"unicode"

	"github.com/phidetect/phidetect/lexicon"
)

// A question is what the clinic's last message asks for.
type question struct {
	health   bool // after the patient's health
	identity bool // after a number, a date of birth or a name
	reason   bool // after what brings the patient
}

// questionOf reads a message of the clinic.
func questionOf(text string) question {
	low := strings.ToLower(text)
	asks := strings.Contains(low, "?")
	q := question{health: asks && !containsAny(low, "for yourself", "asking for")}
	asks = asks || containsAny(low, "please", "pls", "reply", "send", "give", "type", "pop", "share", "confirm")
	q.identity = asks && hasWord(low, identityWords)
	q.reason = containsAny(low, reasonPhrases...)
	return q
}

// identityWords are what a clinic calls the thing it finds a patient by.
var identityWords = wordSet("name names surname dob birth birthday born number no id mrn serial account acct medicare member policy reference ref rego plate mobile phone email who kiddo")

// reasonPhrases ask what brings a patient.
var reasonPhrases = []string{"reason", "brings you", "what for", "what is it for", "what's it for", "what's wrong", "what's going on", "what's happening", "what seems", "what do you need",
	"what must i write", "symptoms", "complaint", "how can we help", "how can i help", "how may we", "how may i"}

// answersIdentity reports whether a message, alone, is the answer to a
// question for a number, a date or a name: digits enough, or up to three words
// of which one is a name or nothing the lexicon knows.
func answersIdentity(text string) bool {
	digits := 0
	for _, r := range text {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	fields := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '.' || r == '!' })
	if digits > 0 || len(fields) == 0 || len(fields) > 3 {
		return digits >= 5 && len(fields) <= 8
	}
	named := false
	for _, f := range fields {
		for _, r := range f {
			if !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’' && !unicode.Is(unicode.M, r) {
				return false
			}
		}
		e := known.Lookup(f)
		switch {
		case e.Has(lexicon.Stop) || e.Weight() != lexicon.NoWeight:
			return false
		case e.Name() >= bareName:
			named = true
		case e.Rank() > 0:
			return false
		case e.Cue() == lexicon.NoCue && e.Place() == 0 && len(f) > 3:
			named = true
		}
	}
	return named
}

// bareName is the odds from which a word that stands alone behind "what name?"
// is a name.
const bareName = 6

var known = lexicon.Default()

// denies reports whether a message begins with a no.
func denies(text string) bool {
	f := strings.FieldsFunc(lowered(text, 32), func(r rune) bool { return !unicode.IsLetter(r) })
	return len(f) > 0 && denials[f[0]]
}

var denials = wordSet("no nah nope none never nup not na non nein nada")

// warns reports the warning that stands under so many automatic answers: it
// names symptoms of nobody in particular.
func warns(text string) bool {
	low := strings.ToLower(text)
	return containsAny(low, "if you", "if your", "for emergencies", "in an emergency") && containsAny(low, "911", "999", "000", "111", "112", "988", "emergenc", "a&e", "nearest er")
}

// introduces reports whether the name between before and after is the writer's
// own: "I'm Jess", "Jess here", "- Jess".
func introduces(before, after string) bool {
	b := strings.TrimRight(lowered(before, -24), " \n")
	for _, s := range introductions {
		if strings.HasSuffix(b, s) && (len(b) == len(s) || !unicode.IsLetter(rune(b[len(b)-len(s)-1])) || !unicode.IsLetter(rune(s[0]))) {
			return true
		}
	}
	a := strings.TrimLeft(lowered(after, 16), " ,")
	return startsWithAny(a, "here", "from ", "speaking", "at reception")
}

var introductions = []string{"i'm", "i’m", "i am", "this is", "my name is", "my name's", "it's", "-", "–", "—", "~", "regards,", "wishes,", "thanks,", "cheers,", "love,"}

// sendsTo reports whether the name behind before is a colleague's to turn to.
func sendsTo(before string) bool {
	b := strings.TrimRight(lowered(before, -24), " ")
	for _, s := range []string{"ask for", "send it to", "speak to", "talk to", "speak with", "email", "contact", "to see", "seeing"} {
		if strings.HasSuffix(b, s) {
			return true
		}
	}
	return false
}

// atDesk reports whether what follows a name places its bearer at the clinic.
func atDesk(after string) bool {
	a := strings.TrimLeft(lowered(after, 24), " ,")
	return startsWithAny(a, "on the desk", "at the desk", "from the desk", "on reception", "at reception", "from reception", "at the front", "on the front", "from billing", "from the team", "from the clinic")
}

func containsAny(s string, list ...string) bool {
	for _, x := range list {
		if strings.Contains(s, x) {
			return true
		}
	}
	return false
}

func startsWithAny(s string, list ...string) bool {
	for _, x := range list {
		if strings.HasPrefix(s, x) {
			return true
		}
	}
	return false
}

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// hasWord reports whether one of the words of low is in the set.
func hasWord(low string, set map[string]bool) bool {
	for _, f := range strings.FieldsFunc(low, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if set[f] {
			return true
		}
	}
	return false
}

// lowered is the first n bytes of a text in lower case, or with n < 0 the last.
func lowered(text string, n int) string {
	if n < 0 {
		return strings.ToLower(text[max(0, len(text)+n):])
	}
	return strings.ToLower(text[:min(len(text), n)])
}
