package main

import (
	"encoding/json"
	"errors"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// thread is a line of -threads input.
type thread struct {
	ID       json.RawMessage `json:"id"`
	Messages []struct {
		From   string  `json:"from"`
		Handle string  `json:"handle"`
		Text   *string `json:"text"`
	} `json:"messages"`
}

// gathered is a plain accumulation of a thread: what has been told so far, by
// whichever side.
type gathered struct {
	verdict  phi.Verdict
	person   bool // a person who is no provider was named
	health   bool // health or care was spoken of
	personal bool // and it was a particular person's
}

// add takes a message in and gives the thread's verdict so far.
func (g *gathered) add(r *phi.Result) phi.Verdict {
	if r.Verdict == phi.Identifier || r.Verdict == phi.PHI {
		for i := range r.Spans {
			s := &r.Spans[i]
			provider := s.Role == identifiers.RoleProvider || s.Role == identifiers.RoleStaff
			switch {
			case s.Vague, provider:
			case s.Type == identifiers.City, s.Type == identifiers.Facility, s.Type == identifiers.Age, s.Type == identifiers.Date, s.Type == identifiers.URL:
			default:
				g.person = true
			}
		}
	}
	if r.Verdict == phi.HealthOnly || r.Verdict == phi.PHI {
		g.health = true
		g.personal = g.personal || r.Health.Personal
	}
	switch {
	case r.Verdict == phi.PHI, g.person && g.personal:
		g.verdict = phi.PHI
	case g.verdict == phi.PHI:
	case r.Verdict == phi.Identifier:
		g.verdict = phi.Identifier
	case r.Verdict == phi.HealthOnly && g.verdict == phi.None:
		g.verdict = phi.HealthOnly
	}
	return g.verdict
}

// withHandle is the verdict of the whole thread where a sender's handle, known
// from outside the text, identifies the sender.
func (g *gathered) withHandle(handle bool) phi.Verdict {
	switch {
	case !handle, g.verdict == phi.PHI:
		return g.verdict
	case g.personal:
		return phi.PHI
	}
	return phi.Identifier
}

// answerThread judges each message alone, the thread so far by its text, and
// the whole thread where the sender's handle counts.
func answerThread(d *phi.Detector) func(dst, line []byte) ([]byte, phi.Verdict, error) {
	var r phi.Result
	return func(dst, line []byte) ([]byte, phi.Verdict, error) {
		var t thread
		if err := decode(line, &t); err != nil {
			return dst, 0, err
		}
		if t.Messages == nil {
			return dst, 0, errors.New(`field "messages" is missing; a line is {"id":"…","messages":[{"from":"patient","text":"…"}]}`)
		}
		id, err := idOf(t.ID)
		if err != nil {
			return dst, 0, err
		}
		quoted, err := json.Marshal(id)
		if err != nil {
			return dst, 0, err
		}
		dst = append(append(append(dst, `{"id":`...), quoted...), `,"messages":[`...)
		var g gathered
		handle := false
		for i, m := range t.Messages {
			if m.Text == nil {
				return dst, 0, errors.New(`field "messages.text" is missing`)
			}
			d.DetectInto(&r, *m.Text)
			handle = handle || m.From != "clinic" && m.Handle != ""
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = append(append(dst, `{"verdict":"`...), r.Verdict.String()...)
			dst = append(append(dst, `","thread":"`...), g.add(&r).String()...)
			dst = append(dst, `"}`...)
		}
		dst = append(append(dst, `],"with_handle":"`...), g.withHandle(handle).String()...)
		return append(dst, `"}`...), g.verdict, nil
	}
}
