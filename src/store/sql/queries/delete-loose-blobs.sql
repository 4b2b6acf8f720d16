-- an attachment in the trash, or undone, still holds its bytes; one that was purged has no checksum any more
DELETE FROM blob
WHERE added_at < :before AND sha256 NOT IN (SELECT sha256 FROM attachment WHERE sha256 IS NOT NULL);
