package phislog_test

import (
	"errors"
	"log/slog"
	"os"

	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/phislog"
)

// quiet leaves out the time, so that the output is the same each time.
var quiet = &slog.HandlerOptions{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
	if len(groups) == 0 && a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}}

func Example() {
	logger := slog.New(phislog.NewHandler(slog.NewTextHandler(os.Stdout, quiet), nil))
	logger.Info("hi its dana whitfield", "mrn", "00731944", "status", 200,
		"err", errors.New("sms to 202-555-0147 failed"), "trace_id", "4bf92f3577b34da6a3ce929d0e0e4736")
	// Output: level=INFO msg="hi its [NAME]" mrn=[MEDICAL_RECORD_NUMBER] status=200 err="sms to [PHONE] failed" trace_id=4bf92f3577b34da6a3ce929d0e0e4736
}

type booking struct {
	Patient string `json:"patient_name"`
	Phone   int64  `json:"phone"`
	Room    int    `json:"room"`
}

func ExampleNewHandler_structs() {
	logger := slog.New(phislog.NewHandler(slog.NewJSONHandler(os.Stdout, quiet), nil))
	logger.Info("booked", "booking", booking{"Dana Whitfield", 2025550147, 4})
	// Output: {"level":"INFO","msg":"booked","booking":{"patient_name":"[NAME]","phone":"[PHONE]","room":4}}
}

// The same person has the same hash in every line, and nobody's name is in any.
func ExampleOptions_hash() {
	r, err := phi.NewRedactor(nil, phi.RedactPolicy{
		Default: phi.Treatment{Operator: phi.OpHash},
		Key:     phi.Key("from your secret store, not here"),
	})
	if err != nil {
		panic(err)
	}
	logger := slog.New(phislog.NewHandler(slog.NewTextHandler(os.Stdout, quiet), &phislog.Options{Redactor: r}))
	logger.Info("called", "patient_name", "Dana Whitfield")
	logger.Info("called back", "patient_name", "dana whitfield")
	// Output:
	// level=INFO msg=called patient_name=[NAME:qwkvgddwdthgrrct]
	// level=INFO msg="called back" patient_name=[NAME:qwkvgddwdthgrrct]
}

// Only lines that say something of a person's health are redacted.
func ExampleOptions_onlyPHI() {
	logger := slog.New(phislog.NewHandler(slog.NewTextHandler(os.Stdout, quiet), &phislog.Options{OnlyPHI: true}))
	logger.Info("signed in", "user", "Dana Whitfield")
	logger.Info("hi its dana whitfield, can i move my diabetes check to friday")
	// Output:
	// level=INFO msg="signed in" user="Dana Whitfield"
	// level=INFO msg="hi its [NAME], can i move my diabetes check to friday"
}

func ExampleReplaceAttr() {
	o := &slog.HandlerOptions{ReplaceAttr: phislog.ReplaceAttr(nil)}
	logger := slog.New(slog.NewTextHandler(os.Stdout, o))
	_ = logger // its lines have their time, which an example cannot show

	logger = slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
		return phislog.ReplaceAttr(nil)(groups, quiet.ReplaceAttr(groups, a))
	}}))
	logger.Info("hi its dana whitfield", "dob", "03/12/1985")
	// Output: level=INFO msg="hi its [NAME]" dob=[DATE_OF_BIRTH]
}
