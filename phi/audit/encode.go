package audit

import (
	"strconv"
	"time"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/lexicon"
)

// AppendJSON appends the event as one JSON object to dst, in the one encoding
// that the chain is made of. Check tells before whether the event may be
// written.
func (e *Event) AppendJSON(dst []byte) []byte {
	dst = append(dst, `{"time":"`...)
	dst = e.Time.UTC().AppendFormat(dst, time.RFC3339Nano)
	dst = append(dst, '"')
	dst = appendMember(dst, "actor", e.Actor)
	dst = appendMember(dst, "action", e.Action.String())
	dst = appendMember(dst, "direction", e.Direction.String())
	if e.Resource != (Resource{}) {
		dst = append(dst, `,"resource":"`...)
		dst = append(e.Resource.appendHex(dst), '"')
	}
	dst = appendMember(dst, "verdict", e.Verdict.String())
	dst = append(dst, `,"types":{`...)
	sep := ""
	for t := 1; t < len(e.Types); t++ {
		if n := e.Types[t]; n > 0 {
			dst = append(append(append(dst, sep...), '"'), identifiers.Type(t).String()...)
			dst = strconv.AppendUint(append(dst, `":`...), uint64(n), 10)
			sep = ","
		}
	}
	dst = append(dst, `},"health_score":`...)
	dst = strconv.AppendFloat(dst, float64(e.Score), 'f', 3, 32)
	dst = appendArray(dst, "categories", e.categories())
	dst = appendArray(dst, "sensitivity", e.Sensitivity.Names())
	dst = appendMember(dst, "policy", e.Policy)
	dst = appendMember(dst, "policy_version", e.PolicyVersion)
	dst = appendMember(dst, "rule", e.Rule)
	dst = appendMember(dst, "raised_by", e.Raised)
	dst = appendMember(dst, "library", e.Library)
	dst = appendMember(dst, "outcome", e.Outcome)
	return append(dst, '}')
}

// MarshalJSON gives AppendJSON's object of an event that passes its Check.
func (e Event) MarshalJSON() ([]byte, error) {
	if err := e.Check(); err != nil {
		return nil, err
	}
	return e.AppendJSON(nil), nil
}

func (e *Event) categories() (out []string) {
	for c := lexicon.NoCategory + 1; int(c) < lexicon.CategoryCount; c++ {
		if e.Categories.Has(c) {
			out = append(out, c.String())
		}
	}
	return out
}

// appendMember appends a member whose value needs no escapes, as Check sees to.
func appendMember(dst []byte, name, value string) []byte {
	if value == "" {
		return dst
	}
	dst = append(append(append(dst, `,"`...), name...), `":"`...)
	return append(append(dst, value...), '"')
}

func appendArray(dst []byte, name string, values []string) []byte {
	if len(values) == 0 {
		return dst
	}
	dst = append(append(append(dst, `,"`...), name...), `":[`...)
	for i, v := range values {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(append(append(dst, '"'), v...), '"')
	}
	return append(dst, ']')
}
