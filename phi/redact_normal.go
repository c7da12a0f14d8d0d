package phi

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi/internal/deid"
)

// normal gives what the same identifier has in common however it is written:
// the words of a name in order, given name first; the digits of a phone number
// without the country code 1; a date as ISO 8601; letters and digits in lower
// case of all else.
func (r *Redactor) normal(t identifiers.Type, s string) string {
	s = foldString(s)
	switch t {
	case identifiers.Name:
		return strings.Join(nameWords(s), " ")
	case identifiers.Phone, identifiers.Fax:
		if n := strings.Map(onlyDigits, s); len(n) >= 4 {
			if len(n) == 11 && n[0] == '1' {
				n = n[1:]
			}
			return n
		}
	case identifiers.Email, identifiers.URL:
		return strings.ToLower(strings.TrimSpace(s))
	case identifiers.Date, identifiers.DateOfBirth:
		if d, ok := r.dates.Read(s); ok && d.Year != 0 && d.Day != 0 {
			return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
		}
	}
	n := strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsNumber(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, s)
	if n == "" {
		return s
	}
	return n
}

func onlyDigits(c rune) rune {
	if c < '0' || c > '9' {
		return -1
	}
	return c
}

func foldString(s string) string {
	for i := range len(s) {
		if s[i] >= 0x80 {
			var m lexicon.FoldMap
			return string(m.Fold(nil, s))
		}
	}
	return s
}

// nameWords gives the words of a name in lower case, the given name first
// ("Whitfield, Dana", "WHITFIELD^DANA"), without titles and suffixes.
func nameWords(s string) []string {
	if last, given, ok := strings.Cut(s, "^"); ok {
		s = strings.ReplaceAll(given, "^", " ") + " " + last
	} else if last, given, ok := strings.Cut(s, ","); ok && !nameSuffix(strings.ToLower(strings.Trim(given, " ."))) {
		s = given + " " + last
	}
	words := strings.FieldsFunc(strings.ToLower(s), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsMark(c) && !unicode.IsNumber(c) && c != '\'' && c != '-'
	})
	out := words[:0]
	for _, w := range words {
		if w = strings.Trim(w, "'-"); w == "" || nameSuffix(w) {
			continue
		}
		out = append(out, w)
	}
	if len(out) == 0 {
		return append(out, strings.ToLower(s))
	}
	return out
}

func nameSuffix(w string) bool {
	switch w {
	case "jr", "sr", "ii", "iii", "iv", "mr", "mrs", "ms", "miss", "dr":
		return true
	}
	return false
}

// hash is the keyed hash of a value in n letters.
func (r *Redactor) appendHash(dst []byte, t identifiers.Type, s string, n int) []byte {
	return deid.AppendHash(dst, deid.Sum(r.policy.Key, t.String(), r.normal(t, s)), n)
}
