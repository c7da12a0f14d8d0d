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
	"strings"

	"github.com/phidetect/phidetect/lexicon"
)

func main() {
	corpus := flag.String("corpus", "testdata/corpus", "folder of labelled messages (*.jsonl)")
	public := flag.String("public", "", "folder of public sets (*.jsonl.gz); empty: none")
	out := flag.String("out", "identifiers/internal/nametag/weights.bin", "file to write")
	epochs := flag.Int("epochs", 8, "passes over the data")
	leave := flag.String("leave", "held", "comma-separated prefixes of message ids to leave out of training and to test on")
	flag.Parse()
	if err := run(*corpus, *public, *out, *epochs, strings.Split(*leave, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(corpus, public, out string, epochs int, leave []string) error {
	own, held, err := readCorpus(corpus, leave)
	if err != nil {
		return err
	}
	var rest []message
	if public != "" {
		if rest, err = readPublic(public); err != nil {
			return err
		}
	}
	fmt.Fprintf(os.Stderr, "%d messages of the corpus, %d public, %d left out\n", len(own), len(rest), len(held))
	rng := rand.New(rand.NewPCG(7, 11))
	lex := lexicon.Default()
	m := newModel()
	names := namePool(own)
	for e := range epochs {
		var set []message
		for _, x := range own {
			set = append(set, x, vary(x, names, rng))
			if rng.IntN(3) > 0 {
				set = append(set, vary(x, names, rng))
			}
			if len(x.text) < 600 {
				set = append(set, vary(x, names, rng))
			}
		}
		for _, x := range rest {
			if rng.IntN(10) < 4 {
				x = lower(x, rng)
			}
			set = append(set, x)
		}
		rng.Shuffle(len(set), func(i, j int) { set[i], set[j] = set[j], set[i] })
		loss := 0.0
		for i := range set {
			loss += m.learn(lex, &set[i], rng)
		}
		fmt.Fprintf(os.Stderr, "epoch %d: loss %.4f a word\n", e+1, loss/float64(m.seen))
		m.seen = 0
	}
	if err := os.WriteFile(out, m.encode(), 0o644); err != nil {
		return err
	}
	for _, set := range []struct {
		name string
		data []message
	}{{"trained on", own}, {"left out", held}} {
		p, r := m.score(lex, set.data)
		fmt.Fprintf(os.Stderr, "%s: name words precision %.3f recall %.3f\n", set.name, p, r)
	}
	return nil
}
