// Package phihttp puts a guard on HTTP: middleware for a server that reports,
// redacts or refuses what comes in and goes out, and a RoundTripper for calls to
// others, such as the API of a language model.
//
//	guard, err := phihttp.New(phihttp.Options{
//		Request:  phihttp.Side{Direction: phi.FromPatient},
//		Response: phihttp.Side{Direction: phi.FromStaff},
//		Report:   func(r *http.Request, rep phihttp.Report) { … },
//	})
//	http.ListenAndServe(addr, guard.Middleware(mux))
//
// # What is read
//
// The query and the body of a request are read together, and the body of a
// response: values of JSON (application/json, +json), of
// application/x-www-form-urlencoded and of multipart (fields, file names, and
// files that are text or JSON), each behind its key, so that a key tells what a
// number is and who stands in one meets the health of another; text/* and XML as
// text. What is redacted stays valid: JSON keeps its names, order, white space
// and number text, and where a number is redacted a string takes its place.
// Numbers of fewer than five digits are read only where their key means a type,
// words of base64 of 256 bytes and more not at all.
//
// Paths, header fields, trailers, names of members and fields (but see
// Options.CheckKeys), and text/css and text/javascript are not read.
//
// # What is done
//
// The Policy decides by direction. phi.Allow and phi.Redirect let a body through,
// phi.Redact replaces its identifiers, phi.Hold and phi.Block refuse it. Always
// gives a policy that does one thing. With ReportOnly nothing is changed.
//
// A refused request is answered with 403, one that is too long with 413, one
// that cannot be read with 415 or 400; a refused response with 500. The answer is
// an application/problem+json (RFC 9457) and repeats nothing of the message.
//
// # Responses
//
// A body that is read is held back until it is whole, or longer than the limit;
// Flush lets nothing of it go. Events of text/event-stream and lines of
// application/x-ndjson and application/jsonl are read and passed on one by one:
// what is cut over two of them is not found. A body that changes loses ETag and
// its digests; one that does not keeps every byte. Range is taken out of requests
// whose responses are read, and a partial response (206) cannot be read. A
// response to HEAD that was not written loses its Content-Length and ETag, since
// those of the redacted body are not known.
package phihttp
