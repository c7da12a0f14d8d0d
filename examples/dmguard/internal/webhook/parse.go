package webhook

import (
	"encoding/json"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
)

// maxID bounds ids, which are keys of the database: the platform's message ids
// have about 180 bytes.
const maxID = 512

// A Payload is what a webhook's body held.
type Payload struct {
	Events []event.Event
	// Ignored items are of kinds that say nothing.
	Ignored int
	// Unreadable items are in no known shape. They do not keep their neighbours
	// from being read: the platform would send the whole body again and again.
	Unreadable int

	arrived time.Time
}

// Parse reads a body that arrived at now: one envelope or an array of them,
// each with messages and comments. It fails where the body is not JSON of that
// kind; the error holds nothing of the body.
func Parse(body []byte, now time.Time) (Payload, error) {
	p := Payload{arrived: now.UTC()}
	var envelopes list[envelope]
	if err := json.Unmarshal(body, &envelopes); err != nil {
		return p, errShape
	}
	for _, v := range envelopes {
		for i := range v.Entry {
			if v.Object != "instagram" {
				p.Ignored++
				continue
			}
			p.entry(&v.Entry[i])
		}
	}
	return p, nil
}

func (p *Payload) entry(e *entry) {
	for _, raw := range e.Messaging {
		var m messaging
		if json.Unmarshal(raw, &m) != nil {
			p.Unreadable++
			continue
		}
		p.messaging(e, &m)
	}
	for _, raw := range e.Changes {
		var c change
		if json.Unmarshal(raw, &c) != nil {
			p.Unreadable++
			continue
		}
		p.change(e, &c)
	}
	if e.Field != "" {
		p.change(e, &change{Field: e.Field, Value: e.Value})
	}
}

func (p *Payload) messaging(e *entry, m *messaging) {
	ev := event.Event{Kind: event.Message, Account: string(e.ID), Person: string(m.Sender.ID), At: p.when(m.Timestamp, e.Time)}
	fromClinic := m.Sender.ID == e.ID && e.ID != ""
	switch {
	case m.Message != nil:
		fromClinic = fromClinic || m.Message.Echo
		ev.ID, ev.Text = m.Message.MID, m.Message.Text
		ev.ReplyTo = m.Message.ReplyTo.id()
		ev.Attachments = m.Message.kinds()
	case m.Edit != nil:
		ev.Text = m.Edit.Text
		if m.Edit.MID != "" {
			ev.ID = event.EditID(m.Edit.MID, m.Edit.Number)
		}
	case m.Postback != nil:
		ev.ID, ev.Text = m.Postback.MID, m.Postback.Title
	default:
		p.Ignored++
		return
	}
	if fromClinic {
		ev.Kind, ev.Person = event.Echo, string(m.Recipient.ID)
	}
	if m.Message != nil && m.Message.Deleted {
		ev.Kind, ev.Text, ev.Attachments = event.Unsend, "", nil
	}
	p.add(ev)
}

func (p *Payload) change(e *entry, c *change) {
	if c.Field != "comments" && c.Field != "live_comments" {
		p.Ignored++
		return
	}
	for _, raw := range c.Value {
		var v comment
		if json.Unmarshal(raw, &v) != nil {
			p.Unreadable++
			continue
		}
		p.add(event.Event{
			Kind: event.Comment, ID: string(v.ID), Account: string(e.ID), Person: string(v.From.ID), Username: v.From.Username,
			At: p.when(e.Time), Text: v.Text, Parent: string(v.Parent), Media: string(v.Media.ID),
		})
	}
}

// add takes an event that can be stored and answered.
func (p *Payload) add(e event.Event) {
	if e.ID == "" || e.Person == "" || e.Account == "" || len(e.ID) > maxID || len(e.Person) > maxID || len(e.Account) > maxID ||
		len(e.ReplyTo) > maxID || len(e.Parent) > maxID || len(e.Media) > maxID {
		p.Unreadable++
		return
	}
	p.Events = append(p.Events, e)
}

// kinds lists the types of what is attached. A type that is none of the
// platform's words could be anything and is called other.
func (m *message) kinds() []string {
	var out []string
	for _, a := range m.Attachments {
		switch a.Type {
		case "like_heart": // a sticker, which shows nothing
		case "ig_post":
			out = append(out, "share") // the newer name
		case "image", "video", "audio", "file", "share", "story_mention", "reel", "ig_reel", "ephemeral", "template":
			out = append(out, a.Type)
		default:
			out = append(out, "other")
		}
	}
	if m.Unsupported {
		out = append(out, "unsupported")
	}
	return out
}

func (r *replyTo) id() string {
	switch {
	case r == nil:
		return ""
	case r.MID == "" && r.Story != nil:
		return string(r.Story.ID)
	}
	return r.MID
}

// when reads a time that the platform gives in milliseconds or, on some
// entries, in seconds. Without one, and where it lies ahead, the event happened
// when it arrived: nobody's reply may fall due late.
func (p *Payload) when(stamps ...stamp) time.Time {
	for _, s := range stamps {
		at := time.UnixMilli(int64(s)).UTC()
		if s < 1e11 {
			at = time.Unix(int64(s), 0).UTC()
		}
		if s > 0 && at.Before(p.arrived) {
			return at
		}
	}
	return p.arrived
}
