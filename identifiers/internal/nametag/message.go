package nametag

import "github.com/phidetect/phidetect/lexicon"

// Message holds what is the same for every word of a text.
type Message struct {
	// Style is 0 where no word has a capital, 1 mixed, 2 where nearly all are
	// in capitals, 3 where nearly all have one.
	Style uint32
	// Foreign reports that the text is Spanish or French, at least in part:
	// elsewhere it says nothing of a word that these languages use it often.
	Foreign bool
}

// readWords bounds the words that ReadMessage looks at.
const readWords = 200

// ReadMessage looks once at the text's capitals and language.
func ReadMessage(s *lexicon.Scan) Message {
	var cases [4]int // words of two letters and more, by their case
	foreign, left := 0, readWords
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Class != lexicon.Word {
			continue
		}
		if t.Entry.HasAny(lexicon.Spanish|lexicon.French) && t.Entry.Rank() >= 8 && t.Entry.Name() < 4 {
			foreign++
		}
		if t.Len() < 2 {
			continue
		}
		cases[t.Case&3]++
		if left--; left < 0 {
			break
		}
	}
	upper, title := cases[lexicon.UpperCase], cases[lexicon.TitleCase]+cases[lexicon.CamelCase]
	words := cases[lexicon.LowerCase] + upper + title
	m := Message{Style: 1, Foreign: foreign*6 > words}
	switch {
	case words > 2 && upper*3 > words*2:
		m.Style = 2
	case upper+title == 0:
		m.Style = 0
	case words > 6 && title*3 > words*2:
		m.Style = 3
	}
	return m
}

// rank is how common a word the token is in the language of the text.
func (m Message) rank(e lexicon.Entry) uint32 {
	if !m.Foreign && e.HasAny(lexicon.Spanish|lexicon.French) {
		return 0
	}
	return uint32(e.Rank())
}
