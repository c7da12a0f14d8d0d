package phihttp

import (
	"bytes"

	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/internal/sheet"
)

// eventEnd gives the length of the first whole event or line of b, 0 if none is
// whole.
func eventEnd(b []byte, f format) int {
	for at := 0; ; {
		i := bytes.IndexByte(b[at:], '\n')
		if i < 0 {
			return 0
		}
		at += i + 1
		switch {
		case f == formatLines:
			return at
		case bytes.HasPrefix(b[at:], []byte("\n")):
			return at + 1
		case bytes.HasPrefix(b[at:], []byte("\r\n")):
			return at + 2
		}
	}
}

// events passes on the events that are whole.
func (w *responseWriter) events() error {
	at := 0
	for at < len(w.buf) {
		n := eventEnd(w.buf[at:], w.format)
		if n == 0 {
			break
		}
		if err := w.event(w.buf[at : at+n]); err != nil {
			return err
		}
		at += n
	}
	w.buf = append(w.buf[:0], w.buf[at:]...)
	return nil
}

// lastEvent passes on what no end came for.
func (w *responseWriter) lastEvent() {
	if len(w.buf) > 0 {
		// the handler has returned: nobody is left to be told
		_ = w.event(w.buf)
	}
}

// event reads one event and writes it.
func (w *responseWriter) event(src []byte) error {
	s := w.g.pool.Get().(*sheet.Sheet)
	defer func() {
		s.Reset()
		w.g.pool.Put(s)
	}()
	b, why := w.g.add(s, src, w.format, "")
	if why == NoCause && s.Opaque {
		why = OtherType
	}
	if why != NoCause && w.side().ruleOf(why) == Refuse && !w.g.opt.ReportOnly {
		w.settle(Report{Part: EventPart, Outcome: Refused, Cause: why})
		return ErrRefused
	}
	rep := w.g.judge(s, w.side(), EventPart)
	rep.Cause = why
	w.g.act(s, &rep, w.with)
	switch {
	case rep.Outcome == Refused:
		w.settle(rep)
		return ErrRefused
	case rep.Outcome == Redacted:
		src = b.append(nil, s)
	}
	if rep.Decision.Facts.Verdict != phi.None || rep.Outcome != Passed || why != NoCause {
		w.g.tell(w.r, rep)
	}
	_, err := w.ResponseWriter.Write(src)
	return err
}

// breakOff ends a stream that has begun with the problem as its last event.
func (w *responseWriter) breakOff(rep Report) {
	if rep.Part == ResponsePart {
		rep.Part = EventPart
	}
	_, body := problemOf(rep)
	if w.format == formatEvents {
		body = append(append([]byte("event: error\ndata: "), body...), '\n')
	}
	// there is nobody to tell that the client is gone
	_, _ = w.ResponseWriter.Write(append(body, '\n'))
}
