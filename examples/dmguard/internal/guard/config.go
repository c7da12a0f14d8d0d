package guard

import (
	"fmt"
	"slices"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
	"github.com/phidetect/phidetect/examples/dmguard/internal/outbox"
	"github.com/phidetect/phidetect/examples/dmguard/internal/register"
	"github.com/phidetect/phidetect/examples/dmguard/internal/trail"
	"github.com/phidetect/phidetect/examples/dmguard/internal/vault"
	"github.com/phidetect/phidetect/phi"
)

// Config says for which clinic the guard works, and how.
type Config struct {
	// Contact is the clinic's secure form and phone.
	Contact phi.Contact
	// Own are the clinic's own details beside the contact: staff's names, phones,
	// handles. They identify no patient.
	Own []string
	// Language is that of the texts.
	Language phi.Language
	// Welcome and Emergency replace the default words of the disclaimer and of the
	// line that says where to turn in an emergency; "-" leaves that out.
	Welcome, Emergency string
	// Quiet is how long after a redirect no other is sent to the same person; 0
	// means five minutes, and less than 0 answers every message.
	Quiet time.Duration
	// Policy decides; nil means Policy().
	Policy *phi.Policy
	// Vault keeps the text of flagged messages; nil keeps none.
	Vault *vault.Vault
	// Register has the authorizations that drafts may rest on.
	Register *register.Register
	// Now is the clock; nil means time.Now.
	Now func() time.Time
}

// quiet is the default of Config.Quiet.
const quiet = 5 * time.Minute

// Guard judges the events of one database. It is safe for concurrent use.
type Guard struct {
	db       *db.DB
	trail    *trail.Trail
	outbox   *outbox.Outbox
	detector *phi.Detector
	policy   phi.Policy
	vault    *vault.Vault
	register *register.Register
	texts    texts
	quiet    time.Duration
	now      func() time.Time
}

// New gives a guard. An error names the field of the Config.
func New(d *db.DB, t *trail.Trail, o *outbox.Outbox, c Config) (*Guard, error) {
	g := &Guard{db: d, trail: t, outbox: o, policy: Policy(), vault: c.Vault, register: c.Register, quiet: c.Quiet, now: c.Now}
	options := phi.Options{Own: ownDetails(&c)}
	if err := options.Check(); err != nil {
		return nil, fmt.Errorf("guard: %w", err)
	}
	g.detector = phi.New(&options)
	if c.Policy != nil {
		if err := c.Policy.Check(); err != nil {
			return nil, fmt.Errorf("guard: %w", err)
		}
		g.policy = *c.Policy
	}
	var err error
	if g.texts, err = newTexts(&c); err != nil {
		return nil, err
	}
	if g.quiet == 0 {
		g.quiet = quiet
	}
	if g.now == nil {
		g.now = time.Now
	}
	return g, nil
}

// ownDetails gives all details that are the clinic's own.
func ownDetails(c *Config) []string {
	out := slices.Clone(c.Own)
	for _, s := range []string{c.Contact.Clinic, c.Contact.Link, c.Contact.Phone} {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
