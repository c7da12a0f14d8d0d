package checksum

const daysInMonth = "\x1f\x1d\x1f\x1e\x1f\x1e\x1f\x1f\x1e\x1f\x1e\x1f"

// validMonthDay reports whether day can fall in month in some year, so 29
// February passes.
func validMonthDay(month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= int(daysInMonth[month-1])
}

// validShortDate reports whether the date exists in some century. Of the years
// that end in yy, at least one is a leap year exactly when yy divides by four
// (2000 stands for 00).
func validShortDate(yy, month, day int) bool {
	if month == 2 && day == 29 {
		return yy%4 == 0
	}
	return validMonthDay(month, day)
}

// validDate reports whether the date exists in the Gregorian calendar.
func validDate(year, month, day int) bool {
	if month == 2 && day == 29 {
		return year%4 == 0 && (year%100 != 0 || year%400 == 0)
	}
	return validMonthDay(month, day)
}
