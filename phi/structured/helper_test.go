package structured

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/phi"
)

var testKey = phi.Key("a key for tests, of forty letters or so")

func scannerOf(t testing.TB, o Options, p phi.RedactPolicy) *Scanner {
	t.Helper()
	if p.Year == 0 {
		p.Year = 2026
	}
	r, err := phi.NewRedactor(nil, p)
	require.NoError(t, err)
	o.Replacer = r
	s, err := New(o)
	require.NoError(t, err)
	return s
}

func redacted(t testing.TB, s *Scanner, f Format, src string) string {
	t.Helper()
	out, _, err := s.Redact(nil, f, []byte(src))
	require.NoError(t, err)
	return string(out)
}

func sample(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	require.NoError(t, err)
	return b
}

var samples = map[string]Format{"intake.json": JSON, "messages.jsonl": JSONLines, "patient.fhir.json": FHIR, "oru.hl7": HL7, "visits.csv": CSV}

// secrets are what must not be left of the samples.
var secrets = []string{"Whitfield", "whitfield", "Dana", "Ruth", "0147", "0163", "123456789", "123-45-6789", "00731944", "731944,", "1985", "Orchard", "Springfield", "62704", "XKP4471820",
	"dana@", "Okafor", "Mensah", "Nakamura", "20417733", "A7731", "4472", "554120", "iVBOR", "JVBERi"}

func requireNothingLeft(t testing.TB, out string) {
	t.Helper()
	for i, s := range secrets {
		require.False(t, strings.Contains(out, s), "secret %d is left", i)
	}
}
