package structured

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/phi"
)

// shape is what must be the same of a JSON text before and after: its keys and
// the kinds of its values, a number standing for a string too.
func shape(t testing.TB, src []byte) []byte {
	nodes, bad := parseJSON(src, nil, 1<<20)
	require.Nil(t, bad)
	var out []byte
	for _, n := range nodes {
		kind := n.kind
		if kind == 0 {
			kind = '"'
		}
		out = append(append(out, kind), src[n.keyStart:n.keyEnd]...)
		out = append(out, ' ', byte(n.index), byte(n.index>>8), ' ')
	}
	return out
}

// redactAny redacts with labels and checks what holds for all formats.
func redactAny(t *testing.T, s *Scanner, f Format, src []byte) ([]byte, bool) {
	was := bytes.Clone(src)
	out, rep, err := s.Redact(nil, f, src)
	require.Equal(t, was, src)
	if err != nil {
		for _, w := range strings.Fields(string(src)) {
			require.False(t, len(w) > 12 && strings.Contains(err.Error(), w))
		}
		return nil, false
	}
	if rep.Replaced == 0 {
		require.Equal(t, string(src), string(out))
	}
	_, _, err = s.Redact(nil, f, out)
	require.NoError(t, err, "what comes out can be read again")
	return out, true
}

func FuzzJSON(f *testing.F) {
	for _, s := range []string{`{"name":"Dana Whitfield","ssn":123456789}`, `[1,2.50,-0,1e9,"a\u00e9\ud83d\ude00",null,true,{}]`, `{"a":"{\"mrn\":\"0073194\"}","a":[[]]}`,
		"\ufeff {\"dana@example.com\" : \"call 202-555-0147\\n\"} ", `{"first":"Dana","last":"Whitfield","note":"whitfield \u0041sks"}`, `"\ud800"`} {
		f.Add([]byte(s))
	}
	f.Add(sample(f, "intake.json"))
	s := scannerOf(f, Options{}, phi.RedactPolicy{})
	f.Fuzz(func(t *testing.T, src []byte) {
		plain := bytes.TrimPrefix(src, []byte("\ufeff"))
		out, ok := redactAny(t, s, JSON, src)
		if !ok {
			require.False(t, json.Valid(plain) && utf8.Valid(plain) && len(plain) < 200, "a valid text refused")
			return
		}
		require.True(t, json.Valid(bytes.TrimPrefix(out, []byte("\ufeff"))))
		require.Equal(t, shape(t, src), shape(t, out))
	})
}

func FuzzFHIR(f *testing.F) {
	f.Add(sample(f, "patient.fhir.json"))
	for _, s := range []string{`{"resourceType":"Patient","birthDate":"1985-03-12","_birthDate":{"id":"a"},"name":[{"given":["Dana",null]}]}`,
		`{"resourceType":"Basic","event":["2024-01-02","2024"],"text":{"div":"<div><p title='Dana Whitfield'>Dana &lt;<b>Whitfield</b></p><!-- 202-555-0147 --></div>"}}`} {
		f.Add([]byte(s))
	}
	s := scannerOf(f, Options{FHIR: FHIROptions{}}, phi.RedactPolicy{})
	f.Fuzz(func(t *testing.T, src []byte) {
		out, ok := redactAny(t, s, FHIR, src)
		if !ok {
			return
		}
		require.True(t, json.Valid(bytes.TrimPrefix(out, []byte("\ufeff"))))
		require.GreaterOrEqual(t, divs(t, out), divs(t, src))
	})
}

// divs counts the strings that are well-formed XHTML.
func divs(t testing.TB, src []byte) (n int) {
	nodes, bad := parseJSON(src, nil, 1<<20)
	require.Nil(t, bad)
	for _, x := range nodes {
		if x.kind == '"' {
			if s, _ := decodeJSON(src[x.start+1 : x.end-1]); strings.HasPrefix(s, "<div") && wellFormed(s) {
				n++
			}
		}
	}
	return n
}

// hl7Shape is the number of parts that each delimiter makes of a message.
func hl7Shape(src []byte) []int {
	d := delimiters{'|', '^', '~', '\\', '&'}
	var out []int
	for _, seg := range bytes.FieldsFunc(src, func(r rune) bool { return r == '\r' || r == '\n' }) {
		if x, ok := readDelimiters(seg); ok && heads(segmentName(seg)) {
			d = x
		}
		for _, c := range []byte{d.field, d.component, d.repetition, d.sub} {
			if c != 0 {
				out = append(out, bytes.Count(seg, []byte{c}))
			}
		}
	}
	return out
}

func FuzzHL7(f *testing.F) {
	f.Add(sample(f, "oru.hl7"))
	for _, s := range []string{"MSH|^~\\&|\rPID|||1~2^^^X^MR||A&B^C\r\n\nNTE|1||call \\X323032\\-555-0147\\", "\x0bMSH#*~\\&#\rZZ1#Dana Whitfield#\r\x1c\r", "MSH|^\rPID|1||007319||Dana Whitfield",
		"FHS|^~\\&|\rBHS|^~\\&|\rMSH|^~\\&|\rMSH|^~\\&|\r"} {
		f.Add([]byte(s))
	}
	s := scannerOf(f, Options{}, phi.RedactPolicy{})
	f.Fuzz(func(t *testing.T, src []byte) {
		if out, ok := redactAny(t, s, HL7, src); ok {
			require.Equal(t, hl7Shape(src), hl7Shape(out))
		}
	})
}

func FuzzCSV(f *testing.F) {
	f.Add(sample(f, "visits.csv"))
	for _, s := range []string{"a,b\n\"x\"\"y\",z\r\n,\n", "name;phone\n", "\"Dana \"\"Rose\"\" Whitfield\",202-555-0147\n\"a\"b,\"c\nd\"", "a\"b\"\"c,Dana Whitfield"} {
		f.Add([]byte(s))
	}
	s := scannerOf(f, Options{}, phi.RedactPolicy{})
	f.Fuzz(func(t *testing.T, src []byte) {
		out, ok := redactAny(t, s, CSV, src)
		if !ok {
			return
		}
		if want, err := rows(src); err == nil {
			got, err := rows(out)
			require.NoError(t, err)
			require.Equal(t, want, got)
		}
	})
}

// rows gives the number of cells of each row.
func rows(b []byte) (out []int, err error) {
	r := csv.NewReader(bytes.NewReader(b))
	r.FieldsPerRecord = -1
	all, err := r.ReadAll()
	for _, row := range all {
		out = append(out, len(row))
	}
	return out, err
}
