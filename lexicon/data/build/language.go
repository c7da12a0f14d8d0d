package main

import "github.com/phidetect/phidetect/lexicon"

const (
	// clearlyCommoner is by how many steps of the rank, each a factor of two in
	// how often a word is used, a language must lead.
	clearlyCommoner = 3
	// leastRank is how common a word must be at least that another has too.
	leastRank = 3
	// nameWord are the odds from which a word may as well be a name, unless it is
	// as common as commonWord.
	nameWord, commonWord = 4, 10
)

// languages holds what the lists say of each word's language: how common it is
// in each, and in which health lists it stands.
type languages struct {
	rank   map[uint64][lexicon.Languages]int
	listed map[uint64][lexicon.Languages]bool
	short  map[uint64]bool // of up to four letters
}

func (l *languages) addRank(key uint64, lang lexicon.Language, rank int) {
	r := l.rank[key]
	r[lang] = max(r[lang], rank)
	l.rank[key] = r
}

func (l *languages) addListed(key uint64, lang lexicon.Language) {
	r := l.listed[key]
	r[lang] = true
	l.listed[key] = r
}

// of gives the language that a word is evidence of.
func (l *languages) of(key uint64, e lexicon.Entry) lexicon.Language {
	if c := e.Cue(); c >= lexicon.CuePhone && c <= lexicon.CueMoney && l.short[key] {
		return lexicon.NoLanguage // a label of forms, the same in all: "tel"
	}
	ranks := l.rank[key]
	best, second := lexicon.NoLanguage, 0
	for lang := lexicon.InEnglish; lang <= lexicon.InFrench; lang++ {
		switch r := ranks[lang]; {
		case r > ranks[best]:
			best, second = lang, ranks[best]
		case r > second:
			second = r
		}
	}
	switch r := ranks[best]; {
	case best == lexicon.NoLanguage:
		return l.ofTerm(key, e)
	case second > 0 && (r < leastRank || r-second < clearlyCommoner), e.Name() >= nameWord && r < commonWord, e.Given() > 0 && r < leastRank:
		return lexicon.NoLanguage
	}
	return best
}

// ofTerm gives the language of a health term that no list of words has, if only
// the lists of one language have it.
func (l *languages) ofTerm(key uint64, e lexicon.Entry) lexicon.Language {
	in := l.listed[key]
	if in[lexicon.InEnglish] || e.Name() >= nameWord || e.Rank() > 0 || in[lexicon.InSpanish] == in[lexicon.InFrench] {
		return lexicon.NoLanguage
	}
	if in[lexicon.InSpanish] {
		return lexicon.InSpanish
	}
	return lexicon.InFrench
}

// addLanguages marks each single word with its language; phrases are read word
// by word.
func addLanguages(b *builder) error {
	for key := range b.languages.rank { // rare words are known by their language alone
		if _, ok := b.entries[key]; !ok {
			b.entries[key] = 0
		}
	}
	for key, e := range b.entries {
		if lang := b.languages.of(key, e); lang != lexicon.NoLanguage {
			b.entries[key] = e.WithLanguage(lang)
		}
	}
	return nil
}
