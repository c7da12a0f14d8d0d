package identifierstest

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/phidetect/phidetect/identifiers"
)

// finds runs the examples.
func (k *kit) finds() {
	for _, e := range k.examples {
		k.expect(e.name, e.text, e.marks, 0, len(e.text))
	}
}

// expect compares what is found in bytes [lo, hi) of text with marks.
func (k *kit) expect(name, text string, marks []Mark, lo, hi int) {
	spans, ok := k.run(&k.text, name, text, nil)
	if !ok || !k.sound(name, &k.text, spans) {
		return
	}
	for i := range spans {
		spans[i].Start, spans[i].End = k.text.Map.Original(spans[i].Start, spans[i].End)
	}
	spans = slices.DeleteFunc(spans, func(s identifiers.Span) bool { return s.End <= lo || s.Start >= hi })
	if missed, extra := Compare(marks, spans, nil); missed+extra > 0 {
		k.failf(name, "%d marks missed, %d spans not asked for", missed, extra)
	}
}

// Other text for the examples to stand in. None of it may change what the
// example means: it is set off by empty lines. What a matcher finds in the other
// text itself does not count.
var surroundings = []struct{ name, before, after string }{
	{"at the start", "", "\n\nthat is all there is to it.\n"},
	{"at the end", "ok so here it goes.\n\n", ""},
	{"in the middle", "ok so here it goes.\n\n", "\n\nthat is all there is to it.\n"},
	{"behind emoji and accents", "voilà, déjà 🌊🌊👍🏽.\n\n", "\n\n…très bien 🌊"},
	{"behind a long text", strings.Repeat("and so it went on and on. ", 40) + "\n\n", "\n\n" + strings.Repeat("and so on. ", 40)},
}

// findsEmbedded runs the examples with marks inside of other text.
func (k *kit) findsEmbedded() {
	for _, e := range k.examples {
		for _, s := range surroundings {
			if len(e.marks) == 0 {
				continue
			}
			marks := slices.Clone(e.marks)
			for i := range marks {
				marks[i].Start += len(s.before)
				marks[i].End += len(s.before)
			}
			k.expect(e.name+" "+s.name, s.before+e.text+s.after, marks, len(s.before), len(s.before)+len(e.text))
		}
	}
}

// survives runs the texts that have broken matchers before, the short ones twice.
func (k *kit) survives() {
	for _, c := range edges(k.size) {
		first, ok := k.run(&k.text, c.name, c.text, nil)
		if !ok || !k.sound(c.name, &k.text, first) {
			continue
		}
		if len(c.text) > k.size/16 { // a long one: once is enough
			continue
		}
		if second, ok := k.run(&k.text, c.name, c.text, nil); ok && !slices.Equal(first, second) {
			k.failf(c.name, "a second run gives other spans")
		}
	}
}

// sound checks the spans of one text against what every span promises.
func (k *kit) sound(name string, t *identifiers.Text, spans []identifiers.Span) bool {
	before := len(k.errs)
	longest := 0
	if l, ok := k.m.(identifiers.Limiter); ok {
		longest = l.MaxLen()
	}
	if g, ok := k.m.(identifiers.Gated); ok && len(spans) > 0 && !g.Wants(&t.Triggers) {
		k.failf(name, "there are spans although Wants turns the text down")
	}
	var bounds []bool
	if len(spans) > 0 {
		bounds = boundaries(t.Text)
	}
	for i, s := range spans {
		switch {
		case s.Start < 0 || s.End > len(t.Text) || s.Start >= s.End:
			k.failf(name, "span %d is [%d, %d) in a text of %d bytes", i, s.Start, s.End, len(t.Text))
		case !bounds[s.Start] || !bounds[s.End]:
			k.failf(name, "span %d, [%d, %d), cuts a rune", i, s.Start, s.End)
		case longest > 0 && s.End-s.Start > longest:
			k.failf(name, "span %d has %d bytes, MaxLen says %d", i, s.End-s.Start, longest)
		case s.Type == identifiers.NoType || int(s.Type) >= identifiers.TypeCount:
			k.failf(name, "span %d has no type", i)
		case !(s.Score > 0 && s.Score <= 1):
			k.failf(name, "span %d has a score outside of 0 to 1", i)
		default:
			continue
		}
		break // one span tells enough
	}
	return len(k.errs) == before
}

// boundaries tells for each offset of s whether a rune or a stray byte begins
// there, or s ends.
func boundaries(s string) []bool {
	out := make([]bool, len(s)+1)
	for i := 0; i < len(s); {
		out[i] = true
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	out[len(s)] = true
	return out
}

// keepsDst checks that spans are appended and what was there stays, and that
// the matcher does not write to the text.
func (k *kit) keepsDst() {
	own := []identifiers.Span{{Start: 1, End: 2, Score: 0.5, Type: identifiers.Name}, {Start: 7, End: 9, Score: 0.25, Type: identifiers.City}}
	for _, c := range k.small() {
		plain, ok := k.run(&k.text, c.name, c.text, nil)
		if !ok {
			continue
		}
		for _, room := range []int{0, 1, 64} {
			dst := append(make([]identifiers.Span, 0, len(own)+room), own...)
			got, ok := k.run(&k.text, c.name, c.text, dst)
			switch {
			case !ok:
			case len(got) < len(own) || !slices.Equal(got[:len(own)], own) || !slices.Equal(dst, own):
				k.failf(c.name, "with room for %d more, the elements of dst were changed", room)
			case !slices.Equal(got[len(own):], plain):
				k.failf(c.name, "with room for %d more, other spans come than with nil", room)
			}
		}
		k.keepsText(c)
	}
}

func (k *kit) keepsText(c edge) {
	t := &k.text
	t.Read(k.lex, c.text)
	text, tokens, phrases := t.Text, slices.Clone(t.Tokens), slices.Clone(t.Phrases)
	defer func() { _ = recover() }() // told of already
	k.m.AppendSpans(nil, t)
	if t.Text != text || !slices.Equal(t.Tokens, tokens) || !slices.Equal(t.Phrases, phrases) {
		k.failf(c.name, "the matcher writes to the text")
	}
}

// agrees runs the matcher from several goroutines at once; with -race this also
// finds memory that they share.
func (k *kit) agrees() {
	cases := k.small()
	want := make([][]identifiers.Span, len(cases))
	for i, c := range cases {
		want[i], _ = k.run(&k.text, c.name, c.text, nil)
	}
	if len(k.errs) > 0 {
		return
	}
	const workers, rounds = 8, 4
	kits := make([]*kit, workers)
	var wg sync.WaitGroup
	for w := range kits {
		kits[w] = &kit{m: k.m, lex: k.lex}
		wg.Go(func() {
			for n := range len(cases) * rounds {
				i := (n + w) % len(cases)
				got, ok := kits[w].run(&kits[w].text, cases[i].name, cases[i].text, nil)
				if ok && !slices.Equal(got, want[i]) {
					kits[w].failf(cases[i].name, "goroutines running at once get other spans")
				}
			}
		})
	}
	wg.Wait()
	for _, o := range kits {
		if len(o.errs) > 0 {
			k.errs = append(k.errs, o.errs[0])
			return
		}
	}
}

// small gives the examples and the edge cases that are short.
func (k *kit) small() []edge {
	out := edges(0)
	for _, e := range k.examples {
		out = append(out, edge{e.name, e.text})
	}
	return out
}
