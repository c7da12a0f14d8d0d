package main

import (
	"bytes"
	"compress/gzip"
	"embed"
	"io"
	"net/http"
	"strconv"
	"strings"
)

//go:embed page
var pages embed.FS

// policy lets the page run its own scripts and WebAssembly and connect to where
// it came from, and nothing else: not even a form can be sent.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self'; " +
	"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// A file is served as it is, or packed to a browser that can unpack it.
type file struct {
	kind         string
	plain, small []byte
}

// site serves its files by their paths.
type site map[string]file

func newSite(p *program) (site, error) {
	s := site{}
	for _, f := range []struct{ path, name, kind string }{
		{"/", "index.html", "text/html; charset=utf-8"},
		{"/page.css", "page.css", "text/css; charset=utf-8"},
		{"/page.js", "page.js", "text/javascript; charset=utf-8"},
		{"/worker.js", "worker.js", "text/javascript; charset=utf-8"},
		{"/icon.svg", "icon.svg", "image/svg+xml"},
	} {
		b, err := pages.ReadFile("page/" + f.name)
		if err != nil {
			return nil, err
		}
		if s[f.path], err = newFile(f.kind, b); err != nil {
			return nil, err
		}
	}
	var err error
	if s["/wasm_exec.js"], err = newFile("text/javascript; charset=utf-8", p.exec); err != nil {
		return nil, err
	}
	s["/phidetect.wasm"], err = newFile("application/wasm", p.wasm)
	return s, err
}

func newFile(kind string, b []byte) (file, error) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(b); err != nil {
		return file{}, err
	}
	if err := z.Close(); err != nil {
		return file{}, err
	}
	return file{kind: kind, plain: b, small: packed.Bytes()}, nil
}

// ServeHTTP gives a file. A request that could carry text, by a body or a
// query, is refused unread.
func (s site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	// A page that is alone in its process is given a clock of 5 µs.
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Embedder-Policy", "require-corp")
	h.Set("Cache-Control", "no-cache")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "this server takes no text: GET and HEAD only", http.StatusMethodNotAllowed)
		return
	}
	if r.URL.RawQuery != "" {
		http.Error(w, "this server takes no text: no query", http.StatusBadRequest)
		return
	}
	f, ok := s[r.URL.Path]
	if !ok {
		http.Error(w, "no such file", http.StatusNotFound)
		return
	}
	body := f.plain
	h.Set("Content-Type", f.kind)
	h.Set("Vary", "Accept-Encoding")
	if acceptsGzip(r) {
		h.Set("Content-Encoding", "gzip")
		body = f.small
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method == http.MethodGet {
		io.Copy(w, bytes.NewReader(body))
	}
}

// acceptsGzip reports whether the browser says so; q=0 says no.
func acceptsGzip(r *http.Request) bool {
	for _, part := range strings.Split(strings.Join(r.Header.Values("Accept-Encoding"), ","), ",") {
		coding, weight, _ := strings.Cut(part, ";")
		if strings.EqualFold(strings.TrimSpace(coding), "gzip") {
			q := strings.TrimSpace(weight)
			return !strings.HasPrefix(q, "q=0") || strings.Trim(q[3:], ".0") != ""
		}
	}
	return false
}
