package identifiers

import "github.com/phidetect/phidetect/lexicon"

// cell appends what stands in tokens a to b as the column's type, if it has
// that type's form.
func (t *Text) cell(dst *[]Span, typ Type, a, b int) {
	for a < b && wraps(&t.Tokens[a]) {
		a++
	}
	for a < b && wraps(&t.Tokens[b]) {
		b--
	}
	if typ == plain {
		for i := a; i <= b && i-a < 24; i++ {
			if hasDigit(&t.Tokens[i]) {
				t.claim(i, i)
			}
		}
		return
	}
	if typ == NoType || b-a > 12 || !t.free(a, b) {
		return
	}
	digits, words, signs, value := 0, 0, 0, byte('0')
	for i := a; i <= b; i++ {
		if k := &t.Tokens[i]; hasDigit(k) {
			for _, c := range []byte(t.Text[k.Start:k.End]) {
				if signs++; c != '0' {
					value = c
				}
			}
		}
		switch {
		case t.is(i, '$') || t.is(i, '%'):
			return
		case hasDigit(&t.Tokens[i]):
			digits++
		case t.Tokens[i].Class == lexicon.Word:
			words++
		}
	}
	switch typ {
	case Name:
		if digits > 0 || words == 0 || words > 4 {
			return
		}
	case City:
		if digits > 0 || words == 0 {
			return
		}
	case Email, Date:
		return // their own matchers find them
	default:
		if digits == 0 || words > 2 || value == '0' || signs < leastSigns(typ) || typ != MedicalRecordNumber && t.amount(a, b) {
			return
		}
		if lone := a == b && t.Tokens[a].Class == lexicon.Number; typ == LicenseNumber && lone && signs < 5 {
			return
		}
	}
	t.claim(a, b)
	*dst = append(*dst, Span{Start: int(t.Tokens[a].Start), End: int(t.Tokens[b].End), Type: typ, Score: 0.85, Why: Why{Matcher: "table"}})
}

// wraps reports a sign around a cell: a quote, a bracket.
func wraps(k *lexicon.Token) bool {
	return k.Is('\'') || k.Is('"') || k.Is('(') || k.Is(')') || k.Is('[') || k.Is(']') || k.Is(';') || k.Is(',')
}

// leastSigns is how many letters and digits the numbers of a type have at
// least; shorter cells are counts and amounts.
func leastSigns(typ Type) int {
	switch typ {
	case Phone, Fax, SSN:
		return 7
	case AccountNumber, LicenseNumber, UniqueID, HealthPlanNumber, DeviceID:
		return 4
	}
	return 2
}

// amount reports an amount or a range: "0.15", "12.0-15.5".
func (t *Text) amount(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if t.is(i, '.') && t.Tokens[i-1].Class == lexicon.Number && t.Tokens[i-1].Len() <= 4 && t.Tokens[i+1].Class == lexicon.Number && t.Tokens[i+1].Len() <= 3 {
			return true
		}
	}
	return false
}
