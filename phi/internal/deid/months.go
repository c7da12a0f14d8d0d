package deid

import "strings"

// monthNames are the names of the months, by language and length. Accents are
// folded away before they are read.
var monthNames = [...][12]string{
	{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"},
	{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"},
	{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept", "oct", "nov", "dec"},
	{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
	{"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"},
}

var weekdayNames = [...][7]string{
	{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"},
	{"sun", "mon", "tue", "wed", "thu", "fri", "sat"},
	{"sun", "mon", "tues", "weds", "thur", "fri", "sat"},
	{"domingo", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado"},
	{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
}

// monthOf gives the number of a month's name and the row it stands in.
func monthOf(word string) (month, row int) {
	for row := range monthNames {
		for i, n := range monthNames[row] {
			if strings.EqualFold(n, word) {
				return i + 1, row
			}
		}
	}
	return 0, 0
}

// weekdayOf gives the row a weekday's name stands in.
func weekdayOf(word string) (row int, ok bool) {
	for row := range weekdayNames {
		for _, n := range weekdayNames[row] {
			if strings.EqualFold(n, word) {
				return row, true
			}
		}
	}
	return 0, false
}

// appendCased appends word in the case of like: upper, lower or title.
func appendCased(dst []byte, word, like string) []byte {
	switch {
	case len(like) > 1 && like == strings.ToUpper(like):
		return append(dst, strings.ToUpper(word)...)
	case like[0] >= 'A' && like[0] <= 'Z':
		return append(append(dst, strings.ToUpper(word[:1])...), word[1:]...)
	}
	return append(dst, word...)
}
