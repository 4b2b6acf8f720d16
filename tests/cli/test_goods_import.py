#!/usr/bin/env python3
"""Receipts and opening balances by spreadsheet: whole, once, and to be taken back; also when the program is killed."""

import csv
import json
import os
import signal
import subprocess
import time
import unittest

from test_cli import PROGRAM, Workspace

HEADINGS = ['日期', '单号', '品名', '规格', '编码', '单位', '批次', '有效期至', '数量', '驿站', '库位', '来源', '单价']
WATER = ['2026-01-05', 'RK-1', '矿泉水', '550 ml × 24', '01-004', '箱', '251108', '2030-11-07', '18', 'A1', '', '采购', '28.80']
UMBRELLA = ['2026-01-05', 'RK-1', '雨伞', '', '02-004', '把', '', '', '5', '滨江东路驿站', '储物间 A', '爱心捐赠', '35']
TEA = ['2026-01-05', 'RK-1', '姜茶', '10 g', '', '盒', '', '2030-03-01', '12', 'A1', '新货架', '某某公司', '16.5']


class Goods(Workspace):
    def setUp(self):
        super().setUp()
        station = self.add('name=滨江东路驿站', 'code=A1')
        self.run_ctl('add', 'item', 'name=矿泉水', 'spec=550 ml × 24', 'code=01-004', 'unit=箱', 'needs_expiry=true')
        self.run_ctl('add', 'item', 'name=雨伞', 'code=02-004', 'unit=把')
        self.run_ctl('add', 'place', 'name=储物间 A', 'type=shelf', f'station={station}')

    def write(self, name, rows, headings=HEADINGS):
        path = os.path.join(self.folder.name, name)
        with open(path, 'w', encoding='utf-8', newline='') as file:
            csv.writer(file).writerows([['入库单'], headings, *rows])
        return path

    def take(self, path, *options, kind='receipt', status=0):
        return json.loads(self.run_ctl('import', '--kind', kind, '--json', path, *options, status=status))

    def heaps(self):
        return sorted((heap['place_name'], heap['item_name'], heap['lot_number'], heap['quantity'])
                      for heap in json.loads(self.run_ctl('stock', '--json')))

    def counts(self, answer):
        return answer['created'], answer['unchanged'], answer['refused']

    def reasons(self, rows, *options):
        answer = self.take(self.write('bad.csv', rows), *options, '-n', status=1)
        return [row['reason'] for row in answer['rows'] if row['reason']]


class Taking(Goods):
    def test_once(self):
        path = self.write('a.csv', [WATER, UMBRELLA, TEA])
        self.assertEqual(self.counts(self.take(path, status=1)), (2, 0, 1))
        self.assertEqual(self.counts(self.take(path, '--make-unknown')), (1, 2, 0))
        expected = [('储物间 A', '雨伞', None, 5), ('新货架', '姜茶', '2030-03-01', 12),
                    ('滨江东路驿站', '矿泉水', '251108', 18)]
        self.assertEqual(self.heaps(), expected)
        self.assertEqual(self.counts(self.take(path, '--make-unknown')), (0, 3, 0))
        self.assertEqual(self.heaps(), expected)
        self.run_ctl('stock', 'verify')
        lots = json.loads(self.run_ctl('list', 'lot', '--json'))
        self.assertEqual({(lot['number'], lot['source'], lot['supplier'], lot['cost']) for lot in lots},
                         {('251108', 'bought', None, 2880), ('2030-03-01', 'bought', '某某公司', 1650)})
        reasons = [movement['reason'] for movement in json.loads(self.run_ctl('list', 'movement', '--json'))]
        self.assertEqual([reason for reason in reasons if reason], ['Donated, 35.00 yuan each'])

    def test_again_after_it_was_taken_back(self):
        path = self.write('a.csv', [WATER, UMBRELLA])
        self.take(path)
        before = self.heaps()
        self.run_ctl('undo')
        self.assertEqual(self.heaps(), [])
        self.assertEqual(self.counts(self.take(path)), (2, 0, 0))
        self.assertEqual(self.heaps(), before)
        self.run_ctl('undo')
        self.run_ctl('redo')
        self.assertEqual(self.counts(self.take(path)), (0, 2, 0))
        self.run_ctl('stock', 'verify')

    def test_corrected_list_adds_what_is_new(self):
        """Rows are known again by document and contents, wherever they stand; one that stands twice is two."""
        self.take(self.write('a.csv', [WATER, UMBRELLA]))
        answer = self.take(self.write('b.csv', [UMBRELLA, UMBRELLA, WATER]))
        self.assertEqual(self.counts(answer), (1, 2, 0))
        self.assertIn(('储物间 A', '雨伞', None, 10), self.heaps())

    def test_lists_without_documents(self):
        """The same file is the same receipt; another one that says the same is another."""
        bare = [heading for heading in HEADINGS if heading != '单号']
        rows = [row[:1] + row[2:] for row in (WATER, UMBRELLA)]
        self.take(self.write('a.csv', rows, bare))
        self.assertEqual(self.counts(self.take(self.write('copy.csv', rows, bare))), (0, 2, 0))
        self.assertEqual(self.counts(self.take(self.write('b.csv', rows[::-1], bare))), (2, 0, 0))
        documents = {movement['document'] for movement in json.loads(self.run_ctl('list', 'movement', '--json'))}
        self.assertEqual(len(documents), 2)

    def test_opening_balances(self):
        headings = ['品名', '编码', '结存数量', '驿站', '结存日期']
        rows = [['雨伞', '02-004', '7', 'A1', '2026-01-01']]
        self.take(self.write('a.csv', rows, headings), kind='opening')
        movement = json.loads(self.run_ctl('list', 'movement', '--json'))[0]
        self.assertEqual((movement['type'], movement['quantity']), ('opening', 7))
        self.assertEqual(json.loads(self.run_ctl('stock', '--at', '2025-12-31', '--json')), [])

    def test_what_is_refused(self):
        def changed(row, **cells):
            return [cells.get(f'c{i}', cell) for i, cell in enumerate(row)]
        reasons = self.reasons([changed(WATER, c8='3.5'), changed(WATER, c6='', c7=''), changed(WATER, c9='没有的站'),
                                changed(WATER, c0='2026-13-01'), changed(WATER, c7='2030/2/30'), changed(WATER, c8=''),
                                changed(WATER, c0='2199-01-01'), changed(WATER, c9=''), changed(TEA, c10=''),
                                changed(WATER, c8='-1')])
        for (number, reason), word in zip(enumerate(reasons, 3),
                                          ('3.5', 'until when', '没有的站', '2026-13-01', '2030/2/30', 'no quantity',
                                           'future', 'neither', '姜茶', '-1'), strict=True):
            self.assertIn(f'Row {number}', reason)
            self.assertIn(word, reason)
        self.assertEqual(self.heaps(), [])

    def test_columns_that_are_missing(self):
        path = self.write('a.csv', [['雨伞', '5']], ['品名', '数量'])
        self.run_ctl('import', '--kind=receipt', path, status=2)


class Killed(Goods):
    N = 2000

    def test_killed(self):
        """Killed at any moment, nothing of the list is in the books, or all of it."""
        rows = [['2026-01-05', 'RK-9', f'物品 {i}', '', f'9-{i:04}', '件', f'L{i}', '2030-01-01', str(i % 50 + 1), 'A1',
                 f'货架 {i % 40}', '采购', '1.50'] for i in range(self.N)]
        path = self.write('large.csv', rows)
        arguments = [PROGRAM, '--workspace', self.path, 'import', '--kind', 'receipt', '--make-unknown', path]
        begin = time.monotonic()
        subprocess.run(arguments, check=True, capture_output=True)
        seconds = time.monotonic() - begin
        n_killed = 0
        for fraction in 0.2, 0.4, 0.6, 0.75, 0.9:
            self.run_ctl('undo')
            self.assertEqual(self.heaps(), [])
            with subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
                try:
                    process.wait(seconds * fraction)
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                n_killed += process.wait(60) == -signal.SIGKILL
            self.assertIn(len(self.heaps()), (0, self.N))
            self.run_ctl('stock', 'verify')
            self.run_ctl('check')
            if not self.heaps():
                self.take(path, '--make-unknown')
            self.assertEqual(len(self.heaps()), self.N)
        self.assertGreater(n_killed, 0)


if __name__ == '__main__':
    unittest.main()
