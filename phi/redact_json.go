package phi

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// MarshalJSON writes the policy as UnmarshalJSON reads it, without its key.
func (p RedactPolicy) MarshalJSON() ([]byte, error) {
	type rule struct {
		Types      []identifiers.Type `json:"types,omitempty"`
		Roles      []string           `json:"roles,omitempty"`
		MinScore   float32            `json:"min_score,omitempty"`
		BelowScore float32            `json:"below_score,omitempty"`
		Health     []string           `json:"health,omitempty"`
		treatmentJSON
	}
	out := struct {
		Name     string        `json:"name,omitempty"`
		Default  treatmentJSON `json:"default"`
		Rules    []rule        `json:"rules,omitempty"`
		Keep     []string      `json:"keep,omitempty"`
		Deny     []string      `json:"deny,omitempty"`
		Vague    bool          `json:"vague,omitempty"`
		Exact    bool          `json:"exact,omitempty"`
		Codes    bool          `json:"codes,omitempty"`
		DayFirst bool          `json:"day_first,omitempty"`
		Year     int           `json:"year,omitempty"`
	}{Name: p.Name, Default: p.Default.json(), Keep: p.Keep, Deny: p.Deny, Vague: p.Vague, Exact: p.Exact, Codes: p.Codes, DayFirst: p.DayFirst, Year: p.Year}
	for i := range p.Rules {
		x := &p.Rules[i]
		j := rule{Types: x.Types, MinScore: x.MinScore, BelowScore: x.BelowScore, treatmentJSON: x.Treatment.json()}
		for _, r := range x.Roles {
			j.Roles = append(j.Roles, roleName(r))
		}
		for _, c := range x.Health {
			j.Health = append(j.Health, c.String())
		}
		out.Rules = append(out.Rules, j)
	}
	return json.Marshal(out)
}

type treatmentJSON struct {
	Operator   string `json:"operator"`
	Label      string `json:"label,omitempty"`
	KeepLast   int    `json:"keep_last,omitempty"`
	Mask       string `json:"mask,omitempty"`
	HashLength int    `json:"hash_length,omitempty"`
	OneLabel   bool   `json:"one_label,omitempty"`
}

func (t *Treatment) json() treatmentJSON {
	j := treatmentJSON{Operator: t.Operator.String(), Label: t.Label, KeepLast: t.KeepLast, HashLength: t.HashLength, OneLabel: t.OneLabel}
	if t.Mask != 0 {
		j.Mask = string(t.Mask)
	}
	return j
}

func roleName(r identifiers.Role) string {
	if r == identifiers.RoleUnknown {
		return "unknown"
	}
	return r.String()
}

// UnmarshalJSON reads a policy strictly: what it does not know is an error that
// wraps ErrRedactPolicy and names the field by its path, with what is allowed
// there. The key is no part of it: set Key afterwards.
func (p *RedactPolicy) UnmarshalJSON(b []byte) error {
	var q RedactPolicy
	err := readObject("", b, []member{
		{"name", func(at string, b []byte) error { return readJSON(at, b, &q.Name, "a string") }},
		{"default", func(at string, b []byte) error { return readObject(at, b, q.Default.members()) }},
		{"rules", func(at string, b []byte) error {
			return readList(at, b, func(at string, b []byte) error {
				q.Rules = append(q.Rules, RedactRule{})
				return readRule(at, b, &q.Rules[len(q.Rules)-1])
			})
		}},
		{"keep", func(at string, b []byte) error { return readJSON(at, b, &q.Keep, "a list of words and phrases") }},
		{"deny", func(at string, b []byte) error { return readJSON(at, b, &q.Deny, "a list of words and phrases") }},
		{"vague", func(at string, b []byte) error { return readJSON(at, b, &q.Vague, "true or false") }},
		{"exact", func(at string, b []byte) error { return readJSON(at, b, &q.Exact, "true or false") }},
		{"codes", func(at string, b []byte) error { return readJSON(at, b, &q.Codes, "true or false") }},
		{"day_first", func(at string, b []byte) error { return readJSON(at, b, &q.DayFirst, "true or false") }},
		{"year", func(at string, b []byte) error { return readJSON(at, b, &q.Year, "a year") }},
	})
	if err != nil {
		return err
	}
	if err := q.checkFields(); err != nil {
		return err
	}
	*p = q
	return nil
}

func readRule(path string, b []byte, x *RedactRule) error {
	seen := false
	members := append(x.Treatment.members(),
		member{"types", func(at string, b []byte) error {
			return readNames(at, b, &x.Types, identifiers.Types(), identifiers.Type.String)
		}},
		member{"roles", func(at string, b []byte) error {
			roles := []identifiers.Role{identifiers.RoleUnknown, identifiers.RolePatient, identifiers.RoleRelative, identifiers.RoleProvider, identifiers.RoleStaff}
			return readList(at, b, func(at string, b []byte) error {
				r, err := readName(at, b, roles, roleName)
				x.Roles = append(x.Roles, r)
				return err
			})
		}},
		member{"health", func(at string, b []byte) error {
			return readNames(at, b, &x.Health, HealthCategories(), lexicon.Category.String)
		}},
		member{"min_score", func(at string, b []byte) error { return readJSON(at, b, &x.MinScore, "a score, 0 to 1") }},
		member{"below_score", func(at string, b []byte) error { return readJSON(at, b, &x.BelowScore, "a score, 0 to 1") }},
	)
	for i := range members {
		if members[i].name == "operator" {
			read := members[i].read
			members[i].read = func(at string, b []byte) error { seen = true; return read(at, b) }
		}
	}
	if err := readObject(path, b, members); err != nil {
		return err
	}
	if !seen {
		return policyError(path+".operator", "missing; it is one of %s", strings.Join(operatorNames[:], ", "))
	}
	return nil
}

func (t *Treatment) members() []member {
	return []member{
		{"operator", func(at string, b []byte) (err error) {
			all := make([]Operator, len(operatorNames))
			for i := range all {
				all[i] = Operator(i)
			}
			t.Operator, err = readName(at, b, all, Operator.String)
			return err
		}},
		{"label", func(at string, b []byte) error { return readJSON(at, b, &t.Label, "a string") }},
		{"keep_last", func(at string, b []byte) error { return readJSON(at, b, &t.KeepLast, "a count, 0 or more") }},
		{"mask", func(at string, b []byte) error {
			var s string
			if err := readJSON(at, b, &s, "one character"); err != nil {
				return err
			}
			if utf8.RuneCountInString(s) != 1 {
				return policyError(at, "one character")
			}
			t.Mask, _ = utf8.DecodeRuneInString(s)
			return nil
		}},
		{"hash_length", func(at string, b []byte) error { return readJSON(at, b, &t.HashLength, "a count, 8 to 64") }},
		{"one_label", func(at string, b []byte) error { return readJSON(at, b, &t.OneLabel, "true or false") }},
	}
}

// A member is a member that an object may have.
type member struct {
	name string
	read func(path string, b []byte) error
}

// fieldLike reports a name that may be a slip of the pen for a field: what else
// there is may be text that got into the wrong place, and is not repeated.
func fieldLike(name string) bool {
	return len(name) <= 16 && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz_") == ""
}

// readObject reads an object's members in their order and refuses unknown ones
// and those that come twice.
func readObject(path string, b []byte, members []member) error {
	dec := json.NewDecoder(bytes.NewReader(b))
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return policyError(orRoot(path), "it must be an object")
	}
	var seen []string
	for dec.More() {
		t, err := dec.Token()
		name, _ := t.(string)
		if err != nil {
			return policyError(orRoot(path), "it is no valid JSON")
		}
		i := slices.IndexFunc(members, func(m member) bool { return m.name == name })
		if i < 0 {
			var names []string
			for _, m := range members {
				names = append(names, m.name)
			}
			if !fieldLike(name) {
				return policyError(orRoot(path), "unknown field; allowed are %s", strings.Join(names, ", "))
			}
			return policyError(join(path, name), "unknown field; allowed are %s", strings.Join(names, ", "))
		}
		if slices.Contains(seen, name) {
			return policyError(join(path, name), "it is there twice")
		}
		seen = append(seen, name)
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return policyError(join(path, name), "it is no valid JSON")
		}
		if err := members[i].read(join(path, name), raw); err != nil {
			return err
		}
	}
	if _, err := dec.Token(); err != nil {
		return policyError(orRoot(path), "it is no valid JSON")
	}
	if _, err := dec.Token(); err != io.EOF {
		return policyError(orRoot(path), "something follows the object")
	}
	return nil
}

func readList(path string, b []byte, read func(path string, b []byte) error) error {
	var raw []json.RawMessage
	if err := readJSON(path, b, &raw, "a list"); err != nil {
		return err
	}
	for i := range raw {
		if err := read(fmt.Sprintf("%s[%d]", path, i), raw[i]); err != nil {
			return err
		}
	}
	return nil
}

// readNames reads a list of names; "all" stands for every one.
func readNames[T any](path string, b []byte, dst *[]T, all []T, name func(T) string) error {
	return readList(path, b, func(at string, b []byte) error {
		if string(bytes.TrimSpace(b)) == `"all"` {
			*dst = append(*dst, all...)
			return nil
		}
		x, err := readName(at, b, all, name)
		*dst = append(*dst, x)
		return err
	})
}

func readName[T any](path string, b []byte, all []T, name func(T) string) (none T, err error) {
	var s string
	if err := readJSON(path, b, &s, "a string"); err != nil {
		return none, err
	}
	var names []string
	for _, x := range all {
		if name(x) == s {
			return x, nil
		}
		names = append(names, name(x))
	}
	return none, policyError(path, "unknown; allowed are %s", strings.Join(names, ", "))
}

func readJSON(path string, b []byte, dst any, what string) error {
	if string(bytes.TrimSpace(b)) == "null" || json.Unmarshal(b, dst) != nil {
		return policyError(path, "it must be %s", what)
	}
	return nil
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

func orRoot(path string) string {
	if path == "" {
		return "policy"
	}
	return path
}
