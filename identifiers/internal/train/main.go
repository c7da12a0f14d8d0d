// Command train learns the weights of the name and city tagger:
//
//	go run ./identifiers/internal/train -corpus testdata/corpus -public DIR
//
// from the module's root. It reads the project's labelled messages and, if
// given, public sets converted to the same form (their texts stay where they
// are; only weights are written), learns a softmax classifier by stochastic
// gradient descent with a fixed seed, and writes identifiers/internal/nametag/
// weights.bin. The same input gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"github.com/phidetect/phidetect/lexicon"
)

func main() {
	corpus := flag.String("corpus", "testdata/corpus", "folder of labelled messages (*.jsonl)")
	public := flag.String("public", "", "folder of public sets (*.jsonl.gz); empty: none")
	out := flag.String("out", "identifiers/internal/nametag/weights.bin", "file to write")
	epochs := flag.Int("epochs", 18, "passes over the data")
	lists := flag.String("lists", "lexicon/data/lists", "folder of the name and city lists, to vary names from")
	leave := flag.String("leave", "held", "comma-separated prefixes of message ids to leave out of training and to test on")
	flag.Parse()
	if err := run(*corpus, *lists, *public, *out, *epochs, strings.Split(*leave, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// announced is one in how many messages that a name is added to.
const announced = 2

func run(corpus, lists, public, out string, epochs int, leave []string) error {
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
	pools, err := readPools(lists, own)
	if err != nil {
		return err
	}
	announcing, err := readCues(filepath.Join(lists, "../cues/names.txt"), filepath.Join(lists, "../cues/numbers.txt"))
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%d messages of the corpus to learn from\n", len(own))
	rng := rand.New(rand.NewPCG(7, 11))
	lex := lexicon.Default()
	m := newModel()
	for e := range epochs {
		var set []message
		for _, x := range own {
			set = append(set, x, vary(x, pools, rng), vary(x, pools, rng))
			if len(x.text) < 600 {
				set = append(set, vary(x, pools, rng), vary(x, pools, rng))
				if rng.IntN(announced) == 0 {
					set = append(set, vary(announce(x, announcing, pools, rng), pools, rng))
				}
			}
		}
		for _, s := range sets {
			for _, x := range s.learn {
				if rng.IntN(10) < 4 {
					x = lower(x)
				}
				set = append(set, x)
			}
		}
		rng.Shuffle(len(set), func(i, j int) { set[i], set[j] = set[j], set[i] })
		for i := range set {
			m.learn(lex, &set[i], rng)
		}
		fmt.Fprintf(os.Stderr, "epoch %d: loss %.4f a word\n", e+1, m.loss/float64(m.seen))
		m.loss, m.seen = 0, 0
		if e >= epochs/2 {
			m.keep()
		}
	}
	m.finish()
	if err := os.WriteFile(out, m.encode(), 0o644); err != nil {
		return err
	}
	m.report(os.Stderr, lex, "corpus, trained on", own)
	for _, p := range leave {
		m.report(os.Stderr, lex, "corpus, left out: "+p, held[p])
	}
	for _, s := range sets {
		m.report(os.Stderr, lex, s.name+", left out", s.held)
	}
	return nil
}
