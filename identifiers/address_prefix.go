package identifiers

import "github.com/phidetect/phidetect/lexicon"

// namedWell reports that the street from token s to p has a name: words of its
// own in capitals, or any behind a street word that means nothing else.
func (t *Text) namedWell(s, p int) bool {
	k := &t.Tokens[s]
	if k.Case == lexicon.UpperCase && k.Len() <= 3 && !t.is(s+1, '.') && !t.is(s+1, '/') {
		return s+1 <= p && t.Tokens[s+1].Case == lexicon.UpperCase && t.Tokens[s+1].Len() > 3 // "AV 0,7" is an acuity
	}
	if sureFirst.has(k.Hash) {
		return true
	}
	for j := s + 1; j <= p; j++ {
		if capital(&t.Tokens[j]) || hasDigit(&t.Tokens[j]) {
			return true
		}
	}
	return false
}

// prefixBefore finds the street word that begins the street whose name ends at
// token p ("calle", "ul.", "C/"), or -1.
func (t *Text) prefixBefore(p int) int {
	named := false
	for j, n := p, 0; j >= 0 && n < backReach; j, n = j-1, n+1 {
		k := &t.Tokens[j]
		if t.claimed(j) {
			return -1
		}
		switch k.Class {
		case lexicon.Punct:
			switch {
			case k.First == '/' && j > 0 && t.touches(j) && slashTypes.has(t.Tokens[j-1].Hash) && named && !wordIs(t, j+1, "o"):
				return t.prefixesBefore(j - 1)
			case k.First == '.' || k.First == '\'' || k.First == '-' && t.touches(j) || k.First == '#':
			default:
				return -1
			}
		case lexicon.Word:
			if named && typesFirst.has(k.Hash) {
				return t.prefixesBefore(j)
			}
			joined := j > 0 && (nameParticles.has(t.Tokens[j-1].Hash) || sureFirst.has(t.Tokens[j-1].Hash))
			if !capital(k) && !nameParticles.has(k.Hash) && !joined && (k.Entry.Has(lexicon.Stop) || k.Entry.Name() == 0 && k.Entry.Place() == 0 && k.Entry.Rank() > 0) {
				return -1
			}
			named = named || !nameParticles.has(k.Hash)
		case lexicon.Number, lexicon.Mixed: // "calle 45 # 22-18", "calle 12 de Octubre 3"
			if k.Len() > 4 {
				return -1
			}
			named = true
		default:
			return -1
		}
		if k.Gap > lexicon.GapSpace {
			return -1
		}
	}
	return -1
}

// prefixesBefore goes back over a further street word: "Calle de la Plaza".
func (t *Text) prefixesBefore(s int) int {
	for j, n := s-1, 0; j >= 0 && n < 4 && t.beside(j+1) && !t.claimed(j); j, n = j-1, n+1 {
		k := &t.Tokens[j]
		if typesFirst.has(k.Hash) {
			return j
		}
		if !nameParticles.has(k.Hash) && !k.Is('.') {
			break
		}
	}
	return s
}

// firstSure reports that the street word at token s is one for certain.
func (t *Text) firstSure(s int) bool {
	k := &t.Tokens[s]
	if wordIs(t, s, "route") {
		return false
	}
	// "avenue de la Gare": no English street goes on like this
	romance := s+1 < len(t.Tokens) && nameParticles.has(t.Tokens[s+1].Hash) && t.Tokens[s+1].First == 'd' && k.Len() > 2
	return sureFirst.has(k.Hash) || romance || t.is(s+1, '/') || wordIs(t, s, "ul")
}

// nameBehind reads the name behind a street word at token i, "rue Victor Hugo",
// "place du Foirail", where the number stood before, and gives its last token.
func (t *Text) nameBehind(i int) (last int, ok bool) {
	sure := sureFirst.has(t.Tokens[i].Hash)
	named := false
	last = i
	for j, n := i+1, 0; n < 8 && t.beside(j) && !t.claimed(j); j, n = j+1, n+1 {
		k := &t.Tokens[j]
		switch {
		case k.Class == lexicon.Word && nameParticles.has(k.Hash) && !capital(k):
			continue // counts where a name follows
		case capital(k) && !k.Entry.Has(lexicon.State) && !t.unitWord(j), sure && k.Class == lexicon.Word && !k.Entry.Has(lexicon.Stop) && (n == 0 || nameParticles.has(t.Tokens[j-1].Hash) || last > i && !capital(&t.Tokens[last]) && k.Entry.Name() > 4 && k.Entry.Rank() < 6):
			if !sure && n == 0 && k.Entry.Has(lexicon.Street) && plainTypes.has(k.Hash) {
				return 0, false // "5 Park Road" has its type behind
			}
			named = true
		case k.Class == lexicon.Number && k.Len() == 4 && named && (t.is(j-1, '-') && t.touches(j) || t.CueAt(j-1) == lexicon.CueMonth && yearDigits(t.Text[k.Start:k.End])):
			return j, true // "rue du 8-Mai-1945"
		case k.Class == lexicon.Number && k.Len() <= 2 && n < 2 && t.is(j+1, '-') && t.touches(j+1) && t.touches(j+2):
			continue
		case (k.Class == lexicon.Number || k.Class == lexicon.Mixed) && k.Len() <= 2 && n < 2:
			if !t.beside(j+1) || t.Tokens[j+1].Class != lexicon.Word {
				return last, named
			}
			continue // "rue du 8 Mai"
		case k.Is('-') && t.touches(j) && t.touches(j+1), k.Is('\'') && t.touches(j), k.Is('.') && t.touches(j) && t.Tokens[j-1].Len() <= 3 && t.beside(j+1) && capital(&t.Tokens[j+1]):
			continue
		default:
			return last, named
		}
		last = j
	}
	return last, named
}
