package bench

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// A Row is a named set of messages with its score.
type Row struct {
	Name string
	Score
}

// Names of the rows that are no file.
const (
	RowAll  = "all"  // every message that is not held out
	RowHeld = "held" // the held-out messages
)

// A Scoreboard has one Row a file, then RowAll, then RowHeld where there are
// such messages.
type Scoreboard []Row

// Measure scores detect on messages. Held-out messages count in RowHeld alone.
func Measure(messages []Message, detect func(text string) phi.Result) Scoreboard {
	all, held := Row{Name: RowAll}, Row{Name: RowHeld}
	var files Scoreboard
	for i := range messages {
		m := &messages[i]
		r := detect(m.Text)
		if m.Held() {
			held.Add(m, &r)
			continue
		}
		all.Add(m, &r)
		at := slices.IndexFunc(files, func(r Row) bool { return r.Name == m.File })
		if at < 0 {
			at = len(files)
			files = append(files, Row{Name: m.File})
		}
		files[at].Add(m, &r)
	}
	board := append(files, all)
	if held.Messages > 0 {
		board = append(board, held)
	}
	return board
}

// Row gives the row of that name, nil if there is none.
func (b Scoreboard) Row(name string) *Row {
	for i := range b {
		if b[i].Name == name {
			return &b[i]
		}
	}
	return nil
}

// leastLabelled is how many labelled spans a type needs for its figures to say
// something.
const leastLabelled = 10

// Figures gives the figures that floors hold, all of them from 0 to 1 and the
// higher the better: under the row's name those of the row, under "row/type"
// those of the types of RowAll and RowHeld with at least ten labelled spans. A
// set with fewer than ten messages that are PHI has no figures of them.
func (b Scoreboard) Figures() Floors {
	out := Floors{}
	for i := range b {
		r := &b[i]
		c, p := r.Typed(), r.PHI()
		out[r.Name] = map[string]float64{
			"precision": c.Precision(), "recall": c.Recall(), "any_recall": c.AnyRecall(), "covered": 1 - r.Leak(),
			"verdict_accuracy": r.VerdictAccuracy(), "health_precision": r.HealthPrecision(), "health_recall": r.HealthRecall(),
		}
		if p.Labelled() >= leastLabelled {
			out[r.Name]["phi_precision"], out[r.Name]["phi_recall"] = p.Precision(), p.Recall()
		}
		if r.Name != RowAll && r.Name != RowHeld {
			continue
		}
		out[r.Name]["personal"], out[r.Name]["calibration"] = share(r.PersonalRight, r.Personal, 1), 1-r.Scores.Error()
		for t, c := range r.Types {
			if c.Labelled() >= leastLabelled {
				out[r.Name+"/"+identifiers.Type(t).String()] = map[string]float64{"precision": c.Precision(), "recall": c.Recall()}
			}
		}
	}
	return out
}

// Table gives a Markdown table with a line for each row.
func (b Scoreboard) Table() string {
	lines := [][]string{{"set", "messages", "spans", "P", "R", "F1", "exact R", "any R", "leak", "spur/k", "verdict", "phi P", "phi R", "health P", "health R"}}
	for i := range b {
		r := &b[i]
		c, p := r.Typed(), r.PHI()
		line := []string{r.Name, fmt.Sprint(r.Messages), fmt.Sprint(c.Labelled())}
		line = append(line, decimals(c.Precision(), c.Recall(), c.F1(), c.ExactRecall(), c.AnyRecall(), r.Leak())...)
		line = append(line, fmt.Sprintf("%.1f", r.SpuriousPerThousand()))
		line = append(line, decimals(r.VerdictAccuracy(), p.Precision(), p.Recall(), r.HealthPrecision(), r.HealthRecall())...)
		lines = append(lines, line)
	}
	return Markdown(lines)
}

// ShortTable gives the columns of Table that a first reader wants.
func (b Scoreboard) ShortTable() string {
	lines := [][]string{{"set", "messages", "identifiers P", "R", "verdict right", "phi P", "phi R"}}
	for i := range b {
		r := &b[i]
		c, p := r.Typed(), r.PHI()
		line := []string{r.Name, fmt.Sprint(r.Messages)}
		lines = append(lines, append(line, decimals(c.Precision(), c.Recall(), r.VerdictAccuracy(), p.Precision(), p.Recall())...))
	}
	return Markdown(lines)
}

// TypesTable gives a Markdown table with a line for each type of the row, the
// most frequent first.
func (r *Row) TypesTable() string {
	var order []identifiers.Type
	for t, c := range r.Types {
		if c != (Count{}) {
			order = append(order, identifiers.Type(t))
		}
	}
	slices.SortStableFunc(order, func(a, b identifiers.Type) int { return r.Types[b].Labelled() - r.Types[a].Labelled() })
	lines := [][]string{{"type", "n", "P", "R", "F1", "exact R", "any R", "wrong"}}
	for _, t := range order {
		c := r.Types[t]
		line := []string{t.String(), fmt.Sprint(c.Labelled())}
		line = append(line, decimals(c.Precision(), c.Recall(), c.F1(), c.ExactRecall(), c.AnyRecall())...)
		lines = append(lines, append(line, fmt.Sprint(c.Wrong)))
	}
	return Markdown(lines)
}

// VerdictsTable gives a Markdown table of labelled verdicts against given ones.
func (r *Row) VerdictsTable() string {
	lines := [][]string{{"labelled \\ given"}}
	for v := range r.Verdicts {
		lines[0] = append(lines[0], phi.Verdict(v).String())
		row := []string{phi.Verdict(v).String()}
		for _, n := range r.Verdicts[v] {
			row = append(row, fmt.Sprint(n))
		}
		lines = append(lines, row)
	}
	return Markdown(lines)
}

func decimals(xs ...float64) []string {
	out := make([]string, len(xs))
	for i, x := range xs {
		out[i] = fmt.Sprintf("%.3f", x)
	}
	return out
}

// Markdown sets a table; the first line is its head. Columns are padded, so
// that it can be read as plain text too.
func Markdown(lines [][]string) string {
	width := make([]int, len(lines[0]))
	for _, line := range lines {
		for i, cell := range line {
			width[i] = max(width[i], utf8.RuneCountInString(cell), 3)
		}
	}
	var b strings.Builder
	for n, line := range lines {
		b.WriteByte('|')
		for i, cell := range line {
			if i == 0 {
				fmt.Fprintf(&b, " %-*s |", width[i], cell)
			} else {
				fmt.Fprintf(&b, " %*s |", width[i], cell)
			}
		}
		b.WriteByte('\n')
		if n > 0 {
			continue
		}
		b.WriteByte('|')
		for i, w := range width {
			if i == 0 {
				b.WriteString(" " + strings.Repeat("-", w) + " |")
			} else {
				b.WriteString(" " + strings.Repeat("-", w-1) + ": |")
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}
