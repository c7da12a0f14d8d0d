package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// phoneKinds are the places of libphonenumber-js's types that matter here, by
// its metadata's order.
var phoneKinds = []struct {
	at   int
	name string
}{{0, "geographic"}, {2, "tollfree"}, {3, "premium"}, {4, "personal"}}

// phoneTypes is the place of the types within a country's metadata.
const phoneTypes = 11

// areaCodes writes the North American area codes of the US, its islands and
// Canada. The metadata holds patterns, not codes, so each code is tried with
// every exchange until a number fits.
func areaCodes(src *sources) ([]list, error) {
	var meta struct {
		Countries map[string][]json.RawMessage `json:"countries"`
	}
	if err := src.npmJSON(libphone, "metadata.max.json", "", &meta); err != nil {
		return nil, err
	}
	countries, kinds := sets{}, map[string]string{}
	for _, country := range []string{"US", "CA", "PR", "VI", "GU", "AS", "MP"} {
		data := meta.Countries[country]
		if len(data) <= phoneTypes {
			return nil, errors.New("libphonenumber-js: no types for " + country)
		}
		var types []json.RawMessage
		if err := json.Unmarshal(data[phoneTypes], &types); err != nil {
			return nil, fmt.Errorf("libphonenumber-js: %w", err)
		}
		for _, kind := range phoneKinds {
			var t []any
			if kind.at >= len(types) || json.Unmarshal(types[kind.at], &t) != nil || len(t) == 0 {
				continue
			}
			pattern, _ := t[0].(string)
			if pattern == "" {
				continue
			}
			re, err := regexp.Compile("^(?:" + pattern + ")$")
			if err != nil {
				return nil, fmt.Errorf("libphonenumber-js: %w", err)
			}
			for code := 200; code < 1000; code++ {
				if area := fmt.Sprint(code); usedArea(re, area) {
					countries.add(area, strings.ToLower(country))
					if kinds[area] == "" {
						kinds[area] = kind.name
					}
				}
			}
		}
	}
	rows := map[string]string{}
	for area, c := range countries {
		rows[area] = c.join() + "\t" + kinds[area]
	}
	return []list{{
		file: "area_codes.txt", title: "Telephone area codes of the US, its islands and Canada",
		source:  libphone + " (npm), metadata.max.json",
		licence: "MIT, Copyright (c) 2016 @catamphetamine; libphonenumber, Apache-2.0",
		columns: "code, countries, geographic tollfree premium or personal", rows: rows,
	}}, nil
}

// usedArea reports whether any seven-digit number with the area code fits.
func usedArea(re *regexp.Regexp, area string) bool {
	for exchange := 200; exchange < 1000; exchange++ {
		if re.MatchString(fmt.Sprintf("%s%d2222", area, exchange)) {
			return true
		}
	}
	return false
}

// topLevelDomains writes the domains as they stand in an address: ASCII, those
// of other scripts in punycode with the readable form beside it.
func topLevelDomains(src *sources) ([]list, error) {
	var names []string
	if err := src.npmJSON(tlds, "index.json", "", &names); err != nil {
		return nil, err
	}
	rows := map[string]string{}
	for _, n := range names {
		n = strings.ToLower(n)
		if ascii := punycode(n); ascii != n {
			rows["xn--"+ascii] = n
		} else {
			rows[n] = ""
		}
	}
	return []list{{
		file: "tlds.txt", title: "Top-level domains",
		source:  tlds + " (npm), index.json",
		licence: "MIT, Copyright (c) 2013 Stephen Mathieson and 2020 Richie Bendall; IANA, public",
		columns: "domain, its readable form if it is punycode", rows: rows,
	}}, nil
}

// punycode encodes s as RFC 3492 says, without the prefix; ASCII comes back as
// it is.
func punycode(s string) string {
	const base, tmin, tmax, skew, damp = 36, 1, 26, 38, 700
	const digits = "abcdefghijklmnopqrstuvwxyz0123456789"
	var out []byte
	runes := []rune(s)
	for _, r := range runes {
		if r < 0x80 {
			out = append(out, byte(r))
		}
	}
	basic := len(out)
	done := basic
	if done == len(runes) {
		return s
	}
	if basic > 0 {
		out = append(out, '-')
	}
	n, delta, bias := rune(0x80), 0, 72
	for done < len(runes) {
		next := rune(0x10FFFF)
		for _, r := range runes {
			if r >= n {
				next = min(next, r)
			}
		}
		delta += int(next-n) * (done + 1)
		n = next
		for _, r := range runes {
			if r < n {
				delta++
			}
			if r != n {
				continue
			}
			q := delta
			for k := base; ; k += base {
				t := min(max(k-bias, tmin), tmax)
				if q < t {
					break
				}
				out = append(out, digits[t+(q-t)%(base-t)])
				q = (q - t) / (base - t)
			}
			out = append(out, digits[q])
			// Adapt the bias to what was just written.
			if done == basic {
				delta /= damp
			} else {
				delta /= 2
			}
			done++
			delta += delta / done
			bias = 0
			for delta > (base-tmin)*tmax/2 {
				delta /= base - tmin
				bias += base
			}
			bias += (base - tmin + 1) * delta / (delta + skew)
			delta = 0
		}
		delta++
		n++
	}
	return string(out)
}
