package lexicon

// longestTag bounds an HTML tag with its attributes.
const longestTag = 120

// tag takes away the HTML tags at token i that only style what they enclose, in
// the middle of a word or a number too; a line break becomes a line end. Tags
// that mean something (a cell, a link, the element of a record) stay.
func (s *Scan) tag(i int) int {
	at := int(s.Tokens[i].Start)
	end, breaks := at, false
	for n := 0; n < 4 && s.at(end) == '<'; n++ {
		next, br := s.tagEnd(end)
		if next == 0 {
			break
		}
		end, breaks = next, breaks || br
	}
	if end == at {
		return i
	}
	put := ""
	switch {
	case breaks:
		put = "\n"
	case s.alnumAt(at-1) && s.alnumAt(end) && (s.lowerAt(at-1) && s.upperAt(end) || s.digitAt(at-1) != s.digitAt(end)):
		put = " "
	}
	s.replace(at, end, put)
	return s.past(i, end)
}

// tagEnd gives where the tag at byte at ends, 0 if it is none that only styles,
// and whether it breaks the line.
func (s *Scan) tagEnd(at int) (end int, breaks bool) {
	i := at + 1
	if s.at(i) == '/' {
		i++
	}
	from := i
	for i-from < 8 && s.alnumAt(i) {
		i++
	}
	if i == from {
		return 0, false
	}
	attributes := false
	switch s.Text[from:i] {
	case "b", "i", "u", "s", "em", "strong", "mark", "small", "big", "sub", "sup", "tt", "ins", "wbr", "B", "I", "U", "EM", "STRONG", "WBR":
	case "span", "font", "SPAN", "FONT":
		attributes = true
	case "br", "BR":
		breaks = true
	default:
		return 0, false
	}
	if c := s.at(i); c != '>' && c != '/' && !(c == ' ' && (attributes || breaks)) {
		return 0, false
	}
	for ; i < len(s.Text) && i-at < longestTag; i++ {
		switch s.Text[i] {
		case '>':
			return i + 1, breaks
		case '<', '@', '\n':
			return 0, false
		}
	}
	return 0, false
}

// longestEmphasis bounds what Markdown's signs of emphasis enclose.
const longestEmphasis = 80

// emphasis takes away the signs of Markdown around a word or number, "**555**",
// "`555`", both or none of them. Masks ("***-**-1234") and the empty elements of
// X12 ("1**20") enclose nothing.
func (s *Scan) emphasis(i int) int {
	at := int(s.Tokens[i].Start)
	c := s.Text[at]
	end := at + 1
	for s.at(end) == c {
		end++
	}
	last := s.past(i, end)
	if at == s.veils.closer && at > 0 {
		s.veils.closer = 0
		s.replace(at, end, "")
		return last
	}
	if s.veils.closer > at || end-at > 3 || c == '`' && end-at > 1 || class[s.at(end)] == byteSpace || class[s.at(end)] == byteLine || end >= len(s.Text) {
		return last
	}
	inner := false
	for j := end; j < len(s.Text) && j-end < longestEmphasis; j++ {
		b := s.Text[j]
		if class[b] == byteLine {
			break
		}
		inner = inner || s.alnumAt(j)
		if b != c {
			continue
		}
		close := j
		for s.at(j) == c {
			j++
		}
		if j-close == end-at && inner && class[s.at(close-1)] != byteSpace && !(s.alnumAt(at-1) && s.alnumAt(j)) && !(c == '*' && end-at == 1 && (s.alnumAt(at-1) || s.alnumAt(j))) {
			s.veils.closer = close
			s.replace(at, end, "")
		}
		break
	}
	return last
}
