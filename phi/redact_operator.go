package phi

import (
	"fmt"
	"io"
)

// An Operator says what takes the place of an identifier.
type Operator uint8

const (
	// OpLabel puts the type: "[NAME]". It is the zero Operator.
	OpLabel Operator = iota
	// OpNumber puts a numbered label, "[NAME_1]", the same for the same person
	// or number each time in a Session. "[NAME_1.2]" is the second way in which
	// that one is written, so that Session.Restore gives back each as it was.
	OpNumber
	// OpMask hides letters and digits and lets the rest stand: "***-**-6789".
	OpMask
	// OpHash puts a keyed hash, "[NAME:tkqvbmchwdrjpgfn]": HMAC-SHA256 over the
	// type and the normalised text, the same in every text under one key.
	OpHash
	// OpSurrogate puts an invented value of the same kind and case, from ranges
	// that are nobody's: 555-01xx, example.com, 192.0.2.0/24. It is keyed, and
	// the same for the same person. Types that have none get a label.
	OpSurrogate
	// OpGeneralize puts what Safe Harbor lets stand, 45 CFR 164.514(b)(2)(i): the
	// year of a date, three digits of a ZIP code, an age up to 89, "90+" for
	// those above and for births as long ago. Other types get a label.
	OpGeneralize
	// OpShift moves dates by a keyed number of days, the same for one subject
	// (see Redactor.NewSessionFor), and keeps the form they are written in.
	// Intervals stay true. Dates it cannot read and other types get a label.
	// Safe Harbor itself asks for OpGeneralize; shifted dates are for data that
	// an expert determines to be safe, 45 CFR 164.514(b)(1).
	OpShift
	// OpRemove puts nothing.
	OpRemove
	// OpKeep lets the identifier stand.
	OpKeep
)

var operatorNames = [...]string{"label", "number", "mask", "hash", "surrogate", "generalize", "shift", "remove", "keep"}

// String gives the name used in JSON.
func (o Operator) String() string {
	if int(o) < len(operatorNames) {
		return operatorNames[o]
	}
	return ""
}

// keyed reports the operators that need RedactPolicy.Key.
func (o Operator) keyed() bool { return o == OpHash || o == OpSurrogate || o == OpShift }

// hides reports the operators that let nothing of an identifier stand.
func (o Operator) hides() bool {
	return o != OpKeep && o != OpGeneralize && o != OpShift
}

// A Treatment is an operator with its settings. The zero Treatment puts the
// type's name as a label.
type Treatment struct {
	Operator Operator
	// Label is what OpLabel, OpNumber and OpHash write in brackets, and all
	// operators where they have nothing better: capitals, digits and "_". Empty
	// means the type's name: "DATE_OF_BIRTH".
	Label string
	// KeepLast is how many letters and digits OpMask lets stand at the end,
	// never more than half of them.
	KeepLast int
	// Mask is what OpMask puts for a letter or digit, '*' if 0. A letter takes
	// the case of what it hides.
	Mask rune
	// HashLength is how many letters of four bits OpHash writes, 16 if 0, at
	// least 8 and at most 64. n different values share a hash of 16 letters by
	// chance with probability of about n²/2⁶⁵.
	HashLength int
	// OneLabel makes OpNumber write one label for all the ways in which a person
	// or number is written; Restore then gives back the first of them.
	OneLabel bool
}

// A Key is the secret of the keyed operators. Nothing prints it.
type Key []byte

// minKey is the least length of a key in bytes; 32 are as strong as the hash.
const minKey = 16

// Format writes "[key]" for every verb.
func (Key) Format(f fmt.State, _ rune) { io.WriteString(f, "[key]") }

// MarshalText gives "[key]".
func (Key) MarshalText() ([]byte, error) { return []byte("[key]"), nil }
