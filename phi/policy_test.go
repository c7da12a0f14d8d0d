package phi

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

func TestDefaultPolicy(t *testing.T) {
	var p Policy
	for _, c := range []struct {
		dir    Direction
		known  bool
		text   string
		action Action
		rule   string
		raised string
	}{
		{FromPatient, false, "what are your opening hours?", Allow, "nothing-found", ""},
		{FromPatient, false, "hi its dana whitfield, can i move my diabetes check to friday", Redirect, "patient-phi", ""},
		{FromPatient, false, "do you treat migraines?", Allow, "nothing-found", ""},
		{FromPatient, true, "my asthma is worse since monday", Redirect, "patient-personal", ""},
		{FromPatient, false, "my ssn is 536-22-8145", Redirect, "patient-grave", ""},
		{PublicPost, false, "hi its dana whitfield, can i move my diabetes check to friday", Hold, "public-post-phi", ""},
		{PublicPost, false, "my asthma is worse since monday", Redirect, "public-post-personal", ""},
		{PublicPost, false, "my depression is worse since monday", Hold, "public-post-personal", "sensitive-public"},
		{PublicPost, false, "lovely staff, easy parking", Allow, "nothing-found", ""},
		{PublicReply, false, "thanks for coming in last week!", Block, "public-reply-confirms", ""},
		{PublicReply, false, "We take all feedback seriously", Allow, "nothing-found", ""},
		{FromStaff, false, "Hi Dana, yes your appointment on Friday is confirmed", Hold, "staff-confirms", ""},
		{FromStaff, false, "We're open till 5", Allow, "nothing-found", ""},
		{ThirdParty, false, "Dana Whitfield has asthma, call her on 202-555-0147", Redact, "third-party-person", ""},
		{ThirdParty, false, "my name is Dana Whitfield and i take methadone", Block, "third-party-person", "part-2"},
		{ThirdParty, false, "do you treat migraines?", Allow, "nothing-found", ""},
		{ThirdParty, false, "the judge in bed 12 had a stroke", Hold, "third-party-hint", ""},
	} {
		r := Detect(c.text)
		f := r.Facts()
		f.SenderKnown = c.known
		if c.dir == FromStaff || c.dir == PublicReply {
			f.Confirms = std.Confirmation(c.text, &r).Confirms
		}
		d := p.Decide(f, c.dir)
		require.Equal(t, [3]string{c.action.String(), c.rule, c.raised}, [3]string{d.Action.String(), d.Rule, d.Raised}, c.text)
		require.Equal(t, d, p.Decide(f, c.dir), "the same again")
		full := DefaultPolicy()
		require.Equal(t, d.String(), func() string { d := full.Decide(f, c.dir); return d.String() }())
	}
	def := DefaultPolicy()
	require.NoError(t, def.Check())
}

// Each part of a condition makes the difference by itself.
func TestConditionParts(t *testing.T) {
	base := Facts{Verdict: PHI, Reasons: ReasonPerson, Health: 0.7, Personal: true, Subject: SubjectWriter, Signals: SignalHint, Sensitivity: lexicon.Genetic,
		SenderKnown: true, Confirms: ConfirmsVisit}
	base.Types.Add(identifiers.Phone)
	base.Roles.Add(identifiers.RoleUnknown)
	for name, c := range map[string]struct{ holds, fails Condition }{
		"directions":  {Condition{Directions: FromStaff | PublicPost}, Condition{Directions: PublicPost}},
		"verdicts":    {Condition{Verdicts: []Verdict{None, PHI}}, Condition{Verdicts: []Verdict{None}}},
		"subjects":    {Condition{Subjects: []Subject{SubjectWriter}}, Condition{Subjects: []Subject{SubjectUnknown}}},
		"reasons":     {Condition{Reasons: ReasonPerson | ReasonDate}, Condition{Reasons: ReasonDate}},
		"signals":     {Condition{Signals: SignalHint}, Condition{Signals: SignalRoom}},
		"no signals":  {Condition{NoSignals: SignalAnimal}, Condition{NoSignals: SignalHint}},
		"sensitivity": {Condition{Sensitivity: anySensitivity}, Condition{Sensitivity: lexicon.Minor}},
		"confirms":    {Condition{Confirms: anyConfirms}, Condition{Confirms: ConfirmsCare}},
		"types":       {Condition{Types: []identifiers.Type{identifiers.Phone}}, Condition{Types: []identifiers.Type{identifiers.Fax}}},
		"roles":       {Condition{Roles: []identifiers.Role{identifiers.RoleUnknown}}, Condition{Roles: []identifiers.Role{identifiers.RoleStaff}}},
		"min health":  {Condition{MinHealth: 0.7}, Condition{MinHealth: 0.71}},
		"max health":  {Condition{MaxHealth: 0.7}, Condition{MaxHealth: 0.69}},
		"personal":    {Condition{Personal: Yes}, Condition{Personal: No}},
		"sender":      {Condition{SenderKnown: Yes}, Condition{SenderKnown: No}},
	} {
		for want, cond := range map[Action]Condition{Allow: c.holds, Block: c.fails} {
			p := Policy{Rules: []Rule{{Name: "r", If: cond, Then: Allow}}, Tighten: []Rule{}, Otherwise: Block}
			require.NoError(t, p.Check(), name)
			d := p.Decide(base, FromStaff)
			require.Equal(t, want, d.Action, name)
			if want == Allow {
				require.Contains(t, d.Reasons()[0], "(", "%s is explained", name)
			}
			var back Policy
			b, err := json.Marshal(p)
			require.NoError(t, err)
			require.NoError(t, json.Unmarshal(b, &back))
			require.Equal(t, p, back, name)
		}
	}
}

func TestPolicyFailsClosed(t *testing.T) {
	rules := []Rule{{Name: "wrong", If: Condition{Verdicts: []Verdict{PHI}}, Then: 0}}
	p := Policy{Rules: rules}
	for name, c := range map[string]struct {
		f    Facts
		dir  Direction
		want Action
	}{
		"no rule":        {Facts{}, FromStaff, Hold},
		"invalid action": {Facts{Verdict: PHI}, FromStaff, Block},
		"no direction":   {Facts{}, 0, Block},
		"two directions": {Facts{}, FromStaff | PublicPost, Block},
	} {
		d := p.Decide(c.f, c.dir)
		require.Equal(t, c.want, d.Action, name)
		require.NotEmpty(t, d.Reasons(), name)
	}
}

// Tightening never lets more through, whatever the facts.
func TestTighteningOnlyRaises(t *testing.T) {
	loose := DefaultPolicy()
	loose.Tighten = []Rule{}
	var p Policy
	for i := range 1 << 12 {
		f := Facts{Verdict: Verdict(i & 3), Reasons: Reason(1 << (i >> 2 & 7)), Personal: i&32 != 0, Sensitivity: lexicon.Sensitivity(i >> 5), Confirms: Confirms(i >> 8)}
		for dir := FromPatient; dir <= ThirdParty; dir <<= 1 {
			a, b := loose.Decide(f, dir), p.Decide(f, dir)
			require.GreaterOrEqual(t, b.Action, a.Action)
			require.Equal(t, b.Action > a.Action, b.Raised != "")
		}
	}
}

func TestPolicyJSONErrors(t *testing.T) {
	for in, want := range map[string]string{
		`{`:                           "ends too soon",
		`{"name" 1}`:                  "at byte",
		`{} {}`:                       "more than one",
		`[]`:                          "an object with name, version",
		`{"rule":[]}`:                 `unknown member "rule"; one of name, version, rules`,
		`{"name":"a","name":"b"}`:     "name: stands twice",
		`{"name":1}`:                  "name: a string",
		`{"name":"secret value"}`:     "name: 1 to 64",
		`{"otherwise":"nothing"}`:     "otherwise: one of allow, redirect, redact, hold, block",
		`{"rules":{}}`:                "rules: an array",
		`{"rules":null}`:              "rules: an array",
		`{"rules":[{"name":"a"}]}`:    "rules[0].then: one of allow",
		`{"rules":[{"then":"hold"}]}`: "rules[0].name: 1 to 64",
		`{"rules":[{"name":"a","then":"hold"},{"name":"a","then":"hold"}]}`:               "rules[1].name: the name of rules[0] too",
		`{"tighten":[{"name":"a","then":"hold","if":{"verdicts":["phi","secret"]}}]}`:     "tighten[0].if.verdicts[1]: one of none, identifier, health, phi",
		`{"rules":[{"name":"a","then":"hold","if":{"directions":[]}}]}`:                   "rules[0].if.directions: an array of at least one of from_patient",
		`{"rules":[{"name":"a","then":"hold","if":{"types":[3]}}]}`:                       "rules[0].if.types[0]: one of name, street_address",
		`{"rules":[{"name":"a","then":"hold","if":{"roles":["boss"]}}]}`:                  "rules[0].if.roles[0]: one of unknown, patient",
		`{"rules":[{"name":"a","then":"hold","if":{"sensitivity":["hiv"]}}]}`:             "rules[0].if.sensitivity[0]: one of mental_health",
		`{"rules":[{"name":"a","then":"hold","if":{"min_health":1.5}}]}`:                  "rules[0].if.min_health: a score",
		`{"rules":[{"name":"a","then":"hold","if":{"min_health":0.5,"max_health":.4}}]}`:  "not valid JSON",
		`{"rules":[{"name":"a","then":"hold","if":{"min_health":0.5,"max_health":0.4}}]}`: "rules[0].if.max_health: not below",
		`{"rules":[{"name":"a","then":"hold","if":{"personal":"yes"}}]}`:                  "rules[0].if.personal: true or false",
		`{"rules":[{"name":"a","then":"hold","why":"a\u0007"}]}`:                          "rules[0].why: up to 300 bytes",
	} {
		_, err := ParsePolicy([]byte(in))
		require.ErrorIs(t, err, ErrPolicy, in)
		require.ErrorContains(t, err, want, in)
		require.NotContains(t, err.Error(), "secret", in)
	}
}

func TestPolicyJSONRoundTrip(t *testing.T) {
	for name, p := range map[string]Policy{
		"zero": {}, "default": DefaultPolicy(), "none": {Name: "n", Version: "2", Rules: []Rule{}, Tighten: []Rule{}, Otherwise: Block},
	} {
		b, err := json.Marshal(p)
		require.NoError(t, err)
		back, err := ParsePolicy(b)
		require.NoError(t, err, name)
		require.Equal(t, p, back, name)
	}
	_, err := json.Marshal(Policy{Name: "no name"})
	require.ErrorIs(t, err, ErrPolicy)
}

func TestPolicyCheck(t *testing.T) {
	for want, c := range map[string]Condition{
		"directions": {Directions: 1 << 7}, "signals": {Signals: 1 << 15}, "verdicts[0]": {Verdicts: []Verdict{9}}, "types[0]": {Types: []identifiers.Type{0}},
		"roles[0]": {Roles: []identifiers.Role{9}}, "subjects[0]": {Subjects: []Subject{99}}, "min_health": {MinHealth: float32(math.NaN())}, "personal": {Personal: 3},
	} {
		p := Policy{Rules: []Rule{{Name: "r", If: c, Then: Hold}}}
		var e *PolicyError
		require.ErrorAs(t, p.Check(), &e, want)
		require.Equal(t, "rules[0].if."+want, e.Path)
	}
}

func TestDefaultPolicyIsACopy(t *testing.T) {
	p := DefaultPolicy()
	p.Rules[0].Then = Allow
	p.Rules[0].If.Verdicts[0] = None
	require.NotEqual(t, p, DefaultPolicy())
}

func TestDecisionJSONHoldsNoText(t *testing.T) {
	const text = "my name is Zyxwanda Quillfeather and i have asthma"
	r := Detect(text)
	d := new(Policy).Decide(r.Facts(), PublicPost)
	b, err := json.Marshal(d)
	require.NoError(t, err)
	require.Contains(t, string(b), `"action":"hold","rule":"public-post-phi","policy":"default","version":"1"`)
	require.NotContains(t, strings.ToLower(string(b)+d.String()), "quill")
}

func TestActionAndDirectionNames(t *testing.T) {
	for a := Allow; a <= Block; a++ {
		var back Action
		require.NoError(t, back.UnmarshalText([]byte(a.String())))
		require.Equal(t, a, back)
	}
	for _, n := range directionNames {
		var d Direction
		require.NoError(t, d.UnmarshalText([]byte(n)))
		require.Equal(t, []string{n}, d.Names())
	}
	var a Action
	var d Direction
	require.Error(t, a.UnmarshalText(nil))
	require.Error(t, d.UnmarshalText(nil))
}
