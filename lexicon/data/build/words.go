package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/phidetect/phidetect/lexicon"
)

// addWords sets how common each word is. A word counts as common only when a
// dictionary has it in lower case: film subtitles, from which the ranks come,
// are full of names.
func addWords(b *builder) error {
	dictionary := map[string]bool{}
	if err := readList("lists/dictionary_en.txt", nil, func(line string) error {
		w, _, _ := strings.Cut(line, "\t")
		dictionary[normal(w)] = true
		b.rankWord(w, lexicon.InEnglish, 1)
		return b.update(w, func(e lexicon.Entry) lexicon.Entry { return e.WithRank(max(1, e.Rank())) })
	}); err != nil {
		return err
	}
	for _, list := range []struct {
		name string
		flag lexicon.Flags
		lang lexicon.Language
		keep int // ranks up to this are words of the language, names or not
	}{
		{"lists/words_en.txt", 0, lexicon.InEnglish, 300},
		{"lists/words_es.txt", lexicon.Spanish, lexicon.InSpanish, 6000},
		{"lists/words_fr.txt", lexicon.French, lexicon.InFrench, 6000},
	} {
		if err := readList(list.name, nil, func(line string) error {
			w, rank, err := ranked(line)
			if err != nil {
				return err
			}
			known := dictionary[normal(w)]
			if list.flag != 0 || known || rank <= list.keep {
				b.rankWord(w, list.lang, bucket(rank, 60000))
			}
			if list.flag == 0 && !known && rank > list.keep || list.flag != 0 && rank > list.keep {
				return nil
			}
			return b.update(w, func(e lexicon.Entry) lexicon.Entry {
				r := bucket(rank, 60000)
				if list.flag != 0 {
					if e.Rank() > 0 && !e.HasAny(lexicon.Spanish|lexicon.French) {
						return e // English has it: no evidence of the language
					}
					e = e.WithFlags(list.flag)
				}
				return e.WithRank(max(r, e.Rank()))
			})
		}); err != nil {
			return err
		}
	}
	return nil
}

// rankWord notes how common a single word is in a language.
func (b *builder) rankWord(word string, lang lexicon.Language, rank int) {
	if keys, folded := lexicon.Keys(word); len(keys) == 1 {
		b.addSingle(keys[0], folded)
		b.languages.addRank(keys[0], lang, rank)
		b.languages.short[keys[0]] = len(folded) <= 4
	}
}

func ranked(line string) (word string, rank int, err error) {
	word, rest, ok := strings.Cut(line, "\t")
	if !ok {
		return "", 0, fmt.Errorf("no tab")
	}
	number, _, _ := strings.Cut(rest, "\t")
	rank, err = strconv.Atoi(number)
	return word, rank, err
}
