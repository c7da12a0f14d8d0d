package jsonvalues

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// AppendText appends what a string or a name says: raw without its quotes and
// with its escapes decoded, half of a surrogate pair as U+FFFD. Bytes that are
// no UTF-8 stay. A number is appended as it is written.
func AppendText(dst, raw []byte) []byte {
	if len(raw) < 2 || raw[0] != '"' {
		return append(dst, raw...)
	}
	raw = raw[1 : len(raw)-1]
	for len(raw) > 0 {
		if raw[0] != '\\' {
			n := bytes.IndexByte(raw, '\\')
			if n < 0 {
				n = len(raw)
			}
			dst = append(dst, raw[:n]...)
			raw = raw[n:]
			continue
		}
		n, r := escape(raw)
		dst = utf8.AppendRune(dst, r)
		raw = raw[n:]
	}
	return dst
}

// escape decodes the escape that raw begins with; n is its length.
func escape(raw []byte) (n int, r rune) {
	switch c := raw[1]; c {
	case 'b':
		return 2, '\b'
	case 'f':
		return 2, '\f'
	case 'n':
		return 2, '\n'
	case 'r':
		return 2, '\r'
	case 't':
		return 2, '\t'
	case 'u':
		r, _ = hex4(raw[2:])
		if !utf16.IsSurrogate(r) {
			return 6, r
		}
		if len(raw) >= 12 && raw[6] == '\\' && raw[7] == 'u' {
			low, _ := hex4(raw[8:])
			if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
				return 12, pair
			}
		}
		return 6, utf8.RuneError
	default:
		return 2, rune(c)
	}
}

// An Edit puts New in the place of bytes [Start, End) of a value's text, as
// AppendText gives it.
type Edit struct {
	Start, End int
	New        []byte
}

// AppendEdited appends raw with its text edited. Edits are in order and do not
// overlap. What they leave keeps its escapes. A number stays one where the new
// text is a number, else it becomes a string.
func AppendEdited(dst, raw []byte, edits []Edit) []byte {
	if len(edits) == 0 {
		return append(dst, raw...)
	}
	if raw[0] != '"' {
		return appendNumber(dst, raw, edits)
	}
	dst = append(dst, '"')
	at := 0 // in the text
	for raw = raw[1 : len(raw)-1]; len(raw) > 0; {
		n, size := 1, 1
		if raw[0] == '\\' {
			var r rune
			n, r = escape(raw)
			size = utf8.RuneLen(r)
		}
		for len(edits) > 0 && at >= edits[0].End {
			dst = appendEscaped(dst, edits[0].New)
			edits = edits[1:]
		}
		if len(edits) == 0 || at < edits[0].Start {
			dst = append(dst, raw[:n]...)
		}
		at, raw = at+size, raw[n:]
	}
	for _, e := range edits {
		dst = appendEscaped(dst, e.New)
	}
	return append(dst, '"')
}

func appendNumber(dst, raw []byte, edits []Edit) []byte {
	from := len(dst)
	dst = append(dst, '"')
	at := 0
	for _, e := range edits {
		dst = appendEscaped(append(dst, raw[at:e.Start]...), e.New)
		at = e.End
	}
	dst = append(dst, raw[at:]...)
	w := walker{src: dst[from+1:]}
	if c := append(w.src, ' ')[0]; (c == '-' || c >= '0' && c <= '9') && w.number() && w.at == len(w.src) {
		return append(dst[:from], w.src...)
	}
	return append(dst, '"')
}

// AppendString appends text as a JSON string.
func AppendString(dst, text []byte) []byte {
	return append(appendEscaped(append(dst, '"'), text), '"')
}

// appendEscaped appends text as it stands between quotes.
func appendEscaped(dst, text []byte) []byte {
	const hex = "0123456789abcdef"
	for _, c := range text {
		switch {
		case c == '"' || c == '\\':
			dst = append(dst, '\\', c)
		case c == '\n':
			dst = append(dst, '\\', 'n')
		case c == '\r':
			dst = append(dst, '\\', 'r')
		case c == '\t':
			dst = append(dst, '\\', 't')
		case c < ' ':
			dst = append(dst, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		default:
			dst = append(dst, c)
		}
	}
	return dst
}
