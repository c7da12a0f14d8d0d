package phi

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// LanguageSet is a set of languages; the empty one says nothing.
type LanguageSet uint8

// LanguagesOf makes a set.
func LanguagesOf(ls ...Language) (s LanguageSet) {
	for _, l := range ls {
		s |= 1 << l
	}
	return s
}

// Has reports whether l is in the set.
func (s LanguageSet) Has(l Language) bool { return s>>l&1 != 0 }

// only gives the one language of a set that has just one.
func (s LanguageSet) only() (Language, bool) {
	switch s {
	case 1 << English:
		return English, true
	case 1 << Spanish:
		return Spanish, true
	case 1 << French:
		return French, true
	}
	return English, false
}

// maxTurns bounds how many changes of language a Result tells apart; text behind
// the last counts as going on in its language.
const maxTurns = 8

// A turn is where a text goes over to a language: the byte where that begins.
type turn struct {
	at   int32
	lang Language
}

// tongues are what a text's words say of its languages.
type tongues struct {
	words lexicon.LanguageEvidence
	turns [maxTurns]turn // the first begins the text
	n     int8
}

// Languages are those that the text is written in, at least in part: two words
// of it, or one in four of those that are words of one language only.
func (r *Result) Languages() (s LanguageSet) {
	if s = LanguagesOf(r.Language); r.spoken.n == 0 {
		return s
	}
	w := &r.spoken.words
	all := w[lexicon.InEnglish] + w[lexicon.InSpanish] + w[lexicon.InFrench]
	for l := English; l <= French; l++ {
		if n := w[l+1]; n >= 2 || n > 0 && n*4 >= all {
			s |= 1 << l
		}
	}
	for i := range r.spoken.turns[:r.spoken.n] {
		s |= 1 << r.spoken.turns[i].lang
	}
	return s
}

// LanguageAt is the language of the clause that byte at of the input stands in,
// as far as its own words tell: a text may go over from one to another and back,
// "necesito una cita because my hijo has fever".
func (r *Result) LanguageAt(at int) Language {
	l := r.Language
	for i := range r.spoken.turns[:r.spoken.n] {
		if int(r.spoken.turns[i].at) > at {
			break
		}
		l = r.spoken.turns[i].lang
	}
	return l
}

// leastWords is how many words of a language a text must have to go over to it:
// "hola!" makes no English message Spanish.
const leastWords = 2

// readLanguage sums up what the one look-up has told of each word: offsets are
// those of the folded text still.
func (d *Detector) readLanguage(r *Result, t *identifiers.Text) {
	s := &r.spoken
	s.words, s.n = t.Languages, 0
	if l, ok := d.opt.Languages.only(); ok {
		r.Language = l
		return
	}
	for l := English; d.opt.Languages != 0 && l <= French; l++ {
		if !d.opt.Languages.Has(l) {
			s.words[l+1] = 0
		}
	}
	r.Language = English
	en, es, fr := s.words[lexicon.InEnglish], s.words[lexicon.InSpanish], s.words[lexicon.InFrench]
	if es|fr == 0 {
		return
	}
	r.Language = Language(s.words.Main() - 1)
	if en >= leastWords && max(es, fr) >= leastWords || min(es, fr) >= leastWords {
		s.follow(t)
	}
}

// follow notes where the text goes over to another language: at the first of two
// words of it with none of the old one between, or with a clause that has words
// of it alone.
func (s *tongues) follow(t *identifiers.Text) {
	var now, next lexicon.Language // what is spoken, what may begin
	clause, from := int32(0), int32(0)
	loyal := false // the clause has a word of what is spoken
	turnTo := func(l lexicon.Language, at int32) {
		if now = l; int(s.n) < maxTurns {
			s.turns[s.n] = turn{at, Language(l - 1)}
			s.n++
		}
		next, loyal = lexicon.NoLanguage, true
	}
	for i := range t.Tokens {
		k := &t.Tokens[i]
		l := k.Entry.Language()
		if l == lexicon.NoLanguage && k.Class == lexicon.Word && k.Gap <= lexicon.GapSpace {
			continue
		}
		if k.Class == lexicon.Punct || k.Class == lexicon.Symbol || k.Gap >= lexicon.GapWide {
			if k.Class == lexicon.Word || endsClause(k) {
				if next != lexicon.NoLanguage && !loyal {
					turnTo(next, clause)
				}
				next, loyal, clause = lexicon.NoLanguage, false, k.Start
			}
			if k.Class != lexicon.Word {
				continue
			}
		}
		switch {
		case l == lexicon.NoLanguage || s.words[l] == 0:
		case now == lexicon.NoLanguage:
			turnTo(l, 0)
		case l == now:
			next, loyal = lexicon.NoLanguage, true
		case l != next:
			next, from = l, k.Start
		case !loyal:
			turnTo(l, clause)
		default:
			turnTo(l, from)
		}
	}
	if next != lexicon.NoLanguage && !loyal {
		turnTo(next, clause)
	}
}

// endsClause reports punctuation between clauses, or a symbol.
func endsClause(k *lexicon.Token) bool {
	switch k.First {
	case '.', ',', ';', ':', '!', '?', '(', ')':
		return true
	}
	return k.Class == lexicon.Symbol
}

// shift moves the turns by n bytes.
func (s *tongues) shift(n int) {
	for i := range s.turns[:s.n] {
		s.turns[i].at += int32(n)
	}
}

// add joins what the next part of a text, which begins at byte start, speaks.
func (s *tongues) add(p *Result, start int) {
	for i := range s.words {
		s.words[i] += p.spoken.words[i]
	}
	last := func() (Language, bool) {
		if s.n == 0 {
			return English, false
		}
		return s.turns[s.n-1].lang, true
	}
	put := func(l Language, at int) {
		if was, any := last(); int(s.n) < maxTurns && (!any || was != l) {
			s.turns[s.n] = turn{int32(at), l}
			s.n++
		}
	}
	put(p.LanguageAt(start), start)
	for _, v := range p.spoken.turns[:p.spoken.n] {
		if int(v.at) > start {
			put(v.lang, int(v.at))
		}
	}
}
