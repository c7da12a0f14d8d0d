package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/report"
)

// reportCommand sums up a week as tables, or as a page.
func reportCommand(ctx context.Context, args []string, w world) error {
	f := newFlags("report")
	path, last, page := f.String("db", dbFile, ""), f.String("last", "", ""), f.String("html", "", "")
	if err := parse(f, args); err != nil {
		return err
	}
	end := time.Now()
	if *last != "" {
		var err error
		if end, err = day(*last, "report: -last"); err != nil {
			return err
		}
	}
	d, err := openFile(*path, w)
	if err != nil {
		return err
	}
	week, err := report.Make(ctx, d.DB, end)
	if err = errors.Join(err, d.Close()); err != nil {
		return err
	}
	if *page == "" {
		return week.Text(w.stdout)
	}
	out, err := os.Create(*page)
	if err != nil {
		return misuse{fmt.Errorf("report: -html: %w", err)}
	}
	return errors.Join(week.HTML(out), out.Close())
}
