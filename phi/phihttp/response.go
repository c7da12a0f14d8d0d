package phihttp

import (
	"bufio"
	"io"
	"net"
	"net/http"

	"github.com/phidetect/phidetect/phi"
)

// A mode says what becomes of what a handler writes.
type mode uint8

const (
	undecided mode = iota
	passing        // goes through
	watching       // goes through, and a copy is read at the end
	holding        // is held back until the end
	streaming      // is read event by event
	refused        // goes nowhere
)

// A responseWriter reads what a handler writes.
type responseWriter struct {
	http.ResponseWriter
	g    *Guard
	r    *http.Request
	with phi.Replacer

	mode   mode
	status int // as the handler set it; 0 before
	sent   bool
	buf    []byte
	format format
	gzip   bool
	bound  string
}

var (
	_ http.Flusher  = (*responseWriter)(nil)
	_ http.Hijacker = (*responseWriter)(nil)
)

// Unwrap lets http.ResponseController set deadlines.
func (w *responseWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func (w *responseWriter) side() *Side { return &w.g.opt.Response }

// WriteHeader keeps the status until it is known what becomes of the body.
func (w *responseWriter) WriteHeader(status int) {
	switch {
	case w.status != 0:
	case status >= 100 && status < 200 && status != http.StatusSwitchingProtocols:
		w.ResponseWriter.WriteHeader(status)
	case status == http.StatusNoContent || status == http.StatusNotModified:
		w.status, w.mode = status, passing
		w.send()
	default:
		w.status = status
		switch {
		case status == http.StatusSwitchingProtocols:
			w.cannot(OtherType)
		case w.Header().Get("Content-Type") != "":
			w.decide(nil)
		}
	}
}

// send sends the header, once.
func (w *responseWriter) send() {
	if !w.sent {
		w.sent = true
		w.ResponseWriter.WriteHeader(w.status)
	}
}

// decide sets the mode by the header, and by how the body begins where that
// says nothing of its type.
func (w *responseWriter) decide(begin []byte) {
	h := w.Header()
	if _, set := h["Content-Type"]; !set && h.Get("Content-Encoding") == "" && len(begin) > 0 {
		h.Set("Content-Type", http.DetectContentType(begin)) // as net/http does
	}
	w.format, w.bound = contentFormat(h, begin)
	coded, gzipped := codings(h)
	w.gzip = gzipped
	switch {
	case w.format == formatOther:
		w.cannot(OtherType)
	case w.format == formatUnclear, coded && (!gzipped || w.side().NoGzip), w.status == http.StatusPartialContent,
		coded && w.live():
		w.cannot(Unclear)
	case w.live():
		w.mode = streaming
		if !w.g.opt.ReportOnly {
			h.Del("Content-Length")
			dropValidators(h)
		}
		w.send()
	case w.g.opt.ReportOnly:
		w.mode = watching
		w.send()
	default:
		w.mode = holding
	}
}

func (w *responseWriter) live() bool { return w.format == formatEvents || w.format == formatLines }

// cannot settles a body that cannot be read. What was held back goes before the
// rest.
func (w *responseWriter) cannot(why Cause) {
	rep := Report{Part: ResponsePart}
	w.g.unread(&rep, w.side().ruleOf(why), why)
	w.settle(rep)
}

// settle refuses the body or lets it pass as it is from here on.
func (w *responseWriter) settle(rep Report) {
	if rep.Outcome == Refused {
		w.mode = refused
		if !w.sent {
			w.sent = true
			refuse(w.ResponseWriter, rep)
		} else {
			w.breakOff(rep)
		}
		w.buf = nil
	} else {
		if w.mode == watching {
			w.buf = nil // it went through already
		}
		w.mode = passing
		w.send()
		w.drain()
	}
	w.g.tell(w.r, rep)
}

// drain writes what was held back.
func (w *responseWriter) drain() {
	held := w.buf
	w.buf = nil
	if len(held) > 0 {
		// an error comes back with the next write
		_, _ = w.ResponseWriter.Write(held)
	}
}

// Write takes what the handler writes. After a refusal it gives ErrRefused, so
// that the handler can stop.
func (w *responseWriter) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.WriteHeader(http.StatusOK)
	}
	if w.mode == undecided {
		w.decide(b)
	}
	switch w.mode {
	case refused:
		return 0, ErrRefused
	case passing:
		return w.ResponseWriter.Write(b)
	case watching:
		if len(w.buf) <= w.side().Limit {
			w.buf = append(w.buf, b[:min(len(b), w.side().Limit+1)]...)
		}
		return w.ResponseWriter.Write(b)
	}
	w.buf = append(w.buf, b...)
	if w.mode == streaming {
		if err := w.events(); err != nil {
			return 0, err
		}
	}
	if len(w.buf) > w.side().Limit {
		if w.cannot(TooLong); w.mode == refused {
			return 0, ErrRefused
		}
	}
	return len(b), nil
}

// ReadFrom hands on to the writer behind where nothing is read, so that files
// are still sent by the system.
func (w *responseWriter) ReadFrom(src io.Reader) (int64, error) {
	if to, ok := w.ResponseWriter.(io.ReaderFrom); ok && w.mode == passing {
		return to.ReadFrom(src)
	}
	return io.Copy(writerOnly{w}, src)
}

// writerOnly hides ReadFrom from io.Copy.
type writerOnly struct{ io.Writer }

// Flush is FlushError without the error.
func (w *responseWriter) Flush() { _ = w.FlushError() }

// FlushError flushes what may go. A body that is held back stays.
func (w *responseWriter) FlushError() error {
	switch {
	case w.status == 0 && w.Header().Get("Content-Type") != "":
		w.WriteHeader(http.StatusOK)
	case w.mode == refused:
		return ErrRefused
	}
	if !w.sent {
		return nil
	}
	return http.NewResponseController(w.ResponseWriter).Flush()
}

// Hijack takes over the connection, where what cannot be read may pass.
func (w *responseWriter) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	rep := Report{Part: ResponsePart}
	w.g.unread(&rep, w.side().Other, OtherType)
	w.g.tell(w.r, rep)
	if rep.Outcome == Refused {
		return nil, nil, ErrRefused
	}
	w.mode = passing
	return http.NewResponseController(w.ResponseWriter).Hijack()
}
