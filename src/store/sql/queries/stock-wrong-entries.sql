-- entries that do not say what their movement says; and counts without one, which no sum would miss
SELECT entry.place, entry.item, entry.lot
FROM stock_entry AS entry
LEFT JOIN movement ON movement.row = entry.movement
LEFT JOIN place ON place.row = entry.place
LEFT JOIN item ON item.row = entry.item
LEFT JOIN lot ON lot.row = entry.lot
WHERE item.id IS NOT movement.item OR lot.id IS NOT movement.lot OR movement.at IS NOT entry.at
  OR movement.counted IS NOT entry.counted OR coalesce (movement.forced, 0) <> entry.forced
  OR entry.delta IS NOT CASE place.id WHEN movement.source THEN -movement.quantity
                                      WHEN movement.target THEN movement.quantity END
UNION ALL
SELECT place.row, item.row, coalesce (lot.row, 0)
FROM movement
JOIN place ON place.id IN (movement.source, movement.target) AND place.type <> 'difference'
JOIN item ON item.id = movement.item
LEFT JOIN lot ON lot.id = movement.lot
WHERE movement.counted IS NOT NULL AND movement.takes_back IS NULL
  AND NOT EXISTS (SELECT 1 FROM movement AS counter WHERE counter.takes_back = movement.id)
  AND NOT EXISTS (SELECT 1 FROM stock_entry AS entry
                  WHERE entry.place = place.row AND entry.item = item.row AND entry.lot = coalesce (lot.row, 0)
                    AND entry.at = movement.at AND entry.movement = movement.row);
