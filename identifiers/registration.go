package identifiers

import "github.com/phidetect/phidetect/lexicon"

// Registers of professions are too many to list. Their numbers stand behind a
// provider's name, with the register's letters before them: "Dr Veena Hegde (KMC
// 61177)", "T. Beausoleil, RN, CNO 0721884", "Guadalupe Stern, LCPC 40817".

// registrationReach bounds how far before its register a provider may stand.
const registrationReach = 12

// rareWord bounds how common a word in lower case may be to pass for a code or
// a name.
const rareWord = 4

// lowRegister reports a register's letters in lower case: no word, and no
// label of something else.
func lowRegister(k *lexicon.Token) bool {
	if k.Case != lexicon.LowerCase || k.Len() > 4 || k.Entry.Rank() > rareWord || k.Entry.Weight() > 0 {
		return false
	}
	switch k.Entry.Cue() {
	case lexicon.NoCue, lexicon.CueLicense, lexicon.CueCredential:
		return true
	}
	return false
}

// registration judges a candidate as the number of a provider's registration.
func (t *Text) registration(c *candidate) float32 {
	if s := t.collegeNumber(c); s > 0 {
		return s
	}
	if c.n < 4 || c.n > 14 || c.digits < 4 || c.letters > 8 || c.ngroups > 3 || c.seps&(sepSlash|sepUnder|sepDot) != 0 {
		return 0
	}
	i := c.first - 1
	if c.letters >= 2 && c.digits >= 5 && c.ngroups <= 3 && (t.is(i, '(') || t.is(i, ',')) && !c.label.near && t.providerBefore(i) {
		return 0.72 // "Dr Fatima Essop (MP0557214)"
	}
	for n := 0; n < 3 && i > 0 && (t.is(i, ':') || t.is(i, '.') || t.is(i, '#') || t.is(i, '-') || t.Tokens[i].Entry.Cue() == lexicon.CueNumber); n++ {
		i--
	}
	if i < 1 || t.Tokens[i+1].Gap > lexicon.GapSpace {
		return 0
	}
	k := &t.Tokens[i]
	if k.Hash == hashProvider || k.Hash == hashProv { // Australian Medicare: six digits, place, check letter
		if c.n >= 6 && c.n <= 8 && c.letters > 0 {
			return 0.9
		}
		return 0
	}
	if k.Class != lexicon.Word || k.Len() < 2 || k.Len() > 6 || k.Case != lexicon.UpperCase && !lowRegister(k) || stateCode(k) {
		return 0
	}
	if k.Entry.Cue() == lexicon.CueCredential && c.n >= 5 && !clock(c) {
		return 0.66
	}
	if c.letters > 3 || c.n > 10 || k.Entry.Rank() > 7 || c.n < 4 || k.Entry.Cue() == lexicon.CueSSN || k.Entry.Cue() == lexicon.CueNational || k.Entry.Cue() == lexicon.CueBorn || k.Entry.Cue() == lexicon.CueMRN ||
		k.Entry.Cue() == lexicon.CuePhone || k.Entry.Cue() == lexicon.CueFax || k.Entry.Cue() == lexicon.CueDevice || k.Entry.Cue() == lexicon.CueRoom || k.Entry.Cue() == lexicon.CueTime {
		return 0
	}
	if t.providerBefore(i) {
		return 0.78
	}
	return 0
}

// providerBefore reports whether a provider's title, name or credential stands
// before token i on its line, with nothing but a name between.
func (t *Text) providerBefore(i int) bool {
	for j, n := i-1, 0; j >= 0 && n < registrationReach && t.Tokens[j+1].Gap != lexicon.GapLine; j, n = j-1, n+1 {
		k := &t.Tokens[j]
		switch {
		case k.Class == lexicon.Punct:
			if !(k.First == '(' || k.First == ',' || k.First == '.' || k.First == '-' || k.First == '/' || k.First == ':' || k.First == '\'') {
				return false
			}
		case k.Class != lexicon.Word:
			return false
		case k.Entry.Cue() == lexicon.CueDoctor || k.Entry.Cue() == lexicon.CueCredential && k.Case == lexicon.UpperCase:
			return true
		case k.Case == lexicon.LowerCase && k.Len() > 3 && (k.Entry.Rank() > rareWord || k.Entry.Weight() > 0):
			return false // a word, not a name in small letters
		}
	}
	return false
}

// clock reports four digits that may be a time of the day ("RN 0920").
func clock(c *candidate) bool {
	return c.n == 4 && c.letters == 0 && c.norm[0] <= '2'
}

// collegeNumber judges the number of a provider's professional college in the
// Spanish-speaking countries: "col. 46/46/74847", whose first two numbers are
// those of provinces, and "Céd. Prof. 8817402", two abbreviations whose dots
// keep them from being one phrase.
func (t *Text) collegeNumber(c *candidate) float32 {
	if c.digits != c.n || c.n < 4 || c.n > 10 {
		return 0
	}
	i := c.first - 1
	for n := 0; n < 3 && i > 0 && t.Tokens[i+1].Gap <= lexicon.GapSpace && (t.is(i, ':') || t.is(i, '.') || t.Tokens[i].Entry.Cue() == lexicon.CueNumber); n++ {
		i--
	}
	if i < 0 || t.Tokens[i+1].Gap > lexicon.GapSpace {
		return 0
	}
	switch t.Tokens[i].Hash {
	case hashCol, hashColeg:
		if c.n >= 8 && (c.shape(2, 2, 5) || c.shape(2, 5) || c.shape(2, 7)) || t.providerBefore(i) {
			return 0.85
		}
	case hashProf:
		if t.is(i-1, '.') && i > 1 && (t.Tokens[i-2].Hash == hashCed || t.Tokens[i-2].Hash == hashMat) {
			return 0.9
		}
	}
	return 0
}
