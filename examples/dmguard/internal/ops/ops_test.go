package ops

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/courier"
	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
	"github.com/phidetect/phidetect/examples/dmguard/internal/outbox"
	"github.com/phidetect/phidetect/examples/dmguard/internal/webhook"
)

func get(h http.Handler) (int, string) {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	return w.Code, w.Body.String()
}

func TestMetrics(t *testing.T) {
	n, err := 3, error(nil)
	m := NewMetrics(func(context.Context) (int, error) { return n, err })
	_, before := get(m.Handler())
	require.Contains(t, before, `dmguard_webhook_requests_total{outcome="bad_signature"} 0`)
	m.Webhook(webhook.Outcome{Name: webhook.BadSignature})
	m.Webhook(webhook.Outcome{Name: webhook.Accepted, Unreadable: 2, Took: 3 * time.Millisecond, Events: []event.Event{
		{Kind: event.Message, ID: "an-id", Person: "a-person", Text: "a text", Username: "a-name"}, {Kind: event.Comment}}})
	m.Call(courier.Call{Kind: outbox.Reply, Outcome: courier.Retry, Reason: "rate-limited"})
	code, text := get(m.Handler())
	require.Equal(t, 200, code)
	for _, want := range []string{
		`dmguard_webhook_requests_total{outcome="bad_signature"} 1`,
		`dmguard_webhook_requests_total{outcome="accepted"} 1`,
		`dmguard_events_total{kind="message"} 1`,
		`dmguard_events_total{kind="comment"} 1`,
		`dmguard_unreadable_items_total 2`,
		`dmguard_webhook_seconds_bucket{le="0.005"} 1`,
		`dmguard_platform_calls_total{kind="reply",outcome="retry",reason="rate-limited"} 1`,
		`dmguard_outbox_waiting 3`,
	} {
		require.Contains(t, text, want+"\n")
	}
	for _, leak := range []string{"an-id", "a-person", "a text", "a-name"} {
		require.NotContains(t, text, leak)
	}
	err = errors.New("closed")
	_, text = get(m.Handler())
	require.Contains(t, text, "dmguard_outbox_waiting -1\n")
}

func TestHealth(t *testing.T) {
	var broken error
	h := NewHealth(Check{"database", func(context.Context) error { return broken }}, Check{"other", func(context.Context) error { return nil }})
	code, text := get(http.HandlerFunc(h.Ready))
	require.Equal(t, 200, code)
	require.JSONEq(t, `{"status":"ok"}`, text)
	broken = errors.New("closed")
	code, text = get(http.HandlerFunc(h.Ready))
	require.Equal(t, 503, code)
	require.JSONEq(t, `{"status":"unready","database":"closed"}`, text)
	broken = nil
	h.Stop()
	code, text = get(http.HandlerFunc(h.Ready))
	require.Equal(t, 503, code)
	require.JSONEq(t, `{"status":"unready","program":"stopping"}`, text)
	code, _ = get(http.HandlerFunc(h.Live))
	require.Equal(t, 200, code)
}

func TestAPanicIsLoggedWithoutItsValue(t *testing.T) {
	var log bytes.Buffer
	s := Server(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("its dana whitfield") }),
		slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug})))
	require.Positive(t, s.ReadHeaderTimeout)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	done := make(chan error)
	go func() { done <- s.Serve(l) }()
	_, err = http.Get("http://" + l.Addr().String())
	require.ErrorIs(t, err, io.EOF)
	require.NoError(t, s.Close())
	require.ErrorIs(t, <-done, http.ErrServerClosed)
	require.Contains(t, log.String(), "a request panicked")
	require.Contains(t, log.String(), "ops_test.go")
	require.NotContains(t, log.String(), "dana")
}

func TestServerLogsNothingOfAClient(t *testing.T) {
	var log bytes.Buffer
	s := Server(nil, slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug})))
	s.ErrorLog.Printf("http: TLS handshake error from 192.0.2.1: its dana whitfield")
	require.Contains(t, log.String(), "connection was dropped")
	require.NotContains(t, log.String(), "dana")
	require.NotContains(t, log.String(), "192.0.2.1")
}
