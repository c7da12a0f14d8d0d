package phi

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

const referral = "Patient: Dana Whitfield, DOB 03/12/1985, MRN 00731944. Call 202-555-0147 or dana@whitfield.example, " +
	"12 Orchard Street, Springfield 62704. Seen 14 March 2024 for depression."

func TestOperators(t *testing.T) {
	for name, c := range map[string]struct {
		t    Treatment
		want []string
		not  []string
	}{
		"label":      {Treatment{}, []string{"Patient: [NAME], DOB [DATE_OF_BIRTH], MRN [MEDICAL_RECORD_NUMBER].", "[EMAIL]"}, []string{"Dana", "1985"}},
		"own label":  {Treatment{Label: "X"}, []string{"Patient: [X], DOB [X]"}, nil},
		"number":     {Treatment{Operator: OpNumber}, []string{"[NAME_1]", "[PHONE_1]"}, []string{"Dana"}},
		"mask":       {Treatment{Operator: OpMask}, []string{"Patient: **** *********, DOB **/**/****", "***-***-****"}, nil},
		"keep last":  {Treatment{Operator: OpMask, KeepLast: 4, Mask: 'x'}, []string{"Xxxx Xxxxxield", "xxx-xxx-0147", "xx/xx/1985"}, nil},
		"hash":       {Treatment{Operator: OpHash, HashLength: 20}, []string{"[NAME:", "[PHONE:"}, []string{"Dana", "0147"}},
		"generalize": {Treatment{Operator: OpGeneralize}, []string{"DOB 1985,", "Seen 2024 for", "[CITY] 627."}, []string{"March", "62704"}},
		"shift":      {Treatment{Operator: OpShift}, []string{"Patient: [NAME], DOB "}, []string{"03/12/1985", "14 March 2024"}},
		"surrogate":  {Treatment{Operator: OpSurrogate}, []string{"-555-01", "@example.com", "Patient: "}, []string{"Dana", "Whitfield", "00731944", "202-555-0147"}},
		"remove":     {Treatment{Operator: OpRemove}, []string{"Patient: , DOB , MRN ."}, nil},
		"keep":       {Treatment{Operator: OpKeep}, []string{referral}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			r := redactorOf(t, RedactPolicy{Default: c.t, Key: testKey, Year: 2026})
			got := r.Redact(referral)
			for _, w := range c.want {
				require.Contains(t, got, w)
			}
			for _, n := range c.not {
				require.NotContains(t, got, n)
			}
			require.Contains(t, got, "for depression")
			require.Equal(t, got, r.Redact(referral), "the same each time")
		})
	}
}

func TestSafeHarborGeneralises(t *testing.T) {
	p := SafeHarbor()
	p.Year = 2026
	r := redactorOf(t, p)
	for text, want := range map[string]string{
		"my mother is 92 years old and has dementia":        "my mother is 90+ years old and has dementia",
		"i am 45 years old with asthma":                     "i am 45 years old with asthma",
		"DOB: 04/17/1931":                                   "DOB: 90+",
		"DOB: 04/17/31":                                     "DOB: 90+",
		"DOB: 04/17/88":                                     "DOB: 1988",
		"admitted 2024-05-01, discharged 2024-05-09":        "admitted 2024, discharged 2024",
		"see you on friday for my biopsy, dana@example.net": "see you on [DATE] for my biopsy, [EMAIL]",
	} {
		require.Equal(t, want, r.Redact(text))
	}
	value := func(typ identifiers.Type, s string) string { return string(r.AppendValue(nil, typ, s)) }
	require.Equal(t, "627", value(identifiers.PostalCode, "62704-1234"))
	require.Equal(t, "000", value(identifiers.PostalCode, "82301"))
	require.Equal(t, "[POSTAL_CODE]", value(identifiers.PostalCode, "DL3 9QX"))
	require.Equal(t, "90+", value(identifiers.Age, "91"))
	require.Equal(t, "89", value(identifiers.Age, "89"))
}

func TestPolicyRulesByTypeScoreAndRole(t *testing.T) {
	r := redactorOf(t, RedactPolicy{Rules: []RedactRule{
		{Roles: []identifiers.Role{identifiers.RoleProvider}, Treatment: Treatment{Operator: OpKeep}},
		{Types: []identifiers.Type{identifiers.Phone}, BelowScore: 0.2, Treatment: Treatment{Operator: OpKeep}},
		{Types: []identifiers.Type{identifiers.Phone}, MinScore: 0.2, Treatment: Treatment{Operator: OpMask, KeepLast: 2}},
		{Health: []lexicon.Category{lexicon.Condition, lexicon.Mental}, Treatment: Treatment{Label: "CONDITION"}},
	}})
	got := r.Redact("hi its dana whitfield, dr okafor treats my diabetes, call 202-555-0147")
	require.Equal(t, "hi its [NAME], dr okafor treats my [CONDITION], call ***-***-**47", got)
}

func TestKeepAndDenyLists(t *testing.T) {
	r := redactorOf(t, RedactPolicy{Keep: []string{"Greenfield Dental", "okafor"}, Deny: []string{"project orion", "Zürich"}})
	for text, want := range map[string]string{
		"PROJECT  Orion starts, projects orion does not": "[REDACTED] starts, projects orion does not",
		"sent from zurich":                                       "sent from [CITY]",
		"my name is Dana Okafor and i have asthma":               "my name is [NAME] Okafor and i have asthma",
		"call Greenfield Dental on 202-555-0147 about my braces": "call Greenfield Dental on [PHONE] about my braces",
	} {
		require.Equal(t, want, r.Redact(text))
	}
	all := redactorOf(t, RedactPolicy{Default: Treatment{Operator: OpKeep}, Deny: []string{"whitfield"}})
	require.Equal(t, "my name is [NAME], asthma", all.Redact("my name is Dana Whitfield, asthma"), "a denied word takes the rest of the name with it")
}

func TestWhatBelongsToFindings(t *testing.T) {
	p := RedactPolicy{}
	r := redactorOf(t, p)
	p.Exact = true
	exact := redactorOf(t, p)
	text := "Patient: Lucille Fontenot, MRN 00731944.\nThen lfontenot2 was locked; FONTENOT called. Ticket REF-20/7781 open, see 00731944"
	got := r.Redact(text)
	for _, gone := range []string{"ontenot", "ONTENOT", "00731944", "7781"} {
		require.NotContains(t, got, gone)
	}
	require.Contains(t, exact.Redact(text), "lfontenot2")
	require.Contains(t, r.Redact("Patient: Baker, asthma. Parkinson's disease, the baker called"), "the baker called")
}

func TestRedactIsIdempotentForLabels(t *testing.T) {
	for _, op := range []Operator{OpLabel, OpMask} {
		r := redactorOf(t, RedactPolicy{Default: Treatment{Operator: op}})
		once := r.Redact(referral)
		require.Equal(t, once, r.Redact(once))
	}
}

func TestHashIsStableAndKeyed(t *testing.T) {
	hash := func(key Key, typ identifiers.Type, s string) string {
		return string(redactorOf(t, RedactPolicy{Default: Treatment{Operator: OpHash}, Key: key}).AppendValue(nil, typ, s))
	}
	require.Equal(t, hash(testKey, identifiers.Name, "Dana Whitfield"), hash(testKey, identifiers.Name, "WHITFIELD, dana"))
	require.Equal(t, hash(testKey, identifiers.Phone, "(202) 555-0147"), hash(testKey, identifiers.Phone, "+1 202.555.0147"))
	require.Equal(t, hash(testKey, identifiers.Date, "2024-03-14"), hash(testKey, identifiers.Date, "14 March 2024"))
	require.NotEqual(t, hash(testKey, identifiers.Name, "Dana Whitfield"), hash(testKey, identifiers.Name, "Dana Whitford"))
	require.NotEqual(t, hash(testKey, identifiers.SSN, "123456789"), hash(testKey, identifiers.MedicalRecordNumber, "123456789"))
	require.NotEqual(t, hash(testKey, identifiers.Name, "Dana"), hash(Key("another key of more bytes"), identifiers.Name, "Dana"))
}

func TestResultOfAnotherTextDoesNoHarm(t *testing.T) {
	res := Detect(referral)
	for _, p := range testPolicies() {
		r := redactorOf(t, p)
		require.NotPanics(t, func() { r.AppendRedacted(nil, "short", &res); r.AppendRedacted(nil, "", &res) })
	}
}

func TestRedactHostileTexts(t *testing.T) {
	for name, p := range testPolicies() {
		r := redactorOf(t, p)
		for kind, text := range hostile {
			text = text[:min(len(text), 1<<16)]
			require.NotPanics(t, func() { r.Redact(text) }, "%s, %s", name, kind)
		}
		require.NotPanics(t, func() { r.AppendValue(nil, identifiers.Name, "\xff\x00,^") })
		for _, typ := range identifiers.Types() {
			require.NotPanics(t, func() { r.AppendValue(nil, typ, "é ½ 0/0/0"); r.AppendValue(nil, typ, "'") })
		}
	}
}

func TestRedactorConcurrently(t *testing.T) {
	r := redactorOf(t, testPolicies()["mixed"])
	want := r.Redact(referral)
	s := r.NewSession()
	first := s.Redact(referral)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if r.Redact(referral) != want || s.Redact(referral) != first {
					t.Error("another text under concurrent use")
					return
				}
			}
		})
	}
	wg.Wait()
}

func TestCleanTextCostsNothing(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector empties pools")
	}
	r := redactorOf(t, RedactPolicy{})
	text := "what are your opening hours?"
	r.Redact(text)
	require.LessOrEqual(t, testing.AllocsPerRun(100, func() { r.Redact(text) }), 0.0)
}

func TestNothingPrintsKeyOrText(t *testing.T) {
	p := RedactPolicy{Default: Treatment{Operator: OpNumber}, Key: testKey}
	r := redactorOf(t, p)
	s := r.NewSession()
	s.Redact(referral)
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "policy", p, "session", s, "redactor", r.Policy())
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "policy", p, "session", s)
	b, err := json.Marshal(s)
	require.NoError(t, err)
	out := log.String() + string(b)
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		out += fmt.Sprintf(verb, p) + fmt.Sprintf(verb, s) + fmt.Sprintf(verb, p.Key)
	}
	for _, secret := range []string{"Dana", "Whitfield", "a key for", fmt.Sprintf("%x", []byte(testKey[:4])), fmt.Sprint([]byte(testKey[:4]))[1:10]} {
		require.NotContains(t, out, secret)
	}
	_, a := r.RedactAttested(referral)
	b, err = json.Marshal(a)
	require.NoError(t, err)
	require.NotContains(t, strings.ToLower(a.String()+string(b)), "dana")
}

func TestAttestation(t *testing.T) {
	p := SafeHarbor()
	p.Deny = []string{"springs"}
	r := redactorOf(t, p)
	text, a := r.RedactAttested(referral + " springs, aged 45")
	require.Equal(t, r.Redact(referral+" springs, aged 45"), text)
	require.Equal(t, "safe_harbor", a.Policy)
	require.Len(t, a.PolicyHash, 64)
	require.Equal(t, 1, a.Denied)
	for i, l := range a.Letters {
		require.Equal(t, byte('A'+i), l.Letter)
		sum := 0
		for _, n := range l.Done {
			sum += n
		}
		require.Equal(t, l.Found, sum)
	}
	require.Equal(t, 1, a.Letters[0].Done[OpLabel])
	require.Equal(t, 3, a.Letters['C'-'A'].Done[OpGeneralize])
	require.Equal(t, 1, a.Letters['F'-'A'].Found)
	require.Contains(t, a.String(), "no determination")
	b, err := json.Marshal(a)
	require.NoError(t, err)
	var back struct {
		Notice, Covered string
		Letters         map[string]struct{ Found int }
	}
	require.NoError(t, json.Unmarshal(b, &back))
	require.Equal(t, AttestationNotice, back.Notice)
	require.Len(t, back.Covered, 18)
	require.Equal(t, 1, back.Letters["D"].Found)
}
