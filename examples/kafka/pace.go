package main

import (
	"errors"
	"time"
)

// pace says how many records a transaction may take: as many as are answered long
// before a broker would abort it, however long their texts are.
type pace struct {
	most int           // of -batch
	time time.Duration // of -transaction
	now  int
}

// paceStart is what a worker begins with. Small texts double it in no time.
const paceStart = 125

var errTooSlow = errors.New("the batch takes too long for its transaction")

func newPace(most int, transaction time.Duration) pace {
	return pace{most: most, time: transaction, now: min(paceStart, most)}
}

// deadline is when a batch that begins now is to be given up: its records come
// again, in smaller ones.
func (p *pace) deadline() time.Time { return time.Now().Add(p.time / 2) }

// took learns from a batch.
func (p *pace) took(d time.Duration, answered bool) {
	switch {
	case !answered:
		p.now = max(1, p.now/16)
	case d < p.time/16:
		p.now = min(p.most, p.now*2)
	case d > p.time/4:
		p.now = max(1, p.now/2)
	}
}
