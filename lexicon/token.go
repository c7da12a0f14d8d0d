package lexicon

// TokenClass says what a token is made of.
type TokenClass uint8

const (
	// Word is a run of letters, an inner apostrophe included ("o'brien"); a
	// contracted or possessive ending is cut off and noted in Suffix.
	Word TokenClass = iota + 1
	// Number is a run of digits.
	Number
	// Mixed is a run of letters and digits ("34yo", "b12", "AB123456C").
	Mixed
	// Punct is one ASCII punctuation byte.
	Punct
	// Symbol is one rune that is neither letter, digit nor ASCII: an emoji, "°".
	Symbol
	// Ideographs is a run of letters of a script written without spaces.
	Ideographs
)

// Case is the shape of a word's letters.
type Case uint8

const (
	// LowerCase has no capital.
	LowerCase Case = iota
	// TitleCase has one capital, the first letter.
	TitleCase
	// UpperCase has two letters or more, all capital.
	UpperCase
	// CamelCase has capitals elsewhere ("McDonald", "iPhone").
	CamelCase
)

// Suffix is what an apostrophe cut off a word.
type Suffix uint8

const (
	// NoSuffix: nothing was cut off.
	NoSuffix Suffix = iota
	// SuffixS is 's: possessive, or "is".
	SuffixS
	// SuffixM is 'm ("I'm").
	SuffixM
	// SuffixOther is 'll, 've, 're or 'd.
	SuffixOther
)

// Gap is what stood between a token and the one before it.
type Gap uint8

const (
	// GapNone: the tokens touch.
	GapNone Gap = iota
	// GapSpace: spaces or tabs, no line end.
	GapSpace
	// GapWide: a tab or three spaces or more, as between columns.
	GapWide
	// GapLine: a line end, or the start of the text.
	GapLine
)

// A Token is one piece of a scanned text: bytes [Start, End) of the folded
// text, with what one look-up of its word knows. It holds no text.
type Token struct {
	Hash  uint64
	Entry Entry
	Start int32
	End   int32
	// Phrase is 1 + the index in Scan.Phrases of the phrase that covers the
	// token, or 0.
	Phrase int32
	Class  TokenClass
	Case   Case
	Suffix Suffix
	Gap    Gap
	// First is the token's first byte as it stands in the folded text.
	First byte
}

// Len is the token's length in bytes.
func (t *Token) Len() int { return int(t.End - t.Start) }

// Is reports whether the token is the punctuation byte c.
func (t *Token) Is(c byte) bool { return t.Class == Punct && t.First == c }
