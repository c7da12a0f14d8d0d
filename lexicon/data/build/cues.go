package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/phidetect/phidetect/lexicon"
)

// addCues reads the cue lists. A word has one cue: the first list wins, in the
// order below.
func addCues(b *builder) error {
	for _, name := range []string{"dates", "names", "numbers", "talk", "hints"} {
		cue := lexicon.NoCue
		unknown := ""
		if err := readList("cues/"+name+".txt", func(key, value string) {
			if key == "cue" {
				if cue = lexicon.CueOf(value); cue == lexicon.NoCue {
					unknown = value
				}
			}
		}, func(line string) error {
			if unknown != "" || cue == lexicon.NoCue {
				return fmt.Errorf("unknown cue %q", unknown)
			}
			for phrase := range strings.SplitSeq(line, ";") {
				for _, spelling := range spellings(strings.TrimSpace(phrase)) {
					if err := b.update(spelling, func(e lexicon.Entry) lexicon.Entry {
						if e.Cue() != lexicon.NoCue {
							return e
						}
						return e.WithCue(cue)
					}); err != nil {
						return err
					}
				}
			}
			return nil
		}); err != nil {
			return err
		}
	}
	return nil
}

// flagNames are the list names under flags/ and the flag each sets.
var flagNames = []struct {
	file string
	flag lexicon.Flags
}{
	{"flags/stop.txt", lexicon.Stop}, {"flags/stop_connectives.txt", lexicon.Stop}, {"flags/verbs.txt", lexicon.Verb}, {"flags/eponyms.txt", lexicon.Eponym},
	{"flags/brands.txt", lexicon.Brand}, {"flags/states.txt", lexicon.State}, {"flags/nicknames.txt", 0}, {"flags/given_latin.txt", 0},
	{"lists/tlds.txt", lexicon.TopLevel},
	{"lists/street_types.txt", lexicon.Street}, {"lists/facility_words.txt", lexicon.Facility},
}

// addFlags sets word properties from lists of words or phrases.
func addFlags(b *builder) error {
	for _, list := range flagNames {
		if list.flag == lexicon.TopLevel { // RFC 2606 reserves it for examples
			if err := b.update("example", func(e lexicon.Entry) lexicon.Entry { return e.WithFlags(list.flag) }); err != nil {
				return err
			}
		}
		if err := readList(list.file, nil, func(line string) error {
			first, _, _ := strings.Cut(line, "\t")
			for phrase := range strings.SplitSeq(first, ";") {
				if err := b.update(phrase, func(e lexicon.Entry) lexicon.Entry {
					if list.flag == 0 { // nicknames
						e = e.WithNames(max(e.Given(), 5), e.Surname())
					}
					return e.WithFlags(list.flag)
				}); err != nil {
					return fmt.Errorf("%s: %w", filepath.Base(list.file), err)
				}
			}
			return nil
		}); err != nil {
			return err
		}
	}
	return nil
}

// spellings gives a label and, where it begins with the "n" that Spanish and
// French shorten their word for number to, the other ways to write that: "n de
// dossier", "nº de dossier", "numéro de dossier".
func spellings(phrase string) []string {
	rest, ok := strings.CutPrefix(phrase, "n ")
	if !ok {
		return []string{phrase}
	}
	out := []string{phrase}
	for _, n := range []string{"nº ", "n° ", "no ", "num ", "nro ", "numero "} {
		out = append(out, n+rest)
	}
	return out
}
