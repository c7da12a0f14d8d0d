package main

import (
	"fmt"

	"github.com/phidetect/phidetect/examples/dmguard/internal/guard"
	"github.com/phidetect/phidetect/examples/dmguard/internal/register"
	"github.com/phidetect/phidetect/examples/dmguard/internal/vault"
)

// buildGuard makes the guard by the settings, with the register, and the vault
// where it is on.
func (a *app) buildGuard(s settings) (err error) {
	if a.register, err = register.New(a.db, a.trail, s.trail); err != nil {
		return err
	}
	if s.vault {
		if a.vault, err = vault.New(a.db, a.trail, s.vaultKeys...); err != nil {
			return misuse{fmt.Errorf("%s: %w", envVault, err)}
		}
	}
	a.guard, err = guard.New(a.db, a.trail, a.box, guard.Config{
		Contact: s.contact, Language: s.language, Own: s.own, Policy: s.policy, Register: a.register, Vault: a.vault,
	})
	if err != nil {
		return misuse{err}
	}
	return nil
}
