package bench

import (
	_ "embed" // the floors
	"encoding/json"
	"fmt"

	"github.com/phidetect/phidetect/phi"
)

// A MutationRow is how many labelled identifiers were hit, whatever the type,
// in the messages that a mutation changes: as they are and as it writes them.
type MutationRow struct {
	Mutation
	Messages        int
	Labelled        int
	Plain, Mutated  int
	HeldLabelled    int // the same of the held-out messages, which count here alone
	HeldPlain, Held int
}

// Fall is by how much the recall falls; negative if it rises.
func (r *MutationRow) Fall() float64 { return share(r.Plain-r.Mutated, r.Labelled, 0) }

// HeldFall is Fall of the held-out messages.
func (r *MutationRow) HeldFall() float64 { return share(r.HeldPlain-r.Held, r.HeldLabelled, 0) }

// A MutationBoard has a row a mutation.
type MutationBoard []MutationRow

// MeasureMutations reads every message with labelled identifiers as it is and
// under each mutation.
func MeasureMutations(messages []Message, detect func(text string) phi.Result) MutationBoard {
	var board MutationBoard
	for _, m := range Mutations() {
		board = append(board, MutationRow{Mutation: m})
	}
	for i := range messages {
		m := &messages[i]
		n, plain := hits(m, detect)
		if n == 0 {
			continue
		}
		for k := range board {
			row := &board[k]
			changed := row.Apply(m)
			if changed.Text == m.Text {
				continue
			}
			_, mutated := hits(&changed, detect)
			if m.Held() {
				row.HeldLabelled, row.HeldPlain, row.Held = row.HeldLabelled+n, row.HeldPlain+plain, row.Held+mutated
				continue
			}
			row.Messages++
			row.Labelled, row.Plain, row.Mutated = row.Labelled+n, row.Plain+plain, row.Mutated+mutated
		}
	}
	return board
}

// hits counts the labels that are not optional, and those of them that a found
// span touches.
func hits(m *Message, detect func(text string) phi.Result) (labelled, hit int) {
	for _, g := range m.Spans {
		if !g.Optional {
			labelled++
		}
	}
	if labelled == 0 {
		return 0, 0
	}
	r := detect(m.Text)
	at := 0
	for _, g := range m.Spans {
		for at < len(r.Spans) && r.Spans[at].End <= g.Start {
			at++
		}
		if !g.Optional && at < len(r.Spans) && g.overlaps(r.Spans[at].Start, r.Spans[at].End) {
			hit++
		}
	}
	return labelled, hit
}

// Figures gives what floors hold: the share of the recall that is left, by
// mutation.
func (b MutationBoard) Figures() Floors {
	out := Floors{}
	for i := range b {
		out[b[i].Name] = map[string]float64{"kept": min(1, 1-b[i].Fall())}
	}
	return out
}

// Table gives a Markdown table, falls in points.
func (b MutationBoard) Table() string {
	lines := [][]string{{"mutation", "kind", "messages", "spans", "any R plain", "mutated", "fall", "wanted at most", "fall, held"}}
	for i := range b {
		r := &b[i]
		wanted := "–"
		if p, ok := Promised[r.Kind]; ok {
			wanted = fmt.Sprintf("%.1f", 100*p)
			if r.Fall() > p {
				wanted += " (missed)"
			}
		}
		lines = append(lines, []string{r.Name, r.Kind, fmt.Sprint(r.Messages), fmt.Sprint(r.Labelled),
			fmt.Sprintf("%.3f", share(r.Plain, r.Labelled, 0)), fmt.Sprintf("%.3f", share(r.Mutated, r.Labelled, 0)),
			fmt.Sprintf("%.1f", 100*r.Fall()), wanted, fmt.Sprintf("%.1f", 100*r.HeldFall())})
	}
	return Markdown(lines)
}

//go:embed mutation_floors.json
var mutationFloorsJSON []byte

// LoadMutationFloors gives the floors of mutation_floors.json.
func LoadMutationFloors() (Floors, error) {
	f := Floors{}
	if err := json.Unmarshal(mutationFloorsJSON, &f); err != nil {
		return nil, fmt.Errorf("bench: mutation_floors.json: %w", err)
	}
	return f, nil
}
