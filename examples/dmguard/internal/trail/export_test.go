package trail_test

import (
	"bytes"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/dbtest"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/audit"
)

// exported has three lines: a decision, a read, and a refused read a day later.
func exported(t *testing.T) *trail.Trail {
	t.Helper()
	d, _ := dbtest.Open(t)
	tr := dbtest.Trail(t, d)
	r := phi.Detect("hi its dana whitfield, can i move my diabetes check to friday? 202-555-0147")
	var p phi.Policy
	e := audit.Of(p.Decide(r.Facts(), phi.FromPatient))
	e.Count(&r)
	e.Time, e.Actor, e.Outcome = noon, trail.System, "redirected"
	require.NoError(t, d.Write(t.Context(), func(tx *sql.Tx) error {
		require.NoError(t, tr.Append(tx, "m1", e))
		require.NoError(t, tr.Add(tx, trail.Entry{At: noon, Actor: "cleo", What: "vault-read", Resource: "m1"}))
		return tr.Add(tx, trail.Entry{At: noon.AddDate(0, 0, 1), Actor: "fay", What: "vault-read", Resource: "m2", Refused: true})
	}))
	return tr
}

func export(t *testing.T, f trail.Format, from, to time.Time) string {
	t.Helper()
	var b bytes.Buffer
	n, err := exported(t).Export(t.Context(), &b, f, from, to)
	require.NoError(t, err)
	require.Equal(t, n, strings.Count(b.String(), "\n")-map[trail.Format]int{trail.CSV: 1}[f])
	require.NotContains(t, strings.ToLower(b.String()), "whitfield")
	return b.String()
}

func TestExportCSV(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(export(t, trail.CSV, time.Time{}, time.Time{}))).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 4)
	require.Equal(t, []string{"1", "2026-03-02T12:00:00Z", "dmguard", "redirected", "false", "redirect", "from_patient", "phi"}, rows[1][:8])
	require.Contains(t, rows[1][8], "name:1 phone:1")
	require.Equal(t, []string{"fay", "vault-read", "true"}, rows[3][2:5])
	require.Equal(t, rows[1][16], rows[2][16], "both are about m1")
	require.NotEqual(t, rows[2][16], rows[3][16])
}

func TestExportFHIR(t *testing.T) {
	var events []map[string]any
	for line := range strings.Lines(export(t, trail.FHIR, noon, noon.AddDate(0, 0, 2))) {
		var e map[string]any
		require.NoError(t, json.Unmarshal([]byte(line), &e))
		events = append(events, e)
	}
	require.Len(t, events, 3)
	for _, e := range events {
		// the elements that R4 asks for
		require.Equal(t, "AuditEvent", e["resourceType"])
		require.NotEmpty(t, e["type"].(map[string]any)["code"])
		_, err := time.Parse(time.RFC3339, e["recorded"].(string))
		require.NoError(t, err)
		require.Contains(t, e["agent"].([]any)[0], "requestor")
		require.Contains(t, e["source"], "observer")
	}
	require.Equal(t, "E", events[0]["action"])
	require.Equal(t, "R", events[1]["action"])
	require.Equal(t, "0", events[1]["outcome"])
	require.Equal(t, "4", events[2]["outcome"])
}

// TestExportLines shows that the lines are those of the chain, which is keyed.
func TestExportLines(t *testing.T) {
	lines := export(t, trail.Lines, time.Time{}, time.Time{})
	_, err := audit.Verify(strings.NewReader(lines), nil)
	require.ErrorIs(t, err, audit.ErrChanged, "without the key they do not verify")
	require.Equal(t, 2, strings.Count(export(t, trail.Lines, noon, noon.AddDate(0, 0, 1)), "\n"))
}

func TestOf(t *testing.T) {
	tr := exported(t)
	var got []string
	for r, err := range tr.Of(t.Context(), "m1") {
		require.NoError(t, err)
		got = append(got, r.Event.Actor)
	}
	require.Equal(t, []string{"dmguard", "cleo"}, got)
}

func TestParseFormat(t *testing.T) {
	for _, name := range []string{"fhir", "csv", "jsonl"} {
		f, err := trail.ParseFormat(name)
		require.NoError(t, err)
		require.EqualValues(t, name, f)
	}
	_, err := trail.ParseFormat("xml")
	require.ErrorContains(t, err, "fhir, csv or jsonl")
}
