package structured

import (
	"encoding/xml"
	"html"
	"io"
	"strings"
	"unicode/utf8"
)

// narrative reads the XHTML of Narrative.div (https://hl7.org/fhir/R4/
// narrative.html): its text, with line ends where blocks begin and end, and the
// values of its attributes. Tags stay as they are.
func (x *fhirTree) narrative(f field) {
	if !wellFormed(f.text) {
		x.r.fields = append(x.r.fields, f) // the whole of it is text
		return
	}
	x.xhtml[f.node] = true
	body := field{start: f.start, end: f.end, node: f.node, group: f.group, at: []int32{}, ends: []int32{}}
	var out strings.Builder
	s := f.text
	source := func(i int) int32 {
		if f.at == nil {
			return int32(i)
		}
		return f.at[i]
	}
	put := func(text string, from, to int) {
		for range len(text) {
			body.at, body.ends = append(body.at, source(from)), append(body.ends, source(to))
		}
		out.WriteString(text)
	}
	for i := 0; i < len(s); {
		if s[i] == '<' {
			n := tagLen(s[i:])
			if strings.HasPrefix(s[i:], "<!--") {
				x.markup(f, i+4, i+n-3)
			} else {
				x.attributes(f, i, i+n)
			}
			if block(s[i : i+n]) {
				put("\n", i, i)
			} else if cellTag(s[i : i+n]) {
				put(" ", i, i)
			}
			i += n
			continue
		}
		from := out.Len()
		for i < len(s) && s[i] != '<' {
			if s[i] == '&' {
				if n := strings.IndexByte(s[i:], ';') + 1; n > 1 && n <= 12 {
					put(html.UnescapeString(s[i:i+n]), i, i+n)
					i += n
					continue
				}
			}
			_, n := utf8.DecodeRuneInString(s[i:])
			put(s[i:i+n], i, i+n)
			i += n
		}
		if out.Len() > from {
			body.parts = append(body.parts, [2]int{from, out.Len()})
		}
	}
	body.at = append(body.at, source(len(s)))
	body.text = out.String()
	if len(body.parts) > 0 {
		x.r.fields = append(x.r.fields, body)
	}
}

// wellFormed reports XHTML that an XML parser reads to its end, without the
// CDATA, directives and processing instructions that a narrative must not have.
func wellFormed(s string) bool {
	d := xml.NewDecoder(strings.NewReader(s))
	d.Entity = xml.HTMLEntity
	for {
		t, err := d.Token()
		if err != nil {
			return err == io.EOF && !strings.Contains(s, "<![")
		}
		switch t.(type) {
		case xml.ProcInst, xml.Directive:
			return false
		}
	}
}

// tagLen is the length of the tag or comment that s begins with.
func tagLen(s string) int {
	if strings.HasPrefix(s, "<!--") {
		return strings.Index(s, "-->") + 3
	}
	quote := byte(0)
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return len(s)
}

func tagName(tag string) string {
	tag = strings.TrimLeft(tag, "</")
	i := strings.IndexAny(tag, " \t\r\n/>")
	return tag[:max(i, 0)]
}

// block reports the tags before and behind which a line ends.
func block(tag string) bool {
	switch tagName(tag) {
	case "div", "p", "br", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "dl", "hr", "pre", "blockquote", "caption", "tbody", "thead":
		return true
	}
	return false
}

func cellTag(tag string) bool { n := tagName(tag); return n == "td" || n == "th" }

// spoken are the attributes whose values tell something.
var spoken = map[string]bool{"href": true, "src": true, "alt": true, "title": true, "summary": true, "name": true, "id": true}

// attributes reads the values of a tag's attributes.
func (x *fhirTree) attributes(f field, from, to int) {
	s := f.text[:to]
	for i := from + 1; i < to; {
		eq := strings.IndexByte(s[i:], '=')
		if eq < 0 {
			return
		}
		name := strings.TrimSpace(s[i : i+eq])
		name = name[strings.LastIndexAny(name, " \t\r\n")+1:]
		i += eq + 1
		for i < to && strings.IndexByte(" \t\r\n", s[i]) >= 0 {
			i++
		}
		if i >= to || s[i] != '"' && s[i] != '\'' {
			return
		}
		end := strings.IndexByte(s[i+1:], s[i])
		if end < 0 {
			return
		}
		if spoken[name] {
			x.markup(f, i+1, i+1+end)
		}
		i += end + 2
	}
}

// markup makes a field of bytes [i, j) of a narrative.
func (x *fhirTree) markup(f field, i, j int) {
	if i >= j {
		return
	}
	g := field{start: f.start, end: f.end, node: f.node, group: f.group, text: f.text[i:j]}
	if f.at == nil {
		g.start, g.end = f.start+i, f.start+j
	} else {
		g.at = f.at[i : j+1]
	}
	x.r.fields = append(x.r.fields, g)
}

// appendXHTML appends text as it stands between tags and in attributes.
func appendXHTML(dst, s []byte) []byte {
	for i, c := range s {
		switch c {
		case '&':
			dst = append(dst, "&amp;"...)
		case '<':
			dst = append(dst, "&lt;"...)
		case '>':
			dst = append(dst, "&gt;"...)
		case '"':
			dst = append(dst, "&#34;"...)
		case '\'':
			dst = append(dst, "&#39;"...)
		default:
			if c == '-' && (i == 0 || s[i-1] == '-') {
				dst = append(dst, "&#45;"...) // "--" must not stand in a comment
				continue
			}
			dst = append(dst, c)
		}
	}
	return dst
}
