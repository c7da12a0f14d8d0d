package main

import (
	"bufio"
	"math/rand/v2"
	"os"
	"strings"

	"github.com/phidetect/phidetect/identifiers/internal/nametag"
)

// cues are the phrases that announce or follow a name, by kind, as the
// lexicon's cue lists have them.
type cues map[string][]string

// readCues reads the cue lists of the files into one.
func readCues(names ...string) (cues, error) {
	out := cues{}
	for _, name := range names {
		if err := out.read(name); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (c cues) read(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	kind := ""
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		line := in.Text()
		if k, ok := strings.CutPrefix(line, "# cue: "); ok {
			kind = k
			continue
		}
		if kind == "" || strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Split(line, ";") {
			if w = strings.TrimSpace(w); w != "" {
				c[kind] = append(c[kind], w)
			}
		}
	}
	return in.Err()
}

// announce adds to a message a name or a city with what announces it: "last
// name …", "thanks, …", "my son …", "mrs …", "live in …", so that every cue of
// the lists is learned and not only those that the messages happen to have.
func announce(m message, c cues, p *pools, rng *rand.Rand) message {
	any := func(list ...string) string { return list[rng.IntN(len(list))] }
	pick := func(kind string) string { return c[kind][rng.IntN(len(c[kind]))] }
	var lead string
	name := p.form(rng)
	end := any("", "", ".", "!", " ok", " pls", " thx")
	label := nametag.Name
	switch rng.IntN(9) {
	case 0, 1:
		lead = pick("intro") + any(" ", " ", ": ")
	case 2:
		lead = pick("signoff") + any(" ", ", ", "\n", ",\n", " - ", "! ")
		end = ""
	case 3:
		lead = any("my ", "for my ", "its my ", "his ", "") + pick("kin") + any(" ", " ", ", ")
	case 4:
		lead = pick(any("title", "title", "doctor")) + any(" ", ". ")
		name = titled(p.pick(p.surname, rng))
	case 5:
		lead = any("this is ", "it's ", "im ", "i'm ", "its ", "hi this is ", "for ", "name ", "name: ", "Patient: ", "pt ", "booked under ", "ask for ", "from ")
	case 6, 7:
		lead, name, label = any("", "we ", "i ", "he ")+pick("city")+" ", p.city(rng), nametag.City
	case 8:
		lead, name, label = any("the ", "your ", "at the ", "from your "), p.city(rng), nametag.City
		end = any(" clinic", " office", " branch", " location", " practice", " hospital", " pharmacy", " store")
		switch rng.IntN(8) {
		case 0, 1: // what a city gave its name to is no place
			label, end = nametag.Other, any(" brand", " protocol", " criteria", " score", " diet", " accent", " style", " socks", " team", " train")
		case 2, 3: // nor is it one behind an article by itself
			lead, label, end = any("my ", "the ", "a ", "this ", "another ", "her "), nametag.Other, any(" was", " is", " needs", " does", " thing", " again", " for", " to")
		}
	}
	added := lead + name + end
	if strings.ToLower(m.text) == m.text || rng.IntN(2) == 0 {
		added, name = strings.ToLower(added), strings.ToLower(name)
	}
	at := len(lead)
	if added[at:at+len(name)] != name {
		return m // a letter whose lower case has another length
	}
	out := m
	out.gold = nil
	if rng.IntN(2) == 0 || strings.Contains(lead, "\n") {
		sep := any(" ", ". ", "\n", ", ")
		if strings.HasSuffix(m.text, ".") || strings.HasSuffix(m.text, "!") || strings.HasSuffix(m.text, "?") {
			sep = any(" ", "\n")
		}
		out.text = m.text + sep + added
		start := len(m.text) + len(sep) + at
		out.gold = append(append(out.gold, m.gold...), gold{start: start, end: start + len(name), label: label})
		return out
	}
	sep := any(". ", ", ", "\n", " ")
	out.text = added + sep + m.text
	out.gold = append(out.gold, gold{start: at, end: at + len(name), label: label})
	for _, g := range m.gold {
		g.start += len(added) + len(sep)
		g.end += len(added) + len(sep)
		out.gold = append(out.gold, g)
	}
	return out
}

// form makes a name in one of the forms that people give it in.
func (p *pools) form(rng *rand.Rand) string {
	given, surname := titled(p.pick(p.given, rng)), titled(p.pick(p.surname, rng))
	switch rng.IntN(10) {
	case 0, 1, 2:
		return given
	case 3:
		return surname
	case 4:
		return given + " " + surname[:1]
	case 5:
		return given[:1] + ". " + surname
	case 6:
		return p.name("a b", rng)
	}
	return given + " " + surname
}
