package pipeline

import (
	stdcontext "context"
	"encoding/json"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/phidetect/phidetect/examples/beam/internal/scan"
	"github.com/phidetect/phidetect/examples/beam/internal/threads"
)

type context = stdcontext.Context

// registerCoders says how values go between workers: as JSON where there are few,
// and messages in a shorter form. Workers find the functions by their names, so
// each is one of its own.
func registerCoders() {
	beam.RegisterCoder(reflect.TypeFor[job](), encodeJob, decodeJob)
	beam.RegisterCoder(reflect.TypeFor[counted](), encodeCounted, decodeCounted)
	beam.RegisterCoder(reflect.TypeFor[scan.Counts](), encodeCounts, decodeCounts)
	beam.RegisterCoder(reflect.TypeFor[FileCounts](), encodeFileCounts, decodeFileCounts)
	beam.RegisterCoder(reflect.TypeFor[threads.Outcome](), encodeOutcome, decodeOutcome)
	beam.RegisterCoder(reflect.TypeFor[threads.Message](), encodeMessage, decodeMessage)
	beam.RegisterCoder(reflect.TypeFor[threads.Thread](), encodeThread, decodeThread)
}

func encodeJob(v job) ([]byte, error)                 { return json.Marshal(v) }
func encodeCounted(v counted) ([]byte, error)         { return json.Marshal(v) }
func encodeCounts(v scan.Counts) ([]byte, error)      { return json.Marshal(v) }
func encodeFileCounts(v FileCounts) ([]byte, error)   { return json.Marshal(v) }
func encodeOutcome(v threads.Outcome) ([]byte, error) { return json.Marshal(v) }
func encodeMessage(v threads.Message) []byte          { return v.AppendBinary(nil) }
func encodeThread(v threads.Thread) []byte            { return v.AppendBinary(nil) }

func decodeJob(b []byte) (job, error)                 { return decodeJSON[job](b) }
func decodeCounted(b []byte) (counted, error)         { return decodeJSON[counted](b) }
func decodeCounts(b []byte) (scan.Counts, error)      { return decodeJSON[scan.Counts](b) }
func decodeFileCounts(b []byte) (FileCounts, error)   { return decodeJSON[FileCounts](b) }
func decodeOutcome(b []byte) (threads.Outcome, error) { return decodeJSON[threads.Outcome](b) }

func decodeMessage(b []byte) (m threads.Message, err error) {
	err = m.UnmarshalBinary(b)
	return m, err
}

func decodeThread(b []byte) (t threads.Thread, err error) {
	err = t.UnmarshalBinary(b)
	return t, err
}

func decodeJSON[T any](b []byte) (v T, err error) {
	err = json.Unmarshal(b, &v)
	return v, err
}
