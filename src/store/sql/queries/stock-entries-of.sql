-- the heaps that a movement in effect touches
SELECT place.row, item.row, coalesce (lot.row, 0), coalesce (station.row, -place.row), movement.at
FROM movement
JOIN place ON place.id IN (movement.source, movement.target)
JOIN item ON item.id = movement.item
LEFT JOIN lot ON lot.id = movement.lot
LEFT JOIN station ON station.id = place.station
WHERE movement.row = :movement
  AND EXISTS (SELECT 1 FROM stock_entry AS entry
              WHERE entry.place = place.row AND entry.item = item.row AND entry.lot = coalesce (lot.row, 0)
                AND entry.at = movement.at AND entry.movement = movement.row);
