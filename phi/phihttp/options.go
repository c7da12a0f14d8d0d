package phihttp

import (
	"errors"
	"fmt"
	"net/http"
	"sync"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/internal/sheet"
)

// Options say what a Guard does.
type Options struct {
	// Redactor finds and redacts. Nil means one that puts labels, and for a
	// Transport one that puts numbered labels, which it restores.
	Redactor *phi.Redactor
	// Policy decides. Nil means the default policy.
	Policy *phi.Policy
	// Request and Response are the two ways. A Transport reads the request alone.
	Request, Response Side
	// ReportOnly changes and refuses nothing.
	ReportOnly bool
	// Report, if set, is called once for each query and body that was read or
	// passed unread, and for each event in which something was found. It is
	// called before a request goes on and after a response was written, by the
	// goroutine that serves it.
	Report func(*http.Request, Report)
	// Keys are keys of JSON and of forms whose values are identifiers of a type
	// as a whole, beside the built-in ones such as "patient_name", "mrn" and
	// "dob"; identifiers.NoType takes one out. Keys are compared by their
	// letters and digits, whatever their case, alone and behind the key of the
	// object around: "patientname" is also "name" in "patient".
	Keys map[string]identifiers.Type
	// Keep lists keys whose values are never read. Nil means DefaultKeep.
	Keep []string
	// CheckKeys reads names of members and fields too. Two may then become the
	// same.
	CheckKeys bool
}

// DefaultKeep are keys that say nothing of a person in the calls of the common
// APIs: "trace_id", "span_id", "model", "role", "type", "tool_call_id",
// "tool_use_id", "previous_response_id".
func DefaultKeep() []string {
	return []string{"trace_id", "span_id", "model", "role", "type", "tool_call_id", "tool_use_id", "previous_response_id"}
}

// A Side says how bodies that go one way are read.
type Side struct {
	// Direction says for the Policy who writes and who will read. A Side without
	// one is not read.
	Direction phi.Direction
	// Limit bounds the body, or the event of a stream, in bytes after decoding;
	// 0 means 1 MiB.
	Limit int
	// TooLong says what happens to longer ones; the default is Refuse. Of those
	// that pass nothing is read.
	TooLong Unread
	// Other says what happens to what is no text: pictures, archives, scripts,
	// upgraded connections, base64 in JSON. The default is Pass.
	Other Unread
	// Unclear says what happens to what should be text but cannot be read:
	// other codings than gzip, character sets not on the base of ASCII, malformed
	// JSON, partial content. The default is Refuse.
	Unclear Unread
	// NoGzip makes gzip one of the codings that cannot be read.
	NoGzip bool
}

// Unread says what happens to what is not read.
type Unread uint8

const (
	// Default is what the field's documentation says.
	Default Unread = iota
	// Pass lets it through.
	Pass
	// Refuse does not.
	Refuse
)

const defaultLimit = 1 << 20

// ErrOptions is wrapped by the errors of New that are about Options.
var ErrOptions = errors.New("phihttp: options")

// A Guard reads what goes through HTTP. It is safe for concurrent use.
type Guard struct {
	opt      Options
	redactor *phi.Redactor
	numbered *phi.Redactor
	policy   phi.Policy
	keys     *sheet.Keys
	pool     sync.Pool
}

// New gives a Guard. Its errors are about a field of the Options, or of the
// policy.
func New(o Options) (*Guard, error) {
	g := &Guard{opt: o, redactor: o.Redactor, numbered: o.Redactor}
	if o.Policy != nil {
		if err := o.Policy.Check(); err != nil {
			return nil, err
		}
		g.policy = *o.Policy
	}
	if o.Request.Direction == 0 && o.Response.Direction == 0 {
		return nil, fmt.Errorf("%w: Request.Direction or Response.Direction must be set, or nothing is read", ErrOptions)
	}
	for _, s := range []struct {
		name string
		side *Side
	}{{"Request", &g.opt.Request}, {"Response", &g.opt.Response}} {
		if err := s.side.check(s.name); err != nil {
			return nil, err
		}
	}
	if o.Redactor == nil {
		var err error
		if g.redactor, err = phi.NewRedactor(nil, phi.RedactPolicy{}); err != nil {
			return nil, err
		}
		if g.numbered, err = phi.NewRedactor(nil, phi.RedactPolicy{Default: phi.Treatment{Operator: phi.OpNumber}}); err != nil {
			return nil, err
		}
	}
	keep := o.Keep
	if keep == nil {
		keep = DefaultKeep()
	}
	g.keys = sheet.NewKeys(o.Keys, keep)
	g.pool.New = func() any { return new(sheet.Sheet) }
	return g, nil
}

// check fills in the defaults.
func (s *Side) check(name string) error {
	if s.Direction != 0 && s.Direction.String() == "" {
		return fmt.Errorf("%w: %s.Direction is one direction or none", ErrOptions, name)
	}
	if s.Limit < 0 {
		return fmt.Errorf("%w: %s.Limit is a number of bytes, or 0 for 1 MiB", ErrOptions, name)
	}
	if s.Limit == 0 {
		s.Limit = defaultLimit
	}
	for _, f := range []struct {
		name     string
		value    *Unread
		standard Unread
	}{{"TooLong", &s.TooLong, Refuse}, {"Other", &s.Other, Pass}, {"Unclear", &s.Unclear, Refuse}} {
		switch *f.value {
		case Default:
			*f.value = f.standard
		case Pass, Refuse:
		default:
			return fmt.Errorf("%w: %s.%s is Default, Pass or Refuse", ErrOptions, name, f.name)
		}
	}
	return nil
}

// Always gives a policy that does one thing, whatever was found: phi.Redact for
// redaction of all that the Redactor's policy names, phi.Allow to let all
// through.
func Always(a phi.Action) *phi.Policy {
	return &phi.Policy{Name: "always-" + a.String(), Rules: []phi.Rule{}, Tighten: []phi.Rule{}, Otherwise: a}
}
