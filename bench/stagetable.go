package bench

import (
	"fmt"
	"slices"
	"strings"
)

// StageTimes tells how the time of Detect divides; bench/stages measures it.
type StageTimes struct {
	Messages, Rounds, Block int
	Detect                  float64 // ns a message, in the same run
	Stages                  []StageTime
}

// A StageTime is the time of one step, in ns a message.
type StageTime struct {
	Group, Name string
	NS          float64
}

// Sum is the time of all stages.
func (s *StageTimes) Sum() (ns float64) {
	for _, st := range s.Stages {
		ns += st.NS
	}
	return ns
}

// Table gives a Markdown table: the groups, each with its stages behind it, the
// longest first.
func (s *StageTimes) Table() string {
	lines := [][]string{{"stage", "ns a message", "share", ""}}
	sum := s.Sum()
	add := func(name string, ns float64) {
		lines = append(lines, []string{name, fmt.Sprintf("%.0f", ns), fmt.Sprintf("%.1f %%", 100*ns/sum), bar(ns, sum, 40)})
	}
	var groups []StageTime
	for _, st := range s.Stages {
		at := slices.IndexFunc(groups, func(g StageTime) bool { return g.Group == st.Group })
		if at < 0 {
			at = len(groups)
			groups = append(groups, StageTime{Group: st.Group})
		}
		groups[at].NS += st.NS
	}
	for _, g := range groups {
		add("**"+g.Group+"**", g.NS)
		own := slices.DeleteFunc(slices.Clone(s.Stages), func(st StageTime) bool { return st.Group != g.Group })
		slices.SortStableFunc(own, func(a, b StageTime) int { return int(b.NS - a.NS) })
		for _, st := range own {
			add(st.Name, st.NS)
		}
	}
	add("**sum of the stages**", sum)
	add("**DetectInto, the same messages**", s.Detect)
	return Markdown(lines)
}

// bar draws x as a part of whole, width characters long; what is not zero is
// seen.
func bar(x, whole float64, width int) string {
	if x <= 0 || whole <= 0 {
		return ""
	}
	return strings.Repeat("#", max(1, min(width, int(x/whole*float64(width)+0.5))))
}
