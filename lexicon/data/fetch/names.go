package main

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	zxcvbnLicence = "MIT, Copyright (c) 2012-2016 Dan Wheeler and Dropbox, Inc., Copyright (c) 2021 @zxcvbn-ts"
	subtitles     = "; OpenSubtitles 2024 via OPUS, ODC-BY (https://opus.nlpl.eu/)"
	peliasLicence = "MIT, Copyright (c) 2019 Pelias Contributors; libpostal, MIT"
	fakerLicence  = "MIT, Faker - Copyright (c) 2022-2025"
)

// rankedNames writes the surnames by rank and the English given names.
//
// The package's given names are in alphabetical order and hold women's names
// only (no john, no james), so its order is no rank and half the names are
// missing: the men's names come from faker's English locales, and the rank is
// that of the word in the package's subtitle words, which a name that is also a
// word (will, grace) shares with the word.
func rankedNames(src *sources) ([]list, error) {
	var last, first, common []string
	for file, v := range map[string]*[]string{"lastnames": &last, "firstnames": &first, "commonWords": &common} {
		if err := src.npmJSON(zxcvbnEN, "src/"+file+".json", "", v); err != nil {
			return nil, err
		}
	}
	surnames := map[string]string{}
	for i, w := range last {
		w = lower(w)
		if _, dup := surnames[w]; !dup && isWord(w, "") {
			surnames[w] = strconv.Itoa(i + 1)
		}
	}
	rank := ranks(common)
	sexes := sets{}
	for _, n := range first {
		for _, w := range nameWords(lower(n)) {
			sexes.add(w, "f")
		}
	}
	locales, err := fakerNames(src)
	if err != nil {
		return nil, err
	}
	for loc, l := range locales {
		if loc != "en" && !strings.HasPrefix(loc, "en_") {
			continue
		}
		for group, names := range l.Given {
			for _, n := range names {
				for _, w := range nameWords(lower(n)) {
					switch group {
					case "female":
						sexes.add(w, "f")
					case "male":
						sexes.add(w, "m")
					default:
						sexes.add(w, "f")
						sexes.add(w, "m")
					}
				}
			}
		}
	}
	given := map[string]string{}
	for w, s := range sexes {
		given[w] = fmt.Sprintf("%d\t%s", rank[w], strings.ReplaceAll(s.join(), ",", ""))
	}
	return []list{{
		file: "surnames.txt", title: "Surnames by rank, US Census 1990",
		source:  zxcvbnEN + " (npm), src/lastnames.json",
		licence: zxcvbnLicence + "; US Census 1990, public",
		columns: "word, rank (1 is the most common)", rows: surnames,
	}, {
		file: "given.txt", title: "English given names",
		source:  zxcvbnEN + " (npm), src/firstnames.json and, for the rank, src/commonWords.json; " + faker + " (npm), first names of the English locales",
		licence: zxcvbnLicence + subtitles + "; " + fakerLicence,
		columns: "word, rank among the words of subtitles (0: not among them; the source has no rank of names), f, m or fm", rows: given,
	}}, nil
}

// localeNames are the names of one faker locale, by "female", "male", "generic".
type localeNames struct {
	Given, Surname map[string][]string
}

// fakerNames loads the names of every locale of faker. The package ships
// bundled modules only, so node reads them.
func fakerNames(src *sources) (map[string]localeNames, error) {
	const script = `const {allLocales: all} = await import('file://' + process.argv[1] + '/dist/index.js');
const out = {};
for (const k in all) {
  const p = all[k].person;
  if (p) out[k] = {Given: p.first_name || {}, Surname: p.last_name || {}};
}
console.log(JSON.stringify(out));`
	var out map[string]localeNames
	return out, src.node(faker, script, &out)
}

// particles are the words of compound names that are no names by themselves,
// and what stands beside some of them: clan, jr, iii.
var particles = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`
		a ad af al am an and ap as at av aw aus auf ben bat bin bint binti ibn abu abi abd aboo el es ez er ed ur ul ud us uz
		da das de dal dalla dalle degli dei del dela dell della delle delli dello den der des di do dos du
		e het i im in la las le les li lo los lu mac mc mhic na nee née ni nic nig ni ní nin of o og os op oude out over
		st ste sint saint sainte san santa santo sankt te ten ter the tho thoe to ua uí ui und uyt
		van vande vanden vander ver vom von y z ze zu zum zur 't 's d' l' clan ii iii iv jr sr`) {
		m[w] = true
	}
	return m
}()

// nameWords splits a lower-case name into the words that are worth listing.
// The tokeniser splits at hyphens, so the list does too; a part of two letters
// of a hyphenated name (the syllables of bo-young, su-jin) is more often a word
// than a name and is left out.
func nameWords(name string) []string {
	var out []string
	for _, field := range strings.Fields(name) {
		if particles[field] {
			continue
		}
		ps := parts(field)
		for _, w := range ps {
			if particles[w] && len(ps) > 1 || len(ps) > 1 && utf8.RuneCountInString(w) < 3 {
				continue
			}
			if isWord(w, "'") {
				out = append(out, w)
			}
		}
	}
	return out
}

// worldNames merges the names of libpostal and of faker's locales. A name that
// is written with another script anywhere is left out as a whole.
func worldNames(src *sources) ([]list, error) {
	given, surnames := sets{}, sets{}
	for file, m := range map[string]sets{"given_names": given, "surnames": surnames} {
		raw, err := src.npmFile(pelias, libpostalPath+"/all/"+file+".txt")
		if err != nil {
			return nil, err
		}
		for _, line := range strings.Split(string(raw), "\n") {
			for _, name := range strings.Split(line, "|") {
				for _, w := range nameWords(lower(name)) {
					m.add(w, "libpostal")
				}
			}
		}
	}
	locales, err := fakerNames(src)
	if err != nil {
		return nil, err
	}
	add := func(m sets, loc string, groups map[string][]string) {
		for _, names := range groups {
			for _, n := range names {
				for _, w := range nameWords(lower(n)) {
					m.add(w, loc)
				}
			}
		}
	}
	for loc, l := range locales {
		add(given, loc, l.Given)
		add(surnames, loc, l.Surname)
	}
	rows := map[string]string{}
	for _, m := range []sets{given, surnames} {
		for w := range m {
			kind, where := "", set{}
			if given[w] != nil {
				kind += "g"
			}
			if surnames[w] != nil {
				kind += "s"
			}
			for _, from := range []sets{given, surnames} {
				for loc := range from[w] {
					where[loc] = true
				}
			}
			rows[w] = fmt.Sprintf("%s\t%d", kind, len(where))
		}
	}
	return []list{{
		file: "names_world.txt", title: "Given names and surnames of the world, in Latin letters",
		source:  pelias + " (npm), libpostal's given_names and surnames; " + faker + " (npm), first and last names of all locales",
		licence: peliasLicence + "; " + fakerLicence,
		columns: "word, g given s surname gs both, in how many sources (libpostal is one, each locale is one)", rows: rows,
	}}, nil
}
