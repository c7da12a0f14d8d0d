package main

import (
	"errors"
	"os"
	"slices"
	"strings"
	"unicode/utf8"
)

var languages = []string{"en", "es", "fr"}

// expansion is one line of a libpostal dictionary: the full form, then the
// abbreviations and variants of it.
type expansion struct {
	full string
	rest []string
}

// libpostal reads dictionaries of one language. A dictionary that a language
// has not is empty.
func libpostal(src *sources, lang string, names ...string) ([]expansion, error) {
	var out []expansion
	for _, name := range names {
		raw, err := src.npmFile(pelias, libpostalPath+"/"+lang+"/"+name+".txt")
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, line := range strings.Split(string(raw), "\n") {
			var forms []string
			for _, f := range strings.Split(line, "|") {
				if f = addressForm(f); f != "" && !slices.Contains(forms, f) {
					forms = append(forms, f)
				}
			}
			if len(forms) > 0 {
				out = append(out, expansion{forms[0], forms[1:]})
			}
		}
	}
	return out, nil
}

// addressForm cleans one form: "c.r." is cr, "co.rd" is co rd. Signs (#, º, /)
// and forms with a single letter (c rd, p h) are left out: a letter alone says
// nothing, and the joined form is there too.
func addressForm(s string) string {
	s = lower(s)
	if strings.Contains(s, ".") {
		single := true
		for _, p := range strings.Split(strings.TrimSuffix(s, "."), ".") {
			single = single && utf8.RuneCountInString(p) == 1
		}
		if single {
			s = strings.ReplaceAll(s, ".", "")
		}
		s = strings.Join(strings.Fields(strings.ReplaceAll(s, ".", " ")), " ")
	}
	if hasInitial(s) || !isWord(strings.ReplaceAll(s, " ", ""), "'-") {
		return ""
	}
	return s
}

// everyday returns the short words that are far likelier to be that word than
// an abbreviation: we (warehouse), at (ático), may (mayor). They are the common
// words of the language down to rank and the commonest of the others, because
// people mix them. Abbreviations with a full stop (dr.) are another entry of
// the source.
func everyday(src *sources, lang string, rank int) (map[string]bool, error) {
	m := map[string]bool{}
	for l, pkg := range map[string]string{"en": zxcvbnEN, "es": zxcvbnES, "fr": zxcvbnFR} {
		var common []string
		if err := src.npmJSON(pkg, "src/commonWords.json", "", &common); err != nil {
			return nil, err
		}
		least := rank
		if l != lang {
			least /= 4
		}
		for _, w := range common[:least] {
			if w = lower(w); utf8.RuneCountInString(w) <= 4 && !alwaysAbbr[w] {
				m[w] = true
			}
		}
	}
	return m, nil
}

// addressWords writes the lists made from libpostal's dictionaries.
func addressWords(src *sources) ([]list, error) {
	streets, units := addressList{}, addressList{}
	titles, facilities := sets{}, sets{}
	for _, lang := range languages {
		short, err := everyday(src, lang, 2000)
		if err != nil {
			return nil, err
		}
		ex, err := libpostal(src, lang, "street_types")
		if err != nil {
			return nil, err
		}
		streets.add(ex, lang, short)
		ex, err = libpostal(src, lang, "unit_types_numbered", "unit_types_standalone", "level_types_numbered", "level_types_standalone", "level_types_basement")
		if err != nil {
			return nil, err
		}
		units.add(ex, lang, short)

		ex, err = libpostal(src, lang, "personal_titles")
		if err != nil {
			return nil, err
		}
		for _, e := range ex {
			for i, w := range append([]string{e.full}, e.rest...) {
				if !notTitles[e.full] && !notTitles[w] && !(i > 0 && short[w]) {
					titles.add(w, lang)
				}
			}
		}
		ex, err = libpostal(src, lang, "place_names")
		if err != nil {
			return nil, err
		}
		for _, e := range ex {
			kind := facilityKind[lang+" "+e.full]
			for i, w := range append([]string{e.full}, e.rest...) {
				// An abbreviation of two letters names no facility by itself.
				abbr := i > 0 && (short[w] || utf8.RuneCountInString(w) < 3)
				if kind != "" && !abbr && !notFacilities[w] {
					facilities.add(w, lang+"\t"+kind)
				}
			}
		}
	}
	for lang, words := range titlesByHand {
		for _, w := range strings.Split(words, "|") {
			titles.add(strings.TrimSpace(w), lang)
		}
	}
	for key, words := range facilitiesByHand {
		lang, kind, _ := strings.Cut(key, " ")
		for _, w := range strings.Split(words, "|") {
			facilities.add(strings.TrimSpace(w), lang+"\t"+kind)
		}
	}
	from := func(what string) string { return pelias + " (npm), libpostal's " + what + " of en, es and fr" }
	return []list{{
		file: "street_types.txt", title: "Street types and their abbreviations",
		source: from("street_types"), licence: peliasLicence,
		columns: "word, languages, full or abbr", rows: streets.rows(),
	}, {
		file: "units.txt", title: "Types of units and floors within an address, and their abbreviations",
		source: from("unit_types and level_types"), licence: peliasLicence,
		columns: "word, languages, full or abbr", rows: units.rows(),
	}, {
		file: "titles.txt", title: "Personal titles",
		source: from("personal_titles") + "; some by hand", licence: peliasLicence,
		columns: "word, languages (hi: Indian titles in Latin letters)", rows: titles.rows(),
	}, {
		file: "facility_words.txt", title: "Words that begin or end the names of facilities",
		source: from("place_names, those of facilities") + "; some by hand", licence: peliasLicence,
		columns: "word, languages, health or other", rows: facilityRows(facilities),
	}}, nil
}

// addressList collects forms with their languages and whether any language has
// them in full.
type addressList map[string]*struct {
	langs set
	full  bool
}

func (l addressList) add(ex []expansion, lang string, everyday map[string]bool) {
	put := func(w string, full bool) {
		if l[w] == nil {
			l[w] = &struct {
				langs set
				full  bool
			}{langs: set{}}
		}
		l[w].langs[lang] = true
		l[w].full = l[w].full || full
	}
	for _, e := range ex {
		if notStreets[e.full] {
			continue
		}
		put(e.full, true)
		for _, w := range e.rest {
			if !everyday[w] {
				put(w, false)
			}
		}
	}
}

func (l addressList) rows() map[string]string {
	out := map[string]string{}
	for w, e := range l {
		kind := "abbr"
		if e.full {
			kind = "full"
		}
		out[w] = e.langs.join() + "\t" + kind
	}
	return out
}

// facilityRows joins the languages of each word; health wins where languages
// differ.
func facilityRows(m sets) map[string]string {
	out := map[string]string{}
	for w, values := range m {
		langs, kind := set{}, "other"
		for v := range values {
			lang, k, _ := strings.Cut(v, "\t")
			langs[lang] = true
			if k == "health" {
				kind = k
			}
		}
		out[w] = langs.join() + "\t" + kind
	}
	return out
}
