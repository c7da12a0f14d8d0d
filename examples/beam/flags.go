package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path"
	"strings"

	"github.com/phidetect/phidetect/examples/beam/internal/pipeline"
	"github.com/phidetect/phidetect/phi"
)

// usage teaches the program; it is what -h prints.
//
//go:embed usage.txt
var usage string

// options are the flags of this program; Beam has its own beside them.
type options struct {
	pipeline.Config
	format, comma, policy string
	quiet, beamHelp       bool

	compare  bool
	messages int
	corpus   string
}

// add puts the flags into fs.
func (o *options) add(fs *flag.FlagSet) {
	fs.StringVar(&o.Out, "out", "", "")
	fs.StringVar(&o.format, "format", "", "")
	fs.StringVar(&o.comma, "comma", ",", "")
	fs.StringVar(&o.Fields.ID, "id-field", "id", "")
	fs.StringVar(&o.Fields.Text, "text-field", "text", "")
	fs.StringVar(&o.Fields.Thread, "thread-field", "", "")
	fs.StringVar(&o.Fields.From, "from-field", "from", "")
	fs.StringVar(&o.Fields.Sender, "sender-field", "handle", "")
	fs.StringVar(&o.Fields.At, "at-field", "at", "")
	fs.StringVar(&o.policy, "policy", "", "")
	fs.Int64Var(&o.Block, "block", 0, "")
	fs.IntVar(&o.Parallel, "parallel", 0, "")
	fs.IntVar(&o.ThreadBytes, "thread-bytes", 4<<20, "")
	fs.BoolVar(&o.quiet, "quiet", false, "")
	fs.BoolVar(&o.beamHelp, "beam-help", false, "")
	fs.BoolVar(&o.compare, "compare", false, "")
	fs.IntVar(&o.messages, "messages", 1_000_000, "")
	fs.StringVar(&o.corpus, "corpus", "../../testdata/corpus", "")
}

// finish makes the Config of what was given. here says that the workers are in
// this process.
func (o *options) finish(globs []string, here bool) error {
	if o.compare {
		if o.messages < 1 {
			return errors.New("-messages must be 1 or more")
		}
		return nil
	}
	o.Globs = globs
	switch {
	case len(globs) == 0:
		return errors.New("nothing to read: name files, or globs in quotes, behind the flags")
	case o.Out == "":
		return errors.New("-out is missing; it names the folder for the results")
	case o.Block < 0:
		return errors.New("-block must be a number of bytes, or 0 to go by the input")
	case o.Parallel < 0:
		return errors.New("-parallel must be 1 or more, or 0 for what suits the runner")
	case o.ThreadBytes < 1:
		return errors.New("-thread-bytes must be 1 or more")
	}
	for _, g := range globs {
		if strings.HasPrefix(g, "-") {
			return fmt.Errorf("flags go before the globs; %s stands behind one", strings.SplitN(g, "=", 2)[0])
		}
	}
	if o.Parallel == 0 && !here {
		o.Parallel = 1
	}
	if err := o.setLayout(); err != nil {
		return err
	}
	if err := o.Fields.Check(); err != nil {
		return err
	}
	return o.setPolicy()
}

// setLayout reads -format and -comma.
func (o *options) setLayout() error {
	format := o.format
	if format == "" {
		format = map[string]string{".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".txt": "text"}[strings.ToLower(path.Ext(o.Globs[0]))]
		if format == "" {
			return errors.New("the ending of the first glob does not tell the format; say -format jsonl, csv or text")
		}
		if strings.EqualFold(path.Ext(o.Globs[0]), ".tsv") && o.comma == "," {
			o.comma = "tab"
		}
	}
	if err := o.Layout.Format.UnmarshalText([]byte(format)); err != nil {
		return fmt.Errorf("-format: %w", err)
	}
	switch o.comma {
	case "tab", "\t":
		o.Layout.Comma = '\t'
	case ",", ";", "|":
		o.Layout.Comma = o.comma[0]
	default:
		return errors.New("-comma must be one of , ; | and tab")
	}
	return nil
}

// setPolicy reads -policy and checks it before the workers do.
func (o *options) setPolicy() (err error) {
	switch o.policy {
	case "":
		return nil
	case "safe-harbor":
		o.Policy, err = json.Marshal(phi.SafeHarbor())
		return err
	}
	if o.Policy, err = os.ReadFile(o.policy); err != nil {
		return fmt.Errorf("-policy: %w; it is safe-harbor or a file", err)
	}
	if _, err := pipeline.NewRedactor(o.Policy); err != nil {
		return fmt.Errorf("-policy: %s: %w", o.policy, err)
	}
	return nil
}
