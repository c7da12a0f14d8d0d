package main

import (
	"encoding/json"
	"errors"
	"fmt"

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

// answerThread judges each message by what it says and what it answers, the
// thread so far by its text, and the whole thread where the sender's handle
// counts.
func answerThread(d *phi.Detector) func(dst, line []byte) ([]byte, phi.Verdict, error) {
	var turn phi.Turn
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
		var c phi.Conversation
		for i, m := range t.Messages {
			if m.Text == nil {
				return dst, 0, fmt.Errorf(`field "messages[%d].text" is missing`, i)
			}
			from := phi.PartyPatient
			if m.From != "" && from.UnmarshalText([]byte(m.From)) != nil {
				return dst, 0, fmt.Errorf(`field "messages[%d].from" must be "patient", "clinic" or "other"`, i)
			}
			c.AddInto(d, &turn, phi.Message{Text: *m.Text, From: from, Sender: m.Handle, Handle: m.Handle != ""})
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = append(append(dst, `{"verdict":"`...), turn.Result.Verdict.String()...)
			dst = append(append(dst, `","thread":"`...), turn.Thread.Verdict.String()...)
			dst = append(dst, `"}`...)
		}
		sum := c.Summary()
		dst = append(append(dst, `],"with_handle":"`...), sum.WithHandle.String()...)
		return append(dst, `"}`...), sum.Verdict, nil
	}
}
