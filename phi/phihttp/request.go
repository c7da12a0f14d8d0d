package phihttp

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/internal/sheet"
)

// Middleware gives a handler that reads requests before next gets them, and
// responses before the client does. It stands before whatever parses a form or
// reads the body.
func (g *Guard) Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		with := g.replacer(r)
		if g.opt.Request.Direction != 0 {
			in := r.WithContext(r.Context())
			// what was parsed before was not redacted
			in.Form, in.PostForm, in.MultipartForm = nil, nil, nil
			rep := g.request(in, with)
			if rep.Decision.Action != 0 || rep.Cause != NoCause {
				g.tell(r, rep)
			}
			if rep.Outcome == Refused {
				refuse(w, rep)
				return
			}
			r = in
		}
		if g.opt.Response.Direction == 0 {
			next.ServeHTTP(w, r)
			return
		}
		if !g.opt.ReportOnly && r.Header.Get("Range") != "" {
			r = r.WithContext(r.Context())
			r.Header = r.Header.Clone()
			r.Header.Del("Range")
			r.Header.Del("If-Range")
		}
		out := &responseWriter{ResponseWriter: w, g: g, r: r, with: with}
		next.ServeHTTP(out, r)
		out.finish()
	})
}

// replacer gives what an exchange is redacted with: the session of its context
// or one of its own.
func (g *Guard) replacer(r *http.Request) phi.Replacer {
	if s := SessionFrom(r.Context()); s != nil {
		return s
	}
	return g.redactor.NewSession()
}

// request reads the query and the body of a request that is the guard's own to
// change, and changes them.
func (g *Guard) request(r *http.Request, with phi.Replacer) (rep Report) {
	s := g.pool.Get().(*sheet.Sheet)
	defer func() {
		s.Reset()
		g.pool.Put(s)
	}()
	side := &g.opt.Request
	query := r.URL.RawQuery
	s.AddForm(query, g.keys, g.opt.CheckKeys)
	queried := s.Len()

	b, decoded, why := g.requestBody(r, s, side)
	if why == NoCause && s.Opaque {
		why = OtherType
	}
	if why == Incomplete {
		return Report{Part: RequestPart, Outcome: Refused, Cause: Incomplete}
	}
	rep = Report{Part: RequestPart, Outcome: Passed}
	if why != NoCause {
		if g.unread(&rep, side.ruleOf(why), why); rep.Outcome == Refused {
			return rep
		}
	}
	if s.Empty() {
		return rep
	}
	rep = g.judge(s, side, RequestPart)
	rep.Cause = why
	if g.act(s, &rep, with); rep.Outcome != Redacted {
		return rep
	}
	if changed := string(sheet.AppendSource(s, nil, query, 0, queried)); changed != query {
		setQuery(r, changed)
	}
	if b.last > b.first || b.parts != nil {
		if changed := b.append(nil, s); !bytes.Equal(changed, b.src) {
			setBody(r, changed, decoded)
		}
	}
	return rep
}

// requestBody puts the body in the sheet and leaves r.Body to be read again.
func (g *Guard) requestBody(r *http.Request, s *sheet.Sheet, side *Side) (b body, decoded bool, why Cause) {
	if r.Body == nil || r.Body == http.NoBody {
		return b, false, NoCause
	}
	coded, gzipped := codings(r.Header)
	if t := r.Header.Get("Content-Type"); t != "" {
		switch f, _ := formatOf(t); {
		case f == formatOther:
			return b, false, OtherType
		case f == formatUnclear, coded && (!gzipped || side.NoGzip):
			return b, false, Unclear
		}
	} else if coded && (!gzipped || side.NoGzip) {
		return b, false, Unclear
	}
	if r.ContentLength > int64(side.Limit) {
		return b, false, TooLong
	}
	src, err := readUpTo(r.Body, side.Limit)
	r.Body = replay{io.MultiReader(bytes.NewReader(src), r.Body), r.Body}
	if err != nil {
		var tooLong *http.MaxBytesError
		if errors.Is(err, errTooLong) || errors.As(err, &tooLong) {
			return b, false, TooLong
		}
		return b, false, Incomplete
	}
	if gzipped {
		if src, err = gunzip(src, side.Limit); errors.Is(err, errTooLong) {
			return b, false, TooLong
		} else if err != nil {
			return b, false, Malformed
		}
	}
	f, boundary := contentFormat(r.Header, src)
	b, why = g.add(s, src, f, boundary)
	return b, gzipped, why
}

// replay gives again what was read of a body and then the rest.
type replay struct {
	io.Reader
	io.Closer
}

func setQuery(r *http.Request, query string) {
	u := *r.URL
	u.RawQuery = query
	r.URL = &u
	if path, _, ok := strings.Cut(r.RequestURI, "?"); ok {
		r.RequestURI = path + "?" + query
	}
}

// setBody puts another body in the place of the first.
func setBody(r *http.Request, b []byte, decoded bool) {
	r.Body = replay{bytes.NewReader(b), r.Body}
	r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b)), nil }
	r.ContentLength, r.TransferEncoding = int64(len(b)), nil
	r.Header = r.Header.Clone()
	if decoded {
		r.Header.Del("Content-Encoding")
	}
	for _, name := range []string{"Content-Md5", "Digest", "Content-Digest", "Repr-Digest"} {
		r.Header.Del(name)
	}
	if r.Header.Get("Content-Length") != "" {
		r.Header.Set("Content-Length", strconv.Itoa(len(b)))
	}
}
