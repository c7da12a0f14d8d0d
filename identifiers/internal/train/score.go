package main

import (
	"fmt"
	"io"

	"github.com/phidetect/phidetect/identifiers/internal/nametag"
	"github.com/phidetect/phidetect/lexicon"
)

// tally counts the words of one label that were found, missed and made up.
type tally struct{ tp, fp, fn, gated float64 }

func (t tally) String() string {
	p, r := 1.0, 1.0
	if t.tp+t.fp > 0 {
		p = t.tp / (t.tp + t.fp)
	}
	if t.tp+t.fn > 0 {
		r = t.tp / (t.tp + t.fn)
	}
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return fmt.Sprintf("%5.0f words P %.3f R %.3f F1 %.3f (no candidates: %.0f)", t.tp+t.fn, p, r, f, t.gated)
}

// learned labels a word as the model has it.
func (m *model) learned(msg nametag.Message, w word, prev nametag.Label) nametag.Label {
	var f [nametag.MaxFeatures]uint32
	n := nametag.Features(&m.scan, msg, w.token, prev, false, &f)
	return guess(m.softmax(f[:n]))
}

// score counts how label labels the words of a set.
func (m *model) score(lex *lexicon.Lexicon, set []message, label func(nametag.Message, word, nametag.Label) nametag.Label) (t [nametag.Labels]tally) {
	for k := range set {
		x := &set[k]
		m.walk(lex, x, func(msg nametag.Message, w word, prev nametag.Label) nametag.Label {
			got := label(msg, w, prev)
			if w.skip || m.scan.Tokens[w.token].Class != lexicon.Word || w.either && got == nametag.City {
				return got
			}
			if got == w.want {
				t[got].tp++
				return got
			}
			t[got].fp++
			t[w.want].fn++
			return got
		}, func(want nametag.Label) {
			t[want].fn++
			t[want].gated++
		})
	}
	return t
}

// report prints the figures of one set, the rules' beside the model's.
func (m *model) report(out io.Writer, lex *lexicon.Lexicon, name string, set []message) {
	if len(set) == 0 {
		return
	}
	t := m.score(lex, set, m.learned)
	base := m.score(lex, set, func(_ nametag.Message, w word, prev nametag.Label) nametag.Label { return rules(&m.scan, w, prev) })
	fmt.Fprintf(out, "%-36s name    %v\n%-36s  rules: %v\n", name, t[nametag.Name], "", base[nametag.Name])
	if set[0].city && t[nametag.City].tp+t[nametag.City].fn > 0 {
		fmt.Fprintf(out, "%-36s city    %v\n%-36s  rules: %v\n", "", t[nametag.City], "", base[nametag.City])
	}
}
