-- Stock, as it follows from the movements. Both tables are made anew from them at any time (yz-stock-book.c); the
-- numbers are rows of records. Places outside have no entries: nobody asks what lies there.

-- The movements that are in effect, at each place that they touch. What was taken back has no entry.
CREATE TABLE stock_entry (
  place INTEGER NOT NULL,
  item INTEGER NOT NULL,
  lot INTEGER NOT NULL,                  -- 0 without one
  at INTEGER NOT NULL,                   -- milliseconds since 1970-01-01T00:00Z
  movement INTEGER NOT NULL,
  delta INTEGER NOT NULL,
  forced INTEGER NOT NULL,
  counted INTEGER,                       -- what the sum must be after it
  PRIMARY KEY (place, item, lot, at, movement)
) STRICT, WITHOUT ROWID;

-- Their sums. A holder is the station that a place belongs to; a place of no station is its own, with a minus before.
CREATE TABLE stock_balance (
  holder INTEGER NOT NULL,
  item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  lot INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  PRIMARY KEY (holder, item, place, lot)
) STRICT, WITHOUT ROWID;
