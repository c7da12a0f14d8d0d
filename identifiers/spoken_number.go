package identifiers

import "github.com/phidetect/phidetect/lexicon"

// A numberWord is a word that spells a number, in English, Spanish or French.
type numberWord struct {
	hash  uint64
	value int16
}

const (
	hundred  = 100
	thousand = 1000
)

// numberWords spell the numbers that ages, days and years are made of.
var numberWords = [...]numberWord{
	{lexicon.HashWord("zero"), 0}, {lexicon.HashWord("oh"), 0}, {lexicon.HashWord("nought"), 0},
	{lexicon.HashWord("one"), 1}, {lexicon.HashWord("two"), 2}, {lexicon.HashWord("three"), 3}, {lexicon.HashWord("four"), 4}, {lexicon.HashWord("five"), 5},
	{lexicon.HashWord("six"), 6}, {lexicon.HashWord("seven"), 7}, {lexicon.HashWord("eight"), 8}, {lexicon.HashWord("nine"), 9}, {lexicon.HashWord("ten"), 10},
	{lexicon.HashWord("eleven"), 11}, {lexicon.HashWord("twelve"), 12}, {lexicon.HashWord("thirteen"), 13}, {lexicon.HashWord("fourteen"), 14}, {lexicon.HashWord("fifteen"), 15},
	{lexicon.HashWord("sixteen"), 16}, {lexicon.HashWord("seventeen"), 17}, {lexicon.HashWord("eighteen"), 18}, {lexicon.HashWord("nineteen"), 19},
	{lexicon.HashWord("twenty"), 20}, {lexicon.HashWord("thirty"), 30}, {lexicon.HashWord("forty"), 40}, {lexicon.HashWord("fourty"), 40}, {lexicon.HashWord("fifty"), 50},
	{lexicon.HashWord("sixty"), 60}, {lexicon.HashWord("seventy"), 70}, {lexicon.HashWord("eighty"), 80}, {lexicon.HashWord("ninety"), 90},
	{lexicon.HashWord("hundred"), hundred}, {lexicon.HashWord("thousand"), thousand},
	{lexicon.HashWord("uno"), 1}, {lexicon.HashWord("un"), 1}, {lexicon.HashWord("una"), 1}, {lexicon.HashWord("dos"), 2}, {lexicon.HashWord("tres"), 3}, {lexicon.HashWord("cuatro"), 4},
	{lexicon.HashWord("cinco"), 5}, {lexicon.HashWord("seis"), 6}, {lexicon.HashWord("siete"), 7}, {lexicon.HashWord("ocho"), 8}, {lexicon.HashWord("nueve"), 9},
	{lexicon.HashWord("diez"), 10}, {lexicon.HashWord("once"), 11}, {lexicon.HashWord("doce"), 12}, {lexicon.HashWord("trece"), 13}, {lexicon.HashWord("catorce"), 14},
	{lexicon.HashWord("quince"), 15}, {lexicon.HashWord("dieciseis"), 16}, {lexicon.HashWord("diecisiete"), 17}, {lexicon.HashWord("dieciocho"), 18}, {lexicon.HashWord("diecinueve"), 19},
	{lexicon.HashWord("veinte"), 20}, {lexicon.HashWord("veintiuno"), 21}, {lexicon.HashWord("veintiun"), 21}, {lexicon.HashWord("veintidos"), 22}, {lexicon.HashWord("veintitres"), 23},
	{lexicon.HashWord("veinticuatro"), 24}, {lexicon.HashWord("veinticinco"), 25}, {lexicon.HashWord("veintiseis"), 26}, {lexicon.HashWord("veintisiete"), 27},
	{lexicon.HashWord("veintiocho"), 28}, {lexicon.HashWord("veintinueve"), 29},
	{lexicon.HashWord("treinta"), 30}, {lexicon.HashWord("cuarenta"), 40}, {lexicon.HashWord("cincuenta"), 50}, {lexicon.HashWord("sesenta"), 60},
	{lexicon.HashWord("setenta"), 70}, {lexicon.HashWord("ochenta"), 80}, {lexicon.HashWord("noventa"), 90}, {lexicon.HashWord("cien"), hundred}, {lexicon.HashWord("ciento"), hundred},
	{lexicon.HashWord("doscientos"), 200}, {lexicon.HashWord("trescientos"), 300}, {lexicon.HashWord("cuatrocientos"), 400}, {lexicon.HashWord("quinientos"), 500},
	{lexicon.HashWord("seiscientos"), 600}, {lexicon.HashWord("setecientos"), 700}, {lexicon.HashWord("ochocientos"), 800}, {lexicon.HashWord("novecientos"), 900},
	{lexicon.HashWord("septante"), 70}, {lexicon.HashWord("huitante"), 80}, {lexicon.HashWord("octante"), 80}, {lexicon.HashWord("nonante"), 90},
	{lexicon.HashWord("mil"), thousand},
	{lexicon.HashWord("deux"), 2}, {lexicon.HashWord("trois"), 3}, {lexicon.HashWord("quatre"), 4}, {lexicon.HashWord("cinq"), 5}, {lexicon.HashWord("sept"), 7}, {lexicon.HashWord("huit"), 8},
	{lexicon.HashWord("neuf"), 9}, {lexicon.HashWord("dix"), 10}, {lexicon.HashWord("onze"), 11}, {lexicon.HashWord("douze"), 12}, {lexicon.HashWord("treize"), 13},
	{lexicon.HashWord("quatorze"), 14}, {lexicon.HashWord("quinze"), 15}, {lexicon.HashWord("seize"), 16}, {lexicon.HashWord("vingt"), 20}, {lexicon.HashWord("vingts"), 20},
	{lexicon.HashWord("trente"), 30}, {lexicon.HashWord("quarante"), 40}, {lexicon.HashWord("cinquante"), 50}, {lexicon.HashWord("soixante"), 60},
	{lexicon.HashWord("cent"), hundred}, {lexicon.HashWord("cents"), hundred}, {lexicon.HashWord("mille"), thousand},
}

// numberFilter has a bit for each word of numberWords, by ten bits of its hash.
var numberFilter = func() (f [16]uint64) {
	for _, w := range numberWords {
		f[w.hash>>6&15] |= 1 << (w.hash & 63)
	}
	return f
}()

// spells is the number that the one word at token i spells, or -1.
func (t *Text) spells(i int) int {
	if i < 0 || i >= len(t.Tokens) || t.Tokens[i].Class != lexicon.Word {
		return -1
	}
	h := t.Tokens[i].Hash
	if numberFilter[h>>6&15]&(1<<(h&63)) == 0 {
		return -1 // nine in ten words
	}
	for k := range numberWords {
		if numberWords[k].hash == h {
			return int(numberWords[k].value)
		}
	}
	return -1
}

// goesOn skips what joins two words of one number, "-", "and", "y", "et", and
// gives the token behind it; i itself where nothing does.
func (t *Text) goesOn(i int) int {
	switch {
	case t.is(i, '-') && t.touches(i) && t.touches(i+1):
		return i + 1
	case wordIs(t, i, "y"), wordIs(t, i, "et"), wordIs(t, i, "and"), wordIs(t, i, "n"):
		return i + 1
	}
	return i
}

// spokenNumber reads the number below two hundred that words from token i on
// spell: "ninety-two", "noventa y seis", "quatre-vingt-douze", "a hundred and
// one". It gives the value, -1 if there is none, and the last token.
func (t *Text) spokenNumber(i int) (v, last int) {
	v, last = t.spells(i), i
	if v < 0 || v > hundred {
		return -1, i
	}
	if v < 20 {
		switch {
		case v == 1 && wordIs(t, i+1, "hundred"):
			v, last = hundred, i+1
		case v == 4 && t.Tokens[i].Len() == len("quatre") && t.spells(t.goesOn(i+1)) == 20:
			v, last = 80, t.goesOn(i+1)
		default:
			return v, last
		}
	}
	j := t.goesOn(last + 1)
	if j >= len(t.Tokens) || t.Tokens[j].Gap > lexicon.GapSpace || v < hundred && j > last+1 && wordIs(t, j-1, "and") {
		return v, last
	}
	u := t.spells(j)
	switch {
	case v == hundred && u > 0 && u < hundred:
		if u, j = t.spokenNumber(j); u > 0 {
			return v + u, j
		}
	case u > 0 && u < 10 && v%10 == 0, u >= 10 && u < 20 && (v == 80 && last > i || v == 60 && t.Tokens[i].Len() == len("soixante")):
		if v += u; u == 10 && t.spells(t.goesOn(j+1)) >= 7 && t.spells(t.goesOn(j+1)) <= 9 { // soixante-dix-huit
			j = t.goesOn(j + 1)
			v += t.spells(j)
		}
		return v, j
	}
	return v, last
}

// spokenYear reads a year in words: "nineteen fifty eight", "nineteen hundred
// and fifty-one", "twenty twelve", "two thousand and four", "mil novecientos
// ochenta", "deux mille trois"; if short also "fifty eight" and "oh four". It
// gives the last token, -1 if there is none.
func (t *Text) spokenYear(i int, short bool) int {
	v := t.spells(i)
	if v < 0 {
		return -1
	}
	j := i + 1
	if j < len(t.Tokens) && t.Tokens[j].Gap > lexicon.GapSpace {
		j = len(t.Tokens)
	}
	next := t.spells(j)
	switch {
	case v == 2 && next == thousand:
		if u, last := t.spokenNumber(t.goesOn(j + 1)); u > 0 && u < hundred {
			return last
		}
		return j
	case v == thousand && next == 900:
		if u, last := t.spokenNumber(j + 1); u > 0 {
			return last
		}
		return j
	case v == thousand && next == 9 && t.spells(j+1) == hundred:
		if u, last := t.spokenNumber(j + 2); u > 0 {
			return last
		}
		return j + 1
	case (v == 19 || v == 18) && next == hundred:
		if u, last := t.spokenNumber(t.goesOn(j + 1)); u > 0 {
			return last
		}
		return j
	case (v == 19 || v == 20) && next == 0 && t.spells(j+1) > 0 && t.spells(j+1) < 10:
		return j + 1
	case v == 19 || v == 18 || v == 20:
		if u, last := t.spokenNumber(t.goesOn(j)); u >= 10 && u < hundred {
			return last
		}
	}
	if !short {
		return -1
	}
	if v == 0 && next > 0 && next < 10 {
		return j
	}
	if u, last := t.spokenNumber(i); u >= 13 && u < hundred {
		return last
	}
	return -1
}
