package phi

import (
	"slices"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// What is left of an identifier betrays it: the surname three lines below the
// name, the initial before it, the end of a number cut in two, the user name
// made of the surname. A detector that names such things by themselves would be
// wrong too often; beside what was found they are safe to take.

// reach reads a text for what belongs to its findings.
type reach struct {
	scan    *lexicon.Scan
	covered []int32 // for each token 1 + the index of the finding it stands in
	names   map[uint64]int32
	// numbers leads from the chained hashes of a code's words to its finding,
	// and from the first of them to beginsCode or more.
	numbers map[uint64]int32
}

const (
	beginsCode = -1
	maxCode    = 8 // words of a code that is looked for elsewhere
)

// read ties tokens to findings. It takes time linear in the text.
func (c *reach) read(found []finding, s *lexicon.Scan) {
	c.scan = s
	c.covered = c.covered[:0]
	k := 0
	for i := range s.Tokens {
		start, end := s.Map.Original(int(s.Tokens[i].Start), int(s.Tokens[i].End))
		for k < len(found) && found[k].end <= start {
			k++
		}
		if k < len(found) && found[k].start < end {
			c.covered = append(c.covered, int32(k)+1)
		} else {
			c.covered = append(c.covered, 0)
		}
	}
}

// acts reports a finding of an identifier that does not stay.
func (f *finding) acts() bool {
	return f.typ != identifiers.NoType && f.treat != nil && f.treat.Operator != OpKeep
}

// coded reports the types that are codes: parts of them mean nothing else.
func coded(t identifiers.Type) bool {
	switch t {
	case identifiers.Phone, identifiers.Fax, identifiers.Email, identifiers.SSN, identifiers.NationalID, identifiers.MedicalRecordNumber,
		identifiers.HealthPlanNumber, identifiers.AccountNumber, identifiers.LicenseNumber, identifiers.VehicleID, identifiers.DeviceID, identifiers.Handle,
		identifiers.UniqueID:
		return true
	}
	return false
}

// append appends what belongs to the findings elsewhere in the text and, where
// the policy asks for it, codes that nothing explains.
func (c *reach) append(dst []finding, r *Redactor, found []finding) []finding {
	if !r.policy.Exact {
		c.index(found)
	} else {
		clear(c.names)
		clear(c.numbers)
	}
	codes := r.policy.Codes || !r.policy.Exact && slices.ContainsFunc(found, func(f finding) bool { return f.acts() })
	toks := c.scan.Tokens
	for i := 0; i < len(toks); i++ {
		if c.covered[i] != 0 || !spoken(&toks[i]) {
			continue
		}
		first := i
		k, last := c.elsewhere(i)
		var f finding
		switch {
		case k >= 0:
			g := &found[k]
			f = finding{typ: g.typ, role: g.role, score: g.score, over89: g.over89, treat: g.treat}
			if last < 0 {
				last, f.typ = i, identifiers.Handle
				f.treat = r.treatment(&f)
			} else if coded(f.typ) {
				first, last = c.joined(i, -1), c.joined(last, +1)
			}
		case codes:
			if last = c.code(i); last < 0 {
				continue
			}
			f = finding{typ: identifiers.UniqueID, score: codeScore}
			f.treat = r.treatment(&f)
		default:
			continue
		}
		f.start, _ = c.scan.Map.Original(int(toks[first].Start), int(toks[first].End))
		_, f.end = c.scan.Map.Original(int(toks[last].Start), int(toks[last].End))
		dst = append(dst, f)
		i = last
	}
	return dst
}

// index notes the words of names and the codes that may stand elsewhere.
func (c *reach) index(found []finding) {
	if c.names == nil {
		c.names, c.numbers = map[uint64]int32{}, map[uint64]int32{}
	}
	clear(c.names)
	clear(c.numbers)
	noted := int32(-1)
	for i := 0; i < len(c.covered); i++ {
		k := c.covered[i] - 1
		if k < 0 || !found[k].acts() {
			continue
		}
		switch t := &c.scan.Tokens[i]; {
		case found[k].typ == identifiers.Name:
			if _, ok := c.names[t.Hash]; !ok && distinct(t) {
				c.names[t.Hash] = k
			}
		case coded(found[k].typ) && spoken(t) && k != noted:
			noted = k
			c.note(i, k, found[k].typ)
		}
	}
}

// commonWord is the rank from which a word is too common to be taken for a name
// because it is one elsewhere; plainWord that from which it must be written as
// a name.
const (
	commonWord = 9
	plainWord  = 4
)

// distinct reports a word of a name that says little else.
func distinct(t *lexicon.Token) bool {
	e := t.Entry
	return t.Class == lexicon.Word && t.Len() >= 3 && e.Rank() < commonWord && e.Weight() == lexicon.NoWeight && e.Cue() == 0 && !e.HasAny(lexicon.Stop|lexicon.Street|lexicon.Facility|lexicon.State)
}

// elsewhere gives the finding whose name or code token i begins, and the last
// token of it; last is -1 where the token is a user name made of the name.
func (c *reach) elsewhere(i int) (finding int32, last int) {
	t := &c.scan.Tokens[i]
	if k, last := c.codeAt(i); k >= 0 {
		return k, last
	}
	if len(c.names) == 0 {
		return -1, 0
	}
	if k, ok := c.names[t.Hash]; ok && (t.Case != lexicon.LowerCase || t.Entry.Rank() < plainWord) && !c.term(t) {
		return k, i
	}
	return c.userName(t), -1
}

// term reports a word inside a phrase of another meaning: "Parkinson's disease".
func (c *reach) term(t *lexicon.Token) bool {
	if t.Phrase == 0 {
		return t.Entry.Has(lexicon.Eponym) && t.Suffix == lexicon.SuffixS
	}
	e := c.scan.Phrases[t.Phrase-1].Entry
	return e.Weight() > lexicon.NoWeight || e.HasAny(lexicon.Brand|lexicon.Eponym)
}

// userName reads a surname of five letters or more with one or two letters of
// the given name around it, digits behind: "jmarchetti", "whitfieldd", "drexler2".
func (c *reach) userName(t *lexicon.Token) int32 {
	w := c.scan.Text[t.Start:t.End]
	if t.Class != lexicon.Word && t.Class != lexicon.Mixed || len(w) < 6 || len(w) > 24 || t.Entry != 0 || t.Suffix != lexicon.NoSuffix {
		return -1
	}
	letters := len(w)
	for letters > 0 && w[letters-1] >= '0' && w[letters-1] <= '9' {
		letters--
	}
	parts := [...]string{w[1:letters], w[min(2, letters):letters], w[:max(0, letters-1)], w[:max(0, letters-2)], w[:letters]}
	for n, part := range parts {
		if len(part) < 5 || n == len(parts)-1 && letters == len(w) {
			continue
		}
		if k, ok := c.names[lexicon.HashWord(part)]; ok {
			return k
		}
	}
	return -1
}
