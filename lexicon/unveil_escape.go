package lexicon

import "unicode/utf8"

// foldRune puts what r folds to and gives its length.
func foldRune(put *[4]byte, r rune) uint8 {
	base := byte('.')
	switch {
	case r < utf8.RuneSelf:
		put[0] = byte(r)
		return 1
	case invisible(r):
		return 0
	case r >= 0xC0 && r < 0x250:
		base = latinBase[r-0xC0]
	case r >= 0x1E00 && r < 0x1F00:
		base = latinAdditional[r-0x1E00]
	default:
		if b := plain(r); b != 0 {
			base = b
			put[0] = b
			return 1
		}
	}
	if base != '.' {
		put[0] = base
		return 1
	}
	p := latinPair(r)
	if p == "" {
		p = ligature(r)
	}
	if p == "" {
		return uint8(utf8.EncodeRune(put[:], r))
	}
	return uint8(copy(put[:], p))
}

// longestEntity bounds the name of an HTML entity.
const longestEntity = 9

// entity reads the HTML entity at token i, "&#64;", "&#x40;", "&nbsp;".
func (s *Scan) entity(i int) int {
	at := int(s.Tokens[i].Start)
	end := at + 1
	for n := 0; end < len(s.Text) && s.Text[end] != ';'; end++ {
		if n++; n > longestEntity || !s.alnumAt(end) && s.Text[end] != '#' {
			return i
		}
	}
	if end >= len(s.Text) || end < at+3 {
		return i
	}
	r, ok := entityRune(s.Text[at+1 : end])
	if !ok {
		return i
	}
	s.replaceRune(at, end+1, r)
	return s.past(i, end+1)
}

func entityRune(name string) (rune, bool) {
	if name[0] == '#' {
		base, digits := rune(10), name[1:]
		if digits[0]|0x20 == 'x' {
			base, digits = 16, digits[1:]
		}
		r := rune(0)
		for i := range len(digits) {
			d := hexValue(digits[i])
			if d < 0 || d >= base || r > utf8.MaxRune {
				return 0, false
			}
			r = r*base + d
		}
		return r, readable(r)
	}
	for i := range entities {
		if entities[i].name == name {
			return entities[i].r, true
		}
	}
	if len(name) > 3 && class[name[0]] == byteLetter {
		switch name[1:] {
		case "acute", "grave", "circ", "uml", "tilde", "ring", "cedil", "slash", "caron":
			return rune(name[0]), true
		}
	}
	return 0, false
}

// readable reports a character that an escape may stand for: no control but
// the tab and the line end.
func readable(r rune) bool {
	return r >= ' ' && r != 127 && utf8.ValidRune(r) || r == '\n' || r == '\t' || r == '\r'
}

// entities are the named ones that mail and web forms write; the letters with
// accents go by their endings.
var entities = [...]struct {
	name string
	r    rune
}{
	{"nbsp", ' '}, {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"commat", '@'}, {"period", '.'}, {"comma", ','},
	{"colon", ':'}, {"semi", ';'}, {"lpar", '('}, {"rpar", ')'}, {"hyphen", '-'}, {"dash", '-'}, {"ndash", '-'}, {"mdash", '-'}, {"minus", '-'},
	{"shy", 0xAD}, {"zwj", 0x200D}, {"zwnj", 0x200C}, {"num", '#'}, {"plus", '+'}, {"sol", '/'}, {"lowbar", '_'}, {"ensp", ' '}, {"emsp", ' '},
	{"thinsp", ' '}, {"rsquo", '\''}, {"lsquo", '\''}, {"rdquo", '"'}, {"ldquo", '"'}, {"excl", '!'}, {"quest", '?'}, {"NewLine", '\n'}, {"Tab", '\t'},
	{"szlig", 0xDF}, {"aelig", 'e'}, {"equals", '='}, {"percnt", '%'}, {"ast", '*'}, {"middot", '.'},
}

func hexValue(c byte) rune {
	switch {
	case c >= '0' && c <= '9':
		return rune(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return rune(c|0x20-'a') + 10
	}
	return -1
}

// hexByte reads the two hexadecimal digits at i, -1 if there are none.
func (s *Scan) hexByte(i int) rune {
	hi, lo := hexValue(s.at(i)), hexValue(s.at(i+1))
	if hi < 0 || lo < 0 {
		return -1
	}
	return hi<<4 | lo
}

// escapedRune reads a character written as bytes of two hexadecimal digits,
// each behind mark, and gives where it ends; -1 where there is none.
func (s *Scan) escapedRune(at int, mark byte) (r rune, end int) {
	b := s.hexByte(at + 1)
	if b < utf8.RuneSelf {
		return b, at + 3
	}
	var buf [utf8.UTFMax]byte
	n := 0
	for end = at; n < len(buf) && s.at(end) == mark; end += 3 {
		c := s.hexByte(end + 1)
		if c < 0 {
			break
		}
		buf[n] = byte(c)
		n++
		if r, size := utf8.DecodeRune(buf[:n]); r != utf8.RuneError && size == n {
			return r, end + 3
		}
	}
	return -1, at
}

// percentByte reads the URL encoding at token i, "%40", "%20", outside web
// addresses: there it belongs to the address.
func (s *Scan) percentByte(i int) int {
	at := int(s.Tokens[i].Start)
	if s.veils.url {
		return i
	}
	r, end := s.escapedRune(at, '%')
	if r <= 0 || !readable(r) || r < utf8.RuneSelf && class[r] != bytePunct && class[r] != byteSpace && class[r] != byteLine {
		return i
	}
	if next := s.at(end); !s.alnumAt(end) && next != '%' && next != '+' || !s.alnumAt(at-1) && s.at(at-3) != '%' && s.at(at-1) != '=' {
		return i
	}
	s.replaceRune(at, end, r)
	return s.past(i, end)
}

// backslash reads the JSON escape or the Markdown escape at token i.
func (s *Scan) backslash(i int) int {
	at := int(s.Tokens[i].Start)
	if s.at(at+1) == '\\' {
		s.veils.path = true // "\\server\share"
	}
	if s.veils.path {
		return i
	}
	switch c := s.at(at + 1); c {
	case 'u':
		hi, lo := s.hexByte(at+2), s.hexByte(at+4)
		if r := hi<<8 | lo; hi >= 0 && lo >= 0 && readable(r) {
			s.replaceRune(at, at+6, r)
			return s.past(i, at+6)
		}
	case 'x':
		if r := s.hexByte(at + 2); r >= 0 && readable(r) {
			s.replaceRune(at, at+4, r)
			return s.past(i, at+4)
		}
	case 'n':
		s.replace(at, at+2, "\n")
		return s.past(i, at+2)
	case 'r', 't':
		if !s.lowerAt(at + 2) {
			s.replace(at, at+2, " ")
			return s.past(i, at+2)
		}
	case '"', '\'', '/', '_', '-', '.', '@', '(', ')', '+', '#', '*', '[', ']':
		if c == '.' && s.at(at+2) == 'b' && s.at(at+3) == 'r' && s.at(at+4) == '\\' {
			s.replace(at, at+5, "\n") // HL7
			return s.past(i, at+5)
		}
		s.replace(at, at+1, "")
		return i + 1
	}
	return i
}
