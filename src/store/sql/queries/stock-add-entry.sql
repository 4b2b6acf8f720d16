INSERT INTO stock_entry (place, item, lot, at, movement, delta, forced, counted)
VALUES (?1, ?2, ?3, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT DO NOTHING;
