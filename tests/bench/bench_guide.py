"""Printed guides: an atlas with a street map a page against Chromium's print of the same stations without maps, the
first page on screen, and a guide of ten thousand stations."""
import os
import re
import shutil
import subprocess
import time

from harness import Skip, best, need, read_numbers, run

ROUNDS = 3
MANY = 10000


def watched(command, environment):
    """Runs a command; milliseconds on the wall, and megabytes at its peak."""
    start = time.monotonic()
    with subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                          env=environment) as child:
        said = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise RuntimeError(f'{command[0]} failed ({child.returncode}): {said.strip()}')
    return {'wall': (time.monotonic() - start) * 1e3, 'peak': usage.ru_maxrss / 1024}


def count_pages(path):
    return int(re.search(r'^Pages:\s+(\d+)', run(['pdfinfo', path]), re.MULTILINE).group(1))


def print_by_chromium(context, program, environment):
    """Milliseconds that Chromium takes for the same stations as a page without maps."""
    browser = shutil.which('chromium')
    if browser is None:
        raise Skip('chromium is not installed')
    page, pdf, profile = (context.work / name for name in ('atlas.html', 'chromium.pdf', 'chromium'))
    watched([*program, 'guide', 'list', page], environment)
    figures = [watched([browser, '--headless', '--no-sandbox', '--disable-gpu', f'--user-data-dir={profile}',
                        f'--print-to-pdf={pdf}', page.as_uri()], environment) for _ in range(ROUNDS)]
    return best(figures)['wall']


def bench_guide(context):
    need('pdfinfo')
    ctl = context.built('src/cli/yizhanctl')
    environment = {**os.environ, 'YIZHAN_DATADIR': str(context.build / 'data')}
    city, atlas = context.work / 'city.yizhan', context.work / 'atlas.pdf'
    context.forget(city)
    program = [ctl, '--workspace', city]
    watched([*program, 'sample'], environment)

    ours = best([watched([*program, 'guide', 'atlas', atlas, '--paper', 'a5'], environment) for _ in range(ROUNDS)])
    n = count_pages(atlas)
    context.figure(f'atlas, {n} street maps', ours['wall'], below=3000, peer_name='Chromium, no maps',
                   peer=print_by_chromium(context, program, environment))
    context.figure('  peak memory', ours['peak'], unit='MB', below=300)
    context.figure('  file, a page', atlas.stat().st_size / 1024 / n, unit='KB', below=20)

    for document, paper in ('guide', 'a4'), ('atlas', 'a5'), ('poster', 'a4'):
        first = best([read_numbers(run([context.program('bench-guide'), city, document, paper], env=environment))
                      for _ in range(ROUNDS)])
        context.figure(f'first page, {document}', first['first'], below=150)
        context.figure('  its content', first['content'])

    bench_many(context, ctl, environment)


def bench_many(context, ctl, environment):
    table, workspace, pdf = (context.work / name for name in (f'many-{MANY}.csv', 'many.yizhan', 'many.pdf'))
    if not table.exists():
        run([context.program('national'), '--rows', MANY, '--seed', context.seed, '--datum', 'WGS-84', table])
    context.forget(workspace)
    subprocess.run([str(ctl), '--workspace', str(workspace), 'import', str(table)], check=False, capture_output=True,
                   env=environment)
    ours = watched([ctl, '--workspace', workspace, 'guide', 'guide', pdf], environment)
    n = count_pages(pdf)
    context.figure(f'guide of {MANY} stations, {n} pages', ours['wall'], below=40000)
    context.figure('  peak memory', ours['peak'], unit='MB')
    context.figure('  file, a page', pdf.stat().st_size / 1024 / n, unit='KB', below=20)
