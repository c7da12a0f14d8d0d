package webhook

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/dmguard/internal/event"
)

var secret = []byte("an invented app secret")

const one = `{"object":"instagram","entry":[{"id":"99","time":1,"messaging":[{"sender":{"id":"11"},"recipient":{"id":"99"},"timestamp":1,"message":{"mid":"m1","text":"its dana whitfield"}}]}]}`

// taker is a Receiver that keeps what it got, or fails.
type taker struct {
	mu     sync.Mutex
	events []event.Event
	err    error
	gate   chan struct{}
}

func (t *taker) Receive(ctx context.Context, events []event.Event) error {
	if t.gate != nil {
		<-t.gate
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.events = append(t.events, events...)
	return t.err
}

type bench struct {
	*httptest.Server
	taker    *taker
	logs     bytes.Buffer
	mu       sync.Mutex
	outcomes []string
}

// start serves a webhook as a program would.
func start(t *testing.T, change func(*Config)) *bench {
	b := &bench{taker: &taker{}}
	c := Config{VerifyToken: "a token", AppSecrets: [][]byte{secret}, Receiver: b.taker,
		Log: slog.New(slog.NewTextHandler(&b.logs, nil)),
		Observe: func(o Outcome) {
			b.mu.Lock()
			defer b.mu.Unlock()
			b.outcomes = append(b.outcomes, o.Name)
		}}
	if change != nil {
		change(&c)
	}
	h, err := New(c)
	require.NoError(t, err)
	b.Server = httptest.NewServer(h)
	t.Cleanup(b.Close)
	return b
}

func (b *bench) send(t *testing.T, method, body string, header http.Header) (int, string) {
	r, err := http.NewRequest(method, b.URL, strings.NewReader(body))
	require.NoError(t, err)
	r.Header = header
	res, err := b.Client().Do(r)
	require.NoError(t, err)
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	return res.StatusCode, strings.TrimSpace(string(text))
}

func signedBy(secret []byte, body string) http.Header {
	return http.Header{SignatureHeader: {Sign(secret, []byte(body))}}
}

func TestHandshakeAnswersTheChallenge(t *testing.T) {
	b := start(t, nil)
	get := func(query string) (int, string) {
		res, err := b.Client().Get(b.URL + "?" + query)
		require.NoError(t, err)
		defer res.Body.Close()
		text, err := io.ReadAll(res.Body)
		require.NoError(t, err)
		return res.StatusCode, string(text)
	}
	code, text := get("hub.mode=subscribe&hub.verify_token=a+token&hub.challenge=1158201444")
	require.Equal(t, 200, code)
	require.Equal(t, "1158201444", text)
	for query, want := range map[string]int{
		"":                                   400,
		"hub.mode=subscribe&hub.challenge=1": 400,
		"hub.mode=unsubscribe&hub.verify_token=a+token&hub.challenge=1":                              400,
		"hub.mode=subscribe&hub.verify_token=a+token&hub.verify_token=b&hub.challenge=1":             400,
		"hub.mode=subscribe&hub.verify_token=a+token":                                                400,
		"hub.mode=subscribe&hub.verify_token=a+token&hub.challenge=" + strings.Repeat("1", 1025):     400,
		"hub.mode=subscribe&hub.verify_token=a+toke&hub.challenge=1158201444":                        403,
		"hub.mode=subscribe&hub.verify_token=&hub.challenge=1158201444":                              403,
		"hub.mode=subscribe&hub.verify_token=a+token+and+some+more+letters&hub.challenge=1158201444": 403,
	} {
		code, text = get(query)
		require.Equal(t, want, code, query)
		require.NotContains(t, text, "1158201444")
	}
}

func TestChallengeIsNoPage(t *testing.T) {
	b := start(t, nil)
	res, err := b.Client().Get(b.URL + "?hub.mode=subscribe&hub.verify_token=a+token&hub.challenge=%3Cscript%3E")
	require.NoError(t, err)
	res.Body.Close()
	require.Equal(t, "text/plain; charset=utf-8", res.Header.Get("Content-Type"))
	require.Equal(t, "nosniff", res.Header.Get("X-Content-Type-Options"))
}

func TestSignatures(t *testing.T) {
	other := []byte("the secret before that one")
	b := start(t, func(c *Config) { c.AppSecrets = [][]byte{secret, other} })
	for _, s := range [][]byte{secret, other} {
		code, text := b.send(t, "POST", one, signedBy(s, one))
		require.Equal(t, 200, code)
		require.Empty(t, text)
	}
	require.Len(t, b.taker.events, 2)
	good := Sign(secret, []byte(one))
	for name, h := range map[string]http.Header{
		"none":        {},
		"empty":       {SignatureHeader: {""}},
		"two":         {SignatureHeader: {good, good}},
		"sha1":        {SignatureHeader: {"sha1=" + good[7:47]}},
		"short":       {SignatureHeader: {good[:len(good)-2]}},
		"no hex":      {SignatureHeader: {good[:len(good)-1] + "g"}},
		"other body":  {SignatureHeader: {Sign(secret, []byte(one+" "))}},
		"other key":   {SignatureHeader: {Sign([]byte("nobody's secret at all"), []byte(one))}},
		"no prefix":   {SignatureHeader: {good[7:]}},
		"old header":  {"X-Hub-Signature": {good}},
		"last letter": {SignatureHeader: {good[:len(good)-1] + string("0123456789abcdef"[(strings.IndexByte("0123456789abcdef", good[len(good)-1])+1)%16])}},
	} {
		code, text := b.send(t, "POST", one, h)
		require.Equal(t, 401, code, name)
		require.Equal(t, BadSignature, text, name)
	}
	require.Len(t, b.taker.events, 2)
}

func TestRefusals(t *testing.T) {
	b := start(t, func(c *Config) { c.MaxBody = 1000 })
	large := strings.Repeat(" ", 1001)
	for name, c := range map[string]struct {
		method, body string
		header       http.Header
		code         int
		want         string
	}{
		"put":      {"PUT", one, signedBy(secret, one), 405, BadMethod},
		"delete":   {"DELETE", "", nil, 405, BadMethod},
		"oversize": {"POST", large, signedBy(secret, large), 413, TooLarge},
		"no json":  {"POST", "its dana", signedBy(secret, "its dana"), 400, BadJSON},
		"nothing":  {"POST", "", signedBy(secret, ""), 400, BadJSON},
		"zipped":   {"POST", one, http.Header{SignatureHeader: {Sign(secret, []byte(one))}, "Content-Encoding": {"gzip"}}, 415, BadEncoding},
	} {
		code, text := b.send(t, c.method, c.body, c.header)
		require.Equal(t, c.code, code, name)
		require.Equal(t, c.want, text, name)
	}
	require.Empty(t, b.taker.events)
	require.Empty(t, b.logs.String())
}

func TestNestingWithoutEnd(t *testing.T) {
	b := start(t, nil)
	deep := strings.Repeat(`[`, 1<<20)
	code, _ := b.send(t, "POST", deep, signedBy(secret, deep))
	require.Equal(t, 400, code)
	deep = `{"object":"instagram","entry":[{"messaging":` + strings.Repeat(`{"a":`, 5000) + "1" + strings.Repeat("}", 5000) + `}]}`
	code, _ = b.send(t, "POST", deep, signedBy(secret, deep))
	require.Equal(t, 200, code)
}

func TestSlowBodyIsCutOff(t *testing.T) {
	b := start(t, func(c *Config) { c.ReadTimeout = 50 * time.Millisecond })
	conn, err := net.Dial("tcp", b.Listener.Addr().String())
	require.NoError(t, err)
	defer conn.Close()
	_, err = io.WriteString(conn, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
	require.NoError(t, err)
	res, err := http.ReadResponse(bufio.NewReader(conn), nil)
	require.NoError(t, err)
	res.Body.Close()
	require.Equal(t, 408, res.StatusCode)
	require.True(t, res.Close)
}

func TestWhatIsNotStoredComesAgain(t *testing.T) {
	b := start(t, nil)
	b.taker.err = errors.New("disk full")
	code, _ := b.send(t, "POST", one, signedBy(secret, one))
	require.Equal(t, 503, code)
	require.Contains(t, b.logs.String(), "disk full")
	require.NotContains(t, b.logs.String(), "whitfield")
	require.Equal(t, []string{NotStored}, b.outcomes)
}

func TestTooManyAtOnceAreSentAway(t *testing.T) {
	b := start(t, func(c *Config) { c.MaxPending = 1 })
	b.taker.gate = make(chan struct{})
	codes := make(chan int, 8)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			code, _ := b.send(t, "POST", one, signedBy(secret, one))
			codes <- code
		})
	}
	for range 7 { // one waits at the gate, the others are answered without it
		require.Equal(t, 503, <-codes)
	}
	close(b.taker.gate)
	require.Equal(t, 200, <-codes)
	all.Wait()
}

func TestWhoHangsUpIsStoredAllTheSame(t *testing.T) {
	b := start(t, nil)
	b.taker.gate = make(chan struct{})
	ctx, cancel := context.WithCancel(context.Background())
	r, err := http.NewRequestWithContext(ctx, "POST", b.URL, strings.NewReader(one))
	require.NoError(t, err)
	r.Header = signedBy(secret, one)
	done := make(chan error)
	go func() {
		_, err := b.Client().Do(r)
		done <- err
	}()
	b.taker.gate <- struct{}{} // it is being stored
	cancel()
	<-done
	require.Eventually(t, func() bool {
		b.taker.mu.Lock()
		defer b.taker.mu.Unlock()
		return len(b.taker.events) == 1
	}, 5*time.Second, time.Millisecond)
}

func TestConfigNamesWhatIsMissing(t *testing.T) {
	full := Config{VerifyToken: "t", AppSecrets: [][]byte{secret}, Receiver: &taker{}}
	for want, change := range map[string]func(*Config){
		"VerifyToken": func(c *Config) { c.VerifyToken = "" },
		"AppSecrets":  func(c *Config) { c.AppSecrets = nil },
		"AppSecret ":  func(c *Config) { c.AppSecrets = [][]byte{secret, []byte("short")} },
		"Receiver":    func(c *Config) { c.Receiver = nil },
	} {
		c := full
		change(&c)
		_, err := New(c)
		require.ErrorContains(t, err, want)
	}
}
