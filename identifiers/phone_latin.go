package identifiers

import "github.com/phidetect/phidetect/lexicon"

// latinPhone judges the groups in which people write phone numbers in the
// countries of Spanish and French without a label: Belgium ("02 555 01 84"),
// Senegal ("77 555 01 28"), Cameroon ("6 77 55 01 39"), Tunisia ("98 555 017"),
// Spain ("644 55 0129"), Argentina ("2616 55-0139"), Central America and Haiti
// ("3455 0172"). Numbers that are sums or years are none.
func (t *Text) latinPhone(c *candidate) float32 {
	if c.letters > 0 || c.seps&(sepSlash|sepUnder|sepLine) != 0 || c.n < 8 || c.n > 10 || !t.latin() || t.sumBeside(c) {
		return 0
	}
	d := c.text()
	switch c.n {
	case 10:
		if d[0] >= '2' && d[0] <= '3' && (c.shape(4, 2, 4) || c.shape(3, 3, 4)) {
			return 0.56 // with the area code of an Argentine town
		}
	case 9:
		switch {
		case d[0] == '0' && d[1] >= '1' && (c.shape(2, 3, 2, 2) || c.shape(3, 2, 2, 2)):
			return 0.66
		case c.shape(1, 2, 2, 2, 2) && d[0] >= '2':
			return 0.58
		case c.shape(2, 3, 2, 2) && (d[0] == '3' || d[0] == '6' || d[0] == '7'):
			return 0.6
		case (d[0] == '6' || d[0] == '7' || d[0] == '9') && c.seps&sepDot == 0 && (c.shape(3, 2, 4) || c.shape(3, 3, 3) || c.shape(3, 2, 2, 2)):
			return 0.78 // likelier than a number of the US
		case c.ngroups == 1 && (d[0] == '6' || d[0] == '7') && d[1] != '0' && c.label.tok < 0 && t.behindName(c.first) && t.fenced(c.last+1):
			return 0.55
		}
	case 8:
		switch {
		case c.shape(4, 4) && d[0] >= '2' && c.seps&sepDot == 0 && !yearDigits(d[:4]) && !(yearDigits(d[4:]) && c.seps == sepDash) && t.fenced(c.last+1):
			return 0.52
		case c.shape(2, 3, 3) && c.seps == sepSpace && d[0] >= '2' && t.fenced(c.last+1):
			return 0.52
		}
	}
	return 0
}

// sumBeside reports what makes a number in groups a sum: noughts at its end, a
// currency beside it.
func (t *Text) sumBeside(c *candidate) bool {
	if d := c.text(); d[c.n-1] == '0' && d[c.n-2] == '0' && d[c.n-3] == '0' {
		return true
	}
	j := c.last + 1
	return t.cueOf(c.first-1) == lexicon.CueMoney || j < len(t.Tokens) && t.Tokens[j].Gap <= lexicon.GapSpace && (t.cueOf(j) == lexicon.CueMoney || t.Tokens[j].Class == lexicon.Symbol && currency(&t.Tokens[j], t.Text) || t.is(j, '%'))
}

func yearDigits[T string | []byte](d T) bool {
	return d[0] == '1' && d[1] == '9' || d[0] == '2' && d[1] == '0'
}

// behindName reports a name right before token i, a comma between or none: "je
// suis son mari Jean, 699550147".
func (t *Text) behindName(i int) bool {
	b := i - 1
	if t.is(b, ',') {
		b--
	}
	return b >= 0 && t.Tokens[i].Gap <= lexicon.GapSpace && t.Tokens[b].Class == lexicon.Word && t.Tokens[b].Entry.Given() >= 4
}
