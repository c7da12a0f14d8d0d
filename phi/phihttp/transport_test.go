package phihttp

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/phi"
)

// backend is a server that keeps the last request's body and answers.
func backend(t *testing.T, contentType, answer string, header ...string) (url string, last *string) {
	last = new(string)
	var mu sync.Mutex
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		b, _ := io.ReadAll(r.Body)
		*last = r.URL.RawQuery + "|" + string(b)
		w.Header().Set("Content-Type", contentType)
		for i := 0; i < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		io.WriteString(w, answer)
	}))
	t.Cleanup(s.Close)
	return s.URL, last
}

func outgoing() Options {
	return Options{Policy: Always(phi.Redact), Request: Side{Direction: phi.ThirdParty}}
}

func call(t *testing.T, g *Guard, ctx context.Context, url, body string) (string, *http.Response) {
	t.Helper()
	r, err := http.NewRequestWithContext(ctx, "POST", url, strings.NewReader(body))
	require.NoError(t, err)
	r.Header.Set("Content-Type", "application/json")
	res, err := (&http.Client{Transport: g.Transport(nil)}).Do(r)
	require.NoError(t, err)
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	return string(b), res
}

const prompt = `{"model":"example-large-2","max_tokens":10240,"messages":[{"role":"user","content":"hi its \"Dana\" Whitfield, 202-555-0147"}]}`

func TestTransportRedactsAndRestores(t *testing.T) {
	for name, c := range map[string]struct {
		contentType, answer, want string
		header                    []string
	}{
		"json":      {"application/json", `{"a" : "Dear [NAME_2]", "n": 1.0}`, `{"a" : "Dear Whitfield", "n": 1.0}`, nil},
		"text":      {"text/plain", "call [PHONE_1] or [PHONE_2]", "call 202-555-0147 or [PHONE_2]", nil},
		"gzip":      {"text/plain", zipped(t, "call [PHONE_1]"), "call 202-555-0147", []string{"Content-Encoding", "gzip"}},
		"picture":   {"image/png", "[PHONE_1]", "[PHONE_1]", nil},
		"not json":  {"application/json", `{"a": "[PHONE_1]`, `{"a": "202-555-0147`, nil},
		"arguments": {"application/json", `{"arguments":"{\"to\":\"[PHONE_1]\"}"}`, `{"arguments":"{\"to\":\"202-555-0147\"}"}`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			url, last := backend(t, c.contentType, c.answer, c.header...)
			got, res := call(t, guard(t, outgoing()), context.Background(), url+"?note=from+dana@example.com", strings.Replace(prompt, `\"Dana\" `, "", 1))
			require.NotContains(t, *last, "Whitfield")
			require.NotContains(t, *last, "202-555-0147")
			require.Contains(t, *last, "note=from+%5BEMAIL_1%5D|")
			require.Contains(t, *last, `"model":"example-large-2","max_tokens":10240`)
			require.Equal(t, strings.Replace(c.want, "Whitfield", "[NAME_2]", 1), strings.Replace(got, "Whitfield", "[NAME_2]", 1))
			if c.contentType != "image/png" {
				require.Equal(t, int64(-1), res.ContentLength)
				require.Empty(t, res.Header.Get("Content-Encoding"))
			}
		})
	}
}

func TestTransportSessionOfTheContext(t *testing.T) {
	r, err := phi.NewRedactor(nil, phi.RedactPolicy{Default: phi.Treatment{Operator: phi.OpNumber}})
	require.NoError(t, err)
	ctx := ContextWithSession(context.Background(), r.NewSession())
	g := guard(t, outgoing())
	url, last := backend(t, "application/json", `{"a":"[NAME_1], [NAME_2]"}`)
	call(t, g, ctx, url, `{"content":"hi its Dana Whitfield"}`)
	require.Equal(t, `|{"content":"hi its [NAME_1]"}`, *last)
	got, _ := call(t, g, ctx, url, `{"content":"its Tom Okafor for Dana Whitfield"}`)
	require.Equal(t, `|{"content":"its [NAME_2] for [NAME_1]"}`, *last)
	require.Equal(t, `{"a":"Dana Whitfield, Tom Okafor"}`, got)
	require.Nil(t, SessionFrom(context.Background()))
}

type closing struct {
	io.Reader
	closed *bool
}

func (c closing) Close() error { *c.closed = true; return nil }

func TestTransportRefuses(t *testing.T) {
	url, last := backend(t, "text/plain", "")
	o := Options{Request: Side{Direction: phi.ThirdParty}}
	for body, why := range map[string]string{
		"its Dana Whitfield, i take methadone for my heroin addiction": "block by rule part-2",
		`{"a":`: "malformed",
	} {
		closed := false
		r, err := http.NewRequest("POST", url, closing{strings.NewReader(body), &closed})
		require.NoError(t, err)
		r.Header.Set("Content-Type", "text/plain")
		if strings.HasPrefix(body, "{") {
			r.Header.Set("Content-Type", "application/json")
		}
		_, err = guard(t, o).Transport(nil).RoundTrip(r)
		require.ErrorIs(t, err, ErrRefused)
		var refused *RefusedError
		require.ErrorAs(t, err, &refused)
		require.ErrorContains(t, err, why)
		require.NotContains(t, fmt.Sprintf("%+v", refused), "Whitfield")
		require.True(t, closed)
	}
	require.Empty(t, *last)
}

func TestTransportReadsBodiesOfUnknownLength(t *testing.T) {
	url, last := backend(t, "text/plain", "")
	closed := false
	r, err := http.NewRequest("POST", url, closing{strings.NewReader(dana), &closed})
	require.NoError(t, err)
	require.Zero(t, r.ContentLength)
	_, err = guard(t, outgoing()).Transport(nil).RoundTrip(r)
	require.NoError(t, err)
	require.Equal(t, "|hi its [NAME_1]", *last)
	require.True(t, closed)
}

func TestTransportDoesNotChangeTheRequest(t *testing.T) {
	url, _ := backend(t, "text/plain", "")
	r, err := http.NewRequest("POST", url+"?q=dana@example.com", strings.NewReader(dana))
	require.NoError(t, err)
	r.Header.Set("Content-Type", "text/plain")
	r.Header.Set("Digest", "x")
	_, err = guard(t, outgoing()).Transport(nil).RoundTrip(r)
	require.NoError(t, err)
	require.Equal(t, "q=dana@example.com", r.URL.RawQuery)
	require.Equal(t, int64(len(dana)), r.ContentLength)
	require.Equal(t, "x", r.Header.Get("Digest"))
}

// session gives one with labels for a name with a quote in it and a phone.
func session(t *testing.T) *phi.Session {
	t.Helper()
	r, err := phi.NewRedactor(nil, phi.RedactPolicy{Default: phi.Treatment{Operator: phi.OpNumber}})
	require.NoError(t, err)
	s := r.NewSession()
	require.Equal(t, "[NAME_1]", string(s.AppendValue(nil, 1, "Dana \"D\" Whitfield\n")))
	require.Equal(t, "[PHONE_1]", s.Redact("202-555-0147"))
	return s
}

// restored reads in through a restorer, n bytes at a time.
func restored(t *testing.T, s *phi.Session, contentType, in string, limit int, read func(io.Reader) io.Reader) string {
	t.Helper()
	closed := false
	res := &http.Response{Header: http.Header{"Content-Type": {contentType}}, Body: closing{read(strings.NewReader(in)), &closed}}
	restoreResponse(res, s, limit)
	b, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	require.NoError(t, res.Body.Close())
	require.True(t, closed)
	return string(b)
}

func TestRestoreIsTheSameHoweverItIsCut(t *testing.T) {
	s := session(t)
	const quoted = `Dana \"D\" Whitfield\n`
	for name, c := range map[string]struct {
		contentType, in, want string
		limit                 int
	}{
		"text":             {"text/plain", "[[NAME_1] [x] [NAME_ [PHONE_1][PHONE_1] [NAME", "[Dana \"D\" Whitfield\n [x] [NAME_ 202-555-0147202-555-0147 [NAME", 1 << 20},
		"json":             {"application/json", `{"a":["[NAME_1]", "\u005bPHONE_1]"]}`, `{"a":["` + quoted + `", "202-555-0147"]}`, 1 << 20},
		"json over limit":  {"application/json", `{"a":["[NAME_1]", "[PHONE_1]"]}`, `{"a":["` + quoted + `", "202-555-0147"]}`, 8},
		"json in json":     {"application/json", `{"arguments":"{\"a\":\"[NAME_1]\"}"}`, `{"arguments":"{\"a\":\"Dana \\\"D\\\" Whitfield\\n\"}"}`, 1 << 20},
		"lines":            {"application/x-ndjson", `{"c":"a [NA"}` + "\n" + `{"c":"ME_1]!"}` + "\n", `{"c":"a "}` + "\n" + `{"c":"` + quoted + `!"}` + "\n", 1 << 20},
		"lines over limit": {"application/x-ndjson", `{"c":"` + strings.Repeat("x", 20) + `[NAME_1]"}` + "\n", `{"c":"` + strings.Repeat("x", 20) + quoted + `"}` + "\n", 8},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, c.want, restored(t, s, c.contentType, c.in, c.limit, iotest.OneByteReader))
			require.Equal(t, c.want, restored(t, s, c.contentType, c.in, c.limit, iotest.DataErrReader))
			require.Equal(t, c.want, restored(t, s, c.contentType, c.in, c.limit, iotest.HalfReader))
		})
	}
}

// texts joins the text of the deltas of a stream by their index.
func texts(t *testing.T, stream string) map[int]string {
	t.Helper()
	out := map[int]string{}
	for _, line := range strings.Split(stream, "\n") {
		data, ok := strings.CutPrefix(line, "data: ")
		if !ok || data == "[DONE]" {
			continue
		}
		var e struct {
			Index int
			Delta struct{ Text string }
		}
		require.NoError(t, json.Unmarshal([]byte(data), &e), data)
		out[e.Index] += e.Delta.Text
	}
	return out
}

func event(index int, text string) string {
	b, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	return fmt.Sprintf("event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":%d,\"delta\":{\"text\":%s}}\n\n", index, b)
}

func TestLabelsCutOverEvents(t *testing.T) {
	s := session(t)
	const answer, want = "Dear [NAME_1], call [PHONE_1] [or not] [NAME_", "Dear Dana \"D\" Whitfield\n, call 202-555-0147 [or not] [NAME_"
	const ping, stop = "event: ping\ndata: {\"type\":\"ping\"}\n\n", "event: content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":0}\n\n"
	for size := 1; size <= len(answer); size++ {
		var in bytes.Buffer
		for at := 0; at < len(answer); at += size {
			piece := answer[at:min(at+size, len(answer))]
			in.WriteString(event(0, piece) + ping + event(1, piece)) // two answers at once
		}
		in.WriteString(stop + "data: [DONE]\n\n")
		for _, read := range []func(io.Reader) io.Reader{iotest.OneByteReader, iotest.DataErrReader} {
			got := restored(t, s, "text/event-stream", in.String(), 1<<20, read)
			require.Equal(t, map[int]string{0: want, 1: want}, texts(t, got))
			require.Less(t, strings.LastIndex(got, "[NAME_"), strings.Index(got, "content_block_stop"), "what is held back comes before the end")
			require.True(t, strings.HasSuffix(got, "data: [DONE]\n\n"))
		}
	}
}

func TestStreamThatBreaksOffGivesWhatItHeld(t *testing.T) {
	got := restored(t, session(t), "text/event-stream", event(0, "Dear [NAME"), 1<<20, iotest.OneByteReader)
	require.Equal(t, map[int]string{0: "Dear [NAME"}, texts(t, got))
}

func TestTransportConcurrentUse(t *testing.T) {
	url, _ := backend(t, "application/json", `{"a":"[NAME_1]"}`)
	g := guard(t, outgoing())
	client := &http.Client{Transport: g.Transport(nil)}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			name := []string{"Dana Whitfield", "Tom Okafor", "Rosa Delgado", "Priya Raman"}[i%4]
			for range 5 {
				res, err := client.Post(url, "application/json", strings.NewReader(`{"c":"hi its `+name+`"}`))
				if err != nil {
					t.Error(err)
					return
				}
				b, _ := io.ReadAll(res.Body)
				res.Body.Close()
				if string(b) != `{"a":"`+name+`"}` {
					t.Error("another's name was restored")
				}
			}
		})
	}
	wg.Wait()
}
