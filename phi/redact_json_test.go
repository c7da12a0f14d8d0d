package phi

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
)

func TestPolicyRoundTrip(t *testing.T) {
	for name, p := range testPolicies() {
		p.Key = nil
		b, err := json.Marshal(p)
		require.NoError(t, err, name)
		var back RedactPolicy
		require.NoError(t, json.Unmarshal(b, &back), name)
		again, err := json.Marshal(back)
		require.NoError(t, err)
		require.Equal(t, p, back, name)
		require.Equal(t, string(b), string(again))
	}
	b, err := json.Marshal(RedactPolicy{Key: testKey})
	require.NoError(t, err)
	require.Equal(t, `{"default":{"operator":"label"}}`, string(b))
}

func TestPolicyAllTypes(t *testing.T) {
	var p RedactPolicy
	require.NoError(t, json.Unmarshal([]byte(`{"rules":[{"types":["all"],"operator":"remove"},{"health":["all"],"operator":"mask"}]}`), &p))
	require.Equal(t, identifiers.Types(), p.Rules[0].Types)
	require.Equal(t, HealthCategories(), p.Rules[1].Health)
}

func TestPolicyErrorsNameTheField(t *testing.T) {
	for in, want := range map[string]string{
		`[]`:                               "policy: it must be an object",
		`{"default":{"operator":"lable"}}`: "default.operator: unknown; allowed are label, number,",
		`{"rule":[]}`:                      "rule: unknown field; allowed are name, default, rules,",
		`{"rules":[{"types":["name","fone"],"operator":"keep"}]}`:            "rules[0].types[1]: unknown; allowed are name, street_address",
		`{"rules":[{"types":["name"]}]}`:                                     "rules[0].operator: missing; it is one of label,",
		`{"rules":[{"roles":["nurse"],"operator":"keep"}]}`:                  "rules[0].roles[0]: unknown; allowed are unknown, patient",
		`{"rules":[{"health":["flu"],"operator":"keep"}]}`:                   "rules[0].health[0]: unknown; allowed are condition",
		`{"rules":[{"operator":"mask","keep_last":-1}]}`:                     "rules[0].keep_last: a count",
		`{"rules":[{"operator":"mask","mask":"xx"}]}`:                        "rules[0].mask: one character",
		`{"rules":[{"operator":"label","label":"name_1"}]}`:                  "rules[0].label: capitals",
		`{"rules":[{"operator":"hash","hash_length":4}]}`:                    "rules[0].hash_length: 8 to 64",
		`{"rules":[{"operator":"keep","min_score":2}]}`:                      "rules[0].min_score: a score",
		`{"rules":[{"health":["drug"],"types":["name"],"operator":"keep"}]}`: "rules[0].health: a rule is for",
		`{"vague":"yes"}`:              "vague: it must be true or false",
		`{"vague":null}`:               "vague: it must be true or false",
		`{"keep":["!"]}`:               "keep[0]: it has neither",
		`{"key":"secret"}`:             "key: unknown field",
		`{"vague":true,"vague":false}`: "vague: it is there twice",
	} {
		var p RedactPolicy
		err := json.Unmarshal([]byte(in), &p)
		require.ErrorIs(t, err, ErrRedactPolicy, in)
		require.ErrorContains(t, err, want, in)
		require.NotContains(t, err.Error(), "secret")
	}
}

func TestPolicyNeedsItsKey(t *testing.T) {
	for _, op := range []Operator{OpHash, OpSurrogate, OpShift} {
		_, err := NewRedactor(nil, RedactPolicy{Rules: []RedactRule{{Treatment: Treatment{Operator: op}}}})
		require.ErrorIs(t, err, ErrRedactPolicy)
		require.ErrorContains(t, err, "key: rules[0].operator needs a key")
	}
	_, err := NewRedactor(nil, RedactPolicy{Key: Key("short")})
	require.ErrorContains(t, err, "key: it has fewer than 16 bytes")
	_, err = NewRedactor(nil, RedactPolicy{Default: Treatment{Operator: 200}})
	require.ErrorContains(t, err, "default.operator: no such operator")
}
