INSERT INTO change (seq, action, kind, record, verb, fields)
VALUES (:seq, :action, :kind, :record, :verb, :fields);
