// Package answer is what the playground's page is told of a text: what phi
// found, in words a person reads, at the offsets that a browser counts in.
package answer

import (
	"strings"
	"time"

	"github.com/phidetect/phidetect/phi"
)

// An Answer is all the page shows of a text. Offsets are UTF-16 code units, as
// JavaScript's strings have them, half-open.
type Answer struct {
	Verdict string   `json:"verdict"`
	Means   string   `json:"means"`
	Reasons []string `json:"reasons"`
	Score   float64  `json:"score"`
	About   string   `json:"about"`
	// Spans and Health are what was found, Marks where to draw it.
	Spans  []Span `json:"spans"`
	Health []Word `json:"health"`
	Marks  []Mark `json:"marks"`
	// Redacted is the text without its identifiers.
	Redacted string `json:"redacted"`
	// Bytes is the text's length in UTF-8, Micros how long Detect took, as the mean
	// of Runs.
	Bytes  int     `json:"bytes"`
	Micros float64 `json:"micros"`
	Runs   int     `json:"runs"`
}

// A Span is an identifier.
type Span struct {
	Start  int     `json:"start"`
	End    int     `json:"end"`
	Type   string  `json:"type"`
	Letter string  `json:"letter"`
	Score  float64 `json:"score"`
	Whose  string  `json:"whose"`
	Why    string  `json:"why"`
}

// A Word is evidence of health.
type Word struct {
	Start     int      `json:"start"`
	End       int      `json:"end"`
	Category  string   `json:"category"`
	Sensitive []string `json:"sensitive"`
}

// An Answerer reads texts one after the other with memory used again. It is not
// safe for concurrent use.
type Answerer struct {
	detector *phi.Detector
	result   phi.Result
}

// New makes an Answerer with the default Detector.
func New() *Answerer { return &Answerer{detector: phi.New(nil)} }

// A browser's clock is coarse and its first run compiles: a text that is read
// within quick is read again until enough is timed, or mostRuns times.
const (
	quick    = 50 * time.Millisecond
	enough   = 5 * time.Millisecond
	mostRuns = 200
)

// time runs Detect and says how long it took, the mean of how many runs.
func (a *Answerer) time(text string) (mean time.Duration, runs int) {
	begin := time.Now()
	a.detector.DetectInto(&a.result, text)
	once := time.Since(begin)
	if once > quick {
		return once, 1
	}
	begin = time.Now()
	for took := time.Duration(0); took < enough && runs < mostRuns; took = time.Since(begin) {
		a.detector.DetectInto(&a.result, text)
		runs++
	}
	return time.Since(begin) / time.Duration(runs), runs
}

// Answer reads a text and redacts it; the error names the redaction that is not
// known.
func (a *Answerer) Answer(text, redaction string) (*Answer, error) {
	redactor, err := redactorOf(a.detector, redaction)
	if err != nil {
		return nil, err
	}
	took, runs := a.time(text)
	r := &a.result
	out := &Answer{
		Verdict:  r.Verdict.String(),
		Means:    meaning(r.Verdict),
		Reasons:  grounds(r.Reasons),
		Score:    float64(r.Health.Score),
		About:    about(&r.Health),
		Spans:    make([]Span, len(r.Spans)),
		Health:   make([]Word, len(r.Health.Evidence)),
		Redacted: string(redactor.AppendRedacted(nil, text, r)),
		Bytes:    len(text),
		Micros:   float64(took.Nanoseconds()) / 1000,
		Runs:     runs,
	}
	units := counter{text: text}
	for i := range r.Spans {
		s := &r.Spans[i]
		out.Spans[i] = Span{units.at(s.Start), units.at(s.End), spaced(s.Type.String()), string(s.Type.Letter()), float64(s.Score), whose(s), why(s.Why)}
	}
	for i, e := range r.Health.Evidence {
		out.Health[i] = Word{units.at(e.Start), units.at(e.End), spaced(e.Category.String()), all(spaced, e.Sensitivity.Names())}
	}
	out.Marks = marks(out.Spans, out.Health)
	return out, nil
}

// spaced makes a name of JSON one that people read: "date of birth".
func spaced(name string) string { return strings.ReplaceAll(name, "_", " ") }

func all(f func(string) string, names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = f(n)
	}
	return out
}
