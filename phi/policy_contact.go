package phi

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ErrRedirect is what every error of RedirectText, ParseTemplate, Template and
// Contact is. The errors name the field and hold no value.
var ErrRedirect = errors.New("phi: redirect")

// A Contact is how a clinic is reached securely. It comes from the clinic's
// configuration, never from a message.
type Contact struct {
	// Clinic is its name, for own templates: up to 80 bytes.
	Clinic string
	// Link is the https address of a portal or form, the same for everybody: up
	// to 512 printable ASCII bytes, without user, query and fragment, which could
	// identify who it is sent to.
	Link string
	// Phone is a number as people write it: 3 to 15 digits with spaces, hyphens,
	// dots, brackets and a leading plus.
	Phone string
}

const (
	maxClinic = 80
	maxLink   = 512
)

// Check reports the first field that is wrong, or that neither Link nor Phone is
// there.
func (c *Contact) Check() error {
	switch {
	case c.Link == "" && c.Phone == "":
		return fmt.Errorf("%w: Contact needs a Link or a Phone", ErrRedirect)
	case c.Link != "" && !isLink(c.Link):
		return fmt.Errorf("%w: Contact.Link is an https address of up to %d bytes without user, query and fragment", ErrRedirect, maxLink)
	case c.Phone != "" && !isPhone(c.Phone):
		return fmt.Errorf("%w: Contact.Phone is a number of 3 to 15 digits", ErrRedirect)
	case len(c.Clinic) > maxClinic || !utf8.ValidString(c.Clinic) || strings.ContainsFunc(c.Clinic, func(r rune) bool { return !unicode.IsPrint(r) }):
		return fmt.Errorf("%w: Contact.Clinic is up to %d bytes without control characters", ErrRedirect, maxClinic)
	}
	return nil
}

func isLink(s string) bool {
	if len(s) > maxLink || strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune(`"<>\^{|}`+"`", r) }) {
		return false
	}
	u, err := url.Parse(s)
	return err == nil && u.Scheme == "https" && u.Hostname() != "" && u.User == nil && u.Opaque == "" && !strings.ContainsAny(s, "?#")
}

func isPhone(s string) bool {
	digits := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '+' && i == 0, i > 0 && (c == ' ' || c == '-' || c == '.' || c == ')'), c == '(':
		default:
			return false
		}
	}
	return digits >= 3 && digits <= 15 && len(s) <= 32
}
