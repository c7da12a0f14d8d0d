-- The text of flagged messages, encrypted, where the vault is on.

CREATE TABLE vault (
    message TEXT    NOT NULL PRIMARY KEY,
    account TEXT    NOT NULL,
    person  TEXT    NOT NULL,
    key_id  TEXT    NOT NULL,
    sealed  BLOB    NOT NULL,                  -- nonce and AES-256-GCM ciphertext
    at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX vault_by_time ON vault (at);
