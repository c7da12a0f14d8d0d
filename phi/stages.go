//go:build stages

package phi

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi/internal/healthtag"
)

// A Stage is one step of Detect. It exists only in programs built to measure
// the steps one by one. Run takes the step for the text of a place in the block.
type Stage struct {
	Name  string
	Group string // what the step belongs to
	Run   func(place int)
	// Untimed steps are not steps of Detect of their own: they repeat some so
	// that the next find what Detect would have left them.
	Untimed bool
}

// A StageBlock holds texts that go through Detect side by side, stage by stage.
type StageBlock struct {
	Stages  []Stage
	Texts   []string
	Results []Result
	scratch []scratch
	chances [healthtag.Heads]float32 // so that working them out is not left out
}

// NewStageBlock gives a block for up to size texts, none of them longer than
// what Detect reads at once.
func NewStageBlock(size int) *StageBlock {
	d := New(nil)
	b := &StageBlock{Results: make([]Result, size), scratch: make([]scratch, size)}
	add := func(group, name string, run func(r *Result, s *scratch, text string)) {
		b.Stages = append(b.Stages, Stage{Name: name, Group: group, Run: func(i int) { run(&b.Results[i], &b.scratch[i], b.Texts[i]) }})
	}
	for _, st := range lexicon.Stages() {
		add("scan", st.Name, func(_ *Result, s *scratch, text string) { st.Run(&s.text.Scan, d.lex, text) })
	}
	for k, st := range identifiers.Stages() {
		group := "identifiers"
		if k == 0 {
			group = "scan"
		}
		add(group, st.Name, func(_ *Result, s *scratch, _ string) {
			if k == 0 {
				s.folded = s.folded[:0]
			}
			s.folded = st.Run(&s.text, d.lex, s.folded)
		})
	}
	add("identifiers", "policy of overlaps", func(r *Result, s *scratch, _ string) { r.Spans = d.resolve(r.Spans[:0], s.folded, &s.text) })
	add("verdict", "language", func(r *Result, s *scratch, _ string) { d.readLanguage(r, &s.text) })
	add("health", "health terms", func(r *Result, s *scratch, _ string) {
		s.reading.Collect(&s.text, r.Spans)
		if s.reading.Speaks(&s.text) {
			s.reading.Judge(&s.text)
		}
	})
	add("health", "text heads", func(r *Result, s *scratch, _ string) {
		if s.reading.Speaks(&s.text) {
			var f [healthtag.MaxTextFeatures]uint32
			b.chances = healthtag.TextChances(f[:s.reading.TextFeatures(&s.text, r.Spans, &f)])
		}
	})
	add("health", "health again", func(r *Result, s *scratch, _ string) { d.readHealth(r, &s.text, s) })
	b.Stages[len(b.Stages)-1].Untimed = true
	add("verdict", "subject and signals", func(r *Result, s *scratch, _ string) {
		readSubject(r, &s.text)
		readSignals(r, &s.text)
	})
	add("verdict", "verdict", func(r *Result, s *scratch, _ string) { r.Verdict, r.Reasons = d.judge(r, s.theirs) })
	return b
}
