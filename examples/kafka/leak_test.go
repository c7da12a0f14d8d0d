package main

import (
	"bytes"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/twmb/franz-go/pkg/kgo"
)

// Words of the input that nothing but the key and the redacted text may hold, in
// a text, a handle, a wrong field and a key.
func TestNothingLeaks(t *testing.T) {
	k, ctx := started(t, 2)
	secret := filepath.Join(t.TempDir(), "secret")
	require.NoError(t, os.WriteFile(secret, []byte("0123456789abcdef"), 0o600))
	const word = "quillfeather"
	for i, value := range []string{
		`{"id":"1","text":"hi its dana quillfeather, can i move my diabetes check","handle":"@quillfeather"}`,
		`{"id":"2","text":"quillfeather"`, `{"text":{"quillfeather":1}}`, `{"text":"x","from":"quillfeather"}`, `quillfeather`,
	} {
		r := &kgo.Record{Key: fmt.Appendf(nil, "@quillfeather%d", i), Value: []byte(value), Headers: []kgo.RecordHeader{{Key: "from", Value: []byte(word)}}}
		require.NoError(t, k.client.ProduceSync(ctx, r).FirstErr())
	}
	c, err := parse([]string{"-brokers", strings.Join(k.c.brokers, ","), "-key-secret", secret}, noEnv)
	require.NoError(t, err)
	log := new(sharedLog)
	w, err := newWorker(c, newLog("text", log))
	require.NoError(t, err)
	stop, done := runWorker(ctx, w)
	require.NoError(t, k.drained(ctx))
	stop()
	require.NoError(t, <-done)

	rec := httptest.NewRecorder()
	w.endpoints().ServeHTTP(rec, httptest.NewRequest("GET", "/metrics", nil))
	require.Contains(t, rec.Body.String(), `phikafka_messages_total{verdict="phi"} 1`)
	require.False(t, strings.Contains(rec.Body.String(), word), "metrics")
	require.Contains(t, log.String(), "restored threads")
	require.False(t, strings.Contains(log.String(), word), "log")
	count := 0
	for _, topic := range []string{c.topics.findings, c.topics.redacted, c.topics.threads, c.topics.dead} {
		records, err := k.read(ctx, topic, kgo.ReadUncommitted())
		require.NoError(t, err)
		for _, r := range records {
			count++
			require.False(t, bytes.Contains(bytes.ToLower(append(r.Key, r.Value...)), []byte(word)), topic)
			for _, h := range r.Headers {
				require.False(t, bytes.Contains(h.Value, []byte(word)), topic)
			}
		}
	}
	require.Equal(t, 7, count)
}
