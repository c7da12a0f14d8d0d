package identifiers

import "slices"

// AppendAll runs the library's own matchers in their fixed order and appends
// what they find, by place and without overlaps. Each family claims the tokens
// it takes, those before it in the order first; where two still overlap, the
// one with the higher score stays.
func AppendAll(dst []Span, t *Text) []Span {
	t.from = len(dst)
	for i := range registry {
		if r := &registry[i]; r.wants == nil || r.wants(&t.Triggers) {
			dst = r.run(t, dst)
		}
	}
	return t.settle(dst)
}

// settle puts what the families found in order, keeps the better of two that
// overlap, and says whose it is.
func (t *Text) settle(dst []Span) []Span {
	own := dst[t.from:]
	slices.SortStableFunc(own, func(a, b Span) int { return a.Start - b.Start })
	kept := dst[:t.from]
	for _, s := range own {
		if n := len(kept); n > t.from && s.Start < kept[n-1].End {
			if s.Score > kept[n-1].Score {
				kept[n-1] = s
			}
			continue
		}
		kept = append(kept, s)
	}
	t.assignRoles(kept[t.from:])
	return kept
}

// A row of the registry: the family's name, its trigger and its matcher.
type row struct {
	name  string
	wants func(tr *Triggers) bool
	run   func(t *Text, dst []Span) []Span
}

func digits(tr *Triggers) bool { return len(tr.Digits) > 0 }

// registry lists the families in the order they claim tokens.
var registry = [...]row{
	{"url", func(tr *Triggers) bool { return len(tr.Colons) > 0 }, func(t *Text, dst []Span) []Span { return t.schemes(dst) }},
	{"email", nil, func(t *Text, dst []Span) []Span { return t.emails(dst) }},
	{"host", func(tr *Triggers) bool { return len(tr.Dotted) > 0 }, func(t *Text, dst []Span) []Span { return t.hosts(dst) }},
	{"uuid", digits, func(t *Text, dst []Span) []Span { return t.uuids(dst) }},
	{"ip", func(tr *Triggers) bool { return len(tr.Digits)+len(tr.Colons) > 0 }, func(t *Text, dst []Span) []Span { return t.ips(dst) }},
	{"hl7", func(tr *Triggers) bool { return tr.Pipes }, func(t *Text, dst []Span) []Span { return t.hl7(dst) }},
	{"x12", func(tr *Triggers) bool { return tr.Stars && len(tr.Digits) > 0 }, func(t *Text, dst []Span) []Span { return t.x12(dst) }},
	{"udi", digits, func(t *Text, dst []Span) []Span { return t.udis(dst) }},
	{"iban", digits, func(t *Text, dst []Span) []Span { return t.ibans(dst) }},
	{"table", func(tr *Triggers) bool { return tr.Lines >= 3 && len(tr.Digits) > 4 }, func(t *Text, dst []Span) []Span { return t.columns(dst) }},
	{"masked", func(tr *Triggers) bool { return tr.Masks }, func(t *Text, dst []Span) []Span { return t.masked(dst) }},
	{"spelled_name", func(tr *Triggers) bool { return tr.Letters > 0 }, func(t *Text, dst []Span) []Span { return t.spelledNames(dst) }},
	{"date", nil, func(t *Text, dst []Span) []Span { return t.dates(dst) }},
	{"handle", nil, func(t *Text, dst []Span) []Span { return t.handles(dst) }},
	{"spelled", nil, func(t *Text, dst []Span) []Span { return t.spelledNumbers(dst) }},
	{"street_address", nil, func(t *Text, dst []Span) []Span { return t.addresses(dst) }},
	{"age", nil, func(t *Text, dst []Span) []Span { return t.ages(dst) }},
	{"biometric", nil, func(t *Text, dst []Span) []Span { return t.biometrics(dst) }},
	{"number", digits, func(t *Text, dst []Span) []Span { return t.numbers(dst) }},
	{"scattered", func(tr *Triggers) bool { return len(tr.Digits) >= 3 }, func(t *Text, dst []Span) []Span { return t.scattered(dst) }},
	{"photo", nil, func(t *Text, dst []Span) []Span { return t.photos(dst) }},
	{"facility", nil, func(t *Text, dst []Span) []Span { return t.facilities(dst) }},
	{"name", nil, func(t *Text, dst []Span) []Span {
		return t.agesBesideNames(t.birthsBesideNames(t.nameSpans(dst)))
	}},
}
