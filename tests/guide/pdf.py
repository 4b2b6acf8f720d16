"""What a PDF consists of, as text that can be kept and compared: no bytes, no dates, no identities."""

import difflib
import json
import re
import subprocess

COLUMNS, ROWS = 8, 11  # of the grid in which the darkness of a page is kept
DPI = 30
TOLERANCE = 4  # percent of ink that a cell may differ: other versions of FreeType draw other edges


def run(*command):
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout


class Pdf:
    def __init__(self, path):
        self.path = path
        self.objects = json.loads(run('qpdf', '--json=2', '--json-key=qpdf', path))['qpdf'][1]

    def follow(self, value):
        """The object that a reference stands for."""
        while isinstance(value, str) and re.fullmatch(r'\d+ \d+ R', value):
            entry = self.objects['obj:' + value]
            value = entry['value'] if 'value' in entry else entry['stream']['dict']
        return value

    def catalogue(self):
        return self.follow(self.objects['trailer']['value']['/Root'])

    @staticmethod
    def words(value):
        """A string of the file."""
        return value[2:] if value.startswith('u:') else bytes.fromhex(value[2:]).decode('utf-8', 'replace')

    def properties(self):
        info = self.follow(self.objects['trailer']['value'].get('/Info', {}))
        return {key: self.words(self.follow(info[key])) for key in ('/Title', '/Author', '/Subject') if key in info}

    def reading(self):
        """What a screen reader asks for: the language, and whether the title is shown."""
        wishes = self.follow(self.catalogue().get('/ViewerPreferences', {}))
        return self.words(self.follow(self.catalogue()['/Lang'])), wishes.get('/DisplayDocTitle')

    def pages(self):
        """The pages in their order."""
        def walk(node):
            node = self.follow(node)
            if node['/Type'] == '/Pages':
                for kid in self.follow(node['/Kids']):
                    yield from walk(kid)
            else:
                yield node
        return list(walk(self.catalogue()['/Pages']))

    def sizes(self):
        boxes = [self.follow(page['/MediaBox']) for page in self.pages()]
        return [f'{round((box[2] - box[0]) / 72 * 25.4)} × {round((box[3] - box[1]) / 72 * 25.4)}' for box in boxes]

    def links(self):
        """How many lead to which kind of place, and the names of places that are none."""
        counts, places = {}, self.places()
        for page in self.pages():
            for annotation in map(self.follow, self.follow(page.get('/Annots', []))):
                if annotation.get('/Subtype') != '/Link':
                    continue
                kind = self.link_kind(annotation, places)
                counts[kind] = counts.get(kind, 0) + 1
        return counts

    def link_kind(self, annotation, places):
        action = self.follow(annotation.get('/A', {}))
        if '/URI' in action:
            return self.words(self.follow(action['/URI'])).partition(':')[0]
        target = self.follow(annotation.get('/Dest', action.get('/D')))
        return 'page' if isinstance(target, list) or target in places else f'nowhere ({target})'

    def places(self):
        """The names of places that links can lead to."""
        names = set()

        def walk(node):
            node = self.follow(node)
            names.update(self.follow(node.get('/Names', []))[0::2])
            for kid in self.follow(node.get('/Kids', [])):
                walk(kid)
        walk(self.follow(self.catalogue().get('/Names', {})).get('/Dests', {}))
        names.update(self.follow(self.catalogue().get('/Dests', {})))
        return names

    def outline(self):
        lines = []

        def walk(node, depth):
            node = self.follow(node)
            while node:
                lines.append('  ' * depth + self.words(self.follow(node['/Title'])))
                if '/First' in node:
                    walk(node['/First'], depth + 1)
                node = self.follow(node.get('/Next'))
        walk(self.follow(self.catalogue().get('/Outlines', {})).get('/First'), 0)
        return lines

    def fonts(self):
        """Name, and whether it is embedded, a subset, and can be turned into text."""
        lines = run('pdffonts', self.path).decode().splitlines()[2:]
        return sorted({(re.sub(r'^[A-Z]{6}\+', '', line.split()[0]), tuple(line.split()[-5:-2])) for line in lines})

    def text(self):
        """Of each page the lines, spaces folded."""
        pages = run('pdftotext', '-layout', self.path, '-').decode().split('\f')[:-1]
        return [[re.sub(r'\s+', ' ', line).strip() for line in page.splitlines() if line.strip()] for page in pages]

    def darkness(self):
        """Of each page, ROWS × COLUMNS: how much of a cell is ink, in percent."""
        data, grids = run('pdftoppm', '-gray', '-r', str(DPI), self.path), []
        while data:
            head = re.match(rb'P5\s(\d+) (\d+)\s255\s', data)
            width, height = int(head[1]), int(head[2])
            pixels, data = data[head.end():head.end() + width * height], data[head.end() + width * height:]
            grids.append(measure(pixels, width, height))
        return grids


def measure(pixels, width, height):
    def cell(row, column):
        left, right = width * column // COLUMNS, width * (column + 1) // COLUMNS
        top, bottom = height * row // ROWS, height * (row + 1) // ROWS
        light = sum(sum(pixels[y * width + left:y * width + right]) for y in range(top, bottom))
        return round(100 - light / 2.55 / ((right - left) * (bottom - top)))
    return [[cell(row, column) for column in range(COLUMNS)] for row in range(ROWS)]


def describe(pdf, forget):
    """The structure as text; @forget are patterns of what passes, and what is kept instead."""
    lines = [f'{key[1:].lower()}: {value}' for key, value in pdf.properties().items()]
    lines.append('fonts: ' + ', '.join(name for name, _ in pdf.fonts()))
    lines.append('links: ' + ', '.join(f'{count} {kind}' for kind, count in sorted(pdf.links().items())))
    lines += ['outline:'] + ['  ' + line for line in pdf.outline()]
    pages = list(zip(pdf.sizes(), pdf.text(), pdf.darkness(), strict=True))
    for number, (size, text, grid) in enumerate(pages, 1):
        lines += ['', f'=== page {number} of {len(pages)}, {size} mm', *text, '--- ink in percent']
        lines += [' '.join(f'{cell:2d}' for cell in row) for row in grid]
    described = '\n'.join(lines) + '\n'
    for pattern, instead in forget.items():
        described = re.sub(pattern, instead, described)
    return described


def is_grid(line):
    return re.fullmatch(rf'( ?\d+ ?){{{COLUMNS}}}', line) is not None


def differences(expected, found):
    """What is other than expected, for a person to read; the darkness of cells may differ by TOLERANCE."""
    expected, found = expected.splitlines(), found.splitlines()
    if len(expected) == len(found):
        pairs = [pair for pair in zip(expected, found) if not alike(*pair)]
        return [f'- {was}\n+ {now}' for was, now in pairs]
    return [line for line in difflib.unified_diff(expected, found, lineterm='', n=0) if not is_grid(line[1:])]


def alike(was, now):
    if was == now:
        return True
    if not (is_grid(was) and is_grid(now)):
        return False
    return all(abs(int(a) - int(b)) <= TOLERANCE for a, b in zip(was.split(), now.split(), strict=True))
