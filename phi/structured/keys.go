package structured

import (
	"strings"

	"github.com/phidetect/phidetect/identifiers"
)

// keyInfo is what the name of a key or column says of its values.
type keyInfo struct {
	typ  identifiers.Type
	role identifiers.Role
	// weak: the type holds only in the company of a person's other details
	// ("name", "id").
	weak bool
	// part: the key is a part of a name ("first", "last").
	part bool
	// person: the key names a person, so that a "name" below it is one's.
	person bool
	// strong: a person's detail, which makes a "name" beside it a person's.
	strong bool
	health bool
	// keep: the values stay unread.
	keep  bool
	label string
}

// keyOf reads a key in camel, snake or kebab case or with spaces.
func (r *run) keyOf(key string) keyInfo {
	if x, ok := r.cache[key]; ok {
		return x
	}
	x := r.s.readKey(key)
	if len(r.cache) < 4096 {
		r.cache[strings.Clone(key)] = x
	}
	return x
}

func (s *Scanner) readKey(key string) keyInfo {
	if len(key) > 80 {
		return keyInfo{}
	}
	words := splitKey(key)
	x := keyInfo{label: strings.Join(words, " ")}
	if len(words) == 0 || len(words) > 10 {
		return x
	}
	x.role, x.person = roleOf(words[len(words)-1:])
	joined := strings.Join(words, "")
	if t, ok := s.keys[joined]; ok {
		x.typ, x.keep, x.strong = t, t == identifiers.NoType, t != identifiers.NoType
		if role, ok := roleOf(words); ok {
			x.role = role
		}
		return x
	}
	for n := len(words); n > 0; n-- {
		for i := 0; i < n; i++ {
			if k, ok := entryOf(strings.Join(words[i:n], "")); ok {
				return x.with(k, words[:i])
			}
		}
		if n == 1 {
			// "patientname"
			for q := len(words[0]) - 2; q > 2; q-- {
				if _, ok := personWords[words[0][:q]]; ok {
					if k, ok := entryOf(words[0][q:]); ok {
						return x.with(k, []string{words[0][:q]})
					}
				}
			}
		}
		if w := strings.TrimRight(words[n-1], "0123456789"); w != "" && w != words[n-1] {
			words[n-1] = w // "phone2"
			n++
			continue
		}
		if !modifier(words[n-1]) {
			break
		}
	}
	return x
}

func entryOf(s string) (keyEntry, bool) {
	if k, ok := keyTable[s]; ok {
		return k, true
	}
	if t, ok := strings.CutSuffix(s, "s"); ok {
		k, ok := keyTable[t]
		return k, ok
	}
	return keyEntry{}, false
}

// with takes an entry of the table behind the words before it.
func (x keyInfo) with(k keyEntry, before []string) keyInfo {
	x.typ, x.weak, x.part, x.health = k.typ, k.weak, k.part, k.health
	if k.role != identifiers.RoleUnknown {
		x.role = k.role
	}
	x.strong = !k.weak && !k.part && !k.health
	if role, ok := roleOf(before); ok {
		if k.id {
			x.typ = personIDs[role]
			if before[len(before)-1] == "patient" {
				x.typ = identifiers.MedicalRecordNumber
			} else if plans[before[len(before)-1]] {
				x.typ = identifiers.HealthPlanNumber
			}
		}
		if role != identifiers.RoleUnknown {
			x.role = role
		}
		x.strong, x.weak, x.part = !k.health, false, false
	} else if k.weak && len(before) > 0 {
		// "product name", "file name": the Detector decides
		return keyInfo{label: x.label}
	}
	return x
}

// roleOf gives the role that the last of the words that names a person has.
func roleOf(words []string) (identifiers.Role, bool) {
	for i := len(words) - 1; i >= 0; i-- {
		if r, ok := personWords[words[i]]; ok {
			return r, true
		}
		if r, ok := personWords[strings.TrimSuffix(words[i], "s")]; ok {
			return r, true
		}
	}
	return identifiers.RoleUnknown, false
}

// under reads a key below another: "name": {"first": …}, "patient": {"id": …}.
func (r *run) under(parent, key string) keyInfo {
	x := r.keyOf(key)
	if x.typ != identifiers.NoType && !x.weak && !x.part || x.keep {
		if p := r.keyOf(parent); x.role == identifiers.RoleUnknown && (p.person || p.role != 0) {
			x.role = p.role
		}
		return x
	}
	if parent == "" {
		if x.weak {
			x.label = "" // "name" alone says little, and would make a name of all
		}
		return x
	}
	p := r.keyOf(parent)
	switch {
	case x.part && (p.typ == identifiers.Name || p.person):
		x.typ, x.part, x.strong, x.role = identifiers.Name, false, true, p.role
	case x.weak:
		y := r.s.readKey(parent + " " + key) // "insurance": {"id": …}
		if y.typ != identifiers.NoType && !y.weak {
			y.label = x.label
			return y
		}
		x.label, x.health = p.label+" "+x.label, y.health
		return x
	case x.typ == identifiers.NoType && p.typ != identifiers.NoType && !p.weak && generic[x.label]:
		p.label = x.label
		return p
	}
	return x
}

// modifier reports a word behind a name that does not change what it names.
func modifier(w string) bool {
	if digits(w) == len(w) {
		return true
	}
	switch w {
	case "primary", "secondary", "home", "work", "business", "mobile", "number", "num", "no", "nbr", "value", "text", "string", "str", "raw", "full", "line", "last4", "txt", "current",
		"old", "new", "original", "alt", "alternate", "formatted", "iso", "us", "local", "display":
		return true
	}
	return false
}

// generic are keys below which the value of the key above stands.
var generic = map[string]bool{"value": true, "text": true, "number": true, "raw": true, "full": true, "formatted": true, "string": true, "id": true, "no": true, "primary": true,
	"home": true, "work": true, "mobile": true, "legal": true, "line": true, "line1": true, "line2": true, "line 1": true, "line 2": true, "1": true, "2": true, "0": true}

// splitKey parts a key into words in lower case: at signs, spaces, a capital
// behind a small letter, and the last of several capitals before a small one.
func splitKey(key string) []string {
	var out []string
	var w []byte
	flush := func() {
		if len(w) > 0 {
			out = append(out, string(w))
			w = w[:0]
		}
	}
	upper := func(c byte) bool { return c >= 'A' && c <= 'Z' }
	lower := func(c byte) bool { return c >= 'a' && c <= 'z' || c >= 0x80 }
	for i := 0; i < len(key); i++ {
		c := key[i]
		if c == '\'' {
			continue // "mother's maiden name"
		}
		if !wordByte(c) {
			flush()
			continue
		}
		if upper(c) {
			if i > 0 && (lower(key[i-1]) || key[i-1] >= '0' && key[i-1] <= '9') || i > 0 && upper(key[i-1]) && i+1 < len(key) && lower(key[i+1]) && (key[i+1] != 's' || i+2 < len(key) && lower(key[i+2])) {
				flush()
			}
			c |= 0x20
		}
		w = append(w, c)
	}
	flush()
	return out
}

func joinedKey(key string) string { return strings.Join(splitKey(key), "") }
