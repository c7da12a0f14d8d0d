package main

import (
	"strconv"
	"strings"

	"github.com/phidetect/phidetect/lexicon"
)

// rarestSurname is the last rank of the census that is taken: what surrounds a
// name tells more of it than so rare a one.
const rarestSurname = 60000

// addNames sets how common each word is as a given name and as a surname.
func addNames(b *builder) error {
	if err := readList("lists/surnames.txt", nil, func(line string) error {
		w, rank, err := ranked(line)
		if err != nil || rank > rarestSurname {
			return err
		}
		return b.update(w, func(e lexicon.Entry) lexicon.Entry {
			return e.WithNames(e.Given(), max(e.Surname(), bucket(rank, 90000)))
		})
	}); err != nil {
		return err
	}
	if err := readList("lists/given.txt", nil, func(line string) error {
		w, rank, err := ranked(line)
		if err != nil {
			return err
		}
		return b.update(w, func(e lexicon.Entry) lexicon.Entry {
			odds := 5 // the list itself is not ranked: a name that films never speak
			if rank > 0 {
				odds = max(odds, bucket(rank, 60000))
			}
			return e.WithNames(max(e.Given(), odds), e.Surname())
		})
	}); err != nil {
		return err
	}
	return readList("lists/names_world.txt", nil, func(line string) error {
		parts := strings.Split(line, "\t")
		if len(parts) < 3 {
			return strconv.ErrSyntax
		}
		n, err := strconv.Atoi(parts[2])
		if err != nil {
			return err
		}
		return b.update(parts[0], func(e lexicon.Entry) lexicon.Entry {
			odds := 2
			if n >= 3 {
				odds = 4
			}
			if n >= 6 {
				odds = 6
			}
			given, surname := e.Given(), e.Surname()
			if strings.Contains(parts[1], "g") {
				given = max(given, odds)
			}
			if strings.Contains(parts[1], "s") {
				surname = max(surname, odds)
			}
			return e.WithNames(given, surname)
		})
	})
}
