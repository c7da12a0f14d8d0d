-- What staff have to look at.

CREATE TABLE notices (
    id          INTEGER NOT NULL PRIMARY KEY,
    kind        TEXT    NOT NULL CHECK (kind IN ('request', 'attachment', 'comment', 'outbound', 'delivery')),
    request     TEXT    NOT NULL DEFAULT '',
    urgent      INTEGER NOT NULL DEFAULT 0,
    account     TEXT    NOT NULL,
    person      TEXT    NOT NULL,
    message     TEXT    NOT NULL DEFAULT '',   -- the message's or comment's id
    verdict     TEXT    NOT NULL DEFAULT 'none' CHECK (verdict IN ('none', 'identifier', 'health', 'phi')),
    action      TEXT    NOT NULL DEFAULT 'allow',
    types       INTEGER NOT NULL DEFAULT 0,    -- bits of identifiers.Type
    booking     INTEGER NOT NULL DEFAULT 0,    -- bits of booking facts
    rule        TEXT    NOT NULL DEFAULT '',
    at          INTEGER NOT NULL,
    assigned_to TEXT    NOT NULL DEFAULT '',
    resolved_at INTEGER,
    resolved_by TEXT    NOT NULL DEFAULT '',
    resolution  TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX notices_open ON notices (urgent, at) WHERE resolved_at IS NULL;
CREATE INDEX notices_by_thread ON notices (account, person);
CREATE INDEX notices_by_message ON notices (message);

CREATE TABLE incidents (
    id            INTEGER NOT NULL PRIMARY KEY,
    kind          TEXT    NOT NULL CHECK (kind IN ('comment', 'public_reply')),
    account       TEXT    NOT NULL,
    person        TEXT    NOT NULL,
    comment       TEXT    NOT NULL UNIQUE,
    media         TEXT    NOT NULL DEFAULT '',
    types         INTEGER NOT NULL DEFAULT 0,
    discovered_at INTEGER NOT NULL,
    notify_by     INTEGER NOT NULL,            -- 60 days after (45 CFR 164.404(b))
    assigned_to   TEXT    NOT NULL DEFAULT '',
    closed_at     INTEGER,
    closed_by     TEXT    NOT NULL DEFAULT '',
    outcome       TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX incidents_open ON incidents (notify_by) WHERE closed_at IS NULL;
