package phi

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
)

func numbered(t testing.TB) *Redactor {
	return redactorOf(t, RedactPolicy{Default: Treatment{Operator: OpNumber}, Key: testKey})
}

// names redacts names one by one, as AppendValue does for a field.
func names(s *Session, names ...string) string {
	var out []string
	for _, n := range names {
		out = append(out, string(s.AppendValue(nil, identifiers.Name, n)))
	}
	return strings.Join(out, " ")
}

func TestPeopleAreLinkedWithCare(t *testing.T) {
	for _, c := range []struct{ names, want string }{
		{"Dana Whitfield|dana whitfield|Dana|Whitfield, Dana|Dana Whitfield", "[NAME_1] [NAME_1.2] [NAME_1.3] [NAME_1.4] [NAME_1]"},
		{"Dana|Dana Whitfield|Whitfield", "[NAME_1] [NAME_1.2] [NAME_1.3]"},
		{"Dana Whitfield|Tom Whitfield|Whitfield|Dana", "[NAME_1] [NAME_2] [NAME_3] [NAME_1.2]"},
		{"Dana Whitfield|Dana Reyes|Dana|Dana Cole", "[NAME_1] [NAME_2] [NAME_3] [NAME_4]"},
		{"Margaret Ashworth|M. Ashworth|T. Ashworth", "[NAME_1] [NAME_1.2] [NAME_2]"},
		{"Dana Marie Whitfield|Dana Whitfield|WHITFIELD^DANA", "[NAME_1] [NAME_1.2] [NAME_1.3]"},
		{"D.|Dana Whitfield", "[NAME_1] [NAME_2]"},
		{"Zoë Bélanger|Zoe Belanger", "[NAME_1] [NAME_1.2]"},
	} {
		require.Equal(t, c.want, names(numbered(t).NewSession(), strings.Split(c.names, "|")...), c.names)
	}
}

func TestOneLabelForAllForms(t *testing.T) {
	r := redactorOf(t, RedactPolicy{Default: Treatment{Operator: OpNumber, OneLabel: true}})
	s := r.NewSession()
	require.Equal(t, "[NAME_1] [NAME_1] [NAME_2]", names(s, "Dana Whitfield", "dana", "Tom Okafor"))
	require.Equal(t, "Dana Whitfield", s.Restore("[NAME_1]"))
}

func TestRestoreOfTextWithLabels(t *testing.T) {
	for _, text := range []string{
		"[NAME_1] my name is Dana Whitfield, asthma [NAME_2]",
		"[[NAME_1]] [NAME_1.2] [NAME_01] [LABEL_1] my name is Dana Whitfield, and dana whitfield has asthma",
		"[NAME_1", "]", "[NAME_]", "[_1]", "[NAME_1.]", "[A_B_3.4] [NAME]",
	} {
		s := numbered(t).NewSession()
		red := s.Redact(text)
		require.NotContains(t, red, "Dana")
		require.Equal(t, text, s.Restore(red))
	}
	s := numbered(t).NewSession()
	s.Redact("my name is Dana Whitfield, asthma")
	require.Equal(t, "Dear Dana Whitfield, [NAME_2] and [PHONE_1] are not known", s.Restore("Dear [NAME_1], [NAME_2] and [PHONE_1] are not known"))
}

func TestSessionExportAndResume(t *testing.T) {
	r := numbered(t)
	s := r.NewSessionFor("patient 7")
	first := s.Redact("my name is Dana Whitfield, call 202-555-0147 about my asthma")
	s.Redact("its dana whitfield again, (202) 555-0147, asthma")
	export, err := s.Export()
	require.NoError(t, err)
	again, err := r.ResumeSession(export)
	require.NoError(t, err)
	require.Equal(t, s.Restore(first), again.Restore(first))
	require.Equal(t, "[NAME_1] [NAME_1.2] [NAME_2]", names(again, "Dana Whitfield", "dana whitfield", "Tom Okafor"))
	same, err := r.ResumeSession(export)
	require.NoError(t, err)
	b, err := same.Export()
	require.NoError(t, err)
	require.Equal(t, string(export), string(b))
	for _, bad := range []string{``, `{}`, `{"format":"other"}`, `{"format":"phidetect session 1","labels":[{"label":"Dana","text":"x"}]}`,
		`{"format":"phidetect session 1","labels":[{"label":"[NAME_1.2]","type":"name","text":"Dana"}]}`} {
		_, err := r.ResumeSession([]byte(bad))
		require.ErrorIs(t, err, ErrSessionExport)
		require.NotContains(t, err.Error(), "Dana")
	}
}

func TestSurrogatesAreConsistentAndReserved(t *testing.T) {
	r := redactorOf(t, RedactPolicy{Default: Treatment{Operator: OpSurrogate}, Key: testKey})
	s := r.NewSession()
	full := strings.Fields(names(s, "Dana Whitfield"))
	require.Equal(t, full[0]+" "+strings.ToUpper(full[0])+" "+strings.ToLower(full[1])+" "+full[0][:1]+". "+full[1], names(s, "Dana", "DANA", "whitfield", "D. Whitfield"))
	require.Equal(t, names(s, "Dana Whitfield"), names(r.NewSession(), "Dana Whitfield"), "in every session alike")
	for typ, c := range map[identifiers.Type]struct{ in, want string }{
		identifiers.Phone:      {"(202) 555-7788", `^\(\d{3}\) 555-01\d\d$`},
		identifiers.Fax:        {"07911 123456", `^07700 900\d{3}$`},
		identifiers.Email:      {"x@y.example", `^[a-z]+\.[a-z]+@example\.com$`},
		identifiers.SSN:        {"494-23-8694", `^666-\d\d-\d{4}$`},
		identifiers.IPAddress:  {"10.1.2.3", `^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$`},
		identifiers.URL:        {"https://dana.example/x", `^https://example\.com/[a-z]+$`},
		identifiers.PostalCode: {"62704", `^000\d\d$`},
		identifiers.VehicleID:  {"LK19 ZTV", `^[A-Z]{2}\d\d [A-Z]{3}$`},
		identifiers.Biometric:  {"her fingerprint", `^\[BIOMETRIC\]$`},
	} {
		got := string(s.AppendValue(nil, typ, c.in))
		require.Regexp(t, regexp.MustCompile(c.want), got, typ.String())
		require.Equal(t, got, string(s.AppendValue(nil, typ, c.in)))
	}
}

func TestShiftIsOneOffsetForASubject(t *testing.T) {
	r := redactorOf(t, RedactPolicy{Default: Treatment{Operator: OpShift}, Key: testKey, Year: 2026})
	date := func(s *Session, d string) string { return string(s.AppendValue(nil, identifiers.Date, d)) }
	a, b := r.NewSessionFor("a"), r.NewSessionFor("b")
	require.NotEqual(t, date(a, "2024-03-14"), date(b, "2024-03-14"))
	require.Equal(t, date(a, "2024-03-14"), date(r.NewSessionFor("a"), "2024-03-14"))
	require.Equal(t, "[DATE]", date(a, "the ides of March"))
}
