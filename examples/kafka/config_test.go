package main

import (
	"bytes"
	"flag"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func noEnv(string) string { return "" }

func env(pairs ...string) func(string) string {
	return func(name string) string {
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return ""
	}
}

func TestFlagsAndEnvironment(t *testing.T) {
	c, err := parse([]string{"-group", "mine", "-brokers", "a:1, b:2"}, env(
		"PHIKAFKA_GROUP", "other", "PHIKAFKA_IN", "inbox", "PHIKAFKA_TRANSACTION", "20s", "PHIKAFKA_TLS", "true",
		"PHIKAFKA_SASL", "plain", "PHIKAFKA_SASL_USER", "phi", "PHIKAFKA_SASL_PASSWORD", "secret"))
	require.NoError(t, err)
	require.Equal(t, []string{"a:1", "b:2"}, c.brokers)
	require.Equal(t, "mine", c.group, "a flag wins")
	require.Equal(t, "inbox", c.topics.in)
	require.Equal(t, 20*time.Second, c.transaction)
	require.Equal(t, access{tls: true, sasl: "plain", user: "phi", password: "secret"}, c.access)
	require.NotEmpty(t, c.instance)

	_, err = parse([]string{"-h"}, noEnv)
	require.ErrorIs(t, err, flag.ErrHelp)
	_, err = parse([]string{"-brokers", "a:1"}, env("PHIKAFKA_BATCH", "many"))
	require.EqualError(t, err, "PHIKAFKA_BATCH: the value does not fit; it is that of -batch")
}

// An error names the flag and what it takes.
func TestMisuse(t *testing.T) {
	for args, want := range map[string]string{
		"":                                      "-brokers is missing",
		"-brokers a:1 x":                        "there are flags only",
		"-brokers a:1 -format xml":              "-format is json or raw",
		"-brokers a:1 -in x -findings x":        "-in and -findings name the same topic",
		"-brokers a:1 -dead=":                   "-dead is the name of a topic",
		"-brokers a:1 -group=":                  "-group",
		"-brokers a:1 -batch 0":                 "-batch",
		"-brokers a:1 -parallel 0":              "-parallel",
		"-brokers a:1 -max-text 0":              "-max-text",
		"-brokers a:1 -max-record -1":           "-max-record",
		"-brokers a:1 -transaction 1ms":         "-transaction",
		"-brokers a:1 -session 1ms":             "-session",
		"-brokers a:1 -idle -1h":                "-idle",
		"-brokers a:1 -log xml":                 "-log is text or json",
		"-brokers a:1 -sasl ldap":               "-sasl is plain, scram-sha-256 or scram-sha-512",
		"-brokers a:1 -sasl plain":              "-sasl needs -sasl-user",
		"-brokers a:1 -sasl plain -sasl-user u": "PHIKAFKA_SASL_PASSWORD",
		"-brokers a:1 -sasl plain -sasl-user u -sasl-password-file f": "-sasl-without-tls",
		"-brokers a:1 -sasl-user u":                                   "need -sasl",
		"-brokers a:1 -tls-ca f":                                      "need -tls",
		"-brokers a:1 -tls -tls-cert f":                               "-tls-cert and -tls-key go together",
		"-demo -overhead":                                             "exclude one another",
		"-nonsense":                                                   "-nonsense",
	} {
		_, err := parse(strings.Fields(args), noEnv)
		require.ErrorContains(t, err, want, args)
		require.ErrorAs(t, err, new(misuse), args)
	}
}

// Every flag is in the help, and the help is complete.
func TestHelpNamesEveryFlag(t *testing.T) {
	var out, errs bytes.Buffer
	require.Equal(t, exitFine, run(t.Context(), []string{"-h"}, noEnv, &out, &errs))
	require.Equal(t, usage, out.String())
	f := flag.NewFlagSet("", flag.ContinueOnError)
	new(config).flags(f)
	f.VisitAll(func(f *flag.Flag) { require.Contains(t, usage, "-"+f.Name+" ", f.Name) })

	require.Equal(t, exitMisuse, run(t.Context(), nil, noEnv, &out, &errs))
	require.Contains(t, errs.String(), "kafka: -brokers is missing")
	require.Contains(t, errs.String(), "kafka -h shows the flags")
}
