-- What has happened at the table, in the order it happened. `round` 0 is between two Rounds.
-- Autoincrement: a number that was taken back is never given again, because entries refer to entries.
CREATE TABLE entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    round INTEGER NOT NULL CHECK (round >= 0),
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    at TEXT NOT NULL,
    zone TEXT NOT NULL,
    day TEXT NOT NULL
) STRICT;

CREATE INDEX entry_by_round ON entry (round);

CREATE INDEX entry_by_kind ON entry (kind, round);

-- The Round on the table, at most one, without anybody's secrets.
CREATE TABLE open_round (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    round INTEGER NOT NULL,
    token TEXT NOT NULL,
    plan TEXT NOT NULL,
    place TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE member (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    birth_year INTEGER,
    birth_month INTEGER CHECK (birth_month BETWEEN 1 AND 12),
    stage TEXT,
    colour TEXT NOT NULL,
    pattern TEXT NOT NULL,
    object TEXT NOT NULL,
    seat INTEGER NOT NULL,
    guess_me INTEGER NOT NULL CHECK (guess_me IN (0, 1)),
    body TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;

CREATE TABLE preference (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- A line that somebody was typing when the lid closed.
CREATE TABLE draft (
    key TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
