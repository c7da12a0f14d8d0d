package bench

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/phidetect/phidetect/phi"
)

// A Golden is a message with its verdict and nothing else labelled.
type Golden struct {
	ID      string
	Text    string
	Verdict phi.Verdict
	Why     string // the reason for the verdict, in words
}

// LoadGolden reads a file of golden verdicts. An error names line and cause,
// never text.
func LoadGolden(path string) ([]Golden, error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var out []Golden
	lines := bufio.NewScanner(in)
	for n := 1; lines.Scan(); n++ {
		var g Golden
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			return nil, fmt.Errorf("bench: golden verdicts, line %d: %w", n, err)
		}
		out = append(out, g)
	}
	return out, lines.Err()
}

// A Miss is a golden message that got another verdict.
type Miss struct {
	ID        string
	Want, Got phi.Verdict
}

// String gives for example "g-012: identifier, not phi".
func (m Miss) String() string { return fmt.Sprintf("%s: %v, not %v", m.ID, m.Got, m.Want) }

// MissGolden lists the messages to which detect does not give their verdict.
func MissGolden(messages []Golden, detect func(text string) phi.Result) []Miss {
	var out []Miss
	for _, g := range messages {
		if got := detect(g.Text).Verdict; got != g.Verdict {
			out = append(out, Miss{g.ID, g.Verdict, got})
		}
	}
	return out
}
