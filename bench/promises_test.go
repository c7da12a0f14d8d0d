package bench

import (
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/phidetect/phidetect/phi"
)

// promiseTexts are the messages of the corpus and the hostile inputs, short
// and longer than what is read at once, by name.
func promiseTexts(t *testing.T) (names, texts []string) {
	t.Helper()
	for _, m := range corpus(t) {
		names, texts = append(names, m.ID), append(texts, m.Text)
	}
	for _, h := range hostile(t) {
		for _, size := range []int{1, 300, 40 << 10} {
			if size > 300 && testing.Short() {
				continue
			}
			names, texts = append(names, h.Name), append(texts, h.Text(size))
		}
	}
	return names, texts
}

// TestResultsAreSound checks what holds of every result: spans in order,
// apart, in bounds, on rune boundaries, with a type and a score.
func TestResultsAreSound(t *testing.T) {
	names, texts := promiseTexts(t)
	d := phi.New(nil)
	var r phi.Result
	for i, text := range texts {
		d.DetectInto(&r, text)
		if wrong := unsound(text, &r); wrong != "" {
			t.Errorf("%s, %d bytes: %s", names[i], len(text), wrong)
		}
	}
}

// unsound tells what is wrong with a result, "" if nothing is.
func unsound(text string, r *phi.Result) string {
	bounds := runeBounds(text)
	at := 0
	for i := range r.Spans {
		s := &r.Spans[i]
		switch {
		case s.Start < at:
			return "spans out of order or not apart"
		case s.End <= s.Start || s.End > len(text):
			return "a span out of bounds"
		case !bounds[s.Start] || !bounds[s.End]:
			return "a span cuts a rune"
		case s.Type == 0 || s.Type.String() == "" || s.Type.Letter() < 'A' || s.Type.Letter() > 'R':
			return "a span without a type"
		case !(s.Score >= 0.5 && s.Score <= 1) || s.Why.Matcher == "":
			return "a span without a score or a reason"
		}
		at = s.End
	}
	at = 0
	for _, e := range r.Health.Evidence {
		if e.Start < at || e.End <= e.Start || e.End > len(text) || !bounds[e.Start] || !bounds[e.End] {
			return "evidence out of order, out of bounds or across a rune"
		}
		at = e.Start
	}
	if s := r.Health.Score; !(s >= 0 && s <= 1) {
		return "a health score that is none"
	}
	if (r.Verdict == phi.PHI || r.Verdict == phi.Identifier) && len(r.Spans) == 0 && r.Health.Signals&phi.SignalHint == 0 {
		return "somebody is identified by nothing"
	}
	return ""
}

// runeBounds tells for each offset whether a rune or a stray byte begins there,
// or the text ends.
func runeBounds(text string) []bool {
	out := make([]bool, len(text)+1)
	for i := 0; i < len(text); {
		out[i] = true
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	out[len(text)] = true
	return out
}

func TestUnsoundSeesWhatIsWrong(t *testing.T) {
	good := phi.Detect("Dana Whitfield and José Álvarez, 202-555-0147")
	require.Len(t, good.Spans, 3)
	require.Empty(t, unsound("Dana Whitfield and José Álvarez, 202-555-0147", &good))
	for name, spoil := range map[string]func(r *phi.Result){
		"order":  func(r *phi.Result) { r.Spans[0], r.Spans[1] = r.Spans[1], r.Spans[0] },
		"apart":  func(r *phi.Result) { r.Spans[0].End = r.Spans[1].Start + 1 },
		"bounds": func(r *phi.Result) { r.Spans[2].End += 1 },
		"rune":   func(r *phi.Result) { r.Spans[1].Start += 4 },
		"type":   func(r *phi.Result) { r.Spans[1].Type = 0 },
		"score":  func(r *phi.Result) { r.Spans[1].Score = 0.4 },
		"reason": func(r *phi.Result) { r.Spans = nil },
	} {
		r := phi.Detect("Dana Whitfield and José Álvarez, 202-555-0147")
		spoil(&r)
		require.NotEmpty(t, unsound("Dana Whitfield and José Álvarez, 202-555-0147", &r), name)
	}
}

// TestResultsAreTheSameAgain reads every text with a detector and a result that
// have read all others before it, in another order, from four goroutines at
// once, and compares with a detector that is new.
func TestResultsAreTheSameAgain(t *testing.T) {
	names, texts := promiseTexts(t)
	if raceEnabled || testing.Short() {
		names, texts = names[:600], texts[:600]
	}
	some := 0 // a tenth of them: a new detector has its buffers to make
	for i := range texts {
		if i%10 == 0 {
			names[some], texts[some] = names[i], texts[i]
			some++
		}
	}
	names, texts = names[:some], texts[:some]
	want := make([]string, len(texts))
	for i, text := range texts {
		r := phi.New(nil).Detect(text)
		want[i] = string(r.AppendJSON(nil, ""))
	}
	shared := phi.New(nil)
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			var r phi.Result
			var buf []byte
			for n := range texts {
				i := (n*7919 + g*len(texts)/4) % len(texts) // 7919 is prime
				shared.DetectInto(&r, texts[i])
				if buf = r.AppendJSON(buf[:0], ""); string(buf) != want[i] {
					t.Errorf("%s, %d bytes: another result", names[i], len(texts[i]))
					return
				}
			}
		})
	}
	wg.Wait()
}

// TestResultsDoNotDependOnTheTextBefore reads every text right behind one with
// labelled numbers of many lengths and an open table, whose shapes must not be
// looked for in the next.
func TestResultsDoNotDependOnTheTextBefore(t *testing.T) {
	names, texts := promiseTexts(t)
	const before = "Name | MRN | DOB\nQuill Oduya | 448-201 | 2/3/1961\nmy card is gone, niss 99020431806, acct 5550142, policy 4471882093, " +
		"ref 12345678, dossier 990204318, cell 0612345678, claim 55501\nid\tmrn\tphone\n1\t8841907\t415-555-0148\n"
	d := phi.New(nil)
	var dirt, r phi.Result
	for i, text := range texts {
		if len(text) > 4096 || raceEnabled && i%8 > 0 || strings.IndexFunc(text, unicode.IsLetter) < 0 {
			continue
		}
		d.DetectInto(&dirt, before)
		d.DetectInto(&r, text)
		again := phi.New(nil).Detect(text)
		if string(again.AppendJSON(nil, "")) != string(r.AppendJSON(nil, "")) {
			t.Errorf("%s, %d bytes: another result behind another text", names[i], len(text))
		}
	}
}

// mostFoundAgain is the share of the spans of a text after which a rest of an
// identifier may be seen once they are labels. It only goes down.
const mostFoundAgain = 0.003

// TestRedactedTextTellsLittleAgain puts a label in place of each span found
// and reads the text again: no label may be taken for an identifier, and what is
// left open of identifiers that it found in part is seldom found.
func TestRedactedTextTellsLittleAgain(t *testing.T) {
	messages := corpus(t)
	d := phi.New(nil)
	var first, again phi.Result
	spans, rests, labels := 0, 0, 0
	for i := range messages {
		m := &messages[i]
		d.DetectInto(&first, m.Text)
		w := newRewrite(m.Text)
		open := map[int]bool{} // bytes that no label covers, in the new text
		for _, s := range first.Spans {
			w.copy(s.Start)
			w.put(s.End-s.Start, "["+strings.ToUpper(s.Type.String())+"]")
		}
		w.copy(len(m.Text))
		for _, g := range m.Spans {
			if g.Optional || !touched(g, &first) {
				continue
			}
			for b := g.Start; b < g.End; b++ {
				if !touched(Gold{Start: b, End: b + 1}, &first) {
					open[w.from[b]] = true
				}
			}
		}
		d.DetectInto(&again, string(w.out))
		spans += len(first.Spans)
		for _, s := range first.Spans {
			if touched(Gold{Start: w.from[s.Start], End: w.till[s.End]}, &again) {
				labels++
			}
		}
		for _, s := range again.Spans {
			for b := s.Start; b < s.End; b++ {
				if open[b] && (w.out[b] >= '0' && w.out[b] <= '9' || w.out[b] >= 'A') {
					rests++
					break
				}
			}
		}
	}
	t.Logf("%d spans; %d labels and %d rests are found in the redacted text", spans, labels, rests)
	require.Greater(t, spans, 10000)
	require.LessOrEqual(t, float64(rests)/float64(spans), mostFoundAgain)
	require.Zero(t, labels)
}

func touched(g Gold, r *phi.Result) bool {
	for i := range r.Spans {
		if g.overlaps(r.Spans[i].Start, r.Spans[i].End) {
			return true
		}
	}
	return false
}
