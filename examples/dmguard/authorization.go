package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/register"
	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// authorizationCommand keeps the register of what patients allow to be
// published.
func authorizationCommand(ctx context.Context, args []string, w world) error {
	var a register.Authorization
	var places, types, signed, expires string
	var of int64
	var place string
	return dispatchAction(ctx, "authorization", args, w, map[string]action{
		"add": {
			flags: func(f *flag.FlagSet) {
				f.StringVar(&a.Form, "form", "", "")
				f.StringVar(&a.Purpose, "purpose", "", "")
				f.StringVar(&places, "places", "", "")
				f.StringVar(&types, "types", "", "")
				f.BoolVar(&a.Health, "health", false, "")
				f.StringVar(&signed, "signed", "", "")
				f.StringVar(&expires, "expires", "", "")
			},
			do: func(ctx context.Context, f *file, _ string, w world) error {
				if err := fill(&a, places, types, signed, expires, w); err != nil {
					return err
				}
				return withRegister(f, func(r *register.Register) error {
					id, err := r.Add(ctx, actor, a, time.Now())
					if err == nil {
						fmt.Fprintln(w.stdout, id)
					}
					return err
				})
			},
		},
		"posted": {
			argument: "the post's id",
			flags: func(f *flag.FlagSet) {
				f.Int64Var(&of, "authorization", 0, "")
				f.StringVar(&place, "place", "post", "")
			},
			do: func(ctx context.Context, f *file, media string, _ world) error {
				return withRegister(f, func(r *register.Register) error {
					return r.Posted(ctx, actor, of, register.Place(place), media, time.Now())
				})
			},
		},
		"revoke": {argument: "its number", do: revoke},
		"list":   {do: listAuthorizations},
	})
}

// withRegister opens the register and tells errors of whoever calls from others.
func withRegister(f *file, do func(*register.Register) error) error {
	r, err := register.New(f.DB, f.trail, f.secret)
	if err != nil {
		return err
	}
	err = do(r)
	for _, theirs := range []error{register.ErrEntry, register.ErrForm, register.ErrUnknown, register.ErrMedia, register.ErrPlace, register.ErrRevoked, register.ErrExpired, register.ErrNotYet} {
		if errors.Is(err, theirs) {
			return misuse{err}
		}
	}
	return err
}

// fill reads what the flags say, and the names from standard input: a command
// line is seen by everybody on the machine and kept in the shell's history.
func fill(a *register.Authorization, places, types, signed, expires string, w world) error {
	for p := range strings.FieldsFuncSeq(places, isComma) {
		a.Places = append(a.Places, register.Place(p))
	}
	for name := range strings.FieldsFuncSeq(types, isComma) {
		t := identifiers.TypeOf(name)
		if t == identifiers.NoType {
			return misuse{errors.New("authorization add: -types: not all are types of identifiers, such as name,photo,age")}
		}
		a.Types.Add(t)
	}
	var err error
	if a.Signed, err = day(signed, "authorization add: -signed"); err != nil {
		return err
	}
	if a.Expires, err = day(expires, "authorization add: -expires"); err != nil {
		return err
	}
	in := bufio.NewScanner(w.stdin)
	for in.Scan() {
		if name := strings.TrimSpace(in.Text()); name != "" {
			a.Names = append(a.Names, name)
		}
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("authorization add: reading the names: %w", err)
	}
	if len(a.Names) == 0 {
		return misuse{errors.New("authorization add: standard input has no names: give those of the people it is for, one a line")}
	}
	return nil
}

func isComma(r rune) bool { return r == ',' || r == ' ' }

// revoke ends an authorization and lists the posts to take down.
func revoke(ctx context.Context, f *file, number string, w world) error {
	id, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return misuse{errors.New("authorization revoke takes the number that authorization list shows")}
	}
	return withRegister(f, func(r *register.Register) error {
		up, err := r.Revoke(ctx, actor, id, time.Now())
		if err != nil {
			return err
		}
		if len(up) == 0 {
			fmt.Fprintln(w.stderr, "Revoked. No post that rests on it is up.")
			return nil
		}
		fmt.Fprintln(w.stderr, "Revoked. Take these posts down:")
		for _, p := range up {
			fmt.Fprintf(w.stdout, "%s\t%s\tposted %s\n", p.Media, p.Place, p.Posted.Local().Format(time.DateOnly))
		}
		return nil
	})
}

func listAuthorizations(ctx context.Context, f *file, _ string, w world) error {
	return withRegister(f, func(r *register.Register) error {
		all, err := r.List(ctx)
		if err != nil {
			return err
		}
		t := tabwriter.NewWriter(w.stdout, 0, 0, 2, ' ', 0)
		fmt.Fprintln(t, "number\tform\twhat\twhere\tuntil\t")
		for _, a := range all {
			state := ""
			switch err := a.Valid(time.Now()); {
			case errors.Is(err, register.ErrRevoked):
				state = "revoked"
			case errors.Is(err, register.ErrExpired):
				state = "expired"
			case errors.Is(err, register.ErrNotYet):
				state = "not yet signed"
			}
			fmt.Fprintf(t, "%d\t%s\t%s\t%v\t%s\t%s\n", a.ID, a.Form, what(a), a.Places, a.Expires.Local().Format(time.DateOnly), state)
		}
		return t.Flush()
	})
}

// what says what may be told.
func what(a register.Authorization) string {
	out := typeNames(a.Types)
	if a.Health {
		out = append(out, "health")
	}
	return strings.Join(out, ",")
}

func typeNames(set phi.TypeSet) (out []string) {
	for t := identifiers.NoType + 1; int(t) < identifiers.TypeCount; t++ {
		if set.Has(t) {
			out = append(out, t.String())
		}
	}
	return out
}
