package phi_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"maps"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// secretText is what everything that takes a text is fed with; secrets are the
// marks in it that must come out nowhere, in any case.
const secretText = "my name is Zyxwanda Quillfeather, zyxwanda.q@quillmail.example, 202-555-0183, MRN QX7731940; my endometriosis and vorpalgia are back"

var secrets = []string{"zyxwanda", "quillfeather", "quillmail", "555-0183", "5550183", "qx7731940", "7731940", "endometriosis", "vorpalgia"}

// A leakLine feeds functions and looks at all that they give but the text they
// give by contract.
type leakLine struct {
	covers string // names as exportedWithText gives them, space-separated
	feed   func(p *probe)
}

// probe collects what comes out.
type probe struct {
	t  *testing.T
	at string
}

// look renders values in every way a program may print them and looks for the
// secrets. What it fails with names the way, not the text.
func (p *probe) look(values ...any) {
	p.t.Helper()
	for i, v := range values {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d"} {
			p.clean(fmt.Sprintf("value %d by %s", i, verb), fmt.Sprintf(verb, v))
		}
		b, err := json.Marshal(v)
		p.clean(fmt.Sprintf("value %d as JSON", i), string(b)+fmt.Sprint(err))
		var out strings.Builder
		slog.New(slog.NewTextHandler(&out, nil)).Info("x", "v", v)
		slog.New(slog.NewJSONHandler(&out, nil)).Info("x", "v", v)
		p.clean(fmt.Sprintf("value %d in a log", i), out.String())
	}
}

// clean fails if s holds a secret.
func (p *probe) clean(way, s string) {
	p.t.Helper()
	low := strings.ToLower(s)
	for n, secret := range secrets {
		if strings.Contains(low, secret) {
			p.t.Errorf("%s: %s holds secret %d", p.at, way, n)
			return
		}
	}
}

// panics runs f, which panics, and looks at what it panics with and the trace.
func (p *probe) panics(f func()) {
	p.t.Helper()
	defer func() {
		p.t.Helper()
		v := recover()
		if v == nil {
			p.t.Errorf("%s: no panic", p.at)
		}
		p.look(v)
		p.clean("the stack trace", string(debug.Stack()))
	}()
	f()
}

// TestNothingLeaks runs the lines, and fails where an exported function or
// method that text could come out of has none.
func TestNothingLeaks(t *testing.T) {
	lines := slices.Concat(leakPhi, leakRedact, leakThread, leakAudit, leakIdentifiers, leakLexicon, leakData)
	covered := map[string]bool{}
	for _, l := range lines {
		names := strings.Fields(l.covers)
		require.NotEmpty(t, names)
		for _, name := range names {
			covered[name] = true
		}
		t.Run(names[0], func(t *testing.T) { l.feed(&probe{t: t, at: names[0]}) })
	}
	for name := range leakByContract {
		require.NotContains(t, covered, name)
		covered[name] = true
	}
	exported := exportedWithText(t, "../phi", "../identifiers", "../lexicon")
	for _, name := range slices.Sorted(maps.Keys(exported)) {
		if !covered[name] {
			t.Errorf("%s has no line: add it to a leakLine, or to leakByContract with the reason", name)
		}
	}
	for name := range covered {
		if !exported[name] {
			t.Errorf("%s has a line, but is no exported function that text could come out of", name)
		}
	}
}

// TestProbeSees lets the probe find each secret, and text in a panic.
func TestProbeSees(t *testing.T) {
	for _, s := range secrets {
		require.Contains(t, strings.ToLower(strings.ReplaceAll(secretText, "-", "")+secretText), s)
		var sub testing.T
		(&probe{t: &sub}).look(struct{ x []error }{[]error{fmt.Errorf("bad: %s", strings.ToUpper(s))}})
		require.True(t, sub.Failed())
	}
	var sub testing.T
	(&probe{t: &sub}).panics(func() { panic(secretText) })
	require.True(t, sub.Failed())
}
