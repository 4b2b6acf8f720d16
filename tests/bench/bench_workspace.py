"""The national list into a workspace, out of it and in again."""
from harness import ROUNDS, median, need, timed


def bench_import(context):
    """Import with everything on (hours read, services, districts, doubles looked for, log, search index)."""
    need('ogr2ogr')
    table, workspace = context.national_csv(), context.work / f'national-{context.rows}-{context.seed}.yizhan'
    package = context.work / 'national.gpkg'

    def measure_peer():
        package.unlink(missing_ok=True)
        return timed(['ogr2ogr', '-f', 'GPKG', '-a_srs', 'EPSG:4326', '-oo', 'X_POSSIBLE_NAMES=经度',
                      '-oo', 'Y_POSSIBLE_NAMES=纬度', '-oo', 'AUTODETECT_TYPE=YES', package, table])

    runs = [(context.import_national(workspace), measure_peer()) for _ in range(ROUNDS)]
    ours, peer = median([pair[0] for pair in runs]), median([pair[1] for pair in runs])
    context.figure('import of the national list', ours['wall'], peer=peer['wall'], peer_name='ogr2ogr', ratio_below=3)
    context.figure('import, time of processors', ours['cpu'], peer=peer['cpu'])


def bench_undo(context):
    """Undo and redo of the import, in a copy of the workspace as it was just imported."""
    workspace = context.work / 'undone.yizhan'
    command = [context.built('src/cli/yizhanctl'), '--workspace', workspace]
    runs = []
    for _ in range(ROUNDS):
        runs.append({'import': context.import_national(workspace)['wall'],
                     'undo': timed([*command, 'undo'])['wall'],
                     'redo': timed([*command, 'redo'])['wall']})
    context.forget(workspace)
    figures = median(runs)
    context.figure('undo of the import', figures['undo'], peer=figures['import'], peer_name='the import', ratio_below=1)
    context.figure('redo of the import', figures['redo'], peer=figures['import'])
