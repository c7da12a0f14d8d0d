package identifiers

import "github.com/phidetect/phidetect/lexicon"

// A label is the word that says what a number is: "MRN", "my cell is", and how
// surely it belongs to the number.
type label struct {
	cue  lexicon.Cue
	tok  int  // its first token, -1 without label
	near bool // only fillers stand between label and number
	mark bool // "no", "#", ":", "=" or "is" stand between
}

// is reports whether the label is of one of the cues.
func (l *label) is(cues ...lexicon.Cue) bool {
	if l.tok < 0 {
		return false
	}
	for _, c := range cues {
		if l.cue == c {
			return true
		}
	}
	return false
}

// names reports whether the label surely names the number: it touches it and
// is of an identifier, not of a date, a person or a vehicle.
func (l *label) names() bool { return l.tok >= 0 && l.near && farLabels.Has(l.cue) }

// labelCues are the cues that label numbers.
var labelCues = Cues(lexicon.CuePhone, lexicon.CueFax, lexicon.CueEmail, lexicon.CueSSN, lexicon.CueNational, lexicon.CueMRN, lexicon.CuePlan,
	lexicon.CueAccount, lexicon.CueCard, lexicon.CueBank, lexicon.CueLicense, lexicon.CueNPI, lexicon.CuePlate, lexicon.CueVIN, lexicon.CueVehicle,
	lexicon.CueDevice, lexicon.CueUnique, lexicon.CueHandle, lexicon.CueIP, lexicon.CueZip, lexicon.CueRoom, lexicon.CueAgainst, lexicon.CueTracking,
	lexicon.CueMoney, lexicon.CueLast4, lexicon.CueBorn, lexicon.CueAge, lexicon.CueUnit, lexicon.CuePOBox, lexicon.CueDate, lexicon.CuePerson)

// farLabels may label a number across other words: "the MRN on my letter is …".
var farLabels = Cues(lexicon.CueSSN, lexicon.CueNational, lexicon.CueMRN, lexicon.CuePlan, lexicon.CueNPI, lexicon.CuePlate, lexicon.CueVIN,
	lexicon.CueDevice, lexicon.CueUnique, lexicon.CueAccount, lexicon.CueFax, lexicon.CuePhone, lexicon.CueLicense, lexicon.CueBank, lexicon.CueCard)

// looseLabels are little words that label a number only if nothing else does:
// "on 0417" is a date for want of a better label, "MRN on my letter" none.
var looseLabels = Cues(lexicon.CueDate, lexicon.CuePerson, lexicon.CueAge)

const (
	// labelReach bounds how many words a label may stand before its number.
	labelReach = 9
	// labelTokens bounds the same in tokens: JSON and XML have much punctuation.
	labelTokens = 28
)

// labelBefore finds the label of the number that begins at token first.
func (t *Text) labelBefore(first int) label {
	l := t.nearestLabel(first)
	if l.tok > 0 && carriers.Has(l.cue) {
		return t.carried(l)
	}
	if l.tok < 0 || looseLabels.Has(l.cue) {
		if a := t.asked(first); a.tok >= 0 {
			return a
		}
	}
	return l
}

// nearestLabel finds the label that stands nearest before token first.
func (t *Text) nearestLabel(first int) label {
	found := label{tok: -1}
	near, mark := true, false
	lines, words := 0, 0
	if first < len(t.Tokens) && t.Tokens[first].Gap == lexicon.GapLine {
		lines++
	}
	for i, steps := first-1, 0; i >= 0 && words < labelReach && steps < labelTokens && lines < 2; steps++ {
		k := &t.Tokens[i]
		if t.inStreet(i) {
			return found // "Silkmill Lane" is no lane's label
		}
		at := i
		if k.Class == lexicon.Punct {
			if !t.Triggers.Braces {
				words++
			}
			switch k.First {
			case ':', '=', '#':
				mark = true
			case '"', '\'', '(', '[', '|', '*', '_', '<', '>', '-':
			case ',', '.':
				if k.First == '.' && i > 0 && (labelCues.Has(t.CueAt(i-1)) || t.CueAt(i-1) == lexicon.CueNumber || t.Tokens[i-1].Len() <= 3) {
					break
				}
				if (found.tok < 0 || found.is(lexicon.CuePhone)) && k.First == ',' && (near || words <= 4) {
					near = near && t.Triggers.Braces
					break
				}
				return found
			case '{', '}':
				if !t.Triggers.Braces {
					return found
				}
			case ')', ']':
			case '/':
				if t.is(i-1, '<') {
					return found // the end of another element
				}
				near = false
			case ';', '?', '!':
				return found
			default:
				near = false
			}
			if k.Gap == lexicon.GapLine {
				lines++
			}
			i--
			continue
		}
		words++
		entry, pf, _ := t.EntryAt(i)
		cue := entry.Cue()
		if cue == lexicon.NoCue && !(k.Phrase > 0 && entry.Weight() > lexicon.NoWeight && entry.Category() != lexicon.Insurance) { // a skin tag is no tag
			cue = k.Entry.Cue()
			pf = i
		}
		if pf < i && (k.Hash == hashEnding || k.Hash == hashIn || k.Entry.Cue() == lexicon.CueNumber) {
			mark = true // "card ending", "member id"
		}
		if pf == i && k.Len() <= 2 && t.touches(i) && t.is(i-1, '/') {
			cue = lexicon.NoCue // the "dl" of "mg/dl"
		}
		if k.Hash == hashC && pf == i && t.latin() {
			cue, mark = lexicon.NoCue, true // "mon niss c 85…", "c'est le …"
		}
		if l := t.latinLabel(i, first, near); l != lexicon.NoCue && pf == i {
			cue = l
		}
		if k.Hash == hashFile && i > 0 && t.Tokens[i-1].Hash == hashOn {
			cue = lexicon.NoCue // what is on file has its label before
		}
		switch {
		case t.officeAt(i, first), t.latin() && endsLatin(k.Hash):
			mark = true
		case i == first-1 && pf == i && stateCode(k) && cue != lexicon.CueNumber:
			if labelCues.Has(cue) && cue != lexicon.CueDate { // "WA" may be WhatsApp too; "Kenora ON"
				found = label{cue, pf, true, false}
			}
		case cue == lexicon.CueNumber || cue == lexicon.CueLast4:
			mark = true
			if cue == lexicon.CueLast4 && found.tok < 0 {
				found = label{cue: cue, tok: pf, near: near, mark: true}
			}
		case labelCues.Has(cue):
			switch {
			case cue == lexicon.CuePhone && pf == i && (k.Hash == hashNumber || k.Hash == hashNum):
				mark = true // of a phone for want of a better label
				if found.tok < 0 {
					found = label{cue, pf, near, true}
				}
			case near && looseLabels.Has(cue) && k.Len() <= 4 && pf == i && !mark:
				if found.tok < 0 { // a label behind it is a better one
					found = label{cue, pf, true, false}
				}
			case near && found.tok < 0 || farLabels.Has(cue):
				if found.is(lexicon.CueLast4) {
					return label{cue, pf, found.near, true}
				}
				return label{cue, pf, near, mark}
			case found.tok >= 0 && !found.is(lexicon.CueLast4):
				return found
			case cue == lexicon.CueTracking || cue == lexicon.CueHandle || cue == lexicon.CueIP || cue == lexicon.CueEmail:
				return found
			default: // "lot number on my pen is", "PAN for bill refund"
				near = false
			}
		case hasDigit(k):
			return found
		case reading(k.Hash):
			mark = true
		case filler(k, cue):
		default:
			near = false
			if lines > 0 {
				return found
			}
		}
		if t.Tokens[pf].Gap == lexicon.GapLine {
			if !mark && k.Entry.Cue() == lexicon.NoCue {
				return found
			}
			lines++
		}
		i = min(pf, at) - 1
	}
	return found
}

// stateCode reports a state's or province's abbreviation in capitals, which
// stands before the number of a licence or plate: "DL NC 0381129".
func stateCode(k *lexicon.Token) bool {
	return k.Class == lexicon.Word && k.Len() == 2 && k.Case == lexicon.UpperCase && k.Entry.Has(lexicon.State)
}

// reading reports a verb between a label and its number: "is", "reads".
func reading(h uint64) bool {
	switch h {
	case hashIs, hashSays, hashReads, hashShows:
		return true
	}
	return false
}

// filler reports whether the word may stand between a label and its number.
func filler(k *lexicon.Token, cue lexicon.Cue) bool {
	switch cue {
	case lexicon.CuePronounI, lexicon.CuePronounThird, lexicon.CueFor, lexicon.CuePronounYou:
		return true
	}
	if k.Len() <= 3 && k.Entry.Has(lexicon.Stop) || k.Hash == hashValue {
		return true
	}
	return k.Entry.Cue() == lexicon.CueSpeech && k.Len() <= 3 || k.Entry.Cue() == lexicon.CueRelative
}

// labelAfter finds a label right behind the number: "0491 570 006 (mobile)",
// "5551234 is my cell".
func (t *Text) labelAfter(last int) lexicon.Cue {
	for i, steps := last+1, 0; i < len(t.Tokens) && steps < 4; i, steps = i+1, steps+1 {
		k := &t.Tokens[i]
		if k.Gap == lexicon.GapLine {
			break
		}
		if k.Class == lexicon.Punct {
			if k.First == '(' || k.First == '-' {
				continue
			}
			break
		}
		cue := t.CueAt(i)
		if cue == lexicon.CuePhone || cue == lexicon.CueFax || cue == lexicon.CueMRN || cue == lexicon.CuePlan || cue == lexicon.CueHandle {
			return cue
		}
		if !filler(k, cue) && cue != lexicon.CueNumber {
			break
		}
	}
	return lexicon.NoCue
}
