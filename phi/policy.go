package phi

import (
	"slices"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// A Policy turns Facts and a Direction into an Action. The first of Rules whose
// condition holds decides; then every rule of Tighten whose condition holds can
// raise the action, never lower it. Equal facts give equal decisions.
//
// The zero Policy is the default one, DefaultPolicy. A Policy is a plain value:
// write it in Go, or read it by ParsePolicy from JSON. Decide may be called by
// any number of goroutines as long as nobody changes the rules.
type Policy struct {
	// Name and Version say in decisions and audit records which policy it was:
	// up to 64 letters, digits and "._-".
	Name, Version string
	// Rules are tried in order; nil means the default ones.
	Rules []Rule
	// Tighten are the rules that only raise; nil means the default ones, an
	// empty slice none.
	Tighten []Rule
	// Otherwise is done where no rule holds; zero means Hold.
	Otherwise Action
}

// A Rule is a condition and what to do where it holds.
type Rule struct {
	// Name is unique in the policy: up to 64 letters, digits and "._-".
	Name string
	// If is the condition; the zero Condition always holds.
	If Condition
	// Then is the action.
	Then Action
	// Why says for people what the rule is for; up to 300 bytes. It stands in
	// Decision.Reasons.
	Why string
}

// A Condition holds where all of its parts that are set hold.
type Condition struct {
	// Directions, Verdicts, Subjects: the text has one of them.
	Directions Direction
	Verdicts   []Verdict
	Subjects   []Subject
	// Reasons, Signals, Sensitivity, Confirms, Types, Roles: the text has at
	// least one of them.
	Reasons     Reason
	Signals     Signal
	Sensitivity lexicon.Sensitivity
	Confirms    Confirms
	Types       []identifiers.Type
	Roles       []identifiers.Role
	// NoSignals: the text has none of them.
	NoSignals Signal
	// MinHealth and MaxHealth bound the health score, both inclusive; zero is no
	// bound.
	MinHealth, MaxHealth float32
	// Personal and SenderKnown ask for a yes or a no.
	Personal, SenderKnown Tri
}

// Tri is yes, no, or no matter which.
type Tri uint8

const (
	// Either: yes or no.
	Either Tri = iota
	// Yes asks for true.
	Yes
	// No asks for false.
	No
)

func (t Tri) fits(b bool) bool { return t == Either || b == (t == Yes) }

// Decide gives the action for a text with these facts that goes in direction
// dir. It does not allocate and takes time linear in the number of rules. A
// direction that is not exactly one of the known is blocked, and so is what a
// rule without a valid action decides.
func (p *Policy) Decide(f Facts, dir Direction) Decision {
	d := Decision{Policy: p.name(), Version: p.version(), Direction: dir, Facts: f}
	if dir.String() == "" {
		d.Action = Block
		return d
	}
	d.Action = p.Otherwise
	if d.Action == 0 {
		d.Action = Hold
	}
	rules := p.rules()
	for i := range rules {
		if rules[i].If.holds(&f, dir) {
			d.rule, d.Rule, d.Action = &rules[i], rules[i].Name, rules[i].Then
			break
		}
	}
	tighten := p.tighten()
	for i := range tighten {
		if t := &tighten[i]; t.Then > d.Action && t.If.holds(&f, dir) {
			d.raised, d.Raised, d.Action = t, t.Name, t.Then
		}
	}
	if !d.Action.valid() {
		d.Action = Block
	}
	return d
}

func (p *Policy) rules() []Rule {
	if p.Rules == nil {
		return defaultRules[:]
	}
	return p.Rules
}

func (p *Policy) tighten() []Rule {
	if p.Tighten == nil {
		return defaultTighten[:]
	}
	return p.Tighten
}

func (p *Policy) isDefault() bool {
	return p.Name == "" && p.Version == "" && p.Rules == nil && p.Tighten == nil && p.Otherwise == 0
}

func (p *Policy) name() string {
	if p.isDefault() {
		return defaultName
	}
	return p.Name
}

func (p *Policy) version() string {
	if p.isDefault() {
		return defaultVersion
	}
	return p.Version
}

// holds reports whether all parts of the condition hold.
func (c *Condition) holds(f *Facts, dir Direction) bool {
	return (c.Directions == 0 || c.Directions&dir != 0) &&
		(c.Reasons == 0 || c.Reasons&f.Reasons != 0) &&
		(c.Signals == 0 || c.Signals&f.Signals != 0) &&
		c.NoSignals&f.Signals == 0 &&
		(c.Sensitivity == 0 || c.Sensitivity&f.Sensitivity != 0) &&
		(c.Confirms == 0 || c.Confirms&f.Confirms != 0) &&
		(c.MinHealth == 0 || f.Health >= c.MinHealth) &&
		(c.MaxHealth == 0 || f.Health <= c.MaxHealth) &&
		c.Personal.fits(f.Personal) && c.SenderKnown.fits(f.SenderKnown) &&
		(len(c.Verdicts) == 0 || slices.Contains(c.Verdicts, f.Verdict)) &&
		(len(c.Subjects) == 0 || slices.Contains(c.Subjects, f.Subject)) &&
		(len(c.Types) == 0 || hasType(c.Types, f.Types)) &&
		(len(c.Roles) == 0 || hasRole(c.Roles, f.Roles))
}

func hasType(list []identifiers.Type, set TypeSet) bool {
	for _, t := range list {
		if set.Has(t) {
			return true
		}
	}
	return false
}

func hasRole(list []identifiers.Role, set RoleSet) bool {
	for _, r := range list {
		if set.Has(r) {
			return true
		}
	}
	return false
}
