package deid

import "strings"

// A part is a piece of a written date that a shift has to write anew.
type part struct {
	start, end int
	kind       partKind
	row        int // row of the table of names, for names
}

type partKind uint8

const (
	year4 partKind = iota
	year2
	monthNumber
	monthName
	dayNumber
	ordinal // "st", "nd", "rd", "th"
	weekday
)

// A Date is a date as it is written. Month and Day are 0 where it has none.
type Date struct {
	Year, Month, Day int
	parts            [6]part
	n                int
}

// A Reader says how dates are read.
type Reader struct {
	// DayFirst reads 3/12 as the third of December.
	DayFirst bool
	// Year is the year of reference: two digits mean the last such year that is
	// not more than ten years after it, and a date without a year stands in it.
	Year int
}

func (d *Date) add(kind partKind, start, end, row int) bool {
	if d.n == len(d.parts) {
		return false
	}
	d.parts[d.n] = part{start, end, kind, row}
	d.n++
	return true
}

// field is a run of digits.
type field struct {
	start, end, value int
	quoted            bool // an apostrophe stands before it: '98
}

func (f field) len() int { return f.end - f.start }

// Read reads a written date. It is strict: ok is false where there is anything
// in s that it does not understand, so that nothing of a date is left as it was.
func (rd Reader) Read(s string) (d Date, ok bool) {
	var fields [3]field
	n, named := 0, 0 // named: fields before the month's name
	month := 0
scan:
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			j := i
			for j < len(s) && s[j] >= '0' && s[j] <= '9' {
				j++
			}
			if j < len(s) && s[j] == ':' || n == len(fields) {
				if n == len(fields) && (j >= len(s) || s[j] != ':') || n == 0 && month == 0 {
					return d, false
				}
				break scan // a time of day, which says nothing of the date
			}
			if j-i == 8 || j-i == 12 || j-i == 14 {
				if n > 0 || month > 0 {
					return d, false
				}
				return rd.compact(s, i, j)
			}
			if j-i > 4 || j-i == 3 {
				return d, false
			}
			fields[n] = field{i, j, number(s[i:j]), i > 0 && s[i-1] == '\''}
			n++
			i = j
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			j := i
			for j < len(s) && s[j]|0x20 >= 'a' && s[j]|0x20 <= 'z' {
				j++
			}
			w := strings.ToLower(s[i:j])
			if m, row := monthOf(w); m > 0 && month == 0 {
				month, named = m, n
				if !d.add(monthName, i, j, row) {
					return d, false
				}
			} else if row, isDay := weekdayOf(w); isDay {
				if !d.add(weekday, i, j, row) {
					return d, false
				}
			} else if (w == "st" || w == "nd" || w == "rd" || w == "th") && n > 0 && fields[n-1].end == i {
				if !d.add(ordinal, i, j, 0) {
					return d, false
				}
			} else if w == "t" && n == 3 {
				break scan // ISO 8601: a time follows
			} else if w != "of" && w != "the" && w != "de" && w != "del" && w != "on" && w != "el" && w != "le" {
				return d, false
			}
			i = j
		case strings.IndexByte(" \t\n/.-,'’", c) >= 0:
			i++
		default:
			return d, false
		}
	}
	if month > 0 {
		return rd.named(d, fields[:n], month, named)
	}
	return rd.numeric(d, fields[:n], s)
}

// named places the numbers around a month's name.
func (rd Reader) named(d Date, f []field, month, before int) (Date, bool) {
	d.Month = month
	for i, x := range f {
		switch {
		case x.len() == 4 && d.Year == 0 && plausible(x.value):
			d.Year = x.value
			d.add(year4, x.start, x.end, 0)
		case x.len() <= 2 && d.Day == 0 && !x.quoted && x.value >= 1 && x.value <= 31 && (i == before || i == before-1):
			d.Day = x.value
			d.add(dayNumber, x.start, x.end, 0)
		case x.len() == 2 && d.Year == 0:
			d.Year = rd.century(x.value)
			d.add(year2, x.start, x.end, 0)
		default:
			return d, false
		}
	}
	return d, d.valid()
}

// numeric places two or three numbers by their size and the reader's order.
func (rd Reader) numeric(d Date, f []field, s string) (Date, bool) {
	kinds := [3]partKind{monthNumber, dayNumber, year4}
	if rd.DayFirst {
		kinds[0], kinds[1] = dayNumber, monthNumber
	}
	switch {
	case len(f) == 3 && f[0].len() == 4:
		kinds = [3]partKind{year4, monthNumber, dayNumber}
	case len(f) == 3, len(f) == 2 && f[0].len() <= 2 && f[1].len() <= 2:
		if f[0].value > 12 {
			kinds[0], kinds[1] = dayNumber, monthNumber
		} else if f[1].value > 12 {
			kinds[0], kinds[1] = monthNumber, dayNumber
		}
		if len(f) == 3 && f[2].len() == 2 {
			kinds[2] = year2
		}
	case len(f) == 2 && f[0].len() == 4:
		kinds = [3]partKind{year4, monthNumber}
	case len(f) == 2 && f[1].len() == 4:
		kinds = [3]partKind{monthNumber, year4}
	case len(f) == 1 && f[0].len() == 4 && strings.TrimSpace(s) == s[f[0].start:f[0].end]:
		kinds = [3]partKind{year4}
	default:
		return d, false
	}
	for i, x := range f {
		switch kinds[i] {
		case year4:
			if x.len() != 4 || !plausible(x.value) {
				return d, false
			}
			d.Year = x.value
		case year2:
			d.Year = rd.century(x.value)
		case monthNumber:
			d.Month = x.value
		case dayNumber:
			d.Day = x.value
		}
		if (kinds[i] == monthNumber || kinds[i] == dayNumber) && x.len() > 2 || !d.add(kinds[i], x.start, x.end, 0) {
			return d, false
		}
	}
	return d, (d.Month > 0 || len(f) == 1) && d.valid()
}

// compact reads yyyymmdd, with or without a time behind, and mmddyyyy.
func (rd Reader) compact(s string, i, j int) (d Date, ok bool) {
	if strings.Trim(s[j:], "0123456789+-.:Zz ") != "" {
		return d, false
	}
	y, m, dd := i, i+4, i+6
	if !plausible(number(s[i:i+4])) || number(s[i+4:i+6]) > 12 {
		if j-i != 8 {
			return d, false
		}
		y, m, dd = i+4, i, i+2
		if rd.DayFirst || number(s[m:m+2]) > 12 {
			m, dd = dd, m
		}
	}
	d.Year, d.Month, d.Day = number(s[y:y+4]), number(s[m:m+2]), number(s[dd:dd+2])
	d.add(year4, y, y+4, 0)
	d.add(monthNumber, m, m+2, 0)
	d.add(dayNumber, dd, dd+2, 0)
	return d, d.Day > 0 && d.Month > 0 && plausible(d.Year) && d.valid()
}

func (d *Date) valid() bool { return d.Month >= 0 && d.Month <= 12 && d.Day >= 0 && d.Day <= 31 }

func (rd Reader) century(yy int) int {
	y := rd.Year - rd.Year%100 + yy
	if y > rd.Year+10 {
		y -= 100
	}
	return y
}

func plausible(year int) bool { return year >= 1850 && year < 2150 }

func number(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// TellsDay reports that a piece of a date names a day or a month: it has a
// number that is no time of day, or the name of a month.
func TellsDay(s string) bool {
	for i := 0; i < len(s); {
		j := i
		switch c := s[i]; {
		case isDigit(c):
			for j < len(s) && isDigit(s[j]) {
				j++
			}
			if j < len(s) && (s[j] == ':' || s[j] == '.') && j+1 < len(s) && isDigit(s[j+1]) { // 10:30
				for j++; j < len(s) && (isDigit(s[j]) || s[j] == ':'); j++ {
				}
				i = j
				continue
			}
			if !timeUnit(s[j:]) {
				return true
			}
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			for j < len(s) && s[j]|0x20 >= 'a' && s[j]|0x20 <= 'z' {
				j++
			}
			if m, _ := monthOf(s[i:j]); m > 0 {
				return true
			}
		default:
			j++
		}
		i = j
	}
	return false
}

// timeUnit reports that s begins as what stands behind a time of day does.
func timeUnit(s string) bool {
	s = strings.ToLower(strings.TrimLeft(s, " "))
	for _, u := range [...]string{"am", "pm", "a.m", "p.m", "h", "o'clock", "oclock", "a ", "p ", "days", "day", "week", "month", "year"} {
		if strings.HasPrefix(s, u) {
			return true
		}
	}
	return s == "a" || s == "p"
}
