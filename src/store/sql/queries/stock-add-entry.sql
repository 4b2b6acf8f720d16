INSERT INTO stock_entry (place, item, lot, at, movement, delta, forced, counted)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT DO NOTHING;
