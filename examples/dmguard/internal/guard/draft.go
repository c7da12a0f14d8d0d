package guard

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/register"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/audit"
)

// A Draft is what staff are about to write.
type Draft struct {
	// Actor is the user's name.
	Actor string
	// Place is where it is to be published.
	Place register.Place
	// Account and Person are whose thread a message goes to; they may be empty.
	Account, Person string
	// Text is judged and not kept.
	Text string
	// Shows says that a picture that goes with it shows a patient. The guard does
	// not look at pictures: who drafts has to say.
	Shows bool
	// Authorization is the number of the authorization it rests on, 0 for none.
	Authorization int64
}

// A Verdict is what the guard says of a draft. It holds offsets, and no text of
// the draft.
type Verdict struct {
	// Pass says that it may go out as it is.
	Pass bool
	// Decision is what the policy decided, before any authorization.
	Decision phi.Decision
	// Result is what was found in the text: the spans to mark.
	Result phi.Result
	// Confirmation is what the draft confirms of a patient, and where.
	Confirmation phi.Confirmation
	// Authorized says that it passes for its authorization alone. Refused says why
	// the authorization given does not cover it, an error of package register.
	Authorized bool
	Refused    error
	// Instead is a text that may be sent in place of one that does not pass.
	Instead string
}

// ErrDraft is a draft that cannot be judged; the error names the field.
var ErrDraft = errors.New("guard: draft")

// Check judges a draft before it goes out, and notes in the audit trail what was
// decided. A draft that identifies a patient passes only with an authorization
// that covers all that it tells, at this place, now.
func (g *Guard) Check(ctx context.Context, d Draft) (Verdict, error) {
	switch {
	case d.Actor == "":
		return Verdict{}, fmt.Errorf("%w: Actor is empty", ErrDraft)
	case !slices.Contains(register.Places(), d.Place):
		return Verdict{}, fmt.Errorf("%w: Place is post, caption, story, reply or message", ErrDraft)
	case len(d.Text) > longest:
		return Verdict{}, fmt.Errorf("%w: Text has more than %d bytes", ErrDraft, longest)
	}
	now := g.now()
	var v Verdict
	err := g.db.Write(ctx, func(tx *sql.Tx) error {
		var err error
		if v, err = g.read(tx, &d, now); err != nil {
			return err
		}
		a := audit.Of(v.Decision)
		a.Count(&v.Result)
		a.Time, a.Actor, a.Outcome = now, d.Actor, v.outcome()
		resource := ""
		if d.Person != "" {
			resource = Resource(d.Account, d.Person)
		}
		if err := g.trail.Append(tx, resource, a); err != nil {
			return err
		}
		if d.Authorization == 0 {
			return nil
		}
		return g.trail.Add(tx, trail.Entry{At: now, Actor: d.Actor, What: "authorization-used", Resource: fmt.Sprintf("authorization/%d", d.Authorization), Refused: v.Refused != nil})
	})
	return v, err
}

// Resource is the id of a thread in the audit trail.
func Resource(account, person string) string { return "thread/" + account + "/" + person }

func (v *Verdict) outcome() string {
	switch {
	case v.Authorized:
		return "draft-authorized"
	case v.Pass:
		return "draft-passed"
	}
	return "draft-stopped"
}

// read judges a draft. The thread it goes to is read with it and stays as it is.
func (g *Guard) read(tx *sql.Tx, d *Draft, now time.Time) (v Verdict, err error) {
	dir := phi.PublicReply
	if d.Place == register.Message {
		dir = phi.FromStaff
	}
	if dir == phi.FromStaff && d.Person != "" {
		th, err := load(tx, d.Account, d.Person)
		if err != nil {
			return v, err
		}
		v.Result = th.state.Add(g.detector, phi.Message{Text: d.Text, From: phi.PartyClinic, At: now}).Result
	} else {
		v.Result = g.detector.Detect(d.Text)
	}
	v.Confirmation = g.detector.Confirmation(d.Text, &v.Result)
	facts := v.Result.Facts()
	facts.SenderKnown = dir == phi.FromStaff
	facts.Confirms = v.Confirmation.Confirms
	if d.Shows {
		facts.Types.Add(identifiers.Photo)
		facts.Reasons |= phi.ReasonPerson
	}
	v.Decision = g.policy.Decide(facts, dir)
	if d.Shows && v.Decision.Action == phi.Allow {
		v.Decision.Action, v.Decision.Rule = phi.Hold, "shows-a-patient"
	}
	v.Pass = v.Decision.Action == phi.Allow
	if v.Pass {
		return v, nil
	}
	if d.Authorization != 0 {
		if v.Refused, err = g.covered(tx, d, &v, now); err != nil {
			return v, err
		}
		v.Authorized = v.Refused == nil
		v.Pass = v.Authorized
	}
	if !v.Pass {
		v.Instead = g.texts.instead
	}
	return v, nil
}

// errNoRegister is the answer to a draft that names an authorization where no
// register is kept.
var errNoRegister = fmt.Errorf("%w: Authorization is given, but the guard has no register", ErrDraft)

// covered says why the authorization does not cover a draft, or nil.
func (g *Guard) covered(tx *sql.Tx, d *Draft, v *Verdict, now time.Time) (refused, err error) {
	if g.register == nil {
		return nil, errNoRegister
	}
	u := register.Use{Place: d.Place, Types: v.Decision.Facts.Types, Health: v.Decision.Facts.Verdict >= phi.HealthOnly || v.Confirmation.Confirms != 0}
	for _, s := range v.Result.Spans {
		if s.Type == identifiers.Name && s.Role != identifiers.RoleProvider && s.Role != identifiers.RoleStaff {
			u.Names = append(u.Names, d.Text[s.Start:s.End])
		}
	}
	err = g.register.Covers(tx, d.Authorization, u, now)
	if errors.Is(err, register.ErrRefused) {
		return err, nil
	}
	return nil, err
}
