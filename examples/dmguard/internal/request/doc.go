// Package request tells what kind of request a message is, so that staff know
// what waits in the secure channel without reading a word of it: a booking, a
// refill, results, a bill, something urgent, or something else.
//
// It is a count of cue words and of the categories of health evidence that
// package phi found: small, plain to read and wrong at times. Who relies on
// "urgent" alone will miss some: TestQuality prints how often it is right on
// labelled messages that the words were written with, and on others.
//
// Booking are the facts of a booking that identify nobody: to make, move, cancel
// or confirm one, on which weekdays, at which time of day.
package request
