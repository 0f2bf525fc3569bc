-- A card may be locked with a word; what is kept of it is what scrypt made of it.
ALTER TABLE member ADD COLUMN lock TEXT;

-- What a family wrote for itself: a pact, house rules, whom to call. `kind` says which, `place` puts them in order.
CREATE TABLE page (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    place INTEGER NOT NULL,
    changed TEXT NOT NULL
) STRICT;
