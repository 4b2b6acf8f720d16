-- what transfers that are not closed still have on the way; a movement that was taken back is one each way
SELECT coalesce (station.row, -place.row) AS holder, item.row,
       sum (CASE WHEN movement.target = :transit THEN movement.quantity
                 WHEN movement.source = :transit THEN -movement.quantity ELSE 0 END)
FROM transfer
JOIN place ON place.id = transfer.target
JOIN movement ON movement.transfer = transfer.id
JOIN item ON item.id = movement.item
LEFT JOIN station ON station.id = place.station
WHERE transfer.gone = 0 AND transfer.closed IS NULL AND (:station IS NULL OR place.station = :station)
GROUP BY 1, 2
HAVING sum (CASE WHEN movement.target = :transit THEN movement.quantity
                 WHEN movement.source = :transit THEN -movement.quantity ELSE 0 END) > 0
ORDER BY 1, 2;
