package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"text/tabwriter"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/people"
)

// userCommand adds users of the staff page and takes them away.
func userCommand(ctx context.Context, args []string, w world) error {
	var role string
	return dispatchAction(ctx, "user", args, w, map[string]action{
		"add": {
			argument: "a name",
			flags:    func(f *flag.FlagSet) { f.StringVar(&role, "role", "", "") },
			do: func(ctx context.Context, f *file, name string, w world) error {
				r, err := people.ParseRole(role)
				if err != nil {
					return misuse{fmt.Errorf("user add: -role: %w", err)}
				}
				return showToken(w, name)(people.New(f.DB, f.trail).Add(ctx, actor, name, r, time.Now()))
			},
		},
		"renew": {
			argument: "a name",
			do: func(ctx context.Context, f *file, name string, w world) error {
				return showToken(w, name)(people.New(f.DB, f.trail).Renew(ctx, actor, name, time.Now()))
			},
		},
		"disable": {
			argument: "a name",
			do: func(ctx context.Context, f *file, name string, _ world) error {
				return ofUser(people.New(f.DB, f.trail).Disable(ctx, actor, name, time.Now()))
			},
		},
		"list": {do: listUsers},
	})
}

// showToken prints a token, which cannot be shown again.
func showToken(w world, name string) func(string, error) error {
	return func(token string, err error) error {
		if err != nil {
			return ofUser(err)
		}
		fmt.Fprintf(w.stderr, "The token of %s, to sign in with on the staff page. It is not kept: hand it over now.\n", name)
		_, err = fmt.Fprintln(w.stdout, token)
		return err
	}
}

// ofUser tells errors of whoever calls from others.
func ofUser(err error) error {
	if errors.Is(err, people.ErrName) || errors.Is(err, people.ErrTaken) || errors.Is(err, people.ErrUnknown) {
		return misuse{err}
	}
	return err
}

func listUsers(ctx context.Context, f *file, _ string, w world) error {
	all, err := people.New(f.DB, f.trail).List(ctx)
	if err != nil {
		return err
	}
	t := tabwriter.NewWriter(w.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "name\trole\tadded\t")
	for _, u := range all {
		state := ""
		if u.Disabled {
			state = "disabled"
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", u.Name, u.Role, u.Added.Format(time.DateOnly), state)
	}
	return t.Flush()
}
