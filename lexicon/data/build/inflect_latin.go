package main

import (
	"strings"

	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/spanish"

	"github.com/phidetect/phidetect/lexicon"
)

// formsOf gives a term of a language and its inflections. Those of a Spanish or
// French term are made by the rules of their grammar and kept where Snowball
// gives them the term's own stem, so that no rule makes another word of it.
func formsOf(lang lexicon.Language, text string, verb, exact bool) []string {
	out := forms(text, verb, exact)
	if lang != lexicon.InSpanish && lang != lexicon.InFrench || exact || text == "" {
		return out
	}
	endings, stem := spanishForms, func(w string) string {
		s := spanish.Stem(w, false)
		if bare, ok := strings.CutSuffix(s, "z"); ok {
			return bare + "c" // "cicatrices"
		}
		return s
	}
	if lang == lexicon.InFrench {
		endings, stem = frenchForms, func(w string) string { return french.Stem(w, false) }
	}
	words := strings.Fields(text)
	head := headOf(words)
	if head > 2 {
		return out
	}
	// one word alone has all its forms, a noun with its adjective the plural
	for _, form := range endings(words[0], head == 1) {
		if stem(form) != stem(words[0]) {
			continue
		}
		many := []string{form}
		if head == 2 {
			second := endings(words[1], false)
			if len(second) == 0 {
				continue
			}
			many = append(many, second[0])
		}
		out = append(out, strings.Join(append(many, words[head:]...), " "))
	}
	return out
}

// headOf counts the words before the first preposition: the noun of a term and
// its adjectives, which alone are inflected.
func headOf(words []string) int {
	for i, w := range words {
		switch w {
		case "de", "del", "en", "a", "al", "con", "por", "para", "sin", "du", "des", "à", "au", "aux", "avec", "pour", "sans", "sur", "sous", "et", "y":
			return i
		}
		if strings.HasPrefix(w, "d'") || strings.HasPrefix(w, "l'") {
			return i
		}
	}
	return len(words)
}

// spanishForms gives the plural first, then, if all are wanted, those of the
// other gender.
func spanishForms(w string, all bool) []string {
	r := []rune(w)
	if len(r) < 4 {
		return nil
	}
	var out []string
	bare := strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u")
	switch last := r[len(r)-1]; {
	case last == 's' || last == 'x':
		return nil // lumbalgias, tórax
	case last == 'z':
		out = append(out, string(r[:len(r)-1])+"ces")
	case strings.ContainsRune("aeioué", last):
		out = append(out, w+"s")
	default:
		out = append(out, bare.Replace(w)+"es")
	}
	if !all {
		return out
	}
	for _, end := range []string{"ado", "ido", "ico", "oso", "ivo", "ario", "orio", "uto", "ino", "ano"} {
		if stem, ok := strings.CutSuffix(bare.Replace(w), end); ok && len(stem) > 1 {
			f := strings.TrimSuffix(w, "o") + "a"
			out = append(out, f, f+"s")
		}
	}
	if f, ok := strings.CutSuffix(w, "or"); ok && strings.HasSuffix(f, "d") {
		out = append(out, w+"a", w+"as") // trastornador
	}
	return out
}

// frenchForms is the same for French.
func frenchForms(w string, all bool) []string {
	r := []rune(w)
	if len(r) < 4 {
		return nil
	}
	var out []string
	switch {
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "z"):
	case strings.HasSuffix(w, "eau"), strings.HasSuffix(w, "eu"):
		out = append(out, w+"x")
	case strings.HasSuffix(w, "al"):
		out = append(out, strings.TrimSuffix(w, "l")+"ux")
	default:
		out = append(out, w+"s")
	}
	if !all {
		return out
	}
	switch {
	case strings.HasSuffix(w, "eux"):
		out = append(out, strings.TrimSuffix(w, "x")+"se", strings.TrimSuffix(w, "x")+"ses")
	case strings.HasSuffix(w, "if"):
		out = append(out, strings.TrimSuffix(w, "f")+"ve", strings.TrimSuffix(w, "f")+"ves")
	case strings.HasSuffix(w, "é"), strings.HasSuffix(w, "al"), strings.HasSuffix(w, "ent"), strings.HasSuffix(w, "ant"):
		out = append(out, w+"e", w+"es")
	case strings.HasSuffix(w, "ien"):
		out = append(out, w+"ne", w+"nes")
	}
	return out
}
