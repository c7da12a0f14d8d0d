package identifiers

import "github.com/phidetect/phidetect/lexicon"

// Labels of Spanish and French that are other words in English, or words of
// every day: "HC 118204", "exp 44-0917", "sinistre n° 25.55732.02.6", "Atención
// N° 5586742". They label only in a text of these languages; the words of every
// day only what stands right behind them and looks like a number of a file.

// A latinLabel is such a word and what it labels.
type latinLabel struct {
	hash  uint64
	cue   lexicon.Cue
	plain bool // a word of every day
}

var latinLabels = [...]latinLabel{
	{lexicon.HashWord("hc"), lexicon.CueMRN, false}, {lexicon.HashWord("exp"), lexicon.CueMRN, false}, {lexicon.HashWord("expte"), lexicon.CueMRN, false},
	{lexicon.HashWord("expedientes"), lexicon.CueMRN, false}, {lexicon.HashWord("dossiers"), lexicon.CueMRN, false}, {lexicon.HashWord("historias"), lexicon.CueMRN, true},
	{lexicon.HashWord("historia"), lexicon.CueMRN, true}, {lexicon.HashWord("atencion"), lexicon.CueMRN, true}, {lexicon.HashWord("protocolo"), lexicon.CueMRN, true},
	{lexicon.HashWord("patologica"), lexicon.CueMRN, true}, {lexicon.HashWord("etiquette"), lexicon.CueMRN, true}, {lexicon.HashWord("etiqueta"), lexicon.CueMRN, true},
	{lexicon.HashWord("bulletin"), lexicon.CueMRN, true}, {lexicon.HashWord("labo"), lexicon.CueMRN, true}, {lexicon.HashWord("muestra"), lexicon.CueMRN, true},
	{lexicon.HashWord("prelevement"), lexicon.CueMRN, true}, {lexicon.HashWord("echantillon"), lexicon.CueMRN, true}, {lexicon.HashWord("sejour"), lexicon.CueMRN, true},
	{lexicon.HashWord("sinistre"), lexicon.CueUnique, false}, {lexicon.HashWord("siniestro"), lexicon.CueUnique, false}, {lexicon.HashWord("pqr"), lexicon.CueUnique, false},
	{lexicon.HashWord("pqrs"), lexicon.CueUnique, false}, {lexicon.HashWord("reclamo"), lexicon.CueUnique, true}, {lexicon.HashWord("reclamacion"), lexicon.CueUnique, true},
	{lexicon.HashWord("reclamation"), lexicon.CueUnique, true}, {lexicon.HashWord("queja"), lexicon.CueUnique, true}, {lexicon.HashWord("hoja"), lexicon.CueUnique, true},
	{lexicon.HashWord("bono"), lexicon.CueUnique, true}, {lexicon.HashWord("loc"), lexicon.CueUnique, true}, {lexicon.HashWord("localizador"), lexicon.CueUnique, true},
	{lexicon.HashWord("asistencia"), lexicon.CueUnique, true}, {lexicon.HashWord("samu"), lexicon.CueUnique, true}, {lexicon.HashWord("sujet"), lexicon.CueUnique, true},
	{lexicon.HashWord("rep"), lexicon.CueUnique, true},
	{lexicon.HashWord("recibo"), lexicon.CueAccount, true}, {lexicon.HashWord("recu"), lexicon.CueAccount, true}, {lexicon.HashWord("rib"), lexicon.CueBank, false},
	{lexicon.HashWord("exequatur"), lexicon.CueLicense, true}, {lexicon.HashWord("rm"), lexicon.CueLicense, true}, {lexicon.HashWord("prestataire"), lexicon.CueLicense, true},
	{lexicon.HashWord("ci"), lexicon.CueNational, true}, {lexicon.HashWord("run"), lexicon.CueNational, true},
}

// latinFilter has a bit for each label, by ten bits of its hash.
var latinFilter = func() (f [16]uint64) {
	for _, l := range latinLabels {
		f[l.hash>>6&15] |= 1 << (l.hash & 63)
	}
	return f
}()

// latinLabel gives the cue that the word at token i has as a label of the number
// at token first, NoCue if it is none.
func (t *Text) latinLabel(i, first int, near bool) lexicon.Cue {
	h := t.Tokens[i].Hash
	if latinFilter[h>>6&15]&(1<<(h&63)) == 0 || t.Tokens[i].Class != lexicon.Word || t.is(i+1, '|') {
		return lexicon.NoCue
	}
	for k := range latinLabels {
		l := &latinLabels[k]
		if l.hash != h {
			continue
		}
		if !t.latin() || l.plain && !(near && t.fileNumber(first)) {
			return lexicon.NoCue
		}
		return l.cue
	}
	return lexicon.NoCue
}

// fileNumber reports that what begins at token i looks like the number of a
// file: five digits or more, or parts joined by signs, after a letter or two.
func (t *Text) fileNumber(i int) bool {
	if i+1 >= len(t.Tokens) {
		return i < len(t.Tokens) && hasDigit(&t.Tokens[i]) && t.Tokens[i].Len() >= 5
	}
	k := &t.Tokens[i]
	joined := t.touches(i+1) && i+2 < len(t.Tokens) && t.touches(i+2) && (t.is(i+1, '-') || t.is(i+1, '/')) && hasDigit(&t.Tokens[i+2])
	if hasDigit(k) {
		if joined {
			years := k.Len() == 4 && t.Tokens[i+2].Len() == 4 && yearDigits(t.Text[k.Start:k.End]) && yearDigits(t.Text[t.Tokens[i+2].Start:t.Tokens[i+2].End])
			return !years && k.Len()+t.Tokens[i+2].Len() >= 5
		}
		n := &t.Tokens[i+1]
		counts := n.Gap == lexicon.GapSpace && n.Class == lexicon.Word && n.Case == lexicon.LowerCase && n.Entry.Rank() > 0 && !n.Entry.Has(lexicon.Stop) // "hoja 12345 palabras"
		return k.Len() >= 5 && !counts
	}
	return k.Class == lexicon.Word && k.Len() <= 3 && k.Case != lexicon.LowerCase && joined && t.Tokens[i+2].Len()+k.Len() >= 3
}

// issued are the words for what an office numbers; the office's letters may
// stand before the number: "Radicado EPS 20739970171", "Reclamo OIRS 1805047".
var issued = newWordSet("radicado reclamo reclamacion autorizacion queja pqr pqrs tutela siniestro sinistre")

// officeAt reports the letters of an office at token i between a word of issued
// and the number right behind.
func (t *Text) officeAt(i, first int) bool {
	k := &t.Tokens[i]
	return i == first-1 && i > 0 && k.Class == lexicon.Word && k.Case == lexicon.UpperCase && k.Len() <= 5 && t.Tokens[first].Gap == lexicon.GapSpace && issued.has(t.Tokens[i-1].Hash)
}

// endsLatin reports a verb that says that the end of a number follows: "mi hc
// termina en 8841".
func endsLatin(h uint64) bool { return latinEnds.has(h) }

var latinEnds = newWordSet("termina terminan terminada acaba finit finissant")
