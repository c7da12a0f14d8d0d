-- What happened on the platform, without a word of it: ids, times, and what was
-- found and decided.

CREATE TABLE threads (
    account       TEXT    NOT NULL,
    person        TEXT    NOT NULL,            -- the platform's scoped id
    first_at      INTEGER NOT NULL,
    last_at       INTEGER NOT NULL,
    state         TEXT    NOT NULL,            -- a snapshot of phi.Conversation
    verdict       TEXT    NOT NULL CHECK (verdict IN ('none', 'identifier', 'health', 'phi')),
    welcomed_at   INTEGER,                     -- when the disclaimer was queued
    redirected_at INTEGER,                     -- when the last redirect was queued
    PRIMARY KEY (account, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX threads_by_time ON threads (last_at);

CREATE TABLE messages (
    id          TEXT    NOT NULL PRIMARY KEY,  -- mid or comment id
    kind        TEXT    NOT NULL CHECK (kind IN ('message', 'echo', 'unsend', 'comment')),
    account     TEXT    NOT NULL,
    person      TEXT    NOT NULL,
    at          INTEGER NOT NULL,              -- as the platform says
    received_at INTEGER NOT NULL,
    verdict     TEXT    NOT NULL CHECK (verdict IN ('none', 'identifier', 'health', 'phi')),
    action      TEXT    NOT NULL CHECK (action IN ('allow', 'redirect', 'redact', 'hold', 'block')),
    request     TEXT    NOT NULL DEFAULT '',   -- booking, refill, … where it was flagged
    types       INTEGER NOT NULL DEFAULT 0,    -- bits of identifiers.Type
    attachments INTEGER NOT NULL DEFAULT 0,    -- how many
    media       TEXT    NOT NULL DEFAULT '',   -- the post that a comment is under
    automatic   INTEGER NOT NULL DEFAULT 0,    -- an echo of this program's own reply
    unsent_at   INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX messages_by_thread ON messages (account, person, at);
CREATE INDEX messages_by_time ON messages (received_at);
