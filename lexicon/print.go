package lexicon

import (
	"fmt"
	"strconv"
)

// Format writes "lexicon.Scan of 12 tokens" for every verb, so that no log gets
// the text by accident.
func (s Scan) Format(f fmt.State, _ rune) {
	fmt.Fprintf(f, "lexicon.Scan of %d tokens", len(s.Tokens))
}

// MarshalJSON gives the number of tokens and nothing of the text.
func (s Scan) MarshalJSON() ([]byte, error) {
	return strconv.AppendInt(nil, int64(len(s.Tokens)), 10), nil
}

// Format writes "lexicon.Lexicon of 400000 entries" for every verb: the terms
// that were added are the program's, and may be names.
func (l Lexicon) Format(f fmt.State, _ rune) {
	fmt.Fprintf(f, "lexicon.Lexicon of %d entries", l.base.Len()+len(l.added))
}
