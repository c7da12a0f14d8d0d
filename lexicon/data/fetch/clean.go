package main

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// composed maps a base letter and a combining mark to the one letter they make.
// Some sources write accents decomposed; the lists hold them composed, so that
// a word stands in a list once. Marks not named here stay as they are.
var composed = func() map[[2]rune]rune {
	const (
		grave = "\u0300àèìòùỳǹ"
		acute = "\u0301áéíóúýńćśźŕĺǵ"
		circ  = "\u0302âêîôûŷĉŝĝ"
		tilde = "\u0303ãẽĩõũỹñ"
		diaer = "\u0308äëïöüÿ"
		caron = "\u030cǎěǐǒǔňčšžřďľǧť"
		cedil = "\u0327çşţ"
		ring  = "\u030aåů"
	)
	plain := map[string]string{
		grave: "aeiouyn", acute: "aeiouyncszrlg", circ: "aeiouycsg", tilde: "aeiouyn",
		diaer: "aeiouy", caron: "aeiouncszrdlgt", cedil: "cst", ring: "au",
	}
	m := map[[2]rune]rune{}
	for row, base := range plain {
		letters := []rune(row)
		for i, b := range []rune(base) {
			m[[2]rune{b, letters[0]}] = letters[i+1]
		}
	}
	return m
}()

// lower returns s in lower case, accents composed, quotes made plain, spaces
// single. The Turkish dotted capital is taken for a plain i: its usual lower
// case is an i with a loose dot that no reader types.
func lower(s string) string {
	s = strings.NewReplacer("İ", "i", "’", "'", "‘", "'", "ʻ", "'", "ʼ", "'", "´", "'", "`", "'", "‐", "-", "‑", "-", "\u00a0", " ").Replace(s)
	out := make([]rune, 0, len(s))
	for _, r := range strings.ToLower(s) {
		if n := len(out); n > 0 {
			if c, ok := composed[[2]rune{out[n-1], r}]; ok {
				out[n-1] = c
				continue
			}
		}
		out = append(out, r)
	}
	return strings.Join(strings.Fields(string(out)), " ")
}

// letter reports whether r is a Latin letter. The ordinal signs ª and º are
// letters to Unicode, not to a list of words.
func letter(r rune) bool {
	return unicode.Is(unicode.Latin, r) && unicode.IsLetter(r) && r != 'ª' && r != 'º'
}

// isWord reports whether w is made of Latin letters, and of the runes of inner
// between letters only; two letters at least. It is what keeps numbers, HTML
// entities, look-alike Greek and Cyrillic and stray punctuation out of a list.
func isWord(w, inner string) bool {
	prev, letters := rune(0), 0
	for _, r := range w {
		switch {
		case letter(r):
			letters++
		case unicode.Is(unicode.Mn, r) && letters > 0:
		case strings.ContainsRune(inner, r) && letter(prev):
		default:
			return false
		}
		prev = r
	}
	return letters >= 2 && (letter(prev) || unicode.Is(unicode.Mn, prev))
}

// parts splits at spaces and hyphens.
func parts(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' })
}

// hasInitial reports whether one of the words of s is a single letter.
func hasInitial(s string) bool {
	for _, p := range parts(s) {
		if utf8.RuneCountInString(p) == 1 {
			return true
		}
	}
	return false
}
