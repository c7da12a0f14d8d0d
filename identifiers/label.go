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

// labelCues are the cues that label numbers.
var labelCues = Cues(lexicon.CuePhone, lexicon.CueFax, lexicon.CueEmail, lexicon.CueSSN, lexicon.CueNational, lexicon.CueMRN, lexicon.CuePlan,
	lexicon.CueAccount, lexicon.CueCard, lexicon.CueBank, lexicon.CueLicense, lexicon.CueNPI, lexicon.CuePlate, lexicon.CueVIN, lexicon.CueVehicle,
	lexicon.CueDevice, lexicon.CueUnique, lexicon.CueHandle, lexicon.CueIP, lexicon.CueZip, lexicon.CueRoom, lexicon.CueAgainst, lexicon.CueTracking,
	lexicon.CueMoney, lexicon.CueLast4, lexicon.CueBorn, lexicon.CueAge, lexicon.CueUnit, lexicon.CuePOBox, lexicon.CueDate, lexicon.CuePerson)

// farLabels may label a number across other words: "the MRN on my letter is …".
var farLabels = Cues(lexicon.CueSSN, lexicon.CueNational, lexicon.CueMRN, lexicon.CuePlan, lexicon.CueNPI, lexicon.CuePlate, lexicon.CueVIN,
	lexicon.CueDevice, lexicon.CueUnique, lexicon.CueAccount, lexicon.CueFax, lexicon.CuePhone, lexicon.CueLicense, lexicon.CueBank, lexicon.CueCard)

// labelReach bounds how many tokens a label may stand before its number.
const labelReach = 9

// labelBefore finds the label of the number that begins at token first.
func (t *Text) labelBefore(first int) label {
	found := label{tok: -1}
	near, mark := true, false
	lines := 0
	if first < len(t.Tokens) && t.Tokens[first].Gap == lexicon.GapLine {
		lines++
	}
	for i, steps := first-1, 0; i >= 0 && steps < labelReach && lines < 2; steps++ {
		k := &t.Tokens[i]
		at := i
		if k.Class == lexicon.Punct {
			switch k.First {
			case ':', '=', '#':
				mark = true
			case '"', '\'', '(', '[', '|', '*', '_', '<', '>':
			case '-':
			case ',', '.':
				if k.First == '.' && i > 0 && (t.CueAt(i-1) != lexicon.NoCue || t.Tokens[i-1].Len() <= 3) {
					break
				}
				if found.tok < 0 && k.First == ',' && (near || steps <= 3) {
					near = near && t.Triggers.Braces
					break
				}
				return found
			case '{', '}':
				if !t.Triggers.Braces {
					return found
				}
			case ')', ']':
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
		entry, pf, _ := t.EntryAt(i)
		cue := entry.Cue()
		if cue == lexicon.NoCue {
			cue = k.Entry.Cue()
			pf = i
		}
		if pf < i && (wordIs(t, i, "ending") || wordIs(t, i, "in") || k.Entry.Cue() == lexicon.CueNumber) {
			mark = true // "card ending", "member id"
		}
		switch {
		case cue == lexicon.CueNumber || cue == lexicon.CueLast4:
			mark = true
			if cue == lexicon.CueLast4 && found.tok < 0 {
				found = label{cue: cue, tok: pf, near: near, mark: true}
			}
		case labelCues.Has(cue):
			if near || farLabels.Has(cue) {
				if found.cue == lexicon.CueLast4 {
					return label{cue, pf, found.near, true}
				}
				return label{cue, pf, near, mark}
			}
			return found
		case hasDigit(k):
			return found
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
