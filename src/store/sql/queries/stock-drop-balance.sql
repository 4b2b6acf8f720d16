-- a sum of nothing is no sum: what was only ever received by mistake is not kept there
DELETE FROM stock_balance
WHERE holder = ?4 AND item = ?2 AND place = ?1 AND lot = ?3
  AND NOT EXISTS (SELECT 1 FROM stock_entry WHERE place = ?1 AND item = ?2 AND lot = ?3);
