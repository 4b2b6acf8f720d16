UPDATE action SET undone = :undone WHERE seq = :seq;
