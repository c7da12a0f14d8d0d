package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/phidetect/phidetect/lexicon"
)

// Categories of the health lists that are not health terms themselves but
// tables of the grammar around them.
const (
	catFigurative   = "figurative"
	catStem         = "inn_stem"
	catStemExcept   = "inn_exception"
	catVet          = "vet"
	catNonHealth    = "nonhealth_context"
	catDose         = "dose"
	catBody         = "body"
	catSensation    = "sensation"
	catLab          = "lab"
	defaultStrength = lexicon.Strong
)

var sensitivities = map[string]lexicon.Sensitivity{"mental": lexicon.MentalHealth, "sud": lexicon.SubstanceUse, "hiv": lexicon.SexualHealth,
	"repro": lexicon.Reproductive, "genetic": lexicon.Genetic, "abuse": lexicon.Abuse, "minor": lexicon.Minor}

// addHealth reads every list under health/ in the order of their names. A term
// in two lists keeps the stronger weight and the union of sensitivities.
func addHealth(b *builder) error {
	files, err := os.ReadDir(filepath.Join(dataDir, "health"))
	if err != nil {
		return err
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".txt") {
			continue
		}
		category := ""
		if err := readList("health/"+f.Name(), func(key, value string) {
			if key == "category" {
				category = value
			}
		}, func(line string) error {
			text, flags, _ := strings.Cut(line, "|")
			b.list = languageOfList(f.Name())
			for _, form := range formsOf(b.list, strings.TrimSpace(text), false, strings.Contains(flags, "x")) {
				if keys, _ := lexicon.Keys(form); len(keys) == 1 {
					b.languages.addListed(keys[0], b.list)
				}
			}
			return b.addTerm(strings.TrimSpace(text), category, strings.Fields(flags))
		}); err != nil {
			return err
		}
	}
	return nil
}

// languageOfList is that of a health list by its name; brands and generics are
// the same in many.
func languageOfList(name string) lexicon.Language {
	switch {
	case strings.HasSuffix(name, "_drugs.txt"), strings.HasSuffix(name, "_insurance.txt"):
		return lexicon.InEnglish
	case strings.HasPrefix(name, "es_"):
		return lexicon.InSpanish
	case strings.HasPrefix(name, "fr_"):
		return lexicon.InFrench
	}
	return lexicon.InEnglish
}

func (b *builder) addTerm(text, category string, flags []string) error {
	switch category {
	case catFigurative:
		return b.update(text, func(e lexicon.Entry) lexicon.Entry { return e.WithFlags(lexicon.Figure) })
	case catStem:
		letters := strings.Trim(text, "-")
		b.entries[lexicon.StemKey(letters, strings.HasSuffix(text, "-"))] = lexicon.Entry(0).WithHealth(lexicon.Drug, lexicon.Medium, 0)
		return nil
	case catStemExcept:
		// a word of the dictionary: known words are not looked at by their stem
		return b.update(text, func(e lexicon.Entry) lexicon.Entry { return e.WithRank(max(1, e.Rank())) })
	case catVet:
		return b.each(text, flags, func(e lexicon.Entry) lexicon.Entry { return e.WithFlags(lexicon.Animal) })
	case catNonHealth:
		return b.each(text, flags, func(e lexicon.Entry) lexicon.Entry { return e.WithFlags(lexicon.NonHealth) })
	case catDose:
		if slices.Contains(flags, "unit") || slices.Contains(flags, "form") {
			return b.each(text, nil, func(e lexicon.Entry) lexicon.Entry { return e.WithFlags(lexicon.Unit) })
		}
		flags = nil
		if len(text) <= 4 {
			flags = []string{"weak"}
		} else {
			flags = []string{"medium"}
		}
	}
	cat := lexicon.CategoryOf(category)
	if cat == lexicon.NoCategory {
		return fmt.Errorf("unknown category %q", category)
	}
	weight, sens := defaultStrength, lexicon.Sensitivity(0)
	for _, f := range flags {
		switch {
		case f == "weak":
			weight = lexicon.Weak
		case f == "medium":
			weight = lexicon.Medium
		case f == "v", f == "x", f == "n":
		case sensitivities[f] != 0:
			sens |= sensitivities[f]
		default:
			return fmt.Errorf("unknown flag %q", f)
		}
	}
	var extra lexicon.Flags
	switch category {
	case catBody:
		weight = lexicon.Weak
	case catLab:
		extra = lexicon.LabName
	}
	b.healthTerms++
	return b.each(text, flags, func(e lexicon.Entry) lexicon.Entry {
		b.healthForms++
		w, c := weight, cat
		if e.Weight() > w || e.Weight() == w && e.Category() != lexicon.NoCategory && cat != lexicon.Body && cat != lexicon.Sensation {
			w, c = e.Weight(), e.Category()
		}
		// body parts and sensations must stay what the symptom grammar needs
		if e.Weight() == lexicon.Weak && (cat == lexicon.Body || cat == lexicon.Sensation) {
			c = cat
		}
		return e.WithHealth(c, w, e.Sensitivity()|sens).WithFlags(extra)
	})
}

// each applies change to the term and to its inflected forms.
func (b *builder) each(text string, flags []string, change func(lexicon.Entry) lexicon.Entry) error {
	for _, form := range formsOf(b.list, text, slices.Contains(flags, "v"), slices.Contains(flags, "x")) {
		if err := b.update(form, change); err != nil {
			return err
		}
	}
	return nil
}
