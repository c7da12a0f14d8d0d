package structured

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

func TestSamplesHoldNothingAfterwards(t *testing.T) {
	for name, f := range samples {
		t.Run(name, func(t *testing.T) {
			src := sample(t, name)
			for policy, p := range map[string]phi.RedactPolicy{"label": {}, "number": {Default: phi.Treatment{Operator: phi.OpNumber}}, "mask": {Default: phi.Treatment{Operator: phi.OpMask}},
				"hash": {Default: phi.Treatment{Operator: phi.OpHash}, Key: testKey}} {
				s := scannerOf(t, Options{}, p)
				out, rep, err := s.Redact(nil, f, src)
				require.NoError(t, err)
				requireNothingLeft(t, string(out))
				require.Equal(t, phi.PHI, rep.Verdict)
				require.Positive(t, rep.Replaced)
				if policy == "label" {
					require.Equal(t, string(out), redacted(t, s, f, string(out)), "redacted twice")
				}
			}
		})
	}
}

func TestDetectFindsWhatRedactFinds(t *testing.T) {
	for name, f := range samples {
		src := sample(t, name)
		s := scannerOf(t, Options{}, phi.RedactPolicy{})
		_, want, err := s.Redact(nil, f, src)
		require.NoError(t, err)
		got, err := s.Detect(f, src)
		require.NoError(t, err)
		require.Equal(t, want.Findings, got.Findings)
		require.Equal(t, want.Objects, got.Objects)
		require.Zero(t, got.Replaced)
		for _, x := range got.Findings {
			require.True(t, x.Start < x.End && x.End <= int64(len(src)))
		}
	}
}

func TestCopyIsRedact(t *testing.T) {
	for name, f := range samples {
		src := sample(t, name)
		s := scannerOf(t, Options{}, phi.RedactPolicy{Default: phi.Treatment{Operator: phi.OpNumber}})
		want, rep, err := s.Redact(nil, f, src)
		require.NoError(t, err)
		for _, r := range []io.Reader{bytes.NewReader(src), iotest.OneByteReader(bytes.NewReader(src)), iotest.DataErrReader(bytes.NewReader(src))} {
			var out bytes.Buffer
			var found []Finding
			got, err := s.Copy(&out, r, f, func(x Finding) { found = append(found, x) })
			require.NoError(t, err)
			require.Equal(t, string(want), out.String())
			require.Equal(t, rep.Findings, found)
			require.Empty(t, got.Findings)
			require.Equal(t, rep.Verdicts, got.Verdicts)
			require.Equal(t, rep.Counts, got.Counts)
		}
	}
}

func TestCopyPassesErrorsOn(t *testing.T) {
	broken := errors.New("broken")
	s := scannerOf(t, Options{}, phi.RedactPolicy{})
	for name, f := range samples {
		src := sample(t, name)
		_, err := s.Copy(io.Discard, io.MultiReader(bytes.NewReader(src[:len(src)/2]), iotest.ErrReader(broken)), f, nil)
		require.ErrorIs(t, err, broken, name)
		_, err = s.Copy(failing{broken}, bytes.NewReader(src), f, nil)
		require.ErrorIs(t, err, broken, name)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestErrorsSayWhereAndHoldNothing(t *testing.T) {
	s := scannerOf(t, Options{MaxDepth: 3, MaxBytes: 200, CSV: CSVOptions{Strict: true}}, phi.RedactPolicy{})
	for _, c := range []struct {
		f      Format
		src    string
		kind   error
		offset int64
		record int
	}{
		{JSON, `{"name":"Dana Whitfield"`, ErrSyntax, 24, 0},
		{JSON, `{"name":"Dana Whitfield",}`, ErrSyntax, 25, 0},
		{JSON, `{"name":"Dana` + "\x01" + `"}`, ErrSyntax, 13, 0},
		{JSON, `{"name":"Dana` + "\xff" + `"}`, ErrSyntax, 13, 0},
		{JSON, `{"name":"Dana\x"}`, ErrSyntax, 13, 0},
		{JSON, `[01]`, ErrSyntax, 2, 0},
		{JSON, `[1 2]`, ErrSyntax, 3, 0},
		{JSON, ``, ErrSyntax, 0, 0},
		{JSON, `1 2`, ErrSyntax, 2, 0},
		{JSON, `[[[[1]]]]`, ErrDepth, 3, 0},
		{JSON, strings.Repeat(" ", 201), ErrSize, 200, 0},
		{JSONLines, "{}\n{\"Dana\n", ErrSyntax, 9, 2},
		{JSONLines, "{}\n" + strings.Repeat("1", 201), ErrSize, 203, 2},
		{FHIR, `["Dana"]`, ErrSyntax, 0, 0},
		{FHIR, `{"resourceType":"Patient","id":"a","id":"b"}`, ErrDuplicate, 36, 0},
		{HL7, "PID|1\r", ErrSyntax, 0, 0},
		{HL7, "MSH|^~\\&|A\rDana Whitfield\r", ErrSyntax, 11, 1},
		{HL7, "MSH|^^\\&|A\r", ErrSyntax, 0, 1},
		{HL7, "", ErrSyntax, 0, 0},
		{CSV, "name,phone\n\"Dana,202-555-0147\n", ErrSyntax, 11, 2},
		{CSV, "name,phone\nDana\n", ErrRow, 11, 2},
		{CSV, strings.Repeat("a", 201), ErrSize, 200, 1},
	} {
		out, _, err := s.Redact([]byte("kept"), c.f, []byte(c.src))
		require.ErrorIs(t, err, c.kind, c.src)
		require.Equal(t, "kept", string(out))
		var e *Error
		require.ErrorAs(t, err, &e)
		require.Equal(t, c.offset, e.Offset, c.src)
		require.Equal(t, c.record, e.Record, c.src)
		require.Equal(t, c.f, e.Format)
		require.NotContains(t, err.Error(), "Dana")
		require.NotContains(t, err.Error(), "Whitfield")
	}
}

func TestOptionsAreChecked(t *testing.T) {
	for field, o := range map[string]Options{
		"MaxDepth": {MaxDepth: -1}, "MaxBytes": {MaxBytes: -1}, "FHIR.Key": {FHIR: FHIROptions{Key: []byte("short")}}, "CSV.Comma": {CSV: CSVOptions{Comma: '"'}},
		"CSV.Sample": {CSV: CSVOptions{Sample: -1}}, "Keys": {Keys: map[string]identifiers.Type{"--": identifiers.Name}},
	} {
		_, err := New(o)
		require.ErrorIs(t, err, ErrOptions)
		require.ErrorContains(t, err, field)
	}
	s, err := New(Options{})
	require.NoError(t, err)
	_, _, err = s.Redact(nil, JSON, []byte("{}"))
	require.ErrorIs(t, err, ErrNoReplacer)
	_, err = s.Copy(io.Discard, strings.NewReader("{}"), JSON, nil)
	require.ErrorIs(t, err, ErrNoReplacer)
	_, err = s.Detect(Format(99), nil)
	require.ErrorIs(t, err, ErrFormat)
}

func TestFormatNames(t *testing.T) {
	for f := JSON; f <= TSV; f++ {
		b, err := f.MarshalText()
		require.NoError(t, err)
		var g Format
		require.NoError(t, g.UnmarshalText(b))
		require.Equal(t, f, g)
	}
	var f Format
	require.ErrorIs(t, f.UnmarshalText([]byte("xml")), ErrFormat)
}

func TestReportHoldsNoValues(t *testing.T) {
	for name, f := range samples {
		s := scannerOf(t, Options{}, phi.RedactPolicy{})
		rep, err := s.Detect(f, sample(t, name))
		require.NoError(t, err)
		b, err := json.Marshal(rep)
		require.NoError(t, err)
		for i, x := range secrets {
			require.False(t, len(x) > 4 && strings.Contains(string(b), x), "%s: secret %d", name, i)
		}
		require.Contains(t, string(b), `"verdict":"phi"`)
	}
}

func TestRolesReachThePolicy(t *testing.T) {
	p := phi.RedactPolicy{Rules: []phi.RedactRule{{Roles: []identifiers.Role{identifiers.RoleProvider}, Treatment: phi.Treatment{Operator: phi.OpKeep}}}}
	s := scannerOf(t, Options{}, p)
	require.JSONEq(t, `{"patientName":"[NAME]","attendingPhysician":"Ngozi Okafor"}`, redacted(t, s, JSON, `{"patientName":"Dana Whitfield","attendingPhysician":"Ngozi Okafor"}`))
	require.Contains(t, redacted(t, s, HL7, string(sample(t, "oru.hl7"))), "|1234567893^Okafor^Ngozi^^^Dr|")
}
