package phihttp

import (
	"compress/gzip"
	"io"
	"net/http"

	"github.com/phidetect/phidetect/phi"
)

// Transport gives a RoundTripper that reads requests before base sends them;
// base nil means http.DefaultTransport. Where the policy redacts, a copy of the
// request is sent with its query and body redacted, and numbered labels in the
// response are replaced by what they stand for: in JSON by value, in text, and in
// the events and lines of streams, also where a label is cut over several reads
// or events, as a language model sends it. Labels are those of the context's
// session (ContextWithSession), or else of the exchange.
//
// What the policy refuses is not sent: RoundTrip gives a *RefusedError. Note that
// http.Client puts the URL, with the query as it was, into its own errors.
func (g *Guard) Transport(base http.RoundTripper) http.RoundTripper {
	if base == nil {
		base = http.DefaultTransport
	}
	return &transport{g, base}
}

type transport struct {
	g    *Guard
	base http.RoundTripper
}

// RoundTrip implements http.RoundTripper.
func (t *transport) RoundTrip(r *http.Request) (*http.Response, error) {
	g := t.g
	session := SessionFrom(r.Context())
	given := session != nil
	if !given {
		session = g.numbered.NewSession()
	}
	out := r
	redacted := false
	if g.opt.Request.Direction != 0 {
		out = r.Clone(r.Context())
		rep := g.request(out, session)
		if rep.Decision.Action != 0 || rep.Cause != NoCause {
			g.tell(r, rep)
		}
		if rep.Outcome == Refused {
			if r.Body != nil {
				// it is refused whatever closing says
				_ = r.Body.Close()
			}
			return nil, &RefusedError{rep}
		}
		redacted = rep.Outcome == Redacted
	}
	res, err := t.base.RoundTrip(out)
	if err != nil {
		return nil, err
	}
	if (given || redacted) && !g.opt.ReportOnly {
		restoreResponse(res, session, g.opt.Request.Limit)
	}
	return res, nil
}

// restoreResponse replaces the body by one that restores labels, where it is
// text.
func restoreResponse(res *http.Response, s *phi.Session, limit int) {
	f, _ := formatOf(res.Header.Get("Content-Type"))
	coded, gzipped := codings(res.Header)
	switch f {
	case formatText, formatJSON, formatEvents, formatLines:
	default:
		return
	}
	if res.Body == nil || res.Body == http.NoBody || coded && !gzipped {
		return
	}
	var src io.Reader = res.Body
	if gzipped {
		src = &lazyGzip{src: src}
		res.Header.Del("Content-Encoding")
		res.Uncompressed = true
	}
	res.Body = &restoring{src: src, closer: res.Body, step: restorerOf(s, f, limit)}
	res.ContentLength = -1
	res.Header.Del("Content-Length")
	dropValidators(res.Header)
}

// lazyGzip reads the gzip header with the first Read, not before there is a body.
type lazyGzip struct {
	src io.Reader
	z   *gzip.Reader
}

func (l *lazyGzip) Read(b []byte) (int, error) {
	if l.z == nil {
		z, err := gzip.NewReader(l.src)
		if err != nil {
			return 0, err
		}
		l.z = z
	}
	return l.z.Read(b)
}

// restoring is a body that restores as it is read.
type restoring struct {
	src     io.Reader
	closer  io.Closer
	step    restorer
	in, out []byte
	at      int // in out
	err     error
}

// A restorer appends to dst what of in can be given out, and tells how much of
// in that was. At the end all is.
type restorer interface {
	restore(dst, in []byte, ended bool) (out []byte, used int)
}

const chunk = 8 << 10

// Read gives what has been restored, as soon as there is some.
func (r *restoring) Read(b []byte) (int, error) {
	if len(b) == 0 {
		return 0, nil
	}
	for r.at == len(r.out) {
		if r.err != nil {
			return 0, r.err
		}
		r.fill()
	}
	n := copy(b, r.out[r.at:])
	r.at += n
	return n, nil
}

func (r *restoring) fill() {
	if cap(r.in)-len(r.in) < chunk {
		r.in = append(make([]byte, 0, 2*len(r.in)+chunk), r.in...)
	}
	n, err := r.src.Read(r.in[len(r.in):cap(r.in)])
	r.in, r.err = r.in[:len(r.in)+n], err
	var used int
	r.out, used = r.step.restore(r.out[:0], r.in, err != nil)
	r.in, r.at = r.in[:copy(r.in, r.in[used:])], 0
}

// Close closes the body behind.
func (r *restoring) Close() error { return r.closer.Close() }
