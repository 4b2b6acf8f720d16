#!/usr/bin/env python3
"""Printed guides, from records to paper: structure as it was, codes that telephones read, failures that lose nothing.

usage: test_guide.py YIZHANCTL STREETS.osm [--update] [TEST...]
With --update (meson test printed-guides --test-args=--update) expected/ is rewritten where it differs: look at the
difference before you commit it.
"""

import datetime
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import pdf
import workspace

UPDATE = '--update' in sys.argv
PROGRAM, STREETS = (os.path.abspath(argument) for argument in sys.argv[1:3])
EXPECTED = Path(__file__).resolve().parent / 'expected'

THREE = ['--where', "code = 'JB-01' or code = 'TS-02' or code = 'TS-04'"]  # where every station is a page or more
CHOSEN = {'atlas': THREE, 'poster': THREE, 'door': THREE, 'ledger': THREE, 'rectification': THREE,
          'thanks': THREE, 'stock-labels': ['--station', 'JB-01'], 'stock-labels-14': ['--station', 'JB-01']}
WISHES = {'notice': ['--from', '2026-02-15', '--to', '2026-02-23'], 'changes': ['--since', '1'],
          'count-sheet': ['--stocktake', 'PD-260110-01'], 'transfer-slip': ['--transfer', 'DB-260108-01'],
          'pick-list': ['--take-from', '市总仓库'], 'write-off-list': ['--document', 'BS-260109-01']}
BILINGUAL = ('guide', 'list', 'poster', 'count-sheet', 'transfer-slip', 'write-off-list')


def passing():
    """What is other on every day and for everybody: when changes were made, whatever --date says, and by whom."""
    day = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8)))
    author = json.loads(office.run_ctl('history', '--json'))[0]['who']
    return {rf'{day:%Y-%m-%d} \d\d:\d\d {re.escape(author)}': 'TODAY SOMEBODY',
            rf'{day:%Y-%m-%d} \d\d:\d\d': 'NOW', f'{day:%Y-%m-%d}': 'TODAY',
            rf'{day.year}\.{day.month}\.{day.day}\b': 'TODAY', f'{day.day} {day:%B %Y}': 'TODAY',
            f'{day.day} {day:%b %Y}': 'TODAY',
            f'{day.year} 年 {day.month} 月 {day.day} 日': 'TODAY'}


def setUpModule():
    global place, office
    place = tempfile.TemporaryDirectory()
    office = workspace.Workspace(PROGRAM, place.name)
    office.fill(STREETS)


def tearDownModule():
    place.cleanup()


def cases():
    for document in office.list_documents():
        for language in ('zh', 'en', 'zh+en') if document in BILINGUAL else ('zh', 'en'):
            yield document, language


class Structure(unittest.TestCase):
    """Every document is as it was when somebody last looked at it."""

    def test_documents(self):
        for document, language in cases():
            with self.subTest(document=document, language=language):
                self.check(document, language)

    def check(self, document, language):
        path = office.print_guide(document, f'{document}-{language}.pdf', '--lang', language,
                                  *CHOSEN.get(document, []), *WISHES.get(document, []))
        subprocess.run(['qpdf', '--check', path], capture_output=True, check=True)
        made = pdf.Pdf(path)
        for name, marks in made.fonts():
            self.assertEqual(marks, ('yes', 'yes', 'yes'), f'{name}: embedded, subset, to Unicode')
        self.assertEqual(made.reading(), ('en' if language == 'en' else 'zh-CN', True))
        self.assertEqual([kind for kind in made.links() if kind.startswith('nowhere')], [])
        self.compare(f'{document}-{language}.txt', pdf.describe(made, passing()))

    def compare(self, name, found):
        file = EXPECTED / name
        expected = file.read_text(encoding='utf-8') if file.exists() else ''
        differences = pdf.differences(expected, found)
        if differences and UPDATE:
            file.write_text(found, encoding='utf-8')
        elif differences:
            self.fail('\n'.join([f'{name} is other than expected (tests/guide/test_guide.py … --update):',
                                 *differences]))

    def test_same_records_are_the_same_bytes(self):
        """Whatever the clock says: so an office can tell whether anything has changed."""
        for document in 'guide', 'poster':
            paths = [office.print_guide(document, f'{name}.pdf', *CHOSEN.get(document, [])) for name in 'ab']
            first, second = (Path(path).read_bytes() for path in paths)
            self.assertEqual(first, second)
            info = pdf.Pdf(paths[0]).follow(pdf.Pdf(paths[0]).objects['trailer']['value']['/Info'])
            self.assertEqual([key for key in info if 'Date' in key], [])

    def test_order_of_reading(self):
        """What is read aloud of a station comes in the order in which it is looked at."""
        path = office.print_guide('guide', 'order.pdf')
        words = pdf.run('pdftotext', '-raw', path, '-').decode()
        address = words.index('码头街 17 号旁')
        name = words.rindex('老码头驿站', 0, address)
        hours, phone = words.index('08:00–22:00', name), words.index('0999-86477302', name)
        self.assertLess(name, hours)
        self.assertLess(hours, address)
        self.assertLess(address, phone)
        self.assertLess(phone - name, 200)

    def test_sums_of_the_change_sheet(self):
        pages = pdf.Pdf(office.print_guide('changes', 'sums.pdf', *WISHES['changes'])).text()
        before, gone, new, now = map(int, re.search(r'(\d+) − (\d+) \+ (\d+) = (\d+)', '\n'.join(pages[0])).groups())
        self.assertEqual(before - gone + new, now)
        self.assertEqual((gone, new), (1, 1))

    def test_sums_of_papers_about_stock(self):
        """Whoever loses a page sees it: pages add up to the whole, and the whole is what the books say."""
        pages = pdf.Pdf(office.print_guide('write-off-list', 'sums.pdf')).text()
        text = '\n'.join(line for page in pages for line in page)
        parts = [float(money) for money in re.findall(r'金额小计 ¥([\d.]+)', text)]
        whole = float(re.search(r'全单.*（¥([\d.]+)）', text).group(1))
        books = json.loads(office.run_ctl('stock', '--json'))
        prices = {item['id']: item['value'] / 100 for item in json.loads(office.run_ctl('list', 'item', '--json'))}
        expired = sum(heap['quantity'] * prices[heap['item']] for heap in books
                      if heap['expiry'] and heap['expiry'] < workspace.DATE)
        self.assertAlmostEqual(sum(parts), whole)
        self.assertAlmostEqual(whole, expired)

    def test_codes_of_papers_about_stock(self):
        """A scanner reads the number of a stocktake, and on labels what the scan field knows."""
        for document, expected in (('count-sheet', 'PD-260110-01'), ('stock-labels', 'GD-0001')):
            options = WISHES.get(document, CHOSEN.get(document, []))
            path = office.print_guide(document, 'codes.pdf', '--grey', *options)
            subprocess.run(['pdftoppm', '-r', '200', '-png', path, office.out('stock')], check=True)
            images = sorted(str(image) for image in Path(office.folder).glob('stock-*.png'))
            found = subprocess.run(['zbarimg', '--quiet', '--raw', *images], capture_output=True,
                                   encoding='utf-8').stdout
            self.assertIn(expected, found.split())

    def test_nothing_is_expected_of_documents_that_are_gone(self):
        names = {f'{document}-{language}.txt' for document, language in cases()}
        self.assertEqual({file.name for file in EXPECTED.iterdir()} - names, set())


class Codes(unittest.TestCase):
    """What a telephone sees leads to the station, in the datum of Chinese map programs."""

    PRINTS = (['poster'], ['poster', '--grey'], ['poster', '--large', '--lang', 'en'], ['atlas', '--grey'],
              ['guide', '--grey', '--large', '--lang', 'zh+en'])

    def geo_links(self):
        table = office.out('gcj02.csv')
        office.run_ctl('export', table, '--datum', 'gcj02', *THREE, '--fields', 'lat,lon')
        with open(table, encoding='utf-8-sig') as file:
            return sorted(tuple(map(float, line.split(','))) for line in file.read().splitlines()[1:])

    def scan(self, document, *options):
        path = office.print_guide(document, 'codes.pdf', *THREE, *options)
        subprocess.run(['pdftoppm', '-r', '200', '-png', path, office.out('codes')], check=True)
        images = sorted(str(image) for image in Path(office.folder).glob('codes-*.png'))
        found = subprocess.run(['zbarimg', '--quiet', '--raw', *images], capture_output=True, encoding='utf-8').stdout
        for image in images:
            os.remove(image)
        return sorted(tuple(map(float, line.removeprefix('geo:').split(','))) for line in found.split())

    def test_codes(self):
        expected = self.geo_links()
        self.assertEqual(len(expected), 3)
        for document, *options in self.PRINTS:
            with self.subTest(document=document, options=options):
                found = self.scan(document, *options)
                self.assertEqual(len(found), 3)
                for there, here in zip(expected, found, strict=True):
                    self.assertAlmostEqual(there[0], here[0], delta=2e-5)
                    self.assertAlmostEqual(there[1], here[1], delta=2e-5)


class Web(unittest.TestCase):
    """What programs read, by the rules of the formats and by a reader that is not ours."""

    def write(self, name):
        office.run_ctl('guide', 'list', office.out(name), '--date', workspace.DATE)
        return Path(office.out(name)).read_bytes()

    def test_geojson(self):
        """RFC 7946: no other datum than WGS-84, longitude first, null where the place is not known."""
        collection = json.loads(self.write('a.geojson'))
        self.assertEqual(collection['type'], 'FeatureCollection')
        self.assertNotIn('crs', collection)
        places = {}
        for feature in collection['features']:
            self.assertEqual(feature['type'], 'Feature')
            place = feature['geometry']
            places[feature['properties']['name']] = place and tuple(place['coordinates'])
            if place is not None:
                self.assertEqual((place['type'], len(place['coordinates'])), ('Point', 2))
        self.assertEqual(places['老码头驿站'], (104.0528, 30.6713))
        self.assertIsNone(places['铁西驿站'])

    def test_calendar(self):
        """RFC 5545: whole days that end before the next begins, lines of 75 bytes, identities for ever."""
        try:
            import icalendar
        except ImportError:
            self.skipTest('python3-icalendar is not installed')
        data = self.write('a.ics')
        self.assertEqual(self.write('a.ics'), data)
        for line in data.split(b'\r\n'):
            self.assertLessEqual(len(line), 75)
            self.assertNotIn(b'\n', line)
        calendar = icalendar.Calendar.from_ical(data)
        self.assertEqual((calendar['VERSION'], calendar['METHOD']), ('2.0', 'PUBLISH'))
        events = calendar.walk('VEVENT')
        self.assertEqual(len({event['UID'] for event in events}), len(events))
        for event in events:
            self.assertEqual(event.errors, [])
            first, after = event['DTSTART'].dt, event['DTEND'].dt
            self.assertIs(type(first), datetime.date)
            self.assertGreater(after, first)
            self.assertEqual(event['DTSTAMP'].dt, datetime.datetime(2026, 1, 10, tzinfo=datetime.timezone.utc))
        self.assertIn('东风里驿站', ''.join(event['SUMMARY'] for event in events))


class Failures(unittest.TestCase):
    """What cannot be printed is told, and the file of yesterday stays."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.office = workspace.Workspace(PROGRAM, self.folder.name)
        self.office.run_ctl('add', 'station', 'name=石鼓驿站', 'code=A', 'hours=24/7')
        self.path = self.office.print_guide('list', 'old.pdf')
        self.before = self.remember()

    def tearDown(self):
        self.folder.cleanup()

    def remember(self):
        names = {name for name in os.listdir(self.folder.name) if 'yizhan' not in name}
        return names, Path(self.path).read_bytes()

    def refuse(self, path, document='list', limit=None):
        def limit_files():
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        done = subprocess.run([PROGRAM, '--workspace', self.office.path, 'guide', document, path],
                              capture_output=True, encoding='utf-8', timeout=60, restore_signals=False,
                              env={**os.environ, 'LC_ALL': 'C.UTF-8'}, preexec_fn=limit_files if limit else None)
        self.assertIn(done.returncode, (1, 3), done.stderr)
        self.assertEqual(self.remember(), self.before)
        return done.stderr

    def test_missing_glyph_is_named(self):
        self.office.run_ctl('add', 'station', 'name=\ue123驿站')
        self.assertIn('U+E123', self.refuse(self.path))

    def test_full_disk(self):
        """No file may grow larger than SQLite's 32 KB beside the workspace: writing the pages ends half way."""
        with open(self.office.out('more.csv'), 'w', encoding='utf-8') as file:
            file.write('站点名称,开放时间\n' + ''.join(f'石鼓第 {i} 驿站,24/7\n' for i in range(40)))
        self.office.run_ctl('import', file.name, '--duplicates', 'separate')
        os.remove(file.name)
        whole = self.office.print_guide('poster', 'whole.pdf')
        self.assertGreater(os.path.getsize(whole), 40 * 1024)
        os.remove(whole)
        self.assertIn('old.pdf', self.refuse(self.path, 'poster', limit=33 * 1024))

    def test_folder_that_cannot_be_written(self):
        blocked = self.office.out('old.pdf/a.pdf')
        self.assertIn('old.pdf', self.refuse(blocked))

    def test_folder_in_its_place(self):
        os.mkdir(self.office.out('a.pdf'))
        self.before = self.remember()
        self.assertNotEqual(self.refuse(self.office.out('a.pdf')), '')


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0], *(word for word in sys.argv[3:] if word != '--update')])
