INSERT INTO stock_balance (place, item, lot, holder, quantity) VALUES (?1, ?2, ?3, ?4, ?6)
ON CONFLICT DO UPDATE SET quantity = quantity + excluded.quantity;
