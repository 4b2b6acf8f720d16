INSERT INTO stock_balance (holder, item, place, lot, quantity) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT DO UPDATE SET quantity = quantity + excluded.quantity;
