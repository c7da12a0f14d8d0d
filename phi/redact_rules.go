package phi

import (
	"slices"

	"github.com/phidetect/phidetect/lexicon"
)

// ruleBits is a rule's conditions as bit sets.
type ruleBits struct {
	types, roles, health uint64
	least, below         float32
	treat                *Treatment
}

// compile makes bit sets of the rules.
func (r *Redactor) compile() {
	p := &r.policy
	operators := make([]Operator, 0, len(p.Rules)+1)
	operators = append(operators, p.Default.Operator)
	for i := range p.Rules {
		x := &p.Rules[i]
		b := ruleBits{types: ^uint64(0), roles: ^uint64(0), least: x.MinScore, below: x.BelowScore, treat: &x.Treatment}
		if len(x.Types) > 0 {
			b.types = 0
			for _, t := range x.Types {
				b.types |= 1 << t
			}
		}
		if len(x.Roles) > 0 {
			b.roles = 0
			for _, role := range x.Roles {
				b.roles |= 1 << role
			}
		}
		for _, c := range x.Health {
			b.health |= 1 << c
		}
		r.rules = append(r.rules, b)
		operators = append(operators, x.Operator)
	}
	r.numbers = slices.Contains(operators, OpNumber)
	r.sessions = r.numbers || slices.Contains(operators, OpSurrogate) || slices.Contains(operators, OpShift)
	r.denyTreat = &p.Default
	if !p.Default.Operator.hides() || p.Default.KeepLast > 0 {
		r.denyTreat = &Treatment{}
	}
}

// treatment gives what the rules say of an identifier.
func (r *Redactor) treatment(f *finding) *Treatment {
	for i := range r.rules {
		b := &r.rules[i]
		if b.health == 0 && b.types&(1<<f.typ) != 0 && b.roles&(1<<f.role) != 0 && f.score >= b.least && (b.below == 0 || f.score < b.below) {
			return b.treat
		}
	}
	return &r.policy.Default
}

// evidence gives what the rules say of evidence of health, nil for nothing.
func (r *Redactor) evidence(c lexicon.Category) *Treatment {
	for i := range r.rules {
		if b := &r.rules[i]; b.health&(1<<c) != 0 {
			return b.treat
		}
	}
	return nil
}

// clone copies the policy with all that it points to.
func (p *RedactPolicy) clone() RedactPolicy {
	q := *p
	q.Keep, q.Deny, q.Key = slices.Clone(p.Keep), slices.Clone(p.Deny), slices.Clone(p.Key)
	q.Rules = slices.Clone(p.Rules)
	for i := range q.Rules {
		x := &q.Rules[i]
		x.Types, x.Roles, x.Health = slices.Clone(x.Types), slices.Clone(x.Roles), slices.Clone(x.Health)
	}
	return q
}
