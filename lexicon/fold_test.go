package lexicon

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func fold(text string) string {
	var m FoldMap
	return string(m.Fold(nil, text))
}

func TestFoldKinds(t *testing.T) {
	for _, c := range []struct{ kind, text, want string }{
		{"ASCII stays", "Dana Reyes, 34 yo `ok`\n", "Dana Reyes, 34 yo `ok`\n"},
		{"accents", "José Müller Çelik Ñandú Ångström Šimić Łukasz Őze", "Jose Muller Celik Nandu Angstrom Simic Lukasz Oze"},
		{"Vietnamese", "Nguyễn Thị Hồng Đào", "Nguyen Thi Hong Dao"},
		{"stroked letters", "Øystein Đorđe Ħal ıt", "Oystein Dorde Hal it"},
		{"two letters", "Æsa Œuvre straße ẞ Ĳssel ǆ", "AEsa OEuvre strasse SS IJssel dz"},
		{"combining marks", "Jose\u0301 Nguye\u0302\u0303n Zoe\u0308", "Jose Nguyen Zoe"},
		{"full width", "Ｄａｎａ　１２３－４５＠ｘ．ｅｘａｍｐｌｅ", "Dana 123-45@x.example"},
		{"math letters", "𝐃𝒂𝓷𝔞 𝕯𝖺𝗇𝘢 𝙳𝙖𝚗𝚊 ℍ𝕀𝕍", "Dana Dana Dana HIV"},
		{"math digits", "𝟎𝟗𝟘𝟡𝟢𝟫𝟬𝟵𝟶𝟿", "0909090909"},
		{"math Greek stays", "𝛂𝝮", "𝛂𝝮"},
		{"letter-like", "ℂℎℓℕℙℚℝℤKÅℬℯℰℱℳℴ", "ChlNPQRZKABeEFMo"},
		{"circled and squared", "①⑨⓪⑩ Ⓐⓩ 🄰🅐🅰", "19010 Az AAA"},
		{"small capitals", "ᴅᴀɴᴀ ʜɪᴠ", "dana hiv"},
		{"raised and lowered digits", "x²³¹⁰⁴⁹₀₉", "x23104909"},
		{"zero width", "da\u200bna\u200c re\u200dyes\u2060\ufeff", "dana reyes"},
		{"directions", "\u202adana\u202c \u200fami\u061c \u2066x\u2069", "dana ami x"},
		{"soft hyphen", "dia\u00adbe\u00adtes", "diabetes"},
		{"spaces", "a\u00a0b\u2003c\u202fd\u3000e\u1680f", "a b c d e f"},
		{"line ends", "a\u2028b\u2029c\u0085d", "a\nb\nc\nd"},
		{"hyphens", "555\u2011555\u2010555\u2012555\u2013555\u2014555\u2212555", "555-555-555-555-555-555-555"},
		{"quotes", "‘dana’s’ “ok” «si» x′y″", "'dana's' \"ok\" \"si\" x'y\""},
		{"dots and slashes", "a…b․c。d·e 120⁄80 1∕2 №5", "a...b.c.d.e 120/80 1/2 No5"},
		{"key caps", "0️⃣4️⃣9️⃣1️⃣ 7⃣ 🔟", "0491 7 10"},
		{"variation selectors and skin tones", "❤️ 👍🏽 🤰🏿", "❤ 👍 🤰"},
		{"Arabic-Indic digits", "٠١٢٣٤٥٦٧٨٩", "0123456789"},
		{"Persian digits", "۰۱۲۳۴۵۶۷۸۹", "0123456789"},
		{"Devanagari digits", "०१२३४५६७८९", "0123456789"},
		{"Bengali digits", "০১২৩৪৫৬৭৮৯", "0123456789"},
		{"ligatures", "ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ", "ff fi fl ffi ffl st st"},
		{"other scripts stay", "Ольга Παπαδοπούλου 頭痛 ألم दर्द ปวด", "Ольга Παπαδοπούλου 頭痛 ألم दर्द ปวด"},
		{"invalid bytes stay", "caf\xe9 \xff\xc3", "caf\xe9 \xff\xc3"},
		{"replacement character stays", "a\uFFFDb", "a\uFFFDb"},
	} {
		require.Equal(t, c.want, fold(c.text), c.kind)
	}
}

func TestFoldLookAlikesOnlyInsideLatinWords(t *testing.T) {
	for text, want := range map[string]string{
		"diаbеtеs":    "diabetes", // Cyrillic a and e
		"Мaria":       "Maria",
		"Dаnа":        "Dana",
		"Mariа":       "Maria",
		"αlcohοl":     "alcohol", // Greek
		"Ｍаｒｉа":       "Maria",
		"sкin, sмoкe": "skin, smoke",
		"ЅЕХ":         "ЅЕХ", // all of it Cyrillic: nothing says that it is Latin
		"ОНNE":        "OHNE",
		"Zoéа":        "Zoea", // an accented letter before it is Latin too
		"Dan\u200bа":  "Dana",
		"Dan\u00adа":  "Dana",
		"𝐃а":          "Da",
		"Ⓜа":          "Ma",
		"Анна":        "Анна",
		"Анна Dana":   "Анна Dana",
		"Анна-Dana":   "Анна-Dana",
		"Dana, он":    "Dana, он",
		"5 мг":        "5 мг",
		"а":           "а",
		"\xffа":       "\xffа",
		"Νίκος":       "Νίκος",
		"Νίκος\u200b": "Νίκος",
	} {
		require.Equal(t, want, fold(text), "%+q", text)
	}
}

func TestLookAlikesAreLowerAndUpperCaseAlike(t *testing.T) {
	n := 0
	for r := rune(0); r < 0x600; r++ {
		if b := lookAlike(r); b != 0 {
			n++
			require.Equal(t, byteLetter, int(class[b]), "%U", r)
			require.Equal(t, unicode.IsUpper(r), b < 'a', "%U stands for %c", r, b)
		}
	}
	require.Greater(t, n, 60)
}

func TestFoldAppendsAndForgets(t *testing.T) {
	var m FoldMap
	out := m.Fold([]byte("é|"), "é1é")
	require.Equal(t, "é|e1e", string(out))
	start, end := m.Original(1, 3)
	require.Equal(t, [2]int{2, 5}, [2]int{start, end}, "offsets count from what this call appended")
	require.False(t, m.Identity())
	m.Fold(nil, "plain")
	require.True(t, m.Identity(), "the map of the text before is gone")
}

func TestFoldMapZeroIsIdentity(t *testing.T) {
	var m FoldMap
	require.True(t, m.Identity())
	start, end := m.Original(3, 9)
	require.Equal(t, [2]int{3, 9}, [2]int{start, end})
}

// Each case marks in the original, by «», what the folded match stands for.
func TestOriginalCoversTheMatchAndNothingElse(t *testing.T) {
	for _, c := range []struct{ match, text string }{
		{"Jose", "I'm ⟦José⟧."},
		{"Jose", "I'm ⟦Jose\u0301⟧."}, // the accent of its last letter is part of it
		{"Jose", "\u0301⟦Jose\u0301⟧\u200b \u0301"},
		{"Jose Munoz", "⟦Jose\u0301 Mun\u0303oz⟧\u200f!"},
		{"Dana", "é é ⟦Ｄａｎａ⟧ é"},
		{"Dana", "\u200b⟦Da\u200bna⟧\u200b"}, // invisible characters inside, not around
		{"Dana", "\u202a⟦Dana⟧\u202c"},
		{"diabetes", "my ⟦dia\u00adbe\u00adtes⟧\u00ad now"},
		{"0491", "on ⟦0️⃣4️⃣9️⃣1️⃣⟧!"}, // with the key of its last digit
		{"0491", "on ⟦٠٤٩١⟧!"},
		{"0491", "on ⟦𝟎𝟒𝟗𝟏⟧!"},
		{"555-0134", "on ⟦555\u20110134⟧\u00a0ok"},
		{"fine", "⟦ﬁne⟧ day"},
		{"in", "⟦ﬁn⟧e"}, // half a ligature is the whole of it
		{"ff", "o⟦ﬀ⟧er"},
		{"...", "é⟦…⟧é"},
		{"👍", "é ⟦👍🏽⟧ é"},
		{"❤", "é ⟦❤️⟧\u200dé"},
		{"Maria", "é, ⟦Мaria⟧ é"},
		{"strasse", "die ⟦straße⟧ é"},
		{"ok", "caf\xe9 \xff⟦ok⟧\u00e9"},
		{"plain", "⟦plain⟧ é"},
		{"tail", "é ⟦tail⟧"},
	} {
		before, rest, _ := strings.Cut(c.text, "⟦")
		inside, after, ok := strings.Cut(rest, "⟧")
		require.True(t, ok)
		text := before + inside + after
		var m FoldMap
		folded := string(m.Fold(nil, text))
		at := strings.Index(folded, c.match)
		require.GreaterOrEqual(t, at, 0, "%+q folds to %+q", text, folded)
		start, end := m.Original(at, at+len(c.match))
		require.Equal(t, inside, text[start:end], "%+q", text)
		require.Equal(t, len(before), start, "%+q", text)
	}
}

func TestOriginalOfEmptyRangeIsEmptyAndOnARune(t *testing.T) {
	text := "é\u200b東é"
	var m FoldMap
	folded := string(m.Fold(nil, text))
	bounds := runeBounds(text)
	for i, whole := range runeBounds(folded) {
		if whole {
			start, end := m.Original(i, i)
			require.Equal(t, start, end)
			require.True(t, bounds[start], "%d leads to %d", i, start)
		}
	}
}

// checkMap verifies the map of text by what it must mean: rune boundaries stay
// rune boundaries, order stays order, touching ranges do not overlap unless
// they share a character, and folding the original of a range gives the range.
// It gives the first thing that is wrong.
func checkMap(text string) error {
	var m FoldMap
	folded := string(m.Fold(nil, text))
	bounds, ends := runeBounds(text), foldedBounds(folded)
	free := contextFree(text)
	last := 0
	for i, a := range ends {
		for _, b := range ends[i+1:] {
			start, end := m.Original(a, b)
			if start < 0 || start >= end || end > len(text) || !bounds[start] || !bounds[end] {
				return fmt.Errorf("%d-%d leads to %d-%d", a, b, start, end)
			}
			if r, n := utf8.DecodeRuneInString(text[start:end]); invisible(r) && n < end-start {
				return fmt.Errorf("%d-%d begins with an invisible character", a, b)
			}
			whole := wholeCharacters(&m, folded, a, b)
			if whole && start < last {
				return fmt.Errorf("%d-%d overlaps what is before it", a, b)
			}
			if free {
				again := fold(text[start:end])
				if whole && again != folded[a:b] || !strings.Contains(again, folded[a:b]) {
					return fmt.Errorf("%d-%d leads to %d-%d, which folds to something else", a, b, start, end)
				}
			}
		}
		if i+1 < len(ends) {
			_, end := m.Original(a, ends[i+1])
			if end < last {
				return fmt.Errorf("not in order at %d", a)
			}
			last = end
		}
	}
	return nil
}

func foldedBounds(s string) []int {
	var out []int
	for i, ok := range runeBounds(s) {
		if ok {
			out = append(out, i)
		}
	}
	return out
}

// wholeCharacters reports whether neither end of the folded range lies inside
// the letters of one original character.
func wholeCharacters(m *FoldMap, folded string, a, b int) bool {
	cut := func(at int) bool {
		if at == 0 || at == len(folded) {
			return false
		}
		s, _ := m.Original(at-1, at)
		next, _ := m.Original(at, at+1)
		return s == next
	}
	return !cut(a) && !cut(b)
}

func TestFoldMapOnRandomTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 15000 {
		text := randomText(r, 1+r.IntN(8))
		require.NoError(t, checkMap(text), "%+q", text)
	}
	for range 15000 {
		var b strings.Builder
		for range 1 + r.IntN(8) {
			switch r.IntN(4) {
			case 0:
				b.WriteRune(rune(r.IntN(0x250)))
			case 1:
				b.WriteRune(rune(0x1D400 + r.IntN(0x400)))
			default:
				b.WriteRune(rune(r.IntN(0x20000)))
			}
		}
		require.NoError(t, checkMap(b.String()), "%+q", b.String())
	}
}

// contextFree reports whether every piece of text folds as it does within the
// text: not so for look-alikes and regional indicators, nor for bytes that are no UTF-8 but become it
// when what stands between them goes.
func contextFree(text string) bool {
	return utf8.ValidString(text) && strings.IndexFunc(text, func(r rune) bool { return r >= 0x370 && r < 0x530 || isRegional(r) }) < 0
}

func TestFoldTwiceIsFoldOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 30000 {
		if text := randomText(r, 1+r.IntN(10)); utf8.ValidString(text) {
			once := fold(text)
			require.Equal(t, once, fold(once), "%+q", text)
			require.LessOrEqual(t, len(once), len(text), "%+q", text)
			require.True(t, utf8.ValidString(once), "%+q", text)
		}
	}
}

func TestFoldEveryRune(t *testing.T) {
	var m FoldMap
	var once, twice []byte
	for r := rune(0x80); r < 0xE0200; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		text := "x" + string(r) + "x"
		once = m.Fold(once[:0], text)
		twice = m.Fold(twice[:0], string(once))
		if string(once) != string(twice) || len(once) > len(text) || string(once) == "xx" != invisible(r) {
			require.Failf(t, "bad fold", "%U: %+q, again %+q", r, once, twice)
		}
		if r >= 0x2000 && ligature(r) != "" && !mayFold(r) {
			require.Failf(t, "no page", "%U", r)
		}
	}
}
