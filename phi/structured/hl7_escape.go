package structured

import "unicode/utf8"

// decodeHL7 gives the text of a part of a message, its escapes undone (HL7
// v2.5.1, section 2.7), and where each byte stood; at is nil where there are no
// escapes. Highlighting and what it does not know are left out of the text.
func decodeHL7(b []byte, d delimiters) (text string, at []int32) {
	i := 0
	for i < len(b) && (d.escape == 0 || b[i] != d.escape) {
		i++
	}
	if i == len(b) {
		return string(b), nil
	}
	out := make([]byte, 0, len(b))
	for i = 0; i < len(b); {
		n := escapeOf(b[i:], d)
		from := len(out)
		if n == 0 {
			out = append(out, b[i])
			n = 1
		} else {
			out = appendEscaped(out, b[i+1:i+n-1], d)
		}
		for ; from < len(out); from++ {
			at = append(at, int32(i))
		}
		i += n
	}
	return string(out), append(at, int32(len(b)))
}

// maxEscape bounds an escape; hexadecimal data may be long.
const maxEscape = 512

// escapeOf is the length of the escape that b begins with, 0 if it is none.
func escapeOf(b []byte, d delimiters) int {
	if d.escape == 0 || b[0] != d.escape {
		return 0
	}
	for i := 1; i < len(b) && i < maxEscape; i++ {
		switch c := b[i]; {
		case c == d.escape && i > 1:
			return i + 1
		case c != '.' && c != '+' && c != '-' && (c >= 0x80 || !wordByte(c)):
			return 0
		}
	}
	return 0
}

// appendEscaped appends what an escape stands for.
func appendEscaped(dst, name []byte, d delimiters) []byte {
	switch s := string(name); s {
	case "F":
		return append(dst, d.field)
	case "S":
		return append(dst, d.component)
	case "T":
		return append(dst, d.sub)
	case "R":
		return append(dst, d.repetition)
	case "E":
		return append(dst, d.escape)
	case ".br", ".ce":
		return append(dst, '\n')
	default:
		switch {
		case name[0] == '.' && len(name) >= 3 && (name[1] == 's' || name[1] == 'i' || name[1] == 't'):
			return append(dst, ' ')
		case name[0] == 'X':
			return appendHex(dst, name[1:])
		}
	}
	return dst
}

func appendHex(dst, digits []byte) []byte {
	if len(digits)%2 != 0 {
		return dst
	}
	from := len(dst)
	for i := 0; i < len(digits); i += 2 {
		v := hex4([]byte{'0', '0', digits[i], digits[i+1]})
		if v < 0 {
			return dst[:from]
		}
		dst = append(dst, byte(v))
	}
	return dst
}

// appendHL7 appends a value with the delimiters in it escaped. A delimiter that
// the message cannot escape becomes a space.
func appendHL7(dst, out []byte, d delimiters) []byte {
	for i := 0; i < len(out); {
		r, n := utf8.DecodeRune(out[i:])
		name := byte(0)
		switch c := out[i]; {
		case n > 1 || r == utf8.RuneError:
		case c == d.field:
			name = 'F'
		case c == d.component:
			name = 'S'
		case d.sub != 0 && c == d.sub:
			name = 'T'
		case d.repetition != 0 && c == d.repetition:
			name = 'R'
		case d.escape != 0 && c == d.escape:
			name = 'E'
		case c < ' ':
			dst = append(dst, ' ')
			i++
			continue
		}
		switch {
		case name == 0:
			dst = append(dst, out[i:i+n]...)
		case d.escape == 0:
			dst = append(dst, ' ')
		default:
			dst = append(dst, d.escape, name, d.escape)
		}
		i += n
	}
	return dst
}
