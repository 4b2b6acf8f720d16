"""Stock: what lies where, out of two million movements, against the same questions asked of the movements alone."""
import datetime
import sqlite3
import statistics
import time

from harness import ROUNDS, read_numbers, run

STATIONS, ITEMS, MOVEMENTS, APPENDED = 10000, 50, 2000000, 10000

# What somebody would write who knows nothing but the table of movements.
ONE = """SELECT item, lot, sum (CASE WHEN target = :place THEN quantity ELSE -quantity END) FROM movement
         WHERE (source = :place OR target = :place) AND at <= :at GROUP BY item, lot"""
ALL = """SELECT place, item, lot, sum (quantity) FROM
         (SELECT target AS place, item, lot, quantity FROM movement WHERE at <= :at
          UNION ALL SELECT source, item, lot, -quantity FROM movement WHERE at <= :at) GROUP BY place, item, lot"""

# What is below its minimum and what expires, of the movements alone.
DUE = """WITH entry AS (SELECT target AS place, item, lot, quantity FROM movement
                        UNION ALL SELECT source, item, lot, -quantity FROM movement),
              heap AS (SELECT place, item, lot, sum (quantity) AS quantity FROM entry GROUP BY place, item, lot),
              stock AS (SELECT heap.*, lot.expiry FROM heap JOIN place ON place.id = heap.place
                        LEFT JOIN lot ON lot.id = heap.lot WHERE place.type = 'station')
         SELECT place, item, NULL, sum (CASE WHEN expiry < :today THEN 0 ELSE quantity END) AS usable FROM stock
         GROUP BY place, item HAVING usable < (SELECT minimum FROM item WHERE item.id = stock.item)
         UNION ALL SELECT place, item, lot, quantity FROM stock
         WHERE quantity > 0 AND expiry <= date (:today, '+30 days')"""

LEDGER = """SELECT row FROM movement WHERE takes_back IS NULL ORDER BY at DESC, row DESC LIMIT 80"""

# The table that such a person would make, with the indexes that these questions ask for.
PLAIN = """CREATE TABLE movement (id TEXT PRIMARY KEY, item TEXT, lot TEXT, quantity INTEGER, source TEXT, target TEXT,
                                  at INTEGER);
           INSERT INTO movement SELECT id, item, lot, quantity, source, target, at FROM ours.movement;
           CREATE INDEX by_source ON movement (source);
           CREATE INDEX by_target ON movement (target);
           CREATE INDEX by_time ON movement (at);"""

NOW = 2 ** 62


def time_query(connection, sql, values):
    """Milliseconds of the quickest of some rounds."""
    times = []
    for _ in range(ROUNDS):
        begun = time.monotonic()
        connection.execute(sql, values).fetchall()
        times.append((time.monotonic() - begun) * 1000)
    return min(times)


def time_plain_append(context, path):
    """Milliseconds of the median round that puts as many rows into a table of movements and nothing else."""
    plain, times = context.work / 'stock-plain.sqlite', []
    context.forget(plain)
    connection = sqlite3.connect(plain, uri=True)
    connection.execute('ATTACH ? AS ours', (f'file:{path}?mode=ro',))
    connection.executescript(PLAIN)
    rows = connection.execute('SELECT * FROM movement ORDER BY at DESC LIMIT ?', (APPENDED,)).fetchall()
    for number in range(ROUNDS):
        begun = time.monotonic()
        with connection:
            connection.executemany('INSERT INTO movement VALUES (?, ?, ?, ?, ?, ?, ?)',
                                   ((f'{row[0]}-{number}', *row[1:]) for row in rows))
        times.append((time.monotonic() - begun) * 1000)
    connection.close()
    context.forget(plain)
    return statistics.median(times)


def make(context):
    path, program = context.work / f'stock-{context.seed}.yizhan', context.program('bench-stock')
    if not path.exists() or path.stat().st_mtime < program.stat().st_mtime:
        context.forget(path)
        run([program, 'make', path, STATIONS, ITEMS, MOVEMENTS, context.seed])
    return path


def bench_stock(context):
    path, program = make(context), context.program('bench-stock')
    answers = dict(line.split() for line in run([program, 'read', path]).splitlines())
    ours = {name: float(value) for name, value in answers.items() if name.endswith('_ms')}
    connection = sqlite3.connect(f'file:{path}?mode=ro', uri=True)
    place, = connection.execute('SELECT id FROM place WHERE station = ?', (answers['station'],)).fetchone()
    middle = connection.execute('SELECT (min (at) + max (at)) / 2 FROM movement').fetchone()[0]

    for name, title, sql, at, below in (
            ('station', 'stock of a station', ONE, NOW, 20),
            ('station_past', 'stock of a station at a past date', ONE, middle, 20),
            ('all', 'stock of all stations', ALL, NOW, 300),
            ('all_past', 'stock of all stations at a past date', ALL, middle, 300)):
        peer = time_query(connection, sql, {'place': place, 'at': at})
        context.figure(title, ours[f'{name}_ms'], peer=peer, peer_name='plain SQL', below=below)

    today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date().isoformat()
    due = {name: int(answers[name]) for name in ('lacking', 'expired', 'expiring')}
    rows = connection.execute(DUE, {'today': today}).fetchall()
    assert len(rows) == sum(due.values()), (len(rows), due)
    context.figure('the whole due list', ours['due_ms'], peer=time_query(connection, DUE, {'today': today}),
                   peer_name='plain SQL', below=300)
    context.figure('the first page of the ledger', ours['ledger_ms'], peer=time_query(connection, LEDGER, {}),
                   peer_name='plain SQL', below=20)
    connection.close()

    appended = [read_numbers(run([program, 'append', path, APPENDED, seed]))['append_ms'] for seed in range(ROUNDS)]
    context.figure('append 10,000 movements', statistics.median(appended), peer=time_plain_append(context, path),
                   peer_name='plain SQL', below=1000)
