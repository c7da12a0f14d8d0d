package phihttp

import (
	"bufio"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/phi"
)

func TestResponses(t *testing.T) {
	for name, c := range map[string]struct{ contentType, in, want string }{
		"text":    {"text/plain", dana, danaOut},
		"sniffed": {"", dana, danaOut},
		"json":    {"application/json", danaJSON, outJSON},
		"picture": {"image/png", dana, dana},
		"form":    {"application/x-www-form-urlencoded", "mrn=7", "mrn=%5BMEDICAL_RECORD_NUMBER%5D"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, w := send(t, redactBoth(), httptest.NewRequest("GET", "/", nil), answer(c.contentType, c.in, "Content-Length", strconv.Itoa(len(c.in)), "ETag", `"1"`))
			require.Equal(t, c.want, w.Body.String())
			require.Equal(t, 200, w.Code)
			require.Equal(t, strconv.Itoa(len(c.want)), w.Header().Get("Content-Length"))
			if c.want == c.in {
				require.Equal(t, `"1"`, w.Header().Get("ETag"))
			} else {
				require.Empty(t, w.Header().Get("ETag"))
			}
		})
	}
	_, _, w := send(t, redactBoth(), httptest.NewRequest("GET", "/", nil), answer("text/plain", zipped(t, dana), "Content-Encoding", "gzip"))
	require.Equal(t, danaOut, w.Body.String())
	require.Empty(t, w.Header().Get("Content-Encoding"))
}

func TestRefusedResponses(t *testing.T) {
	for name, h := range map[string]http.HandlerFunc{
		"policy":    answer("text/plain", dana+", my diabetes check", "ETag", `"1"`, "Content-Disposition", "attachment; filename=dana"),
		"too long":  answer("text/plain", dana+strings.Repeat(" ok", 1000)),
		"coding":    answer("text/plain", dana, "Content-Encoding", "br"),
		"malformed": answer("application/json", `{"a":"`+dana),
		"partial": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/plain")
			w.WriteHeader(http.StatusPartialContent)
			io.WriteString(w, dana)
		},
	} {
		t.Run(name, func(t *testing.T) {
			o := Options{Response: Side{Direction: phi.FromStaff, Limit: 1000}}
			_, _, w := send(t, o, httptest.NewRequest("GET", "/", nil), h)
			require.Equal(t, 500, w.Code)
			require.NotContains(t, w.Body.String(), "whitfield")
			require.Equal(t, "application/problem+json", w.Header().Get("Content-Type"))
			require.Empty(t, w.Header().Get("ETag")+w.Header().Get("Content-Disposition")+w.Header().Get("Content-Encoding"))
		})
	}
}

func TestHandlerIsToldOfARefusal(t *testing.T) {
	o := Options{Response: Side{Direction: phi.FromStaff, Limit: 10}}
	send(t, o, httptest.NewRequest("GET", "/", nil), func(w http.ResponseWriter, _ *http.Request) {
		_, err := io.WriteString(w, strings.Repeat("ok ", 10))
		require.ErrorIs(t, err, ErrRefused)
		require.ErrorIs(t, http.NewResponseController(w).Flush(), ErrRefused)
	})
}

func TestTooLongResponseMayPass(t *testing.T) {
	for _, only := range []bool{false, true} {
		o := Options{Response: Side{Direction: phi.FromStaff, Limit: 100, TooLong: Pass}, ReportOnly: only}
		long := strings.Repeat("ok ", 100)
		_, _, w := send(t, o, httptest.NewRequest("GET", "/", nil), func(w http.ResponseWriter, _ *http.Request) {
			for i := 0; i < len(long); i += 30 {
				io.WriteString(w, long[i:i+30])
			}
		})
		require.Equal(t, long, w.Body.String())
	}
}

// over runs the middleware in a real server.
func over(t *testing.T, o Options, h http.HandlerFunc) *httptest.Server {
	s := httptest.NewServer(guard(t, o).Middleware(h))
	t.Cleanup(s.Close)
	return s
}

func TestHeadAndStatusesWithoutBody(t *testing.T) {
	s := over(t, redactBoth(), func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/early":
			w.Header().Set("Link", "</style.css>; rel=preload")
			w.WriteHeader(http.StatusEarlyHints)
			answer("text/plain", dana)(w, r)
		case "/204":
			w.WriteHeader(http.StatusNoContent)
		case "/304":
			w.Header().Set("ETag", `"1"`)
			w.WriteHeader(http.StatusNotModified)
		case "/length":
			w.Header().Set("Content-Length", "21")
			w.Header().Set("Content-Type", "text/plain")
			w.Header().Set("ETag", `"1"`)
		case "/written":
			answer("text/plain", dana)(w, r)
		case "/404":
			w.WriteHeader(http.StatusNotFound)
		}
	})
	get := func(method, path string) (*http.Response, string) {
		r, err := http.NewRequest(method, s.URL+path, nil)
		require.NoError(t, err)
		res, err := http.DefaultTransport.RoundTrip(r)
		require.NoError(t, err)
		defer res.Body.Close()
		b, err := io.ReadAll(res.Body)
		require.NoError(t, err)
		return res, string(b)
	}
	_, body := get("GET", "/early")
	require.Equal(t, danaOut, body)
	res, _ := get("GET", "/204")
	require.Equal(t, 204, res.StatusCode)
	res, _ = get("GET", "/304")
	require.Equal(t, 304, res.StatusCode)
	require.Equal(t, `"1"`, res.Header.Get("ETag"))
	res, _ = get("HEAD", "/length")
	require.Empty(t, res.Header.Get("ETag"))
	require.NotEqual(t, int64(21), res.ContentLength)
	res, _ = get("HEAD", "/written")
	require.Equal(t, int64(len(danaOut)), res.ContentLength)
	res, body = get("GET", "/404")
	require.Equal(t, 404, res.StatusCode)
	require.Empty(t, body)
	res, body = get("GET", "/nothing")
	require.Equal(t, 200, res.StatusCode)
	require.Empty(t, body)
}

func TestEventsPassOneByOne(t *testing.T) {
	next := make(chan bool)
	s := over(t, redactBoth(), func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		rc := http.NewResponseController(w)
		require.NoError(t, rc.SetWriteDeadline(time.Now().Add(time.Minute)))
		io.WriteString(w, ": dana@example.com\nevent: note\ndata: hi its da")
		require.NoError(t, rc.Flush())
		io.WriteString(w, "na whitfield\n\n")
		require.NoError(t, rc.Flush())
		<-next
		io.WriteString(w, "data: "+danaJSON+"\r\n\r\ndata: last for 202-555-0147")
	})
	res, err := http.Get(s.URL)
	require.NoError(t, err)
	defer res.Body.Close()
	in := bufio.NewReader(res.Body)
	for _, want := range []string{": [EMAIL]\n", "event: note\n", "data: hi its [NAME]\n", "\n"} {
		got, err := in.ReadString('\n')
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
	next <- true // the first event has come before the second was written
	rest, err := io.ReadAll(in)
	require.NoError(t, err)
	require.Equal(t, "data: "+outJSON+"\r\n\r\ndata: last for [PHONE]", string(rest))
}

func TestEventThatIsRefusedEndsTheStream(t *testing.T) {
	o := Options{Response: Side{Direction: phi.PublicReply, Limit: 200}}
	_, _, w := send(t, o, httptest.NewRequest("GET", "/", nil), func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		io.WriteString(w, "data: we open at nine\n\n")
		_, err := io.WriteString(w, "data: "+dana+", my diabetes check is due\n\n")
		require.ErrorIs(t, err, ErrRefused)
		_, err = io.WriteString(w, "data: more\n\n")
		require.ErrorIs(t, err, ErrRefused)
	})
	require.True(t, strings.HasPrefix(w.Body.String(), "data: we open at nine\n\nevent: error\ndata: {"), w.Body.String())
	require.True(t, strings.HasSuffix(w.Body.String(), "}\n\n"))
	require.NotContains(t, w.Body.String(), "whitfield")
	require.NotContains(t, w.Body.String(), "more")

	_, _, w = send(t, o, httptest.NewRequest("GET", "/", nil), answer("application/x-ndjson", `{"a":"`+strings.Repeat("ok ", 100)))
	require.Contains(t, w.Body.String(), "too_long")
	require.True(t, strings.HasSuffix(w.Body.String(), "}\n"))
}

func TestRangeIsTakenOut(t *testing.T) {
	s := over(t, redactBoth(), func(w http.ResponseWriter, r *http.Request) {
		http.ServeContent(w, r, "note.txt", time.Time{}, strings.NewReader(dana))
	})
	r, err := http.NewRequest("GET", s.URL, nil)
	require.NoError(t, err)
	r.Header.Set("Range", "bytes=7-10")
	res, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	require.Equal(t, danaOut, string(b))
	require.Empty(t, res.Header.Get("Accept-Ranges"))
}

func TestHijack(t *testing.T) {
	for _, other := range []Unread{Pass, Refuse} {
		o := redactBoth()
		o.Response.Other = other
		s := over(t, o, func(w http.ResponseWriter, _ *http.Request) {
			c, _, err := http.NewResponseController(w).Hijack()
			if other == Refuse {
				require.ErrorIs(t, err, ErrRefused)
				return
			}
			require.NoError(t, err)
			io.WriteString(c, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
			c.Close()
		})
		res, err := http.Get(s.URL)
		require.NoError(t, err)
		res.Body.Close()
	}
}

func TestFileIsSentByTheWriterBehind(t *testing.T) {
	w := &readerFrom{ResponseRecorder: httptest.NewRecorder()}
	guard(t, redactBoth()).Middleware(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "image/png")
		w.WriteHeader(200)
		_, err := io.Copy(w, io.LimitReader(strings.NewReader(dana), 7))
		require.NoError(t, err)
	})).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	require.True(t, w.used)
	require.Equal(t, dana[:7], w.Body.String())
}

type readerFrom struct {
	*httptest.ResponseRecorder
	used bool
}

func (w *readerFrom) ReadFrom(r io.Reader) (int64, error) {
	w.used = true
	return io.Copy(w.ResponseRecorder, r)
}
