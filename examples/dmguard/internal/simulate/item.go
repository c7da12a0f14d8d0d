package simulate

import (
	"bytes"
	"encoding/json"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
)

// An Item is one thing that happens on the platform.
type Item struct {
	event.Event
	// Gold and Verdict are the corpus's labels.
	Gold    []string
	Verdict string
}

// A Form is one of the ways in which the platform writes the same webhook.
type Form uint8

const (
	// Object is one object, comments under changes.
	Object Form = iota
	// Array is an array of objects, comments on the entry itself.
	Array
	// Crowded has fields that nobody knows, and items that say nothing.
	Crowded
	forms
)

type object = map[string]any

// Body writes items as the body of one webhook.
func Body(form Form, items ...Item) []byte {
	var entries []object
	for i := range items {
		entries = append(entries, entry(form, &items[i]))
	}
	envelope := object{"object": "instagram", "entry": entries}
	var v any = envelope
	switch form {
	case Array:
		v = []object{envelope}
	case Crowded:
		envelope["api_version"], envelope["unknown"] = "v99.0", []any{1, nil, object{"text": "t"}}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(form == Crowded) // the platform escapes some bodies and not others
	if err := e.Encode(v); err != nil {
		panic(err) // maps of strings and numbers can be written
	}
	return bytes.TrimSpace(b.Bytes())
}

func entry(form Form, it *Item) object {
	e := object{"id": it.Account, "time": it.At.UnixMilli()}
	if it.Kind == event.Comment {
		value := object{"id": it.ID, "text": it.Text, "from": object{"id": it.Person, "username": it.Username},
			"media": object{"id": it.Media, "media_product_type": "FEED"}}
		if it.Parent != "" {
			value["parent_id"] = it.Parent
		}
		if form == Array {
			e["field"], e["value"] = "comments", value
			return e
		}
		e["changes"] = []object{{"field": "comments", "value": value}}
		return e
	}
	all := []object{messaging(it)}
	if form == Crowded {
		all = append([]object{{"sender": object{"id": it.Person}, "recipient": object{"id": it.Account}, "read": object{"mid": it.ID}}}, all...)
	}
	e["messaging"] = all
	return e
}

func messaging(it *Item) object {
	m := object{"mid": it.ID}
	from, to := it.Person, it.Account
	switch it.Kind {
	case event.Echo:
		from, to = to, from
		m["is_echo"] = true
	case event.Unsend:
		m["is_deleted"] = true
	}
	if it.Text != "" {
		m["text"] = it.Text
	}
	var attached []object
	for _, kind := range it.Attachments {
		attached = append(attached, object{"type": kind, "payload": object{"url": "https://example.com/attachment"}})
	}
	if attached != nil {
		m["attachments"] = attached
	}
	if it.ReplyTo != "" {
		m["reply_to"] = object{"mid": it.ReplyTo}
	}
	return object{"sender": object{"id": from}, "recipient": object{"id": to}, "timestamp": it.At.UnixMilli(), "message": m}
}

// stagger gives the time of the nth of many lines that end at now.
func stagger(now time.Time, n, of int) time.Time {
	return now.Add(-time.Duration(of-n) * time.Minute)
}
