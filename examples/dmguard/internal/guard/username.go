package guard

import (
	"strings"
	"unicode"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// named reports whether a user name is made of a person's first and last name, as
// "dana.whitfield" or "DanaWhitfield84" are.
func named(d *phi.Detector, username string) bool {
	words := parts(username)
	if len(words) < 2 {
		return false
	}
	text := strings.Join(words, " ")
	r := d.Detect(text)
	for _, s := range r.Spans {
		if s.Type == identifiers.Name && s.Role != identifiers.RoleStaff && s.Role != identifiers.RoleProvider && strings.Contains(text[s.Start:s.End], " ") {
			return true
		}
	}
	return false
}

// parts cuts a user name into words with a capital.
func parts(username string) (out []string) {
	var word []rune
	flush := func() {
		if len(word) > 1 {
			word[0] = unicode.ToUpper(word[0])
			out = append(out, string(word))
		}
		word = word[:0]
	}
	for _, r := range username {
		switch {
		case !unicode.IsLetter(r):
			flush()
			continue
		case unicode.IsUpper(r) && len(word) > 0 && unicode.IsLower(word[len(word)-1]):
			flush()
		}
		word = append(word, r)
	}
	flush()
	return out
}
