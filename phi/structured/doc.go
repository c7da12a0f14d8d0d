// Package structured finds and redacts PHI in data that has a form: JSON, lines
// of JSON, FHIR resources, HL7 v2 messages and tables. What comes out has the
// same form as what came in, and what is not redacted is the same to the byte.
//
//	s, err := structured.New(structured.Options{Replacer: redactor})
//	out, report, err := s.Redact(nil, structured.JSON, body)
//
// # How a value is judged
//
// By what its place means, if it has a meaning: the key "patientName" or "dob",
// the element Patient.birthDate, the field PID-5, the column "MRN". Then the
// whole value is of one type, numbers too. All else is text and is read by the
// Detector, with the words of its key before it as a label. A name or number
// that one value of a record has given is looked for in the record's texts: the
// surname in a note is found though nothing around it says so.
//
// # Verdict
//
// A record is PHI where its values together are: a name in one, a diagnosis in
// the other. Report.Objects names the smallest objects of which that is true. A
// record is a document, an element of a top-level array, a line, a message, a
// row.
//
// # Formats
//
// JSON (RFC 8259): keys, order, whitespace and the text of untouched numbers are
// kept. Paths are JSON Pointers (RFC 6901). JSON inside of strings is read as
// JSON; a pointer then goes on inside of it. A number that is redacted becomes a
// string unless what takes its place is a number. Keys that hold an identifier
// are reported; Options.RedactKeys redacts them.
//
// JSONLines: one JSON text a line.
//
// FHIR (HL7 FHIR R4, 4.0.1, and R5, 5.0.0, https://hl7.org/fhir/R4/json.html):
// one resource as JSON, by the meaning of its elements. Codes, meta and
// references stay; FHIROptions.Key makes pseudonyms of ids and references. A
// date, a base64 or other primitive that a label would break goes, and the
// extension data-absent-reason "masked" takes its place; narratives stay
// well-formed XHTML. FHIRLines is the same for bulk data, a resource a line.
//
// HL7 (HL7 v2.5.1, chapters 2 and 3): one message or a batch of them, with the
// delimiters of MSH-1 and MSH-2, escapes, repetitions, components and the ends
// of segments kept. Names are redacted component by component. A time stamp
// for which a label stands, which its data type does not allow, becomes empty,
// MSH-7, which is required, its year. Segments that are not known, Z segments
// too, are read as text.
//
// CSV (RFC 4180) and TSV: by column, whose type the header names or most of its
// cells show. Quoting is kept and added where it is needed.
//
// # Never leaks
//
// Reports and errors hold paths, types, counts and offsets. A path holds the
// keys of the document, with a label in the place of a key that holds an
// identifier; it holds no values.
//
// # Cost and concurrency
//
// All take time linear in the input. JSON and FHIR documents are held in memory
// whole, up to Options.MaxBytes; Copy holds one line, message or row at a time.
// A Scanner is safe for concurrent use if its Replacer is.
package structured
