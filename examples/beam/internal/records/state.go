package records

import (
	"bytes"
	"io"
)

// State is where in a row of CSV a byte stands. Only with it a line end that
// parts two rows can be told from one inside of a quoted cell, and a block that
// begins in the middle of a file cannot know it by looking at its own bytes.
// In lines the state is always the first.
type State uint8

const (
	atStart    State = iota // a cell begins
	inCell                  // in a cell without quotes
	inQuotes                // in a quoted cell
	afterQuote              // behind a quote in a quoted cell: its end, or half of a double one
	stateCount
)

// next gives the state behind c. A quote inside of a cell that did not begin with
// one is a letter like others, so that 5'10" does not turn the rest of the
// file inside out.
func next(s State, c, comma byte) State {
	switch {
	case s == inQuotes && c == '"':
		return afterQuote
	case s == inQuotes:
		return inQuotes
	case c == '\n' || c == comma:
		return atStart
	case c == '"' && (s == atStart || s == afterQuote):
		return inQuotes
	}
	return inCell
}

// A Census says of a block what the blocks behind it must know: for each state
// in which the block may begin, the state in which it ends and how many
// records end in it. With it all blocks can be counted at once, before anyone
// knows in which state they begin.
type Census struct {
	To   [stateCount]State
	Rows [stateCount]int64
}

// Then gives the census of a block and the one behind it together.
func (c Census) Then(d Census) Census {
	var both Census
	for s := range c.To {
		mid := c.To[s]
		both.To[s] = d.To[mid]
		both.Rows[s] = c.Rows[s] + d.Rows[mid]
	}
	return both
}

// Count takes the census of what r holds. first says that it is the beginning of
// a file, where a byte order mark is passed over.
func (l Layout) Count(r io.Reader, first bool) (Census, error) {
	var c Census
	for s := range c.To {
		c.To[s] = State(s)
	}
	steps := l.steps()
	buf := make([]byte, 256<<10)
	for {
		n, err := io.ReadFull(r, buf)
		b := buf[:n]
		if first {
			b = bytes.TrimPrefix(b, bom)
			first = false
		}
		if l.Format == CSV {
			c.advance(b, steps)
		} else {
			rows := int64(bytes.Count(b, newline))
			for s := range c.Rows {
				c.Rows[s] += rows
			}
		}
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return c, nil
		}
		if err != nil {
			return Census{}, err
		}
	}
}

var (
	bom     = []byte("\ufeff")
	newline = []byte("\n")
)

// steps is next as a table by byte and state.
func (l Layout) steps() *[256][stateCount]State {
	t := new([256][stateCount]State)
	for c := range t {
		for s := range t[c] {
			t[c][s] = next(State(s), byte(c), l.Comma)
		}
	}
	return t
}

// advance goes on by the bytes of b from all states at once.
func (c *Census) advance(b []byte, steps *[256][stateCount]State) {
	to, rows := c.To, c.Rows
	for _, x := range b {
		step := &steps[x]
		for s := range to {
			to[s] = step[to[s]%stateCount]
		}
		if x == '\n' {
			for s := range to {
				if to[s] == atStart {
					rows[s]++
				}
			}
		}
	}
	c.To, c.Rows = to, rows
}
