package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"time"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
	"github.com/twmb/franz-go/pkg/kgo"
)

// answerer makes of a record of the input those of the outputs. It is safe for
// concurrent use.
type answerer struct {
	c        *config
	detector *phi.Detector
	redactor *phi.Redactor
	secret   []byte
}

func newAnswerer(c *config) (*answerer, error) {
	a := &answerer{c: c, detector: phi.New(nil)}
	p, err := readPolicy(c.policy)
	if err != nil {
		return nil, err
	}
	if a.redactor, err = phi.NewRedactor(a.detector, p); err != nil {
		return nil, misuse{fmt.Errorf("-redact: %w", err)}
	}
	if c.keySecret != "" {
		b, err := os.ReadFile(c.keySecret)
		if err != nil {
			return nil, fmt.Errorf("-key-secret: %w", err)
		}
		if a.secret = bytes.TrimSpace(b); len(a.secret) < 16 {
			return nil, misuse{errors.New("-key-secret: the file holds less than 16 bytes")}
		}
	}
	return a, nil
}

// readPolicy gives the policy of -redact.
func readPolicy(name string) (p phi.RedactPolicy, err error) {
	switch name {
	case "label":
		return p, nil
	case "safe-harbor":
		return phi.SafeHarbor(), nil
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return p, misuse{fmt.Errorf("-redact is label, safe-harbor or the file of a policy: %w", err)}
	}
	if err := json.Unmarshal(b, &p); err != nil {
		return p, misuse{fmt.Errorf("-redact %s: %w", name, err)}
	}
	return p, nil
}

// answer is what came of a record: its finding and its redacted message, or its
// dead letter.
type answer struct {
	finding, redacted, dead *kgo.Record
	reason                  string // of the dead letter
	verdict                 phi.Verdict
}

// answer reads a record as the next of its thread, which t keeps. A record that
// goes to the dead letters leaves its thread as it was.
func (a *answerer) answer(r *kgo.Record, t *table, turn *phi.Turn) answer {
	var m message
	if wrong := m.read(r, a.c.raw(), a.c.maxText); wrong != nil {
		return a.bury(r, wrong)
	}
	key := a.key(r.Key)
	inThread := len(key) > 0
	var state phi.Conversation
	if inThread {
		state = t.get(key, r.Timestamp)
		state.AddInto(a.detector, turn, phi.Message{Text: m.text, From: m.from, Sender: m.handle, Handle: m.handle != "", At: m.at})
	} else {
		a.detector.DetectInto(&turn.Result, m.text)
	}
	finding := turn.Result.AppendJSON(make([]byte, 0, 512), m.id)
	finding = appendPlace(finding[:len(finding)-1], r)
	if inThread {
		finding = appendThread(finding, turn, state.Len())
	}
	finding = append(finding, '}')
	redacted, headers := a.redact(&m, &turn.Result)
	if max(len(finding), len(redacted))+len(key)+recordOverhead > a.c.maxRecord {
		return a.bury(r, &bad{"output_too_long", fmt.Sprintf("what was found or the redacted text takes more than the %d bytes of -max-record", a.c.maxRecord)})
	}
	if inThread {
		t.put(key, state, r.Timestamp)
	}
	return answer{
		finding:  &kgo.Record{Topic: a.c.topics.findings, Key: key, Value: finding, Timestamp: r.Timestamp},
		redacted: &kgo.Record{Topic: a.c.topics.redacted, Key: key, Value: redacted, Headers: headers, Timestamp: r.Timestamp},
		verdict:  turn.Result.Verdict,
	}
}

// recordOverhead is more than what a batch adds to a record of its own.
const recordOverhead = 512

// key gives the thread's name in what is written: that of the input, or under
// -key-secret a keyed hash of it, for keys that are handles or numbers.
func (a *answerer) key(key []byte) []byte {
	if len(key) == 0 || a.secret == nil {
		return key
	}
	h := hmac.New(sha256.New, a.secret)
	h.Write(key)
	return base64.RawURLEncoding.AppendEncode(nil, h.Sum(nil)[:16])
}

func appendPlace(dst []byte, r *kgo.Record) []byte {
	dst = strconv.AppendInt(append(dst, `,"partition":`...), int64(r.Partition), 10)
	return strconv.AppendInt(append(dst, `,"offset":`...), r.Offset, 10)
}

// appendThread says where the thread stands behind the message, which is its
// nth.
func appendThread(dst []byte, t *phi.Turn, n int) []byte {
	dst = strconv.AppendInt(append(dst, `,"thread":{"messages":`...), int64(n), 10)
	dst = append(append(dst, `,"verdict":"`...), t.Thread.Verdict.String()...)
	dst = append(append(dst, `","with_handle":"`...), t.Thread.WithHandle.String()...)
	dst = append(dst, '"')
	if p := t.Thread.PHI; p.Message > 0 {
		dst = strconv.AppendInt(append(dst, `,"phi_at":`...), int64(p.Message), 10)
		dst = append(append(append(dst, `,"phi_from":"`...), p.From.String()...), '"')
	}
	return append(dst, '}')
}

// redact gives the message without its identifiers, in the format it came in.
// Of JSON only the fields that are known are passed on.
func (a *answerer) redact(m *message, r *phi.Result) ([]byte, []kgo.RecordHeader) {
	text := a.redactor.AppendRedacted(make([]byte, 0, len(m.text)+64), m.text, r)
	handle := ""
	if m.handle != "" {
		handle = string(a.redactor.AppendValue(nil, identifiers.Handle, m.handle))
	}
	if a.c.raw() {
		headers := []kgo.RecordHeader{{Key: "id", Value: []byte(m.id)}, {Key: "from", Value: []byte(m.from.String())}}
		if handle != "" {
			headers = append(headers, kgo.RecordHeader{Key: "handle", Value: []byte(handle)})
		}
		return text, headers
	}
	b, _ := json.Marshal(struct { // strings and a time that read has checked: it cannot fail
		ID     string    `json:"id"`
		Text   string    `json:"text"`
		From   phi.Party `json:"from"`
		Handle string    `json:"handle,omitempty"`
		At     time.Time `json:"at"`
	}{m.id, string(text), m.from, handle, m.at.UTC()})
	return b, nil
}

// bury makes a dead letter: the reason and the position, nothing of the record.
func (a *answerer) bury(r *kgo.Record, why *bad) answer {
	b := fmt.Appendf(nil, `{"reason":%q,"detail":%q,"topic":%q,"partition":%d,"offset":%d,"bytes":%d}`,
		why.reason, why.detail, r.Topic, r.Partition, r.Offset, len(r.Value))
	return answer{reason: why.reason, dead: &kgo.Record{
		Topic: a.c.topics.dead, Key: []byte(position(r)), Value: b, Timestamp: r.Timestamp,
	}}
}
