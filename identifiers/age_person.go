package identifiers

import "github.com/phidetect/phidetect/lexicon"

// A person says whom the words before a number speak of.
type person uint8

const (
	nobody person = iota
	writer        // "I'm", "tengo"; months and weeks are those of a pregnancy
	other         // "he is", "my mum's", "elle a"
	child         // "baby is", "my son is"
)

// hedges may stand between the verb and the age: "she's almost 90".
var hedges = [...]uint64{
	lexicon.HashWord("almost"), lexicon.HashWord("nearly"), lexicon.HashWord("barely"), lexicon.HashWord("only"), lexicon.HashWord("just"), lexicon.HashWord("now"),
	lexicon.HashWord("still"), lexicon.HashWord("already"), lexicon.HashWord("technically"), lexicon.HashWord("officially"), lexicon.HashWord("approximately"), lexicon.HashWord("currently"),
	lexicon.HashWord("also"), lexicon.HashWord("casi"), lexicon.HashWord("ya"), lexicon.HashWord("solo"), lexicon.HashWord("presque"), lexicon.HashWord("bientot"),
}

func oneOf(h uint64, words []uint64) bool {
	for _, w := range words {
		if w == h {
			return true
		}
	}
	return false
}

// personBefore tells whom a verb of being right before token i speaks of:
// "he's", "I am", "my son is almost", "she will be", "tiene", "elle a".
func (t *Text) personBefore(i int) person {
	b := i - 1
	if wordIs(t, b, "a") && t.spells(i) == hundred {
		b--
	}
	for n := 0; n < 2 && b >= 0 && t.Tokens[b].Class == lexicon.Word && oneOf(t.Tokens[b].Hash, hedges[:]); n++ {
		b--
	}
	if b < 0 || t.Tokens[b].Class != lexicon.Word || t.Tokens[b+1].Gap == lexicon.GapLine {
		return nobody
	}
	k := &t.Tokens[b]
	if k.Suffix != lexicon.NoSuffix {
		return t.subject(b)
	}
	switch {
	case wordIs(t, b, "im"):
		return writer
	case wordIs(t, b, "hes"), wordIs(t, b, "shes"), wordIs(t, b, "whos"):
		return other
	case wordIs(t, b, "tengo"), wordIs(t, b, "ai"), wordIs(t, b, "jai"), wordIs(t, b, "aurai"), wordIs(t, b, "jaurai"):
		return writer
	case wordIs(t, b, "tiene"), wordIs(t, b, "tenia"), wordIs(t, b, "cumplir"), wordIs(t, b, "avait"), wordIs(t, b, "avoir"):
		return other
	case wordIs(t, b, "aura"), wordIs(t, b, "est") && (wordIs(t, b-1, "il") || wordIs(t, b-1, "elle")), wordIs(t, b, "eu") && (wordIs(t, b-1, "a") || wordIs(t, b-1, "ai")):
		if t.spokenFrench(i) {
			return other // "il est 22 mois", "elle a eu 78 ans"
		}
	case wordIs(t, b, "gone") && wordIs(t, b-1, "just"):
		return other
	case wordIs(t, b, "turn"):
		return t.subject(b - 1)
	case wordIs(t, b, "a") && b > 0:
		if wordIs(t, b-1, "il") || wordIs(t, b-1, "elle") || wordIs(t, b-1, "qui") {
			return other
		}
		if t.personWord(b-1) && t.spokenFrench(i) {
			return other
		}
		return nobody
	case wordIs(t, b, "is"), wordIs(t, b, "am"), wordIs(t, b, "was"), wordIs(t, b, "turns"), wordIs(t, b, "being"):
		return t.subject(b - 1)
	case wordIs(t, b, "hit"), wordIs(t, b, "pushing"):
		for n := 0; n < 2 && b > 0 && t.Tokens[b-1].Class == lexicon.Word && oneOf(t.Tokens[b-1].Hash, hedges[:]); n++ {
			b--
		}
		return t.subject(b - 1)
	case wordIs(t, b, "are"):
		return t.plural(b - 1)
	case wordIs(t, b, "thats"):
		if t.kin(b - 1) {
			return other
		}
	case wordIs(t, b, "be"):
		if b > 0 && t.Tokens[b-1].Suffix == lexicon.SuffixOther {
			return t.subject(b - 1)
		}
		if wordIs(t, b-1, "will") || wordIs(t, b-1, "shall") || wordIs(t, b-1, "would") {
			return t.subject(b - 2)
		}
	}
	return nobody
}

// spokenFrench reports that the number at token i counts "ans" or "mois": in
// English "a" before it is the article.
func (t *Text) spokenFrench(i int) bool {
	for j := i + 1; j < len(t.Tokens) && j <= i+4; j++ {
		if wordIs(t, j, "ans") || wordIs(t, j, "mois") || wordIs(t, j, "an") {
			return true
		}
	}
	return false
}

// plural tells whether the word at token i names several children.
func (t *Text) plural(i int) person {
	switch {
	case wordIs(t, i, "twins"), wordIs(t, i, "kids"), wordIs(t, i, "boys"), wordIs(t, i, "girls"), wordIs(t, i, "children"), wordIs(t, i, "sons"), wordIs(t, i, "daughters"), wordIs(t, i, "triplets"):
		return child
	}
	return nobody
}

// subject tells what person the word at token i names.
func (t *Text) subject(i int) person {
	if i < 0 || t.Tokens[i].Class != lexicon.Word {
		return nobody
	}
	k := &t.Tokens[i]
	switch own := k.Entry.Cue(); own { // not that of a phrase such as "I am"
	case lexicon.CuePronounI:
		return writer
	case lexicon.CuePronounThird:
		if wordIs(t, i, "it") || wordIs(t, i, "they") {
			return nobody
		}
		return other
	}
	if wordIs(t, i, "one") && (wordIs(t, i-1, "little") || wordIs(t, i-1, "wee")) {
		return child
	}
	if wordIs(t, i, "who") || wordIs(t, i, "bro") || wordIs(t, i, "kid") {
		return other
	}
	switch t.CueAt(i) {
	case lexicon.CueChild:
		return child
	case lexicon.CueKin:
		if wordIs(t, i, "son") || wordIs(t, i, "daughter") || wordIs(t, i, "kid") || wordIs(t, i, "grandson") || wordIs(t, i, "granddaughter") || wordIs(t, i, "nephew") || wordIs(t, i, "niece") {
			return child
		}
		return other
	case lexicon.CueTitle:
		if t.kin(i) {
			return other
		}
	}
	if k.Entry.Name() > 6 && k.Entry.Rank() < 9 {
		if t.cueOf(i-1) == lexicon.CueChild {
			return child
		}
		return other
	}
	return nobody
}

// kin reports a relative: "my son", or "Mum", which is a title too.
func (t *Text) kin(i int) bool {
	switch t.cueOf(i) {
	case lexicon.CueKin:
		return true
	case lexicon.CueTitle:
		return !oneOf(t.Tokens[i].Hash, addresses[:])
	}
	return false
}

// addresses are the titles of strangers; all others are relatives.
var addresses = [...]uint64{
	lexicon.HashWord("mr"), lexicon.HashWord("mrs"), lexicon.HashWord("ms"), lexicon.HashWord("miss"), lexicon.HashWord("mx"), lexicon.HashWord("sir"), lexicon.HashWord("madam"),
	lexicon.HashWord("sr"), lexicon.HashWord("sra"), lexicon.HashWord("srta"), lexicon.HashWord("senor"), lexicon.HashWord("senora"), lexicon.HashWord("senorita"), lexicon.HashWord("don"),
	lexicon.HashWord("dona"), lexicon.HashWord("m"), lexicon.HashWord("mme"), lexicon.HashWord("mlle"), lexicon.HashWord("monsieur"), lexicon.HashWord("madame"), lexicon.HashWord("rev"),
	lexicon.HashWord("lord"), lexicon.HashWord("lady"), lexicon.HashWord("maam"), lexicon.HashWord("herr"), lexicon.HashWord("frau"), lexicon.HashWord("smt"), lexicon.HashWord("shri"),
}

// personWord reports a noun for a person: "woman", "paciente", "varón".
func (t *Text) personWord(i int) bool {
	switch t.cueOf(i) {
	case lexicon.CueChild:
		return true
	case lexicon.CuePerson: // not "to", which labels the one who is written to
		return t.Tokens[i].Len() > 2 || wordIs(t, i, "pt")
	}
	if t.kin(i) {
		return true
	}
	if i < 0 || t.Tokens[i].Class != lexicon.Word {
		return false
	}
	return oneOf(t.Tokens[i].Hash, personWords[:])
}

var personWords = [...]uint64{
	lexicon.HashWord("man"), lexicon.HashWord("woman"), lexicon.HashWord("male"), lexicon.HashWord("female"), lexicon.HashWord("boy"), lexicon.HashWord("girl"),
	lexicon.HashWord("lady"), lexicon.HashWord("gentleman"), lexicon.HashWord("varon"), lexicon.HashWord("hombre"), lexicon.HashWord("mujer"), lexicon.HashWord("paciente"),
	lexicon.HashWord("nino"), lexicon.HashWord("nina"), lexicon.HashWord("senora"), lexicon.HashWord("senor"), lexicon.HashWord("chico"), lexicon.HashWord("chica"),
	lexicon.HashWord("joven"), lexicon.HashWord("lactante"), lexicon.HashWord("femenina"), lexicon.HashWord("femenino"), lexicon.HashWord("masculino"), lexicon.HashWord("masculina"),
	lexicon.HashWord("adolescente"), lexicon.HashWord("anciana"), lexicon.HashWord("anciano"), lexicon.HashWord("escolar"), lexicon.HashWord("bebe"),
	lexicon.HashWord("homme"), lexicon.HashWord("femme"), lexicon.HashWord("patient"), lexicon.HashWord("patiente"), lexicon.HashWord("garcon"), lexicon.HashWord("fille"),
	lexicon.HashWord("enfant"), lexicon.HashWord("fillette"), lexicon.HashWord("abuelo"), lexicon.HashWord("abuela"), lexicon.HashWord("mere"), lexicon.HashWord("pere"), lexicon.HashWord("monsieur"), lexicon.HashWord("madame"), lexicon.HashWord("dame"), lexicon.HashWord("nourrisson"),
}

// small reports a word for a child: "baby", "mi nena", "my youngest".
func (t *Text) small(i int) bool {
	return t.cueOf(i) == lexicon.CueChild || i >= 0 && t.Tokens[i].Class == lexicon.Word && oneOf(t.Tokens[i].Hash, childWords[:])
}

var childWords = [...]uint64{
	lexicon.HashWord("nino"), lexicon.HashWord("nina"), lexicon.HashWord("lactante"), lexicon.HashWord("bebe"), lexicon.HashWord("garcon"), lexicon.HashWord("fillette"),
	lexicon.HashWord("nourrisson"), lexicon.HashWord("newborn"), lexicon.HashWord("infant"), lexicon.HashWord("lo"), lexicon.HashWord("toddler"), lexicon.HashWord("baby"),
	lexicon.HashWord("nena"), lexicon.HashWord("nene"), lexicon.HashWord("chiquita"), lexicon.HashWord("chiquito"), lexicon.HashWord("bb"), lexicon.HashWord("bub"), lexicon.HashWord("bubs"),
	lexicon.HashWord("pepi"), lexicon.HashWord("eldest"), lexicon.HashWord("youngest"), lexicon.HashWord("oldest"), lexicon.HashWord("lad"), lexicon.HashWord("lass"), lexicon.HashWord("bairn"),
	lexicon.HashWord("wean"), lexicon.HashWord("moko"), lexicon.HashWord("beta"), lexicon.HashWord("beti"), lexicon.HashWord("tamaiti"), lexicon.HashWord("boy"), lexicon.HashWord("girl"), lexicon.HashWord("child"),
}
