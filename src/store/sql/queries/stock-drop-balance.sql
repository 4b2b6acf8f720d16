-- a sum of nothing is no sum: what was only ever received by mistake is not kept there
DELETE FROM stock_balance
WHERE holder = ?1 AND item = ?2 AND place = ?3 AND lot = ?4
  AND NOT EXISTS (SELECT 1 FROM stock_entry WHERE place = ?3 AND item = ?2 AND lot = ?4);
