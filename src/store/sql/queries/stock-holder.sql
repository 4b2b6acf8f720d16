SELECT coalesce (station.row, -place.row) FROM place LEFT JOIN station ON station.id = place.station WHERE place.row = ?1;
