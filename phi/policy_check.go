package phi

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/phidetect/phidetect/identifiers"
)

// ErrPolicy is what every error about a policy is.
var ErrPolicy = errors.New("phi: policy")

// A PolicyError says what is wrong with a policy and where. errors.Is finds
// ErrPolicy in it.
type PolicyError struct {
	// Path leads to the field as it stands in JSON: "rules[2].if.verdicts[0]".
	Path string
	// Problem says what is wrong and what is allowed. It holds no value.
	Problem string
}

// Error gives "phi: policy: " with the path and the problem.
func (e *PolicyError) Error() string {
	if e.Path == "" {
		return ErrPolicy.Error() + ": " + e.Problem
	}
	return ErrPolicy.Error() + ": " + e.Path + ": " + e.Problem
}

// Is reports whether target is ErrPolicy.
func (e *PolicyError) Is(target error) bool { return target == ErrPolicy }

func policyErr(path, format string, args ...any) error {
	return &PolicyError{path, fmt.Sprintf(format, args...)}
}

func anyOf(names []string) string { return "one of " + strings.Join(names, ", ") }

// maxLabel and maxWhy bound a policy's names and explanations, in bytes.
const (
	maxLabel = 64
	maxWhy   = 300
)

// isRuleName reports up to 64 letters, digits and "._-".
func isRuleName(s string) bool {
	for i := range len(s) {
		c := s[i]
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-') {
			return false
		}
	}
	return s != "" && len(s) <= maxLabel
}

// Check reports the first thing that is wrong with the policy, as a
// *PolicyError.
func (p *Policy) Check() error {
	const label = "1 to 64 letters, digits, dots, underscores and hyphens"
	if p.Name != "" && !isRuleName(p.Name) {
		return policyErr("name", "%s", label)
	}
	if p.Version != "" && !isRuleName(p.Version) {
		return policyErr("version", "%s", label)
	}
	if p.Otherwise != 0 && !p.Otherwise.valid() {
		return policyErr("otherwise", "%s", anyOf(actionNames[1:]))
	}
	seen := map[string]string{}
	for _, list := range []struct {
		path  string
		rules []Rule
	}{{"rules", p.Rules}, {"tighten", p.Tighten}} {
		for i := range list.rules {
			r := &list.rules[i]
			path := at(list.path, i)
			if !isRuleName(r.Name) {
				return policyErr(path+".name", "%s", label)
			}
			if first, ok := seen[r.Name]; ok {
				return policyErr(path+".name", "the name of %s too; names are unique", first)
			}
			seen[r.Name] = path
			if !r.Then.valid() {
				return policyErr(path+".then", "%s", anyOf(actionNames[1:]))
			}
			if len(r.Why) > maxWhy || !utf8.ValidString(r.Why) || strings.ContainsFunc(r.Why, unicode.IsControl) {
				return policyErr(path+".why", "up to %d bytes of text without control characters", maxWhy)
			}
			if err := r.If.check(path + ".if"); err != nil {
				return err
			}
		}
	}
	return nil
}

func at(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

func (c *Condition) check(path string) error {
	for _, s := range []struct {
		field      string
		set, known uint32
		names      []string
	}{
		{"directions", uint32(c.Directions), uint32(anyDirection), directionNames[:]},
		{"reasons", uint32(c.Reasons), 1<<len(reasonNames) - 1, reasonNames[:]},
		{"signals", uint32(c.Signals), 1<<len(signalNames) - 1, signalNames[:]},
		{"no_signals", uint32(c.NoSignals), 1<<len(signalNames) - 1, signalNames[:]},
		{"sensitivity", uint32(c.Sensitivity), uint32(anySensitivity), anySensitivity.Names()},
		{"confirms", uint32(c.Confirms), uint32(anyConfirms), confirmsNames[:]},
	} {
		if s.set&^s.known != 0 {
			return policyErr(path+"."+s.field, "%s", anyOf(s.names))
		}
	}
	for i, v := range c.Verdicts {
		if int(v) >= len(verdictNames) {
			return policyErr(path+"."+at("verdicts", i), "%s", anyOf(verdictNames[:]))
		}
	}
	for i, s := range c.Subjects {
		if int(s) >= len(subjectNames) {
			return policyErr(path+"."+at("subjects", i), "%s", anyOf(subjectWords()))
		}
	}
	for i, t := range c.Types {
		if t.String() == "" {
			return policyErr(path+"."+at("types", i), "%s", anyOf(typeWords()))
		}
	}
	for i, r := range c.Roles {
		if r > identifiers.RoleStaff {
			return policyErr(path+"."+at("roles", i), "%s", anyOf(roleWords()))
		}
	}
	if !(c.MinHealth >= 0 && c.MinHealth <= 1) {
		return policyErr(path+".min_health", "a score, 0 to 1")
	}
	if !(c.MaxHealth >= 0 && c.MaxHealth <= 1) {
		return policyErr(path+".max_health", "a score, 0 to 1")
	}
	if c.MaxHealth > 0 && c.MaxHealth < c.MinHealth {
		return policyErr(path+".max_health", "not below min_health")
	}
	if c.Personal > No {
		return policyErr(path+".personal", "Either, Yes or No")
	}
	if c.SenderKnown > No {
		return policyErr(path+".sender_known", "Either, Yes or No")
	}
	return nil
}

func subjectWords() (out []string) {
	for s := range subjectNames {
		out = append(out, nameOfSubject(Subject(s)))
	}
	return out
}

func roleWords() (out []string) {
	for r := identifiers.RoleUnknown; r <= identifiers.RoleStaff; r++ {
		out = append(out, nameOfRole(r))
	}
	return out
}

func typeWords() (out []string) {
	for _, t := range identifiers.Types() {
		out = append(out, t.String())
	}
	return out
}
