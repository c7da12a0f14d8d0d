package structured

import (
	"encoding/json"
	"math"

	"github.com/phidetect/phidetect/identifiers"
	"github.com/phidetect/phidetect/phi"
)

// counts are a count by type as JSON has them: the types' names, and "health".
func counts(c *[identifiers.TypeCount]int) map[string]int {
	out := map[string]int{}
	for t, n := range c {
		switch {
		case n == 0:
		case t == int(identifiers.NoType):
			out["health"] = n
		default:
			out[identifiers.Type(t).String()] = n
		}
	}
	return out
}

// MarshalJSON gives an object whose members are named as the fields, in snake
// case.
func (f Finding) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Path     string  `json:"path"`
		Record   int     `json:"record"`
		Start    int64   `json:"start"`
		End      int64   `json:"end"`
		Type     string  `json:"type,omitempty"`
		Category string  `json:"category,omitempty"`
		Role     string  `json:"role,omitempty"`
		Score    float64 `json:"score"`
		Source   Source  `json:"source"`
	}{f.Path, f.Record, f.Start, f.End, f.Type.String(), f.Category.String(), f.Role.String(), math.Round(float64(f.Score)*100) / 100, f.Source})
}

// MarshalJSON gives an object whose members are named as the fields, in snake
// case.
func (c Column) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Type   string         `json:"type,omitempty"`
		Role   string         `json:"role,omitempty"`
		Source Source         `json:"source"`
		Health bool           `json:"health,omitempty"`
		Cells  int            `json:"cells"`
		Found  int            `json:"found"`
		Counts map[string]int `json:"counts"`
	}{c.Type.String(), c.Role.String(), c.Source, c.Health, c.Cells, c.Found, counts(&c.Counts)})
}

// MarshalJSON gives an object whose members are named as the fields, in snake
// case; counts have the names of types and verdicts.
func (r Report) MarshalJSON() ([]byte, error) {
	type object struct {
		Path   string `json:"path"`
		Record int    `json:"record"`
	}
	out := struct {
		Verdict    phi.Verdict    `json:"verdict"`
		Records    int            `json:"records"`
		Verdicts   map[string]int `json:"verdicts"`
		Counts     map[string]int `json:"counts"`
		Replaced   int            `json:"replaced"`
		Duplicates int            `json:"duplicates,omitempty"`
		Ragged     int            `json:"ragged,omitempty"`
		Objects    []object       `json:"objects,omitempty"`
		Columns    []Column       `json:"columns,omitempty"`
		Findings   []Finding      `json:"findings,omitempty"`
	}{r.Verdict, r.Records, map[string]int{}, counts(&r.Counts), r.Replaced, r.Duplicates, r.Ragged, nil, r.Columns, r.Findings}
	for v, n := range r.Verdicts {
		if n > 0 {
			out.Verdicts[phi.Verdict(v).String()] = n
		}
	}
	for _, o := range r.Objects {
		out.Objects = append(out.Objects, object(o))
	}
	return json.Marshal(out)
}
