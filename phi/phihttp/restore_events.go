package phihttp

import (
	"bytes"

	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/internal/jsonvalues"
)

// An eventRestorer restores the events or lines of a stream. A model sends its
// answer a few letters an event, so that a label is cut over several: what may
// be the beginning of one is held back, and put before the text of the next
// event with a string at the same place. Where the next event has none there,
// the rest is sent before it in a copy of the event that it came from.
type eventRestorer struct {
	s      *phi.Session
	format format
	limit  int
	held   []heldText
	long   *textRestorer
}

// heldText is the end of a string that may be half a label.
type heldText struct {
	path  uint64 // the string's place in its event
	index uint64 // which of several answers the event is of
	text  []byte
	event []byte
	at    jsonvalues.Range // of the string in event
	key   bool             // the string holds JSON
}

// maxHeld bounds the places that text is held back at.
const maxHeld = 64

func (r *eventRestorer) restore(dst, in []byte, ended bool) ([]byte, int) {
	used := 0
	for r.long == nil {
		n := eventEnd(in[used:], r.format)
		if n == 0 {
			break
		}
		dst = r.event(dst, in[used:used+n])
		used += n
	}
	switch rest := in[used:]; {
	case r.long != nil || len(rest) > r.limit:
		r.long = &textRestorer{r.s, true}
		dst = r.flush(dst, func(*heldText) bool { return false })
		dst, n := r.long.restore(dst, rest, ended)
		return dst, used + n
	case ended:
		if len(rest) > 0 {
			dst = r.event(dst, rest)
		}
		dst = r.flush(dst, func(*heldText) bool { return false })
		return dst, len(in)
	}
	return dst, used
}

// flush sends what is held back but for what stays.
func (r *eventRestorer) flush(dst []byte, stays func(*heldText) bool) []byte {
	kept := r.held[:0]
	for i := range r.held {
		h := &r.held[i]
		if stays(h) {
			kept = append(kept, *h)
			continue
		}
		dst = append(dst, h.event[:h.at.Start]...)
		dst = jsonvalues.AppendString(dst, appendRestored(nil, h.text, r.s, h.key))
		dst = append(dst, h.event[h.at.End:]...)
	}
	clear(r.held[len(kept):])
	r.held = kept
	return dst
}

// event restores one event.
func (r *eventRestorer) event(dst, src []byte) []byte {
	from, to := r.data(src)
	if from < 0 {
		return append(dst, src...) // a comment, or a ping
	}
	data := src[from:to]
	paths := map[uint64]bool{}
	index := uint64(0)
	if jsonvalues.Walk(data, func(v jsonvalues.Value) {
		switch key := data[v.Key.Start:v.Key.End]; {
		case v.Kind == jsonvalues.String:
			paths[v.Path] = true
		case v.Kind == jsonvalues.Number && bytes.HasSuffix(key, []byte(`index"`)):
			for _, c := range data[v.Key.Start:v.End] {
				index = (index ^ uint64(c)) * 1099511628211
			}
		}
	}) != nil {
		dst = r.flush(dst, func(*heldText) bool { return false })
		return appendRestored(dst, src, r.s, false)
	}
	dst = r.flush(dst, func(h *heldText) bool { return paths[h.path] })
	dst = append(dst, src[:from]...)
	dst, _ = appendRestoredJSON(dst, data, r.s, func(v jsonvalues.Value, text []byte) []byte {
		return r.cut(v, index, text, src, from)
	})
	return append(dst, src[to:]...)
}

// cut puts what is held back before text, and holds back its own end.
func (r *eventRestorer) cut(v jsonvalues.Value, index uint64, text, src []byte, from int) []byte {
	for i := range r.held {
		if h := &r.held[i]; h.path == v.Path && h.index == index {
			text = append(h.text, text...)
			r.held = append(r.held[:i], r.held[i+1:]...)
			break
		}
	}
	n := begun(text)
	if n == 0 || len(r.held) == maxHeld {
		return text
	}
	r.held = append(r.held, heldText{
		path: v.Path, index: index, text: bytes.Clone(text[len(text)-n:]), event: bytes.Clone(src),
		at:  jsonvalues.Range{Start: from + v.Start, End: from + v.End},
		key: nested(src[from+v.Key.Start : from+v.Key.End]),
	})
	return text[:len(text)-n]
}

// data gives the data of an event, -1 for events without: comments, and pings,
// which come between any two others.
func (r *eventRestorer) data(src []byte) (from, to int) {
	if r.format == formatLines {
		return 0, len(src)
	}
	from = -1
	for at := 0; at < len(src); {
		end := len(src)
		if i := bytes.IndexByte(src[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		name, value, _ := bytes.Cut(bytes.TrimRight(src[at:end], "\r\n"), []byte(":"))
		switch {
		case string(name) == "event" && string(bytes.TrimSpace(value)) == "ping":
			return -1, -1
		case string(name) == "data" && from >= 0:
			to = at + len(name) + 1 + len(value) // more lines: read as text
		case string(name) == "data":
			from, to = min(at+len(name)+1, end), at+len(name)+1+len(value)
		}
		at = end
	}
	return from, to
}
