"""The window: frames of the map, the start, and the memory."""
from harness import DISPLAY, SOURCE, need, read_numbers, run

STARTS = 3


def bench_map(context):
    """A pan over the national map: what our layer costs per frame, in processor time of the main thread, to build its
    render nodes; drawing them with cairo, as without a graphics card, is told for information."""
    need('xvfb-run', 'dbus-run-session')
    numbers = read_numbers(run([DISPLAY, context.program('bench-map-pan'), context.workspace()], timeout=600))
    for zoom in (4, 6, 8, 10, 12, 14, 15, 16):
        context.figure(f'map: a frame of a pan, zoom {zoom}', numbers[f'z{zoom}-mean'], below=4)
        context.figure(f'map: 99 of 100 frames, zoom {zoom}', numbers[f'z{zoom}-p99'], below=4)
        context.figure(f'map: the first frame, zoom {zoom}', numbers[f'z{zoom}-worst'])
        context.figure(f'map: drawn with cairo, zoom {zoom}', numbers[f'z{zoom}-cairo'])


def bench_start(context):
    """From the command to the first frame that shows the list, by turns with an empty workspace; and the memory."""
    need('xvfb-run', 'dbus-run-session')
    empty = context.work / 'empty.yizhan'
    if not empty.exists():
        run([context.built('src/cli/yizhanctl'), '--workspace', empty, 'init'])
    found = read_numbers(run([DISPLAY, 'python3', SOURCE / 'start.py', context.build, empty, context.workspace(), STARTS],
                             timeout=600))
    context.figure('start to the list', found['national'], peer=found['empty'], peer_name='empty', ratio_below=1.5)
    context.figure('start, time of processors', found['national-cpu'], peer=found['empty-cpu'])
    context.figure('peak memory, all loaded', found['national-memory'], 'MB', peer=found['empty-memory'], below=400)
