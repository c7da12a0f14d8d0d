package phi

import (
	"encoding/json"

	"github.com/phidetect/phidetect/identifiers"
)

// MarshalJSON gives what ParsePolicy reads; the two are inverse for a policy
// that Check accepts.
func (p Policy) MarshalJSON() ([]byte, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	return json.Marshal(struct {
		Name      string     `json:"name,omitempty"`
		Version   string     `json:"version,omitempty"`
		Rules     []ruleJSON `json:"rules,omitzero"`
		Tighten   []ruleJSON `json:"tighten,omitzero"`
		Otherwise string     `json:"otherwise,omitempty"`
	}{p.Name, p.Version, rulesJSON(p.Rules), rulesJSON(p.Tighten), p.Otherwise.String()})
}

type ruleJSON struct {
	Name string        `json:"name"`
	If   conditionJSON `json:"if,omitzero"`
	Then string        `json:"then"`
	Why  string        `json:"why,omitempty"`
}

type conditionJSON struct {
	Directions  []string `json:"directions,omitzero"`
	Verdicts    []string `json:"verdicts,omitzero"`
	Subjects    []string `json:"subjects,omitzero"`
	Reasons     []string `json:"reasons,omitzero"`
	Signals     []string `json:"signals,omitzero"`
	NoSignals   []string `json:"no_signals,omitzero"`
	Sensitivity []string `json:"sensitivity,omitzero"`
	Confirms    []string `json:"confirms,omitzero"`
	Types       []string `json:"types,omitzero"`
	Roles       []string `json:"roles,omitzero"`
	MinHealth   float32  `json:"min_health,omitzero"`
	MaxHealth   float32  `json:"max_health,omitzero"`
	Personal    *bool    `json:"personal,omitzero"`
	SenderKnown *bool    `json:"sender_known,omitzero"`
}

func rulesJSON(rules []Rule) []ruleJSON {
	if rules == nil {
		return nil
	}
	out := make([]ruleJSON, len(rules))
	for i := range rules {
		r := &rules[i]
		c := &r.If
		out[i] = ruleJSON{r.Name, conditionJSON{
			Directions: c.Directions.Names(), Verdicts: namesBy(c.Verdicts, Verdict.String), Subjects: namesBy(c.Subjects, nameOfSubject),
			Reasons: c.Reasons.Names(), Signals: c.Signals.Names(), NoSignals: c.NoSignals.Names(), Sensitivity: c.Sensitivity.Names(), Confirms: c.Confirms.Names(),
			Types: namesBy(c.Types, identifiers.Type.String), Roles: namesBy(c.Roles, nameOfRole), MinHealth: c.MinHealth, MaxHealth: c.MaxHealth,
			Personal: c.Personal.pointer(), SenderKnown: c.SenderKnown.pointer(),
		}, r.Then.String(), r.Why}
	}
	return out
}

func namesBy[E any](list []E, name func(E) string) (out []string) {
	for _, e := range list {
		out = append(out, name(e))
	}
	return out
}

func (t Tri) pointer() *bool {
	if t == Either {
		return nil
	}
	b := t == Yes
	return &b
}
