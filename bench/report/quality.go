package main

import (
	"fmt"
	"path/filepath"

	"github.com/phidetect/phidetect/bench"
	"github.com/phidetect/phidetect/phi"
)

// quality scores the corpus and the golden verdicts.
func quality(o options) (s section, err error) {
	messages, err := bench.Load(o.corpus)
	if err != nil {
		return s, err
	}
	golden, err := bench.LoadGolden(filepath.Join(o.root, "testdata", "golden", "verdicts.jsonl"))
	if err != nil {
		return s, err
	}
	board := bench.Measure(messages, phi.Detect)
	right := fmt.Sprintf("Golden verdicts: %d of %d right.\n", len(golden)-len(bench.MissGolden(golden, phi.Detect)), len(golden))
	s.long = board.Table() + "\n" + right
	s.short = board.ShortTable() + "\n" + right
	for _, name := range []string{bench.RowAll, bench.RowHeld} {
		if r := board.Row(name); r != nil {
			s.long += fmt.Sprintf("\nTypes, %s:\n\n%s\nVerdicts, %s:\n\n%s", name, r.TypesTable(), name, r.VerdictsTable())
		}
	}
	if r := board.Row(bench.RowHeld); r != nil {
		s.long += fmt.Sprintf("\nHealth score, held: expected calibration error %.3f; personal right in %d of %d labelled messages.\n\n%s",
			r.Scores.Error(), r.PersonalRight, r.Personal, r.Scores.Table())
	}
	s.raw = s.long
	return s, nil
}
