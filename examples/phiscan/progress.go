package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"
)

const (
	progressFrom  = 8 << 20                // files from this size on get a bar
	progressEvery = 100 * time.Millisecond // how often it is drawn anew
	barWidth      = 24
)

// A meter draws a progress bar on one line of a terminal. Its zero value and
// a nil meter draw nothing.
type meter struct {
	w           io.Writer
	name        string
	done, total int64
	start, last time.Time
	now         func() time.Time
	drawn       bool
}

// newMeter gives a meter for a file of size bytes, or nil where none is wanted:
// the file is small, its size is unknown, or w is no terminal.
func newMeter(w io.Writer, name string, size int64) *meter {
	if size < progressFrom || !isTerminal(w) {
		return nil
	}
	return &meter{w: w, name: shortName(name), total: size, now: time.Now}
}

// reader counts what is read through it.
func (m *meter) reader(r io.Reader) io.Reader {
	if m == nil {
		return r
	}
	return &countingReader{r: r, m: m}
}

type countingReader struct {
	r io.Reader
	m *meter
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.m.add(int64(n))
	return n, err
}

// add counts n more bytes and draws, if it is time.
func (m *meter) add(n int64) {
	m.done += n
	t := m.now()
	if m.start.IsZero() {
		m.start = t
	}
	if t.Sub(m.last) < progressEvery {
		return
	}
	m.last = t
	m.draw(t)
}

func (m *meter) draw(t time.Time) {
	m.drawn = true
	share := min(float64(m.done)/float64(m.total), 1) // the file may grow as it is read
	full := int(share * barWidth)
	rate := ""
	if d := t.Sub(m.start).Seconds(); d > 0 {
		rate = fmt.Sprintf("  %.1f MB/s", float64(m.done)/1e6/d)
	}
	fmt.Fprintf(m.w, "\r%s  [%s%s] %3d %%  %.1f of %.1f MB%s\x1b[K", m.name, strings.Repeat("#", full), strings.Repeat("-", barWidth-full),
		int(share*100), float64(m.done)/1e6, float64(m.total)/1e6, rate)
}

// clear takes the bar away, so that what follows stands on a clean line.
func (m *meter) clear() {
	if m == nil || !m.drawn {
		return
	}
	m.drawn = false
	io.WriteString(m.w, "\r\x1b[K")
}

// shortName is the end of a path that leaves room for the bar, fit for a
// terminal.
func shortName(path string) string {
	name := visible(filepath.Base(path))
	if n := utf8.RuneCountInString(name); n > 20 {
		r := []rune(name)
		return "…" + string(r[n-19:])
	}
	return name
}
