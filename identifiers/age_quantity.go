package identifiers

import "github.com/phidetect/phidetect/lexicon"

// A quantity is a number that may be an age, with the unit behind it.
type quantity struct {
	first, last int // tokens of all of it
	number      int // the last token of the number alone
	value       int
	unit        ageUnit
	sex         bool // the number has a letter for the sex: "34F"
	old         bool // says itself that it is an age: "yo", "years old"
	words       bool // spelled out
	fraction    bool // has a half or a quarter
}

// quantityAt reads the quantity that begins at token i: "34", "34yo", "7½",
// "6 months old", "eighty-one", "11 yrs 7 mths", "five and three quarters".
func (t *Text) quantityAt(i int) (a quantity, ok bool) {
	a = quantity{first: i, last: i, number: i, value: -1}
	k := &t.Tokens[i]
	switch k.Class {
	case lexicon.Number:
		if k.Len() > 3 {
			return a, false
		}
		a.value = t.value(i)
		switch d := t.value(i + 2); {
		case t.is(i+1, '/') && t.touches(i+1) && t.touches(i+2) && (d == 12 || d == 52 || d == 7) && a.value > 0 && k.Len() <= 2:
			a.number, a.last, a.unit = i+2, i+2, [...]ageUnit{7: inDays, 12: inMonths, 52: inWeeks}[d] // British: "6/52 old"
		case t.is(i+1, '.') && t.touches(i+1) && t.touches(i+2) && d >= 0 && t.Tokens[i+2].Len() == 1:
			a.number, a.last = i+2, i+2 // "2.5 years old"
		case t.Tokens[min(i+1, len(t.Tokens)-1)].Gap == lexicon.GapSpace && (t.value(i+1) == 1 || t.value(i+1) == 3) && t.is(i+2, '/') && (t.value(i+3) == 2 || t.value(i+3) == 4):
			a.number, a.last, a.fraction = i+3, i+3, true // "2 1/2"
		}
	case lexicon.Mixed:
		s := t.Text[k.Start:k.End]
		n := 0
		for n < len(s) && n < 3 && digit(s[n]) {
			a.value = max(a.value, 0)*10 + int(s[n]-'0')
			n++
		}
		if len(s) == 3 && (s[0] == 'M' || s[0] == 'F') && digit(s[1]) && digit(s[2]) && t.is(i-1, '(') && t.is(i+1, ')') {
			a.value, a.unit, a.old = pair(s[1:]), inYears, true // "my husband (M62)"
			return a, true
		}
		if n == 0 || n == len(s) || digit(s[n]) {
			return a, false
		}
		if yearsMonths(s[n:]) { // "3y4m"
			a.unit, a.old = inYears, true
			return a, true
		}
		if len(s) == n+1 && (s[n]|0x20 == 'f' || s[n]|0x20 == 'm') {
			a.sex = n == 2
			a.unit = inYears
			if !a.sex && !wordIs(t, i+1, "old") {
				return a, false
			}
		} else if a.unit, a.old = unitOf(lexicon.HashWord(s[n:])); a.unit == noUnit {
			return a, false
		}
		if t.is(i+1, '/') && t.touches(i+1) && wordIs(t, i+2, "o") && t.touches(i+2) {
			a.last, a.old = i+2, true // "34y/o"
		}
	case lexicon.Word:
		if a.value, a.number = t.spokenNumber(i); a.value < 0 {
			return a, false
		}
		a.last, a.words = a.number, true
		if t.is(a.last+1, '(') && t.value(a.last+2) == a.value && t.is(a.last+3, ')') {
			a.last += 3 // "eighty-eight (88)"
			a.number = a.last
		}
	default:
		return a, false
	}
	if a.unit == noUnit {
		if a.last = t.fractionEnd(a.last); a.last > a.number {
			a.number, a.fraction = a.last, true
		} else if v, last := t.smallNumber(a.last + 2); wordIs(t, a.last+1, "and") && v > 0 && v < 12 && last+1 < len(t.Tokens) {
			if u, _ := unitOf(t.Tokens[last+1].Hash); u == inMonths && t.Tokens[last+1].Class == lexicon.Word {
				a.last, a.unit = last+1, inYears // "39 and eleven months"
			}
		}
		if a.unit == noUnit {
			t.readUnit(&a)
		}
	}
	t.closeUnit(&a)
	if a.unit == noUnit && a.number > i && t.is(i+1, '.') {
		return a, false // a measure
	}
	if a.unit == noUnit && a.words && a.value == 1 && !wordIs(t, i, "one") {
		return a, false // "un" and "una" are articles
	}
	return a, true
}

// yearsMonths reports the rest of "3y4m".
func yearsMonths(s string) bool {
	n := len(s)
	return (n == 3 || n == 4) && s[0]|0x20 == 'y' && s[n-1]|0x20 == 'm' && allDigits(s[1:n-1])
}

// fractionEnd includes a fraction behind a number: "7½", "10 and a half",
// "five and three quarters", "3 y medio".
func (t *Text) fractionEnd(last int) int {
	j := last + 1
	if j >= len(t.Tokens) || t.Tokens[j].Gap > lexicon.GapSpace {
		return last
	}
	if k := &t.Tokens[j]; k.Class == lexicon.Symbol {
		switch t.Text[k.Start:k.End] {
		case "½", "¼", "¾":
			return j
		}
		return last
	}
	if !(wordIs(t, j, "and") || t.is(j, '&') || wordIs(t, j, "y") || wordIs(t, j, "et")) {
		return last
	}
	j++
	if half(t, j) {
		return j
	}
	if (wordIs(t, j, "a") || wordIs(t, j, "one") || wordIs(t, j, "three")) && (half(t, j+1) || wordIs(t, j+1, "quarter") || wordIs(t, j+1, "quarters")) {
		return j + 1
	}
	return last
}

func half(t *Text, i int) bool {
	return wordIs(t, i, "half") || wordIs(t, i, "medio") || wordIs(t, i, "media") || wordIs(t, i, "demi") || wordIs(t, i, "demie")
}

// smallNumber reads a number in digits or words.
func (t *Text) smallNumber(i int) (v, last int) {
	if v := t.value(i); v >= 0 {
		return v, i
	}
	return t.spokenNumber(i)
}
