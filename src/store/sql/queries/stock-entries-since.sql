-- what lay there before: what lies there now, without what came since; then every entry since
SELECT 0, ?5 - 1, coalesce ((SELECT quantity FROM stock_balance
                             WHERE holder = ?4 AND item = ?2 AND place = ?1 AND lot = ?3), 0)
       - coalesce ((SELECT sum (delta) FROM stock_entry WHERE place = ?1 AND item = ?2 AND lot = ?3 AND at >= ?5), 0),
       1, NULL
UNION ALL
SELECT movement, at, delta, forced, counted FROM stock_entry
WHERE place = ?1 AND item = ?2 AND lot = ?3 AND at >= ?5
ORDER BY 2, 1;
