package trail

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Format is a format of Export.
type Format string

const (
	// Lines are the lines of the chain as they are.
	Lines Format = "jsonl"
	// CSV is a table with a head.
	CSV Format = "csv"
	// FHIR are FHIR R4 AuditEvents, one a line (application/fhir+ndjson).
	FHIR Format = "fhir"
)

// ParseFormat gives the format with this name.
func ParseFormat(name string) (Format, error) {
	switch f := Format(name); f {
	case Lines, CSV, FHIR:
		return f, nil
	}
	return "", errors.New("trail: format: it is fhir, csv or jsonl")
}

// Export writes the trail from a time to another; the zero times bound nothing.
// It says how many lines it wrote.
func (t *Trail) Export(ctx context.Context, w io.Writer, f Format, from, to time.Time) (n int, err error) {
	out := bufio.NewWriter(w)
	write, flush := writer(out, f)
	for r, err := range t.Records(ctx, from, to) {
		if err != nil {
			return n, err
		}
		if err := write(&r); err != nil {
			return n, err
		}
		n++
	}
	if err := flush(); err != nil {
		return n, err
	}
	return n, out.Flush()
}

func writer(out *bufio.Writer, f Format) (write func(*Record) error, flush func() error) {
	nothing := func() error { return nil }
	switch f {
	case CSV:
		c := csv.NewWriter(out)
		c.Write(head) // its error stays and comes with Flush
		return func(r *Record) error { return c.Write(row(r)) }, func() error { c.Flush(); return c.Error() }
	case FHIR:
		e := json.NewEncoder(out)
		return func(r *Record) error { return e.Encode(auditEvent(r)) }, nothing
	}
	return func(r *Record) error { _, err := out.WriteString(r.line); return err }, nothing
}

var head = []string{"seq", "time", "actor", "outcome", "refused", "action", "direction", "verdict", "types", "health_score", "categories", "sensitivity",
	"policy", "policy_version", "rule", "raised_by", "resource", "library", "hash"}

func row(r *Record) []string {
	e := &r.Event
	return []string{strconv.FormatUint(r.Seq, 10), e.Time.Format(time.RFC3339Nano), e.Actor, e.Outcome, strconv.FormatBool(r.Refused()), e.Action, e.Direction, e.Verdict,
		counts(e.Types), strconv.FormatFloat(e.Score, 'f', -1, 32), strings.Join(e.Categories, " "), strings.Join(e.Sensitivity, " "),
		e.Policy, e.PolicyVersion, e.Rule, e.Raised, e.Resource, e.Library, r.Hash}
}

// counts gives "name:1 phone:2", sorted.
func counts(types map[string]int) string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(types)) {
		out = append(out, fmt.Sprintf("%s:%d", name, types[name]))
	}
	return strings.Join(out, " ")
}
