package identifiers

import "github.com/phidetect/phidetect/lexicon"

// maxColumns bounds the columns of a table.
const maxColumns = 24

// A table is read by its header line: "pat_id,last,first,dob,ssn" or
// "Subj ID | Initials | Hosp MRN". Its columns give the type of the cells below.
type column struct {
	typ Type
	at  int32 // where it begins, in bytes from the line's start; for aligned tables
}

// columns finds tables in CSV, pipe-separated or aligned form and types their
// cells by the header.
func (t *Text) columns(dst []Span) []Span {
	if !t.Triggers.Cues.HasAny(lexicon.CueMRN, lexicon.CueBorn, lexicon.CuePlan, lexicon.CueUnique, lexicon.CuePhone, lexicon.CueSSN, lexicon.CuePerson, lexicon.CueNPI, lexicon.CueAccount, lexicon.CueLicense) {
		return dst
	}
	for i := 0; i < len(t.Tokens); {
		end := t.lineEnd(i)
		if sep, cols, n := t.header(i, end); n >= 3 {
			next := end
			for rows := 0; next < len(t.Tokens); rows++ {
				rowEnd := t.lineEnd(next)
				cells := t.row(&dst, next, rowEnd, sep, cols[:n])
				if cells < n/2 || cells == 0 {
					break
				}
				next = rowEnd
			}
			i = max(next, end)
			continue
		}
		i = end
	}
	return dst
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
	commas, pipes, wides := 0, 0, 0
	for i := first; i < end; i++ {
		switch {
		case t.is(i, ','):
			commas++
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
	case commas >= 2:
		sep = ','
	case wides >= 2:
		sep = ' '
	default:
		return 0, cols, 0
	}
	labels := 0
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
			if c.typ != NoType {
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
	if labels < 2 {
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
		}
		if cue == lexicon.CuePerson || cue == lexicon.CueIntro || cue == lexicon.CueOrdinal {
			if i+1 < b && t.CueAt(i+1) == lexicon.CueNumber {
				return MedicalRecordNumber
			}
			if i+1 == b && (wordIs(t, i, "last") || wordIs(t, i, "first")) || wordIs(t, i, "name") || cue == lexicon.CueIntro || b-a <= 2 && (wordIs(t, i, "patient") || wordIs(t, i, "client") || wordIs(t, i, "surname") || wordIs(t, i, "given") || wordIs(t, i, "family")) {
				return Name
			}
		}
	}
	return NoType
}

// row reads a line below the header and gives how many cells it has.
func (t *Text) row(dst *[]Span, first, end int, sep byte, cols []column) int {
	cell := 0
	a := first
	for i := first; i <= end; i++ {
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
	return cell
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

// cell appends what stands in tokens a to b as the column's type, if it has
// that type's form.
func (t *Text) cell(dst *[]Span, typ Type, a, b int) {
	if typ == NoType || b-a > 12 || !t.free(a, b) {
		return
	}
	digits, words := 0, 0
	for i := a; i <= b; i++ {
		switch {
		case t.is(i, '$') || t.is(i, '%'):
			return
		case hasDigit(&t.Tokens[i]):
			digits++
		case t.Tokens[i].Class == lexicon.Word:
			words++
		}
	}
	switch typ {
	case Name:
		if digits > 0 || words == 0 || words > 4 {
			return
		}
	case City:
		if digits > 0 || words == 0 {
			return
		}
	case Email, Date:
		return // their own matchers find them
	default:
		if digits == 0 || words > 2 {
			return
		}
	}
	t.claim(a, b)
	*dst = append(*dst, Span{Start: int(t.Tokens[a].Start), End: int(t.Tokens[b].End), Type: typ, Score: 0.85, Why: Why{Matcher: "table"}})
}
