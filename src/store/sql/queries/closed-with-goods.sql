-- the first station that a range of changes closed though something lies there; 1: first change, 2: how many
WITH closed AS (
  SELECT station.row, station.id, station.name
  FROM change CROSS JOIN station ON station.row = change.record
  WHERE change.seq >= ?1 AND change.seq < ?1 + ?2 AND change.kind = 'station'
    AND json_type (change.fields, '$.state') IS NOT NULL
    AND station.gone = 0 AND station.state IN ('closed', 'merged')
), left_there AS (
  SELECT name,
    (SELECT count (DISTINCT item) FROM stock_balance WHERE holder = closed.row AND quantity <> 0) AS items,
    (SELECT count (*) FROM equipment
     WHERE station = closed.id AND gone = 0 AND state <> 'disposed') AS pieces,
    (SELECT count (*) FROM place CROSS JOIN transfer ON transfer.target = place.id
     WHERE place.station = closed.id AND transfer.gone = 0 AND transfer.closed IS NULL
       -- of one that was taken back nothing is on the way
       AND (SELECT sum (iif (movement.target = transit.id, quantity, -quantity)) FROM movement
            JOIN place AS transit ON transit.type = 'transit' AND transit.id IN (movement.source, movement.target)
            WHERE movement.transfer = transfer.id) <> 0) AS transfers,
    (SELECT count (*) FROM place CROSS JOIN stocktake ON stocktake.place = place.id
     WHERE place.station = closed.id AND stocktake.gone = 0 AND stocktake.state IN ('counting', 'counted')) +
    (SELECT count (*) FROM place CROSS JOIN audit ON audit.place = place.id
     WHERE place.station = closed.id AND audit.gone = 0 AND audit.state = 'open') AS counts
  FROM closed
)
SELECT name, items, pieces, transfers, counts FROM left_there
WHERE items + pieces + transfers + counts > 0 LIMIT 1;
