-- the row of the log stays, so that an action's changes can be counted
UPDATE change SET fields = NULL WHERE record = :record AND kind = :kind;
