package lexicon

// A Language is one of those the lexicon has words of.
type Language uint8

const (
	// NoLanguage: the word is no evidence of a language. It is a name, unknown,
	// or at home in several ("de", "hospital", "me").
	NoLanguage Language = iota
	// InEnglish, InSpanish and InFrench: the word is far commoner in that
	// language than in the others.
	InEnglish
	InSpanish
	InFrench

	// Languages is their number, NoLanguage included.
	Languages = 4
)

var languageTags = [Languages]string{"", "en", "es", "fr"}

// String gives the BCP 47 tag, "" for NoLanguage.
func (l Language) String() string {
	if int(l) < len(languageTags) {
		return languageTags[l]
	}
	return ""
}

// Language is the language that the word is evidence of. It is decided when the
// table is made, from how common the word is in each of them.
func (e Entry) Language() Language { return Language(e >> 56 & 3) }

// WithLanguage replaces the language.
func (e Entry) WithLanguage(l Language) Entry { return e&^(3<<56) | Entry(l&3)<<56 }

// LanguageEvidence counts, by language, the words that are evidence of it; at
// NoLanguage it counts the others.
type LanguageEvidence [Languages]int32

// Add counts one more word.
func (c *LanguageEvidence) Add(e Entry) { c[e>>56&3]++ }

// Main gives the language with most evidence. Where English has as much as
// another it is that other: English words stand in texts of all languages.
func (c *LanguageEvidence) Main() Language {
	best := NoLanguage
	for l := InEnglish; l <= InFrench; l++ {
		if c[l] > 0 && (best == NoLanguage || c[l] > c[best] || c[l] == c[best] && best == InEnglish) {
			best = l
		}
	}
	return best
}
