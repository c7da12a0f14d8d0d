package phislog

import (
	"sync"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
	"github.com/phidetect/phidetect/phi/internal/sheet"
)

// Options change what a Handler does. Nil and the zero value mean the defaults.
type Options struct {
	// Redactor finds and redacts; nil means one that puts labels. Numbered labels
	// begin anew with each record: to follow a person through a log without
	// knowing who it is, use phi.OpHash.
	Redactor *phi.Redactor
	// Keys are keys whose values are identifiers of a type as a whole, beside
	// the built-in ones; identifiers.NoType takes one of these out. Keys are
	// compared by their letters and digits, whatever their case, alone and
	// behind the name of the group they stand in: "patientname" is also "name" in
	// the group "patient".
	Keys map[string]identifiers.Type
	// Keep lists keys whose values are never read: ids that are known to say
	// nothing of a person. Nil means trace_id and span_id (W3C Trace Context asks
	// that they are random), an empty list none. A group of such a key is kept
	// with all that is in it.
	Keep []string
	// OnlyPHI redacts only the records that hold PHI as a whole, an identifier
	// with the same person's health. The others are handed on as they are, with
	// identifiers in them. Attributes of WithAttrs count for every record.
	OnlyPHI bool
	// CheckKeys reads keys and group names too, those of maps and structs with
	// them, and redacts what stands in them. Two keys may then become the same.
	CheckKeys bool
	// Limit bounds the text of the message and of each value, in bytes; 0 means
	// 64 KiB.
	Limit int
}

const defaultLimit = 64 << 10

// core is what all handlers of one NewHandler share. It is not changed.
type core struct {
	redactor  *phi.Redactor
	keys      *sheet.Keys
	onlyPHI   bool
	checkKeys bool
	limit     int
	pool      sync.Pool
}

func coreOf(o *Options) *core {
	if o == nil {
		o = &Options{}
	}
	c := &core{redactor: o.Redactor, onlyPHI: o.OnlyPHI, checkKeys: o.CheckKeys, limit: o.Limit}
	if c.redactor == nil {
		c.redactor = labels()
	}
	if c.limit <= 0 {
		c.limit = defaultLimit
	}
	keep := o.Keep
	if keep == nil {
		keep = []string{"trace_id", "span_id"}
	}
	c.keys = sheet.NewKeys(o.Keys, keep)
	c.pool.New = func() any { return new(page) }
	return c
}

// labels gives the Redactor of the zero policy, which has no errors.
func labels() *phi.Redactor {
	r, err := phi.NewRedactor(nil, phi.RedactPolicy{})
	if err != nil {
		panic(err)
	}
	return r
}
