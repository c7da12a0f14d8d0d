package phi

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
)

// cutting gives a Detector that reads in small parts.
func cutting(window, ahead, behind int) *Detector {
	d := New(nil)
	d.cuts = segments{window, ahead, behind}
	return d
}

const filler = "the waiting room was warm and the tea was good. "

func TestLongTextFindsWhatStandsAtACut(t *testing.T) {
	whole := New(nil)
	d := cutting(1000, 200, 150)
	const told = "call Marisol Venn on 202-555-0143 about the biopsy"
	for at := 650; at < 900; at++ { // the first cut falls in between
		text := strings.Repeat("x", at%7) + " " + strings.Repeat(filler, 40)[:at] + told + strings.Repeat(" "+filler, 30)
		want, got := whole.Detect(text), d.Detect(text)
		require.Equal(t, want.Spans, got.Spans, "%d", at)
		require.Equal(t, PHI, got.Verdict, "%d", at)
	}
}

func TestLongTextJoinsIdentityAndHealth(t *testing.T) {
	text := "Patient: Marisol Venn\n" + strings.Repeat(filler, 2000) + "\nShe has type 2 diabetes and was told so on Monday."
	require.Greater(t, len(text), 2*window)
	r := Detect(text)
	require.Equal(t, PHI, r.Verdict)
	require.Equal(t, identifiers.Name, r.Spans[0].Type)
	require.NotEmpty(t, r.Health.Evidence)
	require.Greater(t, r.Health.Evidence[0].Start, len(text)-60)
}

func TestLongTableKeepsItsHeader(t *testing.T) {
	var b strings.Builder
	b.WriteString("mrn,last,first,dob,visits\n")
	const rows = 4000
	for i := range rows {
		fmt.Fprintf(&b, "%07d,Venn,Marisol,19%02d-03-%02d,%d\n", 4000000+i*37, 40+i%50, 1+i%28, i%9)
	}
	require.Greater(t, b.Len(), 3*window)
	counts := map[identifiers.Type]int{}
	for _, s := range Detect(b.String()).Spans {
		counts[s.Type]++
	}
	require.InDelta(t, rows, counts[identifiers.MedicalRecordNumber], 3)
	require.InDelta(t, rows, counts[identifiers.DateOfBirth], 3)
}

func TestLongTextWithoutAPlaceToCut(t *testing.T) {
	for _, piece := range []string{"a", "7", "é", "\xff", "1-", "a.", "@", "日"} {
		text := strings.Repeat(piece, 3*window/len(piece))
		r := Detect(text)
		last := 0
		for _, s := range r.Spans {
			require.GreaterOrEqual(t, s.Start, last)
			require.Greater(t, s.End, s.Start)
			last = s.End
		}
		require.LessOrEqual(t, last, len(text))
	}
}

func TestMoodHoldsOfTheWholeOnly(t *testing.T) {
	evidence := []Evidence{{Start: 1, End: 2}}
	denied := Result{Health: Health{Evidence: evidence, Signals: SignalNegated}}
	stated := Result{Health: Health{Evidence: evidence}}
	silent := Result{}
	for _, c := range []struct {
		parts []*Result
		want  Signal
	}{
		{[]*Result{&denied, &silent, &denied}, SignalNegated},
		{[]*Result{&silent, &denied}, SignalNegated},
		{[]*Result{&denied, &stated}, 0},
		{[]*Result{&stated, &denied}, 0},
	} {
		var r Result
		for _, p := range c.parts {
			r.add(p)
		}
		require.Equal(t, c.want, r.Health.Signals)
	}
}
