package phi

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// Confirms is a set of what a clinic's reply confirms of the person it answers
// or names. That somebody is a patient is protected health information by
// itself (45 CFR 160.103); a clinic may not tell it in public even where the
// patient has told it before.
type Confirms uint8

const (
	// ConfirmsVisit: there was or will be a visit, an appointment, a stay.
	ConfirmsVisit Confirms = 1 << iota
	// ConfirmsPatient: the person is or was a patient.
	ConfirmsPatient
	// ConfirmsRecord: there is a chart, a result, a prescription, a bill.
	ConfirmsRecord
	// ConfirmsCare: the person was treated, or how it went.
	ConfirmsCare

	anyConfirms = ConfirmsVisit | ConfirmsPatient | ConfirmsRecord | ConfirmsCare
)

var confirmsNames = [...]string{"visit", "patient", "record", "care"}

// Names lists what is confirmed.
func (c Confirms) Names() []string { return namesOf(uint16(c), confirmsNames[:]) }

// A Confirmation is what a reply confirms, and where the first of it stands:
// bytes [Start, End) of the reply. It holds no text.
type Confirmation struct {
	Confirms   Confirms
	Start, End int
}

// Confirmation reads text as a reply of the clinic's staff and tells what it
// confirms of the person it answers: "thanks for coming in last week", "we can't
// discuss your visit here", "you're all set for tomorrow". What speaks to
// anybody confirms nothing: conditions ("if you have an appointment"),
// invitations ("book your check-up"), rules of the house, thanks for feedback.
// English is covered best, Spanish and French in their commoner forms. r is the
// Result of the same text. What confirms only as the answer to what was asked ("yes", "👍", "2pm works")
// is not found.
//
// It takes time linear in the text, does not allocate once its buffers have
// grown, and is safe for concurrent use.
func (d *Detector) Confirmation(text string, r *Result) Confirmation {
	s := d.pool.Get().(*scratch)
	defer d.pool.Put(s)
	t := &s.text
	t.Read(d.lex, text)
	read := replyReader{t: t, r: r}
	for first := 0; first < len(t.Tokens); {
		first = read.sentence(first)
	}
	c := read.found
	switch {
	case c.Confirms != 0:
		c.Start, c.End = t.Map.Original(int(t.Tokens[read.first].Start), int(t.Tokens[read.last].End))
	case read.stated && r.Verdict == PHI && r.Reasons&ReasonTheirs != 0 && namesSomebody(r):
		// a name with that person's own care: whoever is named is a patient
		c = Confirmation{Confirms: ConfirmsCare, End: len(text)}
	}
	t.Text = "" // the scratch must not keep the caller's text alive
	return c
}

// maxSentence bounds the tokens that are read together; a longer sentence is
// read in parts.
const maxSentence = 96

// A replyReader reads a reply sentence by sentence.
type replyReader struct {
	t           *identifiers.Text
	r           *Result
	words       [maxSentence]replyWord // classes of the sentence's tokens
	at, n       int                    // its first token, its number of tokens
	question    bool
	found       Confirmation
	first, last int  // tokens of the first finding
	stated      bool // a sentence states something of care
}

// sentence reads the sentence that begins at token first and gives the first
// token of the next.
func (x *replyReader) sentence(first int) int {
	toks := x.t.Tokens
	x.at, x.n, x.question = first, 0, false
	next := first
	for next < len(toks) && x.n < maxSentence {
		k := &toks[next]
		if next > first && k.Gap == lexicon.GapLine {
			break
		}
		x.words[x.n] = x.classify(next)
		x.n++
		next++
		if x.ends(next - 1) {
			x.question = k.Is('?')
			break
		}
	}
	x.judge()
	return next
}

// ends reports whether token i closes a sentence. The points of "Dr." and of
// "11.15" do not.
func (x *replyReader) ends(i int) bool {
	toks := x.t.Tokens
	k := &toks[i]
	if k.Class != lexicon.Punct {
		return false
	}
	switch k.First {
	case '!', '?', ';':
		return true
	case '.':
		if i+1 < len(toks) && toks[i+1].Gap == lexicon.GapNone && toks[i+1].Class != lexicon.Punct {
			return false
		}
		c := lexicon.NoCue
		if i > 0 {
			c = toks[i-1].Entry.Cue()
		}
		return c != lexicon.CueDoctor && c != lexicon.CueTitle
	}
	return false
}

// add notes a finding on the sentence's words i to j.
func (x *replyReader) add(c Confirms, i, j int) {
	if x.found.Confirms == 0 {
		x.first, x.last = x.at+i, x.at+j
	}
	x.found.Confirms |= c
}

// namesSomebody reports a name that is no provider's.
func namesSomebody(r *Result) bool {
	for i := range r.Spans {
		if s := &r.Spans[i]; s.Type == identifiers.Name && !provides(s) {
			return true
		}
	}
	return false
}

// namesOf lists the names of the set bits.
func namesOf(set uint16, names []string) []string {
	var out []string
	for i, n := range names {
		if set&(1<<i) != 0 {
			out = append(out, n)
		}
	}
	return out
}
