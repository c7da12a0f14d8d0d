package phi

// A Reason is a set of grounds a verdict rests on.
type Reason uint16

const (
	// ReasonPerson: somebody is identified who does not give care.
	ReasonPerson Reason = 1 << iota
	// ReasonProvider: only those who give care, or the clinic's own details, are
	// identified.
	ReasonProvider
	// ReasonDate: a date or a picture is all that ties the text to somebody.
	ReasonDate
	// ReasonHint: a hint identifies without a name.
	ReasonHint
	// ReasonSender: the sender is known from outside the text.
	ReasonSender
	// ReasonHealth: it speaks of somebody's health or care.
	ReasonHealth
	// ReasonTheirs: the health is that of who is identified.
	ReasonTheirs
	// ReasonNotTheirs: somebody is identified, but it is not their health.
	ReasonNotTheirs
	// ReasonJoined: identity and health come from different messages of a
	// conversation.
	ReasonJoined
	// ReasonAnswer: it answers a question of the message before.
	ReasonAnswer
)

var reasonNames = [...]string{"person", "provider", "date", "hint", "sender", "health", "theirs", "not_theirs", "joined", "answer"}

// Names lists the grounds.
func (r Reason) Names() []string {
	var out []string
	for i, n := range reasonNames {
		if r&(1<<i) != 0 {
			out = append(out, n)
		}
	}
	return out
}
