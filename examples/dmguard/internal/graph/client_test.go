package graph

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/fakegraph"
)

const token = "an-invented-token"

// platform starts a fake platform and a client of it.
func platform(t *testing.T) (*fakegraph.Server, *Client) {
	f := fakegraph.New(token)
	s := httptest.NewServer(f)
	t.Cleanup(s.Close)
	return f, client(t, s.URL+"/v23.0", Config{Rate: 1000})
}

func client(t *testing.T, base string, c Config) *Client {
	c.BaseURL = base
	if c.Token == "" {
		c.Token = token
	}
	g, err := New(c)
	require.NoError(t, err)
	return g
}

var dana = Recipient{Person: "11"}

func tomorrow() time.Time { return time.Now().Add(24 * time.Hour) }

// failure is what a call's error says.
func failure(t *testing.T, err error) *Failure {
	t.Helper()
	var f *Failure
	require.ErrorAs(t, err, &f)
	return f
}

func TestReplyAndHide(t *testing.T) {
	f, c := platform(t)
	id, err := c.Reply(context.Background(), dana, "Please write to us at https://example.com \"<&>\"", tomorrow())
	require.NoError(t, err)
	require.Equal(t, "out.1", id)
	require.Equal(t, "11", f.Sent()[0].Person)
	require.Equal(t, "Please write to us at https://example.com \"<&>\"", f.Sent()[0].Text)
	require.NoError(t, c.Hide(context.Background(), "17895"))
	require.NoError(t, c.Hide(context.Background(), "17895"))
	require.Equal(t, []string{"17895"}, f.Hidden())
}

func TestWireFormat(t *testing.T) {
	var got struct {
		method, path, auth, kind string
		body                     map[string]any
	}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got.method, got.path, got.auth, got.kind = r.Method, r.URL.RequestURI(), r.Header.Get("Authorization"), r.Header.Get("Content-Type")
		b, _ := io.ReadAll(r.Body)
		_ = json.Unmarshal(b, &got.body)
		fmt.Fprint(w, `{"recipient_id":"11","message_id":"m","success":true}`)
	}))
	defer s.Close()
	c := client(t, s.URL+"/v23.0/", Config{})
	_, err := c.Reply(context.Background(), dana, "hello", tomorrow())
	require.NoError(t, err)
	require.Equal(t, "POST", got.method)
	require.Equal(t, "/v23.0/me/messages", got.path)
	require.Equal(t, "Bearer "+token, got.auth)
	require.Equal(t, "application/json", got.kind)
	require.Equal(t, map[string]any{"recipient": map[string]any{"id": "11"}, "message": map[string]any{"text": "hello"}}, got.body)
	require.NoError(t, c.Hide(context.Background(), "1789/5"))
	require.Equal(t, "/v23.0/1789%2F5?hide=true", got.path)
}

func TestWhatFailsHow(t *testing.T) {
	for _, c := range []struct {
		fault       fakegraph.Fault
		reply, hide Class
		reason      string
		sent        int
	}{
		{fakegraph.RateLimited, Again, Again, RateLimited, 0},
		{fakegraph.Transient, Again, Again, Unavailable, 0},
		{fakegraph.Refused, Never, Never, Refused, 0},
		{fakegraph.WindowClosed, Never, Never, WindowClosed, 0},
		{fakegraph.BadToken, Again, Again, TokenRefused, 0},
		{fakegraph.Dropped, Unknown, Again, NoAnswer, 0},
		{fakegraph.DoneButDropped, Unknown, Again, NoAnswer, 1},
		{fakegraph.DoneButFailed, Unknown, Again, Unclear, 1},
	} {
		f, g := platform(t)
		f.Fail(c.fault)
		_, err := g.Reply(context.Background(), dana, "secret words", tomorrow())
		got := failure(t, err)
		require.Equal(t, c.reply, got.Class, c.reason)
		require.Equal(t, c.reason, got.Reason)
		require.NotContains(t, err.Error(), "secret")
		require.NotContains(t, err.Error(), token)
		require.Len(t, f.Sent(), c.sent)
		require.Equal(t, 1, f.Calls(), "a call is made once")

		f, g = platform(t)
		f.Fail(c.fault)
		require.Equal(t, c.hide, failure(t, g.Hide(context.Background(), "17")).Class, c.reason)
	}
}

func TestNobodyAnswers(t *testing.T) {
	s := httptest.NewServer(nil)
	base := s.URL
	s.Close()
	_, err := client(t, base, Config{}).Reply(context.Background(), dana, "hello", tomorrow())
	require.Equal(t, Again, failure(t, err).Class)
	require.Equal(t, NoConnection, failure(t, err).Reason)
}

func TestTimeoutIsUnknown(t *testing.T) {
	gate := make(chan struct{})
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-gate }))
	defer s.Close()
	defer close(gate)
	_, err := client(t, s.URL, Config{Timeout: 50 * time.Millisecond}).Reply(context.Background(), dana, "hello", tomorrow())
	require.Equal(t, Unknown, failure(t, err).Class)
}

func TestWindow(t *testing.T) {
	f, _ := platform(t)
	s := httptest.NewServer(f)
	defer s.Close()
	now := time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC)
	c := client(t, s.URL+"/v23.0", Config{Now: func() time.Time { return now }})
	for until, closed := range map[time.Time]bool{
		now.Add(WindowMargin + time.Second): false,
		now.Add(WindowMargin):               true,
		now.Add(-time.Hour):                 true,
		{}:                                  true,
	} {
		_, err := c.Reply(context.Background(), dana, "hello", until)
		if !closed {
			require.NoError(t, err)
			continue
		}
		require.Equal(t, WindowClosed, failure(t, err).Reason)
		require.Equal(t, Never, failure(t, err).Class)
	}
	require.Equal(t, 1, f.Calls())
}

func TestPrivateReplyToAComment(t *testing.T) {
	f, c := platform(t)
	_, err := c.Reply(context.Background(), Recipient{Person: "11", Comment: "17895"}, "hello", tomorrow())
	require.NoError(t, err)
	require.Equal(t, "17895", f.Sent()[0].Comment)
	require.Empty(t, f.Sent()[0].Person)
}

func TestPauseOfThePlatformHoldsForAll(t *testing.T) {
	f, c := platform(t)
	f.Fail(fakegraph.RateLimited)
	began := time.Now()
	_, err := c.Reply(context.Background(), dana, "hello", tomorrow())
	require.Equal(t, time.Second, failure(t, err).After)
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	_, err = c.Turns(ctx, 1)
	require.ErrorIs(t, err, context.DeadlineExceeded)
	_, err = c.Turns(context.Background(), 1)
	require.NoError(t, err)
	require.GreaterOrEqual(t, time.Since(began), 950*time.Millisecond)
}

func TestRateIsKept(t *testing.T) {
	c := client(t, "https://example.com", Config{Rate: 40}) // ten at once, then one each 25 ms
	began := time.Now()
	for left := 14; left > 0; {
		n, err := c.Turns(context.Background(), left)
		require.NoError(t, err)
		require.Positive(t, n)
		left -= n
	}
	require.GreaterOrEqual(t, time.Since(began), 90*time.Millisecond)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := c.Turns(ctx, 1)
	require.ErrorIs(t, err, context.Canceled)
}

func TestRedirectsAreNotFollowed(t *testing.T) {
	called := false
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { called = true }))
	defer other.Close()
	s := httptest.NewServer(http.RedirectHandler(other.URL, http.StatusTemporaryRedirect))
	defer s.Close()
	_, err := client(t, s.URL, Config{}).Reply(context.Background(), dana, "hello", tomorrow())
	require.Equal(t, Never, failure(t, err).Class)
	require.False(t, called)
}

func TestArguments(t *testing.T) {
	f, c := platform(t)
	for _, text := range []string{"", strings.Repeat("é", 501)} {
		_, err := c.Reply(context.Background(), dana, text, tomorrow())
		require.Equal(t, Never, failure(t, err).Class)
	}
	_, err := c.Reply(context.Background(), Recipient{}, "hello", tomorrow())
	require.Equal(t, Never, failure(t, err).Class)
	require.Equal(t, Never, failure(t, c.Hide(context.Background(), "")).Class)
	require.Zero(t, f.Calls())
	for _, c := range []Config{
		{BaseURL: "https://example.com"},
		{BaseURL: "http://example.com", Token: token},
		{BaseURL: "https://user:pass@example.com", Token: token},
		{BaseURL: "example.com", Token: token},
		{BaseURL: "https://example.com?x=1", Token: token},
		{BaseURL: "https://example.com", Token: token, Rate: -1},
	} {
		_, err := New(c)
		require.Error(t, err)
	}
	require.NotContains(t, fmt.Sprint(c), token)
}

func TestRetryAfter(t *testing.T) {
	for value, want := range map[string]time.Duration{
		"": 0, "7": 7 * time.Second, "-1": 0, "soon": 0, "99999999": time.Hour,
		time.Now().Add(-time.Hour).UTC().Format(http.TimeFormat): 0,
	} {
		require.Equal(t, want, retryAfter(http.Header{"Retry-After": {value}}), value)
	}
	ahead := retryAfter(http.Header{"Retry-After": {time.Now().Add(time.Minute).UTC().Format(http.TimeFormat)}})
	require.InDelta(t, time.Minute.Seconds(), ahead.Seconds(), 2)
}

func TestBackoff(t *testing.T) {
	for attempts, most := range map[int]time.Duration{0: time.Second, 1: time.Second, 2: 2 * time.Second, 5: 16 * time.Second, 10: 10 * time.Minute, 99: 10 * time.Minute} {
		for range 50 {
			got := Backoff(attempts, 0)
			require.GreaterOrEqual(t, got, most/2)
			require.LessOrEqual(t, got, most)
		}
	}
	require.Equal(t, time.Hour, Backoff(1, time.Hour))
}

func TestFailureNamesItsCodes(t *testing.T) {
	err := error(&Failure{Class: Never, Reason: "r", Status: 400, Code: 551, Subcode: 3})
	require.Equal(t, "graph: r (status 400, code 551, subcode 3)", err.Error())
	require.False(t, errors.Is(err, context.Canceled))
	require.Equal(t, []string{"again", "unknown", "never", ""}, []string{Again.String(), Unknown.String(), Never.String(), Class(0).String()})
}
