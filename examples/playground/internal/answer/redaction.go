package answer

import (
	"errors"

	"github.com/phidetect/phidetect/phi"
)

// The redactions that the page offers.
const (
	Label      = "label"
	Number     = "number"
	Mask       = "mask"
	SafeHarbor = "safe-harbor"
)

var errRedaction = errors.New("the redaction is label, number, mask or safe-harbor")

func redactorOf(d *phi.Detector, redaction string) (*phi.Redactor, error) {
	var p phi.RedactPolicy
	switch redaction {
	case Label:
	case Number:
		p.Default.Operator = phi.OpNumber
	case Mask:
		p.Default.Operator = phi.OpMask
	case SafeHarbor:
		p = phi.SafeHarbor()
	default:
		return nil, errRedaction
	}
	return phi.NewRedactor(d, p)
}
