package identifiers

import "github.com/phidetect/phidetect/lexicon"

// People read numbers out in pairs too: "five fifty five, oh one seventy one",
// "eight hundred", "treinta y dos".

// pushTens adds the number from ten to ninety-nine, or the hundreds behind a
// digit, that the words from token i on spell, and gives how many tokens they are.
func (t *Text) pushTens(c *candidate, i, times int) int {
	k := &t.Tokens[i]
	v := t.spells(i)
	switch {
	case v == hundred && c.n > 0 && c.digits > 0 && k.Hash == hashHundred:
		if wordIs(t, i+1, "and") { // "seven hundred and two"
			if u, last := t.spokenNumber(i + 2); u > 0 && u < hundred && c.push(digitText[u/10:u/10+1], 1) && c.push(digitText[u%10:u%10+1], 1) {
				return last - i + 1
			}
		}
		if !c.push("00", 1) {
			return 0
		}
		return 1
	case v < 10 || v > 90 || c.n == 0 && k.Entry.Cue() != lexicon.CueTens && k.Entry.Cue() != lexicon.CueNumeral || k.Hash == hashOnce:
		return 0
	}
	n := 1
	if v >= 20 && v%10 == 0 {
		j := t.goesOn(i + 1)
		if j > i+1 && wordIs(t, j-1, "and") {
			j = len(t.Tokens)
		}
		if j < len(t.Tokens) && t.Tokens[j].Gap <= lexicon.GapSpace && t.Tokens[j].Hash != hashOh {
			if u := t.spells(j); u > 0 && u < 10 {
				v += u
				n = j - i + 1
			}
		}
	}
	if !c.push(digitText[v/10:v/10+1], times) || !c.push(digitText[v%10:v%10+1], times) {
		return 0
	}
	return n
}

// foreignDigit gives the digit of a number word in Spanish, Portuguese, French,
// Italian or German, 0 if it is none.
func foreignDigit(h uint64) byte {
	for i := range foreignDigits {
		if foreignDigits[i].hash == h {
			return '0' + byte(foreignDigits[i].value)
		}
	}
	return 0
}

var foreignDigits = [...]numberWord{
	{lexicon.HashWord("cero"), 0}, {lexicon.HashWord("uno"), 1}, {lexicon.HashWord("dos"), 2}, {lexicon.HashWord("tres"), 3}, {lexicon.HashWord("cuatro"), 4},
	{lexicon.HashWord("cinco"), 5}, {lexicon.HashWord("seis"), 6}, {lexicon.HashWord("siete"), 7}, {lexicon.HashWord("ocho"), 8}, {lexicon.HashWord("nueve"), 9},
	{lexicon.HashWord("um"), 1}, {lexicon.HashWord("dois"), 2}, {lexicon.HashWord("quatro"), 4}, {lexicon.HashWord("sete"), 7}, {lexicon.HashWord("oito"), 8}, {lexicon.HashWord("nove"), 9}, {lexicon.HashWord("meia"), 6},
	{lexicon.HashWord("un"), 1}, {lexicon.HashWord("deux"), 2}, {lexicon.HashWord("trois"), 3}, {lexicon.HashWord("quatre"), 4}, {lexicon.HashWord("cinq"), 5}, {lexicon.HashWord("sept"), 7}, {lexicon.HashWord("huit"), 8}, {lexicon.HashWord("neuf"), 9},
	{lexicon.HashWord("due"), 2}, {lexicon.HashWord("tre"), 3}, {lexicon.HashWord("quattro"), 4}, {lexicon.HashWord("cinque"), 5}, {lexicon.HashWord("sei"), 6}, {lexicon.HashWord("sette"), 7}, {lexicon.HashWord("otto"), 8},
	{lexicon.HashWord("null"), 0}, {lexicon.HashWord("eins"), 1}, {lexicon.HashWord("zwei"), 2}, {lexicon.HashWord("drei"), 3}, {lexicon.HashWord("vier"), 4}, {lexicon.HashWord("funf"), 5}, {lexicon.HashWord("sechs"), 6}, {lexicon.HashWord("sieben"), 7}, {lexicon.HashWord("acht"), 8}, {lexicon.HashWord("neun"), 9},
}

// saysLetter reports a word that says that a letter follows: "letra T".
func (t *Text) saysLetter(i int) bool {
	h := t.Tokens[i].Hash
	return (h == hashLetra || h == hashLetter) && i+1 < len(t.Tokens) && t.Tokens[i+1].Class == lexicon.Word
}
