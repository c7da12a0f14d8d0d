package lexicon

import (
	"unicode"
	"unicode/utf8"
)

// tokenize appends the tokens of folded text to dst.
func tokenize(dst []Token, text string) []Token {
	dst, _ = tokenizeNoting(dst, text)
	return dst
}

// tokenizeNoting appends the tokens of folded text to dst in one pass: bounds,
// class, case and hash of each. It notes what may veil words besides. It takes
// time linear in the text.
func tokenizeNoting(dst []Token, text string) ([]Token, veils) {
	gap := GapLine
	spaces, singles := 0, 0
	var seen veils
	for i := 0; i < len(text); {
		c := text[i]
		switch class[c] {
		case byteSpace:
			spaces++
			if gap == GapNone {
				gap = GapSpace
			}
			if gap == GapSpace && (spaces >= 3 || c == '\t') {
				gap = GapWide
				seen |= veilTabs & -veils(c&1) // of tab and space a tab is odd
			}
			i++
			continue
		case byteLine:
			gap = GapLine
			if n := len(dst); n > 0 && (dst[n-1].First == '-' || dst[n-1].First == '/') {
				seen |= veilBroken
			}
			i++
			continue
		case byteControl:
			gap = max(gap, GapSpace)
			i++
			continue
		case bytePunct:
			dst = append(dst, Token{Start: int32(i), End: int32(i + 1), Class: Punct, Gap: gap, First: c})
			if v := veilMarks[c]; v != 0 {
				if v == veilMark || i+1 < len(text) && class[text[i+1]] == byteLetter && (c == '$' || i > 0 && class[text[i-1]] == byteLetter) {
					seen |= v
				}
			}
			i++
		case byteHigh:
			r, n := utf8.DecodeRuneInString(text[i:])
			if unicode.IsSpace(r) {
				gap = max(gap, GapSpace)
				i += n
				continue
			}
			if !unicode.IsLetter(r) && !unicode.IsMark(r) {
				dst = append(dst, Token{Start: int32(i), End: int32(i + n), Class: Symbol, Gap: gap, First: c, Hash: HashWord(text[i : i+n])})
				seen |= veilSymbol
				i += n
				break
			}
			if joinedScript(r) {
				j := i + n
				for j < len(text) {
					r, n := utf8.DecodeRuneInString(text[j:])
					if !joinedScript(r) {
						break
					}
					j += n
				}
				dst = append(dst, Token{Start: int32(i), End: int32(j), Class: Ideographs, Gap: gap, First: c, Hash: HashWord(text[i:j])})
				seen |= veilSymbol
				i = j
				break
			}
			dst = append(dst, Token{Gap: gap})
			t := &dst[len(dst)-1]
			i = skipSuffix(t, text, word(t, text, i))
		default:
			dst = append(dst, Token{Gap: gap})
			t := &dst[len(dst)-1]
			i = word(t, text, i)
			if i < len(text) && text[i] == '\'' {
				i = skipSuffix(t, text, i)
			}
			if t.End-t.Start == 1 {
				if singles++; singles >= leastSpaced {
					seen |= veilSpaced
				}
			} else {
				singles = 0
				if t.Class == Mixed || t.Case == CamelCase || t.End-t.Start >= shortestRunOn {
					seen |= veilSlip
				}
			}
		}
		gap, spaces = GapNone, 0
	}
	return dst, seen
}

// word reads one run of letters and digits from text[i] into t and returns
// where it ends.
func word(t *Token, text string, i int) int {
	start := i
	h := hashSeed
	uppers := 0
	for i < len(text) && class[text[i]] == byteLetter {
		c := text[i]
		uppers += int(^c >> 5 & 1) // bit 5 is what capitals lack
		h = (h ^ uint64(c|0x20)) * hashMul
		i++
	}
	letters, digits := i-start, 0
	firstUpper := letters > 0 && text[start] < 'a'
	if letters > 0 && (i == len(text) || ends[class[text[i]]] && text[i] != '\'') {
		t.Start, t.End, t.Hash, t.First, t.Class = int32(start), int32(i), finish(h), text[start], Word
		if uppers > 0 {
			t.Case = caseOf(letters, uppers, firstUpper)
		}
		return i
	}
	for i < len(text) {
		c := text[i]
		k := class[c]
		if k == byteLetter {
			letters++
			uppers += int(^c >> 5 & 1) // bit 5 is what capitals lack
			h = (h ^ uint64(c|0x20)) * hashMul
			i++
			continue
		}
		if k == byteDigit {
			digits++
			h = (h ^ uint64(c)) * hashMul
			i++
			continue
		}
		if k == byteHigh {
			r, n := utf8.DecodeRuneInString(text[i:])
			if r == utf8.RuneError || joinedScript(r) || !unicode.IsLetter(r) && !unicode.IsMark(r) {
				break
			}
			if unicode.IsUpper(r) {
				uppers++
				if i == start {
					firstUpper = true
				}
				r = unicode.ToLower(r)
			}
			letters++
			for _, b := range []byte(string(r)) {
				h = (h ^ uint64(b)) * hashMul
			}
			i += n
			continue
		}
		if c == '\'' && letters > 0 && innerApostrophe(text, start, i) {
			i++
			continue
		}
		break
	}
	t.Start, t.End, t.Hash, t.First = int32(start), int32(i), finish(h), text[start]
	switch {
	case digits == 0:
		t.Class = Word
	case letters == 0:
		t.Class = Number
	default:
		t.Class = Mixed
	}
	t.Case = caseOf(letters, uppers, firstUpper)
	return i
}

// ends are the classes of bytes that no word goes on with.
var ends = [...]bool{byteSpace: true, bytePunct: true, byteLine: true, byteControl: true, byteHigh: false}

func caseOf(letters, uppers int, firstUpper bool) Case {
	switch {
	case uppers == 0:
		return LowerCase
	case uppers == letters && letters > 1:
		return UpperCase
	case uppers == 1 && firstUpper:
		return TitleCase
	}
	return CamelCase
}

// innerApostrophe reports whether the apostrophe at text[i] belongs to the
// word that begins at start: "o'brien", "don't", "ma'am" yes; "dana's", "we'll"
// and the French "l'hôpital" no.
func innerApostrophe(text string, start, i int) bool {
	if i+1 >= len(text) || class[text[i+1]] != byteLetter {
		return false
	}
	n := 0 // letters behind, as far as a suffix can be long
	for n < 3 && i+1+n < len(text) && class[text[i+1+n]] == byteLetter {
		n++
	}
	c := text[i+1] | 0x20
	if n == 1 {
		// 't stays with its word ("dont"): without it "don't" would be Don.
		return c == 't' && text[i-1]|0x20 == 'n'
	}
	if n == 2 {
		d := text[i+2] | 0x20
		if c == 'l' && d == 'l' || c == 'v' && d == 'e' || c == 'r' && d == 'e' {
			return false
		}
	}
	if i-start == 1 {
		switch text[start] | 0x20 {
		case 'l', 'j', 'm', 'n', 's', 't', 'c':
			return false // French elision; d' is left to names
		}
	}
	if i-start == 2 && text[start]|0x20 == 'q' {
		return false
	}
	return true
}

// skipSuffix notes the contracted ending that follows the word and returns
// where the text goes on.
func skipSuffix(t *Token, text string, i int) int {
	if i >= len(text) || text[i] != '\'' || t.Class != Word && t.Class != Mixed {
		return i
	}
	n := 0
	for n < 3 && i+1+n < len(text) && class[text[i+1+n]] == byteLetter {
		n++
	}
	if i+1+n < len(text) && class[text[i+1+n]] == byteDigit {
		return i
	}
	if n == 1 {
		switch text[i+1] | 0x20 {
		case 's':
			t.Suffix = SuffixS
		case 'm':
			t.Suffix = SuffixM
		case 'd':
			t.Suffix = SuffixOther
		default:
			return i
		}
		return i + 2
	}
	if n == 2 {
		switch c, d := text[i+1]|0x20, text[i+2]|0x20; {
		case c == 'l' && d == 'l', c == 'v' && d == 'e', c == 'r' && d == 'e':
			t.Suffix = SuffixOther
			return i + 3
		}
	}
	return i
}

// joinedScript reports whether r is a letter of a script whose words are not
// set apart by spaces.
func joinedScript(r rune) bool {
	return r >= 0x2E80 && (r >= 0x3040 && r <= 0x30FF || r >= 0x3400 && r <= 0x4DBF || r >= 0x4E00 && r <= 0x9FFF ||
		r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x3134F) || r >= 0x0E00 && r <= 0x0E7F
}
