package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// ranks gives each clean word of a list by frequency its place in it, from 1.
// Full stops of abbreviations (mr.) go, and so does what is no word: numbers,
// the halves of elisions ('s, l'), stutters (i-i, m-mr). The places are those
// of the source, so that a filter does not move the words that stay. The source
// cuts don't into don and 't: those halves stand for the whole.
func ranks(words []string) map[string]int {
	m := make(map[string]int, len(words))
	for i, w := range words {
		w = strings.TrimSuffix(lower(w), ".")
		if !isWord(w, "'-") || stutter(w) {
			continue
		}
		if cutContractions[w] && i < 3000 {
			w += "'t"
		}
		if _, dup := m[w]; !dup {
			m[w] = i + 1
		}
	}
	return m
}

// cutContractions are the English words that are frequent for what was cut off
// them. Their own rank is unknown; don, won and haven are left to the names and
// the dictionary.
var cutContractions = words("ain|aren|couldn|didn|doesn|don|hadn|hasn|haven|isn|mustn|shouldn|wasn|weren|won|wouldn")

// stutter reports whether a hyphenated word only begins twice.
func stutter(w string) bool {
	ps := parts(w)
	if len(ps) < 2 {
		return false
	}
	last := ps[len(ps)-1]
	for _, p := range ps[:len(ps)-1] {
		if !strings.HasPrefix(last, p) {
			return false
		}
	}
	return true
}

// commonWords writes the words of subtitles by rank.
func commonWords(src *sources) ([]list, error) {
	var out []list
	for _, l := range []struct{ pkg, code, name string }{
		{zxcvbnEN, "en", "English"}, {zxcvbnES, "es", "Spanish"}, {zxcvbnFR, "fr", "French"},
	} {
		var words []string
		if err := src.npmJSON(l.pkg, "src/commonWords.json", "", &words); err != nil {
			return nil, err
		}
		rows := map[string]string{}
		for w, r := range ranks(words) {
			rows[w] = strconv.Itoa(r)
		}
		out = append(out, list{
			file: "words_" + l.code + ".txt", title: "Common " + l.name + " words by rank in subtitles",
			source:  l.pkg + " (npm), src/commonWords.json",
			licence: zxcvbnLicence + subtitles,
			columns: "word, rank (1 is the most common)", rows: rows,
		})
	}
	return out, nil
}

// dictionaryWords writes the lower-case words of SCOWL, each with the smallest
// size class it is in. Its -words files hold no proper names, no abbreviations
// and no capitals.
func dictionaryWords(src *sources) ([]list, error) {
	root, err := src.deb(scowl)
	if err != nil {
		return nil, err
	}
	size := map[string]int{}
	for _, variant := range []string{"english", "american", "british"} {
		for _, class := range []int{10, 20, 35, 40, 50, 55, 60} {
			name := variant + "-words." + strconv.Itoa(class)
			f, err := os.Open(filepath.Join(root, "usr/share/dict/scowl", name))
			if err != nil {
				return nil, err
			}
			for sc := bufio.NewScanner(f); sc.Scan(); {
				w := sc.Text()
				if w != strings.ToLower(w) || !isWord(w, "") {
					continue
				}
				if old, ok := size[w]; !ok || class < old {
					size[w] = class
				}
			}
			f.Close()
		}
	}
	rows := map[string]string{}
	for w, class := range size {
		rows[w] = strconv.Itoa(class)
	}
	return []list{{
		file: "dictionary_en.txt", title: "English dictionary words by size class, up to 60",
		source:  "scowl@2020.12.07-2 (Debian), english, american and british words",
		licence: "SCOWL, Copyright 2000-2011 by Kevin Atkinson, free with notice (see NOTICE)",
		columns: "word, size class (10 the most basic)", rows: rows,
	}}, nil
}
