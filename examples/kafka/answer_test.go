package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/phidetect/phidetect/phi"
	"github.com/stretchr/testify/require"
	"github.com/twmb/franz-go/pkg/kgo"
)

func answererOf(t *testing.T, args ...string) *answerer {
	t.Helper()
	c, err := parse(append([]string{"-brokers", "a:1"}, args...), noEnv)
	require.NoError(t, err)
	a, err := newAnswerer(c)
	require.NoError(t, err)
	return a
}

func TestAnswerJSON(t *testing.T) {
	a, x := answererOf(t), newTable(0)
	var turn phi.Turn
	r := &kgo.Record{Topic: "in", Partition: 2, Offset: 7, Key: []byte("t1"), Timestamp: time.UnixMilli(1_750_000_000_000),
		Value: []byte(`{"id":17,"text":"my migraine is back","other":"Kit Rowe","from":"patient","handle":"@kit.rowe","at":"2026-01-05T09:00:00Z"}`)}
	got := a.answer(r, x, &turn)
	require.Nil(t, got.dead)
	require.Equal(t, phi.HealthOnly, got.verdict)
	require.Equal(t, "t1", string(got.finding.Key))
	require.Contains(t, string(got.finding.Value), `{"id":"17","verdict":"health"`)
	require.Contains(t, string(got.finding.Value), `,"partition":2,"offset":7,"thread":{"messages":1,"verdict":"health","with_handle":"phi"}}`)
	require.JSONEq(t, `{"id":"17","text":"my migraine is back","from":"patient","handle":"[HANDLE]","at":"2026-01-05T09:00:00Z"}`, string(got.redacted.Value))
	r.Value, r.Offset = []byte(`{"text":"this is Kit Rowe"}`), 8
	got = a.answer(r, x, &turn)
	require.Contains(t, string(got.finding.Value), `{"id":"in/2/8","verdict":"identifier"`)
	require.Contains(t, string(got.finding.Value), `"thread":{"messages":2,"verdict":"phi","with_handle":"phi","phi_at":2,"phi_from":"patient"}}`)
	require.Contains(t, string(got.redacted.Value), `"text":"this is [NAME]"`)
	require.True(t, json.Valid(got.finding.Value))

	r.Key = nil
	got = a.answer(r, x, &turn)
	require.NotContains(t, string(got.finding.Value), `"thread"`, "without a key there is no thread")
	require.True(t, json.Valid(got.finding.Value))
}

func TestAnswerRaw(t *testing.T) {
	a, x := answererOf(t, "-format", "raw"), newTable(0)
	var turn phi.Turn
	r := &kgo.Record{Topic: "in", Key: []byte("t1"), Value: []byte("this is Kit Rowe"),
		Headers: []kgo.RecordHeader{{Key: "id", Value: []byte("m1")}, {Key: "from", Value: []byte("other")}, {Key: "handle", Value: []byte("@kit")}}}
	got := a.answer(r, x, &turn)
	require.Contains(t, string(got.finding.Value), `{"id":"m1","verdict":"identifier"`)
	require.Equal(t, "this is [NAME]", string(got.redacted.Value))
	require.Equal(t, []kgo.RecordHeader{{Key: "id", Value: []byte("m1")}, {Key: "from", Value: []byte("other")}, {Key: "handle", Value: []byte("[HANDLE]")}}, got.redacted.Headers)
	r.Headers[1].Value = []byte("Quillfeather")
	require.Equal(t, "bad_from", a.answer(r, x, &turn).reason)
}

// What cannot be read is said by reason and position. Nothing of it gets out, and
// its thread stays as it was.
func TestDeadLetters(t *testing.T) {
	a, x := answererOf(t, "-max-text", "400", "-max-record", "2000"), newTable(0)
	var turn phi.Turn
	for value, reason := range map[string]string{
		`Quillfeather`:                       "not_json",
		``:                                   "not_json",
		`null`:                               "not_json",
		`["Quillfeather"]`:                   "not_json",
		`{"text":"Quillfeather"`:             "not_json",
		`{"id":"Quillfeather"}`:              "no_text",
		`{"text":{"Quillfeather":1}}`:        "bad_field",
		`{"text":"x","id":["Quillfeather"]}`: "bad_id",
		`{"text":"x","from":"Quillfeather"}`: "bad_from",
		`{"text":"x","at":"Quillfeather"}`:   "bad_at",
		`{"text":"x","at":7}`:                "bad_at",
		`{"text":"` + strings.Repeat("Quillfeather ", 50) + `"}`:  "text_too_long",
		`{"text":"` + strings.Repeat("a@example.com ", 25) + `"}`: "output_too_long",
	} {
		r := &kgo.Record{Topic: "in", Partition: 2, Offset: 7, Key: []byte("Quillfeather"), Value: []byte(value)}
		got := a.answer(r, x, &turn)
		require.Equal(t, reason, got.reason)
		require.Nil(t, got.finding)
		require.Nil(t, got.redacted)
		require.Equal(t, "in/2/7", string(got.dead.Key))
		require.NotContains(t, string(got.dead.Value), "Quillfeather")
		var letter map[string]any
		require.NoError(t, json.Unmarshal(got.dead.Value, &letter))
		require.Equal(t, reason, letter["reason"])
		require.EqualValues(t, 7, letter["offset"])
		require.EqualValues(t, len(value), letter["bytes"])
	}
	require.Empty(t, x.open)
}

// Under -key-secret no output holds the thread's key, and the same key gets the
// same hash.
func TestKeySecret(t *testing.T) {
	file := filepath.Join(t.TempDir(), "secret")
	require.NoError(t, os.WriteFile(file, []byte("0123456789abcdef\n"), 0o600))
	a, x := answererOf(t, "-key-secret", file), newTable(0)
	var turn phi.Turn
	answer := func(key string) answer {
		return a.answer(&kgo.Record{Key: []byte(key), Value: []byte(`{"text":"hello"}`)}, x, &turn)
	}
	one, same, other := answer("@kit.rowe"), answer("@kit.rowe"), answer("@juno")
	require.Equal(t, one.finding.Key, same.redacted.Key)
	require.NotEqual(t, one.finding.Key, other.finding.Key)
	require.Len(t, one.finding.Key, 22)
	require.Len(t, x.open, 2)
	require.Contains(t, x.open, string(one.finding.Key))

	require.NoError(t, os.WriteFile(file, []byte("short"), 0o600))
	c, err := parse([]string{"-brokers", "a:1", "-key-secret", file}, noEnv)
	require.NoError(t, err)
	_, err = newAnswerer(c)
	require.EqualError(t, err, "-key-secret: the file holds less than 16 bytes")
}

func TestRedactPolicies(t *testing.T) {
	var turn phi.Turn
	r := &kgo.Record{Value: []byte(`{"text":"born 12 March 1985, now 41, ZIP 62704"}`)}
	got := answererOf(t, "-redact", "safe-harbor").answer(r, newTable(0), &turn)
	require.Contains(t, string(got.redacted.Value), "1985")
	require.NotContains(t, string(got.redacted.Value), "March")

	file := filepath.Join(t.TempDir(), "policy.json")
	for text, want := range map[string]string{`{"default":{"operator":"nonsense"}}`: "-redact " + file, `{"default":{"operator":"hash"}}`: "-redact: "} {
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
		c, err := parse([]string{"-brokers", "a:1", "-redact", file}, noEnv)
		require.NoError(t, err)
		_, err = newAnswerer(c)
		require.ErrorContains(t, err, want)
		require.ErrorAs(t, err, new(misuse))
	}
	c, err := parse([]string{"-brokers", "a:1", "-redact", "nowhere.json"}, noEnv)
	require.NoError(t, err)
	_, err = newAnswerer(c)
	require.ErrorContains(t, err, "-redact is label, safe-harbor or the file of a policy")
}
