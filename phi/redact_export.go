package phi

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	"github.com/phidetect/phidetect/identifiers"
)

// ErrSessionExport is wrapped by the errors of ResumeSession.
var ErrSessionExport = errors.New("phi: session export")

type sessionExport struct {
	Format  string  `json:"format"`
	Subject string  `json:"subject,omitempty"`
	Labels  []entry `json:"labels"`
}

const exportFormat = "phidetect session 1"

// Export gives the session's numbered labels and the text each stands for as
// JSON. It holds the very text that was redacted: keep it as you keep that.
//
//	{"format":"phidetect session 1","labels":[{"label":"[NAME_1]","type":"name","text":"…"}]}
func (s *Session) Export() ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	x := sessionExport{Format: exportFormat, Subject: s.subject, Labels: s.order}
	if x.Labels == nil {
		x.Labels = []entry{}
	}
	return json.Marshal(x)
}

// ResumeSession makes a Session of what Export gave: it restores the same
// labels and goes on with the same numbers. Its errors wrap ErrSessionExport and
// hold no text of the export.
func (r *Redactor) ResumeSession(export []byte) (*Session, error) {
	var x sessionExport
	if err := json.Unmarshal(export, &x); err != nil {
		return nil, exportError("it is no JSON that Export gave")
	}
	if x.Format != exportFormat {
		return nil, exportError("its format is not " + strconv.Quote(exportFormat))
	}
	s := r.NewSessionFor(x.Subject)
	for i, e := range x.Labels {
		if !s.resume(e) {
			return nil, exportError("labels[" + strconv.Itoa(i) + "] is no label that follows those before it")
		}
	}
	return s, nil
}

func exportError(what string) error { return errors.Join(ErrSessionExport, errors.New(what)) }

// resume puts one label back. The forms of one number follow each other in the
// order in which they were given.
func (s *Session) resume(e entry) bool {
	if labelLen(e.Label) != len(e.Label) || e.Label == "" || e.Text == "" {
		return false
	}
	if _, twice := s.texts[e.Label]; twice {
		return false
	}
	name := e.Label[1 : len(e.Label)-1]
	name, form, formed := strings.Cut(name, ".")
	under := strings.LastIndexByte(name, '_')
	number, err := strconv.Atoi(name[under+1:])
	if err != nil || number < 1 {
		return false
	}
	label := name[:under]
	s.begin()
	key := label + "\x00" + strconv.Itoa(number)
	id := s.numbered[key]
	if !formed {
		if id != nil || e.Type == identifiers.NoType && label == "" {
			return false
		}
		s.counts[label] = max(s.counts[label], number)
		id = &entity{number: number}
		s.numbered[key] = id
	} else if n, err := strconv.Atoi(form); err != nil || id == nil || n != len(id.forms)+1 {
		return false
	}
	if e.Type == identifiers.Name {
		s.peopleOf(label).bind(nameWords(foldString(e.Text)), id)
	} else {
		s.entities[s.entityKey(e.Type, label, e.Text)] = id
	}
	s.keep(id, e)
	return true
}
