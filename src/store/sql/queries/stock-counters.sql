SELECT id FROM movement WHERE takes_back = ?1;
