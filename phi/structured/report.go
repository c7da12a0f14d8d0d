package structured

import (
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
	"github.com/phidetect/phidetect/phi"
)

// A Source says how a finding was made.
type Source uint8

const (
	// FromText: the value was read.
	FromText Source = iota
	// FromPlace: its key, element, field or column names its type.
	FromPlace
	// FromRecord: another value of the record has given it.
	FromRecord
	// FromKey: a key itself holds it.
	FromKey
	// FromEncoding: it cannot be read: an encoded picture or document.
	FromEncoding
)

var sourceNames = [...]string{"text", "place", "record", "key", "encoding"}

// String gives the name used in JSON.
func (s Source) String() string {
	if int(s) < len(sourceNames) {
		return sourceNames[s]
	}
	return ""
}

// MarshalText gives the name.
func (s Source) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// A Finding is an identifier, or evidence of health, in a value. It holds no
// text of values.
type Finding struct {
	// Path is where: a JSON Pointer; "PID[1]-5[1].2" in HL7, with the counts of
	// the segment and repetition and the component; "/row/column" in tables, both
	// from 0, the header being row 0 if there is one.
	Path string
	// Record counts from 1: the line, message or row; 1 in one document.
	Record int
	// Start and End are the bytes of the input in which the whole value stands,
	// half-open, without quotes.
	Start int64
	End   int64
	// Type is the identifier's, NoType for evidence of health and for what
	// cannot be read.
	Type identifiers.Type
	// Category is that of evidence.
	Category lexicon.Category
	Role     identifiers.Role
	Score    float32
	Source   Source
}

// An Object is a place whose values together are PHI.
type Object struct {
	Path   string
	Record int
}

// A Report sums up what was found. It holds no text of values.
type Report struct {
	// Verdict is the highest of all records'.
	Verdict phi.Verdict
	// Records counts them, Verdicts by their verdict.
	Records  int
	Verdicts [4]int
	// Counts counts the findings by type; evidence of health is at NoType.
	Counts [identifiers.TypeCount]int
	// Replaced counts what was redacted.
	Replaced int
	// Duplicates counts names that stood twice in one JSON object.
	Duplicates int
	// Ragged counts rows that were shorter or longer than the first.
	Ragged int
	// Findings are all, record by record, Objects the smallest objects, rows or messages
	// that are PHI.
	Findings []Finding
	Objects  []Object
	// Columns are those of a table.
	Columns []Column
}

// facts are what a group of values says together.
type facts uint8

const (
	factPerson facts = 1 << iota // identifies somebody who does not give care
	factNamed                    // identifies somebody
	factDate
	factHealth  // somebody's health
	factGeneral // health, perhaps nobody's
	factPHI     // one text that is PHI by itself
)

// verdict is what facts amount to; see the verdict of package phi.
func (f facts) verdict() phi.Verdict {
	switch {
	case f&factPHI != 0, f&factPerson != 0 && f&factHealth != 0, f&factDate != 0 && f&factHealth != 0 && f&factNamed == 0:
		return phi.PHI
	case f&(factPerson|factNamed) != 0:
		return phi.Identifier
	case f&(factHealth|factGeneral) != 0:
		return phi.HealthOnly
	}
	return phi.None
}

// factsOf reads the facts of an identifier known by its place.
func factsOf(t identifiers.Type, role identifiers.Role, over89 bool) facts {
	switch t {
	case identifiers.NoType, identifiers.City, identifiers.Facility:
		return 0
	case identifiers.Age:
		if !over89 {
			return 0
		}
	case identifiers.Date:
		return factDate
	}
	if role == identifiers.RoleProvider || role == identifiers.RoleStaff {
		return factNamed
	}
	return factNamed | factPerson
}

// factsOfText reads the facts of a text from its Result.
func factsOfText(r *phi.Result) (f facts) {
	if r.Reasons&phi.ReasonPerson != 0 {
		f |= factPerson | factNamed
	}
	if r.Reasons&phi.ReasonProvider != 0 {
		f |= factNamed
	}
	for i := range r.Spans {
		if r.Spans[i].Type == identifiers.Date && !r.Spans[i].Vague {
			f |= factDate
		}
	}
	if r.Reasons&phi.ReasonHealth != 0 {
		f |= factGeneral
		if r.Health.Personal {
			f |= factHealth
		}
	}
	if r.Verdict == phi.PHI {
		f |= factPHI
	}
	return f
}
