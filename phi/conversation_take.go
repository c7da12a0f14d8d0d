package phi

import (
	"github.com/phidetect/phidetect/identifiers"
)

// take adds what a message tells to the state. A message is judged by what it
// says alone, with three things a single message cannot know: who writes, what
// was asked before, and whether health has only been a topic so far.
func (c *Conversation) take(rd *threadReader, turn *Turn) {
	r, m := rd.r, rd.m
	before := c.facts
	clinic := m.From == PartyClinic
	if m.Handle && !clinic {
		c.facts |= factHandle
	}
	person, named, date := c.takeSpans(rd, turn.Answers)
	if turn.Answers&askIdentity != 0 && person {
		identified(r)
	}
	if turn.Answers&AskPlace != 0 && !person && r.Verdict == Identifier && onlyPlaces(r) {
		r.Verdict, r.Reasons = None, 0 // the name was a town's
	}
	if person {
		c.facts |= factPerson | factAny
	}
	if r.Verdict == Identifier || r.Verdict == PHI {
		c.facts |= factAny
	}
	c.takeHealth(rd, turn.Answers)

	hint := r.Reasons&ReasonHint != 0
	dated := r.Reasons&ReasonDate != 0
	// What the clinic says of itself makes no PHI, what a patient says to a
	// receptionist by name neither; the date of a visit does.
	if r.Verdict == PHI && (person || hint || dated || clinic && date || !clinic && !named) {
		c.facts |= factPHI | factPersonal | factHealth
		if hint {
			c.facts |= factHint
		}
		if dated || clinic && date {
			c.facts |= factDate
		}
	}
	asked := turn.Answers != 0
	gained := c.facts &^ before
	if person || gained&factPHI != 0 {
		c.note(firstIdentity, m, turn.Answers&askIdentity != 0)
	}
	if gained&(factPersonal|factTopic) != 0 {
		c.note(firstHealth, m, turn.Answers&(AskReason|AskMedication|AskReading|AskCondition) != 0)
	}
	if c.verdict(false) == PHI {
		c.note(firstPHI, m, asked)
		if clinic && (person && c.has(factPersonal) || c.spoke(rd) && r.Health.Personal || gained&(factPHI|factPersonal) != 0) {
			c.facts |= factConfirmed
		}
	}
	if asked && gained&(factPerson|factPersonal|factHealth) != 0 {
		c.facts |= factAnswer
	}
	c.tell(rd)
}

// spoke reports whether the message tells something of health.
func (c *Conversation) spoke(rd *threadReader) bool {
	return rd.told && rd.r.Health.Score >= rd.d.opt.healthThreshold() && !rd.warns
}

// takeSpans reports whether a patient is identified, whether a name that only
// the thread shows to be the clinic's stands there, and whether a date does.
func (c *Conversation) takeSpans(rd *threadReader, answered Question) (person, staff, date bool) {
	for i := range rd.r.Spans {
		s := &rd.r.Spans[i]
		date = date || s.Type == identifiers.Date && !s.Vague
		if !identifiesPatient(s, rd.m.From) {
			continue
		}
		if s.Type == identifiers.Name {
			// Who is asked for and answers from the clinic gives staff's name.
			if rd.works(s) || c.knowsStaff(rd, s) || rd.m.From == PartyClinic && answered&AskName != 0 {
				s.Role = identifiers.RoleStaff
				c.addStaff(rd, s)
				staff = true
				continue
			}
		}
		person = true
		c.identify(rd, s, answered)
		c.told[rd.m.From].Types.Add(s.Type)
	}
	return person, staff && !person, date
}

// onlyPlaces reports that all the message gives is where somebody lives.
func onlyPlaces(r *Result) bool {
	for i := range r.Spans {
		if s := &r.Spans[i]; s.Type != identifiers.City && !s.Vague {
			return false
		}
	}
	return true
}

// identified puts a verdict up by the identifier that an answer gives.
func identified(r *Result) {
	switch r.Verdict {
	case None:
		r.Verdict = Identifier
	case HealthOnly:
		if r.Health.Personal {
			r.Verdict = PHI
			r.Reasons |= ReasonTheirs
		} else {
			r.Verdict = Identifier
		}
	default:
		return
	}
	r.Reasons |= ReasonPerson | ReasonAnswer
}

// takeHealth takes in what is said of health.
func (c *Conversation) takeHealth(rd *threadReader, answered Question) {
	r := rd.r
	health := r.Health.Score >= rd.d.opt.healthThreshold()
	if rd.m.From == PartyClinic {
		c.takeClinicHealth(rd, health)
		return
	}
	if rd.purpose && (health || c.has(factTopic)) {
		c.facts |= factPurpose
	}
	// A question that names nobody asks in general.
	general := r.Health.Subject == SubjectUnknown && rd.onlyAsks()
	personal := health && r.Health.Personal && !general && !c.has(factPurpose)
	if answered&(AskReason|AskMedication|AskReading) != 0 {
		personal = true
		if !health {
			answeredHealth(r)
		}
		health = true
	}
	// Yes and no both say something of the writer's health.
	personal = personal || answered&AskCondition != 0
	// "the friend is me" makes a topic the writer's own.
	personal = personal || rd.mine && c.has(factTopic)
	if health {
		c.facts |= factHealth | factTopic
	}
	if personal {
		c.facts |= factPersonal | factHealth
	}
	if health || personal {
		c.linkHealth(rd)
	}
}

// answeredHealth puts a verdict up by the health that an answer gives.
func answeredHealth(r *Result) {
	r.Health.Personal = true
	switch r.Verdict {
	case None:
		r.Verdict = HealthOnly
	case Identifier:
		if r.Reasons&ReasonPerson == 0 {
			return
		}
		r.Verdict = PHI
		r.Reasons = r.Reasons&^ReasonNotTheirs | ReasonTheirs
	default:
		return
	}
	r.Reasons |= ReasonHealth | ReasonAnswer
}

// addressedHealth is the score that is enough where the clinic speaks of "your
// swab": to whom it says so, it is no talk in general.
const addressedHealth = 0.4

// takeClinicHealth takes in what a message of the clinic says of health. A
// question tells nothing of the patient until it is answered, a warning to all
// nothing ever, and an answer in general to a question in general neither.
func (c *Conversation) takeClinicHealth(rd *threadReader, health bool) {
	h := &rd.r.Health
	if !health && !(rd.addressed && h.Score >= addressedHealth) {
		return
	}
	open := h.Subject == SubjectUnknown || h.Subject == SubjectGeneral
	asksOnly := rd.wondered && !rd.told
	general := open && c.has(factHealth) && !c.has(factPersonal)
	if !rd.warns && !asksOnly && (h.Personal && !general || rd.addressed) && !c.has(factPurpose) {
		c.facts |= factPersonal
		c.linkHealth(rd)
	}
	c.facts |= factHealth
}

// tell records the kinds of health talk of the message's side.
func (c *Conversation) tell(rd *threadReader) {
	t := &c.told[rd.m.From]
	t.Categories |= rd.r.Health.Categories
	t.Sensitivity |= rd.r.Health.Sensitivity
	c.score = max(c.score, rd.r.Health.Score)
}
