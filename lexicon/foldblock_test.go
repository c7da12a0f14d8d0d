package lexicon

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
)

const (
	capitals  = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	smalls    = "abcdefghijklmnopqrstuvwxyz"
	tenDigits = "0123456789"
)

// Every block of styled letters and digits, from its first code point on.
func TestFoldBlocks(t *testing.T) {
	for _, c := range []struct {
		block string
		from  rune
		want  string
	}{
		{"full-width ASCII", 0xFF01, "!\"#$%&'()*+,-./" + tenDigits + ":;<=>?@" + capitals + "[\\]^_`" + smalls + "{|}~"},
		{"mathematical bold", 0x1D400, capitals + smalls},
		{"mathematical sans-serif bold", 0x1D5D4, capitals + smalls},
		{"mathematical monospace", 0x1D670, capitals + smalls},
		{"mathematical digits", 0x1D7CE, strings.Repeat(tenDigits, 5)},
		{"circled digits", 0x2460, "123456789"},
		{"digits in brackets", 0x2474, "123456789"},
		{"digits with a full stop", 0x2488, "123456789"},
		{"letters in brackets", 0x249C, smalls},
		{"circled capitals", 0x24B6, capitals},
		{"circled small letters", 0x24D0, smalls},
		{"double circled digits", 0x24F5, "123456789"},
		{"negative circled digits", 0x2776, "123456789"},
		{"sans-serif circled digits", 0x2780, "123456789"},
		{"negative sans-serif circled digits", 0x278A, "123456789"},
		{"capitals in brackets", 0x1F110, capitals},
		{"squared capitals", 0x1F130, capitals},
		{"negative circled capitals", 0x1F150, capitals},
		{"negative squared capitals", 0x1F170, capitals},
		{"superscript digits", 0x2074, "456789+-=()"},
		{"subscript digits", 0x2080, tenDigits + "+-=()"},
		{"subscript letters", 0x2090, "aeox"},
		{"more subscript letters", 0x2095, "hklmnpst"},
		{"hyphens and dashes", 0x2010, "------"},
		{"spaces", 0x2000, "           "},
		{"single quotes", 0x2018, "''''"},
		{"double quotes", 0x201C, `""""`},
		{"legacy computing digits", 0x1FBF0, tenDigits},
	} {
		for i, want := range []byte(c.want) {
			require.Equal(t, string(want), fold(string(c.from+rune(i))), "%s: %U", c.block, c.from+rune(i))
		}
	}
}

// The digits of every script: Unicode's decimal numbers.
func TestFoldDecimalDigits(t *testing.T) {
	n := 0
	check := func(lo, hi rune) {
		for r := max(lo, 0x80); r <= hi; r++ {
			require.Equal(t, tenDigits[(r-lo)%10:(r-lo)%10+1], fold(string(r)), "%U", r)
			n++
		}
	}
	for _, g := range unicode.Nd.R16 {
		check(rune(g.Lo), rune(g.Hi))
	}
	for _, g := range unicode.Nd.R32 {
		check(rune(g.Lo), rune(g.Hi))
	}
	require.Greater(t, n, 600)
}

func TestFoldMoreKinds(t *testing.T) {
	for _, c := range []struct{ kind, text, want string }{
		{"Thai, Khmer, Tamil digits", "๗๐๒ ៥៥៥ ௦௧௨", "702 555 012"},
		{"superscript letters", "ᴰᵃⁿᵃ ʷʰⁱᵗᵉ ˢᵐⁱᵗʰ", "Dana white smith"},
		{"small capitals", "ꜱᴀʀᴀ ꞯ", "sara q"},
		{"heavy signs", "➕1➖555", "+1-555"},
		{"small forms", "dana﹫x﹒example﹐ ﹙555﹚", "dana@x.example, (555)"},
		{"Roman numerals", "Ⅻ ⅳ Ⅼ", "XII iv L"},
		{"two digits at once", "⑩⑳ ⑽ ⒛", "1020 10 20"},
		{"regional letters", "🇩🇦🇳🇦 🇯 🇴🇪", "DANA J OE"},
		{"flags stay", "🇺🇸 🇦🇺🇳🇿", "🇺🇸 🇦🇺🇳🇿"},
		{"fillers", "a\u3164b\u2800c", "a b c"},
		{"Arabic punctuation", "٠٫٥، ٪؟", "0.5, ٪?"},
		{"dots of the middle", "a∙b⋅c‥d", "a.b.c..d"},
	} {
		require.Equal(t, c.want, fold(c.text), c.kind)
	}
}

// Hiding a folded match hides every byte of it: marks, joiners and all.
func TestFoldedMatchCoversEveryByte(t *testing.T) {
	for _, text := range []string{
		"𝟝𝟝𝟝-𝟘𝟙𝟚𝟛", "5️⃣5️⃣5️⃣➖0️⃣1️⃣2️⃣3️⃣", "5\u200b5\u00ad5\u2011012\u202e3", "d\u0301a\u0308n\u0323a\u0301", "🇩🇦🇳🇦", "ｄａｎａ＠ｘ．ｅｘａｍｐｌｅ", "٥٥٥٠١٢٣",
	} {
		var m FoldMap
		out := m.Fold(nil, "("+text+")")
		start, end := m.Original(1, len(out)-1)
		require.Equal(t, [2]int{1, 1 + len(text)}, [2]int{start, end}, "%+q", text)
	}
}
