package trail

import (
	"context"
	"database/sql"
	"io"

	"github.com/phidetect/phidetect/phi/audit"
)

// Verify reads the whole chain and gives its head. The error is the first break,
// an *audit.VerifyError that says which line and how. The anchor is a head that
// an earlier Verify gave, the zero Head for none: if lines up to it were cut off
// since, that is a break too.
func (t *Trail) Verify(ctx context.Context, anchor audit.Head) (audit.Head, error) {
	rows, err := t.db.Read().QueryContext(ctx, "SELECT line FROM trail ORDER BY seq")
	if err != nil {
		return audit.Head{}, err
	}
	defer rows.Close()
	return audit.Verify(&lines{rows: rows}, &audit.VerifyOptions{Key: t.key, Anchor: anchor})
}

// lines reads the lines of rows one behind the other.
type lines struct {
	rows *sql.Rows
	rest sql.RawBytes
}

// Read gives what is left of a line, or the next line's beginning.
func (l *lines) Read(p []byte) (int, error) {
	for len(l.rest) == 0 {
		if !l.rows.Next() {
			if err := l.rows.Err(); err != nil {
				return 0, err
			}
			return 0, io.EOF
		}
		if err := l.rows.Scan(&l.rest); err != nil {
			return 0, err
		}
	}
	n := copy(p, l.rest)
	l.rest = l.rest[n:]
	return n, nil
}
