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
		var c conversation
		for i, m := range t.Messages {
			if m.Text == nil {
				return dst, 0, fmt.Errorf(`field "messages[%d].text" is missing`, i)
			}
			if m.From != "clinic" && m.From != "patient" && m.From != "" {
				return dst, 0, fmt.Errorf(`field "messages[%d].from" must be "patient" or "clinic"`, i)
			}
			d.DetectInto(&r, *m.Text)
			c.add(&r, *m.Text, m.From == "clinic", m.Handle != "")
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = append(append(dst, `{"verdict":"`...), r.Verdict.String()...)
			dst = append(append(dst, `","thread":"`...), c.verdict(false).String()...)
			dst = append(dst, `"}`...)
		}
		dst = append(append(dst, `],"with_handle":"`...), c.verdict(true).String()...)
		return append(dst, `"}`...), c.verdict(false), nil
	}
}
