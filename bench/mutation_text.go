package bench

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

func fullWidth(r rune) string {
	if r > ' ' && r <= '~' {
		r += 0xFEE0
	}
	return string(r)
}

func mathBold(r rune) string {
	switch {
	case r >= 'A' && r <= 'Z':
		r += 0x1D400 - 'A'
	case r >= 'a' && r <= 'z':
		r += 0x1D41A - 'a'
	case r >= '0' && r <= '9':
		r += 0x1D7CE - '0'
	}
	return string(r)
}

// accented draws an acute accent on vowels.
func accented(r rune) string {
	if strings.ContainsRune("aeiouAEIOU", r) {
		return string(r) + "\u0301"
	}
	return string(r)
}

func smartQuotes(w *rewrite, _ *Message, _ *rand.Rand) {
	open := false
	w.eachRune(func(i, n int, r rune) string {
		switch r {
		case '\'':
			return "’"
		case '"':
			if open = !open; open {
				return "“"
			}
			return "”"
		}
		return w.src[i : i+n]
	})
}

var alikeLetters = map[byte]string{'a': "а", 'c': "с", 'e': "е", 'o': "о", 'p': "р", 'x': "х", 'y': "у", 'A': "А", 'B': "В", 'C': "С", 'E': "Е", 'H': "Н", 'K': "К", 'M': "М", 'O': "О", 'P': "Р", 'T': "Т", 'X': "Х"}

// cyrillic puts look-alikes for the letters of a word as far as one Latin letter
// is left in it: what is all Cyrillic is not a disguise but another word.
func cyrillic(w *rewrite, _ *Message, _ *rand.Rand) {
	letters := func(i int) bool { return w.src[i]|0x20 >= 'a' && w.src[i]|0x20 <= 'z' }
	for i := 0; i < len(w.src); {
		end := i
		plain := -1 // a letter that has to stay
		for end < len(w.src) && letters(end) {
			if alikeLetters[w.src[end]] == "" || plain < 0 {
				plain = end
			}
			end++
		}
		for ; i < end; i++ {
			if a := alikeLetters[w.src[i]]; a != "" && i != plain {
				w.put(1, a)
			} else {
				w.copy(i + 1)
			}
		}
		if i < len(w.src) {
			w.copy(i + 1)
			i++
		}
	}
}

// onCues writes f's text for each cue word that stands in no label.
func onCues(f func(word string, chance *rand.Rand) string) mutator {
	return func(w *rewrite, m *Message, chance *rand.Rand) {
		var t identifiers.Text
		t.Read(lexicon.Default(), m.Text)
		for i := range t.Tokens {
			k := &t.Tokens[i]
			if k.Class != lexicon.Word || t.CueAt(i) == lexicon.NoCue {
				continue
			}
			start, end := t.Map.Original(int(k.Start), int(k.End))
			if start < w.done || labelled(m, start, end) {
				continue
			}
			w.copy(start)
			w.put(end-start, f(m.Text[start:end], chance))
		}
	}
}

func labelled(m *Message, start, end int) bool {
	for _, g := range m.Spans {
		if g.overlaps(start, end) {
			return true
		}
	}
	return false
}

func randomCase(word string, chance *rand.Rand) string {
	return strings.Map(func(r rune) rune {
		if chance.IntN(2) == 0 {
			return unicode.ToUpper(r)
		}
		return unicode.ToLower(r)
	}, word)
}

// typo swaps two letters inside of a word of four or more, which people read
// over.
func typo(word string, chance *rand.Rand) string {
	b := []byte(word)
	if len(b) < 4 || utf8.RuneCountInString(word) != len(b) {
		return word
	}
	i := 1 + chance.IntN(len(b)-3)
	b[i], b[i+1] = b[i+1], b[i]
	return string(b)
}

// punctuated puts a mark behind each label that a space or an end follows.
func punctuated(w *rewrite, m *Message, chance *rand.Rand) {
	marks := [...]string{".", ",", "!", "?", ";", ":", ")", "...", "!!", "…"}
	for _, g := range m.Spans {
		if g.End < len(m.Text) && m.Text[g.End] != ' ' && m.Text[g.End] != '\n' {
			continue
		}
		w.copy(g.End)
		w.insert(marks[chance.IntN(len(marks))])
	}
}

// surrounded puts sentences before and behind: on the same line where the
// message is one, else on lines of their own.
func surrounded(w *rewrite, m *Message, _ *rand.Rand) {
	gap := " "
	if strings.Contains(m.Text, "\n") {
		gap = "\n"
	}
	w.insert("It rained all day here, so the garden looks green again." + gap)
	w.copy(len(m.Text))
	w.insert(gap + "The bus was full again, we had to stand all the way.")
}
