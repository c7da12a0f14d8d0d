package main

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// wasm stands for the program: these tests are of what serves it.
const wasm = "\x00asm and so on"

func newTestSite(t *testing.T) site {
	t.Helper()
	s, err := newSite(&program{wasm: []byte(wasm), exec: []byte("class Go {}")})
	require.NoError(t, err)
	return s
}

func ask(s http.Handler, method, target string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, strings.NewReader("its dana whitfield"))
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func TestFiles(t *testing.T) {
	s := newTestSite(t)
	for path, kind := range map[string]string{
		"/":               "text/html; charset=utf-8",
		"/page.css":       "text/css; charset=utf-8",
		"/page.js":        "text/javascript; charset=utf-8",
		"/worker.js":      "text/javascript; charset=utf-8",
		"/wasm_exec.js":   "text/javascript; charset=utf-8",
		"/icon.svg":       "image/svg+xml",
		"/phidetect.wasm": "application/wasm",
	} {
		w := ask(s, http.MethodGet, path)
		require.Equal(t, http.StatusOK, w.Code, path)
		require.Equal(t, kind, w.Header().Get("Content-Type"), path)
		require.Contains(t, w.Header().Get("Content-Security-Policy"), "connect-src 'self'; ", path)
		require.NotEmpty(t, w.Body.String(), path)
		head := ask(s, http.MethodHead, path)
		require.Equal(t, w.Header(), head.Header(), path)
		require.Empty(t, head.Body.String(), path)
	}
	require.Len(t, s, 7)
	require.Equal(t, http.StatusNotFound, ask(s, http.MethodGet, "/page/index.html").Code)
}

// No request can carry text to the server, and what it says of a refused one
// holds nothing of it.
func TestTakesNoText(t *testing.T) {
	s := newTestSite(t)
	for _, c := range []struct {
		method, target string
		code           int
	}{
		{http.MethodPost, "/", http.StatusMethodNotAllowed},
		{http.MethodPut, "/page.js", http.StatusMethodNotAllowed},
		{http.MethodPatch, "/phidetect.wasm", http.StatusMethodNotAllowed},
		{http.MethodDelete, "/", http.StatusMethodNotAllowed},
		{http.MethodGet, "/?q=dana", http.StatusBadRequest},
		{http.MethodHead, "/page.js?dana", http.StatusBadRequest},
		{http.MethodGet, "/dana", http.StatusNotFound},
	} {
		w := ask(s, c.method, c.target)
		require.Equal(t, c.code, w.Code, c.target)
		require.NotContains(t, w.Body.String(), "dana")
	}
	require.Equal(t, "GET, HEAD", ask(s, http.MethodPost, "/").Header().Get("Allow"))
}

func TestPacked(t *testing.T) {
	s := newTestSite(t)
	for accepts, packed := range map[string]bool{
		"":                         false,
		"gzip, deflate, br":        true,
		"br;q=1.0, GZIP;q=0.5":     true,
		"gzip;q=0":                 false,
		"gzip; q=0.000, br":        false,
		"identity, xgzip, deflate": false,
	} {
		w := ask(s, http.MethodGet, "/phidetect.wasm", "Accept-Encoding", accepts)
		require.Equal(t, "Accept-Encoding", w.Header().Get("Vary"))
		if !packed {
			require.Empty(t, w.Header().Get("Content-Encoding"), accepts)
			require.Equal(t, wasm, w.Body.String())
			continue
		}
		require.Equal(t, "gzip", w.Header().Get("Content-Encoding"), accepts)
		z, err := gzip.NewReader(w.Body)
		require.NoError(t, err)
		b, err := io.ReadAll(z)
		require.NoError(t, err)
		require.Equal(t, wasm, string(b))
	}
}

// The page takes nothing from elsewhere, has no code or style of its own that
// the policy would refuse, and puts no text into the document as markup.
func TestPageIsClosed(t *testing.T) {
	s := newTestSite(t)
	html := ask(s, http.MethodGet, "/").Body.String()
	for _, m := range regexp.MustCompile(`(?:src|href)="([^"]*)"`).FindAllStringSubmatch(html, -1) {
		require.Contains(t, s, m[1])
	}
	require.NotRegexp(t, `(?i)<style|\sstyle=|\son[a-z]+=|<script>|<form|//[a-z]`, html)
	for _, path := range []string{"/page.js", "/worker.js"} {
		script := ask(s, http.MethodGet, path).Body.String()
		require.NotRegexp(t, `innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|https?:`, script, path)
	}
	require.NotRegexp(t, `url\(|@import`, ask(s, http.MethodGet, "/page.css").Body.String())
}
