package guard

import (
	"slices"
	"unicode"

	"github.com/phidetect/phidetect/phi"
)

// longest is more than the platform lets anybody write, in bytes. What is longer
// is not read: it would hold up the messages behind it.
const longest = 16 << 10

// unread gives the finding of what was not read: it may be PHI.
func (g *Guard) unread(rule string) *finding {
	d := g.policy.Decide(phi.Facts{SenderKnown: true}, phi.FromPatient)
	d.Action, d.Rule = phi.Redirect, rule
	return &finding{decision: d, result: new(phi.Result)}
}

// public are the attachments that show what everybody can see already.
var public = []string{"share", "reel", "ig_reel"}

// attached reports whether something is attached that nobody has looked at.
func attached(types []string) bool {
	return slices.ContainsFunc(types, func(t string) bool { return !slices.Contains(public, t) })
}

// foreign reports whether most of the letters are of a script that the library
// has no words of. A few letters are too little to tell anything.
func foreign(text string) bool {
	const least = 6
	latin, other := 0, 0
	for _, r := range text {
		switch {
		case !unicode.IsLetter(r):
		case unicode.Is(unicode.Latin, r):
			latin++
		default:
			other++
		}
	}
	return other >= least && other > latin
}
