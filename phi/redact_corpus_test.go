package phi

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
)

// labelled is a message of the corpus without its labels, and the required
// identifiers in it.
type labelled struct {
	id, text string
	gold     []identifiers.Span
}

var goldLabel = regexp.MustCompile(`⟦([a-z_]+)(\??)\|([^⟦⟧]*)⟧`)

// corpusOf reads the named files of testdata/corpus, threads text by text; the
// held-out set stays out. A short run gets a tenth of them.
func corpusOf(t testing.TB, names ...string) []labelled {
	t.Helper()
	if len(names) == 0 {
		names = []string{"adv", "dm", "doc", "ml", "soc", "thr"}
	}
	var out []labelled
	for _, name := range names {
		in, err := os.Open(filepath.Join("..", "testdata", "corpus", name+".jsonl"))
		require.NoError(t, err)
		lines := bufio.NewScanner(in)
		lines.Buffer(nil, 1<<24)
		for lines.Scan() {
			var row struct {
				ID, Text string
				Messages []struct{ Text string }
			}
			require.NoError(t, json.Unmarshal(lines.Bytes(), &row))
			if row.Messages == nil {
				out = append(out, parseLabelled(row.ID, row.Text))
			}
			for _, m := range row.Messages {
				out = append(out, parseLabelled(row.ID, m.Text))
			}
		}
		require.NoError(t, lines.Err())
		require.NoError(t, in.Close())
	}
	if testing.Short() {
		few := out[:0]
		for i := 0; i < len(out); i += 10 {
			few = append(few, out[i])
		}
		return few
	}
	return out
}

func parseLabelled(id, s string) labelled {
	var b strings.Builder
	m := labelled{id: id}
	at := 0
	for _, g := range goldLabel.FindAllStringSubmatchIndex(s, -1) {
		b.WriteString(s[at:g[0]])
		start := b.Len()
		b.WriteString(s[g[6]:g[7]])
		if typ := identifiers.TypeOf(s[g[2]:g[3]]); typ != identifiers.NoType && g[4] == g[5] {
			m.gold = append(m.gold, identifiers.Span{Start: start, End: b.Len(), Type: typ})
		}
		at = g[1]
	}
	b.WriteString(s[at:])
	m.text = b.String()
	return m
}

var testKey = Key("a key for tests, of 32 bytes ...")

// testPolicies has one policy for each operator.
func testPolicies() map[string]RedactPolicy {
	policies := map[string]RedactPolicy{"safe harbor": SafeHarbor(), "mixed": {
		Default: Treatment{Operator: OpNumber},
		Rules: []RedactRule{
			{Types: []identifiers.Type{identifiers.Phone}, Treatment: Treatment{Operator: OpMask, KeepLast: 4, Mask: 'x'}},
			{Types: []identifiers.Type{identifiers.Email}, Treatment: Treatment{Operator: OpSurrogate}},
			{Roles: []identifiers.Role{identifiers.RoleProvider}, Treatment: Treatment{Operator: OpKeep}},
			{Health: HealthCategories(), Treatment: Treatment{Operator: OpRemove}},
		},
		Keep: []string{"the clinic"}, Deny: []string{"please"}, Key: testKey,
	}}
	for op := range operatorNames {
		policies[operatorNames[op]] = RedactPolicy{Default: Treatment{Operator: Operator(op)}, Key: testKey, Year: 2026}
	}
	return policies
}

func redactorOf(t testing.TB, p RedactPolicy) *Redactor {
	t.Helper()
	r, err := NewRedactor(nil, p)
	require.NoError(t, err)
	return r
}

// TestReplacementsTellTheOutput: what was replaced is told so that the output
// follows from the text, for every operator and message.
func TestReplacementsTellTheOutput(t *testing.T) {
	messages := corpusOf(t)
	for name, p := range testPolicies() {
		t.Run(name, func(t *testing.T) {
			r := redactorOf(t, p)
			var res Result
			for _, m := range messages {
				r.Detector().DetectInto(&res, m.text)
				out, reps := r.AppendReplacements([]byte("before:"), nil, m.text, &res)
				got := string(out[len("before:"):])
				at, newAt := 0, 0
				for _, x := range reps {
					if x.Start < at || x.End <= x.Start || x.NewStart-newAt != x.Start-at || got[newAt:x.NewStart] != m.text[at:x.Start] || x.NewEnd < x.NewStart {
						t.Fatalf("%s: a replacement out of place", m.id)
					}
					at, newAt = x.End, x.NewEnd
				}
				if got[newAt:] != m.text[at:] {
					t.Fatalf("%s: the rest differs", m.id)
				}
				if got != r.Redact(m.text) || got != string(r.AppendRedacted(nil, m.text, &res)) {
					t.Fatalf("%s: Redact and AppendRedacted differ", m.id)
				}
			}
		})
	}
}

func TestRestoreGivesTheCorpusBack(t *testing.T) {
	r := redactorOf(t, RedactPolicy{Default: Treatment{Operator: OpNumber}, Vague: true})
	whole := r.NewSession()
	for _, m := range corpusOf(t) {
		if alone := r.NewSession(); alone.Restore(alone.Redact(m.text)) != m.text {
			t.Fatalf("%s is not restored", m.id)
		}
		if whole.Restore(whole.Redact(m.text)) != m.text {
			t.Fatalf("%s is not restored in one session with all before it", m.id)
		}
	}
}

// remaining measures the share of required characters of a file that still
// stand after redaction. What Safe Harbor lets stand does not count as left.
func remaining(t *testing.T, file string, p RedactPolicy) float64 {
	t.Helper()
	r := redactorOf(t, p)
	all, left := 0, 0
	var res Result
	for _, m := range corpusOf(t, file) {
		r.Detector().DetectInto(&res, m.text)
		_, reps := r.AppendReplacements(nil, nil, m.text, &res)
		gone := make([]bool, len(m.text))
		for _, x := range reps {
			for i := x.Start; i < x.End; i++ {
				gone[i] = true
			}
		}
		for _, g := range m.gold {
			if g.Type == identifiers.Age && p.Name == SafeHarbor().Name {
				continue
			}
			for i := g.Start; i < g.End; i++ {
				all++
				if !gone[i] {
					left++
				}
			}
		}
	}
	return float64(left) / float64(all)
}

// TestWhatRemains holds the share of required characters that are left, on the
// corpus that is hardest. The limits go down only, but where harder messages come in.
func TestWhatRemains(t *testing.T) {
	if testing.Short() {
		t.Skip("the limits are for the whole corpus")
	}
	for _, c := range []struct {
		file  string
		p     RedactPolicy
		limit float64
	}{
		{"dm", RedactPolicy{}, 0.052}, {"doc", RedactPolicy{}, 0.056},
		{"dm", SafeHarbor(), 0.045}, {"doc", SafeHarbor(), 0.054},
	} {
		got := remaining(t, c.file, c.p)
		t.Logf("%s %s: %.2f %% of required characters remain", c.file, c.p.Name, 100*got)
		require.LessOrEqual(t, got, c.limit, "%s %s", c.file, c.p.Name)
	}
	exact := RedactPolicy{Exact: true}
	require.Less(t, remaining(t, "doc", RedactPolicy{}), remaining(t, "doc", exact), "what belongs to the findings is taken too")
}

// TestLabelHidesNoName: a text that somebody redacted in part is searched like any
// other.
func TestLabelHidesNoName(t *testing.T) {
	if testing.Short() {
		t.Skip("the limits are for the whole corpus")
	}
	names := func(lead string) (n int) {
		var res Result
		d := New(nil)
		for _, m := range corpusOf(t, "dm", "soc") {
			d.DetectInto(&res, lead+m.text)
			for _, s := range res.Spans {
				if s.Type == identifiers.Name {
					n++
				}
			}
		}
		return n
	}
	plain := names("")
	require.Greater(t, plain, 3000)
	for _, lead := range []string{"[NAME] ", "[DATE] ", "[PHONE_2] "} {
		require.InEpsilon(t, plain, names(lead), 0.03, lead)
	}
}

// TestRedactedTextHoldsNothingMore: of what was found next to nothing is found
// again, and what is was not found before.
func TestRedactedTextHoldsNothingMore(t *testing.T) {
	if testing.Short() {
		t.Skip("the limits are for the whole corpus")
	}
	for name, limit := range map[string]float64{"label": 0.009, "number": 0.006, "mask": 0.007, "hash": 0.007, "safe harbor": 0.009} {
		t.Run(name, func(t *testing.T) {
			r := redactorOf(t, testPolicies()[name])
			before, again := 0, 0
			var res Result
			for _, m := range corpusOf(t) {
				r.Detector().DetectInto(&res, m.text)
				before += len(res.Spans)
				out, reps := r.AppendReplacements(nil, nil, m.text, &res)
				r.Detector().DetectInto(&res, string(out))
				for _, s := range res.Spans {
					if s.Vague || s.Type == identifiers.Facility || s.Type == identifiers.Age && name == "safe harbor" || allowed(reps, s) {
						continue
					}
					again++
				}
			}
			t.Logf("%d identifiers, %d found again (%.2f %%)", before, again, 100*float64(again)/float64(before))
			require.LessOrEqual(t, float64(again)/float64(before), limit)
		})
	}
}

// allowed reports what OpGeneralize put: Safe Harbor lets it stand.
func allowed(reps []Replacement, s identifiers.Span) bool {
	for _, x := range reps {
		if x.Operator == OpGeneralize && s.Start >= x.NewStart && s.End <= x.NewEnd {
			return true
		}
	}
	return false
}
