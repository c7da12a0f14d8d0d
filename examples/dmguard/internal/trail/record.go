package trail

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"time"
)

// A Record is a line of the trail as it is read. Members without a value were
// not part of the event.
type Record struct {
	Seq   uint64 `json:"seq"`
	Hash  string `json:"hash"`
	Event struct {
		Time          time.Time      `json:"time"`
		Actor         string         `json:"actor"`
		Action        string         `json:"action"`
		Direction     string         `json:"direction"`
		Resource      string         `json:"resource"`
		Verdict       string         `json:"verdict"`
		Types         map[string]int `json:"types"`
		Score         float64        `json:"health_score"`
		Categories    []string       `json:"categories"`
		Sensitivity   []string       `json:"sensitivity"`
		Policy        string         `json:"policy"`
		PolicyVersion string         `json:"policy_version"`
		Rule          string         `json:"rule"`
		Raised        string         `json:"raised_by"`
		Library       string         `json:"library"`
		Outcome       string         `json:"outcome"`
	} `json:"event"`
	line string
}

// Refused reports whether the line is of something that was not let be done, and
// not of a text that was held back.
func (r *Record) Refused() bool { return r.Event.Action == "block" && r.Event.Policy == "" }

// Records reads the trail from a time to another, in order; the zero times bound
// nothing. An error comes as the last pair.
func (t *Trail) Records(ctx context.Context, from, to time.Time) iter.Seq2[Record, error] {
	first, last := int64(-1<<63), int64(1<<63-1)
	if !from.IsZero() {
		first = from.UnixMilli()
	}
	if !to.IsZero() {
		last = to.UnixMilli()
	}
	return t.read(ctx, "at >= ? AND at < ?", first, last)
}

// Of reads what the trail has about the resource with this id.
func (t *Trail) Of(ctx context.Context, resource string) iter.Seq2[Record, error] {
	h := t.hasher.Resource(resource)
	return t.read(ctx, "resource = ?", h[:])
}

func (t *Trail) read(ctx context.Context, where string, args ...any) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		rows, err := t.db.Read().QueryContext(ctx, "SELECT seq, line FROM trail WHERE "+where+" ORDER BY seq", args...)
		if err != nil {
			yield(Record{}, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			var r Record
			var seq int64
			if err := rows.Scan(&seq, &r.line); err != nil {
				yield(Record{}, err)
				return
			}
			if json.Unmarshal([]byte(r.line), &r) != nil {
				yield(Record{}, fmt.Errorf("trail: line %d is not a record; dmguard audit verify tells more", seq))
				return
			}
			if !yield(r, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(Record{}, err)
		}
	}
}
