SELECT c.action, c.seq, c.kind, c.record, c.verb, c.fields FROM change AS c WHERE c.seq = :seq;
