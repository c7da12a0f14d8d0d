package phihttp

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"
)

// A format says how a body is read.
type format uint8

const (
	formatOther format = iota
	formatUnclear
	formatText
	formatJSON
	formatForm
	formatMultipart
	formatEvents
	formatLines
)

// formatOf reads a Content-Type.
func formatOf(contentType string) (f format, boundary string) {
	media, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		return formatUnclear, ""
	}
	switch {
	case media == "application/json" || strings.HasSuffix(media, "+json"):
		f = formatJSON
	case media == "application/x-www-form-urlencoded":
		f = formatForm
	case strings.HasPrefix(media, "multipart/"):
		if params["boundary"] == "" {
			return formatUnclear, ""
		}
		return formatMultipart, params["boundary"]
	case media == "text/event-stream":
		f = formatEvents
	case media == "application/x-ndjson" || media == "application/ndjson" || media == "application/jsonl" || media == "application/x-jsonlines":
		f = formatLines
	case media == "text/css" || media == "text/javascript":
		return formatOther, ""
	case strings.HasPrefix(media, "text/") || media == "application/xml" || strings.HasSuffix(media, "+xml"):
		f = formatText
	default:
		return formatOther, ""
	}
	if !asciiBased(params["charset"]) {
		return formatUnclear, ""
	}
	return f, ""
}

// asciiBased reports the character sets whose letters can be read as UTF-8, as
// far as they are ASCII.
func asciiBased(charset string) bool {
	c := strings.ToLower(charset)
	return c == "" || c == "utf-8" || c == "utf8" || c == "us-ascii" || c == "ascii" || strings.HasPrefix(c, "iso-8859-") || strings.HasPrefix(c, "windows-125")
}

// contentFormat gives the format of a body: by its header, else by how it
// begins.
func contentFormat(h http.Header, begin []byte) (f format, boundary string) {
	if t := h.Get("Content-Type"); t != "" {
		return formatOf(t)
	}
	return formatOf(http.DetectContentType(begin))
}

// errTooLong is the error of reading more than the limit.
var errTooLong = errors.New("phihttp: longer than the limit")

// readUpTo reads all of r, or gives what it read with errTooLong.
func readUpTo(r io.Reader, limit int) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err == nil && len(b) > limit {
		err = errTooLong
	}
	return b, err
}

// gunzip decodes a body; errTooLong where it is longer than limit.
func gunzip(b []byte, limit int) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return readUpTo(z, limit)
}

// codings tells whether a body is coded, and whether by gzip alone.
func codings(h http.Header) (coded, gzipped bool) {
	c := strings.ToLower(strings.TrimSpace(strings.Join(h.Values("Content-Encoding"), ",")))
	switch c {
	case "", "identity":
		return false, false
	case "gzip", "x-gzip":
		return true, true
	}
	return true, false
}
