package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/phidetect/phidetect/phi"
)

type options struct {
	op, policy, keyFile, mapFile, subject, attest, file string
	keep, deny                                          list
	last                                                int
	health, restore, check                              bool
}

// list is a flag that may come several times.
type list []string

func (l *list) String() string     { return strings.Join(*l, ", ") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

func parse(args []string) (*options, error) {
	var o options
	f := flag.NewFlagSet("redact", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.StringVar(&o.op, "op", "label", "")
	f.StringVar(&o.policy, "policy", "", "")
	f.StringVar(&o.keyFile, "key", "", "")
	f.StringVar(&o.mapFile, "map", "", "")
	f.StringVar(&o.subject, "subject", "", "")
	f.StringVar(&o.attest, "attest", "", "")
	f.IntVar(&o.last, "last", 0, "")
	f.Var(&o.keep, "keep", "")
	f.Var(&o.deny, "deny", "")
	f.BoolVar(&o.health, "health", false, "")
	f.BoolVar(&o.restore, "restore", false, "")
	f.BoolVar(&o.check, "check", false, "")
	if err := f.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return nil, err
		}
		return nil, misuse{err}
	}
	set := map[string]bool{}
	f.Visit(func(f *flag.Flag) { set[f.Name] = true })
	switch {
	case f.NArg() != 1:
		return nil, misuse{errors.New("give one file, or - for standard input")}
	case set["policy"] && (set["op"] || set["last"]):
		return nil, misuse{errors.New("-policy says what -op and -last say: give one of them")}
	case o.restore && o.mapFile == "":
		return nil, misuse{errors.New("-restore needs the -map that was written when the text was redacted")}
	case set["map"] && !o.restore && !set["policy"] && o.op != "number":
		return nil, misuse{errors.New("-map goes with -op number: other operators cannot be restored")}
	}
	o.file = f.Arg(0)
	return &o, nil
}

// redactor makes the Redactor of the flags.
func (o *options) redactor() (*phi.Redactor, error) {
	p, err := o.readPolicy()
	if err != nil {
		return nil, err
	}
	p.Keep = append(p.Keep, o.keep...)
	p.Deny = append(p.Deny, o.deny...)
	if o.health {
		p.Rules = append(p.Rules, phi.RedactRule{Health: phi.HealthCategories(), Treatment: phi.Treatment{Label: "HEALTH"}})
	}
	if o.keyFile != "" {
		b, err := os.ReadFile(o.keyFile)
		if err != nil {
			return nil, err
		}
		p.Key = bytes.TrimSpace(b)
	}
	r, err := phi.NewRedactor(nil, p)
	if err != nil {
		return nil, misuse{fmt.Errorf("%w (with -key FILE)", err)}
	}
	return r, nil
}

func (o *options) readPolicy() (p phi.RedactPolicy, err error) {
	switch {
	case o.policy != "":
		b, err := os.ReadFile(o.policy)
		if err != nil {
			return p, err
		}
		if err := json.Unmarshal(b, &p); err != nil {
			return p, misuse{fmt.Errorf("%s: %w", o.policy, err)}
		}
		return p, nil
	case o.op == "safe-harbor":
		return phi.SafeHarbor(), nil
	}
	// one operator is a policy of one line
	b, err := json.Marshal(map[string]any{"default": map[string]any{"operator": o.op, "keep_last": o.last}})
	if err != nil {
		return p, err
	}
	if err := json.Unmarshal(b, &p); err != nil {
		return p, misuse{fmt.Errorf("-op: %w, safe-harbor", err)}
	}
	return p, nil
}
