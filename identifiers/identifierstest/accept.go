package identifierstest

import (
	"errors"
	"fmt"
	"testing"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// An Example is a text and what the matcher finds in it.
type Example struct {
	// Name stands in failures instead of the text.
	Name string
	// Text is in the notation of the corpus, see Parse. The matcher must find
	// all marks, by type and bounds, and nothing else. A Text without marks is
	// one in which it must find nothing.
	Text string
}

// Accept checks m, each promise in a subtest. The texts are read with the
// default lexicon. With -short the long texts are 64 KiB instead of 1 MiB and
// time is not measured.
func Accept(t *testing.T, m identifiers.Matcher, examples ...Example) {
	t.Helper()
	size := longText
	if testing.Short() {
		size = 1 << 16
	}
	for _, c := range checks {
		t.Run(c.name, func(t *testing.T) {
			if c.slow && testing.Short() {
				t.Skip("measures time")
			}
			k := newKit(m, examples, size)
			c.run(k)
			for _, err := range k.errs {
				t.Error(err)
			}
		})
	}
}

// Check is Accept for programs that have no test: it gives what is wrong with m,
// joined, or nil.
func Check(m identifiers.Matcher, examples ...Example) error {
	return check(m, examples, longText)
}

func check(m identifiers.Matcher, examples []Example, size int) error {
	var errs []error
	for _, c := range checks {
		k := newKit(m, examples, size)
		c.run(k)
		for _, err := range k.errs {
			errs = append(errs, fmt.Errorf("%s: %w", c.name, err))
		}
	}
	return errors.Join(errs...)
}

// longText is the length of the long texts, in bytes.
const longText = 1 << 20

// checks are the promises, in the order in which a failure helps most.
var checks = []struct {
	name string
	run  func(k *kit)
	slow bool
}{
	{"examples", (*kit).finds, false},
	{"embedded", (*kit).findsEmbedded, false},
	{"edges", (*kit).survives, false},
	{"dst", (*kit).keepsDst, false},
	{"concurrent", (*kit).agrees, false},
	{"linear", (*kit).linear, true},
}

// kit is one check at work.
type kit struct {
	m        identifiers.Matcher
	lex      *lexicon.Lexicon
	examples []parsed
	size     int
	text     identifiers.Text // used again from case to case, as a detector does
	spans    []identifiers.Span
	errs     []error
}

type parsed struct {
	name  string
	text  string
	marks []Mark
}

func newKit(m identifiers.Matcher, examples []Example, size int) *kit {
	k := &kit{m: m, lex: lexicon.Default(), size: size}
	for i, e := range examples {
		name := e.Name
		if name == "" {
			name = fmt.Sprintf("example %d", i+1)
		}
		text, marks, err := Parse(e.Text)
		if err != nil {
			k.failf(name, "%v", err)
			continue
		}
		k.examples = append(k.examples, parsed{name, text, marks})
	}
	return k
}

// failf notes a failure. args are numbers and names, never text.
func (k *kit) failf(name, format string, args ...any) {
	k.errs = append(k.errs, fmt.Errorf("%q: %s", name, fmt.Sprintf(format, args...)))
}

// run reads text and gives what m finds, after dst. It reports whether all went well.
func (k *kit) run(t *identifiers.Text, name, text string, dst []identifiers.Span) (out []identifiers.Span, ok bool) {
	t.Read(k.lex, text)
	defer func() {
		if recover() != nil { // what was panicked with may hold text
			k.failf(name, "the matcher panicked")
			out, ok = nil, false
		}
	}()
	return k.m.AppendSpans(dst, t), true
}
