package main

import (
	"math"
	"strconv"
	"strings"

	"github.com/phidetect/phidetect/lexicon"
)

// addPlaces sets how likely a word or phrase is meant as a place, by the
// logarithm of its population.
func addPlaces(b *builder) error {
	place := func(name string, odds int) error {
		return b.update(name, func(e lexicon.Entry) lexicon.Entry {
			return e.WithPlace(max(e.Place(), min(15, max(1, odds))))
		})
	}
	if err := readList("lists/cities.txt", nil, func(line string) error {
		parts := strings.Split(line, "\t")
		if len(parts) < 3 {
			return strconv.ErrSyntax
		}
		people, err := strconv.Atoi(parts[2])
		if err != nil {
			return err
		}
		// 500 people give 3, ten million give 15
		return place(parts[0], 3+int(12*math.Log(float64(max(people, 500))/500)/math.Log(20000)))
	}); err != nil {
		return err
	}
	if err := readList("lists/suburbs_au.txt", nil, func(line string) error {
		w, _, _ := strings.Cut(line, "\t")
		return place(w, 4)
	}); err != nil {
		return err
	}
	if err := readList("lists/counties_us.txt", nil, func(line string) error {
		w, _, _ := strings.Cut(line, "\t")
		if strings.HasSuffix(w, " county") || strings.HasSuffix(w, " parish") {
			return place(w, 9)
		}
		return place(w+" county", 9)
	}); err != nil {
		return err
	}
	return readList("places.txt", nil, func(line string) error {
		w, odds, err := ranked(line)
		if err != nil {
			return err
		}
		return place(w, odds)
	})
}
