-- What is to be done on the platform. A row is 'sending' on disk before the call
-- is made, so that after a crash nothing is sent twice.

CREATE TABLE outbox (
    id         INTEGER NOT NULL PRIMARY KEY,
    kind       TEXT    NOT NULL CHECK (kind IN ('reply', 'hide')),
    account    TEXT    NOT NULL,
    person     TEXT    NOT NULL,
    comment    TEXT    NOT NULL DEFAULT '',
    text       TEXT    NOT NULL DEFAULT '',    -- one of the clinic's fixed texts
    cause      TEXT    NOT NULL,               -- the message or comment that it answers
    state      TEXT    NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'expired', 'uncertain', 'cancelled')),
    reason     TEXT    NOT NULL DEFAULT '',    -- why it was tried again or given up: a code
    attempts   INTEGER NOT NULL DEFAULT 0,
    queued_at  INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    until      INTEGER NOT NULL,               -- the platform's window
    ended_at   INTEGER,
    sent_id    TEXT    NOT NULL DEFAULT ''     -- the platform's id of what was sent
) STRICT;

-- each for one state: SQLite does not see that "state = 'queued'" is within an IN
CREATE INDEX outbox_due ON outbox (not_before, id) WHERE state = 'queued';
CREATE INDEX outbox_late ON outbox (until) WHERE state = 'queued';
CREATE INDEX outbox_sending ON outbox (id) WHERE state = 'sending';
CREATE INDEX outbox_by_cause ON outbox (cause);
CREATE INDEX outbox_by_time ON outbox (queued_at);
