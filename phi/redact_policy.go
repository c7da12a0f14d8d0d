package phi

import (
	"errors"
	"fmt"
	"strings"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// ErrRedactPolicy is wrapped by all errors about a RedactPolicy. Their text
// names the field, as a path in the policy's JSON, and what is allowed there.
var ErrRedactPolicy = errors.New("phi: redaction policy")

// A RedactPolicy says what a Redactor does with what was found. The zero
// RedactPolicy puts a label for every identifier that identifies somebody.
//
// As JSON, which UnmarshalJSON reads strictly and MarshalJSON writes:
//
//	{
//	  "name": "inbox",
//	  "default": {"operator": "label"},
//	  "rules": [
//	    {"types": ["name"], "roles": ["provider", "staff"], "operator": "keep"},
//	    {"types": ["phone", "fax"], "operator": "mask", "keep_last": 4},
//	    {"types": ["date", "date_of_birth", "age", "postal_code"], "operator": "generalize"},
//	    {"health": ["mental_health", "substance"], "operator": "label"}
//	  ],
//	  "keep": ["Greenfield Clinic"],
//	  "deny": ["Project Orion"]
//	}
type RedactPolicy struct {
	// Name names the policy in attestations and records; it may be empty.
	Name string
	// Default is for identifiers that no rule is for.
	Default Treatment
	// Rules are asked in order; the first that fits decides.
	Rules []RedactRule
	// Keep lists words and phrases that are never redacted, Deny those that
	// always are. Both are matched on whole words, whatever their case, accents
	// and the punctuation between words. Deny wins where they overlap.
	Keep, Deny []string
	// Vague redacts too what identifies nobody by itself: relative days,
	// weekdays, holidays, times of day, the bare mention of a picture. By default
	// these stay, while days and months without a year and facilities go.
	Vague bool
	// Exact redacts only the spans that were found. By default a Redactor also
	// takes what belongs to them: the same name or number elsewhere in the text,
	// an initial beside a name, the rest of a number, a user name made of a name,
	// and as unique_id words of letters and at least four digits that nothing
	// explains, the "any other unique identifying number, characteristic, or
	// code" of Safe Harbor.
	Exact bool
	// Codes takes such words also in a text in which nothing else is found.
	Codes bool
	// DayFirst reads 3/12/2024 as the third of December.
	DayFirst bool
	// Year is the year in which ages and dates of birth are judged and two-digit
	// years are read; 0 means the year in which the Redactor is made.
	Year int
	// Key is the secret of OpHash, OpSurrogate and OpShift, at least 16 bytes. It
	// is not part of the JSON.
	Key Key
}

// A RedactRule gives a Treatment to what it fits. A condition that is not set
// fits all; a rule without Health is for identifiers alone, one with Health for
// evidence of health alone. Evidence that no rule is for stays.
type RedactRule struct {
	Types []identifiers.Type
	Roles []identifiers.Role
	// MinScore and BelowScore bound the score: MinScore <= score < BelowScore;
	// 0 bounds nothing.
	MinScore, BelowScore float32
	// Health are the categories of evidence; HealthCategories lists all.
	Health []lexicon.Category
	Treatment
}

// HealthCategories lists all categories of evidence.
func HealthCategories() []lexicon.Category {
	out := make([]lexicon.Category, 0, lexicon.CategoryCount-1)
	for c := 1; c < lexicon.CategoryCount; c++ {
		out = append(out, lexicon.Category(c))
	}
	return out
}

// Check reports the first thing that is wrong with the policy; the error wraps
// ErrRedactPolicy and holds no value of it.
func (p *RedactPolicy) Check() error {
	if err := p.checkFields(); err != nil {
		return err
	}
	path := ""
	if p.Default.Operator.keyed() {
		path = "default"
	}
	for i := range p.Rules {
		if path == "" && p.Rules[i].Operator.keyed() {
			path = fmt.Sprintf("rules[%d]", i)
		}
	}
	if len(p.Key) < minKey && (path != "" || p.Key != nil) {
		if path == "" {
			return policyError("key", "it has fewer than 16 bytes")
		}
		return policyError("key", "%s.operator needs a key of at least 16 random bytes; set RedactPolicy.Key", path)
	}
	return nil
}

// checkFields is Check without the key, which JSON never has.
func (p *RedactPolicy) checkFields() error {
	if err := p.Default.check("default"); err != nil {
		return err
	}
	for i := range p.Rules {
		if err := p.Rules[i].check(fmt.Sprintf("rules[%d]", i)); err != nil {
			return err
		}
	}
	if err := checkWords("keep", p.Keep); err != nil {
		return err
	}
	if err := checkWords("deny", p.Deny); err != nil {
		return err
	}
	if p.Year != 0 && (p.Year < 1900 || p.Year > 2149) {
		return policyError("year", "a year from 1900 to 2149, or 0 for the present one")
	}
	return nil
}

func (r *RedactRule) check(path string) error {
	for i, t := range r.Types {
		if t == identifiers.NoType || int(t) >= identifiers.TypeCount {
			return policyError(fmt.Sprintf("%s.types[%d]", path, i), "no such type")
		}
	}
	for i, role := range r.Roles {
		if role > identifiers.RoleStaff {
			return policyError(fmt.Sprintf("%s.roles[%d]", path, i), "no such role")
		}
	}
	for i, c := range r.Health {
		if c == lexicon.NoCategory || int(c) >= lexicon.CategoryCount {
			return policyError(fmt.Sprintf("%s.health[%d]", path, i), "no such category")
		}
	}
	switch {
	case len(r.Health) > 0 && len(r.Types)+len(r.Roles) > 0:
		return policyError(path+".health", "a rule is for evidence of health or for identifiers: make two rules")
	case len(r.Health) > 0 && (r.MinScore != 0 || r.BelowScore != 0):
		return policyError(path+".health", "evidence of health has no score")
	case r.MinScore < 0 || r.MinScore > 1:
		return policyError(path+".min_score", "a score, 0 to 1")
	case r.BelowScore < 0 || r.BelowScore > 1 || r.BelowScore != 0 && r.BelowScore <= r.MinScore:
		return policyError(path+".below_score", "a score above min_score, at most 1")
	}
	return r.Treatment.check(path)
}

func (t *Treatment) check(path string) error {
	switch {
	case int(t.Operator) >= len(operatorNames):
		return policyError(path+".operator", "no such operator; there are %s", strings.Join(operatorNames[:], ", "))
	case t.Label != "" && !isLabel(t.Label):
		return policyError(path+".label", "capitals, digits and _, beginning with a capital, not ending with _ and digits, at most 32")
	case t.KeepLast < 0:
		return policyError(path+".keep_last", "a count, 0 or more")
	case t.Mask != 0 && (t.Mask < ' ' || t.Mask >= '0' && t.Mask <= '9' || t.Mask > 0xFFFF):
		return policyError(path+".mask", "one character that is no digit")
	case t.HashLength != 0 && (t.HashLength < 8 || t.HashLength > 64):
		return policyError(path+".hash_length", "8 to 64, or 0 for 16")
	}
	return nil
}

// isLabel reports what may stand in brackets without being taken for a
// numbered label.
func isLabel(s string) bool {
	if len(s) > 32 || s[0] < 'A' || s[0] > 'Z' || strings.HasSuffix(strings.TrimRight(s, "0123456789"), "_") {
		return false
	}
	return strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == ""
}

func policyError(path, format string, args ...any) error {
	return fmt.Errorf("%w: %s: %s", ErrRedactPolicy, path, fmt.Sprintf(format, args...))
}

func checkWords(path string, list []string) error {
	for i, s := range list {
		if len(phraseOf(s)) == 0 {
			return policyError(fmt.Sprintf("%s[%d]", path, i), "it has neither letters nor digits")
		}
	}
	return nil
}

// SafeHarbor is the policy of 45 CFR 164.514(b)(2)(i), letters A to R: dates to
// the year, ages over 89 to "90+", ZIP codes to three digits, all else a label;
// weekdays and times too, since they are elements of dates. What was found is
// treated so; whether a text is de-identified is no program's to determine.
func SafeHarbor() RedactPolicy {
	return RedactPolicy{
		Name: "safe_harbor",
		Rules: []RedactRule{{
			Types:     []identifiers.Type{identifiers.Date, identifiers.DateOfBirth, identifiers.Age, identifiers.PostalCode},
			Treatment: Treatment{Operator: OpGeneralize},
		}},
		Vague: true,
		Codes: true,
	}
}
