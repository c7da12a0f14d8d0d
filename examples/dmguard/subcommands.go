package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
)

// actor is who acts from the command line, as the audit trail says.
const actor = "cli"

// file is an open database with its secret, as commands beside the service use
// it.
type file struct {
	*db.DB
	trail  *trail.Trail
	secret []byte
}

// openFile opens the database of a command. It must be there: a command that
// made one by a slip of the name would tell of nothing.
func openFile(path string, w world) (*file, error) {
	secret, err := trailSecret(w.env)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return nil, misuse{fmt.Errorf("-db: there is no %s; dmguard serve makes it", path)}
	}
	d, err := db.Open(path)
	if err != nil {
		return nil, err
	}
	t, err := trail.New(d, secret)
	if err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return &file{d, t, secret}, nil
}

// action is a subcommand: its flags, whether an argument follows them, and what
// it does.
type action struct {
	argument string // what the argument is, "" for none
	flags    func(*flag.FlagSet)
	do       func(ctx context.Context, f *file, argument string, w world) error
}

// dispatchAction runs the action that the first word names.
func dispatchAction(ctx context.Context, name string, args []string, w world, actions map[string]action) error {
	all := strings.Join(slices.Sorted(maps.Keys(actions)), ", ")
	if len(args) == 0 {
		return misuse{fmt.Errorf("%s: there are %s", name, all)}
	}
	if args[0] == "-h" || args[0] == "-help" || args[0] == "--help" {
		return flag.ErrHelp
	}
	a, ok := actions[args[0]]
	if !ok {
		return misuse{fmt.Errorf("%s: no such action; there are %s", name, all)}
	}
	name += " " + args[0]
	f := newFlags(name)
	path := f.String("db", dbFile, "")
	if a.flags != nil {
		a.flags(f)
	}
	if err := f.Parse(args[1:]); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return err
		}
		return misuse{fmt.Errorf("%s: %w", name, err)}
	}
	switch {
	case a.argument == "" && f.NArg() > 0:
		return misuse{fmt.Errorf("%s takes flags only", name)}
	case a.argument != "" && f.NArg() != 1:
		return misuse{fmt.Errorf("%s takes %s behind the flags", name, a.argument)}
	}
	d, err := openFile(*path, w)
	if err != nil {
		return err
	}
	return errors.Join(a.do(ctx, d, f.Arg(0), w), d.Close())
}

// day reads the date of a flag, in this machine's time zone.
func day(s, name string) (time.Time, error) {
	t, err := time.ParseInLocation(time.DateOnly, s, time.Local)
	if err != nil {
		return t, misuse{fmt.Errorf("%s is a date such as 2026-03-01", name)}
	}
	return t, nil
}
