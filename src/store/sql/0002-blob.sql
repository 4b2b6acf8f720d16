-- The bytes of photos and documents, each once. A table apart from the attachments that name them: a list of
-- attachments never reads past a picture, and the bytes outlast an attachment for as long as undo may bring it back.
CREATE TABLE blob (
  sha256 TEXT PRIMARY KEY,               -- of the bytes, in lower-case hexadecimal digits
  bytes BLOB NOT NULL,
  added_at INTEGER NOT NULL              -- last time that somebody brought them, milliseconds since 1970-01-01T00:00Z
) STRICT;
