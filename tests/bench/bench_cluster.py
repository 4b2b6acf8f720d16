"""The cluster index of the map."""
import csv
import math
import random

from harness import ROUNDS, SOURCE, best, read_numbers, run


def write_points(table, path):
    """Lines "lon lat category" from the national list, category being the place of the state among all states."""
    states = {}
    with open(table, newline='', encoding='utf-8') as rows, open(path, 'w', encoding='ascii') as out:
        for row in csv.DictReader(rows):
            if row['经度']:
                out.write(f"{row['经度']} {row['纬度']} {states.setdefault(row['状态'], len(states))}\n")


def write_views(points, path, seed, count=600):
    """Screens of 1920 × 1080 pixels around stations, at the zooms at which people work (tiles of 512 pixels)."""
    chooser = random.Random(seed)
    places = chooser.sample(points.read_text(encoding='ascii').splitlines(), count)
    with open(path, 'w', encoding='ascii') as out:
        for number, place in enumerate(places):
            lon, lat = map(float, place.split()[:2])
            zoom = 3 + number % 15
            width = 360 * 1920 / (512 * 2 ** zoom)
            height = 360 * 1080 / (512 * 2 ** zoom) * math.cos(math.radians(lat))
            south, north = max(lat - height / 2, -85), min(lat + height / 2, 85)
            out.write(f'{lon - width / 2} {south} {lon + width / 2} {north} {zoom}\n')


def bench_cluster(context):
    """Cluster index against npm supercluster, which has no counts per category and cannot change one point."""
    points = context.work / f'points-{context.rows}-{context.seed}.txt'
    views = context.work / f'views-{context.rows}-{context.seed}.txt'
    if not points.exists():
        write_points(context.national_csv(), points)
    write_views(points, views, context.seed)

    def measure_ours():
        return read_numbers(run([context.program('bench-cluster'), points, views]))

    def measure_peer(folder):
        return read_numbers(run(['node', SOURCE / 'peer-supercluster.mjs', points, views], cwd=folder))

    ours = measure_ours()
    context.figure('cluster: move one station', ours['move'], below=2)
    context.figure('cluster: worst of 2,000 moves', ours['move-worst'], below=2)

    # by turns, so that a busy minute of the machine meets both
    folder = context.npm_package('supercluster', 9)
    runs = [(measure_ours(), measure_peer(folder)) for _ in range(ROUNDS)]
    ours, peer = best([pair[0] for pair in runs]), best([pair[1] for pair in runs])
    context.figure('cluster: build', ours['build'], peer=peer['build'], peer_name='supercluster', ratio_below=1 / 3)
    context.figure('cluster: query a screen', ours['query'], peer=peer['query'], peer_name='supercluster',
                   ratio_below=1)
    context.figure('cluster: clusters on all screens', ours['clusters'], '', peer=peer['clusters'])
