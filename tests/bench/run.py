#!/usr/bin/env python3
"""Runs the benches and prints a line per figure: ours, the peer's, their ratio, the target, PASS or MISSED.

A bench is a function that gets a Context, measures, and calls context.figure() for what it found; it raises Skip
where a tool is missing. Data and peers live in BUILD/bench and are made once.
"""
import argparse
import json
import os
import sys

from bench_cluster import bench_cluster
from bench_guide import bench_guide
from bench_hours import bench_hours
from bench_stations import bench_list, bench_open_now, bench_search
from bench_stock import bench_stock
from bench_window import bench_map, bench_start
from bench_workspace import bench_import
from harness import SOURCE, Context, Path, Skip

BENCHES = {
    'import': bench_import,
    'search': bench_search,
    'list': bench_list,
    'open-now': bench_open_now,
    'hours': bench_hours,
    'cluster': bench_cluster,
    'guide': bench_guide,
    'stock': bench_stock,
    'map': bench_map,
    'start': bench_start,
}


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
    print(f'load average before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors')
    print(f'{"figure":<36} {"ours":>13} {"peer":>13} {"ratio":>7}  {"target":<24}')
    failed = False
    for name in arguments.only or BENCHES:
        try:
            BENCHES[name](context)
        except Skip as reason:
            print(f'{name}: skipped: {reason}')
        except RuntimeError as reason:
            failed = True
            print(f'{name}: failed: {reason}')

    print(f'load average after: {os.getloadavg()[0]:.1f}')

    if arguments.json:
        arguments.json.write_text(json.dumps(context.figures, ensure_ascii=False, indent=2) + '\n', encoding='utf-8')
    missed = any(figure['verdict'].startswith('MISSED') for figure in context.figures)
    return 1 if failed or (missed and arguments.strict) else 0


if __name__ == '__main__':
    sys.exit(main())
