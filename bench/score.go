package bench

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// Count is what became of the labelled spans of one type or of all.
type Count struct {
	Found  int // labelled, and a found span of the same family overlaps it
	Missed int // labelled, and none does
	Wrong  int // found, but of no family that is labelled there
	Exact  int // labelled, and found with the same ends
	Any    int // labelled, and a found span of whatever type overlaps it
}

// Labelled is the number of labelled spans that are not optional.
func (c Count) Labelled() int { return c.Found + c.Missed }

// Precision is the share of what was found that is right, 1 if nothing was
// found.
func (c Count) Precision() float64 { return share(c.Found, c.Found+c.Wrong, 1) }

// Recall is the share of what is labelled that was found, 1 if nothing is.
func (c Count) Recall() float64 { return share(c.Found, c.Labelled(), 1) }

// F1 is the harmonic mean of precision and recall.
func (c Count) F1() float64 {
	p, r := c.Precision(), c.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// ExactRecall is Recall with both ends right.
func (c Count) ExactRecall() float64 { return share(c.Exact, c.Labelled(), 0) }

// AnyRecall is Recall whatever the type: what a redactor would have hit.
func (c Count) AnyRecall() float64 { return share(c.Any, c.Labelled(), 0) }

func (c *Count) add(o Count) {
	c.Found += o.Found
	c.Missed += o.Missed
	c.Wrong += o.Wrong
	c.Exact += o.Exact
	c.Any += o.Any
}

// A Score is how a detector did on a set of messages.
type Score struct {
	Messages int
	// Types has one Count for each family, under its representative; see
	// Family.
	Types [identifiers.TypeCount]Count
	// Spurious counts found spans that touch nothing labelled.
	Spurious int
	// LabelledBytes are the bytes of the labelled spans that are not optional,
	// OpenBytes those of them that no found span covers.
	LabelledBytes, OpenBytes int
	// Verdicts counts messages by labelled and given verdict.
	Verdicts [4][4]int
	// Health counts labelled evidence as found or missed, and given evidence
	// as right or wrong: a labelled stretch may hold several.
	HealthFound, HealthMissed, HealthRight, HealthWrong int
	// Personal counts messages whose label says whether the health is a
	// particular person's, PersonalRight those where Detect says the same.
	Personal, PersonalRight int
	// Scores counts the health scores.
	Scores Reliability
}

// Family gives the type under which t is scored. Types that only a label tells
// apart, such as a birth date and a date, count as one.
func Family(t identifiers.Type) identifiers.Type {
	switch t {
	case identifiers.DateOfBirth:
		return identifiers.Date
	case identifiers.Fax:
		return identifiers.Phone
	case identifiers.SSN:
		return identifiers.NationalID
	}
	return t
}

// Add scores one message's result.
func (s *Score) Add(m *Message, r *phi.Result) {
	s.Messages++
	s.Verdicts[m.Verdict][r.Verdict]++
	if m.Verdict != phi.Identifier { // its label says nothing of health
		s.Scores.Add(float64(r.Health.Score), m.Verdict != phi.None)
	}
	if m.Personal != nil {
		s.Personal++
		if *m.Personal == r.Health.Personal {
			s.PersonalRight++
		}
	}
	for _, g := range m.Spans {
		if !g.Optional {
			s.addLabelled(g, r.Spans)
		}
	}
	for i := range r.Spans {
		s.addFound(&r.Spans[i], m.Spans)
	}
	for _, g := range m.Health {
		if g.Optional {
			continue
		}
		hit := false
		for _, e := range r.Health.Evidence {
			hit = hit || g.overlaps(e.Start, e.End)
		}
		if hit {
			s.HealthFound++
		} else {
			s.HealthMissed++
		}
	}
	for _, e := range r.Health.Evidence {
		right := false
		for _, g := range m.Health {
			right = right || g.overlaps(e.Start, e.End)
		}
		if right {
			s.HealthRight++
		} else {
			s.HealthWrong++
		}
	}
}

func (g Gold) overlaps(start, end int) bool { return g.Start < end && start < g.End }

// addLabelled asks what was found of a labelled span.
func (s *Score) addLabelled(g Gold, found []identifiers.Span) {
	var hit, exact, any bool
	covered := 0
	for i := range found {
		f := &found[i]
		if !g.overlaps(f.Start, f.End) {
			continue
		}
		any = true
		// Found spans do not overlap one another, so their bytes add up.
		covered += min(f.End, g.End) - max(f.Start, g.Start)
		if Family(f.Type) == Family(g.Type) {
			hit = true
			exact = exact || f.Start == g.Start && f.End == g.End
		}
	}
	c := &s.Types[Family(g.Type)]
	if hit {
		c.Found++
	} else {
		c.Missed++
	}
	if exact {
		c.Exact++
	}
	if any {
		c.Any++
	}
	s.LabelledBytes += g.End - g.Start
	s.OpenBytes += g.End - g.Start - covered
}

// addFound asks whether a found span is right: it is where it touches a label
// of its family or an optional one.
func (s *Score) addFound(f *identifiers.Span, gold []Gold) {
	touches := false
	for _, g := range gold {
		if !g.overlaps(f.Start, f.End) {
			continue
		}
		if g.Optional || Family(g.Type) == Family(f.Type) {
			return
		}
		touches = true
	}
	s.Types[Family(f.Type)].Wrong++
	if !touches {
		s.Spurious++
	}
}

// Typed sums the families up.
func (s *Score) Typed() Count {
	var sum Count
	for _, c := range s.Types {
		sum.add(c)
	}
	return sum
}

// Leak is the share of the labelled bytes that no found span covers.
func (s *Score) Leak() float64 { return share(s.OpenBytes, s.LabelledBytes, 0) }

// SpuriousPerThousand is how many found spans touch nothing labelled, for each
// thousand messages.
func (s *Score) SpuriousPerThousand() float64 { return 1000 * share(s.Spurious, s.Messages, 0) }

// VerdictAccuracy is the share of the messages with the right verdict.
func (s *Score) VerdictAccuracy() float64 {
	right := 0
	for v := range s.Verdicts {
		right += s.Verdicts[v][v]
	}
	return share(right, s.Messages, 1)
}

// PHI counts the messages with the verdict phi as if it were a span type.
func (s *Score) PHI() Count {
	c := Count{Found: s.Verdicts[phi.PHI][phi.PHI]}
	for v := range s.Verdicts {
		if phi.Verdict(v) != phi.PHI {
			c.Missed += s.Verdicts[phi.PHI][v]
			c.Wrong += s.Verdicts[v][phi.PHI]
		}
	}
	return c
}

// HealthRecall is the share of the labelled evidence that was found.
func (s *Score) HealthRecall() float64 {
	return share(s.HealthFound, s.HealthFound+s.HealthMissed, 1)
}

// HealthPrecision is the share of the given evidence that is labelled.
func (s *Score) HealthPrecision() float64 {
	return share(s.HealthRight, s.HealthRight+s.HealthWrong, 1)
}

func share(part, whole int, none float64) float64 {
	if whole == 0 {
		return none
	}
	return float64(part) / float64(whole)
}
