package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
	"github.com/phidetect/phidetect/phi/audit"
)

// auditCommand verifies and exports the audit trail.
func auditCommand(ctx context.Context, args []string, w world) error {
	var anchor audit.Head
	var format, from, to string
	return dispatchAction(ctx, "audit", args, w, map[string]action{
		"verify": {
			flags: func(f *flag.FlagSet) { f.TextVar(&anchor, "anchor", audit.Head{}, "") },
			do: func(ctx context.Context, f *file, _ string, w world) error {
				return verifyTrail(ctx, f, anchor, w)
			},
		},
		"export": {
			flags: func(f *flag.FlagSet) {
				f.StringVar(&format, "format", string(trail.Lines), "")
				f.StringVar(&from, "from", "", "")
				f.StringVar(&to, "to", "", "")
			},
			do: func(ctx context.Context, f *file, _ string, w world) error {
				return exportTrail(ctx, f, format, from, to, w)
			},
		},
	})
}

// exportTrail writes the lines of the days between two, both included.
func exportTrail(ctx context.Context, f *file, format, from, to string, w world) error {
	form, err := trail.ParseFormat(format)
	if err != nil {
		return misuse{fmt.Errorf("audit export: -format: %w", err)}
	}
	var first, last time.Time
	if from != "" {
		if first, err = day(from, "audit export: -from"); err != nil {
			return err
		}
	}
	if to != "" {
		if last, err = day(to, "audit export: -to"); err != nil {
			return err
		}
		last = last.AddDate(0, 0, 1).Add(-time.Millisecond)
	}
	n, err := f.trail.Export(ctx, w.stdout, form, first, last)
	if err == nil {
		fmt.Fprintf(w.stderr, "%d lines\n", n)
	}
	return err
}

// verifyTrail prints the head of the chain, or where it is broken.
func verifyTrail(ctx context.Context, f *file, anchor audit.Head, w world) error {
	head, err := f.trail.Verify(ctx, anchor)
	var broken *audit.VerifyError
	if errors.As(err, &broken) {
		return found{fmt.Errorf("the audit trail does not hold: %w", err)}
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(w.stderr, "The audit trail holds: %d lines. Keep this head elsewhere, and give it to -anchor next time:\n", head.Seq)
	_, err = fmt.Fprintln(w.stdout, head)
	return err
}
