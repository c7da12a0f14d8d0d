package webhook

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
)

// The shapes in which the platform tells things. Fields that are not here are
// skipped.
type (
	envelope struct {
		Object string      `json:"object"`
		Entry  list[entry] `json:"entry"`
	}
	entry struct {
		ID        id                    `json:"id"`
		Time      stamp                 `json:"time"`
		Messaging list[json.RawMessage] `json:"messaging"`
		Changes   list[json.RawMessage] `json:"changes"`
		// With Instagram login a comment stands on the entry itself.
		Field string                `json:"field"`
		Value list[json.RawMessage] `json:"value"`
	}
	change struct {
		Field string                `json:"field"`
		Value list[json.RawMessage] `json:"value"`
	}
	party struct {
		ID       id     `json:"id"`
		Username string `json:"username"`
	}
	messaging struct {
		Sender    party     `json:"sender"`
		Recipient party     `json:"recipient"`
		Timestamp stamp     `json:"timestamp"`
		Message   *message  `json:"message"`
		Edit      *edit     `json:"message_edit"`
		Postback  *postback `json:"postback"`
	}
	message struct {
		MID         string           `json:"mid"`
		Text        string           `json:"text"`
		Attachments list[attachment] `json:"attachments"`
		Echo        bool             `json:"is_echo"`
		Deleted     bool             `json:"is_deleted"`
		Unsupported bool             `json:"is_unsupported"`
		ReplyTo     *replyTo         `json:"reply_to"`
	}
	attachment struct {
		Type string `json:"type"`
	}
	replyTo struct {
		MID   string `json:"mid"`
		Story *struct {
			ID id `json:"id"`
		} `json:"story"`
	}
	edit struct {
		MID    string `json:"mid"`
		Text   string `json:"text"`
		Number int    `json:"num_edit"`
	}
	// A postback is a tap on one of the clinic's own buttons; its title is what
	// the thread then shows as the person's words.
	postback struct {
		MID   string `json:"mid"`
		Title string `json:"title"`
	}
	comment struct {
		ID     id       `json:"id"`
		From   party    `json:"from"`
		Text   string   `json:"text"`
		Media  mediaRef `json:"media"`
		Parent id       `json:"parent_id"`
	}
)

var errShape = errors.New("webhook: not in the shape of a webhook")

// list reads one thing as a list of one.
type list[T any] []T

func (l *list[T]) UnmarshalJSON(b []byte) error {
	if bytes.Equal(b, []byte("null")) {
		return nil
	}
	if len(b) > 0 && b[0] == '[' {
		var many []T
		if err := json.Unmarshal(b, &many); err != nil {
			return errShape
		}
		*l = many
		return nil
	}
	var one T
	if err := json.Unmarshal(b, &one); err != nil {
		return errShape
	}
	*l = list[T]{one}
	return nil
}

// id reads an id whether it is written as a string or as a number.
type id string

func (i *id) UnmarshalJSON(b []byte) error {
	if bytes.Equal(b, []byte("null")) {
		return nil
	}
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, (*string)(i))
	}
	n, err := strconv.ParseUint(string(b), 10, 64)
	if err != nil {
		return errShape
	}
	*i = id(strconv.FormatUint(n, 10))
	return nil
}

// stamp reads a time whether it is written as a number or as a string.
type stamp int64

func (s *stamp) UnmarshalJSON(b []byte) error {
	var text id
	if err := text.UnmarshalJSON(b); err != nil || text == "" {
		return err
	}
	n, err := strconv.ParseInt(string(text), 10, 64)
	if err != nil {
		return errShape
	}
	*s = stamp(n)
	return nil
}

// mediaRef reads the post of a comment: an object with its id, or the id.
type mediaRef struct{ ID id }

func (m *mediaRef) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '{' {
		var o struct {
			ID id `json:"id"`
		}
		err := json.Unmarshal(b, &o)
		m.ID = o.ID
		return err
	}
	return json.Unmarshal(b, &m.ID)
}
