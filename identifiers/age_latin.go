package identifiers

import "github.com/phidetect/phidetect/lexicon"

// Spanish and French say an age as a number of years, "17 ans", "67 años", with
// or without a verb. "N ans" is that of a person unless what stands beside it
// makes it a span of time or a limit.

// latinAge judges a quantity in a unit of Spanish or French by what stands
// around it; unitAge and the rules of English have not known it.
func (t *Text) latinAge(a *quantity) float32 {
	french := t.frenchUnit(a)
	if !french && !t.spanishUnit(a) || !t.latin() || a.value > 112 || t.latinSpan(a) {
		return 0
	}
	b, j := a.first-1, a.last+1
	years := a.unit == inYears
	if wordIs(t, a.last, "anitos") || wordIs(t, a.last, "añitos") {
		return 0.75 // nothing else is counted so
	}
	opens := b < 0 || t.Tokens[a.first].Gap >= lexicon.GapWide
	if years && !opens && t.sexInitial(b) {
		return 0.75 // "H 52 ans"
	}
	if wordIs(t, b, "de") && !opens && t.personNear(b) {
		return 0.75 // "ma puce de 3 ans", "ma nièce Awa de 7 mois"
	}
	if (opens || t.fences(b)) && t.fenced(j) && !(a.words && t.is(b, '.')) && (years && (a.value >= 13 || t.speaksOfPerson()) || a.unit == inMonths && b >= 0 && t.fences(b) && t.childNear(b)) {
		return 0.65 // "– 67 años –", "(le vieux, 96 ans)", "88 ans, inr à 3"
	}
	if opens {
		if years && a.fraction && t.Tokens[min(j, len(t.Tokens)-1)].Class == lexicon.Word {
			return 0.6 // "2 ans et demi et toujours pas un mot"
		}
		return 0
	}
	if t.Tokens[b].Class != lexicon.Word {
		return 0
	}
	switch {
	case t.personWord(b) || t.small(b):
		return 0.7 // "bébé 7 semaines" is a child's too
	case (years || t.childNear(b)) && t.named(b) && (years || a.unit != inDays):
		return 0.65 // "kenza 8 ans a des poux", "mon bebe Noa 7 semaines"
	case years && a.value >= 15 && wordIs(t, b, "a") && t.speaksOfPerson() && t.fenceOrWord(j):
		return 0.6 // "la varicelle à cinquante et un ans"
	}
	return 0
}

// frenchUnit and spanishUnit report that the last word of a quantity is a unit
// of the language.
func (t *Text) frenchUnit(a *quantity) bool {
	return t.countsIn(a, "ans", "mois", "semaines", "jours")
}

func (t *Text) spanishUnit(a *quantity) bool {
	return t.countsIn(a, "anos", "meses", "semanas", "dias") || wordIs(t, a.last, "anitos") || wordIs(t, a.last, "mesesitos")
}

// countsIn reports that one of the units stands right behind the number, or is
// joined to it: "8 ans", "8ans".
func (t *Text) countsIn(a *quantity, units ...string) bool {
	for i := a.number; i <= a.last && i <= a.number+2; i++ {
		k := &t.Tokens[i]
		s := t.Text[k.Start:k.End]
		if k.Class == lexicon.Mixed {
			n := 0
			for n < len(s) && digit(s[n]) {
				n++
			}
			s = s[n:]
		} else if k.Class != lexicon.Word {
			continue
		}
		for _, u := range units {
			if len(s) == len(u) && equalFold(s, u) {
				return true
			}
		}
	}
	return false
}

// latinSpan reports a span of time or a limit: "depuis 3 ans", "il y a 2 ans",
// "moins de 18 ans", "2 ans de garantie", "les 65 ans et plus".
func (t *Text) latinSpan(a *quantity) bool {
	if wordIs(t, a.first-1, "a") && wordIs(t, a.first-2, "y") {
		return true // "il y a 2 ans"
	}
	for b, steps := a.first-1, 0; b >= 0 && steps < 4 && t.Tokens[b+1].Gap <= lexicon.GapSpace; b, steps = b-1, steps+1 {
		k := &t.Tokens[b]
		if k.Class != lexicon.Word {
			if steps == 0 && (k.Is(':') || k.Is('+') || k.Is('<') || k.Is('>') || k.Is('-') && t.touches(a.first)) {
				return true // "Garantie : 2 ans", "3-5 ans"
			}
			break
		}
		if spanWords.has(k.Hash) || steps < 2 && nearSpanWords.has(k.Hash) || steps == 0 && besideSpanWords.has(k.Hash) {
			return true
		}
	}
	j := a.last + 1
	if j >= len(t.Tokens) || t.Tokens[j].Gap > lexicon.GapSpace {
		return false
	}
	k := &t.Tokens[j]
	switch {
	case k.Is('+'), k.Is('/'), k.Is('-') && t.touches(j):
		return true
	case k.Class != lexicon.Word:
		return false
	case behindSpanWords.has(k.Hash):
		return true
	case wordIs(t, j, "de") || wordIs(t, j, "d"):
		return !wordIs(t, j+1, "edad") && !wordIs(t, j+1, "vida") && !wordIs(t, j+1, "vie") && !wordIs(t, j+1, "nacida") && !wordIs(t, j+1, "nacido")
	case wordIs(t, j, "a") && (t.value(j+1) > 0 || t.spells(j+1) > 0), (wordIs(t, j, "et") || wordIs(t, j, "ou") || wordIs(t, j, "y") || wordIs(t, j, "o")) && (wordIs(t, j+1, "plus") || wordIs(t, j+1, "moins") || wordIs(t, j+1, "mas") || wordIs(t, j+1, "menos")):
		return true
	}
	return false
}

var (
	// spanWords make a span of time or a limit of the number a few words behind.
	spanWords = newWordSet("depuis pendant durant environ tous toutes chaque garantie garantia contrat contrato duree validite validez bail pret hace hacia durante cada vaccin vacuna dernieres derniers ultimos ultimas proximos premiers premieres primeros prochains")
	// nearSpanWords do so across one word.
	nearSpanWords = newWordSet("moins menos plus jusqu jusque partir apres avant entre desde tras despues antes hasta mayores menores voila ya dans sous pour en sur des fait faisait dure dura llevo lleva llevamos unos quelques faut attendre attendu por para dentro al cabo reste restent faltan quedan pasaron passe passes prison carcel")
	// besideSpanWords do so right before it.
	besideSpanWords = newWordSet("les los las mas o ou x otros autres")
	// behindSpanWords do so behind it.
	behindSpanWords = newWordSet("apres avant plus que despues antes atras deja durant pendant minimum maximum max min mas o revolus cumplidos consecutifs consecutivos seguidos ferme enceinte embarazada renouvelable prorrogables sin sans tard dans")
)

// sexInitial reports the capital that notes in French and Spanish write for a
// sex: "H", "F", "M", "V".
func (t *Text) sexInitial(b int) bool {
	k := &t.Tokens[b]
	return k.Class == lexicon.Word && k.Len() == 1 && k.Case != lexicon.LowerCase && (k.First == 'H' || k.First == 'F' || k.First == 'M') && (b == 0 || t.Tokens[b].Gap != lexicon.GapNone || t.Tokens[b-1].Is('('))
}

// personNear reports that a person is named or meant up to four words before
// "de" at token i, with nothing but names between.
func (t *Text) personNear(i int) bool {
	for b, steps := i-1, 0; b >= 0 && steps < 4 && t.Tokens[b+1].Gap <= lexicon.GapSpace; b, steps = b-1, steps+1 {
		k := &t.Tokens[b]
		if t.personWord(b) || t.small(b) {
			return true
		}
		if k.Is('.') && b > 0 && t.Tokens[b-1].Len() == 1 {
			b-- // an initial
			continue
		}
		if k.Class != lexicon.Word || k.Entry.HasAny(lexicon.Verb|lexicon.Unit) || t.cueOf(b) != lexicon.NoCue && t.cueOf(b) != lexicon.CueParticle || k.Entry.Name() == 0 && k.Entry.Rank() > 5 {
			return false
		}
	}
	return false
}

// childNear reports a child up to three words before token i.
func (t *Text) childNear(i int) bool {
	for b := i; b >= 0 && b > i-4 && (b == i || t.Tokens[b+1].Gap <= lexicon.GapSpace); b-- {
		if t.small(b) || t.subject(b) == child || t.kin(b) {
			return true
		}
	}
	return false
}

// named reports a word that is a name or that no list knows.
func (t *Text) named(i int) bool {
	k := &t.Tokens[i]
	return k.Len() > 2 && k.Suffix == lexicon.NoSuffix && k.Entry.Weight() == lexicon.NoWeight && t.CueAt(i) == lexicon.NoCue && !k.Entry.HasAny(lexicon.Stop|lexicon.Verb|lexicon.Unit) &&
		(unknownWord(k) || k.Entry.Name() >= 4 && (k.Entry.Rank() < 7 || capital(k)))
}

// fences reports a mark that a mention of an age follows as of its own.
func (t *Text) fences(b int) bool {
	return t.is(b, ',') || t.is(b, '.') && t.Tokens[b+1].Gap == lexicon.GapSpace || t.is(b, '(') || t.is(b, ';') || t.is(b, '!') || t.is(b, '-') && !t.touches(b+1)
}

// fenced reports that the mention of an age ends before token j.
func (t *Text) fenced(j int) bool {
	return j >= len(t.Tokens) || t.Tokens[j].Gap >= lexicon.GapWide || t.is(j, ',') || t.is(j, ')') || t.is(j, ';') || t.is(j, '!') || t.is(j, '.') && !t.touches(j+1) || t.is(j, '-') && !t.touches(j) || t.sexLetter(j) == 2
}

// fenceOrWord reports an end or a word, no noun that is counted.
func (t *Text) fenceOrWord(j int) bool {
	return t.fenced(j) || t.Tokens[j].Class == lexicon.Word && (t.Tokens[j].Entry.Has(lexicon.Stop) || t.Tokens[j].Entry.Has(lexicon.Verb))
}

// speaksOfPerson reports that the message speaks of somebody.
func (t *Text) speaksOfPerson() bool {
	return t.Triggers.Cues.HasAny(lexicon.CueKin, lexicon.CueChild, lexicon.CuePronounI, lexicon.CuePronounThird)
}

// lastlyAged reports a number without a unit that is a sentence of its own in a
// message about somebody old: "le duele la cadera. 88. vive sola".
func (t *Text) lastlyAged(a *quantity) bool {
	b, j := a.first-1, a.last+1
	return a.value >= 40 && a.value <= 110 && b > 0 && t.is(b, '.') && t.Tokens[a.first].Gap == lexicon.GapSpace && !hasDigit(&t.Tokens[b-1]) && t.Tokens[b-1].Len() > 3 && !t.Tokens[b-1].Entry.Has(lexicon.LabName) &&
		(j >= len(t.Tokens) || t.is(j, '.') && !t.touches(j+1) || (wordIs(t, j, "y") || wordIs(t, j, "et")) && (wordIs(t, j+1, "no") || wordIs(t, j+1, "ya") || wordIs(t, j+1, "il") || wordIs(t, j+1, "elle"))) && t.Triggers.Cues.HasAny(lexicon.CueKin, lexicon.CuePronounThird, lexicon.CueTitle) && t.latin()
}

// bareLatinAge judges a number without a unit behind the words of an age: "a mis
// 43", "hasta los 58", "mi hijo Lautaro de 17", "el de 19".
func (t *Text) bareLatinAge(a *quantity, closed bool) float32 {
	b, j := a.first-1, a.last+1
	if a.value > 105 || !t.latin() || t.is(j, '%') {
		return 0
	}
	switch {
	case (wordIs(t, b, "mis") || wordIs(t, b, "sus")) && (wordIs(t, b-1, "a") || wordIs(t, b-1, "con")) && a.value >= 12 && closed:
		return 0.65
	case wordIs(t, b, "los") && (wordIs(t, b-1, "a") || wordIs(t, b-1, "hasta") || wordIs(t, b-1, "desde")) && a.value >= 13 && a.value != 100 && t.fenced(j) && t.speaksOfPerson():
		return 0.6
	case wordIs(t, b, "de") && (closed || t.goesOnAbout(j) || wordIs(t, j, "se") || wordIs(t, j, "no")) && !t.counted(j):
		if t.is(j, ')') && (wordIs(t, b-1, "el") || wordIs(t, b-1, "la")) && t.is(b-2, '(') || a.value > 1 && t.personNear(b) {
			return 0.62
		}
	}
	return 0
}

// counted reports that the word at token j is one that a number counts.
func (t *Text) counted(j int) bool {
	return j < len(t.Tokens) && t.Tokens[j].Gap <= lexicon.GapSpace && (t.Tokens[j].Entry.Has(lexicon.Unit) || t.cueOf(j) == lexicon.CueMonth || wordIs(t, j, "de"))
}
