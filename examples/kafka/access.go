package main

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"flag"
	"fmt"
	"os"

	"github.com/twmb/franz-go/pkg/kgo"
	"github.com/twmb/franz-go/pkg/sasl/plain"
	"github.com/twmb/franz-go/pkg/sasl/scram"
)

// access is how the brokers are reached: by TLS or not, as whom.
type access struct {
	tls               bool
	ca, cert, key     string
	sasl, user        string
	passwordFile      string
	password          string // of the environment; a flag would show in ps
	passwordOverNoTLS bool
}

func (a *access) flags(f *flag.FlagSet) {
	f.BoolVar(&a.tls, "tls", false, "")
	f.StringVar(&a.ca, "tls-ca", "", "")
	f.StringVar(&a.cert, "tls-cert", "", "")
	f.StringVar(&a.key, "tls-key", "", "")
	f.StringVar(&a.sasl, "sasl", "", "")
	f.StringVar(&a.user, "sasl-user", "", "")
	f.StringVar(&a.passwordFile, "sasl-password-file", "", "")
	f.BoolVar(&a.passwordOverNoTLS, "sasl-without-tls", false, "")
}

func (a *access) check() error {
	switch a.sasl {
	case "", "plain", "scram-sha-256", "scram-sha-512":
	default:
		return errors.New("-sasl is plain, scram-sha-256 or scram-sha-512")
	}
	switch {
	case (a.cert == "") != (a.key == ""):
		return errors.New("-tls-cert and -tls-key go together")
	case !a.tls && (a.ca != "" || a.cert != ""):
		return errors.New("-tls-ca, -tls-cert and -tls-key need -tls")
	case a.sasl == "" && (a.user != "" || a.passwordFile != ""):
		return errors.New("-sasl-user and -sasl-password-file need -sasl")
	case a.sasl != "" && a.user == "":
		return errors.New("-sasl needs -sasl-user")
	case a.sasl != "" && a.password == "" && a.passwordFile == "":
		return fmt.Errorf("-sasl needs a password: set %sSASL_PASSWORD or give -sasl-password-file", envPrefix)
	case a.sasl == "plain" && !a.tls && !a.passwordOverNoTLS:
		return errors.New("-sasl plain sends the password as it is: add -tls, take scram, or say -sasl-without-tls")
	}
	return nil
}

// options are those of every client of the worker.
func (c *config) options() ([]kgo.Opt, error) {
	o := []kgo.Opt{kgo.SeedBrokers(c.brokers...), kgo.ClientID("phidetect")}
	a := &c.access
	if a.tls {
		t, err := a.tlsConfig()
		if err != nil {
			return nil, err
		}
		o = append(o, kgo.DialTLSConfig(t))
	}
	if a.sasl == "" {
		return o, nil
	}
	password := a.password
	if a.passwordFile != "" {
		b, err := os.ReadFile(a.passwordFile)
		if err != nil {
			return nil, fmt.Errorf("-sasl-password-file: %w", err)
		}
		password = string(bytes.TrimRight(b, "\r\n"))
	}
	switch a.sasl {
	case "plain":
		o = append(o, kgo.SASL(plain.Auth{User: a.user, Pass: password}.AsMechanism()))
	case "scram-sha-256":
		o = append(o, kgo.SASL(scram.Auth{User: a.user, Pass: password}.AsSha256Mechanism()))
	case "scram-sha-512":
		o = append(o, kgo.SASL(scram.Auth{User: a.user, Pass: password}.AsSha512Mechanism()))
	}
	return o, nil
}

func (a *access) tlsConfig() (*tls.Config, error) {
	t := &tls.Config{MinVersion: tls.VersionTLS12}
	if a.ca != "" {
		b, err := os.ReadFile(a.ca)
		if err != nil {
			return nil, fmt.Errorf("-tls-ca: %w", err)
		}
		t.RootCAs = x509.NewCertPool()
		if !t.RootCAs.AppendCertsFromPEM(b) {
			return nil, errors.New("-tls-ca: the file holds no certificate in PEM form")
		}
	}
	if a.cert != "" {
		pair, err := tls.LoadX509KeyPair(a.cert, a.key)
		if err != nil {
			return nil, fmt.Errorf("-tls-cert, -tls-key: %w", err)
		}
		t.Certificates = []tls.Certificate{pair}
	}
	return t, nil
}
