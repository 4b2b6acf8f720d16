-- who brings the same bytes again is about to refer to them: they count as new
INSERT INTO blob (sha256, bytes, added_at) VALUES (:sha256, :bytes, :now)
ON CONFLICT (sha256) DO UPDATE SET added_at = excluded.added_at;
