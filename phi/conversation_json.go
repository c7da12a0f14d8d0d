package phi

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// snapshotVersion is raised when the meaning of a snapshot changes.
const snapshotVersion = 1

// ErrSnapshot is what errors.Is finds in every error of
// Conversation.UnmarshalJSON. The error names the field and holds no value of it.
var ErrSnapshot = errors.New("phi: not a snapshot of a conversation")

// ErrSnapshotVersion is a snapshot of a version that this library does not
// know: one that a newer release wrote. It is an ErrSnapshot too.
var ErrSnapshotVersion = fmt.Errorf("%w: unknown version; this release reads version %d", ErrSnapshot, snapshotVersion)

type snapshot struct {
	Version  int              `json:"version"`
	Messages uint32           `json:"messages"`
	Updated  time.Time        `json:"updated,omitzero"`
	Facts    []string         `json:"facts,omitempty"`
	Score    float32          `json:"health_score,omitempty"`
	Asked    []string         `json:"asked,omitempty"`
	AskedBy  Party            `json:"asked_by,omitempty"`
	AskedAge uint8            `json:"asked_age,omitempty"`
	AskedFor bool             `json:"asked_for_another,omitempty"`
	Identity *snapshotEvent   `json:"identity,omitempty"`
	Health   *snapshotEvent   `json:"health,omitempty"`
	PHI      *snapshotEvent   `json:"phi,omitempty"`
	Patient  *snapshotTold    `json:"told_by_patient,omitempty"`
	Clinic   *snapshotTold    `json:"told_by_clinic,omitempty"`
	Other    *snapshotTold    `json:"told_by_other,omitempty"`
	People   []snapshotPerson `json:"people,omitempty"`
	Focus    uint8            `json:"focus,omitempty"`
}

type snapshotEvent struct {
	Message uint32    `json:"message"`
	From    Party     `json:"from"`
	Asked   bool      `json:"asked,omitempty"`
	At      time.Time `json:"at,omitzero"`
}

type snapshotTold struct {
	Types       []string `json:"types,omitempty"`
	Categories  []string `json:"categories,omitempty"`
	Sensitivity []string `json:"sensitivity,omitempty"`
}

type snapshotPerson struct {
	First  uint32   `json:"first"`
	Name   uint16   `json:"name,omitempty"`
	Sender uint16   `json:"sender,omitempty"`
	Is     []string `json:"is,omitempty"`
}

// The names of the bits, in their order, as snapshots hold them.
var (
	factNames   = [...]string{"phi", "identifier", "person", "handle", "health", "topic", "personal", "purpose", "answer", "confirmed", "date", "hint"}
	personNames = [...]string{"writer", "relative", "staff", "identified", "health"}
)

func typeNames() (out [identifiers.TypeCount]string) {
	for i := range out {
		out[i] = identifiers.Type(i).String()
	}
	return out
}

func categoryNames() (out [lexicon.CategoryCount]string) {
	for i := range out {
		out[i] = lexicon.Category(i).String()
	}
	return out
}

func sensitivityNames() []string { return lexicon.Sensitivity(0xFF).Names() }

// MarshalJSON gives a snapshot of the state: an object with the member
// "version". Like the state it holds no text.
func (c Conversation) MarshalJSON() ([]byte, error) {
	s := snapshot{
		Version: snapshotVersion, Messages: c.messages, Updated: timeOf(c.updated), Facts: bitNames(uint64(c.facts), factNames[:]), Score: c.score,
		Asked: c.asked.Names(), AskedBy: c.askedBy, AskedAge: c.askedAge, AskedFor: c.askedFor, Focus: c.focus,
		Identity: c.first[firstIdentity].snapshot(), Health: c.first[firstHealth].snapshot(), PHI: c.first[firstPHI].snapshot(),
		Patient: c.told[PartyPatient].snapshot(), Clinic: c.told[PartyClinic].snapshot(), Other: c.told[PartyOther].snapshot(),
	}
	for _, p := range c.people {
		if p.first != 0 {
			s.People = append(s.People, snapshotPerson{p.first, p.name, p.sender, bitNames(uint64(p.bits), personNames[:])})
		}
	}
	return json.Marshal(s)
}

func (e *event) snapshot() *snapshotEvent {
	if e.message == 0 {
		return nil
	}
	return &snapshotEvent{e.message, e.from, e.asked, timeOf(e.at)}
}

func (t *Told) snapshot() *snapshotTold {
	if *t == (Told{}) {
		return nil
	}
	types, categories := typeNames(), categoryNames()
	return &snapshotTold{bitNames(uint64(t.Types), types[:]), bitNames(uint64(t.Categories), categories[:]), t.Sensitivity.Names()}
}

// UnmarshalJSON restores a snapshot. On an error, which is an ErrSnapshot, the
// state stays as it was.
func (c *Conversation) UnmarshalJSON(b []byte) error {
	var v struct {
		Version *int `json:"version"`
	}
	if json.Unmarshal(b, &v) != nil || v.Version == nil {
		return fmt.Errorf("%w: it must be an object with a number as \"version\"", ErrSnapshot)
	}
	if *v.Version != snapshotVersion {
		return ErrSnapshotVersion
	}
	var s snapshot
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&s); err != nil {
		// encoding/json's own words may quote the input.
		if wrong := new(json.UnmarshalTypeError); errors.As(err, &wrong) {
			return fmt.Errorf("%w: field %q has a wrong type", ErrSnapshot, wrong.Field)
		}
		return fmt.Errorf("%w: a field is unknown or has a wrong value", ErrSnapshot)
	}
	n, field := s.restore()
	if field != "" {
		return fmt.Errorf("%w: field %q has a wrong value", ErrSnapshot, field)
	}
	*c = n
	return nil
}

// restore gives the state of a snapshot, or the field that is wrong.
func (s *snapshot) restore() (c Conversation, wrong string) {
	check := func(ok bool, field string) {
		if !ok && wrong == "" {
			wrong = field
		}
	}
	c.messages, c.askedBy, c.askedAge, c.askedFor, c.focus = s.Messages, s.AskedBy, s.AskedAge, s.AskedFor, s.Focus
	if !s.Updated.IsZero() {
		c.updated = s.Updated.UnixMilli()
	}
	f, ok := bitsOf(s.Facts, factNames[:])
	c.facts = facts(f)
	check(ok, "facts")
	c.score = s.Score
	check(s.Score >= 0 && s.Score <= 1, "health_score")
	q, ok := bitsOf(s.Asked, questionNames[:])
	c.asked = Question(q)
	check(ok, "asked")
	for i, e := range [...]*snapshotEvent{s.Identity, s.Health, s.PHI} {
		if e == nil {
			continue
		}
		check(e.Message > 0 && e.Message <= s.Messages, [...]string{"identity", "health", "phi"}[i])
		c.first[i] = event{message: e.Message, from: e.From, asked: e.Asked}
		if !e.At.IsZero() {
			c.first[i].at = e.At.UnixMilli()
		}
	}
	types, categories := typeNames(), categoryNames()
	for i, t := range [...]*snapshotTold{s.Patient, s.Clinic, s.Other} {
		if t == nil {
			continue
		}
		a, okA := bitsOf(t.Types, types[:])
		b, okB := bitsOf(t.Categories, categories[:])
		d, okD := bitsOf(t.Sensitivity, sensitivityNames())
		check(okA && okB && okD, "told_by_"+Party(i).String())
		c.told[i] = Told{TypeSet(a), CategorySet(b), lexicon.Sensitivity(d)}
	}
	check(len(s.People) <= maxPeople, "people")
	check(int(s.Focus) <= len(s.People), "focus")
	for i, p := range s.People[:min(len(s.People), maxPeople)] {
		b, ok := bitsOf(p.Is, personNames[:])
		check(ok && p.First > 0 && p.First <= s.Messages && p.Name <= 1<<printBits && p.Sender <= 1<<printBits, "people")
		c.people[i] = threadPerson{p.First, p.Name, p.Sender, personBits(b)}
	}
	return c, wrong
}

func bitNames(set uint64, names []string) (out []string) {
	for i, n := range names {
		if set&(1<<i) != 0 {
			out = append(out, n)
		}
	}
	return out
}

// bitsOf is the inverse of bitNames.
func bitsOf(list, names []string) (set uint64, ok bool) {
next:
	for _, x := range list {
		for i, n := range names {
			if n == x && n != "" {
				set |= 1 << i
				continue next
			}
		}
		return 0, false
	}
	return set, true
}
