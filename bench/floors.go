package bench

import (
	_ "embed" // the floors
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
)

// Floors are the least values of figures, by the row's name and the figure's;
// see Scoreboard.Figures. They only go up: Raise never lowers one, and a figure
// below its floor fails the tests.
type Floors map[string]map[string]float64

//go:embed floors.json
var floorsJSON []byte

// Margin is how far below the measured figure Raise puts a floor.
const Margin = 0.01

// LoadFloors gives the floors of floors.json.
func LoadFloors() (Floors, error) {
	f := Floors{}
	if err := json.Unmarshal(floorsJSON, &f); err != nil {
		return nil, fmt.Errorf("bench: floors.json: %w", err)
	}
	return f, nil
}

// Check lists in a fixed order what is wrong: figures below their floor,
// figures without a floor, floors without a figure.
func (f Floors) Check(measured Floors) []string {
	var out []string
	for _, row := range sortedKeys(f, measured) {
		for _, name := range sortedKeys(f[row], measured[row]) {
			floor, held := f[row][name]
			got, ok := measured[row][name]
			switch {
			case !ok:
				out = append(out, fmt.Sprintf("%s %s: floor %.3f, but nothing was measured", row, name, floor))
			case !held:
				out = append(out, fmt.Sprintf("%s %s: %.4f has no floor yet; this test with -raise sets it", row, name, got))
			case got < floor-1e-9:
				out = append(out, fmt.Sprintf("%s %s: %.4f is below its floor %.3f", row, name, got, floor))
			}
		}
	}
	return out
}

// Raise puts every floor that is further than Margin below its figure there,
// rounded down to three decimals, and returns how many that were.
func (f Floors) Raise(measured Floors) int {
	raised := 0
	for row, figures := range measured {
		for name, got := range figures {
			floor := max(0, math.Floor(1000*(got-Margin)+1e-6)/1000)
			if old, ok := f[row][name]; ok && floor <= old {
				continue
			}
			if f[row] == nil {
				f[row] = map[string]float64{}
			}
			f[row][name] = floor
			raised++
		}
	}
	return raised
}

// WriteFile writes the floors in the form of floors.json.
func (f Floors) WriteFile(path string) error {
	b, err := json.MarshalIndent(f, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(b, '\n'), 0o644)
}

// sortedKeys gives the keys of both maps, sorted, each once.
func sortedKeys[V any](a, b map[string]V) []string {
	keys := slices.AppendSeq(slices.Collect(maps.Keys(a)), maps.Keys(b))
	slices.Sort(keys)
	return slices.Compact(keys)
}
