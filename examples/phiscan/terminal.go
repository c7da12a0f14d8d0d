package main

import (
	"os"
	"runtime"
	"strings"
	"unicode/utf8"

	"github.com/phidetect/phidetect/identifiers"
)

// isTerminal reports whether v, a reader or writer, is a terminal.
func isTerminal(v any) bool {
	f, ok := v.(*os.File)
	if !ok {
		return false
	}
	fi, err := f.Stat()
	return err == nil && fi.Mode()&os.ModeCharDevice != 0
}

// wantsColour reports whether output to w may be coloured: it goes to a
// terminal that understands colours, and nobody has asked for none
// (no-color.org).
func wantsColour(w any) bool {
	if os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" || !isTerminal(w) {
		return false
	}
	if runtime.GOOS == "windows" { // the old console prints the codes as they are
		return os.Getenv("WT_SESSION") != "" || os.Getenv("TERM") != ""
	}
	return true
}

// style is an SGR sequence's parameters.
type style string

const (
	plain      style = ""
	bold       style = "1"
	dim        style = "2"
	styleHP    style = "4;32" // health: underlined, so that colour is not all that tells
	styleVague style = "36"
)

// styleOf gives an identifier type's colour: one for each family a reader
// tells apart at a glance.
func styleOf(s *identifiers.Span) style {
	switch {
	case s.Vague:
		return styleVague
	case s.Type == identifiers.Name:
		return "1;35"
	}
	switch s.Type.Letter() {
	case 'B':
		return "1;33"
	case 'C':
		return "1;36"
	case 'D', 'E', 'F', 'N', 'O', 'R':
		return "1;34"
	}
	return "1;31"
}

// a painter colours, or leaves the text as it is.
type painter bool

func (p painter) paint(st style, s string) string {
	if !p || st == plain || s == "" {
		return s
	}
	return "\x1b[" + string(st) + "m" + s + "\x1b[0m"
}

// visible makes a text safe to print: what could steer the terminal or turn
// the reading order (control characters, bidirectional overrides) becomes a
// picture of itself, bytes that are no UTF-8 the replacement character. Line
// breaks and tabs stay.
func visible(s string) string {
	clean := true
	for i := 0; i < len(s) && clean; i++ {
		clean = s[i] >= 0x20 && s[i] < 0x7f || s[i] == '\n' || s[i] == '\t'
	}
	if clean {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	for i, r := range s {
		switch {
		case r == '\n' || r == '\t':
			b.WriteRune(r)
		case r == '\r' && i+1 < len(s) && s[i+1] == '\n': // CRLF
		case r < 0x20:
			b.WriteRune(0x2400 + r)
		case r == 0x7f:
			b.WriteRune(0x2421)
		case r >= 0x80 && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
