UPDATE action SET subject = :subject, n_changes = :n_changes, settled = :settled WHERE seq = :seq;
