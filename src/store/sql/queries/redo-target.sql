-- the oldest action taken back, if nothing in effect is newer
SELECT seq FROM action
WHERE mode = 0 AND undone = 1 AND settled = 0
  AND seq > (SELECT coalesce(max(seq), 0) FROM action WHERE mode = 0 AND undone = 0 AND settled = 0)
ORDER BY seq LIMIT 1;
