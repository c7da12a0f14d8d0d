package phi

import (
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

var mark = regexp.MustCompile(`⟦[a-z_]+\??\|([^⟦⟧]*)⟧`)

// fuzzing reports that inputs are searched for, not only the seeds run. Each
// seed then costs ten milliseconds before the search begins.
func fuzzing() bool {
	x := flag.Lookup("test.fuzz")
	return x != nil && x.Value.String() != ""
}

// seedTexts gives the texts of the case files of package identifiers, every
// few messages of the corpus that are not held out, and odd bytes; while
// fuzzing an eighth of them.
func seedTexts(f *testing.F, every int) []string {
	f.Helper()
	var out []string
	few := 1
	if fuzzing() {
		few = 8
	}
	add := func(text string) { out = append(out, mark.ReplaceAllString(text, "$1")) }
	cases, err := filepath.Glob("../identifiers/testdata/*.txt")
	require.NoError(f, err)
	require.NotEmpty(f, cases)
	for _, path := range cases {
		b, err := os.ReadFile(path)
		require.NoError(f, err)
		for i, line := range strings.Split(string(b), "\n") {
			if line != "" && line[0] != '#' && i%few == 0 {
				add(strings.ReplaceAll(strings.TrimPrefix(line, "- "), `\n`, "\n"))
			}
		}
	}
	files, err := filepath.Glob("../testdata/corpus/*.jsonl")
	require.NoError(f, err)
	for _, path := range files {
		if filepath.Base(path) == "held.jsonl" {
			continue
		}
		b, err := os.ReadFile(path)
		require.NoError(f, err)
		for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
			var m struct {
				Text     string
				Messages []struct{ Text string }
			}
			require.NoError(f, json.Unmarshal([]byte(line), &m), "%s:%d", path, i+1)
			if i%(every*few) != 0 {
				continue
			}
			add(m.Text)
			for _, t := range m.Messages {
				add(t.Text)
			}
		}
	}
	return append(out, "", "\x00", "\xff\xfe", "caf\xc3", "e\u0301\u0302", "a\u200b@b.c", "👩🏽\u200d⚕️ 7️⃣", "PID|1||7^^^X||A^B\r", "a,b,c\n1,2,3", "ＭＲＮ １２３４５６")
}

// FuzzDetect: no panic, a sound result, the same again from a detector that
// has read other texts into a Result that held another; and no panic and a
// sound result from one that reads in small parts.
func FuzzDetect(f *testing.F) {
	for _, s := range seedTexts(f, 6) {
		f.Add(s)
	}
	used, parts := New(nil), cutting(200, 60, 40)
	var r Result
	f.Fuzz(func(t *testing.T, text string) {
		first := Detect(text)
		checkStrictly(t, text, &first)
		used.DetectInto(&r, "Dana Whitfield, 202-555-0147, diabetes")
		used.DetectInto(&r, text)
		if string(r.AppendJSON(nil, "")) != string(first.AppendJSON(nil, "")) {
			t.Fatal("two runs differ")
		}
		require.True(t, json.Valid(r.AppendJSON(nil, text)))
		parts.DetectInto(&r, text)
		checkStrictly(t, text, &r)
	})
}

// checkStrictly is check with stray bytes counted as runes of one byte.
func checkStrictly(t *testing.T, text string, r *Result) {
	t.Helper()
	check(t, text, r)
	bounds := make([]bool, len(text)+1)
	for i := 0; i < len(text); {
		bounds[i] = true
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	bounds[len(text)] = true
	for _, s := range r.Spans {
		require.True(t, bounds[s.Start] && bounds[s.End], "a span cuts a rune")
	}
	for _, e := range r.Health.Evidence {
		require.True(t, bounds[e.Start] && bounds[e.End], "evidence cuts a rune")
	}
}

// FuzzRedact: no panic; what was valid UTF-8 stays so; numbered labels lead
// back to the text; the replacements tell what was done to it; and a stream in
// small pieces gives what the whole does.
func FuzzRedact(f *testing.F) {
	for i, s := range seedTexts(f, 20) {
		f.Add(s, i%2 == 0)
	}
	policy := RedactPolicy{Default: Treatment{Operator: OpNumber}}
	small, err := NewRedactor(cutting(400, 100, 80), policy)
	require.NoError(f, err)
	whole, err := NewRedactor(nil, policy)
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, text string, long bool) {
		if len(text) > 1<<13 {
			t.Skip("long texts only take longer")
		}
		r := whole
		if long {
			r = small
		}
		s := r.NewSession()
		out := s.Redact(text)
		if utf8.ValidString(text) {
			require.True(t, utf8.ValidString(out), "the redacted text is no UTF-8")
		}
		if !strings.Contains(text, "[") {
			require.True(t, s.Restore(out) == text, "the labels do not lead back")
		}
		res := r.Detector().Detect(text)
		replaced, reps := r.NewSession().AppendReplacements(nil, nil, text, &res)
		at, to := 0, 0
		for i, x := range reps {
			require.True(t, x.Start >= at && x.End >= x.Start && x.End <= len(text) && x.NewEnd-x.NewStart >= 0 && x.NewEnd <= len(replaced), "replacement %d", i)
			require.True(t, text[at:x.Start] == string(replaced[to:x.NewStart]), "what stands before replacement %d was changed", i)
			at, to = x.End, x.NewEnd
		}
		require.True(t, text[at:] == string(replaced[to:]), "what stands behind was changed")

		streamed, err := io.ReadAll(r.NewSession().NewReader(iotest.OneByteReader(strings.NewReader(text))))
		require.NoError(t, err)
		require.True(t, string(streamed) == out, "the stream gives another text than the whole")
	})
}
