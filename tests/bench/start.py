"""Starts Yizhan with one workspace and another by turns and prints, for each, medians until the first frame with the
list: milliseconds on the wall and of the processors; and the most memory that it took until it was at rest.

  start.py BUILD EMPTY NATIONAL TIMES      (needs a display)
"""
import os
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

TICKS = os.sysconf('SC_CLK_TCK')
PATIENCE = 60
ANNOUNCEMENT = 'first frame of the workspace'


def spent(process):
    """Seconds of processor time so far."""
    fields = Path(f'/proc/{process.pid}/stat').read_text().rpartition(')')[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def wait_until_at_rest(process):
    """Until three looks in a row find that next to nothing was done."""
    before, calm, end = spent(process), 0, time.monotonic() + PATIENCE
    while calm < 3 and time.monotonic() < end:
        time.sleep(0.5)
        now = spent(process)
        calm = calm + 1 if now - before < 0.03 else 0
        before = now


def peak_megabytes(process):
    for line in Path(f'/proc/{process.pid}/status').read_text().splitlines():
        if line.startswith('VmHWM'):
            return int(line.split()[1]) * 1024 / 1e6
    return 0


def start(build, workspace):
    environment = dict(os.environ, G_MESSAGES_DEBUG='yizhan', GSETTINGS_SCHEMA_DIR=f'{build}/data',
                       YIZHAN_DATADIR=f'{build}/data', YIZHAN_LOCALEDIR=f'{build}/po')
    begun = time.monotonic()
    process = subprocess.Popen([f'{build}/src/app/yizhan', workspace], env=environment, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True, encoding='utf-8')
    try:
        for line in process.stdout:
            if ANNOUNCEMENT in line:
                found = {'': (time.monotonic() - begun) * 1e3, '-cpu': spent(process) * 1e3}
                wait_until_at_rest(process)
                return found | {'-memory': peak_megabytes(process)}
        sys.exit('the program ended without a frame')
    finally:
        # not a polite quit: that would make the day's backup
        process.send_signal(signal.SIGKILL)
        process.wait()


def main():
    build, empty, national, times = sys.argv[1:]
    runs = {'empty': [], 'national': []}
    start(build, empty)
    for _ in range(int(times)):
        runs['empty'].append(start(build, empty))
        runs['national'].append(start(build, national))
    for name, found in runs.items():
        for figure in found[0]:
            print(f'{name}{figure} {statistics.median(each[figure] for each in found):.3f}')


if __name__ == '__main__':
    main()
