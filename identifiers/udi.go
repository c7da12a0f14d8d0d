package identifiers

import (
	"github.com/phidetect/phidetect/identifiers/checksum"
	"github.com/phidetect/phidetect/lexicon"
)

// udiParts bounds the parts behind the item's number.
const udiParts = 8

// udis finds unique device identifiers as people read them (GS1 General
// Specifications, human readable interpretation): "(01)" with the item's number
// of fourteen digits, then other parts in the same form: "(17)330831(10)J7718K".
func (t *Text) udis(dst []Span) []Span {
	for _, d := range t.Triggers.Digits {
		i := int(d)
		if t.Tokens[i].Len() != 2 || t.Text[t.Tokens[i].Start:t.Tokens[i].End] != "01" || !t.is(i-1, '(') || t.claimed(i) {
			continue
		}
		end, item := t.udiPart(i - 1)
		if end < 0 || end != item || t.Tokens[item].Len() != 14 || t.Tokens[item].Class != lexicon.Number {
			continue
		}
		for n := 0; n < udiParts; n++ {
			next, _ := t.udiPart(end + 1)
			if next < 0 {
				break
			}
			end = next
		}
		if !t.free(i-1, end) {
			continue
		}
		t.claim(i-1, end)
		dst = append(dst, Span{Start: int(t.Tokens[i-1].Start), End: int(t.Tokens[end].End), Type: DeviceID, Score: 0.95,
			Why: Why{Matcher: "udi", Checksum: checksum.GTIN14(t.Text[t.Tokens[item].Start:t.Tokens[item].End])}})
	}
	return dst
}

// udiPart reads "(17)330831" from token i on and gives its last token and the
// first of its value, or -1.
func (t *Text) udiPart(i int) (end, value int) {
	if !t.is(i, '(') || i+3 >= len(t.Tokens) || t.Tokens[i+1].Class != lexicon.Number || t.Tokens[i+1].Len() > 4 || !t.is(i+2, ')') || !alnum(&t.Tokens[i+3]) {
		return -1, 0
	}
	if t.Tokens[i+1].Gap != lexicon.GapNone || t.Tokens[i+3].Gap > lexicon.GapSpace {
		return -1, 0
	}
	end = i + 3
	for n := 0; n < 6 && t.touches(end+1) && t.touches(end+2) && (t.is(end+1, '-') || t.is(end+1, '/') || t.is(end+1, '.')) && alnum(&t.Tokens[end+2]); n++ {
		end += 2
	}
	return end, i + 3
}
