package main

import (
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/phidetect/phidetect/examples/dmguard/internal/vault"
	"github.com/phidetect/phidetect/phi"
)

// The environment holds what must not stand in a command line.
const (
	envVerify = "DMGUARD_VERIFY_TOKEN"
	envApp    = "DMGUARD_APP_SECRET"
	envAccess = "DMGUARD_ACCESS_TOKEN"
	envSecret = "DMGUARD_SECRET"
	envVault  = "DMGUARD_VAULT_KEY"
)

// insideAddr is where staff and operators look unless a flag says otherwise.
const insideAddr = "localhost:8081"

// dbFile is the database unless a flag says otherwise.
const dbFile = "dmguard.db"

// settings are what a run of the service needs.
type settings struct {
	addr, inside string
	db           string
	graph        string
	rate         float64
	contact      phi.Contact
	language     phi.Language
	own          []string
	policy       *phi.Policy
	vault        bool
	secure       bool // browsers come to the staff page by TLS
	jsonLog      bool

	secrets
}

// secrets never stand in a log or an error.
type secrets struct {
	verifyToken, accessToken string
	appSecrets               [][]byte
	trail                    []byte
	vaultKeys                [][]byte
}

// Format writes nothing of them.
func (secrets) Format(f fmt.State, _ rune) { fmt.Fprint(f, "secrets") }

// define puts the flags of the service on f.
func (s *settings) define(f *flag.FlagSet) {
	f.StringVar(&s.addr, "addr", "localhost:8080", "")
	f.StringVar(&s.inside, "inside", insideAddr, "")
	f.StringVar(&s.db, "db", dbFile, "")
	f.StringVar(&s.graph, "graph", "https://graph.instagram.com/v23.0", "")
	f.Float64Var(&s.rate, "rate", 20, "")
	f.StringVar(&s.contact.Clinic, "clinic", "", "")
	f.StringVar(&s.contact.Link, "link", "", "")
	f.StringVar(&s.contact.Phone, "phone", "", "")
	f.Func("lang", "", func(tag string) (err error) {
		var ok bool
		if s.language, ok = phi.LanguageOf(tag); !ok {
			err = errors.New("it is en, es or fr")
		}
		return err
	})
	f.Func("own", "", func(list string) error {
		for part := range strings.SplitSeq(list, ",") {
			s.own = append(s.own, strings.TrimSpace(part))
		}
		return nil
	})
	f.Func("policy", "", func(file string) error {
		b, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		p, err := phi.ParsePolicy(b)
		s.policy = &p
		return err
	})
	f.BoolVar(&s.vault, "vault", false, "")
	f.BoolVar(&s.secure, "secure", false, "")
	f.BoolVar(&s.jsonLog, "log-json", false, "")
}

// read takes the secrets from the environment and checks all together. It names
// the first thing that is wrong.
func (s *settings) read(env func(string) string) error {
	if err := s.contact.Check(); err != nil {
		return misuse{fmt.Errorf("-link and -phone tell patients where to write instead: %w", err)}
	}
	if s.rate <= 0 {
		return misuse{errors.New("-rate is a number of calls a second over 0")}
	}
	if s.verifyToken = env(envVerify); s.verifyToken == "" {
		return missing(envVerify, "the token that you give the platform with the webhook's address")
	}
	app := env(envApp)
	if app == "" {
		return missing(envApp, "the app's secret, which webhooks are signed with; two, apart by a comma, while it is changed")
	}
	for part := range strings.SplitSeq(app, ",") {
		s.appSecrets = append(s.appSecrets, []byte(strings.TrimSpace(part)))
	}
	if s.accessToken = env(envAccess); s.accessToken == "" {
		return missing(envAccess, "the access token of the clinic's account")
	}
	var err error
	if s.trail, err = trailSecret(env); err != nil {
		return err
	}
	if !s.vault {
		return nil
	}
	keys := env(envVault)
	if keys == "" {
		return missing(envVault, "the key for -vault, 64 hexadecimal digits; openssl rand -hex 32 makes one")
	}
	if s.vaultKeys, err = vault.ParseKeys(keys); err != nil {
		return misuse{fmt.Errorf("%s: %w", envVault, err)}
	}
	return nil
}

// trailSecret reads the secret of the database's audit trail.
func trailSecret(env func(string) string) ([]byte, error) {
	text := env(envSecret)
	if text == "" {
		return nil, missing(envSecret, "the secret of the database's audit trail, 64 hexadecimal digits, the same for the file's life; openssl rand -hex 32 makes one")
	}
	b, err := hex.DecodeString(strings.TrimSpace(text))
	if err != nil || len(b) < 32 {
		return nil, misuse{fmt.Errorf("%s: it has 64 hexadecimal digits or more; openssl rand -hex 32 makes one", envSecret)}
	}
	return b, nil
}

func missing(name, what string) error {
	return misuse{fmt.Errorf("the environment has no %s: %s", name, what)}
}
