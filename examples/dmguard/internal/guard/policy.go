package guard

import (
	"slices"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// Policy is the default policy of package phi with one rule more: the clinic
// names nobody in public without asking, whether or not it tells of their health.
func Policy() phi.Policy {
	p := phi.DefaultPolicy()
	p.Name, p.Version = "dmguard", "1"
	p.Rules = slices.Insert(p.Rules, len(p.Rules)-1, phi.Rule{
		Name: "public-reply-person",
		If: phi.Condition{Directions: phi.PublicReply, Reasons: phi.ReasonPerson,
			Types: []identifiers.Type{identifiers.Name, identifiers.Photo, identifiers.Phone, identifiers.Email, identifiers.StreetAddress}},
		Then: phi.Hold,
		Why:  "who is named on a clinic's page may be a patient",
	})
	return p
}
