package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/internal/nametag"
	"github.com/phidetect/phidetect/lexicon"
)

// nameScratch holds the labels of the words of a text.
type nameScratch struct {
	labels []nametag.Label
	probs  []float32
}

// names finds people and cities: the learned tagger labels words, and runs of
// one label become spans.
func (t *Text) nameSpans(dst []Span) []Span {
	t.tagNames()
	if t.latin() {
		t.latinNames()
		t.latinTowns(dst)
	}
	t.townsBehindStreets()
	t.placedNames()
	toks := t.Tokens
	for i := 0; i < len(toks); i++ {
		if toks[i].Class == lexicon.Ideographs {
			continue
		}
		label := t.names.labels[i]
		if label == nametag.Other && t.spellsName(i) {
			label = nametag.Name
		}
		if label == nametag.Other {
			continue
		}
		first, last := i, t.asWritten(i, t.extendName(i, label))
		score := float32(0)
		for k := i; k <= last; k++ {
			score = max(score, t.names.probs[k])
		}
		if first == last && toks[i].Entry.Has(lexicon.State) && label == nametag.Name && toks[i].Entry.Given() < 8 && toks[i].Len() > 3 {
			continue // a country or a state: "which jabs for Kenya"
		}
		if label == nametag.City && (t.partOfTerm(first) || t.articled(first, last)) {
			continue
		}
		if label == nametag.Name && t.company(first, last) {
			i = last
			continue
		}
		if label == nametag.Name && (t.animalBefore(first) || first == last && (t.endsCountry(first) || t.ofForm(first) || t.ofSeason(first))) {
			continue
		}
		if saint := t.saintBefore(first); saint >= 0 && t.free(saint, first) {
			if label == nametag.Name && t.endsAddress(saint, last) {
				label = nametag.City
			}
			if label == nametag.City {
				first = saint // "St. Martinville"
			}
		} else if label == nametag.Name && t.endsAddress(first, last) {
			label = nametag.City
		}
		typ, why := Name, Why{Matcher: "name"}
		if label == nametag.City {
			typ, why = City, Why{Matcher: "city"}
		}
		if first > 0 {
			why.Cue = t.CueAt(first - 1)
		}
		// a span that is reported at all has at least the default least score
		score = 0.5 + 0.5*max(0, score-nameThreshold)/(1-nameThreshold)
		if t.free(first, last) {
			t.claim(first, last)
			dst = append(dst, Span{Start: int(toks[first].Start), End: int(toks[last].End), Type: typ, Score: score, Why: why})
		}
		i = last
	}
	return dst
}

// tagNames labels every candidate word.
func (t *Text) tagNames() {
	n := len(t.Tokens)
	if cap(t.names.labels) < n {
		t.names.labels = make([]nametag.Label, n, n+n/2+16)
		t.names.probs = make([]float32, n, n+n/2+16)
	}
	t.names.labels, t.names.probs = t.names.labels[:n], t.names.probs[:n]
	m := nametag.ReadMessage(&t.Scan)
	clear(t.names.labels)
	clear(t.names.probs)
	sure, doubtful := false, false
	note := len(t.Tokens) >= noteTokens && m.Style == 1 && t.latin()
	prev := nametag.Other
	for i := range t.Tokens {
		k := &t.Tokens[i]
		if k.Class == lexicon.Punct {
			if k.First != '-' && k.First != '\'' && k.First != '.' {
				prev = nametag.Other
			}
			continue
		}
		if k.Gap == lexicon.GapLine {
			prev = nametag.Other
		}
		if t.claimed(i) || !nametag.Candidate(&t.Scan, m, i) {
			prev = nametag.Other
			continue
		}
		name, city := nametag.Chances(&t.Scan, m, i, prev)
		prev = nametag.Other
		if name < doubtfulName && city >= placeThreshold && k.Case != lexicon.LowerCase && k.Entry.Name() == 0 && k.Entry.Place() >= surePlace {
			name, city = 0, max(city, cityThreshold) // "Marrickville" alone: no list of names has it
		}
		t.names.probs[i] = name
		switch {
		case name >= nameThreshold && name >= city && name >= askedOf(k) && !(note && k.Case == lexicon.LowerCase && name < noteThreshold), city < cityThreshold && t.sureIntro(i, name):
			prev = nametag.Name
			t.names.probs[i] = max(name, nameThreshold)
			sure = sure || name >= sureName
		case city >= cityThreshold:
			prev = nametag.City
			t.names.probs[i] = city
		default:
			doubtful = doubtful || name >= echoThreshold
		}
		t.names.labels[i] = prev
	}
	if sure && doubtful {
		t.echoNames()
	}
}

const (
	nameThreshold = 0.46
	cityThreshold = 0.5
	// placeThreshold is enough for a place that no list of names has, unless it
	// is more than a doubtful name.
	placeThreshold = 0.25
	doubtfulName   = 0.6
	surePlace      = 5
	// wordThreshold is asked for of a word of the dictionary in small letters
	// that no list of names has, "my name is misspelled", commonThreshold of a
	// common one, "soy nueva paciente".
	wordThreshold   = 0.75
	commonThreshold = 0.985
	commonRank      = 6
	// noteThreshold is asked for of a word in small letters of a long text in
	// Spanish or French with capitals, of noteTokens or more: a clinical note
	// writes names with a capital.
	noteThreshold = 0.9
	noteTokens    = 80
	// echoThreshold is enough for a word that is surely a name elsewhere in the
	// same text: "Thi Mai Dang … Thank you for seeing Mai".
	echoThreshold = 0.06
	sureName      = 0.9
	maxSure       = 32
)

// echoNames gives a second look to words that are names elsewhere in the text.
func (t *Text) echoNames() {
	var sure [maxSure]uint64
	n := 0
	for i := range t.Tokens {
		if t.names.labels[i] == nametag.Name && t.names.probs[i] >= sureName && t.Tokens[i].Len() > 2 && n < maxSure {
			sure[n] = t.Tokens[i].Hash
			n++
		}
	}
	if n == 0 {
		return
	}
	for i := range t.Tokens {
		k := &t.Tokens[i]
		p := t.names.probs[i]
		if k.Class != lexicon.Word || t.names.labels[i] != nametag.Other || p < echoThreshold || k.Case == lexicon.LowerCase && k.Entry.Rank() >= 7 {
			continue
		}
		for _, h := range sure[:n] {
			if h == k.Hash {
				t.names.labels[i] = nametag.Name
				break
			}
		}
	}
}

// extendName gives the last token of the name or city that begins at token i:
// words of the same label, joined by spaces, hyphens, an initial's dot or a
// particle.
func (t *Text) extendName(i int, label nametag.Label) int {
	last := i
	for j := i + 1; j < len(t.Tokens) && j < i+16; j++ {
		k := &t.Tokens[j]
		if k.Gap >= lexicon.GapWide {
			break
		}
		if k.Class == lexicon.Punct {
			next := j + 1
			if next >= len(t.Tokens) || t.Tokens[next].Gap >= lexicon.GapWide {
				break
			}
			switch {
			case k.First == '-' && k.Gap == lexicon.GapNone && t.Tokens[next].Gap == lexicon.GapNone:
			case k.First == '.' && k.Gap == lexicon.GapNone && t.Tokens[j-1].Len() <= 2:
			case k.First == '\'' && k.Gap == lexicon.GapNone:
			case k.First == ',' && label == nametag.Name && t.Tokens[next].Entry.Cue() == lexicon.CueNameSuffix && t.Tokens[next].Class == lexicon.Word:
				last = next
				j = next
				continue
			default:
				return last
			}
			if t.names.labels[next] != label {
				break
			}
			continue
		}
		if t.names.labels[j] == label {
			last = j
			if k.Suffix != lexicon.NoSuffix {
				break
			}
			continue
		}
		if label == nametag.Name && k.Entry.Cue() == lexicon.CueNameSuffix && k.Len() <= 3 && k.Case != lexicon.LowerCase {
			last = j
			break
		}
		// a particle between two parts: "Ana de la Cruz"
		if label == nametag.Name && k.Entry.Cue() == lexicon.CueParticle && t.particleRun(j) > 0 {
			j = t.particleRun(j) - 1
			continue
		}
		break
	}
	return last
}

// particleRun skips particles from token j and gives the token of the name
// that follows them, 0 if none does.
func (t *Text) particleRun(j int) int {
	for n := 0; j < len(t.Tokens) && n < 3 && t.Tokens[j].Entry.Cue() == lexicon.CueParticle && t.Tokens[j].Gap <= lexicon.GapSpace; n++ {
		j++
	}
	if j < len(t.Tokens) && t.Tokens[j].Gap <= lexicon.GapSpace && t.names.labels[j] == nametag.Name {
		return j
	}
	return 0
}
