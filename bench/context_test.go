package bench

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// The measures of the package's doc: a text longer than readAtOnce is read in
// parts, and nothing further than that behind a span, or than lookBehind before
// the part it stands in, has a bearing on it.
const (
	readAtOnce = 32 << 10
	lookBehind = 512
)

// longTexts are joined messages of the corpus, a few parts long each.
func longTexts(t *testing.T) []string {
	t.Helper()
	var texts []string
	for _, m := range corpus(t) {
		texts = append(texts, m.Text)
	}
	var out []string
	n := 8
	if raceEnabled || testing.Short() {
		n = 2
	}
	for k := range n {
		out = append(out, Joined(texts[k*len(texts)/n:], 3*readAtOnce))
	}
	return out
}

// TestWhatFollowsFarBehindChangesNothing puts other text behind a long text and
// compares the spans that stand further than the window before it.
func TestWhatFollowsFarBehindChangesNothing(t *testing.T) {
	d := phi.New(nil)
	for k, text := range longTexts(t) {
		want := before(d.Detect(text).Spans, len(text)-readAtOnce)
		require.NotEmpty(t, want)
		for i, behind := range []string{"x", "\n\nname: Ana Cope, MRN 4471829", strings.Repeat("9", 5000), strings.Repeat("mrn,name,dob\n1,2,3\n", 4000), "\xff\xfe"} {
			got := before(d.Detect(text+behind).Spans, len(text)-readAtOnce)
			require.Equal(t, places(want), places(got), "text %d, behind it %d", k, i)
		}
	}
}

// TestWhatStandsFarBeforeChangesNothing puts different texts of one length
// before a place where a part begins, equal only in the bytes that are looked
// back on.
func TestWhatStandsFarBeforeChangesNothing(t *testing.T) {
	const first = 24 << 10 // in the half of the window where a part may end
	near := strings.Repeat("the garden looks green again after the rain. ", 20)[:lookBehind+100] + "\n\n"
	d := phi.New(nil)
	for k, text := range longTexts(t) {
		// without an empty line where the first part could end as well
		text = strings.ReplaceAll(text[:readAtOnce], "\n\n", "\n") + text[readAtOnce:]
		var want []identifiers.Span
		for i, far := range []string{"rain and rain. ", "Dr Ana Cope, MRN 4471829, my son Ben. ", "phone phone name. ", "7 ", "é\u200b. "} {
			far = strings.Repeat(far, first)
			cut := first - len(near)
			for cut > 0 && far[cut]&0xC0 == 0x80 {
				cut--
			}
			head := strings.Repeat(" ", first-len(near)-cut) + far[:cut] + near
			require.Len(t, head, first)
			got := d.Detect(head + text).Spans
			for len(got) > 0 && got[0].Start < first {
				got = got[1:]
			}
			if i == 0 {
				want = got
				require.NotEmpty(t, want)
			}
			require.Equal(t, places(want), places(got), "text %d, before it %d", k, i)
		}
	}
}

// before gives the spans that end at most at limit.
func before(spans []identifiers.Span, limit int) []identifiers.Span {
	for i := range spans {
		if spans[i].End > limit {
			return spans[:i]
		}
	}
	return spans
}

// place is what a failure may show of a span.
type place struct {
	Type       identifiers.Type
	Start, End int
	Score      float32
}

func places(spans []identifiers.Span) []place {
	out := make([]place, len(spans))
	for i, s := range spans {
		out[i] = place{s.Type, s.Start, s.End, s.Score}
	}
	return out
}
