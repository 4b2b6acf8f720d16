-- the newest action in effect
SELECT seq FROM action
WHERE mode = 0 AND undone = 0 AND settled = 0
ORDER BY seq DESC LIMIT 1;
