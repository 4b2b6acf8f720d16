-- an edit after an undo begins another branch: what was taken back can no longer be done again
UPDATE action SET settled = 1 WHERE mode = 0 AND undone = 1 AND settled = 0;
