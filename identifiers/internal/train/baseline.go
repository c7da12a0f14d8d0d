package main

import (
	"github.com/phidetect/phidetect/identifiers/internal/nametag"
	"github.com/phidetect/phidetect/lexicon"
)

// rules labels a word without learned weights, by what the gazetteers and cues
// say alone. It is the baseline that the model has to beat on messages neither
// has seen; its figures stand beside the model's in every report.
func rules(s *lexicon.Scan, w word, prev nametag.Label) nametag.Label {
	t := &s.Tokens[w.token]
	e := t.Entry
	capital := t.Case == lexicon.TitleCase || t.Case == lexicon.CamelCase
	common := e.Rank() >= 7 || e.Weight() >= lexicon.Medium || e.HasAny(lexicon.Stop|lexicon.Eponym|lexicon.Brand|lexicon.State)
	switch cueBefore(s, w.token) {
	case lexicon.CueIntro, lexicon.CueTitle, lexicon.CueDoctor:
		if !e.Has(lexicon.Stop) && (capital || !common) {
			return nametag.Name
		}
	case lexicon.CueKin, lexicon.CueIntroWeak, lexicon.CueSignoff, lexicon.CueGreeting, lexicon.CuePerson:
		if !common && (capital || e.Name() >= 4) {
			return nametag.Name
		}
	case lexicon.CueCity:
		if e.Place() >= 4 && !common {
			return nametag.City
		}
	}
	switch {
	case common:
		return nametag.Other
	case prev == nametag.Name && (capital || e.Surname() >= 4):
		return nametag.Name
	case capital && e.Place() > e.Name()+4:
		return nametag.City
	case capital && e.Name() >= 4, e.Given() >= 6 && e.Rank() < 3:
		return nametag.Name
	}
	return nametag.Other
}

// cueBefore is the cue of the word before token i, over a comma or a colon.
func cueBefore(s *lexicon.Scan, i int) lexicon.Cue {
	j := i - 1
	for j >= 0 && j > i-3 && s.Tokens[j].Class == lexicon.Punct {
		j--
	}
	if j < 0 {
		return lexicon.NoCue
	}
	if p := s.Tokens[j].Phrase; p > 0 {
		return s.Phrases[p-1].Entry.Cue()
	}
	return s.Tokens[j].Entry.Cue()
}
