package jsonvalues

// maxDepth bounds nesting, as encoding/json does.
const maxDepth = 10000

// Walk calls visit for each string, number and name of src, which is one JSON
// value, in order. It takes time linear in src. The error is a *SyntaxError;
// what comes before it has been visited.
func Walk(src []byte, visit func(Value)) error {
	w := walker{src: src, visit: visit}
	if !w.run() {
		return &SyntaxError{w.at}
	}
	return nil
}

type walker struct {
	src    []byte
	at     int
	frames []frame
	visit  func(Value)
}

// A frame is an open array or object.
type frame struct {
	object bool
	key    Range // of the member that is being read; an array has its parent's
	around Range // of the member it stands in
	path   uint64
	index  uint64
}

func (w *walker) run() bool {
	if !w.value() {
		return false
	}
	for len(w.frames) > 0 {
		w.space()
		if w.at >= len(w.src) {
			return false
		}
		f := &w.frames[len(w.frames)-1]
		c := w.src[w.at]
		if c == closer(f.object) {
			w.at++
			w.frames = w.frames[:len(w.frames)-1]
			continue
		}
		if f.index > 0 {
			if c != ',' {
				return false
			}
			w.at++
		}
		f.index++
		if f.object && !w.name(f) {
			return false
		}
		if !w.value() {
			return false
		}
	}
	w.space()
	return w.at == len(w.src)
}

func closer(object bool) byte {
	if object {
		return '}'
	}
	return ']'
}

// name reads a member's name and the colon.
func (w *walker) name(f *frame) bool {
	w.space()
	start := w.at
	if !w.string() {
		return false
	}
	f.key = Range{start, w.at}
	w.visit(Value{Range: f.key, Kind: Name, Key: f.around, Path: f.path})
	w.space()
	if w.at >= len(w.src) || w.src[w.at] != ':' {
		return false
	}
	w.at++
	return true
}

// value reads a scalar, or the beginning of an array or object.
func (w *walker) value() bool {
	w.space()
	if w.at >= len(w.src) {
		return false
	}
	start := w.at
	v := w.place()
	switch c := w.src[start]; {
	case c == '{' || c == '[':
		if len(w.frames) == maxDepth {
			return false
		}
		w.at++
		f := frame{object: c == '{', around: v.Key, path: v.Path}
		if !f.object {
			f.key, f.around = v.Key, v.Parent
		}
		w.frames = append(w.frames, f)
		return true
	case c == '"':
		if !w.string() {
			return false
		}
		v.Kind = String
	case c == '-' || c >= '0' && c <= '9':
		if !w.number() {
			return false
		}
		v.Kind = Number
	default:
		return w.literal("true") || w.literal("false") || w.literal("null")
	}
	v.Range = Range{start, w.at}
	w.visit(v)
	return true
}

// place gives the names and the path of the value that begins here.
func (w *walker) place() Value {
	if len(w.frames) == 0 {
		return Value{Path: 14695981039346656037}
	}
	f := &w.frames[len(w.frames)-1]
	v := Value{Key: f.key, Parent: f.around}
	if f.object {
		v.Path = mix(f.path, '.')
		for _, c := range w.src[f.key.Start:f.key.End] {
			v.Path = mix(v.Path, uint64(c))
		}
	} else {
		v.Path = mix(mix(f.path, '['), f.index)
	}
	return v
}

// mix is a step of FNV-1a.
func mix(h, x uint64) uint64 { return (h ^ x) * 1099511628211 }

func (w *walker) space() {
	for w.at < len(w.src) {
		switch w.src[w.at] {
		case ' ', '\t', '\n', '\r':
			w.at++
		default:
			return
		}
	}
}

func (w *walker) literal(s string) bool {
	if len(w.src)-w.at < len(s) || string(w.src[w.at:w.at+len(s)]) != s {
		return false
	}
	w.at += len(s)
	return true
}

func (w *walker) number() bool {
	if w.src[w.at] == '-' {
		w.at++
	}
	if w.at < len(w.src) && w.src[w.at] == '0' {
		w.at++
	} else if !w.digits() {
		return false
	}
	if w.at < len(w.src) && w.src[w.at] == '.' {
		w.at++
		if !w.digits() {
			return false
		}
	}
	if w.at < len(w.src) && w.src[w.at]|0x20 == 'e' {
		w.at++
		if w.at < len(w.src) && (w.src[w.at] == '+' || w.src[w.at] == '-') {
			w.at++
		}
		return w.digits()
	}
	return true
}

func (w *walker) digits() bool {
	start := w.at
	for w.at < len(w.src) && w.src[w.at] >= '0' && w.src[w.at] <= '9' {
		w.at++
	}
	return w.at > start
}

// string reads a string with its quotes.
func (w *walker) string() bool {
	if w.at >= len(w.src) || w.src[w.at] != '"' {
		return false
	}
	for w.at++; w.at < len(w.src); w.at++ {
		switch c := w.src[w.at]; {
		case c == '"':
			w.at++
			return true
		case c < ' ':
			return false
		case c == '\\':
			w.at++
			if w.at >= len(w.src) {
				return false
			}
			switch w.src[w.at] {
			case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
			case 'u':
				if _, ok := hex4(w.src[w.at+1:]); !ok {
					return false
				}
				w.at += 4
			default:
				return false
			}
		}
	}
	return false
}

// hex4 reads four hexadecimal digits.
func hex4(b []byte) (r rune, ok bool) {
	if len(b) < 4 {
		return 0, false
	}
	for _, c := range b[:4] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}
