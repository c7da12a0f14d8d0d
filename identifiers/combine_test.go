package identifiers_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/identifiers/checksum"
	"github.com/phidetect/phidetect/identifiers/identifierstest"
	"github.com/phidetect/phidetect/lexicon"
)

// numbers finds every token of digits alone: a part to combine.
func numbers(dst []identifiers.Span, t *identifiers.Text) []identifiers.Span {
	for _, i := range t.Triggers.Digits {
		if k := &t.Tokens[i]; k.Class == lexicon.Number {
			dst = append(dst, identifiers.Span{Start: int(k.Start), End: int(k.End), Type: identifiers.UniqueID, Score: 0.5})
		}
	}
	return dst
}

// digitsGated is numbers as a Limiter and a Gated matcher. A digit run may be
// as long as the text, so that it takes only those of up to nine.
type digitsGated struct{}

func (digitsGated) AppendSpans(dst []identifiers.Span, t *identifiers.Text) []identifiers.Span {
	from := len(dst)
	dst = numbers(dst, t)
	kept := dst[:from]
	for _, s := range dst[from:] {
		if s.End-s.Start <= 9 {
			kept = append(kept, s)
		}
	}
	return kept
}
func (digitsGated) MaxLen() int                         { return 9 }
func (digitsGated) Wants(tr *identifiers.Triggers) bool { return len(tr.Digits) > 0 }

type example = identifierstest.Example

func TestWords(t *testing.T) {
	m := identifiers.Words(identifiers.Facility, "Ward 7B", "Rosebank House", "Rosebank", "Café Ünal", "St. Bride's", "x-ray annexe", "R&D", "🏥", "", "...")
	identifierstest.Accept(t, m,
		example{Name: "case", Text: "moved from ⟦facility|ward 7b⟧ to ⟦facility|ROSEBANK⟧"},
		example{Name: "longest", Text: "in ⟦facility|Rosebank House⟧ and ⟦facility|Rosebank⟧ Lane"},
		example{Name: "possessive", Text: "⟦facility|Rosebank⟧'s garden"},
		example{Name: "accents", Text: "meet at ⟦facility|Cafe Unal⟧ or ⟦facility|café ünal⟧"},
		example{Name: "dot and apostrophe", Text: "⟦facility|St Bride⟧ is ⟦facility|st. bride⟧'s"},
		example{Name: "hyphen and line end", Text: "the ⟦facility|X Ray Annexe⟧? no: ⟦facility|x-ray\nannexe⟧"},
		example{Name: "ampersand", Text: "down at ⟦facility|R&D⟧ and ⟦facility|r & d⟧"},
		example{Name: "emoji", Text: "see you at ⟦facility|🏥⟧"},
		example{Name: "beginning only", Text: "ward 7a, ward 7, warden 7b, a cafe"},
		example{Name: "sentence between", Text: "on the ward. 7b was free"},
		example{Name: "part of a word", Text: "rosebanks prosebank rosebank2"},
		example{Name: "columns", Text: "ward\t\t7b"},
	)
}

func TestWordsWithoutList(t *testing.T) {
	identifierstest.Accept(t, identifiers.Words(identifiers.Facility), example{Text: "nothing to find"})
}

func TestNear(t *testing.T) {
	m := identifiers.Near(identifiers.Func(numbers), identifiers.Words(identifiers.NoType, "locker", "cabinet key"), 3)
	identifierstest.Accept(t, m,
		example{Name: "before", Text: "my locker is number ⟦unique_id|114⟧ and I am 38"},
		example{Name: "behind", Text: "⟦unique_id|114⟧ was my locker, not before 2019 I think"},
		example{Name: "one cue, two numbers", Text: "⟦unique_id|12⟧ locker ⟦unique_id|13⟧"},
		example{Name: "phrase", Text: "cabinet key no ⟦unique_id|9⟧; the cabinet 10"},
		example{Name: "within reach", Text: "locker a b ⟦unique_id|7⟧"},
		example{Name: "out of reach", Text: "locker a b c 7"},
		example{Name: "cue alone", Text: "which locker?"},
		example{Name: "number alone", Text: "room 114"},
	)
}

func TestNearOverlap(t *testing.T) {
	// reach 0: the two must share bytes, touching is not enough
	m := identifiers.Near(identifiers.Words(identifiers.City, "new town", "town"), identifiers.Words(identifiers.NoType, "town"), 0)
	identifierstest.Accept(t, m,
		example{Name: "inside", Text: "in ⟦city|new town⟧ and ⟦city|town⟧"},
		example{Name: "beside", Text: "newtown-townhall"},
	)
}

func TestNearManySpans(t *testing.T) {
	// a matcher that gives long and short spans in no order, as Any does
	a := identifiers.Any(identifiers.Words(identifiers.City, "b c d"), identifiers.Words(identifiers.City, "a"), identifiers.Words(identifiers.Name, "e", "d"))
	m := identifiers.Near(a, identifiers.Any(identifiers.Words(identifiers.NoType, "x"), identifiers.Words(identifiers.NoType, "a b")), 1)
	identifierstest.Accept(t, m,
		example{Name: "cue behind", Text: "b c d ⟦name|e⟧ x"},
		example{Name: "cue overlaps", Text: "q ⟦city|a⟧ ⟦city|b c d⟧ e"},
	)
}

func TestUnless(t *testing.T) {
	m := identifiers.Unless(digitsGated{}, identifiers.Words(identifiers.NoType, "mg", "room"), 1)
	identifierstest.Accept(t, m,
		example{Name: "free", Text: "it is ⟦unique_id|4471⟧"},
		example{Name: "behind", Text: "took 50 mg, got ⟦unique_id|4471⟧"},
		example{Name: "before", Text: "room 12, case ⟦unique_id|12⟧"},
		example{Name: "one token", Text: "50mg mg50"},
		example{Name: "two tokens away", Text: "room: ⟦unique_id|12⟧"},
	)
	require.True(t, m.(identifiers.Gated).Wants(&identifiers.Triggers{Digits: []int32{0}}))
	require.False(t, m.(identifiers.Gated).Wants(&identifiers.Triggers{}))
}

func TestChecked(t *testing.T) {
	m := identifiers.Checked(digitsGated{}, func(b []byte) bool { return checksum.SIN(b) })
	identifierstest.Accept(t, m,
		example{Name: "valid", Text: "it was ⟦unique_id|130692544⟧"},
		example{Name: "typo", Text: "it was 130692545"},
		example{Name: "no number", Text: "it was none"},
	)
	read := read("130692544")
	spans := m.AppendSpans(nil, read)
	require.Len(t, spans, 1)
	require.True(t, spans[0].Why.Checksum)
}

func TestCheckedNormalises(t *testing.T) {
	var got []string
	m := identifiers.Checked(identifiers.Func(func(dst []identifiers.Span, t *identifiers.Text) []identifiers.Span {
		if len(t.Text) == 0 {
			return dst
		}
		return append(dst, identifiers.Span{End: len(t.Text), Type: identifiers.UniqueID, Score: 1})
	}), func(b []byte) bool { got = append(got, string(b)); return true })
	for _, text := range []string{"ab-12 Cd", "１２", "12345678901234567890123456789012345678901234567890123456789012345", "--"} {
		m.AppendSpans(nil, read(text))
	}
	require.Equal(t, []string{"AB12CD", "12"}, got)
}

func TestTypedNamedAny(t *testing.T) {
	wards := identifiers.Words(identifiers.Facility, "ward 7b")
	m := identifiers.Named(identifiers.Typed(identifiers.Any(wards, digitsGated{}), identifiers.UniqueID, 0.9), "house")
	identifierstest.Accept(t, m, example{Name: "both", Text: "in ⟦unique_id|ward 7b⟧ since ⟦unique_id|2019⟧"})
	for _, s := range m.AppendSpans(nil, read("ward 7b 2019")) {
		require.Equal(t, identifiers.Span{Start: s.Start, End: s.End, Type: identifiers.UniqueID, Score: 0.9, Why: identifiers.Why{Matcher: "house"}}, s)
	}
	same := identifiers.Typed(digitsGated{}, identifiers.NoType, 0)
	require.Equal(t, digitsGated{}.AppendSpans(nil, read("1 22")), same.AppendSpans(nil, read("1 22")))
	require.Equal(t, float32(1), identifiers.Typed(digitsGated{}, identifiers.NoType, 7).AppendSpans(nil, read("1"))[0].Score)
	identifierstest.Accept(t, identifiers.Any(), example{Text: "12"})
}

func TestLimitsPassOn(t *testing.T) {
	length := func(m identifiers.Matcher) int { return m.(identifiers.Limiter).MaxLen() }
	free := identifiers.Func(numbers) // no Limiter: 256
	require.Equal(t, 9, length(identifiers.Typed(digitsGated{}, identifiers.Date, 1)))
	require.Equal(t, 9, length(identifiers.Checked(digitsGated{}, nil)))
	require.Equal(t, 256, length(identifiers.Any(digitsGated{}, free)))
	require.Equal(t, 0, length(identifiers.Any()))
	require.Equal(t, 9+256+16*4, length(identifiers.Near(digitsGated{}, free, 4)))
	require.Equal(t, 9+9, length(identifiers.Unless(digitsGated{}, digitsGated{}, -1)))
}

func TestGatesPassOn(t *testing.T) {
	none, digits := &identifiers.Triggers{}, &identifiers.Triggers{Digits: []int32{0}}
	free := identifiers.Words(identifiers.Name, "x")
	for name, c := range map[string]struct {
		m           identifiers.Matcher
		none, digit bool
	}{
		"typed":        {identifiers.Typed(digitsGated{}, identifiers.Date, 1), false, true},
		"checked":      {identifiers.Checked(digitsGated{}, nil), false, true},
		"any of both":  {identifiers.Any(digitsGated{}, free), true, true},
		"any gated":    {identifiers.Any(digitsGated{}, digitsGated{}), false, true},
		"any of none":  {identifiers.Any(), false, false},
		"near gated":   {identifiers.Near(free, digitsGated{}, 1), false, true},
		"unless gated": {identifiers.Unless(free, digitsGated{}, 1), true, true},
	} {
		t.Run(name, func(t *testing.T) {
			g := c.m.(identifiers.Gated)
			require.Equal(t, [2]bool{c.none, c.digit}, [2]bool{g.Wants(none), g.Wants(digits)})
		})
	}
}

func TestCombinatorsDoNotAllocate(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector makes pools forget")
	}
	text := read("my locker is number 130692544, the other locker has 45 and 77, room 9")
	words := identifiers.Words(identifiers.NoType, "locker", "locker room")
	m := identifiers.Any(
		identifiers.Near(identifiers.Func(numbers), words, 3),
		identifiers.Unless(digitsGated{}, words, 3),
		identifiers.Checked(digitsGated{}, func(b []byte) bool { return checksum.SIN(b) }),
	)
	dst := make([]identifiers.Span, 0, 64)
	require.NotEmpty(t, m.AppendSpans(dst, text))
	require.Zero(t, testing.AllocsPerRun(100, func() { m.AppendSpans(dst, text) }))
}

// read tokenises text with the default lexicon.
func read(text string) *identifiers.Text {
	var t identifiers.Text
	t.Read(lexicon.Default(), text)
	return &t
}
