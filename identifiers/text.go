package identifiers

import (
	"slices"

	"github.com/phidetect/phidetect/lexicon"
)

// A Text is a text tokenised once, which every matcher reads. Its buffers are
// reused from text to text; it is not safe for concurrent use. Offsets are
// bytes of the folded text, Scan.Text; Scan.Map leads back to the input.
type Text struct {
	lexicon.Scan
	// Triggers holds the tokens that wake matchers up, noted in one pass.
	Triggers Triggers
	// Languages counts the words that are evidence of a language.
	Languages lexicon.LanguageEvidence
	lex       *lexicon.Lexicon
	names     nameScratch
	prints    []labelled
	listed    listed
	claims    []uint64
	streets   []uint64     // the claims of street addresses
	before    table        // open at the end of the part before
	open      table        // open at the end of this one
	from      int          // spans of dst before it are not the pipeline's own
	cands     [2]candidate // not on the stack of judgeRun, where they would escape
}

// Triggers are what matchers wait for. The slices hold token indexes.
type Triggers struct {
	At       []int32 // '@'
	Digits   []int32 // numbers and mixed tokens
	Dotted   []int32 // '.' that touches a word on both sides
	Colons   []int32 // ':' that touches on both sides
	Cues     CueSet  // kinds of cue words that occur
	Upper    bool    // a capital letter occurs
	Brackets bool    // '[' occurs
	Braces   bool    // '{' occurs
	Pipes    bool    // '|' occurs
	Stars    bool    // '*' occurs right behind a word
	Unders   bool    // '_' occurs
	Spelled  bool    // "(at)", "(a)", "(.)": brackets around a sign or a short word
	Masks    bool    // a mask may stand: "**", "xxx", "##", a sign twice
	Letters  int     // words of one letter
	Lines    int     // lines that hold a token
}

// A CueSet is a set of cues.
type CueSet [2]uint64

// Add puts c in the set.
func (s *CueSet) Add(c lexicon.Cue) { s[c>>6&1] |= 1 << (c & 63) }

// Has reports whether c is in the set.
func (s *CueSet) Has(c lexicon.Cue) bool { return s[c>>6&1]&(1<<(c&63)) != 0 }

// HasAny reports whether one of cs is in the set.
func (s *CueSet) HasAny(cs ...lexicon.Cue) bool {
	for _, c := range cs {
		if s.Has(c) {
			return true
		}
	}
	return false
}

// meets reports whether s and o have a cue in common.
func (s *CueSet) meets(o CueSet) bool { return s[0]&o[0]|s[1]&o[1] != 0 }

// Cues makes a set.
func Cues(cs ...lexicon.Cue) CueSet {
	var s CueSet
	for _, c := range cs {
		s.Add(c)
	}
	return s
}

// Read tokenises text with lex and notes the triggers, in time linear in the
// text.
func (t *Text) Read(lex *lexicon.Lexicon, text string) {
	t.open.n = 0
	t.ReadOn(lex, text)
}

// ReadOn reads the next part of the text whose last part t holds: a table that
// was open there goes on.
func (t *Text) ReadOn(lex *lexicon.Lexicon, text string) {
	if t.before.n = 0; t.open.n > 0 {
		t.before = t.open
		t.open.n = 0
	}
	t.lex = lex
	t.Scan.Run(lex, text)
	t.begin()
}

// begin forgets what was found in the text before, and notes the triggers of
// this one.
func (t *Text) begin() {
	t.prints = t.prints[:0]
	t.listed = listed{last: -1}
	t.resetClaims()
	t.noteTriggers()
	if t.Triggers.Brackets {
		t.muteLabels()
	}
}

func (t *Text) noteTriggers() {
	tr := &t.Triggers
	tr.At, tr.Digits, tr.Dotted, tr.Colons = tr.At[:0], tr.Digits[:0], tr.Dotted[:0], tr.Colons[:0]
	tr.Cues, tr.Upper, tr.Brackets, tr.Braces, tr.Pipes, tr.Stars, tr.Unders, tr.Lines = CueSet{}, false, false, false, false, false, false, 0
	tr.Spelled, tr.Masks, tr.Letters = false, false, 0
	t.Languages = lexicon.LanguageEvidence{}
	toks := t.Tokens
	for i := range toks {
		k := &toks[i]
		if k.Gap == lexicon.GapLine {
			tr.Lines++
		}
		switch k.Class {
		case lexicon.Punct:
			switch k.First {
			case '@':
				tr.At = append(tr.At, int32(i))
			case '.':
				if i > 0 && i+1 < len(toks) && k.Gap == lexicon.GapNone && toks[i+1].Gap == lexicon.GapNone && toks[i-1].Class != lexicon.Punct && toks[i+1].Class != lexicon.Punct {
					tr.Dotted = append(tr.Dotted, int32(i))
				}
			case ':':
				if i+1 < len(toks) && toks[i+1].Gap == lexicon.GapNone {
					tr.Colons = append(tr.Colons, int32(i))
				}
			case '[':
				tr.Brackets = true
			case '(':
				tr.Spelled = tr.Spelled || i+2 < len(toks) && toks[i+1].Len() <= 3 && toks[i+2].Is(')')
			case '{':
				tr.Braces = true
				tr.Spelled = tr.Spelled || i+2 < len(toks) && toks[i+2].Is('}')
			case '_':
				tr.Unders = true
			case '|':
				tr.Pipes = true
			case '*':
				tr.Stars = tr.Stars || i > 0 && k.Gap == lexicon.GapNone && toks[i-1].Class != lexicon.Punct
				tr.Masks = tr.Masks || k.Gap == lexicon.GapNone && i > 0 && toks[i-1].Is('*')
			case '#':
				tr.Masks = tr.Masks || k.Gap == lexicon.GapNone && i > 0 && toks[i-1].Is('#')
			}
		case lexicon.Symbol:
			tr.Masks = tr.Masks || k.Gap == lexicon.GapNone && i > 0 && toks[i-1].Hash == k.Hash
		case lexicon.Number, lexicon.Mixed:
			tr.Digits = append(tr.Digits, int32(i))
			tr.Cues.Add(k.Entry.Cue())
		default:
			tr.Cues.Add(k.Entry.Cue())
			t.Languages.Add(k.Entry)
			if k.Case != lexicon.LowerCase {
				tr.Upper = true
			}
			if k.End-k.Start == 1 {
				tr.Letters++
			}
			if k.First|0x20 == 'x' && t.allX(k) {
				tr.Masks = true
			}
		}
	}
	for i := range t.Phrases {
		tr.Cues.Add(t.Phrases[i].Entry.Cue())
	}
}

// Lexicon is the lexicon the text was read with.
func (t *Text) Lexicon() *lexicon.Lexicon { return t.lex }

// Slice gives the bytes of a token range as folded text.
func (t *Text) Slice(first, last int) string {
	return t.Text[t.Tokens[first].Start:t.Tokens[last].End]
}

// EntryAt gives what the lexicon knows of the token, or of the phrase that
// covers it, with the phrase's first and last token.
func (t *Text) EntryAt(i int) (e lexicon.Entry, first, last int) {
	if p := t.Tokens[i].Phrase; p > 0 {
		ph := &t.Phrases[p-1]
		return ph.Entry, int(ph.First), int(ph.Last)
	}
	return t.Tokens[i].Entry, i, i
}

// CueAt is the cue of the phrase that covers the token or else of the token.
func (t *Text) CueAt(i int) lexicon.Cue {
	if p := t.Tokens[i].Phrase; p > 0 {
		if c := t.Phrases[p-1].Entry.Cue(); c != lexicon.NoCue {
			return c
		}
	}
	return t.Tokens[i].Entry.Cue()
}

// touches reports whether token i follows token i-1 without a gap.
func (t *Text) touches(i int) bool {
	return i > 0 && i < len(t.Tokens) && t.Tokens[i].Gap == lexicon.GapNone
}

// is reports whether token i exists and is the punctuation c.
func (t *Text) is(i int, c byte) bool {
	return i >= 0 && i < len(t.Tokens) && t.Tokens[i].Is(c)
}

// TokenRange gives the first and last token of the bytes [start, end) of the
// folded text, in logarithmic time.
func (t *Text) TokenRange(start, end int) (first, last int) {
	first = t.tokenAt(start)
	last = first
	for steps := 0; last < len(t.Tokens) && int(t.Tokens[last].Start) < end; steps++ {
		if steps == nearTokens {
			last = t.tokenAt(end)
			break
		}
		last++
	}
	return min(first, max(0, len(t.Tokens)-1)), max(last-1, first)
}

// nearTokens is how many tokens are read one after the other before they are
// searched by halves: a branch that goes either way costs as much as ten.
const nearTokens = 16

// tokenAt gives the index of the token that begins at byte start of the folded
// text, or of the first one after it, in logarithmic time. It begins where the
// token stands if all are of one length.
func (t *Text) tokenAt(start int) int {
	toks := t.Tokens
	i := 0
	if len(t.Text) > 0 {
		i = min(max(0, int(int64(start)*int64(len(toks))/int64(len(t.Text)))), len(toks))
	}
	for range nearTokens {
		switch {
		case i < len(toks) && int(toks[i].Start) < start:
			i++
		case i > 0 && int(toks[i-1].Start) >= start:
			i--
		default:
			return i
		}
	}
	i, _ = slices.BinarySearchFunc(toks, start, func(k lexicon.Token, start int) int { return int(k.Start) - start })
	return i
}
