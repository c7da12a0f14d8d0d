package bench

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// TestScore takes one message through every branch of the scorer; the figures
// are worked out by hand.
func TestScore(t *testing.T) {
	m := Message{
		Verdict: phi.PHI,
		Spans: []Gold{
			{Start: 0, End: 10, Type: identifiers.Name},                 // found, end wrong
			{Start: 20, End: 30, Type: identifiers.DateOfBirth},         // found exactly, as its family
			{Start: 40, End: 50, Type: identifiers.Phone},               // found as another type
			{Start: 60, End: 70, Type: identifiers.City},                // missed
			{Start: 80, End: 90, Type: identifiers.Age, Optional: true}, // found as another type
		},
		Health: []Gold{{Start: 100, End: 110}, {Start: 120, End: 130}, {Start: 140, End: 150, Optional: true}},
	}
	span := func(t identifiers.Type, start, end int) identifiers.Span {
		return identifiers.Span{Type: t, Start: start, End: end}
	}
	r := phi.Result{
		Verdict: phi.Identifier,
		Spans: []identifiers.Span{
			span(identifiers.Name, 2, 12), span(identifiers.Date, 20, 30), span(identifiers.Fax, 31, 35),
			span(identifiers.UniqueID, 40, 45), span(identifiers.Name, 85, 95), span(identifiers.Name, 200, 201),
		},
		Health: phi.Health{Evidence: []phi.Evidence{{Start: 100, End: 104}, {Start: 105, End: 112}, {Start: 140, End: 141}, {Start: 160, End: 161}}},
	}
	var s Score
	s.Add(&m, &r)

	require.Equal(t, Count{Found: 1, Any: 1, Wrong: 1}, s.Types[identifiers.Name])
	require.Equal(t, Count{Found: 1, Any: 1, Exact: 1}, s.Types[identifiers.Date])
	require.Equal(t, Count{Missed: 1, Any: 1, Wrong: 1}, s.Types[identifiers.Phone])
	require.Equal(t, Count{Wrong: 1}, s.Types[identifiers.UniqueID])
	require.Equal(t, Count{Missed: 1}, s.Types[identifiers.City])
	require.Equal(t, Count{}, s.Types[identifiers.Age])
	c := s.Typed()
	require.Equal(t, Count{Found: 2, Missed: 2, Wrong: 3, Exact: 1, Any: 3}, c)
	require.InDelta(t, 0.4, c.Precision(), 1e-9)
	require.InDelta(t, 0.5, c.Recall(), 1e-9)
	require.InDelta(t, 0.4/0.9, c.F1(), 1e-9)
	require.InDelta(t, 0.25, c.ExactRecall(), 1e-9)
	require.InDelta(t, 0.75, c.AnyRecall(), 1e-9)
	require.InDelta(t, 17.0/40, s.Leak(), 1e-9) // 2 of the name, 5 of the phone, 10 of the city
	require.Equal(t, 2000.0, s.SpuriousPerThousand())
	require.Equal(t, 0.5, s.HealthRecall())
	require.Equal(t, 0.75, s.HealthPrecision())
	require.Equal(t, 0.0, s.VerdictAccuracy())
	require.Equal(t, Count{Missed: 1}, s.PHI())

	s.Add(&Message{Verdict: phi.None}, &phi.Result{Verdict: phi.PHI})
	s.Add(&Message{Verdict: phi.PHI}, &phi.Result{Verdict: phi.PHI})
	require.InDelta(t, 1.0/3, s.VerdictAccuracy(), 1e-9)
	require.Equal(t, Count{Found: 1, Missed: 1, Wrong: 1}, s.PHI())
}

func TestMeasureKeepsHeldApart(t *testing.T) {
	messages := []Message{
		{ID: "a-1", File: "a", Verdict: phi.None}, {ID: "b-1", File: "b", Verdict: phi.PHI},
		{ID: "held-a-1", File: "a", Verdict: phi.PHI}, {ID: "held-c-1", File: "c", Verdict: phi.PHI},
	}
	board := Measure(messages, func(string) phi.Result { return phi.Result{} })
	var names []string
	for _, r := range board {
		names = append(names, r.Name)
	}
	require.Equal(t, []string{"a", "b", RowAll, RowHeld}, names)
	require.Equal(t, 1, board.Row("a").Messages)
	require.Equal(t, 2, board.Row(RowAll).Messages)
	require.Equal(t, 0.5, board.Row(RowAll).VerdictAccuracy())
	require.Equal(t, 2, board.Row(RowHeld).Messages)
	require.Nil(t, board.Row("c"))
}

func TestFloors(t *testing.T) {
	f := Floors{"all": {"recall": 0.9, "precision": 0.5, "gone": 0.1}}
	measured := Floors{"all": {"recall": 0.8994, "precision": 0.75}, "dm": {"recall": 0.005}}
	require.Equal(t, []string{
		"all gone: floor 0.100, but nothing was measured",
		"all recall: 0.8994 is below its floor 0.900",
		"dm recall: 0.0050 has no floor yet; this test with -raise sets it",
	}, f.Check(measured))

	require.Equal(t, 2, f.Raise(measured))
	require.Equal(t, Floors{"all": {"recall": 0.9, "precision": 0.74, "gone": 0.1}, "dm": {"recall": 0}}, f)
	require.Zero(t, f.Raise(measured))
}
