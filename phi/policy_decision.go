package phi

import (
	"encoding/json"
	"strconv"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// A Decision is an Action with what led to it. It holds no text of the input.
type Decision struct {
	Action Action
	// Rule names the rule that decided; "" where none held.
	Rule string
	// Raised names the tightening rule that raised the action last, if any.
	Raised string
	// Policy and Version are those of the policy.
	Policy, Version string
	// Direction and Facts are what was decided upon.
	Direction Direction
	Facts     Facts

	rule, raised *Rule
}

// Reasons explains the decision: the rule and the facts that met its condition,
// the rule's Why, and the same of the rule that raised the action.
func (d *Decision) Reasons() []string {
	if d.Direction.String() == "" {
		return []string{"no direction, or more than one"}
	}
	out := make([]string, 0, 2)
	if d.rule == nil {
		out = append(out, "no rule holds")
	} else {
		out = append(out, d.explain("rule ", d.rule))
	}
	if d.raised != nil {
		out = append(out, d.explain("raised by ", d.raised))
	}
	return out
}

// String gives for example "hold: rule public-post-phi (direction public_post,
// verdict phi): …".
func (d *Decision) String() string {
	s := d.Action.String()
	sep := ": "
	for _, r := range d.Reasons() {
		s += sep + r
		sep = "; "
	}
	return s
}

// MarshalJSON gives action, rule, raised_by, policy, version, direction,
// verdict and reasons.
func (d Decision) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Action    string   `json:"action"`
		Rule      string   `json:"rule,omitempty"`
		Raised    string   `json:"raised_by,omitempty"`
		Policy    string   `json:"policy,omitempty"`
		Version   string   `json:"version,omitempty"`
		Direction string   `json:"direction,omitempty"`
		Verdict   string   `json:"verdict"`
		Reasons   []string `json:"reasons"`
	}{d.Action.String(), d.Rule, d.Raised, d.Policy, d.Version, d.Direction.String(), d.Facts.Verdict.String(), d.Reasons()})
}

// explain names the facts that the rule asked for and found.
func (d *Decision) explain(lead string, r *Rule) string {
	f, c := &d.Facts, &r.If
	b := append([]byte(lead), r.Name...)
	sep := " ("
	add := func(what string, names ...string) {
		for _, n := range names {
			b = append(append(append(append(b, sep...), what...), ' '), n...)
			sep = ", "
		}
	}
	if c.Directions != 0 {
		add("direction", d.Direction.String())
	}
	if len(c.Verdicts) > 0 {
		add("verdict", f.Verdict.String())
	}
	if len(c.Subjects) > 0 {
		add("subject", nameOfSubject(f.Subject))
	}
	add("reason", (c.Reasons & f.Reasons).Names()...)
	add("signal", (c.Signals & f.Signals).Names()...)
	add("no signal", c.NoSignals.Names()...)
	add("sensitivity", (c.Sensitivity & f.Sensitivity).Names()...)
	add("confirms", (c.Confirms & f.Confirms).Names()...)
	for _, t := range c.Types {
		if f.Types.Has(t) {
			add("type", t.String())
		}
	}
	for _, x := range c.Roles {
		if f.Roles.Has(x) {
			add("role", nameOfRole(x))
		}
	}
	if c.MinHealth > 0 || c.MaxHealth > 0 {
		add("health", strconv.FormatFloat(float64(f.Health), 'f', 2, 32))
	}
	if c.Personal != Either {
		add("personal", strconv.FormatBool(f.Personal))
	}
	if c.SenderKnown != Either {
		add("sender known", strconv.FormatBool(f.SenderKnown))
	}
	if sep == ", " {
		b = append(b, ')')
	}
	if r.Why != "" {
		b = append(append(b, ": "...), r.Why...)
	}
	return string(b)
}

// unknownName stands in policies for RoleUnknown and SubjectUnknown, whose
// String is empty.
const unknownName = "unknown"

func nameOfRole(r identifiers.Role) string {
	if r == identifiers.RoleUnknown {
		return unknownName
	}
	return r.String()
}

func nameOfSubject(s Subject) string {
	if s == SubjectUnknown {
		return unknownName
	}
	return s.String()
}

// anySensitivity is the set of all kinds.
const anySensitivity = lexicon.MentalHealth | lexicon.SubstanceUse | lexicon.SexualHealth | lexicon.Reproductive | lexicon.Genetic | lexicon.Abuse | lexicon.Minor
