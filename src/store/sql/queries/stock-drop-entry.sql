DELETE FROM stock_entry WHERE place = ?1 AND item = ?2 AND lot = ?3 AND at = ?5 AND movement = ?6;
