package answer

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
)

const message = "hi its dana whitfield, dob 03/14/1988. the rash is back, call 202-555-0147"

// cut gives the UTF-16 units of a text that a browser's slice would.
func cut(text string, start, end int) string {
	return string(utf16.Decode(utf16.Encode([]rune(text))[start:end]))
}

func read(t *testing.T, text, redaction string) *Answer {
	t.Helper()
	a, err := New().Answer(text, redaction)
	require.NoError(t, err)
	return a
}

func TestAnswer(t *testing.T) {
	a := read(t, message, Label)
	require.Equal(t, "phi", a.Verdict)
	require.Contains(t, a.Means, "identifies a person")
	require.Contains(t, a.Reasons, "the health is that of who is identified")
	require.Greater(t, a.Score, 0.5)
	require.Equal(t, len(message), a.Bytes)
	require.Positive(t, a.Micros)
	require.Positive(t, a.Runs)
	found := map[string]string{}
	for _, s := range a.Spans {
		found[s.Type] = cut(message, s.Start, s.End)
		require.Contains(t, s.Why, "matcher ")
		require.NotContains(t, s.Why, "dana")
	}
	require.Equal(t, map[string]string{"name": "dana whitfield", "date of birth": "03/14/1988", "phone": "202-555-0147"}, found)
	require.NotEmpty(t, a.Health)
}

// Each letter before the name takes one, two, three or four bytes and one or
// two UTF-16 units; bytes that are no UTF-8 are one unit each.
func TestOffsetsAreUTF16(t *testing.T) {
	for _, before := range []string{"", "é ", "… ", "😬 ", "👩‍⚕️ 日本 ", "\xff\xfe "} {
		text := before + message + " 💉💊"
		a := read(t, text, Label)
		got := []string{}
		for _, s := range a.Spans {
			got = append(got, cut(text, s.Start, s.End))
		}
		require.Contains(t, got, "dana whitfield", "%q", before)
		require.Contains(t, got, "202-555-0147", "%q", before)
		words := []string{}
		for _, w := range a.Health {
			words = append(words, cut(text, w.Start, w.End))
		}
		require.Contains(t, strings.Join(words, " "), "rash", "%q", before)
	}
}

func TestCounterGoesBackToo(t *testing.T) {
	text := "a😬é\xffz"
	c := counter{text: text}
	for _, p := range [][2]int{{8, 5}, {0, 0}, {5, 3}, {1, 1}, {9, 6}, {7, 4}} {
		require.Equal(t, p[1], c.at(p[0]), p)
	}
}

func TestMarksAreInOrderAndApart(t *testing.T) {
	text := strings.Repeat(message+". my son's asthma clinic is at Leeds General on 12/03/2021 💊. ", 20)
	a := read(t, text, Label)
	require.NotEmpty(t, a.Marks)
	kinds := map[string]int{}
	end := 0
	for _, m := range a.Marks {
		require.GreaterOrEqual(t, m.Start, end)
		require.Greater(t, m.End, m.Start)
		require.NotEmpty(t, m.Name)
		end = m.End
		kinds[m.Kind]++
	}
	require.Equal(t, len(a.Spans), kinds["identifier"])
	require.Positive(t, kinds["health"])
}

func TestMarksPreferIdentifiers(t *testing.T) {
	spans := []Span{{Start: 5, End: 10, Type: "name", Letter: "A"}, {Start: 30, End: 40, Type: "ssn", Letter: "G"}}
	words := []Word{{Start: 0, End: 3, Category: "drug"}, {Start: 4, End: 6, Category: "drug"}, {Start: 12, End: 14, Category: "test"}, {Start: 39, End: 44, Category: "drug"}}
	got := []string{}
	for _, m := range marks(spans, words) {
		got = append(got, m.Kind+" "+m.Name+" "+m.Group)
	}
	require.Equal(t, []string{"health drug health", "identifier name name", "health test health", "identifier ssn number"}, got)
}

func TestRedactions(t *testing.T) {
	for redaction, want := range map[string]string{
		Label:      "hi its [NAME], dob [DATE_OF_BIRTH]. the rash is back, call [PHONE]",
		Number:     "hi its [NAME_1], dob [DATE_OF_BIRTH_1]. the rash is back, call [PHONE_1]",
		Mask:       "hi its **** *********, dob **/**/****. the rash is back, call ***-***-****",
		SafeHarbor: "hi its [NAME], dob 1988. the rash is back, call [PHONE]",
	} {
		require.Equal(t, want, read(t, message, redaction).Redacted, redaction)
	}
	_, err := New().Answer(message, "shred")
	require.ErrorContains(t, err, "safe-harbor")
	require.NotContains(t, err.Error(), "dana")
}

// What is found nowhere is an empty array in JSON, which a page can walk.
func TestEmptyText(t *testing.T) {
	b, err := json.Marshal(read(t, "", Label))
	require.NoError(t, err)
	for _, member := range []string{`"spans":[]`, `"health":[]`, `"marks":[]`, `"reasons":[]`, `"verdict":"none"`} {
		require.Contains(t, string(b), member)
	}
}

func TestVerdictsHaveMeanings(t *testing.T) {
	seen := map[string]bool{}
	for text, verdict := range map[string]string{
		message:                          "phi",
		"email me at dana@example.com":   "identifier",
		"do you treat migraines?":        "health",
		"is there parking at the front?": "none",
	} {
		a := read(t, text, Label)
		require.Equal(t, verdict, a.Verdict)
		require.False(t, seen[a.Means])
		seen[a.Means] = true
	}
}
