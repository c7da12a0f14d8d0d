package phihttp

import (
	"bytes"
	"errors"
	"net/http"
	"strconv"

	"github.com/phidetect/phidetect/phi/internal/sheet"
)

// finish does what is left when the handler has returned.
func (w *responseWriter) finish() {
	switch w.mode {
	case undecided:
		w.empty()
	case watching, holding:
		if len(w.buf) == 0 {
			w.empty()
			return
		}
		w.whole()
	case streaming:
		w.lastEvent()
	}
}

// empty ends a response without a body.
func (w *responseWriter) empty() {
	if w.r.Method == http.MethodHead && !w.g.opt.ReportOnly {
		if f, _ := formatOf(w.Header().Get("Content-Type")); f != formatOther {
			w.Header().Del("Content-Length")
			dropValidators(w.Header())
		}
	}
	if w.status != 0 {
		w.send()
	}
}

// whole reads the whole body and sends it.
func (w *responseWriter) whole() {
	src := w.buf
	if w.gzip && len(src) <= w.side().Limit {
		var err error
		if src, err = gunzip(w.buf, w.side().Limit); errors.Is(err, errTooLong) {
			w.cannot(TooLong)
			return
		} else if err != nil {
			w.cannot(Malformed)
			return
		}
	}
	if len(src) > w.side().Limit {
		w.cannot(TooLong)
		return
	}
	s := w.g.pool.Get().(*sheet.Sheet)
	defer func() {
		s.Reset()
		w.g.pool.Put(s)
	}()
	b, why := w.g.add(s, src, w.format, w.bound)
	if why == NoCause && s.Opaque {
		why = OtherType
	}
	if why != NoCause && (w.side().ruleOf(why) == Refuse || s.Empty()) {
		w.cannot(why)
		return
	}
	rep := w.g.judge(s, w.side(), ResponsePart)
	rep.Cause = why
	w.g.act(s, &rep, w.with)
	if rep.Outcome == Redacted {
		if changed := b.append(nil, s); !bytes.Equal(changed, src) {
			h := w.Header()
			dropValidators(h)
			if w.gzip {
				h.Del("Content-Encoding")
			}
			h.Set("Content-Length", strconv.Itoa(len(changed)))
			w.buf = changed
		}
	}
	w.settle(rep)
}
