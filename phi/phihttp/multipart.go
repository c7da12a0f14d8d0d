package phihttp

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/textproto"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi/internal/sheet"
)

// disposition is the header field with the name of a part and of its file.
const disposition = "Content-Disposition"

// A multipartBody is a body of several parts.
type multipartBody struct {
	boundary string
	parts    []part
}

type part struct {
	header textproto.MIMEHeader
	body   body
	name   int // the field of the file's name, or -1
}

// addMultipart adds the parts that are text. It reads them as net/http does, so
// that a handler sees no other parts than were read here.
func (g *Guard) addMultipart(s *sheet.Sheet, src []byte, boundary string) (*multipartBody, Cause) {
	m := &multipartBody{boundary: boundary}
	var worst Cause
	for r := multipart.NewReader(bytes.NewReader(src), boundary); ; {
		p, err := r.NextPart()
		if errors.Is(err, io.EOF) {
			return m, worst
		}
		if err != nil {
			return nil, Malformed
		}
		data, err := io.ReadAll(p)
		if err != nil {
			return nil, Malformed
		}
		x := part{header: p.Header, name: -1}
		// with its folders, which p.FileName leaves out
		if _, params, err := mime.ParseMediaType(p.Header.Get(disposition)); err == nil && params["filename"] != "" {
			file := params["filename"]
			x.name = s.Add("", identifiers.NoType, file)
		}
		var why Cause
		if x.body, why = g.addPart(s, p, data); why != NoCause {
			worst = max(worst, why)
		}
		m.parts = append(m.parts, x)
	}
}

// addPart adds the content of a part; without a type it is a field of a form.
func (g *Guard) addPart(s *sheet.Sheet, p *multipart.Part, data []byte) (body, Cause) {
	t, keep := g.keys.Of("", p.FormName())
	whole := body{src: data, first: s.Len(), last: s.Len()}
	if keep {
		return whole, NoCause
	}
	f := formatText
	if p.Header.Get("Content-Type") != "" || p.FileName() != "" {
		if f, _ = contentFormat(httpHeader(p.Header), data); f == formatMultipart {
			f = formatOther
		}
	}
	if f != formatText || p.FileName() != "" {
		return g.add(s, data, f, "")
	}
	if t == identifiers.NoType && looksJSON(data) {
		return g.add(s, data, f, "")
	}
	s.AddText(p.FormName(), t, data, 0, len(data))
	whole.last = s.Len()
	return whole, NoCause
}

// looksJSON reports what begins like an object or array.
func looksJSON(b []byte) bool {
	b = bytes.TrimSpace(b)
	return len(b) > 0 && (b[0] == '{' || b[0] == '[')
}

// httpHeader gives the header of a part the methods of http.Header.
func httpHeader(h textproto.MIMEHeader) map[string][]string { return h }

// append writes the parts anew. Header fields keep their names and values, but
// for the name of a file that changes, and stand in the order of their names.
func (m *multipartBody) append(dst []byte, s *sheet.Sheet) []byte {
	buf := bytes.NewBuffer(dst)
	w := multipart.NewWriter(buf)
	// it was read with this boundary
	if err := w.SetBoundary(m.boundary); err != nil {
		panic(err)
	}
	for i := range m.parts {
		p := &m.parts[i]
		if p.name >= 0 && s.Changed(p.name) {
			p.rename(string(s.AppendField(nil, p.name)))
		}
		if dst, err := w.CreatePart(p.header); err == nil {
			_, err = dst.Write(p.body.append(nil, s))
			if err != nil {
				panic(err) // a bytes.Buffer has no errors
			}
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return buf.Bytes()
}

// rename sets the file's name.
func (p *part) rename(name string) {
	media, params, err := mime.ParseMediaType(p.header.Get(disposition))
	if err != nil {
		return
	}
	params["filename"] = name
	p.header.Set(disposition, mime.FormatMediaType(media, params))
}
