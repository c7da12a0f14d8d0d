package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/checksum"
	"github.com/phidetect/phidetect/lexicon"
)

// judgePostal knows postal codes: by shape those of the UK, Canada and Ireland
// (letters and digits in a fixed order), by a state, a city, a street or a label
// those of digits only: US ZIP, AU, NZ and ZA four digits, IN and SG six, and
// those of the countries of Europe, which stand before the city.
func judgePostal(t *Text, c *candidate) judgement {
	d := c.text()
	own := c.label.tok >= 0 && c.label.cue == lexicon.CueZip
	if c.letters > 0 {
		return t.judgeLetters(c, d, own)
	}
	if zeros(d) {
		return judgement{}
	}
	if own && c.label.near && (c.n >= 3 && c.n <= 6 || c.n == 9) {
		if wordIs(t, c.label.tok, "pc") && c.n < 5 && t.beside(c.last+1) && capital(&t.Tokens[c.last+1]) {
			return judgement{} // a constable
		}
		return judgement{PostalCode, 0.93, false, "postal_code"}
	}
	zip := c.n == 5 && c.ngroups == 1 || c.n == 9 && c.shape(5, 4) && c.seps == sepDash
	four := c.n == 4 && c.ngroups == 1
	six := c.n == 6 && (c.ngroups == 1 || c.shape(3, 3) && c.seps == sepSpace && d[0] != '0' && !(t.beside(c.last+1) && hasDigit(&t.Tokens[c.last+1])))
	if !zip && !four && !six {
		return judgement{}
	}
	if zip && t.militaryPost(c.first) {
		return judgement{PostalCode, 0.92, false, "postal_code"}
	}
	if s := t.codeBesideStreet(c, four); s > 0 {
		return judgement{PostalCode, s, false, "postal_code"}
	}
	i := c.first - 1
	if t.is(i, ',') {
		i--
	}
	if t.is(i, '-') && six {
		i--
	}
	field := t.is(i, '*') || t.is(i, '^') || t.is(i, '|') // of a record
	if field {
		i--
	}
	if i < 0 || t.Tokens[c.first].Gap > lexicon.GapWide && !t.claimed(i) {
		if c.n == 5 && zip && t.cityBehind(c) {
			return judgement{PostalCode, 0.7, false, "postal_code"}
		}
		return judgement{}
	}
	k := &t.Tokens[i]
	e, first, _ := t.EntryAt(i)
	if k.Entry.Has(lexicon.State) {
		e, first = k.Entry, i
	}
	if (k.Entry.Cue() == lexicon.CueNumber || c.label.names() && (c.label.mark || c.label.is(lexicon.CueLicense))) && !(zip && e.Has(lexicon.State) && t.townBefore(first)) {
		return judgement{} // "ID 59080" is Idaho only behind a town; a number named otherwise
	}
	switch {
	case e.Has(lexicon.State) && t.stateBefore(first, k, field) && (zip || six && k.Len() > 2 || four && k.Len() > 1 && australian(k.Hash)):
		return judgement{PostalCode, 0.92, false, "postal_code"}
	case t.claimed(i) && k.Class == lexicon.Word && t.Tokens[c.first].Gap <= lexicon.GapWide && (zip || four && !year(d) || six) && !t.inStreet(i) && !field && k.Suffix == lexicon.NoSuffix:
		return judgement{PostalCode, 0.85, false, "postal_code"}
	case e.Place() >= 4 && (zip || six) && e.Rank() < 7 && k.Len() > 3 && !field:
		return judgement{PostalCode, 0.72, false, "postal_code"}
	case e.Place() >= 4 && four && t.placeContext(first):
		return judgement{PostalCode, 0.75, false, "postal_code"}
	case c.n == 5 && zip && t.cityBehind(c):
		if c.label.tok >= 0 && (wordIs(t, c.label.tok, "s") || wordIs(t, c.label.tok, "sn")) {
			return judgement{PostalCode, 0.96, false, "postal_code"} // "s/n" is no serial number here but "sin número"
		}
		return judgement{PostalCode, 0.72, false, "postal_code"}
	case zip && t.nearPlace(i) && t.endsAfter(c.last):
		return judgement{PostalCode, 0.6, false, "postal_code"}
	}
	return judgement{}
}

// judgeLetters judges codes of letters and digits.
func (t *Text) judgeLetters(c *candidate, d []byte, own bool) judgement {
	other := c.label.tok >= 0 && c.label.near && !own
	if p := c.first - 1; p >= 0 && c.ngroups == 1 && t.beside(c.first) && hasDigit(&t.Tokens[p]) && !t.inStreet(p) {
		other = true // the end of a longer number
	}
	switch {
	case c.letters == 3 && c.n == 6 && d[0] >= 'A' && canadian(d) && (c.shape(3, 3) || c.ngroups == 1 && !other && !clinical(d)):
		return judgement{PostalCode, 0.8, false, "postal_code"}
	case c.n >= 5 && c.n <= 7 && c.letters >= 3 && british(d) && area(d) && (c.ngroups == 1 && !other || c.ngroups == 2 && c.groups[1] == 3 && c.seps == sepSpace):
		return judgement{PostalCode, 0.9, false, "postal_code"}
	case c.n == 7 && c.letters >= 1 && c.shape(3, 4) && checksum.EircodeShape(d) && c.seps == sepSpace:
		return judgement{PostalCode, 0.86, false, "postal_code"}
	case c.n == 8 && c.digits == 4 && c.ngroups == 1 && letter(d[0]) && lettersAt(d, 5, 8) && d[0] != 'I' && d[0] != 'O' && !other && t.capitals(c) && t.latin() && (t.is(c.first-1, ',') || t.is(c.first-1, '(') || c.first > 0 && (t.Tokens[c.first].Gap == lexicon.GapLine || t.placeAt(c.first-1))):
		return judgement{PostalCode, 0.72, false, "postal_code"} // Argentina: "S2000BUN"
	case own && c.label.near && c.n >= 5 && c.n <= 8 && c.digits >= 2 && d[0] >= 'A' && t.Tokens[c.label.tok].Len() > 4:
		return judgement{PostalCode, 0.82, false, "postal_code"}
	case c.letters == 2 && c.shape(4, 2) && letter(d[4]) && letter(d[5]) && d[0] != '0' && t.codeBesideStreet(c, true) > 0: // 1016 RM
		return judgement{PostalCode, 0.88, false, "postal_code"}
	case c.letters == 1 && c.seps == sepDash && letter(d[0]) && (c.shape(1, 4) || c.shape(1, 5)) && t.codeBesideStreet(c, true) > 0: // L-4041
		return judgement{PostalCode, 0.84, false, "postal_code"}
	}
	return judgement{}
}

// townBefore reports whether a word with a capital stands right before token i,
// as towns do before their state.
func (t *Text) townBefore(i int) bool {
	i--
	if t.is(i, ',') {
		i--
	}
	return i >= 0 && t.Tokens[i].Class == lexicon.Word && t.Tokens[i].Case == lexicon.TitleCase && t.placeBefore(i+1)
}
