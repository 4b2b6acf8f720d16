SELECT seq FROM action WHERE seq < :before ORDER BY seq DESC LIMIT :limit;
