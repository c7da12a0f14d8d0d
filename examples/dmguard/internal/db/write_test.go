package db

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

func open(t testing.TB) *DB {
	t.Helper()
	d, err := Open(filepath.Join(t.TempDir(), "a b?#%.db"))
	require.NoError(t, err)
	t.Cleanup(func() { d.Close() })
	return d
}

// waiting returns when so many closures wait for the writer.
func waiting(d *DB, n int) {
	for len(d.queue) < n {
		runtime.Gosched()
	}
}

func scratch(t testing.TB, d *DB) {
	t.Helper()
	require.NoError(t, d.Write(t.Context(), func(tx *sql.Tx) error {
		_, err := tx.Exec("CREATE TABLE scratch (n INTEGER) STRICT")
		return err
	}))
}

func insert(n int) func(*sql.Tx) error {
	return func(tx *sql.Tx) error {
		_, err := tx.Exec("INSERT INTO scratch VALUES (?)", n)
		return err
	}
}

func count(t testing.TB, d *DB) (n int) {
	t.Helper()
	require.NoError(t, d.Read().QueryRow("SELECT count(*) FROM scratch").Scan(&n))
	return n
}

func TestDurableSettings(t *testing.T) {
	d := open(t)
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1"} {
		var got string
		require.NoError(t, d.write.QueryRow("PRAGMA "+pragma).Scan(&got))
		require.Equal(t, want, got, pragma)
	}
	_, err := d.Read().Exec("CREATE TABLE x (n INTEGER)")
	require.Error(t, err, "who reads cannot write")
}

func TestTablesAreStrict(t *testing.T) {
	rows, err := open(t).Read().Query("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
	require.NoError(t, err)
	defer rows.Close()
	n := 0
	for ; rows.Next(); n++ {
		var name string
		var strict bool
		require.NoError(t, rows.Scan(&name, &strict))
		require.True(t, strict, name)
	}
	require.NotZero(t, n)
}

// TestGroup writes from many goroutines while a closure holds the writer, so
// that they end up in one transaction, and lets every third fail.
func TestGroup(t *testing.T) {
	d := open(t)
	scratch(t, d)
	wrong := errors.New("wrong")
	held, free := make(chan struct{}), make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		require.NoError(t, d.Write(t.Context(), func(*sql.Tx) error { close(held); <-free; return nil }))
	})
	<-held
	const n = 90
	errs := make([]error, n)
	for i := range n {
		wg.Go(func() {
			errs[i] = d.Write(t.Context(), func(tx *sql.Tx) error {
				if err := insert(i)(tx); err != nil || i%3 != 0 {
					return err
				}
				return wrong
			})
		})
	}
	waiting(d, n)
	close(free)
	wg.Wait()
	for i, err := range errs {
		if i%3 == 0 {
			require.ErrorIs(t, err, wrong)
		} else {
			require.NoError(t, err)
		}
	}
	require.Equal(t, n-n/3, count(t, d))
}

func TestPanicGoesToTheCaller(t *testing.T) {
	d := open(t)
	scratch(t, d)
	require.PanicsWithValue(t, "oh", func() {
		d.Write(t.Context(), func(tx *sql.Tx) error {
			require.NoError(t, insert(1)(tx))
			panic("oh")
		})
	})
	require.Zero(t, count(t, d))
	require.NoError(t, d.Write(t.Context(), insert(2)), "the writer goes on")
}

func TestContextBeforeItsTurn(t *testing.T) {
	d := open(t)
	scratch(t, d)
	ctx, cancel := context.WithCancel(t.Context())
	held, free := make(chan struct{}), make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() { d.Write(t.Context(), func(*sql.Tx) error { close(held); <-free; return nil }) })
	<-held
	var err error
	wg.Go(func() { err = d.Write(ctx, insert(1)) })
	waiting(d, 1)
	cancel()
	close(free)
	wg.Wait()
	require.ErrorIs(t, err, context.Canceled)
	require.Zero(t, count(t, d))
}

func TestCloseKeepsWhatWasTaken(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	d, err := Open(path)
	require.NoError(t, err)
	scratch(t, d)
	held, free := make(chan struct{}), make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() { d.Write(t.Context(), func(*sql.Tx) error { close(held); <-free; return nil }) })
	<-held
	const n = 20
	for i := range n {
		wg.Go(func() { require.NoError(t, d.Write(t.Context(), insert(i))) })
	}
	waiting(d, n)
	wg.Go(func() { require.NoError(t, d.Close()) })
	<-d.quit
	close(free)
	wg.Wait()
	require.ErrorIs(t, d.Write(t.Context(), insert(1)), ErrClosed)
	require.ErrorIs(t, d.Ping(t.Context()), ErrClosed)
	require.ErrorIs(t, d.Close(), ErrClosed)

	d, err = Open(path)
	require.NoError(t, err)
	defer d.Close()
	require.NoError(t, d.Ping(t.Context()))
	require.Equal(t, n, count(t, d))
}

func BenchmarkWriteParallel(b *testing.B) {
	d := open(b)
	scratch(b, d)
	b.SetParallelism(16)
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if err := d.Write(b.Context(), insert(1)); err != nil {
				b.Error(err)
			}
		}
	})
}
