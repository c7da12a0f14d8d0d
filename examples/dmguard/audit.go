package main

import (
	"context"
	"errors"
	"flag"
	"fmt"

	"github.com/phidetect/phidetect/phi/audit"
)

// auditCommand verifies and exports the audit trail.
func auditCommand(ctx context.Context, args []string, w world) error {
	var anchor audit.Head
	return dispatchAction(ctx, "audit", args, w, map[string]action{
		"verify": {
			flags: func(f *flag.FlagSet) { f.TextVar(&anchor, "anchor", audit.Head{}, "") },
			do: func(ctx context.Context, f *file, _ string, w world) error {
				return verifyTrail(ctx, f, anchor, w)
			},
		},
	})
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
