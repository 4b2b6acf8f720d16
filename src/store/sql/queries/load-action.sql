SELECT seq, id, mode, coalesce(target, 0), label, subject, who, at, n_changes, undone, first_change, settled
FROM action WHERE seq = :seq;
