-- The audit trail: each row is one line of a chain of hashes (phi/audit), and
-- rows are only ever added.

CREATE TABLE trail (
    seq      INTEGER NOT NULL PRIMARY KEY,
    at       INTEGER NOT NULL,
    resource BLOB,                             -- keyed hash of what it is about
    line     TEXT    NOT NULL
) STRICT;

CREATE INDEX trail_by_resource ON trail (resource) WHERE resource IS NOT NULL;

CREATE TRIGGER trail_no_update BEFORE UPDATE ON trail
BEGIN SELECT raise(ABORT, 'the audit trail is append-only'); END;

CREATE TRIGGER trail_no_delete BEFORE DELETE ON trail
BEGIN SELECT raise(ABORT, 'the audit trail is append-only'); END;

-- INSERT OR REPLACE would delete without the trigger above
CREATE TRIGGER trail_in_order BEFORE INSERT ON trail
WHEN new.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM trail)
BEGIN SELECT raise(ABORT, 'the audit trail is append-only'); END;
