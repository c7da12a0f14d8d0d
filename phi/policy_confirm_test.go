package phi

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

type replyCase struct {
	text     string
	confirms bool
}

func replyCases(t testing.TB, file string) []replyCase {
	t.Helper()
	b, err := os.ReadFile("testdata/" + file)
	require.NoError(t, err)
	var out []replyCase
	for _, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		text, fine := strings.CutPrefix(line, "- ")
		out = append(out, replyCase{strings.ReplaceAll(text, `\n`, "\n"), !fine})
	}
	return out
}

// scoreReplies gives precision and recall over the cases of a file. All of them
// are invented, so that wrong ones may be logged.
func scoreReplies(t *testing.T, file string, log bool) (precision, recall float64) {
	d := New(nil)
	var right, found, asked float64
	var r Result
	for _, c := range replyCases(t, file) {
		d.DetectInto(&r, c.text)
		got := d.Confirmation(c.text, &r)
		require.Equal(t, got.Confirms != 0, got.End > 0)
		if c.confirms {
			asked++
		}
		if got.Confirms != 0 {
			found++
			if c.confirms {
				right++
			}
		}
		if log && (got.Confirms != 0) != c.confirms {
			t.Logf("wanted %v, got %v %s: %s", c.confirms, got.Confirms.Names(), c.text[got.Start:got.End], c.text)
		}
	}
	return right / found, right / asked
}

func TestConfirmation(t *testing.T) {
	p, r := scoreReplies(t, "confirms.txt", true)
	t.Logf("precision %.3f, recall %.3f", p, r)
	require.GreaterOrEqual(t, p, 0.95)
	require.GreaterOrEqual(t, r, 0.95)
}

// The held-back replies were never used to build the detector.
func TestConfirmationHeldBack(t *testing.T) {
	p, r := scoreReplies(t, "confirms_held.txt", false)
	t.Logf("precision %.3f, recall %.3f", p, r)
	require.GreaterOrEqual(t, p, 0.95)
	require.GreaterOrEqual(t, r, 0.82)
}

func TestConfirmationPlaces(t *testing.T) {
	for text, want := range map[string]struct {
		confirms Confirms
		words    string
	}{
		"Hello! We can't discuss your visit here":      {ConfirmsVisit, "your visit"},
		"Ｗe reviewed… sorry about your bill":           {ConfirmsRecord, "your bill"},
		"Opening hours: 9 to 5.\nSee you Friday, José": {ConfirmsVisit, "See you"},
		"We take all feedback seriously":               {0, ""},
		"":                                             {0, ""},
	} {
		r := Detect(text)
		c := std.Confirmation(text, &r)
		require.Equal(t, want.confirms.Names(), c.Confirms.Names(), text)
		require.Equal(t, want.words, text[c.Start:c.End])
	}
}

func TestConfirmationOfHostileTexts(t *testing.T) {
	var r Result
	for name, text := range hostile {
		text = text[:min(len(text), 1<<18)]
		std.DetectInto(&r, text)
		c := std.Confirmation(text, &r)
		require.True(t, c.Start >= 0 && c.Start <= c.End && c.End <= len(text), name)
	}
}
