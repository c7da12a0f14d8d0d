package main

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// A conversation gathers what the messages have told so far. It
// holds no text. An identifier in one message and health in another make PHI
// together, whichever came first.
type conversation struct {
	phi      bool // a single message was PHI
	any      bool // somebody is identified, if only a doctor
	person   bool // somebody who gives no care is identified
	handle   bool // a patient writes under a name of their own
	health   bool // health is spoken of
	topic    bool // a patient speaks of health, if only in general
	personal bool // health of a particular person is spoken of
	asked    question
}

// healthThreshold is the score from which a message speaks of health; it is the
// library's own.
const healthThreshold = 0.5

// A short answer to the question what brings the patient needs less.
const (
	bareHealth = 0.2
	bareAnswer = 40 // bytes
)

// add takes in the next message. A message is judged by what it says alone,
// with three things a single message cannot know: who writes, what was asked
// before, and whether health has only been a topic so far.
func (t *conversation) add(r *phi.Result, text string, clinic, handle bool) {
	v := r.Verdict
	t.handle = t.handle || handle && !clinic
	t.any = t.any || v == phi.Identifier || v == phi.PHI

	person, date := false, false
	for i := range r.Spans {
		s := &r.Spans[i]
		person = person || identifiesPatient(s, text, clinic)
		date = date || s.Type == identifiers.Date && !s.Vague
	}
	hint := r.Health.Signals&phi.SignalHint != 0
	t.person = t.person || person
	// What the clinic says of itself makes no PHI; the date of a visit does.
	t.phi = t.phi || v == phi.PHI && (!clinic || person || date || hint)

	health := r.Health.Score >= healthThreshold
	if clinic {
		t.addClinic(r, text, health)
		return
	}
	if t.asked.health && !denies(text) {
		t.personal = true // "any asthma?" – "yeah"
	}
	if t.asked.reason && r.Health.Score >= bareHealth && len(text) <= bareAnswer {
		health, t.personal = true, true // "reason of visit?" – "thyroid"
	}
	if t.asked.identity && answersIdentity(text) {
		t.person, t.any = true, true
	}
	t.health = t.health || health
	t.topic = t.topic || health
	t.personal = t.personal || health && r.Health.Personal
	t.asked.health, t.asked.reason = false, false // an identity may come a message later: "sec"
}

// addClinic takes in what a message of the clinic says of health.
func (t *conversation) addClinic(r *phi.Result, text string, health bool) {
	t.asked = questionOf(text)
	open := r.Health.Subject == phi.SubjectUnknown || r.Health.Subject == phi.SubjectGeneral
	switch {
	case !health:
		t.asked.health = false
	case warns(text):
		t.asked.health = false
	case open && t.asked.health:
		// A question tells nothing of the patient until it is answered.
	case r.Health.Personal && !(open && t.health && !t.personal):
		// An answer to a question in general is in general too.
		t.personal = true
		t.asked.health = false
	}
	t.health = t.health || health
}

// verdict sums the thread up, by text alone or with the sender's handle as an
// identifier. Who gives their name and asks of a treatment ties themselves to
// it; a handle, which stands on every message, does not.
func (t *conversation) verdict(withHandle bool) phi.Verdict {
	handle := withHandle && t.handle
	switch {
	case t.phi, t.person && (t.personal || t.topic), handle && t.personal:
		return phi.PHI
	case t.any || handle:
		return phi.Identifier
	case t.health:
		return phi.HealthOnly
	}
	return phi.None
}

// identifiesPatient reports whether a span points to somebody other than the
// clinic and those who work there.
func identifiesPatient(s *identifiers.Span, text string, clinic bool) bool {
	if s.Vague || s.Role == identifiers.RoleProvider || s.Role == identifiers.RoleStaff {
		return false
	}
	switch s.Type {
	case identifiers.City, identifiers.Facility, identifiers.Age, identifiers.Date:
		return false
	case identifiers.Name:
		return !atDesk(text[s.End:]) && !(clinic && (introduces(text[:s.Start], text[s.End:]) || sendsTo(text[:s.Start])))
	case identifiers.Phone, identifiers.Fax, identifiers.Email, identifiers.URL, identifiers.Handle,
		identifiers.StreetAddress, identifiers.PostalCode:
		return !clinic // the clinic gives its own
	}
	return true
}
