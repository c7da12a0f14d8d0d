// Package phislog keeps PHI out of the logs of log/slog: a Handler that redacts
// what it hands on to another, and a function for slog.HandlerOptions.
//
//	logger := slog.New(phislog.NewHandler(slog.NewJSONHandler(os.Stderr, nil), nil))
//	logger.Info("its dana whitfield", "mrn", "00731944", "err", err)
//	// {"time":…,"level":"INFO","msg":"its [NAME]","mrn":"[MEDICAL_RECORD_NUMBER]",…}
//
// # What is read
//
// The message and the values of a record are read together, each value behind
// its key, so that a key tells what a number is and a name in the message is
// known in a value. Values whose key means a type ("patient_name", "mrn", "dob",
// "email"; see Options.Keys) are redacted whole.
//
//   - Strings, []byte that is UTF-8, and named string types: as text.
//   - Errors by Error, json.Marshalers by their JSON, encoding.TextMarshalers by
//     their text, fmt.Stringers by String, in this order. LogValuers are
//     resolved first. The Handler calls each once and hands on what it has
//     read, so that no other form of the value can be printed behind it.
//   - Structs, maps, slices and the like as encoding/json writes them: the
//     strings and numbers in them are redacted and the rest stays. A handler for
//     JSON writes them as JSON, one for text as JSON in a string.
//   - Numbers of at least five digits, since "phone", "member" and "zip" are often
//     logged as such; where one is redacted, a string takes its place. Shorter
//     ones only where their key means a type.
//   - Booleans, durations, times and levels stay: times are in every log. A time
//     whose key means a type is redacted.
//   - Keys, group names and the source position stay; see Options.CheckKeys.
//
// # Failing closed
//
// What cannot be read is not handed on. Where a value's method panics, its text is
// longer than Options.Limit, it is nested too deep, it has no JSON (a channel, a
// function) or is bytes that are no UTF-8, the string Unreadable takes its place.
//
// The Handler sees what goes through slog. What a process writes elsewhere, such
// as the trace of a panic, it does not.
package phislog

// Unreadable is the text that takes the place of a value that cannot be read.
const Unreadable = "[UNREADABLE]"
