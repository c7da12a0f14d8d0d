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
	"math"
	"math/rand/v2"
	"os"
	"strings"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
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

// example is one decision to learn from.
type example struct {
	features []uint32
	yes      bool
	weight   float64
}

func run(corpus, public, golden, out string, leave []string) error {
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
	if golden != "" {
		more, err := readGolden(golden)
		if err != nil {
			return err
		}
		own = append(own, more...)
	}
	fmt.Fprintf(os.Stderr, "%d messages of the corpus, %d public, %d left out\n", len(own), len(rest), len(held))
	rng := rand.New(rand.NewPCG(3, 5))
	m := newModel()
	r := newReader()

	// Variants in lower case and in capitals teach that case is no evidence.
	var terms []example
	for _, x := range own {
		terms = append(terms, r.terms(x, 1)...)
		terms = append(terms, r.terms(lowered(x), 0.5)...)
	}
	m.learn(terms, 8, rng)

	// The text models see the evidence as the first model, cross-fitted, would
	// give it on texts it has not learned from.
	var health, personal []example
	const folds = 4
	for f := range folds {
		part := newModel()
		var tt []example
		for i, x := range own {
			if i%folds != f {
				tt = append(tt, r.terms(x, 1)...)
			}
		}
		part.learn(tt, 6, rng)
		r.use(part)
		for i, x := range own {
			if i%folds == f {
				h, p := r.texts(x)
				health, personal = append(health, h...), append(personal, p...)
				h, p = r.texts(lowered(x))
				health, personal = append(health, h...), append(personal, p...)
			}
		}
		for i, x := range rest {
			if i%folds == f {
				h, p := r.texts(x)
				health, personal = append(health, h...), append(personal, p...)
			}
		}
	}
	m.learn(health, 6, rng)
	m.learn(personal, 6, rng)
	if err := os.WriteFile(out, m.encode(), 0o644); err != nil {
		return err
	}
	r.use(m)
	report("trained on", r, m, own)
	report("left out", r, m, held)
	return nil
}

func report(name string, r *reader, m *model, set []message) {
	var t, h, p []example
	for _, x := range set {
		t = append(t, r.terms(x, 1)...)
		a, b := r.texts(x)
		h, p = append(h, a...), append(p, b...)
	}
	for _, row := range []struct {
		what string
		ex   []example
	}{{"evidence", t}, {"health", h}, {"personal", p}} {
		precision, recall, ece := m.score(row.ex)
		fmt.Fprintf(os.Stderr, "%s: %-9s %5d precision %.3f recall %.3f calibration error %.3f\n", name, row.what, len(row.ex), precision, recall, ece)
	}
}

// model is a logistic classifier over hashed features, learned with AdaGrad.
type model struct {
	w, g [1 << healthtag.FeatureBits]float64
}

const (
	rate  = 0.03
	decay = 1e-5
)

func newModel() *model { return &model{} }

func (m *model) chance(f []uint32) float64 {
	s := 0.0
	for _, k := range f {
		s += m.w[k]
	}
	return 1 / (1 + math.Exp(-s))
}

func (m *model) learn(set []example, epochs int, rng *rand.Rand) {
	for range epochs {
		rng.Shuffle(len(set), func(i, j int) { set[i], set[j] = set[j], set[i] })
		for _, x := range set {
			d := m.chance(x.features)
			if x.yes {
				d--
			}
			d *= x.weight
			for _, k := range x.features {
				grad := d + decay*m.w[k]
				m.g[k] += grad * grad
				m.w[k] -= rate * grad / (math.Sqrt(m.g[k]) + 1e-6)
			}
		}
	}
}

func (m *model) encode() []byte {
	out := make([]byte, len(m.w))
	for i, w := range m.w {
		out[i] = byte(int8(math.Max(-127, math.Min(127, math.Round(w/healthtag.Scale)))))
	}
	return out
}

// score gives precision and recall at 0.5 and the expected calibration error
// over ten bins.
func (m *model) score(set []example) (precision, recall, ece float64) {
	var tp, fp, fn float64
	var n, sum, yes [10]float64
	for _, x := range set {
		p := m.chance(x.features)
		b := min(9, int(p*10))
		n[b]++
		sum[b] += p
		if x.yes {
			yes[b]++
		}
		switch {
		case p >= 0.5 && x.yes:
			tp++
		case p >= 0.5:
			fp++
		case x.yes:
			fn++
		}
	}
	for b := range n {
		if n[b] > 0 {
			ece += math.Abs(sum[b]-yes[b]) / float64(len(set))
		}
	}
	return tp / math.Max(1, tp+fp), tp / math.Max(1, tp+fn), ece
}

// reader turns messages into examples.
type reader struct {
	lex   *lexicon.Lexicon
	text  identifiers.Text
	spans []identifiers.Span
	read  healthtag.Reading
	m     *model
}

func newReader() *reader { return &reader{lex: lexicon.Default()} }

// use sets the model that judges the evidence the text examples are made of.
func (r *reader) use(m *model) { r.m = m }
