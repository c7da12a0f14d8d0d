package phihttp

import (
	"bytes"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi/internal/sheet"
)

// A body is the bytes of one body, or of a part of one, with the fields of the
// sheet that were taken from it.
type body struct {
	src         []byte
	first, last int
	parts       *multipartBody
}

// add puts a body in the sheet. The cause tells why it cannot be read; then
// nothing of it counts.
func (g *Guard) add(s *sheet.Sheet, src []byte, f format, boundary string) (b body, why Cause) {
	b = body{src: src, first: s.Len(), last: s.Len()}
	switch f {
	case formatOther:
		return b, OtherType
	case formatUnclear:
		return b, Unclear
	case formatMultipart:
		b.parts, why = g.addMultipart(s, src, boundary)
	case formatForm:
		s.AddForm(string(src), g.keys, g.opt.CheckKeys)
	case formatJSON:
		if len(bytes.TrimSpace(src)) > 0 && s.AddJSON(src, 0, "", g.keys, g.opt.CheckKeys) != nil {
			return b, Malformed
		}
	case formatEvents, formatLines:
		g.addLines(s, src, f == formatEvents)
	default:
		g.addText(s, src, 0, len(src))
	}
	b.last = s.Len()
	return b, why
}

// addText adds bytes [from, to) of src as text, or by value what is a JSON object
// or array without being called so.
func (g *Guard) addText(s *sheet.Sheet, src []byte, from, to int) {
	if b := bytes.TrimSpace(src[from:to]); len(b) > 0 && (b[0] == '{' || b[0] == '[') &&
		s.AddJSON(src[from:to], from, "", g.keys, g.opt.CheckKeys) == nil {
		return
	}
	s.AddText("", identifiers.NoType, src, from, to)
}

// addLines adds lines, each of them JSON or text; those of an event stream
// behind the name of their field.
func (g *Guard) addLines(s *sheet.Sheet, src []byte, events bool) {
	for at := 0; at < len(src); {
		end := len(src)
		if i := bytes.IndexByte(src[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		from, to := at, at+len(bytes.TrimRight(src[at:end], "\r\n"))
		if i := bytes.IndexByte(src[from:to], ':'); events && i >= 0 {
			from += i + 1
			if from < to && src[from] == ' ' {
				from++
			}
		}
		if from < to {
			g.addText(s, src, from, to)
		}
		at = end
	}
}

// append appends the body with what changes in it.
func (b *body) append(dst []byte, s *sheet.Sheet) []byte {
	if b.parts != nil {
		return b.parts.append(dst, s)
	}
	return sheet.AppendSource(s, dst, b.src, b.first, b.last)
}
