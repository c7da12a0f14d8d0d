package identifiers

import "github.com/phidetect/phidetect/lexicon"

// Addresses of Spanish and French that have no house number in digits: the
// place by its name, "lieu-dit Les Barthes", "Résidence Les Alouettes, bât. C",
// "quartier Labiri, maison Ametzondo", the number in words, "calle San Antón
// catorce", and the kilometre of a road, "carr 155 km 31.2".

// latinAddresses finds them.
func (t *Text) latinAddresses(dst []Span) []Span {
	if !t.latin() {
		return dst
	}
	for i := range t.Tokens {
		k := &t.Tokens[i]
		if k.Class != lexicon.Word || k.Len() < 4 || !placeWords.has(k.Hash) || t.claimed(i) {
			continue
		}
		if last := t.namedPlace(i); last > i {
			dst = t.appendAddress(dst, i, last, 0.78, lexicon.NoCue)
		}
	}
	for _, d := range t.Triggers.Digits {
		if first, last := t.kilometre(int(d)); last > 0 {
			dst = t.appendAddress(dst, first, last, 0.8, lexicon.NoCue)
		}
	}
	return dst
}

var (
	placeWords = newWordSet("lieu lieudit hameau residence quartier urbanizacion conjunto")
	// houseWords name one house of a quarter or one door of a building.
	houseWords = newWordSet("maison villa porte parcelle lot case bat batiment bt appt apt esc escalier casa torre bloque")
	// roads are the words for roads that are measured in kilometres.
	roads = newWordSet("carr carretera ctra via ruta route rn nationale autopista autovia camino")
)

// namedPlace gives the last token of the address that begins with the word for
// a place at token i, or 0: a hamlet by its name, others by a house of theirs.
func (t *Text) namedPlace(i int) int {
	j := i + 1
	hamlet := wordIs(t, i, "lieudit") || wordIs(t, i, "hameau")
	if wordIs(t, i, "lieu") {
		if t.is(j, '-') {
			j++
		}
		if !wordIs(t, j, "dit") {
			return 0
		}
		hamlet = true
		j++
	}
	last := t.capitalName(j)
	if last == 0 {
		return 0
	}
	end := last
	for n := 0; n < 3; n++ { // ", bât. C, porte 14", ", maison Ametzondo"
		u := end + 1
		if t.is(u, ',') {
			u++
		}
		if !t.beside(u) || t.Tokens[u].Class != lexicon.Word || !houseWords.has(t.Tokens[u].Hash) {
			break
		}
		v := u + 1
		if t.is(v, '.') || t.is(v, ':') {
			v++
		}
		if !t.beside(v) && !t.touches(v) || !alnum(&t.Tokens[v]) || !hasDigit(&t.Tokens[v]) && !capital(&t.Tokens[v]) {
			break
		}
		end = v
	}
	if end == last && !hamlet {
		return 0
	}
	return end
}

// capitalName gives the last of the capitalised words, and the little words
// between them, from token j on, 0 if there are none.
func (t *Text) capitalName(j int) (last int) {
	for n := 0; n < 6 && t.beside(j) && j < len(t.Tokens) && !t.claimed(j); j, n = j+1, n+1 {
		k := &t.Tokens[j]
		switch {
		case capital(k):
			last = j
		case k.Class == lexicon.Word && nameParticles.has(k.Hash), k.Is('\'') || k.Is('-') && t.touches(j) && t.touches(j+1):
		default:
			return last
		}
	}
	return last
}

// roadReach bounds the words between a road and its kilometre.
const roadReach = 6

// kilometre reads "carr 155 km 31.2", "la vía a la costa km 12" back from its
// number at token i.
func (t *Text) kilometre(i int) (first, last int) {
	k := i - 1
	if t.is(k, '.') {
		k--
	}
	if i >= len(t.Tokens) || t.claimed(i) || t.Tokens[i].Len() > 4 || !wordIs(t, k, "km") || !t.beside(k) || !t.beside(i) {
		return 0, 0
	}
	last = i
	if (t.is(i+1, '.') || t.is(i+1, ',')) && t.touches(i+1) && t.touches(i+2) && t.Tokens[i+2].Class == lexicon.Number {
		last = i + 2
	}
	for j, n := k-1, 0; j >= 0 && n < roadReach && t.beside(j+1) && !t.claimed(j); j, n = j-1, n+1 {
		w := &t.Tokens[j]
		if w.Class == lexicon.Word && roads.has(w.Hash) {
			return j, last
		}
		if w.Class == lexicon.Punct && !w.Is('-') && !w.Is('.') && !w.Is(',') || w.Entry.Has(lexicon.Verb) {
			break
		}
	}
	return 0, 0
}

// spelledLast reads a house number in words, tokens i to n, behind its street:
// "calle san antón catorce". It gives the first token, -1 if there is none.
func (t *Text) spelledLast(i, n int) int {
	if i < 2 || !t.beside(i) || !t.latin() || !(t.endsAfter(n) || t.beside(n+1) && t.Tokens[n+1].Entry.Has(lexicon.Stop)) {
		return -1
	}
	if s := t.prefixBefore(i - 1); s >= 0 && t.firstSure(s) && t.free(s, n) {
		return s
	}
	return -1
}

// dateOfStreet reports that the date from token first on names a street: "rue
// du 8-Mai-1945", "avenida 9 de Julio".
func (t *Text) dateOfStreet(first int) bool {
	b := first - 1
	if !t.beside(first) {
		return false
	}
	particle := wordIs(t, b, "du") || wordIs(t, b, "de") || wordIs(t, b, "del")
	if particle {
		b--
	}
	return b >= 0 && t.beside(b+1) && typesFirst.has(t.Tokens[b].Hash) && (particle || sureFirst.has(t.Tokens[b].Hash) || wordIs(t, b, "av") && t.latin())
}
