package register

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/phidetect/phidetect/examples/dmguard/internal/db"
)

// A Published is a post that rests on an authorization.
type Published struct {
	ID, Authorization int64
	Place             Place
	// Media is the platform's id of the post: up to 100 letters, digits and "_-".
	Media  string
	Posted time.Time
	// Down is when it was taken down, or the zero time.
	Down time.Time
}

var (
	// ErrMedia is an id of a post that is none.
	ErrMedia = errors.New("register: media: the platform's id of the post, up to 100 letters, digits and _-")
	// ErrPost: there is no such post, or it is down already.
	ErrPost = errors.New("register: there is no such post that is up")
)

// Posted notes a post with its authorization, which must be valid and for this
// place. Noting one twice does nothing.
func (r *Register) Posted(ctx context.Context, actor string, id int64, place Place, media string, now time.Time) error {
	if !isMedia(media) {
		return ErrMedia
	}
	return r.db.Write(ctx, func(tx *sql.Tx) error {
		if err := r.Covers(tx, id, Use{Place: place}, now); err != nil {
			return err
		}
		if _, err := tx.Exec("INSERT INTO posts (authorization_id, place, media, posted_at, posted_by) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", id, string(place), media, now.UnixMilli(), actor); err != nil {
			return err
		}
		return r.record(tx, actor, "authorized-post", id, now)
	})
}

// Revoke ends an authorization and gives the posts to take down. To revoke it
// again changes nothing and gives those that are still up.
func (r *Register) Revoke(ctx context.Context, actor string, id int64, now time.Time) (up []Published, err error) {
	err = r.db.Write(ctx, func(tx *sql.Tx) error {
		res, err := tx.Exec("UPDATE authorizations SET revoked_at = ?, revoked_by = ? WHERE id = ? AND revoked_at IS NULL", now.UnixMilli(), actor, id)
		if err != nil {
			return err
		}
		n, err := res.RowsAffected()
		if err != nil {
			return err
		}
		if n == 1 {
			return r.record(tx, actor, "authorization-revoked", id, now)
		}
		_, err = scanOne(tx.QueryRow(selectAll+" WHERE id = ?", id))
		return err
	})
	if err != nil {
		return nil, err
	}
	return r.posts(ctx, "p.authorization_id = ? AND p.down_at IS NULL", id)
}

// Posts gives the posts of an authorization.
func (r *Register) Posts(ctx context.Context, id int64) ([]Published, error) {
	return r.posts(ctx, "p.authorization_id = ?", id)
}

// ToTakeDown gives the posts that are still up though their authorization was
// revoked or has expired.
func (r *Register) ToTakeDown(ctx context.Context, now time.Time) ([]Published, error) {
	return r.posts(ctx, "p.down_at IS NULL AND (a.revoked_at IS NOT NULL OR a.expires_at <= ?)", now.UnixMilli())
}

// TakenDown notes that a post is gone.
func (r *Register) TakenDown(ctx context.Context, actor string, post int64, now time.Time) error {
	return r.db.Write(ctx, func(tx *sql.Tx) error {
		var id int64
		err := tx.QueryRow("UPDATE posts SET down_at = ?, down_by = ? WHERE id = ? AND down_at IS NULL RETURNING authorization_id", now.UnixMilli(), actor, post).Scan(&id)
		if errors.Is(err, sql.ErrNoRows) {
			return ErrPost
		}
		if err != nil {
			return err
		}
		return r.record(tx, actor, "post-taken-down", id, now)
	})
}

func (r *Register) posts(ctx context.Context, where string, args ...any) ([]Published, error) {
	rows, err := r.db.Read().QueryContext(ctx, "SELECT p.id, p.authorization_id, p.place, p.media, p.posted_at, coalesce(p.down_at, 0) FROM posts p JOIN authorizations a ON a.id = p.authorization_id WHERE "+where+" ORDER BY p.id", args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Published
	for rows.Next() {
		var p Published
		var posted, down int64
		if err := rows.Scan(&p.ID, &p.Authorization, &p.Place, &p.Media, &posted, &down); err != nil {
			return nil, err
		}
		p.Posted = db.Time(posted)
		if down != 0 {
			p.Down = db.Time(down)
		}
		out = append(out, p)
	}
	return out, rows.Err()
}

func isMedia(s string) bool {
	for _, c := range s {
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_' && c != '-' {
			return false
		}
	}
	return s != "" && len(s) <= 100
}
