package phi

import (
	"time"

	"github.com/phidetect/phidetect/identifiers"
)

// A Conversation is the state of one thread of messages between a clinic and
// those who write to it. An identifier in one message and health in another
// make PHI together, whichever came first; a bare "12/03/1985" is read as the
// date of birth that the message before asked for.
//
// The state is 208 bytes without a pointer, however long the thread, and holds
// no text: counts, kinds, times, and of names a print of ten bits that one name
// in a thousand shares. The zero Conversation is ready. It may be copied; it is
// not safe for concurrent use, ConversationSet is.
//
// What was said stays said: to take an edited or deleted message back, Reset and
// Add the messages that remain.
type Conversation struct {
	updated  int64 // Unix milliseconds of the last message that had a time
	messages uint32
	facts    facts
	asked    Question // what the open question asks for
	askedBy  Party
	askedAge uint8 // messages of the other side since
	askedFor bool  // the name asked for is another's than that of who is asked
	focus    uint8 // 1 + the index of the person spoken of last, other than the writer
	first    [disclosureCount]event
	told     [PartyCount]Told
	score    float32 // the highest health score of a message
	people   [maxPeople]threadPerson
}

// Party is the side a message comes from and the part its writer has.
type Party uint8

const (
	// PartyPatient is the patient's side: the patient, or somebody who asks.
	PartyPatient Party = iota
	// PartyClinic is the clinic: its staff, its bot, its reminders.
	PartyClinic
	// PartyOther is a person who writes for the patient: a relative, a carer, a
	// school. The health they speak of counts as somebody else's.
	PartyOther

	// PartyCount is the number of parties.
	PartyCount = int(PartyOther) + 1
)

var partyNames = [PartyCount]string{"patient", "clinic", "other"}

// String gives "patient", "clinic" or "other".
func (p Party) String() string {
	if int(p) < len(partyNames) {
		return partyNames[p]
	}
	return ""
}

// MarshalText gives the name.
func (p Party) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText accepts the names that String gives.
func (p *Party) UnmarshalText(b []byte) error {
	for i, n := range partyNames {
		if n == string(b) {
			*p = Party(i)
			return nil
		}
	}
	return errParty
}

// A Message is one message of a thread.
type Message struct {
	Text string
	From Party
	// Sender keeps several writers of one side apart: an account, a user id. It
	// is needed only where there is more than one, and only a print of it is kept.
	Sender string
	// Handle says that the message is shown under a name or handle of its
	// sender's own. It counts for Summary.WithHandle alone.
	Handle bool
	// At is when it was sent; the zero time is unknown. Nothing here reads a clock.
	At time.Time
}

// A Turn is what a message says where it stands.
type Turn struct {
	// Result is the message as Detect reads it, and with what it answers: a span
	// whose Why.Matcher is AnswerMatcher was added or got the type that was asked
	// for, and may turn None into Identifier.
	Result Result
	// Alone is the verdict on the message by itself.
	Alone Verdict
	// Asks is what the message asks the other side for, Answers what it answers.
	Asks, Answers Question
	// Thread is where the thread stands after the message.
	Thread Summary
}

// Add takes in the next message, read by d; nil is the default Detector. It
// takes time linear in the message and allocates what Detect does.
func (c *Conversation) Add(d *Detector, m Message) Turn {
	var t Turn
	c.AddInto(d, &t, m)
	return t
}

// AddInto is Add into a Turn whose memory is used again: with one that has held
// a similar message it does not allocate.
func (c *Conversation) AddInto(d *Detector, turn *Turn, m Message) {
	if d == nil {
		d = std
	}
	if int(m.From) >= PartyCount {
		m.From = PartyPatient
	}
	s := d.pool.Get().(*scratch)
	defer d.pool.Put(s)
	r := &turn.Result
	d.detect(r, m.Text, s)
	turn.Alone = r.Verdict
	if len(m.Text) > d.cuts.window {
		// Detect read it in parts, and has only the last one's tokens left.
		s.text.Read(d.lex, m.Text)
		s.text.Text = ""
	}

	c.messages++
	if !m.At.IsZero() {
		c.updated = max(c.updated, m.At.UnixMilli())
	}
	rd := threadReader{d: d, t: &s.text, r: r, m: &m, words: askWords()}
	rd.read()
	turn.Answers = 0
	if c.asked != 0 && !sameSide(c.askedBy, m.From) {
		turn.Answers = rd.answer(c.asked)
	}
	turn.Asks = rd.asks
	c.take(&rd, turn)
	c.ask(&rd, turn.Answers)
	turn.Thread = c.Summary()
}

// askedReach is how many messages an answer may come late: "sec", "here it is".
const askedReach = 3

// ask notes what is open now. A new question of the side that asked replaces
// the old one, small talk of it does not, but for a while only.
func (c *Conversation) ask(rd *threadReader, answered Question) {
	by := rd.m.From
	c.asked &^= answered
	switch {
	case rd.asks != 0 || rd.questions > 0 && sameSide(by, c.askedBy):
		c.asked, c.askedBy, c.askedAge, c.askedFor = rd.asks, by, 0, rd.third
	case c.asked != 0 && !sameSide(by, c.askedBy):
		// Whether somebody has asthma is answered at once or not at all.
		c.asked &^= AskCondition | AskReading | AskReason | AskMedication | AskAge
		if c.askedAge++; c.askedAge >= askedReach {
			c.asked = 0
		}
	}
}

// sameSide reports whether two parties are both the clinic, or neither is.
func sameSide(a, b Party) bool { return (a == PartyClinic) == (b == PartyClinic) }

// Len is the number of messages taken in.
func (c *Conversation) Len() int { return int(c.messages) }

// Updated is the time of the latest message that had one, or the zero time.
func (c *Conversation) Updated() time.Time { return timeOf(c.updated) }

// Reset forgets everything.
func (c *Conversation) Reset() { *c = Conversation{} }

// Expire forgets everything if no message has come for longer than idle, and
// reports whether it did. A thread without times does not expire.
func (c *Conversation) Expire(now time.Time, idle time.Duration) bool {
	if c.updated == 0 || now.Sub(c.Updated()) <= idle {
		return false
	}
	c.Reset()
	return true
}

func timeOf(milli int64) time.Time {
	if milli == 0 {
		return time.Time{}
	}
	return time.UnixMilli(milli).UTC()
}

// identifiesPatient reports whether a span points to a person other than the
// clinic and those who work there, as far as the span alone tells.
func identifiesPatient(s *identifiers.Span, from Party) bool {
	if s.Vague || provides(s) {
		return false
	}
	switch s.Type {
	case identifiers.City, identifiers.Facility, identifiers.Date, identifiers.Photo:
		return false
	case identifiers.Age:
		return s.Why.Matcher == identifiers.AgeOver89
	case identifiers.Phone, identifiers.Fax, identifiers.Email, identifiers.URL, identifiers.Handle,
		identifiers.StreetAddress, identifiers.PostalCode:
		return from != PartyClinic // the clinic gives its own
	}
	return true
}
