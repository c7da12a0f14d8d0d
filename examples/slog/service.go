package main

import (
	"errors"
	"fmt"
	"log/slog"
)

// booking is what a service logs without a thought.
type booking struct {
	Patient string `json:"patient_name"`
	Born    string `json:"dob"`
	Phone   int64  `json:"phone"`
	Reason  string `json:"reason"`
	Slot    int    `json:"slot"`
}

// service logs what a booking service would.
var service = []func(*slog.Logger){
	func(l *slog.Logger) {
		l.Info("request served", "method", "POST", "route", "/v1/bookings", "status", 201, "trace_id", "4bf92f3577b34da6a3ce929d0e0e4736")
	},
	func(l *slog.Logger) {
		l.Info("message received", "text", "hi its dana whitfield, can i move my diabetes check to friday? 202-555-0147")
	},
	func(l *slog.Logger) {
		l.Info("booked", "booking", booking{"Dana Whitfield", "1985-03-12", 2025550147, "diabetes check", 4})
	},
	func(l *slog.Logger) {
		l.With("mrn", "00731944").WithGroup("reply").Error("not delivered", "err",
			fmt.Errorf("sending: %w", errors.New("mailbox of dana@example.com is full")), "attempt", 3)
	},
}
