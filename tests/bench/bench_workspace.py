"""The national list into a workspace, out of it and in again."""
import csv

from harness import ROUNDS, median, need, timed


def one_in_hundred_changed(table):
    """The list as it comes back after a while: every hundredth station has another number of seats."""
    path = table.with_name(table.stem + '-changed.csv')
    with table.open(encoding='utf-8', newline='') as source, path.open('w', encoding='utf-8', newline='') as target:
        rows, writer = csv.reader(source), csv.writer(target)
        heading = next(rows)
        seats = heading.index('座位数')
        writer.writerow(heading)
        for number, row in enumerate(rows):
            if number % 100 == 0:
                row[seats] = str(int(row[seats] or 0) + 1)
            writer.writerow(row)
    return path


def bench_import(context):
    """Import with everything on (hours read, services, districts, doubles looked for, log, search index), its undo and
    its redo, the same list again and one that is a little newer; by turns with the peer, so that a busy minute of the
    machine meets both. The workspace is left as the first import made it."""
    need('ogr2ogr')
    table, workspace = context.national_csv(), context.work / f'national-{context.rows}-{context.seed}.yizhan'
    package, changed = context.work / 'national.gpkg', one_in_hundred_changed(table)
    command = [context.built('src/cli/yizhanctl'), '--workspace', workspace]

    def measure_peer():
        package.unlink(missing_ok=True)
        return timed(['ogr2ogr', '-f', 'GPKG', '-a_srs', 'EPSG:4326', '-oo', 'X_POSSIBLE_NAMES=经度',
                      '-oo', 'Y_POSSIBLE_NAMES=纬度', '-oo', 'AUTODETECT_TYPE=YES', package, table])

    steps = {'ours': lambda: context.import_national(workspace), 'peer': measure_peer,
             'undo': lambda: timed([*command, 'undo']), 'redo': lambda: timed([*command, 'redo']),
             'again': lambda: timed([*command, 'import', table], allowed=(0, 1)),
             'changed': lambda: timed([*command, 'import', changed], allowed=(0, 1)),
             'undo of changed': lambda: timed([*command, 'undo'])}
    runs = [{name: step() for name, step in steps.items()} for _ in range(ROUNDS)]
    wall, cpu = (median([{name: one[clock] for name, one in each.items()} for each in runs])
                 for clock in ('wall', 'cpu'))
    context.figure('import of the national list', wall['ours'], peer=wall['peer'], peer_name='ogr2ogr', ratio_below=3)
    context.figure('import, time of processors', cpu['ours'], peer=cpu['peer'])
    context.figure('undo of the import', wall['undo'], peer=wall['ours'], peer_name='the import', ratio_below=1)
    context.figure('redo of the import', wall['redo'], peer=wall['ours'])
    context.figure('import again, nothing new', wall['again'], peer=wall['ours'], peer_name='the import', ratio_below=1)
    context.figure('import again, 1 % changed', wall['changed'], peer=wall['ours'], peer_name='the import',
                   ratio_below=1)
