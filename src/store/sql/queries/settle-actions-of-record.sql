UPDATE action SET settled = 1
WHERE seq IN (SELECT action FROM change WHERE record = :record AND kind = :kind);
