-- Patients' authorizations to be spoken of or shown (45 CFR 164.508), and the
-- posts that rest on them. Names are kept as keyed hashes of their words.

CREATE TABLE authorizations (
    id         INTEGER NOT NULL PRIMARY KEY,
    form       TEXT    NOT NULL UNIQUE,        -- where the clinic has filed the signed form
    types      INTEGER NOT NULL,               -- bits of identifiers.Type
    health     INTEGER NOT NULL,
    places     TEXT    NOT NULL,               -- post,caption,…
    purpose    TEXT    NOT NULL,
    signed_at  INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    added_at   INTEGER NOT NULL,
    added_by   TEXT    NOT NULL,
    revoked_at INTEGER,
    revoked_by TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE authorized_words (
    authorization_id INTEGER NOT NULL REFERENCES authorizations (id),
    word             BLOB    NOT NULL,
    PRIMARY KEY (authorization_id, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE posts (
    id               INTEGER NOT NULL PRIMARY KEY,
    authorization_id INTEGER NOT NULL REFERENCES authorizations (id),
    place            TEXT    NOT NULL,
    media            TEXT    NOT NULL,         -- the platform's id of the post
    posted_at        INTEGER NOT NULL,
    posted_by        TEXT    NOT NULL,
    down_at          INTEGER,
    down_by          TEXT    NOT NULL DEFAULT '',
    UNIQUE (authorization_id, media)
) STRICT;
