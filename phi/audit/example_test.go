package audit_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/audit"
)

// keys come from a secret store in a program.
var chainKey, resourceKey = bytes.Repeat([]byte{1}, 32), bytes.Repeat([]byte{2}, 32)

func decide(text string) audit.Event {
	hasher, err := audit.NewHasher(resourceKey)
	if err != nil {
		panic(err)
	}
	r := phi.Detect(text)
	var policy phi.Policy
	e := audit.Of(policy.Decide(r.Facts(), phi.FromPatient))
	e.Count(&r)
	e.Actor, e.Outcome, e.Resource = "inbox-bot", "answered", hasher.Resource("message-1841")
	return e
}

func Example() {
	var file bytes.Buffer // an *os.File in a program
	w, err := audit.NewWriter(&file, &audit.Options{Key: chainKey})
	if err != nil {
		panic(err)
	}
	for _, text := range []string{"what are your opening hours?", "hi its dana whitfield, can i move my diabetes check to friday"} {
		if err := w.Record(context.Background(), decide(text)); err != nil {
			panic(err) // nothing was decided that is not on record
		}
	}
	anchor := w.Head() // to be kept elsewhere

	head, err := audit.Verify(bytes.NewReader(file.Bytes()), &audit.VerifyOptions{Key: chainKey, Anchor: anchor})
	fmt.Println(head.Seq, err)

	changed := strings.Replace(file.String(), `"action":"redirect"`, `"action":"allow"`, 1)
	_, err = audit.Verify(strings.NewReader(changed), &audit.VerifyOptions{Key: chainKey})
	fmt.Println(strings.Contains(err.Error(), "line changed: line 2"))
	// Output:
	// 2 <nil>
	// true
}

func ExampleTail() {
	dir, err := os.MkdirTemp("", "audit")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	name := filepath.Join(dir, "audit.jsonl")
	for range 2 { // the program starts twice
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
		if err != nil {
			panic(err)
		}
		head, err := audit.Tail(f, chainKey)
		if err != nil {
			panic(err) // a *VerifyError: its Offset is where an incomplete last line can be cut off
		}
		w, err := audit.NewWriter(f, &audit.Options{Key: chainKey, After: head, Sync: true})
		if err != nil {
			panic(err)
		}
		if err := w.Record(context.Background(), decide("do you treat migraines?")); err != nil {
			panic(err)
		}
		fmt.Println(w.Head().Seq)
		f.Close()
	}
	// Output:
	// 1
	// 2
}

func ExampleLogger() {
	l := audit.NewLogger(slog.NewTextHandler(os.Stdout, nil), slog.LevelInfo, &audit.Options{
		Now: func() time.Time { return time.Date(2026, 3, 14, 9, 26, 53, 0, time.UTC) }, Library: "v1.0.0",
	})
	e := audit.Event{Actor: "inbox-bot", Action: phi.Hold, Verdict: phi.PHI, Score: 0.93}
	if err := l.Record(context.Background(), e); err != nil {
		panic(err)
	}
	// Output: time=2026-03-14T09:26:53.000Z level=INFO msg="phi decision" actor=inbox-bot action=hold verdict=phi health_score=0.93 library=v1.0.0
}
