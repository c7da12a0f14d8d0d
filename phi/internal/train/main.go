// Command train learns the weights by which health evidence, health talk and
// personal health are told:
//
//	go run ./phi/internal/train -corpus testdata/corpus -public DIR
//
// from the module's root. Public sets (converted to the corpus's form, with
// labels health and personal) are optional; their texts stay where they are.
// The same input gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"

	"github.com/phidetect/phidetect/phi/internal/healthtag"
)

func main() {
	corpus := flag.String("corpus", "testdata/corpus", "folder of labelled messages (*.jsonl)")
	public := flag.String("public", "", "folder of public sets (*.jsonl.gz); empty: none")
	golden := flag.String("golden", "testdata/golden/verdicts.jsonl", "texts with a verdict and no marked spans; empty: none")
	out := flag.String("out", "phi/internal/healthtag/weights.bin", "file to write")
	leave := flag.String("leave", "held", "comma-separated prefixes of message ids to leave out of training and to test on")
	flag.Parse()
	if err := run(*corpus, *public, *golden, *out, strings.Split(*leave, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// folds is how many parts the corpus is cut into, so that the heads see the
// evidence as a model judges it that has not learned from the text.
const folds = 5

func run(corpus, public, golden, out string, leave []string) error {
	own, held, err := readCorpus(corpus, leave)
	if err != nil {
		return err
	}
	var sets []publicSet
	if public != "" {
		if sets, err = readPublic(public); err != nil {
			return err
		}
	}
	if golden != "" {
		more, err := readGolden(golden)
		if err != nil {
			return err
		}
		own = append(own, more...)
	}
	var rest []message
	for _, s := range sets {
		rest = append(rest, s.learn...)
	}
	fmt.Fprintf(os.Stderr, "%d messages of the corpus, %d public\n", len(own), len(rest))
	rng := rand.New(rand.NewPCG(3, 5))
	m := newModel()
	r := newReader()
	m.learnTerms(r.termSet(own, rest, func(int) bool { return true }), 8, rng)

	var texts []textExample
	for f := range folds {
		part := newModel()
		part.learnTerms(r.termSet(own, rest, func(i int) bool { return i%folds != f }), 6, rng)
		for i, x := range own {
			if i%folds == f {
				texts = append(texts, r.texts(part, x)...)
				texts = append(texts, r.texts(part, lowered(x))...)
			}
		}
		for i, x := range rest {
			if i%folds == f {
				texts = append(texts, r.texts(part, x)...)
			}
		}
	}
	m.learnTexts(texts, 8, rng)
	if err := os.WriteFile(out, m.encode(), 0o644); err != nil {
		return err
	}
	report(os.Stderr, "trained on", r, m, own)
	for _, p := range leave {
		report(os.Stderr, "left out: "+p, r, m, held[p])
	}
	for _, s := range sets {
		report(os.Stderr, "left out: "+s.name, r, m, s.held)
	}
	return nil
}

// termSet gives the term examples of the messages that use picks. Variants in
// lower case teach that case is no evidence.
func (r *reader) termSet(own, rest []message, use func(i int) bool) []termExample {
	var out []termExample
	for i, x := range own {
		if use(i) {
			out = append(out, r.terms(x, 1)...)
			out = append(out, r.terms(lowered(x), 0.5)...)
		}
	}
	for i, x := range rest {
		if use(i) && x.labels[healthtag.IsHealth] == no {
			out = append(out, r.terms(x, plainWeight)...)
		}
	}
	return out
}

// plainWeight is how much a term of a text that speaks of no health counts.
const plainWeight = 0.1
