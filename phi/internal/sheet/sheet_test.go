package sheet

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

func redactor(t *testing.T, op phi.Operator) *phi.Redactor {
	t.Helper()
	r, err := phi.NewRedactor(nil, phi.RedactPolicy{Default: phi.Treatment{Operator: op}})
	require.NoError(t, err)
	return r
}

func redactJSON(t *testing.T, src string, names bool) string {
	t.Helper()
	var s Sheet
	r := redactor(t, phi.OpNumber)
	require.NoError(t, s.AddJSON([]byte(src), 0, "", NewKeys(nil, []string{"trace_id"}), names))
	s.Find(r.Detector())
	s.Redact(r)
	out := AppendSource(&s, nil, []byte(src), 0, s.Len())
	require.True(t, json.Valid(out))
	return string(out)
}

func TestJSON(t *testing.T) {
	for src, want := range map[string]string{
		`{"firstName":"Zyx","note":"hi its dana whitfield"}`:     `{"firstName":"[NAME_1]","note":"hi its [NAME_2]"}`,
		`{"a": "its Dana Whitfield", "b": ["bye\n\u0044ana" ] }`: `{"a": "its [NAME_1]", "b": ["bye\n[NAME_1.2]" ] }`,
		`{"phone":2025550147,"zip_code":62704,"n":200}`:          `{"phone":"[PHONE_1]","zip_code":"[POSTAL_CODE_1]","n":200}`,
		`{"patient":{"name":"Qwertz"},"name":"worker"}`:          `{"patient":{"name":"[NAME_1]"},"name":"worker"}`,
		`{"trace_id":"202-555-0147","mrn":"X"}`:                  `{"trace_id":"202-555-0147","mrn":"[MEDICAL_RECORD_NUMBER_1]"}`,
		`{"dob":"","email":"[EMAIL]","ssn":"[SSN_1]"}`:           `{"dob":"","email":"[EMAIL]","ssn":"[LABEL_1]"}`,
		`{"dana@example.com":1}`:                                 `{"dana@example.com":1}`,
	} {
		require.Equal(t, want, redactJSON(t, src, false))
	}
	require.Equal(t, `{"[EMAIL_1]":1}`, redactJSON(t, `{"dana@example.com":1}`, true))
}

func TestBase64IsLeftWhole(t *testing.T) {
	src := `{"email":"dana@example.com","data":"` + strings.Repeat("iVBO1234Rw0KGgo5678+", 20) + `=="}`
	got := redactJSON(t, src, false)
	require.Equal(t, strings.Replace(src, "dana@example.com", "[EMAIL_1]", 1), got)
}

func TestForm(t *testing.T) {
	var s Sheet
	r := redactor(t, phi.OpLabel)
	k := NewKeys(nil, nil)
	src := "a=1&msg=its+dana+whitfield&patient_name=Q%20X&&202-555-0147&bad=%zz&e=dana%40example.com"
	s.AddForm(src, k, false)
	s.Find(r.Detector())
	require.True(t, s.Redact(r))
	out := string(AppendSource(&s, nil, src, 0, s.Len()))
	require.Equal(t, "a=1&msg=its+%5BNAME%5D&patient_name=%5BNAME%5D&&%5BPHONE%5D&bad=%zz&e=%5BEMAIL%5D", out)
	_, err := url.ParseQuery(strings.Replace(out, "bad=%zz", "", 1))
	require.NoError(t, err)
}

func TestTypedKeysRaiseTheVerdict(t *testing.T) {
	d := phi.New(nil)
	for _, c := range []struct {
		key  string
		text string
		want phi.Verdict
	}{
		{"patientName", "status ok", phi.Identifier},
		{"patientName", "she has had chest pain since monday and takes metformin", phi.PHI},
		{"postcode", "status ok", phi.None},
		{"other", "status ok", phi.None},
	} {
		var s Sheet
		typ, _ := NewKeys(nil, nil).Of("", c.key)
		s.Add("", identifiers.NoType, c.text)
		s.Add("x", typ, "Qq")
		s.Find(d)
		require.Equal(t, c.want, s.Result.Verdict, c)
	}
}

func TestKeys(t *testing.T) {
	k := NewKeys(map[string]identifiers.Type{"Customer-No": identifiers.AccountNumber, "email": identifiers.NoType}, nil)
	for key, want := range map[string]identifiers.Type{
		"customer_no": identifiers.AccountNumber, "email": identifiers.NoType, "PatientName": identifiers.Name, "date_of_birth": identifiers.DateOfBirth,
		"": identifiers.NoType, strings.Repeat("k", 500): identifiers.NoType,
	} {
		got, keep := k.Of("", key)
		require.Equal(t, want, got)
		require.False(t, keep)
	}
}

func TestLabelled(t *testing.T) {
	for _, s := range []string{"[NAME]", "[NAME_1]", "[DATE_OF_BIRTH_1.2]", "[PHONE:tkqv]"} {
		require.True(t, labelled(s), s)
	}
	for _, s := range []string{"", "[]", "[DANA]", "[name]", "[NAME DANA]", "[NAME_DANA]", "[NAME:DANA]", "NAME", "[PHONE2025550147]"} {
		require.False(t, labelled(s), s)
	}
}
