// Package sheet reads the values of a record, a log line, a form or a JSON text
// together: each on a line of one text, behind the key that it has, so that a
// key tells what a number is, a name in one value is known in the next, and who
// stands in one meets the health of another. What was found is handed back by
// value.
package sheet
