package structured

import (
	"slices"

	"github.com/phidetect/phidetect/identifiers"
)

// mode says how a field is judged.
type mode uint8

const (
	readText  mode = iota // the Detector reads it
	isTyped               // the whole value is of its type
	keepIt                // it stays unread
	isOpaque              // it cannot be read
	isEncoded             // it is base64 of text, which the Detector reads
)

// A field is one value of a record, as a format hands it on.
type field struct {
	// start and end are the bytes of the record in which the value stands.
	start, end int
	// text is the value, decoded. at[i], if at is not nil, is the byte of the
	// record, counted from start, in which byte i of text was written; at has one
	// entry more for the end.
	text string
	at   []int32
	// ends[i] is where what byte i was written as ends; nil where that is at[i+1].
	ends []int32
	mode mode
	typ  identifiers.Type
	role identifiers.Role
	// health says that the place names something of health.
	health bool
	// label is what a text is read behind: the words of its key.
	label string
	// group is the object the value stands in.
	group int
	// node is the format's own.
	node int
	// parts are the stretches of text that stand in the record as they are, nil
	// for all of it: between them is markup.
	parts [][2]int
	// whole is a name of which the value is a part.
	whole string
}

// source gives the bytes of the record for bytes [i, j) of the text.
func (f *field) source(i, j int) (start, end int) {
	if f.at == nil {
		return f.start + i, f.start + j
	}
	if f.ends != nil && j > i {
		return f.start + int(f.at[i]), f.start + int(f.ends[j-1])
	}
	return f.start + int(f.at[i]), f.start + int(f.at[j])
}

// A group is an object of a record: what its values say together.
type group struct {
	parent int
	node   int
	facts  facts
	inner  bool // a group below it is PHI
	record bool // its verdict is one of the whole, not a part of its parent's
}

// An edit puts text in the place of bytes of the record.
type edit struct {
	start, end int
	text       []byte
}

// apply appends src with edits, which do not overlap.
func apply(dst, src []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return a.end - b.end // what is put in goes first
	})
	at := 0
	for i := range edits {
		e := &edits[i]
		if e.start < at {
			continue
		}
		dst = append(append(dst, src[at:e.start]...), e.text...)
		at = e.end
	}
	return append(dst, src[at:]...)
}
