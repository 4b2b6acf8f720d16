SELECT seq, kind, record, verb, fields FROM change
WHERE seq >= :first AND seq < :first + :n
ORDER BY CASE :backwards WHEN 0 THEN seq ELSE -seq END;
