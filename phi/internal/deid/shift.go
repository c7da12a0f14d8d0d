package deid

import (
	"slices"
	"time"
)

// AppendShifted appends the date s moved by days, in the form it is written in:
// order, separators, width, names, weekday and time of day stay as they are.
// ok is false, and dst as it was, where s is not understood.
func (rd Reader) AppendShifted(dst []byte, s string, days int) (_ []byte, ok bool) {
	d, ok := rd.Read(s)
	if !ok || d.Month == 0 && d.Year == 0 {
		return dst, false
	}
	year, month, day := d.Year, d.Month, d.Day
	if year == 0 {
		year = rd.Year
	}
	if month == 0 {
		month = 7 // the middle of a bare year
	}
	if day == 0 {
		day = 15
	}
	t := time.Date(year, time.Month(month), day, 12, 0, 0, 0, time.UTC)
	if t.Day() != day {
		return dst, false // 31 April
	}
	t = t.AddDate(0, 0, days)
	parts := d.parts[:d.n]
	slices.SortFunc(parts, func(a, b part) int { return a.start - b.start })
	at := 0
	for _, p := range parts {
		dst = append(dst, s[at:p.start]...)
		old := s[p.start:p.end]
		switch p.kind {
		case year4:
			dst = appendPadded(dst, t.Year(), 4)
		case year2:
			dst = appendPadded(dst, t.Year()%100, 2)
		case monthNumber:
			dst = appendPadded(dst, int(t.Month()), d.widthOf(old, s))
		case dayNumber:
			dst = appendPadded(dst, t.Day(), d.widthOf(old, s))
		case monthName:
			dst = appendCased(dst, monthNames[p.row][t.Month()-1], old)
		case ordinal:
			dst = appendCased(dst, suffix(t.Day()), old)
		case weekday:
			dst = appendCased(dst, weekdayNames[p.row][t.Weekday()], old)
		}
		at = p.end
	}
	return append(dst, s[at:]...), true
}

// widthOf is how wide a day or month is written: one digit is padded to two
// where the form shows that it pads, or shows nothing against it. Beside the
// name of a month only a "0" shows it.
func (d *Date) widthOf(old, s string) int {
	switch {
	case len(old) == 1:
		return 1
	case old[0] == '0':
		return 2
	}
	for _, p := range d.parts[:d.n] {
		if p.kind == monthName || (p.kind == dayNumber || p.kind == monthNumber) && p.end-p.start == 1 {
			return 1
		}
	}
	return 2
}

func appendPadded(dst []byte, n, width int) []byte {
	var b [4]byte
	i := len(b)
	for n > 0 || len(b)-i < width {
		i--
		b[i] = byte('0' + n%10)
		n /= 10
	}
	return append(dst, b[i:]...)
}

func suffix(day int) string {
	if day/10 != 1 {
		switch day % 10 {
		case 1:
			return "st"
		case 2:
			return "nd"
		case 3:
			return "rd"
		}
	}
	return "th"
}
