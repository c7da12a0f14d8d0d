package identifiers

import "github.com/phidetect/phidetect/lexicon"

// companies end the name of one that a person's name begins, in part only where a
// capital says so.
var (
	companies     = newWordSet("ltd inc llc llp plc gmbh corp corporation pty sarl")
	companyWords  = newWordSet("limited bros brothers enterprises industries holdings logistics plumbing electrical construction builders roofing motors solicitors realty catering")
	companyPlural = newWordSet("sons daughters associates partners bros company co")
)

// company reports a company that is called by a person's name: "Cantrell Ltd",
// "Mayer and Sons". Behind a title stands a person all the same.
func (t *Text) company(first, last int) bool {
	before := first - 1
	if t.is(before, '.') {
		before--
	}
	if before >= 0 && (t.CueAt(before) == lexicon.CueDoctor || t.CueAt(before) == lexicon.CueTitle) {
		return false
	}
	n := last + 1
	if t.companyWord(last) {
		return true // the tagger took it for a surname
	}
	if n >= len(t.Tokens) {
		return false
	}
	if t.is(n, ',') && t.beside(n+1) && companies.has(t.Tokens[n+1].Hash) {
		return true // "Cantrell, Inc."
	}
	if !t.beside(n) {
		return false
	}
	if k := &t.Tokens[n]; k.Is('&') || k.Hash == hashAnd {
		return t.beside(n+1) && companyPlural.has(t.Tokens[n+1].Hash) && (k.Is('&') || t.Tokens[n+1].Case != lexicon.LowerCase)
	}
	return t.companyWord(n)
}

func (t *Text) companyWord(i int) bool {
	k := &t.Tokens[i]
	return companies.has(k.Hash) || k.Case != lexicon.LowerCase && companyWords.has(k.Hash)
}
