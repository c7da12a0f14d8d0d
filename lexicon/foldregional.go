package lexicon

import "unicode/utf8"

// Regional indicators are letters that two by two make the flag of a country.
// Where they do not, they are shown as letters: "🇩🇦🇳🇦".

const (
	regionalA   = 0x1F1E6
	regionalLen = 4 // bytes
)

func isRegional(r rune) bool { return r >= regionalA && r < regionalA+26 }

// regionalRun remembers the last run of indicators, so that it is looked at once.
type regionalRun struct {
	end int
	is  bool
}

// letters reports whether the run of indicators that holds text[i] spells a
// word: it is no row of flags.
func (g *regionalRun) letters(text string, i int) bool {
	if i < g.end {
		return g.is
	}
	n, flags := 0, true
	var first rune
	for g.end = i; g.end < len(text); g.end += regionalLen {
		r, _ := utf8.DecodeRuneInString(text[g.end:])
		if !isRegional(r) {
			break
		}
		if n++; n%2 == 1 {
			first = r - regionalA
		} else if countries[first]>>(r-regionalA)&1 == 0 {
			flags = false
		}
	}
	g.is = n%2 == 1 || !flags
	return g.is
}

// countries has a bit for each second letter of the codes of ISO 3166-1, and of
// the flags of EU, UN, IC, EA, TA, AC, CP, DG and XK that emoji have besides.
var countries = func() (c [26]uint32) {
	for i := 0; i+1 < len(countryCodes); i += 2 {
		c[countryCodes[i]-'A'] |= 1 << (countryCodes[i+1] - 'A')
	}
	return c
}()

const countryCodes = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZ" +
	"DEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZ" +
	"LALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURW" +
	"SASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZWEUUNICEATAACCPDGXK"
