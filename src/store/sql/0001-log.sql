-- What the program remembers about the file itself.
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The log of what was done. One action is one edit, undo or redo; its changes are contiguous, from first_change on.
-- An undo or redo has no changes of its own: it takes back, or does again, those of its target.
CREATE TABLE action (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  mode INTEGER NOT NULL,                 -- 0 do, 1 undo, 2 redo
  target INTEGER REFERENCES action,      -- of undo and redo
  label TEXT NOT NULL,
  subject TEXT,
  who TEXT,
  at INTEGER NOT NULL,                   -- milliseconds since 1970-01-01T00:00Z
  first_change INTEGER NOT NULL DEFAULT 0,
  n_changes INTEGER NOT NULL DEFAULT 0,
  undone INTEGER NOT NULL DEFAULT 0,     -- whether it is taken back at present
  settled INTEGER NOT NULL DEFAULT 0     -- whether it can no longer be undone or redone
) STRICT;

CREATE INDEX action_target ON action (target) WHERE target IS NOT NULL;

-- A creation has no fields: its values are in the row, and what changed later can be walked back.
CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  action INTEGER NOT NULL REFERENCES action,
  kind TEXT NOT NULL,
  record INTEGER NOT NULL,               -- row of the kind's table
  verb INTEGER NOT NULL,                 -- YzVerb
  fields TEXT                            -- {"name": [before, after], ...}
) STRICT;

CREATE INDEX change_record ON change (record, kind);
