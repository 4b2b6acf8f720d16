INSERT INTO action (id, mode, target, label, subject, who, at, first_change, n_changes)
VALUES (:id, :mode, :target, :label, :subject, :who, :at,
        (SELECT coalesce(max(seq), 0) + 1 FROM change), :n_changes)
RETURNING seq, first_change;
