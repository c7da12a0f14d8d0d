package identifiers

import "github.com/phidetect/phidetect/lexicon"

// spelledReach bounds the words of a number that is spelled out.
const spelledReach = 40

// spelledNumbers finds numbers that are written in words, wholly or in part:
// "three three seven five five five oh one two nine", "o4nine1 five77 four26",
// "(two one two) 555 dash 0 1 4 4", "six M P five Q four". The words become a
// candidate that the judges see like any other.
func (t *Text) spelledNumbers(dst []Span) []Span {
	if !t.Triggers.Cues.HasAny(lexicon.CueNumeral, lexicon.CueTens) && !t.hasDigitWords() {
		return dst
	}
	for i := 0; i < len(t.Tokens); i++ {
		if t.claimed(i) || !t.spellStart(i) {
			continue
		}
		c := &t.cands[0]
		*c = candidate{}
		last, words := t.readSpelled(i, c)
		if words < 2 || c.n < 4 {
			continue
		}
		c.first, c.last = i, last
		c.label = t.labelBefore(i)
		j := t.judgeSpelled(c)
		if j.score < threshold {
			i = last
			continue
		}
		if t.is(i-1, '(') {
			i--
		}
		if t.free(i, last) {
			t.claim(i, last)
			dst = append(dst, Span{Start: int(t.Tokens[i].Start), End: int(t.Tokens[last].End), Type: j.typ, Score: j.score, Why: Why{Matcher: j.name, Cue: c.label.cue}})
		}
		i = last
	}
	return dst
}

// judgeSpelled judges a number read from words: nobody spells what is no
// number to be noted down, so its length alone speaks for a phone.
func (t *Text) judgeSpelled(c *candidate) judgement {
	c.ngroups, c.piece = 1, true
	j := t.judgeOne(c)
	if j.score >= threshold {
		return j
	}
	if c.letters == 0 && c.n >= 9 && c.n <= 12 {
		if c.label.cue == lexicon.CueFax && c.label.tok >= 0 {
			return judgement{Fax, 0.8, false, "phone"}
		}
		return judgement{Phone, 0.7, false, "phone"}
	}
	if c.letters == 0 && c.n >= 7 {
		return judgement{Phone, 0.55, false, "phone"}
	}
	return judgement{}
}

// hasDigitWords reports a mixed token that spells a digit ("nine1seven").
func (t *Text) hasDigitWords() bool {
	for _, d := range t.Triggers.Digits {
		if k := &t.Tokens[d]; k.Class == lexicon.Mixed && k.Len() >= 4 {
			return true
		}
	}
	return false
}

// spellStart reports whether a spelled number may begin at token i.
func (t *Text) spellStart(i int) bool {
	k := &t.Tokens[i]
	switch k.Class {
	case lexicon.Word:
		if k.Len() == 1 {
			return t.letterStart(i)
		}
		return t.CueAt(i) == lexicon.CueNumeral && k.Hash != hashUn && k.Hash != hashHundred
	case lexicon.Mixed:
		var c candidate
		return k.Len() >= 4 && c.digitWords(t.Text[k.Start:k.End])
	case lexicon.Number:
		return k.Len() <= 3 && i+1 < len(t.Tokens) && (t.CueAt(i+1) == lexicon.CueNumeral || t.Tokens[i+1].Class == lexicon.Mixed && t.spellStart(i+1))
	}
	return false
}

// letterWord gives the word that spells out the letter at token i: "B as in
// Bob", "M for mother", or 0. It begins with the letter.
func (t *Text) letterWord(i int) int {
	w := 0
	switch {
	case i+2 >= len(t.Tokens):
	case t.Tokens[i+1].Hash == hashAs && t.Tokens[i+2].Hash == hashIn:
		w = i + 3
	case t.Tokens[i+1].Hash == hashFor, t.Tokens[i+1].Hash == hashLike:
		w = i + 2
	}
	if w == 0 || w >= len(t.Tokens) || t.Tokens[w].Class != lexicon.Word || t.Tokens[w].Len() < 3 || t.Tokens[w].First|0x20 != t.Tokens[i].First|0x20 {
		return 0
	}
	return w
}

// letterStart reports whether a number begins with the letter at token i: a
// spelled one, or up to three letters before a number word ("Z G P, nine …").
func (t *Text) letterStart(i int) bool {
	if t.letterWord(i) > 0 {
		return true
	}
	if t.touches(i) || t.Tokens[i].Gap == lexicon.GapLine && i > 0 {
		return false
	}
	for n := 0; n < 3 && i < len(t.Tokens) && t.Tokens[i].Class == lexicon.Word && t.Tokens[i].Len() == 1; n++ {
		if n == 0 && (t.Tokens[i].Hash == hashI || t.Tokens[i].Hash == hashA || t.Tokens[i].Hash == hashO) {
			return false
		}
		if i++; t.is(i, ',') {
			i++
		}
	}
	return i < len(t.Tokens) && t.Tokens[i].Class == lexicon.Word && t.Tokens[i].Len() > 1 && spelledDigit(t.Tokens[i].Hash) != 0 && spelledDigit(t.Tokens[i].Hash) != skipWord
}

// readSpelled reads the number from token i on into c and gives its last token
// and how many words it has.
func (t *Text) readSpelled(i int, c *candidate) (last, words int) {
	last = i - 1
	times := 1
	for j := i; j < len(t.Tokens) && j < i+spelledReach; j++ {
		k := &t.Tokens[j]
		if k.Gap == lexicon.GapLine && j > i {
			break
		}
		switch k.Class {
		case lexicon.Punct:
			if (k.First == ',' || k.First == '-' || k.First == '(' || k.First == ')' || k.First == '.') && j > i && t.spelledNext(j+1) {
				continue
			}
			return last, words
		case lexicon.Number:
			if k.Len() > 4 || !c.push(t.Text[k.Start:k.End], times) {
				return last, words
			}
		case lexicon.Mixed:
			if !c.digitWords(t.Text[k.Start:k.End]) {
				return last, words
			}
			words++
		case lexicon.Word:
			switch d := spelledDigit(k.Hash); {
			case d == multiplier:
				if times = 2; k.Hash != hashDouble {
					times = 3
				}
				continue
			case d == skipWord:
				if j > i && t.spelledNext(j+1) {
					continue
				}
				return last, words
			case d != 0:
				if !c.push(digitText[d-'0':d-'0'+1], times) {
					return last, words
				}
				words++
			case k.Len() == 1 && (k.Hash != hashI || j == i) && k.Suffix == lexicon.NoSuffix && (j == i || c.n > 0 && (words > 0 || c.digits == 0)):
				if !c.push(t.Text[k.Start:k.End], times) {
					return last, words
				}
				if w := t.letterWord(j); w > 0 {
					j = w // "E as in echo"
					words++
				}
			case natoLetter(k.Hash) != 0 && c.n > 0 && words > 0:
				b := [1]byte{natoLetter(k.Hash)}
				if !c.push(string(b[:]), times) {
					return last, words
				}
				if t.is(j+1, '-') && wordIs(t, j+2, "ray") {
					j += 2
				}
			default:
				return last, words
			}
		default:
			return last, words
		}
		last, times = j, 1
	}
	return last, words
}

// spelledNext reports whether the number goes on at token i.
func (t *Text) spelledNext(i int) bool {
	if i >= len(t.Tokens) {
		return false
	}
	k := &t.Tokens[i]
	return hasDigit(k) || k.Class == lexicon.Word && spelledDigit(k.Hash) != 0
}

const (
	digitText  = "0123456789"
	multiplier = 'x'
	skipWord   = '-'
)

// push adds letters and digits, repeated for "double" and "triple".
func (c *candidate) push(s string, times int) bool {
	for range times {
		for i := range len(s) {
			b := s[i]
			if b >= 'a' && b <= 'z' {
				b -= 32
			}
			if c.n >= maxNorm {
				return false
			}
			if digit(b) {
				c.digits++
			} else {
				c.letters++
			}
			c.norm[c.n] = b
			c.n++
		}
	}
	return true
}

// digitWords reads a run of digits and number words without spaces
// ("o4nine1") into c; false if anything else is in it.
func (c *candidate) digitWords(s string) bool {
	words := 0
	for i := 0; i < len(s); {
		if digit(s[i]) {
			if !c.push(s[i:i+1], 1) {
				return false
			}
			i++
			continue
		}
		n := 0
		for d, w := range numeralWords {
			if len(s)-i >= len(w) && equalFold(s[i:i+len(w)], w) {
				n = len(w)
				if !c.push(digitText[d%10:d%10+1], 1) {
					return false
				}
				break
			}
		}
		if n == 0 && s[i]|0x20 == 'o' {
			n = 1
			if !c.push("0", 1) {
				return false
			}
		}
		if n == 0 {
			return false
		}
		words++
		i += n
	}
	return words > 0
}

// numeralWords gives the digits' words; index mod ten is the digit.
var numeralWords = [...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

func equalFold(s, lower string) bool {
	for i := range len(lower) {
		if s[i]|0x20 != lower[i] {
			return false
		}
	}
	return true
}

// spelledDigit gives the digit of a number word, multiplier for "double",
// skipWord for "dash", 0 for anything else.
func spelledDigit(h uint64) byte {
	switch h {
	case hashZero, hashOh, hashO, hashNought:
		return '0'
	case hashOne:
		return '1'
	case hashTwo:
		return '2'
	case hashThree:
		return '3'
	case hashFour:
		return '4'
	case hashFive:
		return '5'
	case hashSix:
		return '6'
	case hashSeven:
		return '7'
	case hashEight:
		return '8'
	case hashNine:
		return '9'
	case hashDouble, hashTriple:
		return multiplier
	case hashDash, hashHyphen:
		return skipWord
	}
	return 0
}

// natoLetter gives the letter of a word of the radio alphabet (ICAO).
func natoLetter(h uint64) byte {
	for i, w := range nato {
		if w == h {
			return 'A' + byte(i)
		}
	}
	return 0
}
