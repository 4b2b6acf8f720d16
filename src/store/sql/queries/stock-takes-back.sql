SELECT takes_back FROM movement WHERE id = ?1;
