"""The national list into a workspace, out of it and in again."""
from harness import ROUNDS, median, need, timed


def bench_import(context):
    """Import with everything on (hours read, services, districts, doubles looked for, log, search index), its undo and
    its redo; by turns with the peer, so that a busy minute of the machine meets both."""
    need('ogr2ogr')
    table, workspace = context.national_csv(), context.work / f'national-{context.rows}-{context.seed}.yizhan'
    package = context.work / 'national.gpkg'
    command = [context.built('src/cli/yizhanctl'), '--workspace', workspace]

    def measure_peer():
        package.unlink(missing_ok=True)
        return timed(['ogr2ogr', '-f', 'GPKG', '-a_srs', 'EPSG:4326', '-oo', 'X_POSSIBLE_NAMES=经度',
                      '-oo', 'Y_POSSIBLE_NAMES=纬度', '-oo', 'AUTODETECT_TYPE=YES', package, table])

    steps = {'ours': lambda: context.import_national(workspace), 'peer': measure_peer,
             'undo': lambda: timed([*command, 'undo']), 'redo': lambda: timed([*command, 'redo'])}
    runs = [{name: step() for name, step in steps.items()} for _ in range(ROUNDS)]
    wall, cpu = (median([{name: one[clock] for name, one in each.items()} for each in runs])
                 for clock in ('wall', 'cpu'))
    context.figure('import of the national list', wall['ours'], peer=wall['peer'], peer_name='ogr2ogr', ratio_below=3)
    context.figure('import, time of processors', cpu['ours'], peer=cpu['peer'])
    context.figure('undo of the import', wall['undo'], peer=wall['ours'], peer_name='the import', ratio_below=1)
    context.figure('redo of the import', wall['redo'], peer=wall['ours'])
