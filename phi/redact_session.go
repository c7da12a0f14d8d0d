package phi

import (
	"fmt"
	"io"
	"strconv"
	"sync"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi/internal/deid"
)

// A Session redacts the texts of one document or conversation alike: the same
// person or number gets the same numbered label or surrogate in all of them, and
// Restore puts back what the numbered labels stand for. It is safe for
// concurrent use; numbers follow the order in which texts come.
//
// A Session holds the text it has put labels for, until it is dropped. Nothing
// prints it but Export.
type Session struct {
	r       *Redactor
	subject string

	mu       sync.Mutex
	counts   map[string]int     // last number by label
	entities map[string]*entity // by label, type and normal form
	numbered map[string]*entity // by label and number, while a session is resumed
	people   map[string]*people // by label
	texts    map[string]string  // text by numbered label
	order    []entry            // for Export
	given    map[string]string  // surrogate by type and normal form
	taken    map[string]string  // whose a surrogate is
	offset   int
}

// An entity is what has one number.
type entity struct {
	number int
	forms  []string
	labels []string
}

// entry is one line of an export.
type entry struct {
	Label string           `json:"label"`
	Type  identifiers.Type `json:"type,omitempty"`
	Text  string           `json:"text"`
}

// NewSession gives a Session for one document or conversation.
func (r *Redactor) NewSession() *Session { return r.NewSessionFor("") }

// NewSessionFor gives a Session for texts about one subject: OpShift moves its
// dates by an offset of its own. Subject is any stable identifier; it enters
// the keyed hash alone.
func (r *Redactor) NewSessionFor(subject string) *Session { return &Session{r: r, subject: subject} }

// Redact gives text with its identifiers redacted by the policy.
func (s *Session) Redact(text string) string { return s.r.redacted(text, s) }

// AppendRedacted appends text, of which res is the Result, redacted to dst.
func (s *Session) AppendRedacted(dst []byte, text string, res *Result) []byte {
	return s.r.redact(dst, nil, text, res, s)
}

// AppendReplacements is AppendRedacted that also appends what was replaced, in
// order, to reps.
func (s *Session) AppendReplacements(dst []byte, reps []Replacement, text string, res *Result) ([]byte, []Replacement) {
	dst = s.r.redact(dst, &reps, text, res, s)
	return dst, reps
}

// AppendValue appends what takes the place of a whole value known to be of
// type t: a field of a record, a column of a table.
func (s *Session) AppendValue(dst []byte, t identifiers.Type, value string) []byte {
	return s.r.value(dst, t, value, s)
}

// Restore gives text with the numbered labels of this session replaced by what
// they stand for; other labels stay. Restore(Redact(x)) is x where OpNumber is
// the policy's only operator beside OpKeep. It takes time linear in the text.
func (s *Session) Restore(text string) string { return string(s.AppendRestored(nil, text)) }

// AppendRestored appends what Restore gives to dst.
func (s *Session) AppendRestored(dst []byte, text string) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := 0
	for i := 0; i < len(text); i++ {
		n := labelLen(text[i:])
		if n == 0 {
			continue
		}
		if was, ok := s.texts[text[i:i+n]]; ok {
			dst = append(append(dst, text[at:i]...), was...)
			at = i + n
		}
		i += n - 1
	}
	return append(dst, text[at:]...)
}

// String tells how many labels the session has given, and
// none of its text.
func (s *Session) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return "phi.Session(" + strconv.Itoa(len(s.texts)) + " labels)"
}

// Format writes String's text for every verb.
func (s *Session) Format(f fmt.State, _ rune) { io.WriteString(f, s.String()) }

// MarshalText gives String's text, for encoders and log/slog: only Export gives
// what the session holds.
func (s *Session) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// number gives the numbered label of a text.
func (s *Session) number(f *finding, label, text string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.begin()
	e := s.entity(f.typ, label, text)
	for i, form := range e.forms {
		if form == text || f.treat.OneLabel {
			return e.labels[i]
		}
	}
	name := "[" + label + "_" + strconv.Itoa(e.number)
	if n := len(e.forms); n > 0 {
		name += "." + strconv.Itoa(n+1)
	}
	name += "]"
	s.keep(e, entry{name, f.typ, text})
	return name
}

func (s *Session) begin() {
	if s.counts == nil {
		s.counts, s.entities, s.numbered, s.texts = map[string]int{}, map[string]*entity{}, map[string]*entity{}, map[string]string{}
	}
}

func (s *Session) keep(e *entity, x entry) {
	e.forms, e.labels = append(e.forms, x.Text), append(e.labels, x.Label)
	s.texts[x.Label] = x.Text
	s.order = append(s.order, x)
}

// entity finds or makes what text stands for.
func (s *Session) entity(t identifiers.Type, label, text string) *entity {
	fresh := func() *entity {
		s.counts[label]++
		return &entity{number: s.counts[label]}
	}
	if t == identifiers.Name {
		e, _ := s.peopleOf(label).name(nameWords(foldString(text)), fresh)
		return e
	}
	key := s.entityKey(t, label, text)
	e := s.entities[key]
	if e == nil {
		e = fresh()
		s.entities[key] = e
	}
	return e
}

func (s *Session) entityKey(t identifiers.Type, label, text string) string {
	key := label + "\x00" + t.String() + "\x00"
	if t == identifiers.NoType {
		return key + text
	}
	return key + s.r.normal(t, text)
}

func (s *Session) peopleOf(label string) *people {
	l := s.people[label]
	if l == nil {
		if s.people == nil {
			s.people = map[string]*people{}
		}
		l = &people{}
		s.people[label] = l
	}
	return l
}

// surrogate gives the surrogate of a value: make is tried with one key after
// another until it gives one that is nobody else's in this session.
func (s *Session) surrogate(kind, normal string, make func(seed string) string) string {
	key := kind + "\x00" + normal
	if v, ok := s.given[key]; ok {
		return v
	}
	if s.given == nil {
		s.given, s.taken = map[string]string{}, map[string]string{}
	}
	v := make(normal)
	for try := 2; try <= 16; try++ {
		if owner, ok := s.taken[kind+"\x00"+v]; (!ok || owner == normal) && v != normal {
			break
		}
		v = make(normal + "\x00" + strconv.Itoa(try))
	}
	s.given[key] = v
	s.taken[kind+"\x00"+v] = normal
	return v
}

// days is the subject's offset.
func (s *Session) days() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.offset == 0 {
		s.offset = deid.Offset(s.r.policy.Key, s.subject)
	}
	return s.offset
}
