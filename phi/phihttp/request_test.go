package phihttp

import (
	"bytes"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

func TestRequestBodies(t *testing.T) {
	for name, c := range map[string]struct{ contentType, in, want string }{
		"text":              {"text/plain; charset=utf-8", dana, danaOut},
		"html":              {"text/html", "<p>" + dana + "</p>", "<p>" + danaOut + "</p>"},
		"xml":               {"application/xml", "<a>" + dana + "</a>", "<a>" + danaOut + "</a>"},
		"json":              {"application/json", danaJSON, outJSON},
		"json by suffix":    {"application/fhir+json", danaJSON, outJSON},
		"json as text":      {"text/plain", danaJSON, outJSON},
		"clean json":        {"application/json", `{ "a": [1, 2.0, "ok"] }`, `{ "a": [1, 2.0, "ok"] }`},
		"lines":             {"application/x-ndjson", danaJSON + "\n" + `{"n":1}` + "\n", outJSON + "\n" + `{"n":1}` + "\n"},
		"form":              {"application/x-www-form-urlencoded", "a=1&msg=hi+its+dana+whitfield&mrn=7", "a=1&msg=hi+its+%5BNAME%5D&mrn=%5BMEDICAL_RECORD_NUMBER%5D"},
		"other":             {"image/png", dana, dana},
		"style":             {"text/css", "/* " + dana + " */", "/* " + dana + " */"},
		"latin":             {"text/plain; charset=iso-8859-1", "caf\xe9: " + dana, "caf\xe9: " + danaOut},
		"type not given":    {"", dana, danaOut},
		"json without type": {"", danaJSON, outJSON},
		"empty json":        {"application/json", " ", " "},
	} {
		t.Run(name, func(t *testing.T) {
			r := post(c.contentType, c.in)
			if c.contentType == "" {
				r.Header.Del("Content-Type")
			}
			r.Header.Set("Content-Length", strconv.Itoa(len(c.in)))
			seen, got, _ := send(t, redactBoth(), r, nil)
			require.Equal(t, c.want, got)
			require.Equal(t, int64(len(got)), seen.ContentLength)
			require.Equal(t, strconv.Itoa(len(got)), seen.Header.Get("Content-Length"))
			if strings.HasPrefix(c.contentType, "application/json") && c.in != " " {
				require.True(t, json.Valid([]byte(got)))
			}
		})
	}
}

func TestQuery(t *testing.T) {
	r := httptest.NewRequest("GET", "/find?page=2&q=dana+whitfield+asthma&dob=1985-03-12&trace_id=202-555-0147", nil)
	seen, _, _ := send(t, redactBoth(), r, nil)
	require.Equal(t, "page=2&q=%5BNAME%5D+asthma&dob=%5BDATE_OF_BIRTH%5D&trace_id=202-555-0147", seen.URL.RawQuery)
	require.Equal(t, "/find?"+seen.URL.RawQuery, seen.RequestURI)
	require.Equal(t, "[NAME] asthma", seen.FormValue("q"))
	require.Contains(t, r.URL.RawQuery, "dana", "the request of the caller is not changed")
}

func TestQueryAndBodyAreReadTogether(t *testing.T) {
	o := redactBoth()
	var reports []Report
	o.Report = func(_ *http.Request, rep Report) { reports = append(reports, rep) }
	r := httptest.NewRequest("POST", "/?patient_name=Dana+Whitfield", strings.NewReader(`{"reason":"my diabetes check"}`))
	r.Header.Set("Content-Type", "application/json")
	send(t, o, r, nil)
	require.Len(t, reports, 1)
	require.Equal(t, phi.PHI, reports[0].Decision.Facts.Verdict)
	require.Equal(t, uint32(1), reports[0].Types[identifiers.Name])
	require.Equal(t, Redacted, reports[0].Outcome)
	require.Equal(t, RequestPart, reports[0].Part)
}

func TestMultipart(t *testing.T) {
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	part := func(disposition, contentType, text string) {
		h := textproto.MIMEHeader{"Content-Disposition": {disposition}}
		if contentType != "" {
			h.Set("Content-Type", contentType)
		}
		w, err := m.CreatePart(h)
		require.NoError(t, err)
		io.WriteString(w, text)
	}
	const picture = "\x89PNG\r\n\x1a\n dana whitfield"
	part(`form-data; name="message"`, "", dana)
	part(`form-data; name="mrn"`, "", "Q7")
	part(`form-data; name="trace_id"`, "", "202-555-0147")
	part(`form-data; name="meta"`, "application/json", danaJSON)
	part(`form-data; name="scan"; filename="202-555-0147/dana whitfield 202-555-0147.png"`, "image/png", picture)
	part(`form-data; name="letter"; filename="letter.txt"`, "text/plain", dana)
	require.NoError(t, m.Close())

	seen, got, _ := send(t, redactBoth(), post(m.FormDataContentType(), b.String()), nil)
	seen.Body = io.NopCloser(strings.NewReader(got))
	require.NoError(t, seen.ParseMultipartForm(1<<20))
	f := seen.MultipartForm
	require.Equal(t, []string{danaOut}, f.Value["message"])
	require.Equal(t, []string{"[MEDICAL_RECORD_NUMBER]"}, f.Value["mrn"])
	require.Equal(t, []string{"202-555-0147"}, f.Value["trace_id"])
	require.Equal(t, []string{outJSON}, f.Value["meta"])
	require.NotContains(t, f.File["scan"][0].Filename, "202-555-0147")
	require.Equal(t, int64(len(picture)), f.File["scan"][0].Size)
	require.Equal(t, int64(len(danaOut)), f.File["letter"][0].Size)

	o := redactBoth()
	o.Request.Other = Refuse
	_, _, w := send(t, o, post(m.FormDataContentType(), b.String()), nil)
	require.Equal(t, http.StatusUnsupportedMediaType, w.Code, "the picture is refused")
	_, _, w = send(t, redactBoth(), post(m.FormDataContentType(), b.String()[:80]), nil)
	require.Equal(t, http.StatusBadRequest, w.Code)
}

func TestCompressedRequests(t *testing.T) {
	z := zipped(t, dana)
	r := post("text/plain", z)
	r.Header.Set("Content-Encoding", "gzip")
	seen, got, _ := send(t, redactBoth(), r, nil)
	require.Equal(t, danaOut, got)
	require.Empty(t, seen.Header.Get("Content-Encoding"))

	clean := zipped(t, "opening hours")
	r = post("text/plain", clean)
	r.Header.Set("Content-Encoding", "gzip")
	seen, got, _ = send(t, redactBoth(), r, nil)
	require.Equal(t, clean, got, "what does not change keeps its bytes")
	require.Equal(t, "gzip", seen.Header.Get("Content-Encoding"))

	o := redactBoth()
	o.Request.Limit = 1000
	bomb := zipped(t, strings.Repeat("a", 100_000))
	require.Less(t, len(bomb), 1000)
	r = post("text/plain", bomb)
	r.Header.Set("Content-Encoding", "gzip")
	_, _, w := send(t, o, r, nil)
	require.Equal(t, http.StatusRequestEntityTooLarge, w.Code)
}

func TestRefusedRequests(t *testing.T) {
	long := strings.Repeat("ok ", 100)
	noGzip := redactBoth()
	noGzip.Request.NoGzip = true
	for name, c := range map[string]struct {
		o            Options
		contentType  string
		coding, body string
		status       int
		cause        string
	}{
		"policy":    {Options{Policy: Always(phi.Block), Request: Side{Direction: phi.FromPatient}}, "text/plain", "", dana, 403, "policy"},
		"too long":  {Options{Request: Side{Direction: phi.FromPatient, Limit: 100}}, "text/plain", "", dana + long, 413, "too_long"},
		"other":     {Options{Request: Side{Direction: phi.FromPatient, Other: Refuse}}, "image/png", "", dana, 415, "type"},
		"base64":    {Options{Request: Side{Direction: phi.FromPatient, Other: Refuse}}, "application/json", "", `"` + strings.Repeat("QUJD", 100) + `"`, 415, "type"},
		"coding":    {redactBoth(), "text/plain", "br", dana, 415, "unclear"},
		"no gzip":   {noGzip, "text/plain", "gzip", dana, 415, "unclear"},
		"bad gzip":  {redactBoth(), "text/plain", "gzip", dana, 400, "malformed"},
		"charset":   {redactBoth(), "text/plain; charset=utf-16", "", dana, 415, "unclear"},
		"bad type":  {redactBoth(), "text/plain; dana whitfield", "", dana, 415, "unclear"},
		"malformed": {redactBoth(), "application/json", "", `{"a":"` + dana, 400, "malformed"},
	} {
		t.Run(name, func(t *testing.T) {
			var told []Report
			c.o.Report = func(_ *http.Request, rep Report) { told = append(told, rep) }
			r := post(c.contentType, c.body)
			if c.coding != "" {
				r.Header.Set("Content-Encoding", c.coding)
			}
			seen, _, w := send(t, c.o, r, nil)
			require.Nil(t, seen)
			require.Equal(t, c.status, w.Code)
			require.Equal(t, "application/problem+json", w.Header().Get("Content-Type"))
			require.NotContains(t, w.Body.String(), "whitfield")
			var p problem
			require.NoError(t, json.Unmarshal(w.Body.Bytes(), &p))
			require.Equal(t, c.cause, p.Cause)
			require.Equal(t, c.status, p.Status)
			require.Len(t, told, 1)
			require.Equal(t, Refused, told[0].Outcome)
		})
	}
}

func TestWhatMayPassUnread(t *testing.T) {
	long := dana + strings.Repeat(" ok", 100)
	side := Side{Direction: phi.FromPatient, Limit: 100, TooLong: Pass, Unclear: Pass}
	for name, c := range map[string]struct{ contentType, body string }{
		"too long": {"text/plain", long}, "charset": {"text/plain; charset=utf-16", dana}, "malformed": {"application/json", dana},
	} {
		t.Run(name, func(t *testing.T) {
			var told []Report
			o := Options{Policy: Always(phi.Redact), Request: side, Report: func(_ *http.Request, rep Report) { told = append(told, rep) }}
			for _, chunked := range []bool{false, true} {
				r := post(c.contentType, c.body)
				if chunked {
					r.ContentLength = -1
				}
				_, got, _ := send(t, o, r, nil)
				require.Equal(t, c.body, got)
			}
			require.Len(t, told, 2)
			require.Equal(t, Passed, told[0].Outcome)
			require.NotEqual(t, NoCause, told[0].Cause)
		})
	}
}

func TestReportOnlyChangesNothing(t *testing.T) {
	o := redactBoth()
	o.ReportOnly, o.Policy = true, Always(phi.Block)
	var told []Report
	o.Report = func(_ *http.Request, rep Report) { told = append(told, rep) }
	_, got, w := send(t, o, post("application/json", danaJSON), answer("text/plain", dana, "ETag", `"1"`))
	require.Equal(t, danaJSON, got)
	require.Equal(t, dana, w.Body.String())
	require.Equal(t, `"1"`, w.Header().Get("ETag"))
	require.Len(t, told, 2)
	for _, rep := range told {
		require.Equal(t, Passed, rep.Outcome)
		require.Equal(t, phi.Block, rep.Decision.Action)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestBodyThatBreaksOff(t *testing.T) {
	r := httptest.NewRequest("POST", "/", io.MultiReader(strings.NewReader(dana), failing{}))
	r.Header.Set("Content-Type", "text/plain")
	_, _, w := send(t, redactBoth(), r, nil)
	require.Equal(t, http.StatusBadRequest, w.Code)
}

func TestOptions(t *testing.T) {
	for want, o := range map[string]Options{
		"Request.Direction or Response.Direction": {},
		"Request.Direction is one":                {Request: Side{Direction: phi.FromPatient | phi.FromStaff}},
		"Response.Limit":                          {Response: Side{Direction: phi.FromStaff, Limit: -1}},
		"Response.Other":                          {Response: Side{Direction: phi.FromStaff, Other: 9}},
	} {
		_, err := New(o)
		require.ErrorIs(t, err, ErrOptions)
		require.ErrorContains(t, err, want)
	}
	_, err := New(Options{Request: Side{Direction: phi.ThirdParty}, Policy: &phi.Policy{Otherwise: 99}})
	require.ErrorIs(t, err, phi.ErrPolicy)
	for a := phi.Allow; a <= phi.Block; a++ {
		require.NoError(t, Always(a).Check())
	}
}
