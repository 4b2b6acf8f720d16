-- what people were given of an item since, and gave back, as far as it is in effect
SELECT entry.at, -entry.delta
FROM stock_entry AS entry
JOIN movement ON movement.row = entry.movement
WHERE entry.place IN (SELECT row FROM place
                      WHERE (:station IS NULL AND :place IS NULL) OR station = :station OR id = :place)
  AND entry.item = (SELECT row FROM item WHERE id = :item)
  AND entry.at >= :since
  AND movement.type IN ('hand_out', 'dispense', 'give_back');
