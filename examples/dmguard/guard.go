package main

import (
	"fmt"

	"github.com/phidetect/phidetect/examples/dmguard/internal/guard"
	"github.com/phidetect/phidetect/examples/dmguard/internal/register"
	"github.com/phidetect/phidetect/examples/dmguard/internal/vault"
)

// newGuard gives the guard by the settings, with the register, and the vault
// where it is on.
func newGuard(a *app, s settings) (*guard.Guard, error) {
	c := guard.Config{Contact: s.contact, Language: s.language, Own: s.own, Policy: s.policy}
	var err error
	if c.Register, err = register.New(a.db, a.trail, s.trail); err != nil {
		return nil, err
	}
	if s.vault {
		if c.Vault, err = vault.New(a.db, a.trail, s.vaultKeys...); err != nil {
			return nil, misuse{fmt.Errorf("%s: %w", envVault, err)}
		}
	}
	g, err := guard.New(a.db, a.trail, a.box, c)
	if err != nil {
		return nil, misuse{err}
	}
	return g, nil
}
