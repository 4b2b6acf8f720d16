-- what a record owes to actions in effect after :action, newest first
SELECT c.fields, a.label, a.subject FROM change AS c JOIN action AS a ON a.seq = c.action
WHERE c.record = :record AND c.kind = :kind AND c.action > :action AND a.undone = 0
ORDER BY c.seq DESC;
