-- every change of a record as it was seen: an undo shows its target's change once more, inverted
SELECT a.seq, c.seq, c.kind, c.record, c.verb, c.fields
FROM change AS c JOIN action AS a ON a.seq = c.action
WHERE c.record = :record AND c.kind = :kind
UNION ALL
SELECT a.seq, c.seq, c.kind, c.record, c.verb, c.fields
FROM change AS c JOIN action AS a ON a.target = c.action
WHERE c.record = :record AND c.kind = :kind
ORDER BY 1 DESC, 2 DESC;
