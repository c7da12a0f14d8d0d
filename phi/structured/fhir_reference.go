package structured

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
)

// A reference leads to a resource by type and id, from the server's root or
// with it, by a fragment to one that is contained, or by a URN
// (https://hl7.org/fhir/R4/references.html#literal).
var (
	literalReference = regexp.MustCompile(`^((?:https?://[^\s?#]*/)?)([A-Z][A-Za-z]{2,40})/([A-Za-z0-9\-.]{1,64})((?:/_history/[A-Za-z0-9\-.]{1,64})?)$`)
	urnReference     = regexp.MustCompile(`^urn:(uuid:[0-9a-fA-F-]{36}|oid:[0-2](\.[0-9]+)+)$`)
)

// splitReference gives the type and id of a literal reference.
func splitReference(s string) (typ, id string) {
	if m := literalReference.FindStringSubmatch(s); m != nil {
		return m[2], m[3]
	}
	return "", ""
}

// pseudonym gives 32 hexadecimal digits of the HMAC-SHA-256 of a resource.
func (x *fhirTree) pseudonym(typ, id string) string {
	h := hmac.New(sha256.New, x.r.s.opt.FHIR.Key)
	h.Write([]byte("phidetect fhir id v1\n" + typ + "/" + id))
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// id redacts the id of a resource, if a key is there for it.
func (x *fhirTree) id(f field, typ string, node int) {
	if len(x.r.s.opt.FHIR.Key) == 0 || !x.r.redact || f.text == "" {
		return
	}
	if o := x.nodes[node].parent; o > 0 {
		if key, _ := x.name(o); key == "contained" {
			typ = "#"
		}
	}
	x.early = append(x.early, edit{f.start, f.end, []byte(x.pseudonym(typ, f.text))})
	x.r.report.Replaced++
}

// reference redacts a reference, if a key is there for it. One that is none of
// the forms above is read as text.
func (x *fhirTree) reference(f field) {
	out := ""
	m := literalReference.FindStringSubmatch(f.text)
	switch {
	case m != nil:
		out = m[1] + m[2] + "/" + x.pseudonym(m[2], m[3]) + m[4]
	case strings.HasPrefix(f.text, "#") && len(f.text) > 1:
		out = "#" + x.pseudonym("#", f.text[1:])
	case urnReference.MatchString(f.text):
		p := x.pseudonym("urn", strings.ToLower(f.text))
		out = "urn:uuid:" + p[:8] + "-" + p[8:12] + "-8" + p[13:16] + "-8" + p[17:20] + "-" + p[20:]
	default:
		x.r.fields = append(x.r.fields, f)
		return
	}
	if len(x.r.s.opt.FHIR.Key) > 0 && x.r.redact {
		x.early = append(x.early, edit{f.start, f.end, []byte(out)})
		x.r.report.Replaced++
	}
}
