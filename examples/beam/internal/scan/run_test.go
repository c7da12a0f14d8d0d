package scan

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/examples/beam/internal/messages"
	"github.com/phidetect/phidetect/examples/beam/internal/records"
	"github.com/phidetect/phidetect/phi"
)

var text = records.Layout{Format: records.Text}

// file is lines that fill many batches, and one that fills some alone.
func file() string {
	var b strings.Builder
	for i := range 9000 {
		fmt.Fprintf(&b, "this is Kit Rowe, my asthma is back, call 555-01%02d\n", i%100)
		if i == 4000 {
			b.WriteString(strings.Repeat("are you open on monday? ", 20*batchBytes/24) + "\n")
		}
	}
	return b.String()
}

func workers(t *testing.T, n int) (list []*Worker) {
	t.Helper()
	r, err := phi.NewRedactor(nil, phi.RedactPolicy{})
	require.NoError(t, err)
	for range n {
		d, err := messages.NewDecoder(text, messages.Fields{Text: "text"}, nil)
		require.NoError(t, err)
		w := NewWorker(r, text)
		w.Open(d)
		list = append(list, w)
	}
	return list
}

func run(t *testing.T, ctx context.Context, in io.Reader, n int, out func(*Answers) error) error {
	t.Helper()
	return Run(ctx, text.NewReader(in, records.Block{End: 1 << 40}), workers(t, n), out)
}

// Any number of workers gives what one gives, in the order of the file.
func TestWorkersKeepTheOrder(t *testing.T) {
	whole := file()
	var want [2][]byte
	for _, n := range []int{1, 2, 5} {
		var findings, redacted bytes.Buffer
		var c Counts
		require.NoError(t, run(t, t.Context(), strings.NewReader(whole), n, func(a *Answers) error {
			findings.Write(a.Findings)
			redacted.Write(a.Redacted)
			a.Count(&c)
			return nil
		}))
		require.Equal(t, int64(9001), c.Messages)
		require.Equal(t, int64(9000), c.Types["phone"])
		require.Equal(t, 9001, bytes.Count(findings.Bytes(), []byte("\n")))
		if n == 1 {
			want = [2][]byte{findings.Bytes(), redacted.Bytes()}
		}
		require.True(t, bytes.Equal(want[0], findings.Bytes()) && bytes.Equal(want[1], redacted.Bytes()), "%d workers", n)
	}
}

// What goes wrong ends the run and is told: where the answers go, where the
// records come from, and when it is called off.
func TestErrorsEndTheRun(t *testing.T) {
	whole := file()
	full, broken := errors.New("full"), errors.New("broken")
	for _, n := range []int{1, 3} {
		calls := 0
		require.Equal(t, full, run(t, t.Context(), strings.NewReader(whole), n, func(*Answers) error {
			calls++
			return full
		}))
		require.Equal(t, 1, calls)

		lines := 0
		in := io.MultiReader(strings.NewReader(whole), iotest.ErrReader(broken))
		require.Equal(t, broken, run(t, t.Context(), in, n, func(a *Answers) error {
			lines += bytes.Count(a.Findings, []byte("\n"))
			return nil
		}))
		require.Equal(t, 9001, lines, "what was read before is answered")

		ctx, cancel := context.WithCancel(t.Context())
		require.Equal(t, context.Canceled, run(t, ctx, strings.NewReader(strings.Repeat(whole, 4)), n, func(*Answers) error {
			cancel()
			return nil
		}))
	}
}
