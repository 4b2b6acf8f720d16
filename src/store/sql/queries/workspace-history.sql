SELECT a.seq, c.seq, c.kind, c.record, c.verb, c.fields
FROM action AS a JOIN action AS t ON t.seq = coalesce(a.target, a.seq)
JOIN change AS c ON c.seq >= t.first_change AND c.seq < t.first_change + t.n_changes
WHERE a.seq < :before
ORDER BY a.seq DESC, c.seq DESC;
