package phi

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"github.com/phidetect/phidetect/identifiers"
)

// ParsePolicy reads a policy from JSON and checks it:
//
//	{"name": "northside", "version": "3",
//	 "rules": [
//	   {"name": "minors", "if": {"directions": ["public_post"], "sensitivity": ["minor"]}, "then": "hold", "why": "…"},
//	   {"name": "phi", "if": {"verdicts": ["phi"], "min_health": 0.7}, "then": "redact"}],
//	 "tighten": [], "otherwise": "allow"}
//
// The members are those of Policy, Rule and Condition in lower case with
// underscores; sets are arrays of the names that String and Names give
// ("unknown" for no role and no subject), personal and sender_known are true or
// false. Without "rules" or "tighten" the default ones hold. Unknown members,
// repeated ones and unknown names are errors: a *PolicyError that names the path
// and what is allowed.
func ParsePolicy(b []byte) (Policy, error) {
	var p Policy
	d := json.NewDecoder(bytes.NewReader(b))
	var raw json.RawMessage
	if err := d.Decode(&raw); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return Policy{}, policyErr("", "not valid JSON at byte %d", syntax.Offset)
		}
		return Policy{}, policyErr("", "not valid JSON: it ends too soon")
	}
	if _, err := d.Token(); err != io.EOF {
		return Policy{}, policyErr("", "more than one JSON value")
	}
	err := jsonMembers("", raw, policyMembers, func(name, path string, v json.RawMessage) (err error) {
		switch name {
		case "name":
			p.Name, err = jsonText(path, v)
		case "version":
			p.Version, err = jsonText(path, v)
		case "rules":
			p.Rules, err = parseRules(path, v)
		case "tighten":
			p.Tighten, err = parseRules(path, v)
		case "otherwise":
			p.Otherwise, err = parseAction(path, v)
		}
		return err
	})
	if err == nil {
		err = p.Check()
	}
	if err != nil {
		return Policy{}, err
	}
	return p, nil
}

// UnmarshalJSON is ParsePolicy.
func (p *Policy) UnmarshalJSON(b []byte) error {
	q, err := ParsePolicy(b)
	if err == nil {
		*p = q
	}
	return err
}

var (
	policyMembers    = []string{"name", "version", "rules", "tighten", "otherwise"}
	ruleMembers      = []string{"name", "if", "then", "why"}
	conditionMembers = []string{"directions", "verdicts", "subjects", "reasons", "signals", "sensitivity", "confirms", "types", "roles", "no_signals", "min_health", "max_health",
		"personal", "sender_known"}
)

func parseRules(path string, raw json.RawMessage) ([]Rule, error) {
	var list []json.RawMessage
	if json.Unmarshal(raw, &list) != nil || list == nil {
		return nil, policyErr(path, "an array of rules")
	}
	out := make([]Rule, len(list))
	for i, v := range list {
		r := &out[i]
		path := at(path, i)
		err := jsonMembers(path, v, ruleMembers, func(name, path string, v json.RawMessage) (err error) {
			switch name {
			case "name":
				r.Name, err = jsonText(path, v)
			case "if":
				err = r.If.parse(path, v)
			case "then":
				r.Then, err = parseAction(path, v)
			case "why":
				r.Why, err = jsonText(path, v)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (c *Condition) parse(path string, raw json.RawMessage) error {
	return jsonMembers(path, raw, conditionMembers, func(name, path string, v json.RawMessage) (err error) {
		switch name {
		case "directions":
			err = jsonBits(path, v, directionNames[:], &c.Directions)
		case "reasons":
			err = jsonBits(path, v, reasonNames[:], &c.Reasons)
		case "signals":
			err = jsonBits(path, v, signalNames[:], &c.Signals)
		case "no_signals":
			err = jsonBits(path, v, signalNames[:], &c.NoSignals)
		case "sensitivity":
			err = jsonBits(path, v, anySensitivity.Names(), &c.Sensitivity)
		case "confirms":
			err = jsonBits(path, v, confirmsNames[:], &c.Confirms)
		case "verdicts":
			c.Verdicts, err = jsonList[Verdict](path, v, verdictNames[:], 0)
		case "subjects":
			c.Subjects, err = jsonList[Subject](path, v, subjectWords(), 0)
		case "types":
			c.Types, err = jsonList[identifiers.Type](path, v, typeWords(), 1)
		case "roles":
			c.Roles, err = jsonList[identifiers.Role](path, v, roleWords(), 0)
		case "min_health":
			c.MinHealth, err = jsonScore(path, v)
		case "max_health":
			c.MaxHealth, err = jsonScore(path, v)
		case "personal":
			c.Personal, err = jsonTri(path, v)
		case "sender_known":
			c.SenderKnown, err = jsonTri(path, v)
		}
		return err
	})
}

func parseAction(path string, raw json.RawMessage) (Action, error) {
	s, err := jsonText(path, raw)
	var a Action
	if err != nil || a.UnmarshalText([]byte(s)) != nil {
		return 0, policyErr(path, "%s", anyOf(actionNames[1:]))
	}
	return a, nil
}
