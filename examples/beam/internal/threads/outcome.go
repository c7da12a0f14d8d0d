package threads

import (
	"time"

	"github.com/phidetect/phidetect/phi"
)

// An Outcome is where a thread stands at its end. It holds no text.
type Outcome struct {
	Verdict phi.Verdict `json:"verdict"`
	// WithHandle is the verdict where the handle of the sender counts too.
	WithHandle phi.Verdict `json:"with_handle"`
	Reasons    []string    `json:"reasons"`
	// Confirmed says that the clinic spoke of the health of who is identified.
	Confirmed bool  `json:"confirmed"`
	Messages  int64 `json:"messages"`
	// LeftOut is how many messages at the end did not fit and were not read.
	LeftOut int64 `json:"left_out,omitempty"`
	// PHI is the number of the message that made the thread PHI, from 1.
	PHI int `json:"phi_message,omitempty"`
}

// Outcome adds the messages to a phi.Conversation in order and sums it up.
func (t *Thread) Outcome(d *phi.Detector) Outcome {
	var c phi.Conversation
	var turn phi.Turn
	for i := range t.Messages {
		c.AddInto(d, &turn, t.Messages[i].phi())
	}
	s := c.Summary()
	return Outcome{
		Verdict: s.Verdict, WithHandle: s.WithHandle, Reasons: append([]string{}, s.Reasons.Names()...), Confirmed: s.Confirmed,
		Messages: t.Count, LeftOut: t.Count - int64(len(t.Messages)), PHI: s.PHI.Message,
	}
}

func (m *Message) phi() phi.Message {
	out := phi.Message{Text: m.Text, From: m.From, Sender: m.Sender, Handle: m.Sender != ""}
	if m.At != 0 {
		out.At = time.UnixMilli(m.At).UTC()
	}
	return out
}
