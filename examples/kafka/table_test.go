package main

import (
	"testing"
	"time"

	"github.com/phidetect/phidetect/phi"
	"github.com/stretchr/testify/require"
	"github.com/twmb/franz-go/pkg/kgo"
)

func conversation(texts ...string) (c phi.Conversation) {
	for _, text := range texts {
		c.Add(nil, phi.Message{Text: text})
	}
	return c
}

// What an aborted transaction changed is forgotten, what a committed one changed
// stays, and a table that was written out and read in again is the same.
func TestTable(t *testing.T) {
	at := time.UnixMilli(1_750_000_000_000)
	one, two := conversation("my migraine is back"), conversation("my migraine is back", "this is Kit Rowe")
	x := newTable(time.Hour)
	require.Zero(t, x.get([]byte("a"), at))
	x.put([]byte("a"), one, at)
	require.Equal(t, one, x.get([]byte("a"), at))
	x.rollback()
	require.Zero(t, x.get([]byte("a"), at))
	x.put([]byte("a"), one, at)
	x.put([]byte("b"), one, at)
	x.commit()
	x.put([]byte("a"), two, at.Add(time.Minute))
	require.Equal(t, two, x.get([]byte("a"), at))
	x.rollback()
	require.Equal(t, one, x.get([]byte("a"), at))
	x.put([]byte("a"), two, at.Add(time.Hour))
	require.Zero(t, x.get([]byte("b"), at.Add(time.Hour+time.Millisecond)), "idle")

	x.put([]byte("a"), two, at.Add(2*time.Hour))
	x.sweep()
	require.Zero(t, x.get([]byte("b"), at), "swept")
	snapshots, err := x.snapshots("threads", 3)
	require.NoError(t, err)
	require.Len(t, snapshots, 2)
	y := newTable(time.Hour)
	y.put([]byte("b"), one, at)
	y.commit()
	for _, r := range snapshots {
		require.Equal(t, int32(3), r.Partition)
		require.NoError(t, y.restore(r))
	}
	x.commit()
	require.Equal(t, x.kept, y.kept)
	require.Len(t, x.kept, 1)
}

// A clock that is ahead does not make all threads old.
func TestClockAhead(t *testing.T) {
	x := newTable(time.Hour)
	x.put([]byte("a"), conversation("hello"), time.Now())
	x.commit()
	x.put([]byte("b"), conversation("hello"), time.Now().AddDate(100, 0, 0))
	x.sweep()
	x.commit()
	require.Len(t, x.kept, 2)
}

func TestSnapshotsThatCannotBeRead(t *testing.T) {
	x := newTable(0)
	for _, value := range []string{"", "{}", `{"version":99}`, `{"version":1,"facts":["Quillfeather"]}`} {
		err := x.restore(&kgo.Record{Topic: "threads", Partition: 2, Offset: 7, Key: []byte("Quillfeather"), Value: []byte(value)})
		require.ErrorIs(t, err, phi.ErrSnapshot)
		require.ErrorContains(t, err, "threads/2/7")
		require.NotContains(t, err.Error(), "Quillfeather")
	}
}

// Batches grow while they are quick and shrink where they are not.
func TestPace(t *testing.T) {
	p := newPace(1000, 16*time.Second)
	require.Equal(t, paceStart, p.now)
	for range 10 {
		p.took(time.Millisecond, true)
	}
	require.Equal(t, 1000, p.now)
	p.took(2*time.Second, true)
	require.Equal(t, 1000, p.now)
	p.took(5*time.Second, true)
	require.Equal(t, 500, p.now)
	for _, want := range []int{31, 1, 1} {
		p.took(8*time.Second, false)
		require.Equal(t, want, p.now)
	}
	require.Equal(t, 10, newPace(10, time.Second).now)
}
