package structured

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decodeJSON gives the text of a string, which stands between its quotes in b,
// and where each of its bytes stood; at is nil where nothing is escaped.
func decodeJSON(b []byte) (text string, at []int32) {
	i := 0
	for i < len(b) && b[i] != '\\' {
		i++
	}
	if i == len(b) {
		return string(b), nil
	}
	var out strings.Builder
	out.Grow(len(b))
	at = make([]int32, 0, len(b)+1)
	for i = 0; i < len(b); {
		from, n := i, 1
		if b[i] != '\\' {
			out.WriteByte(b[i])
			i++
		} else {
			r := rune(0)
			r, i = unescape(b, i)
			before := out.Len()
			out.WriteRune(r)
			n = out.Len() - before
		}
		for ; n > 0; n-- {
			at = append(at, int32(from))
		}
	}
	return out.String(), append(at, int32(len(b)))
}

// unescape gives the rune of the escape at i and where it ends. A surrogate
// without its other half is U+FFFD.
func unescape(b []byte, i int) (rune, int) {
	switch c := b[i+1]; c {
	case 'b':
		return '\b', i + 2
	case 'f':
		return '\f', i + 2
	case 'n':
		return '\n', i + 2
	case 'r':
		return '\r', i + 2
	case 't':
		return '\t', i + 2
	case 'u':
		r := hex4(b[i+2:])
		i += 6
		if utf16.IsSurrogate(r) {
			if i+6 <= len(b) && b[i] == '\\' && b[i+1] == 'u' {
				if both := utf16.DecodeRune(r, hex4(b[i+2:])); both != utf8.RuneError {
					return both, i + 6
				}
			}
			return utf8.RuneError, i
		}
		return r, i
	default:
		return rune(c), i + 2
	}
}

// appendJSON appends s as it stands between quotes.
func appendJSON(dst, s []byte) []byte {
	const hex = "0123456789abcdef"
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRune(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			dst = append(dst, "\ufffd"...)
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r == '\n':
			dst = append(dst, '\\', 'n')
		case r == '\t':
			dst = append(dst, '\\', 't')
		case r == '\r':
			dst = append(dst, '\\', 'r')
		case r < 0x20 || r == 0x2028 || r == 0x2029:
			dst = append(dst, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		default:
			dst = append(dst, s[i:i+n]...)
		}
		i += n
	}
	return dst
}

// appendPointer appends a token of a JSON Pointer (RFC 6901).
func appendPointer(dst []byte, token string) []byte {
	dst = append(dst, '/')
	for i := range len(token) {
		switch token[i] {
		case '~':
			dst = append(dst, '~', '0')
		case '/':
			dst = append(dst, '~', '1')
		default:
			dst = append(dst, token[i])
		}
	}
	return dst
}
