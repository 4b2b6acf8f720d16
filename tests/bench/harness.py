"""What every bench needs: the build, made data, peers, and a way to say what was measured."""
import json
import resource
import shutil
import statistics
import subprocess
import time
from pathlib import Path

SOURCE = Path(__file__).resolve().parent
DISPLAY = SOURCE.parent / 'support' / 'with_display.sh'
ROUNDS = 3


class Skip(Exception):
    """A bench that cannot run here, with the reason."""


class Context:
    def __init__(self, build, rows, seed):
        self.build = build
        self.rows = rows
        self.seed = seed
        self.require_optimised()
        self.work = build / 'bench'
        self.work.mkdir(parents=True, exist_ok=True)
        self.figures = []

    def require_optimised(self):
        """Figures of a build for the debugger say nothing."""
        options = json.loads((self.build / 'meson-info' / 'intro-buildoptions.json').read_text(encoding='utf-8'))
        values = {option['name']: option['value'] for option in options}
        if values['optimization'] not in ('2', '3') or values['b_sanitize'] != 'none':
            raise SystemExit(f'{self.build} is no optimised build: meson configure {self.build} '
                             '-Dbuildtype=debugoptimized -Db_sanitize=none')

    def figure(self, name, ours, unit='ms', peer=None, peer_name='', ratio_below=None, below=None):
        """Prints and keeps a figure; its ratio to the peer's has a target, or it has one itself, or it just informs."""
        if ratio_below is not None:
            value, limit, shown = ours / peer, ratio_below, f'≤ {ratio_below:.3g} × {peer_name}'
        else:
            value, limit, shown = ours, below, '' if below is None else f'≤ {below:g} {unit}'
        verdict = '' if limit is None else 'PASS' if value <= limit else f'MISSED by {(value / limit - 1) * 100:.0f} %'
        self.figures.append({'name': name, 'ours': ours, 'peer': peer, 'unit': unit, 'target': shown,
                             'verdict': verdict})

        ratio = '' if peer is None else f'{ours / peer:.3g}×'
        beside = '' if peer is None else f'{peer:.4g} {unit}'
        print(f'{name:<36} {f"{ours:.4g} {unit}":>13} {beside:>13} {ratio:>7}  {shown:<24} {verdict}', flush=True)

    def program(self, name):
        return self.built(f'tests/bench/{name}')

    def built(self, name):
        path = self.build / name
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

    def workspace(self):
        """The national workspace, imported from the list; made again when the program is newer."""
        path, program = self.work / f'national-{self.rows}-{self.seed}.yizhan', self.built('src/cli/yizhanctl')
        if not path.exists() or path.stat().st_mtime < program.stat().st_mtime:
            self.import_national(path)
        return path

    def import_national(self, path):
        """How long it takes to import the list into a new workspace; what a person must decide is left out."""
        self.forget(path)
        table = self.national_csv()
        return timed([self.built('src/cli/yizhanctl'), '--workspace', path, 'import', table], allowed=(0, 1))

    @staticmethod
    def forget(path):
        """Removes a workspace and what lies beside it."""
        shutil.rmtree(path.with_name(path.name + '-backups'), ignore_errors=True)
        for part in ('', '-wal', '-shm'):
            path.with_name(path.name + part).unlink(missing_ok=True)

    def npm_package(self, name, version):
        """A folder in which node finds the package, installed by npm the first time."""
        folder = self.work / 'npm' / name
        if (folder / 'node_modules' / name).is_dir():
            return folder
        need('node', 'npm')
        folder.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(['npm', 'install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder,
                               f'{name}@{version}'],
                              cwd=folder, capture_output=True, text=True, timeout=180)
        if done.returncode != 0:
            raise Skip(f'npm cannot install {name}: {done.stderr.strip() or "no reason given"}')
        return folder


def run(command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if done.returncode == 77:
        raise Skip(done.stdout.strip())
    if done.returncode != 0:
        raise RuntimeError(f'{command[0]} failed ({done.returncode}): {done.stderr.strip()}')
    return done.stdout


def timed(command, allowed=(0,), **options):
    """Runs a command; milliseconds on the wall and of the processor."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                          **options)
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in allowed:
        raise RuntimeError(f'{command[0]} failed ({done.returncode}): {done.stderr.strip()}')
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {'wall': wall * 1e3, 'cpu': cpu * 1e3}


def need(*tools):
    for tool in tools:
        if not shutil.which(tool):
            raise Skip(f'{tool} is not installed')


def read_numbers(output):
    """The lines "name number" of a measuring program."""
    return {name: float(number) for name, number in (line.split() for line in output.splitlines())}


def median(runs):
    """The middle of each figure over several runs."""
    return {name: statistics.median(each[name] for each in runs) for name in runs[0]}


def best(runs):
    """The least of each figure over several runs: what the machine can do when nothing else wants it."""
    return {name: min(each[name] for each in runs) for name in runs[0]}
