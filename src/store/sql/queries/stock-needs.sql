-- what was set for a holder and item; :station is empty for all
SELECT coalesce (station.row, -place.row) AS holder, item.row, level.begins, level.ends, level.minimum, level.target
FROM stock_level AS level
JOIN place ON place.id = level.place
JOIN item ON item.id = level.item
LEFT JOIN station ON station.id = place.station
WHERE level.gone = 0 AND (:station IS NULL OR place.station = :station)
ORDER BY 1, 2, level.row;
