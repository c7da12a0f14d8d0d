package main

import "strings"

// irregular lists the forms of verbs that symptoms are told with.
var irregular = map[string]string{
	"throw": "throws throwing threw thrown", "feel": "feels feeling felt", "have": "has having had", "get": "gets getting got gotten",
	"keep": "keeps keeping kept", "hurt": "hurts hurting", "bleed": "bleeds bleeding bled", "break": "breaks breaking broke broken",
	"swell": "swells swelling swelled swollen", "sleep": "sleeps sleeping slept", "eat": "eats eating ate eaten", "lose": "loses losing lost",
	"fall": "falls falling fell fallen", "come": "comes coming came", "go": "goes going went gone", "wake": "wakes waking woke woken",
	"cut": "cuts cutting", "burn": "burns burning burned burnt", "tear": "tears tearing tore torn", "be": "is was being been am are",
	"give": "gives giving gave given", "take": "takes taking took taken", "see": "sees seeing saw seen", "shake": "shakes shaking shook shaken",
	"run": "runs running ran", "sting": "stings stinging stung", "stick": "sticks sticking stuck", "bite": "bites biting bit bitten",
	"breathe": "breathes breathing breathed", "cough": "coughs coughing coughed", "find": "finds finding found", "spit": "spits spitting spat",
	"shoot": "shoots shooting shot", "drink": "drinks drinking drank drunk", "put": "puts putting", "break out": "", "can": "can", "can't": "cant",
	"pee": "pees peeing peed", "see double": "", "stand": "stands standing stood", "begin": "begins beginning began", "grow": "grows growing grew grown",
	"freeze": "freezes freezing froze frozen", "split": "splits splitting", "draw": "draws drawing drew drawn", "leave": "leaves leaving left",
	"hear": "hears hearing heard", "think": "thinks thinking thought", "want": "wants wanting wanted", "need": "needs needing needed",
	"burst": "bursts bursting", "sit": "sits sitting sat", "lie": "lies lying lay", "weep": "weeps weeping wept", "stink": "stinks stinking stank",
	"quit": "quits quitting", "od": "ods oding oded od'd", "buy": "buys buying bought", "make": "makes making made", "lay": "lays laying laid",
	"hold": "holds holding held", "fight": "fights fighting fought", "choke": "chokes choking choked", "die": "dies dying died",
}

// forms gives a term and its inflections: of the first word if verb, else the
// plural of the last, else, if exact, nothing more. A possessive is cut off by
// the tokeniser and needs no form.
func forms(text string, verb, exact bool) []string {
	out := []string{text}
	if exact || text == "" {
		return out
	}
	first, rest, many := strings.Cut(text, " ")
	if verb {
		if many {
			rest = " " + rest
		}
		if f, ok := irregular[first]; ok {
			for w := range strings.FieldsSeq(f) {
				out = append(out, w+rest)
			}
			return out
		}
		for _, w := range verbForms(first) {
			out = append(out, w+rest)
		}
		return out
	}
	if p := plural(text); p != "" {
		out = append(out, p)
	}
	return out
}

func verbForms(w string) []string {
	if len(w) < 2 {
		return nil
	}
	last := w[len(w)-1]
	stem := w
	switch {
	case last == 'e':
		stem = w[:len(w)-1]
	case last == 'y' && !vowel(w[len(w)-2]):
		return []string{w[:len(w)-1] + "ies", w[:len(w)-1] + "ied", w + "ing"}
	case doubles(w):
		stem = w + string(last)
	}
	s := w + "s"
	if strings.HasSuffix(w, "s") || strings.HasSuffix(w, "x") || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh") || strings.HasSuffix(w, "z") {
		s = w + "es"
	}
	return []string{s, stem + "ed", stem + "ing"}
}

// doubles reports whether a one-syllable verb doubles its last consonant.
func doubles(w string) bool {
	if len(w) < 3 || len(w) > 5 {
		return false
	}
	a, b, c := w[len(w)-3], w[len(w)-2], w[len(w)-1]
	if vowel(c) || c == 'w' || c == 'x' || c == 'y' || !vowel(b) || vowel(a) {
		return false
	}
	n := 0
	for i := range len(w) {
		if vowel(w[i]) {
			n++
		}
	}
	return n == 1
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// plural gives the regular plural of the last word, Greek and Latin endings
// of medicine included, or "".
func plural(text string) string {
	last := text[strings.LastIndexAny(text, " -")+1:]
	if len(last) < 3 || last[len(last)-1] < 'a' || last[len(last)-1] > 'z' {
		return ""
	}
	head := text[:len(text)-len(last)]
	switch {
	case strings.HasSuffix(last, "sis"):
		return head + last[:len(last)-2] + "es"
	case strings.HasSuffix(last, "s"), strings.HasSuffix(last, "ed"), strings.HasSuffix(last, "ing") && len(last) > 6:
		return ""
	case strings.HasSuffix(last, "x"), strings.HasSuffix(last, "ch"), strings.HasSuffix(last, "sh"), strings.HasSuffix(last, "z"):
		return head + last + "es"
	case strings.HasSuffix(last, "y") && !vowel(last[len(last)-2]):
		return head + last[:len(last)-1] + "ies"
	case strings.HasSuffix(last, "oma"):
		return head + last + "s"
	case strings.HasSuffix(last, "tooth"):
		return head + strings.TrimSuffix(last, "tooth") + "teeth"
	case strings.HasSuffix(last, "foot"):
		return head + strings.TrimSuffix(last, "foot") + "feet"
	}
	return head + last + "s"
}
