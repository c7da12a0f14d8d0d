package lexicon

import "unicode/utf8"

// Quoted-printable (RFC 2045) writes bytes as "=40" and ends long lines by "=".
// So do forms and queries ("age=40"): a byte is one only where the text shows
// that it is quoted-printable or where what comes out is part of an address.

// quotedByte reads the byte or the soft line end at token i.
func (s *Scan) quotedByte(i int) int {
	at := int(s.Tokens[i].Start)
	c := s.at(at + 1)
	if c == '\n' || c == '\r' && s.at(at+2) == '\n' {
		end := at + 2
		if c == '\r' {
			end++
		}
		if class[s.at(at-1)] <= bytePunct && s.at(at-1) != '=' && at > 0 && class[s.at(end)] <= bytePunct && s.isQuoted() {
			s.replace(at, end, "")
		}
		return i
	}
	if !quotedHex(c) || !quotedHex(s.at(at+2)) || s.veils.url {
		return i
	}
	r, end := s.escapedRune(at, '=')
	if r <= 0 || !readable(r) {
		return i
	}
	switch {
	case s.isQuoted():
	case r == '@':
		if !s.alnumAt(at-1) || !s.hostAt(end) {
			return i
		}
	case r == '.' || r == '_' || r == '-' || r == '+':
		if !s.alnumAt(at-1) || !s.alnumAt(end) || !s.digitAt(at-1) != !s.digitAt(end) {
			return i
		}
	default:
		return i
	}
	s.replaceRune(at, end, r)
	return s.past(i, end)
}

func quotedHex(c byte) bool { return c >= '0' && c <= '9' || c >= 'A' && c <= 'F' }

// hostAt reports whether a host name with a dot begins at byte i.
func (s *Scan) hostAt(i int) bool {
	n := 0
	for ; n < 64 && (s.alnumAt(i+n) || s.at(i+n) == '-'); n++ {
	}
	dot := s.at(i+n) == '.' && s.letterAt(i+n+1) || s.at(i+n) == '=' && s.at(i+n+1) == '2' && s.at(i+n+2) == 'E'
	return n >= 2 && s.letterAt(i) && dot
}

// isQuoted reports whether the text is quoted-printable: an escaped "=" or
// space or character outside ASCII, or a line of a mail's length that ends in "=".
func (s *Scan) isQuoted() bool {
	if s.veils.quoted == 0 {
		s.veils.quoted = -1
		for i := range s.Tokens {
			if s.Tokens[i].Is('=') && s.quotedSign(int(s.Tokens[i].Start)) {
				s.veils.quoted = 1
				break
			}
		}
	}
	return s.veils.quoted > 0
}

func (s *Scan) quotedSign(at int) bool {
	switch c := s.at(at + 1); c {
	case '\n', '\r':
		n := 1
		for n <= 76 && class[s.at(at-n)] != byteLine && at-n >= 0 {
			n++
		}
		return n >= 60 && n <= 76
	case '3', '0':
		d := s.at(at + 2)
		return c == '3' && d == 'D' || c == '0' && (d == 'A' || d == 'D')
	case '2':
		return s.at(at+2) == '0' && class[s.at(at+3)] == byteLine
	}
	r, _ := s.escapedRune(at, '=')
	return r >= utf8.RuneSelf && quotedHex(s.at(at+1)) && quotedHex(s.at(at+2))
}
