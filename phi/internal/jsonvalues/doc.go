// Package jsonvalues finds the strings and numbers of a JSON text (RFC 8259) and
// puts others in their place without touching a byte of the rest: order, white
// space, names, number text and the escapes of what stays are as they were.
package jsonvalues

import "strconv"

// A Kind tells what a Value is.
type Kind uint8

const (
	// String is a string value.
	String Kind = iota + 1
	// Number is a number value.
	Number
	// Name is the name of an object's member.
	Name
)

// A Range is the bytes [Start, End) of the source.
type Range struct{ Start, End int }

// A Value is a string, a number or a member's name where it stands in the
// source. Strings and names include their quotes.
type Value struct {
	Range
	Kind Kind
	// Key is the name of the member that the value, or the array it stands in,
	// belongs to; Parent that of the member around it. They are empty where
	// there is none.
	Key, Parent Range
	// Path is equal for values at the same place: the same names and indexes
	// from the top.
	Path uint64
}

// A SyntaxError says where a text stops being JSON. It holds no text.
type SyntaxError struct{ Offset int }

// Error gives "not valid JSON at byte N".
func (e *SyntaxError) Error() string { return "not valid JSON at byte " + strconv.Itoa(e.Offset) }
