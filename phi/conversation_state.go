package phi

import (
	"errors"
	"time"

	"github.com/phidetect/phidetect/lexicon"
)

// facts are what the thread has told so far.
type facts uint16

const (
	factPHI       facts = 1 << iota // a single message was PHI
	factAny                         // somebody is identified, if only a doctor
	factPerson                      // somebody who gives no care is identified
	factHandle                      // a patient writes under a name of their own
	factHealth                      // health is spoken of
	factTopic                       // a patient speaks of health, if only in general
	factPersonal                    // health of a particular person is spoken of
	factPurpose                     // health is the subject of a report or a quiz
	factAnswer                      // an answer to a question told the identity or the health
	factConfirmed                   // the clinic spoke of an identified patient's health
	factDate
	factHint

	factMask = factHint<<1 - 1
)

// What a first event is of.
const (
	firstIdentity = iota
	firstHealth
	firstPHI
	disclosureCount
)

// An event is where in the thread something was first.
type event struct {
	at      int64
	message uint32 // counted from 1; 0 means never
	from    Party
	asked   bool
}

// Told is what the messages of a party held.
type Told struct {
	// Types are those of the identifiers that point to a patient; those of
	// providers and of the clinic itself are left out.
	Types TypeSet
	// Categories and Sensitivity are the kinds of health they spoke of.
	Categories  CategorySet
	Sensitivity lexicon.Sensitivity
}

var errParty = errors.New("phi: unknown party; it is patient, clinic or other")

// A Disclosure is the message that first told something; the zero Disclosure
// means that none has.
type Disclosure struct {
	// Message is the message's number in the thread, counted from 1.
	Message int
	// From is the side that told it.
	From Party
	// Asked says that it answered a question of the other side; otherwise it was
	// told unasked.
	Asked bool
	// At is when, if the message had a time.
	At time.Time
}

// A Summary is where a thread stands.
type Summary struct {
	// Verdict is that of the whole thread by its text alone, WithHandle where the
	// handle a patient writes under counts as an identifier.
	Verdict, WithHandle Verdict
	// Reasons are the grounds of Verdict. ReasonJoined says that identity and
	// health come from different messages, ReasonAnswer that a question had to be
	// known to read one of them.
	Reasons Reason
	// Identity is the first message that identified a patient, Health the first
	// that spoke of a patient's health, PHI the one that made the thread PHI.
	Identity, Health, PHI Disclosure
	// Confirmed says that the clinic itself spoke of the health or care of
	// somebody who is identified in the thread, whoever told it first.
	Confirmed bool
}

// Summary says where the thread stands.
func (c *Conversation) Summary() Summary {
	return Summary{
		Verdict: c.verdict(false), WithHandle: c.verdict(true), Reasons: c.reasons(),
		Identity: c.first[firstIdentity].disclosure(), Health: c.first[firstHealth].disclosure(), PHI: c.first[firstPHI].disclosure(),
		Confirmed: c.facts&factConfirmed != 0,
	}
}

// Verdict is the thread's by its text alone.
func (c *Conversation) Verdict() Verdict { return c.verdict(false) }

func (c *Conversation) has(f facts) bool { return c.facts&f == f }

// theirs reports health that can be that of whoever is identified. Who gives
// their name and asks of a treatment ties themselves to it, unless it is for
// school; a handle, which stands on every message, does not tie.
func (c *Conversation) theirs() bool {
	return c.has(factPersonal) || c.has(factTopic) && !c.has(factPurpose)
}

func (c *Conversation) verdict(withHandle bool) Verdict {
	handle := withHandle && c.has(factHandle)
	switch {
	case c.has(factPHI), c.has(factPerson) && c.theirs(), handle && c.has(factPersonal):
		return PHI
	case c.has(factAny) || handle:
		return Identifier
	case c.has(factHealth):
		return HealthOnly
	}
	return None
}

func (c *Conversation) reasons() (why Reason) {
	if c.has(factHealth) {
		why |= ReasonHealth
	}
	switch {
	case c.has(factPerson):
		why |= ReasonPerson
	case c.has(factAny):
		why |= ReasonProvider
	}
	if c.verdict(false) != PHI {
		if c.has(factPerson) {
			why |= ReasonNotTheirs
		}
		return why
	}
	if c.has(factPerson) {
		why |= ReasonTheirs
	} else {
		if c.has(factDate) {
			why |= ReasonDate
		}
		if c.has(factHint) {
			why |= ReasonHint
		}
	}
	if !c.has(factPHI) {
		why |= ReasonJoined
	}
	if c.has(factAnswer) {
		why |= ReasonAnswer
	}
	return why
}

func (e *event) disclosure() Disclosure {
	return Disclosure{Message: int(e.message), From: e.from, Asked: e.asked, At: timeOf(e.at)}
}

// note records the first of a kind.
func (c *Conversation) note(kind int, m *Message, asked bool) {
	e := &c.first[kind]
	if e.message != 0 {
		return
	}
	*e = event{message: c.messages, from: m.From, asked: asked}
	if !m.At.IsZero() {
		e.at = m.At.UnixMilli()
	}
}

// Told is what a party's messages held so far.
func (c *Conversation) Told(p Party) Told {
	if int(p) >= PartyCount {
		return Told{}
	}
	return c.told[p]
}

// Facts sums the thread up for a Policy: its verdict by text alone, the highest
// health score of its messages, what all parties told. SenderKnown is set where
// a patient writes under a handle; Subject, Roles and Confirms are of single
// messages and left to the caller.
func (c *Conversation) Facts() Facts {
	f := Facts{
		Verdict: c.verdict(false), Reasons: c.reasons(), Health: c.score, Personal: c.has(factPersonal),
		SenderKnown: c.has(factHandle),
	}
	for _, t := range c.told {
		f.Types |= t.Types
		f.Categories |= t.Categories
		f.Sensitivity |= t.Sensitivity
	}
	if c.has(factHint) {
		f.Signals |= SignalHint
	}
	return f
}
