package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"
)

// config is the command line and the environment, understood.
type config struct {
	demo, overhead bool
	corpus         string

	brokerList string // as given
	brokers    []string
	group      string
	instance   string // names the worker's transactions
	topics     topics
	create     bool

	format    string
	policy    string
	keySecret string // the file of it
	idle      time.Duration
	maxText   int
	maxRecord int

	batch       int
	parallel    int
	transaction time.Duration // after which a broker ends a silent worker's
	session     time.Duration // after which a silent worker loses its partitions
	listen      string
	profile     string
	log         string

	access access
}

// topics are the names of the topics that a worker reads and writes.
type topics struct{ in, findings, redacted, threads, dead string }

// envPrefix and a flag's name in capitals make the variable that stands in for
// the flag: -sasl-user and PHIKAFKA_SASL_USER.
const envPrefix = "PHIKAFKA_"

// parse reads flags and, for those that are not given, the environment. The
// error is flag.ErrHelp where help is asked for.
func parse(args []string, getenv func(string) string) (*config, error) {
	c := new(config)
	f := flag.NewFlagSet("kafka", flag.ContinueOnError)
	f.SetOutput(io.Discard) // the errors are put in our own words
	c.flags(f)
	if err := f.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return nil, err
		}
		return nil, misuse{err}
	}
	if f.NArg() > 0 {
		return nil, misuse{errors.New("there are flags only")}
	}
	if err := environment(f, getenv); err != nil {
		return nil, misuse{err}
	}
	c.access.password = getenv(envPrefix + "SASL_PASSWORD")
	for b := range strings.SplitSeq(c.brokerList, ",") {
		if b = strings.TrimSpace(b); b != "" {
			c.brokers = append(c.brokers, b)
		}
	}
	if c.instance == "" {
		c.instance = ownName()
	}
	if err := c.check(); err != nil {
		return nil, misuse{err}
	}
	return c, nil
}

func (c *config) flags(f *flag.FlagSet) {
	f.BoolVar(&c.demo, "demo", false, "")
	f.BoolVar(&c.overhead, "overhead", false, "")
	f.StringVar(&c.corpus, "corpus", "../../testdata/corpus", "")
	f.StringVar(&c.brokerList, "brokers", "", "")
	f.StringVar(&c.group, "group", "phidetect", "")
	f.StringVar(&c.instance, "instance", "", "")
	f.StringVar(&c.topics.in, "in", "messages", "")
	f.StringVar(&c.topics.findings, "findings", "phi-findings", "")
	f.StringVar(&c.topics.redacted, "redacted", "phi-redacted", "")
	f.StringVar(&c.topics.threads, "threads", "phi-threads", "")
	f.StringVar(&c.topics.dead, "dead", "phi-dead", "")
	f.BoolVar(&c.create, "create", false, "")
	f.StringVar(&c.format, "format", "json", "")
	f.StringVar(&c.policy, "redact", "label", "")
	f.StringVar(&c.keySecret, "key-secret", "", "")
	f.DurationVar(&c.idle, "idle", 30*24*time.Hour, "")
	f.IntVar(&c.maxText, "max-text", 256<<10, "")
	f.IntVar(&c.maxRecord, "max-record", 1_000_000, "")
	f.IntVar(&c.batch, "batch", 2000, "")
	f.IntVar(&c.parallel, "parallel", runtime.GOMAXPROCS(0), "")
	f.DurationVar(&c.transaction, "transaction", 15*time.Second, "")
	f.DurationVar(&c.session, "session", 15*time.Second, "")
	f.StringVar(&c.listen, "listen", "", "")
	f.StringVar(&c.profile, "profile", "", "")
	f.StringVar(&c.log, "log", "text", "")
	c.access.flags(f)
}

// environment sets the flags that are not on the command line.
func environment(f *flag.FlagSet, getenv func(string) string) (err error) {
	given := map[string]bool{}
	f.Visit(func(f *flag.Flag) { given[f.Name] = true })
	f.VisitAll(func(x *flag.Flag) {
		name := envPrefix + strings.ToUpper(strings.ReplaceAll(x.Name, "-", "_"))
		if v := getenv(name); v != "" && !given[x.Name] && err == nil && f.Set(x.Name, v) != nil {
			err = fmt.Errorf("%s: the value does not fit; it is that of -%s", name, x.Name)
		}
	})
	return err
}

// ownName is unique to this process. A worker that keeps its name over a restart
// (-instance) ends at once what it left open; one that does not waits for the
// broker to.
func ownName() string {
	host, err := os.Hostname()
	if err != nil {
		host = "worker"
	}
	return fmt.Sprintf("%s-%d-%d", host, os.Getpid(), time.Now().UnixNano())
}

func (c *config) check() error {
	if c.demo && c.overhead {
		return errors.New("-demo and -overhead exclude one another: give one of them")
	}
	if c.demo || c.overhead {
		return nil
	}
	names := map[string]string{}
	for _, t := range []struct{ flag, name string }{
		{"in", c.topics.in}, {"findings", c.topics.findings}, {"redacted", c.topics.redacted},
		{"threads", c.topics.threads}, {"dead", c.topics.dead},
	} {
		if t.name == "" {
			return fmt.Errorf("-%s is the name of a topic", t.flag)
		}
		if other := names[t.name]; other != "" {
			return fmt.Errorf("-%s and -%s name the same topic: each needs its own", other, t.flag)
		}
		names[t.name] = t.flag
	}
	switch {
	case len(c.brokers) == 0:
		return errors.New("-brokers is missing: HOST:PORT, several with commas between (or -demo to see it work without)")
	case c.format != "json" && c.format != "raw":
		return errors.New("-format is json or raw")
	case c.group == "":
		return errors.New("-group is the name of the workers' group; it must not be empty")
	case c.batch < 1 || c.parallel < 1:
		return errors.New("-batch and -parallel are 1 or more")
	case c.maxText < 1 || c.maxRecord < 1:
		return errors.New("-max-text and -max-record are numbers of bytes, 1 or more")
	case c.transaction < time.Second || c.session < time.Second:
		return errors.New("-transaction and -session are 1s or more")
	case c.idle < 0:
		return errors.New("-idle is a duration such as 720h; 0 is for ever")
	case c.log != "text" && c.log != "json":
		return errors.New("-log is text or json")
	}
	return c.access.check()
}

// raw reports that values are the text itself, not JSON.
func (c *config) raw() bool { return c.format == "raw" }
