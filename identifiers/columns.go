package identifiers

import "github.com/phidetect/phidetect/lexicon"

// maxColumns bounds the columns of a table.
const maxColumns = 24

// A table is read by its header line: "pat_id,last,first,dob,ssn",
// "ipp;nom;prenom;ddn" or "Subj ID | Initials | Hosp MRN". A column gives the type of the cells below.
type column struct {
	typ Type
	at  int32 // where it begins, in bytes from the line's start; for aligned tables
}

// A table is the header that the rows to come are read by.
type table struct {
	sep  byte
	cols [maxColumns]column
	n    int // columns; 0 where no table is open
}

// columns finds tables in CSV, by commas or semicolons, pipe-separated or aligned form and types their
// cells by the header. A table that is open at the end of a part of a long text
// goes on in the next.
func (t *Text) columns(dst []Span) []Span {
	i := 0
	if t.before.n > 0 {
		i = t.rows(&dst, 0, &t.before)
	} else if !t.Triggers.Cues.HasAny(lexicon.CueMRN, lexicon.CueBorn, lexicon.CuePlan, lexicon.CueUnique, lexicon.CuePhone, lexicon.CueSSN, lexicon.CuePerson, lexicon.CueNPI, lexicon.CueAccount, lexicon.CueLicense, lexicon.CueTracking, lexicon.CueAgainst) {
		return dst
	}
	for i < len(t.Tokens) {
		end := t.lineEnd(i)
		if sep, cols, n := t.header(i, end); n >= 3 {
			t.open = table{sep, cols, n}
			i = t.rows(&dst, end, &t.open)
			continue
		}
		i = end
	}
	return dst
}

// rows types the cells of the lines from token i on, as long as they look like
// rows of the table, and gives the token behind them. The table stays open if
// it reaches the end.
func (t *Text) rows(dst *[]Span, i int, h *table) int {
	for i < len(t.Tokens) {
		end := t.lineEnd(i)
		if cells := t.cells(i, end, h.sep); cells < h.n/2 || cells < 2 {
			t.open.n = 0
			return i
		}
		t.row(dst, i, end, h.sep, h.cols[:h.n])
		i = end
	}
	t.open = *h
	return i
}

// lineEnd gives the first token of the next line.
func (t *Text) lineEnd(i int) int {
	for i++; i < len(t.Tokens) && t.Tokens[i].Gap != lexicon.GapLine; i++ {
	}
	return i
}

// header reads a header line. Its cells are short, hold no digits, and two at
// least are labels.
func (t *Text) header(first, end int) (sep byte, cols [maxColumns]column, n int) {
	commas, semicolons, pipes, wides := 0, 0, 0, 0
	for i := first; i < end; i++ {
		switch {
		case t.is(i, ','):
			commas++
		case t.is(i, ';'):
			semicolons++
		case t.is(i, '|'):
			pipes++
		case i > first && t.Tokens[i].Gap == lexicon.GapWide:
			wides++
		}
		if hasDigit(&t.Tokens[i]) && i-first < 60 && t.Tokens[i].Class == lexicon.Number {
			return 0, cols, 0
		}
		if i-first > 120 {
			return 0, cols, 0
		}
	}
	switch {
	case pipes >= 2:
		sep = '|'
	case semicolons >= 2:
		sep = ';'
	case commas >= 2:
		sep = ','
	case wides >= 2:
		sep = ' '
	default:
		return 0, cols, 0
	}
	labels, goods := 0, 0
	a := first
	for i := first; i <= end; i++ {
		cut := i == end || sep != ' ' && t.is(i, sep) || sep == ' ' && i > a && t.Tokens[i].Gap == lexicon.GapWide
		if !cut {
			continue
		}
		if n == maxColumns || i-a > 8 {
			return 0, cols, 0
		}
		if i > a || sep != ' ' {
			c := column{typ: NoType}
			if i > a {
				c.typ = t.columnType(a, i)
				c.at = t.Tokens[a].Start - t.Tokens[first].Start
			}
			switch c.typ {
			case NoType:
			case plain:
				goods++
			default:
				labels++
			}
			cols[n] = c
			n++
		}
		a = i
		if sep != ' ' {
			a = i + 1
		}
	}
	if labels < 2 && goods < 2 {
		return 0, cols, 0
	}
	return sep, cols, n
}

// columnType gives the type that a header cell announces.
func (t *Text) columnType(a, b int) Type {
	for i := a; i < b; i++ {
		e, _, _ := t.EntryAt(i)
		if t.Tokens[i].Class == lexicon.Punct || e.Weight() == lexicon.Strong && e.Cue() == lexicon.NoCue {
			continue
		}
		cue := e.Cue()
		if wordIs(t, i, "initials") || wordIs(t, i, "prescriber") || wordIs(t, i, "provider") {
			return Name
		}
		switch cue {
		case lexicon.CueMRN:
			return MedicalRecordNumber
		case lexicon.CueBorn:
			return DateOfBirth
		case lexicon.CuePlan:
			return HealthPlanNumber
		case lexicon.CueUnique:
			return UniqueID
		case lexicon.CuePhone:
			return Phone
		case lexicon.CueFax:
			return Fax
		case lexicon.CueSSN:
			return SSN
		case lexicon.CueNPI, lexicon.CueLicense:
			return LicenseNumber
		case lexicon.CueAccount:
			return AccountNumber
		case lexicon.CueZip:
			return PostalCode
		case lexicon.CueEmail:
			return Email
		case lexicon.CueCity:
			return City
		case lexicon.CueDevice:
			return DeviceID
		case lexicon.CueHandle:
			return Handle
		case lexicon.CueDate:
			return Date
		case lexicon.CueAgainst, lexicon.CueTracking, lexicon.CueMoney:
			return plain // goods, amounts
		}
		if h := t.Tokens[i].Hash; h == hashDescr || h == hashDescription || h == hashQty {
			return plain
		}
		if cue == lexicon.CuePerson || cue == lexicon.CueIntro || cue == lexicon.CueOrdinal {
			if i+1 < b && t.CueAt(i+1) == lexicon.CueNumber {
				return MedicalRecordNumber
			}
			if i+1 == b && (wordIs(t, i, "last") || wordIs(t, i, "first")) || wordIs(t, i, "name") || cue == lexicon.CueIntro || b-a <= 2 && (wordIs(t, i, "patient") || wordIs(t, i, "client") || wordIs(t, i, "surname") || wordIs(t, i, "nom") || wordIs(t, i, "prenom") || wordIs(t, i, "nombre") || wordIs(t, i, "apellidos") || wordIs(t, i, "apellido") || wordIs(t, i, "given") || wordIs(t, i, "family")) {
				return Name
			}
		}
	}
	return NoType
}

// cells counts the cells of a line.
func (t *Text) cells(first, end int, sep byte) int {
	n := 1
	for i := first + 1; i < end; i++ {
		if i = t.quoted(i, end, sep); i >= end {
			break
		}
		if sep != ' ' && t.is(i, sep) || sep == ' ' && t.Tokens[i].Gap == lexicon.GapWide {
			n++
		}
	}
	return n
}

// quotedTokens bounds a cell in quotes.
const quotedTokens = 64

// quoted gives the token behind a cell in double quotes that begins at token i,
// in which commas part nothing, or else i.
func (t *Text) quoted(i, end int, sep byte) int {
	if sep != ',' || !t.is(i, '"') || i > 0 && t.Tokens[i].Gap != lexicon.GapLine && !t.is(i-1, ',') {
		return i
	}
	for j := i + 1; j < end && j <= i+quotedTokens; j++ {
		if t.is(j, '"') && (j+1 == end || t.is(j+1, ',')) {
			return j + 1
		}
	}
	return i
}

// row reads a line below the header.
func (t *Text) row(dst *[]Span, first, end int, sep byte, cols []column) {
	cell := 0
	a := first
	for i := first; i <= end; i++ {
		if i < end && i == a {
			i = t.quoted(i, end, sep)
		}
		cut := i == end || sep != ' ' && t.is(i, sep) || sep == ' ' && i > a && t.Tokens[i].Gap == lexicon.GapWide
		if !cut {
			continue
		}
		at := cell
		if sep == ' ' && a < end { // aligned: the column that begins nearest
			at = nearest(cols, t.Tokens[a].Start-t.Tokens[first].Start)
		}
		if at < len(cols) && i > a {
			t.cell(dst, cols[at].typ, a, i-1)
		}
		cell++
		a = i
		if sep != ' ' {
			a = i + 1
		}
	}
}

func nearest(cols []column, at int32) int {
	best, d := 0, int32(1<<30)
	for i := range cols {
		v := cols[i].at - at
		if v < 0 {
			v = -v
		}
		if v < d {
			best, d = i, v
		}
	}
	return best
}
