-- how a movement stands today: how often it was taken back and taken back again, when and by whom last, and what of its
-- item lay there right after it, at the places of a station or in one place
WITH RECURSIVE chain (id, depth, changed) AS (
  SELECT id, 0, changed FROM movement WHERE row = :movement
  UNION ALL
  SELECT next.id, depth + 1, next.changed FROM chain JOIN movement AS next ON next.takes_back = chain.id
  WHERE next.row <> :movement) -- a damaged file may hold a ring
SELECT chain.depth, action.at, action.who,
       (SELECT coalesce (sum (entry.delta), 0) FROM stock_entry AS entry
        WHERE entry.place IN (SELECT place.row FROM place WHERE place.station = :station OR place.id = :place)
          AND entry.item = (SELECT item.row FROM item WHERE item.id = movement.item)
          AND (entry.at, entry.movement) <= (movement.at, movement.row))
FROM chain
JOIN movement ON movement.row = :movement
LEFT JOIN action ON action.seq = chain.changed
ORDER BY chain.depth DESC
LIMIT 1;
