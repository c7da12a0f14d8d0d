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
		last, words, tens := t.readSpelled(i, c)
		if words < 2 || c.n < 4 {
			continue
		}
		c.first, c.last = i, last
		c.label = t.labelBefore(i)
		j := t.judgeSpelled(c, tens)
		if j.score < threshold {
			i = last
			continue
		}
		switch {
		case t.is(i-1, '('), t.is(i-1, '+'):
			i--
		case c.n == 10 && i > 0 && t.Tokens[i-1].Class == lexicon.Number && t.Tokens[i-1].Len() == 1 && t.Tokens[i-1].First == '1' && t.Tokens[i].Gap == lexicon.GapSpace:
			i-- // "1 800 five five five 0199"
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
//
// Tens may be anything, a year or a blood pressure: with them the number must
// have the length of a phone number, or a label.
func (t *Text) judgeSpelled(c *candidate, tens bool) judgement {
	c.ngroups, c.piece = 1, true
	if c.n == 9 && c.letters == 0 && t.Triggers.Cues.Has(lexicon.CueSSN) && !c.label.names() {
		return judgement{SSN, 0.7, false, "ssn"}
	}
	if tens && !c.label.names() && !(c.n >= 13 && c.label.is(lexicon.CueNational)) {
		least, most := 10, 11
		if t.latin() {
			most = 12
			if c.norm[0] >= '6' {
				least = 9 // Spain
			}
		}
		if c.n < least || c.n > most && !t.is(c.first-1, '+') || c.letters > 0 {
			return judgement{}
		}
	}
	j := t.judgeOne(c)
	if j.score >= threshold {
		return j
	}
	if c.letters == 0 && c.n >= 9 && c.n <= 13 {
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
		if k.Hash == hashUn { // "un vingt-neuf zéro cinq …", no article
			v := t.spells(i + 1)
			return v >= 20 && v < hundred && t.latin()
		}
		cue := t.CueAt(i)
		return (cue == lexicon.CueNumeral || cue == lexicon.CueTens || k.Hash == hashOnce && t.latin() || t.pairStart(i)) && k.Hash != hashHundred
	case lexicon.Mixed:
		var c candidate
		return k.Len() >= 4 && c.digitWords(t.Text[k.Start:k.End]) > 0
	case lexicon.Number:
		n := i + 1
		if t.is(n, '.') || t.is(n, '-') || t.is(n, ',') {
			n++
		} else if n < len(t.Tokens) && spelledDigit(t.Tokens[n].Hash) == skipWord {
			return k.Len() <= 4
		}
		return (k.Len() <= 3 || k.Len() <= 5 && k.First == '0') && n < len(t.Tokens) && (t.CueAt(n) == lexicon.CueNumeral || k.First == '0' && t.CueAt(n) == lexicon.CueTens && t.latin() || spelledDigit(t.Tokens[n].Hash) == skipWord && n > i+1 || t.Tokens[n].Class == lexicon.Mixed && t.spellStart(n) || t.joinedWords(n))
	}
	return false
}

// joinedWords reports number words without spaces: "fivefivefive".
func (t *Text) joinedWords(i int) bool {
	k := &t.Tokens[i]
	if k.Class != lexicon.Word || k.Len() < 6 || k.Entry != 0 {
		return false
	}
	var c candidate
	return c.digitWords(t.Text[k.Start:k.End]) > 1
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

// readSpelled reads the number from token i on into c and gives its last token,
// how many words it has, and whether tens are among them.
func (t *Text) readSpelled(i int, c *candidate) (last, words int, tens bool) {
	last = i - 1
	times := 1
	latin := t.latin()
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
			return last, words, tens
		case lexicon.Number:
			if k.Len() > 4 && !(k.Len() == 5 && k.First == '0') || !c.push(t.Text[k.Start:k.End], times) {
				return last, words, tens
			}
		case lexicon.Mixed:
			n := c.digitWords(t.Text[k.Start:k.End])
			if n == 0 {
				return last, words, tens
			}
			if words += n; n == 1 && k.Len() > 9 {
				words++ // "503five550144"
			}
		case lexicon.Word:
			d := spelledDigit(k.Hash)
			if latin && times == 1 && k.Hash != hashUn {
				if n := t.pushLatin(c, j); n > 0 {
					words += min(n, 2)
					tens = true
					j += n - 1
					last = j
					continue
				}
			}
			if d == 0 {
				if n := t.pushTens(c, j, times); n > 0 {
					words++
					tens = true
					j += n - 1
					last, times = j, 1
					continue
				}
				d = foreignDigit(k.Hash)
			}
			switch {
			case d == multiplier:
				if times = 2; k.Hash != hashDouble {
					times = 3
				}
				continue
			case d == skipWord:
				if j > i && (t.spelledNext(j+1) || t.saysLetter(j) && t.Tokens[j+1].Len() == 1) {
					words++
					continue
				}
				return last, words, tens
			case d != 0:
				if !c.push(digitText[d-'0':d-'0'+1], times) {
					return last, words, tens
				}
				words++
			case latin && k.Len() == 1 && c.letters == 0 && j > i && (k.Hash == hashA || wordIs(t, j, "y") || wordIs(t, j, "c") || wordIs(t, j, "e")) && !t.spelledNext(j+1):
				return last, words, tens // "… tres nueve a sus órdenes", "c'est"
			case k.Len() == 1 && (k.Hash != hashI || j == i) && k.Suffix == lexicon.NoSuffix && (j == i || c.n > 0 && (words > 0 || c.digits == 0)):
				if !c.push(t.Text[k.Start:k.End], times) {
					return last, words, tens
				}
				if w := t.letterWord(j); w > 0 {
					j = w // "E as in echo"
					words++
				}
			case c.n > 0 && k.Len() >= 6 && c.digitWords(t.Text[k.Start:k.End]) > 0:
				words++
			case natoLetter(k.Hash) != 0 && c.n > 0 && words > 0:
				b := [1]byte{natoLetter(k.Hash)}
				if !c.push(string(b[:]), times) {
					return last, words, tens
				}
				if t.is(j+1, '-') && wordIs(t, j+2, "ray") {
					j += 2
				}
			default:
				return last, words, tens
			}
		default:
			return last, words, tens
		}
		last, times = j, 1
	}
	return last, words, tens
}

// spelledNext reports whether the number goes on at token i.
func (t *Text) spelledNext(i int) bool {
	if i >= len(t.Tokens) {
		return false
	}
	k := &t.Tokens[i]
	return hasDigit(k) || k.Class == lexicon.Word && (spelledDigit(k.Hash) != 0 || k.Entry.Cue() == lexicon.CueTens || t.CueAt(i) == lexicon.CueNumeral && k.Hash != hashUn || foreignDigit(k.Hash) != 0)
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
	case hashDash, hashHyphen, hashThen, hashDotWord, hashPoint, hashPunto, hashPonto, hashSlash, hashSpace, hashMinus, hashTraco, hashGuion, hashTiret, hashLetra, hashLetter:
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
