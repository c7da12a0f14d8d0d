package answer

import (
	"unicode/utf16"
	"unicode/utf8"
)

// A counter turns byte offsets of a text into UTF-16 offsets. It goes on from
// where it was, forwards or back, so that offsets in order cost one pass.
type counter struct {
	text         string
	bytes, units int
}

func (c *counter) at(offset int) int {
	for c.bytes < offset {
		r, size := utf8.DecodeRuneInString(c.text[c.bytes:])
		c.bytes += size
		c.units += utf16.RuneLen(r)
	}
	for c.bytes > offset {
		r, size := utf8.DecodeLastRuneInString(c.text[:c.bytes])
		c.bytes -= size
		c.units -= utf16.RuneLen(r)
	}
	return c.units
}
