package identifiers

import "github.com/phidetect/phidetect/lexicon"

// cityBehind reports a code of Europe before its city, "(08025 Barcelona)",
// where a part of the text begins.
func (t *Text) cityBehind(c *candidate) bool {
	after := c.last + 1
	if !t.beside(after) || !capital(&t.Tokens[after]) {
		return false
	}
	least := 5
	if c.first > 0 && t.Tokens[c.first].Gap < lexicon.GapWide && t.Tokens[c.first-1].Class != lexicon.Punct {
		least = 8
		if p := &t.Tokens[c.first-1]; p.Class == lexicon.Word && (!capital(p) && p.Hash != hashN && p.Hash != hashSn || !t.townWord(c.first-1)) {
			return false
		}
	}
	if p := c.first - 1; p >= 0 && t.Tokens[c.first].Gap == lexicon.GapNone && !t.is(p, '(') {
		return false
	}
	e, _, last := t.EntryAt(after)
	if e.Place() < least || e.Rank() >= 7 {
		e, last = t.Tokens[after].Entry, after
	}
	return e.Place() >= least && e.Rank() < 7 && (t.endsAfter(last) || capital(&t.Tokens[last+1]))
}

// townReach bounds how many tokens of a town stand between street and code.
const townReach = 9

// codeBesideStreet judges a code by the street address before it: "6 Great
// South Rd, Papatoetoe, 2025", "rue de la Verrerie\n33000 Bordeaux".
func (t *Text) codeBesideStreet(c *candidate, four bool) float32 {
	words, lines, commas := 0, 0, 0
	i := c.first - 1
	if t.is(i, '(') && i > 0 && wordIs(t, i-1, "s") { // Singapore (S560418)
		i -= 2
	}
	if t.Tokens[c.first].Gap == lexicon.GapLine {
		lines++
	}
	for n := 0; i >= 0 && n < townReach && lines < 3; i, n = i-1, n+1 {
		k := &t.Tokens[i]
		if t.inStreet(i) {
			break
		}
		switch {
		case k.Class == lexicon.Punct && (k.First == ',' || k.First == '-' || k.First == '/'):
			commas++
		case k.Class == lexicon.Punct && (k.First == '.' || k.First == '(' || k.First == ')' || k.First == '\''):
		case k.Class == lexicon.Word && (capital(k) || k.Entry.Place() >= 4 || nameParticles.has(k.Hash) || rare(k)) && t.townWord(i):
			words++
		default:
			return 0
		}
		if k.Gap == lexicon.GapLine {
			lines++
		}
	}
	if !t.inStreet(i) || words > 6 {
		return 0
	}
	after := c.last + 1
	city := after < len(t.Tokens) && t.Tokens[after].Gap <= lexicon.GapSpace && (capital(&t.Tokens[after]) || rare(&t.Tokens[after]) || t.Tokens[after].Entry.Place() >= 4 && t.Tokens[after].Entry.Rank() < 7) && t.townWord(after)
	switch {
	case words == 0 && commas+lines == 0:
		if city && !four {
			return 0.7
		}
		return 0
	case words == 0 && city:
		return 0.86
	case words == 0:
		if four {
			return 0
		}
		return 0.75
	case t.endsAfter(c.last) || city || !four:
		if !t.beside(after) || !t.Tokens[after].Entry.Has(lexicon.Unit) {
			return 0.84
		}
	}
	return 0
}

// rare reports a word that hardly any text has: beside a street it is a town,
// in lower case too.
func rare(k *lexicon.Token) bool {
	return k.Class == lexicon.Word && k.Len() > 3 && k.Entry.Rank() <= 2 && !k.Entry.Has(lexicon.Unit) && k.Entry.Weight() == 0
}

// townWord reports that the word at token i may be part of a town's name.
func (t *Text) townWord(i int) bool {
	switch t.CueAt(i) {
	case lexicon.CuePhone, lexicon.CueFax, lexicon.CueEmail, lexicon.CueMRN, lexicon.CueBorn, lexicon.CueDate, lexicon.CueMonth, lexicon.CuePlan, lexicon.CueAccount,
		lexicon.CueNational, lexicon.CueSSN, lexicon.CueDevice, lexicon.CueUnique, lexicon.CueLicense, lexicon.CueNPI, lexicon.CueAge, lexicon.CueWeekday:
		return t.Tokens[i].Entry.Has(lexicon.State)
	}
	return t.Tokens[i].Entry.Weight() < lexicon.Medium
}

// nearPlace reports "near" or "closest to" at token i.
func (t *Text) nearPlace(i int) bool {
	return wordIs(t, i, "near") || wordIs(t, i, "to") && (wordIs(t, i-1, "closest") || wordIs(t, i-1, "closer"))
}

// stateBefore reports that the state at token i stands in an address: a short
// one has a place before it.
func (t *Text) stateBefore(i int, k *lexicon.Token, field bool) bool {
	return field || k.Len() > 3 || k.Len() == 3 && k.Case == lexicon.UpperCase || t.placeBefore(i)
}

// placeBefore reports whether a place stands right before token i.
func (t *Text) placeBefore(i int) bool {
	i--
	if t.is(i, ',') {
		i--
	}
	if i < 0 {
		return false
	}
	e, _, _ := t.EntryAt(i)
	k := &t.Tokens[i]
	return e.Place() > 0 && (e.Rank() < 8 || k.Case != lexicon.LowerCase) && k.Class == lexicon.Word || t.claimed(i) || (capital(k) || k.Class == lexicon.Punct && k.First == '\'') && t.townWord(i)
}

// placeContext reports whether a claimed street stands right before the place
// that begins at token i.
func (t *Text) placeContext(i int) bool {
	i--
	if t.is(i, ',') {
		i--
	}
	return i >= 0 && (t.claimed(i) || t.Tokens[i].Entry.Has(lexicon.State))
}
