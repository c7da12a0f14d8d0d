package bench

// A rewrite makes another text of a text and knows where each byte went.
type rewrite struct {
	src  string
	done int // bytes of src that are written
	out  []byte
	from []int // from[i]: where what stands for byte i begins
	till []int // till[i]: where what stands for the bytes before i ends
}

func newRewrite(src string) *rewrite {
	return &rewrite{src: src, out: make([]byte, 0, 2*len(src)+64), from: make([]int, 0, len(src)+1), till: append(make([]int, 0, len(src)+1), 0)}
}

// put writes s for the next n bytes of the source.
func (w *rewrite) put(n int, s string) {
	begin := len(w.out)
	w.out = append(w.out, s...)
	for range n {
		w.from = append(w.from, begin)
		w.till = append(w.till, len(w.out))
	}
	w.done += n
}

// insert writes s between two bytes of the source.
func (w *rewrite) insert(s string) { w.out = append(w.out, s...) }

// copy takes the source over as it is up to byte end.
func (w *rewrite) copy(end int) {
	for w.done < end {
		w.put(1, w.src[w.done:w.done+1])
	}
}

// spans gives the labels in offsets of what was written. The source must have
// been written to its end.
func (w *rewrite) spans(gold []Gold) []Gold {
	out := make([]Gold, len(gold))
	for i, g := range gold {
		out[i] = g
		out[i].Start, out[i].End = w.from[g.Start], w.till[g.End]
	}
	return out
}

// eachRune writes f's text for every rune of the source; f gets its place, so
// that it can look at its neighbours.
func (w *rewrite) eachRune(f func(i, n int, r rune) string) {
	for i, r := range w.src {
		n := len(string(r))
		if r == 0xFFFD && !hasPrefixAt(w.src, i, "\uFFFD") {
			n = 1
		}
		w.put(n, f(i, n, r))
	}
}

func hasPrefixAt(s string, i int, p string) bool {
	return len(s)-i >= len(p) && s[i:i+len(p)] == p
}
