#!/usr/bin/env python3
"""Runs the benches and prints a line per figure: ours, the peer's, their ratio, the target, PASS or MISSED.

A bench is a function with @bench. It gets a Context, measures, and calls context.figure() for what it found; it
raises Skip where a tool is missing. Data and peers live in BUILD/bench and are made once.
"""
import argparse
import csv
import json
import math
import random
import shutil
import subprocess
import sys
from pathlib import Path

ROUNDS = 3
SOURCE = Path(__file__).resolve().parent
BENCHES = {}


class Skip(Exception):
    """A bench that cannot run here, with the reason."""


def bench(function):
    BENCHES[function.__name__.removeprefix('bench_')] = function
    return function


class Context:
    def __init__(self, build, rows, seed):
        self.build = build
        self.rows = rows
        self.seed = seed
        self.work = build / 'bench'
        self.work.mkdir(parents=True, exist_ok=True)
        self.figures = []

    def figure(self, name, ours, unit='ms', peer=None, peer_name='', ratio_below=None, below=None):
        """Prints and keeps a figure; its ratio to the peer's has a target, or it has one itself, or it just informs."""
        if ratio_below is not None:
            value, limit, shown = ours / peer, ratio_below, f'≤ {ratio_below:.3g}× {peer_name}'
        else:
            value, limit, shown = ours, below, '' if below is None else f'≤ {below:g} {unit}'
        verdict = '' if limit is None else 'PASS' if value <= limit else f'MISSED by {(value / limit - 1) * 100:.0f} %'
        self.figures.append({'name': name, 'ours': ours, 'peer': peer, 'unit': unit, 'target': shown,
                             'verdict': verdict})

        ratio = '' if peer is None else f'{ours / peer:.2f}×'
        beside = '' if peer is None else f'{peer:.4g} {unit}'
        print(f'{name:<34} {f"{ours:.4g} {unit}":>13} {beside:>13} {ratio:>7}  {shown:<24} {verdict}', flush=True)

    def program(self, name):
        path = self.build / 'tests' / 'bench' / name
        if not path.exists():
            raise Skip(f'{path} is not built')
        return path

    def national_csv(self):
        """The seeded national list; made once per size and seed."""
        path = self.work / f'national-{self.rows}-{self.seed}.csv'
        if not path.exists():
            part = path.with_suffix('.part')
            run([self.program('national'), '--rows', self.rows, '--seed', self.seed, '--datum', 'WGS-84', part])
            part.rename(path)
        return path

    def national_workspace(self):
        """A workspace with the national list in it, taken over by the command line; made once per size and seed."""
        path = self.work / f'national-{self.rows}-{self.seed}.yizhan'
        if not path.exists():
            command_line = self.build / 'src' / 'cli' / 'yizhanctl'
            if not command_line.exists():
                raise Skip(f'{command_line} is not built')
            part = self.work / 'part.yizhan'
            part.unlink(missing_ok=True)
            # 1: rows that may be doubles were found, which a list of this size has
            run([command_line, '--workspace', part, 'import', self.national_csv(), '--datum', 'wgs84'], good=(0, 1))
            part.rename(path)
        return path

    def npm_package(self, name, version):
        """A folder in which node finds the package, installed by npm the first time."""
        folder = self.work / 'npm'
        if (folder / 'node_modules' / name).is_dir():
            return folder
        if not shutil.which('npm') or not shutil.which('node'):
            raise Skip('the peer needs node and npm')
        folder.mkdir(exist_ok=True)
        done = subprocess.run(['npm', 'install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder,
                               f'{name}@{version}'],
                              cwd=folder, capture_output=True, text=True, timeout=180)
        if done.returncode != 0:
            raise Skip(f'npm cannot install {name}: {done.stderr.strip() or "no reason given"}')
        return folder


def run(command, good=(0,), **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if done.returncode not in good:
        raise RuntimeError(f'{command[0]} failed ({done.returncode}): {done.stderr.strip()}')
    return done.stdout


def read_numbers(output):
    """The lines "name number" of a measuring program."""
    return {name: float(number) for name, number in (line.split() for line in output.splitlines())}


def best(runs):
    """The least of each figure over several runs: what the machine can do when nothing else wants it."""
    return {name: min(each[name] for each in runs) for name in runs[0]}


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


@bench
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


@bench
def bench_map(context):
    """A pan over the national map: what our layer costs per frame, in processor time of the main thread, to build its
    render nodes; drawing them with cairo, as without a graphics card, is told for information."""
    display = SOURCE.parent / 'support' / 'with_display.sh'
    command = [display, context.program('bench-map-pan'), context.national_workspace()]
    numbers = read_numbers(run(command, timeout=600))
    for zoom in (4, 6, 8, 10, 12, 14, 15, 16):
        context.figure(f'map: a frame of a pan, zoom {zoom}', numbers[f'z{zoom}-mean'], below=4)
        context.figure(f'map: 99 of 100 frames, zoom {zoom}', numbers[f'z{zoom}-p99'], below=4)
        context.figure(f'map: the first frame, zoom {zoom}', numbers[f'z{zoom}-worst'])
        context.figure(f'map: drawn with cairo, zoom {zoom}', numbers[f'z{zoom}-cairo'])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--build-dir', type=Path, default=SOURCE.parents[1] / 'build')
    parser.add_argument('--rows', type=int, default=200000)
    parser.add_argument('--seed', type=int, default=42)
    parser.add_argument('--only', action='append', choices=sorted(BENCHES), help='may be given several times')
    parser.add_argument('--json', type=Path, help='also write the figures there')
    parser.add_argument('--strict', action='store_true', help='exit 1 where a target is missed')
    arguments = parser.parse_args()

    context = Context(arguments.build_dir.resolve(), arguments.rows, arguments.seed)
    print(f'{"figure":<34} {"ours":>13} {"peer":>13} {"ratio":>7}  {"target":<24}')
    for name in arguments.only or BENCHES:
        try:
            BENCHES[name](context)
        except Skip as reason:
            print(f'{name}: skipped: {reason}')

    if arguments.json:
        arguments.json.write_text(json.dumps(context.figures, ensure_ascii=False, indent=2) + '\n', encoding='utf-8')
    missed = any(figure['verdict'].startswith('MISSED') for figure in context.figures)
    return 1 if missed and arguments.strict else 0


if __name__ == '__main__':
    sys.exit(main())
