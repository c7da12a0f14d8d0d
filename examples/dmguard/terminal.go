package main

import (
	"fmt"
	"io"
	"os"
	"runtime"
)

// isTerminal reports whether w is a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	fi, err := f.Stat()
	return err == nil && fi.Mode()&os.ModeCharDevice != 0
}

// wantsColour reports whether output to w may be coloured: it goes to a
// terminal that understands colours, and nobody has asked for none
// (no-color.org).
func wantsColour(w io.Writer, env func(string) string) bool {
	if env("NO_COLOR") != "" || env("TERM") == "dumb" || !isTerminal(w) {
		return false
	}
	return runtime.GOOS != "windows" || env("WT_SESSION") != "" || env("TERM") != ""
}

// printer writes what people read.
type printer struct {
	io.Writer
	colour, terminal bool
	failed           *bool
}

func newPrinter(w world) printer {
	return printer{w.stdout, wantsColour(w.stdout, w.env), isTerminal(w.stdout), new(bool)}
}

// broken reports whether a check has failed.
func (p printer) broken() bool { return *p.failed }

func (p printer) style(code, text string) string {
	if !p.colour {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// head begins a part.
func (p printer) head(text string) { fmt.Fprintf(p, "\n%s\n", p.style("1", text)) }

// line writes one line.
func (p printer) line(format string, args ...any) { fmt.Fprintf(p, "  "+format+"\n", args...) }

// check writes what was to be so and whether it is.
func (p printer) check(good bool, format string, args ...any) {
	mark := p.style("32", "ok")
	if !good {
		mark = p.style("1;31", "NOT OK")
		*p.failed = true
	}
	fmt.Fprintf(p, "  %s: %s\n", fmt.Sprintf(format, args...), mark)
}

// progress rewrites one line on a terminal, and writes nothing elsewhere.
func (p printer) progress(format string, args ...any) {
	if p.terminal {
		fmt.Fprintf(p, "\r\x1b[K  "+format, args...)
	}
}

// done ends the line of progress.
func (p printer) done() {
	if p.terminal {
		fmt.Fprint(p, "\r\x1b[K")
	}
}
