#!/usr/bin/env python3
"""The books of stock after somebody was at the file with other tools: stock verify finds what he did."""

import sqlite3
import unittest

from test_cli import Workspace

GUARDED = 'movement', 'transfer'


class Damage(Workspace):
    sound = None  # the file, written once

    def setUp(self):
        super().setUp()
        if Damage.sound is None:
            self.write_books()
            with open(self.path, 'rb') as file:
                Damage.sound = file.read()
        else:
            with open(self.path, 'wb') as file:
                file.write(Damage.sound)

    def write_books(self):
        self.add('name=滨江东路驿站', 'code=A1')
        self.add('name=桥陇驿站', 'code=A2')
        self.run_ctl('add', 'item', 'name=瓶装水', 'unit=箱')
        for verb in (['receive', 'A1', '瓶装水', '20'], ['issue', 'A1', '瓶装水', '4'], ['issue', 'A1', '瓶装水', '1']):
            self.run_ctl('stock', *verb)
        self.run_ctl('undo')
        self.run_ctl('stock', 'transfer', 'A1', 'A2', '瓶装水', '5', '--number', 'DB-1')
        sheet = self.run_ctl('stock', 'count', 'begin', 'A1', '--by', '周敏').strip()
        self.run_ctl('stock', 'count', 'enter', sheet, '1=11')
        self.run_ctl('stock', 'count', 'finish', sheet)
        self.run_ctl('stock', 'count', 'confirm', sheet, '--by', '李晓燕')

    def damage(self, sql):
        database = sqlite3.connect(self.path)
        for kind in GUARDED:
            for verb in 'insert', 'update', 'delete':
                database.execute(f'DROP TRIGGER IF EXISTS {kind}_guard_{verb}')
        self.assertGreater(database.execute(sql).rowcount, 0, sql)
        database.commit()
        database.close()

    def assert_found(self, sql, words):
        self.assertEqual(self.run_ctl('stock', 'verify'), '')
        self.damage(sql)
        self.assertIn(words, self.run_ctl('stock', 'verify', status=1))
        self.assertIn(words, self.run_ctl('check', status=1))

    def test_balance(self):
        self.assert_found('UPDATE stock_balance SET quantity = quantity + 1', 'the stock that is shown')

    def test_balance_lost(self):
        self.assert_found('DELETE FROM stock_balance WHERE quantity = 11', 'the stock that is shown')

    def test_balance_made_up(self):
        self.assert_found('INSERT INTO stock_balance SELECT holder, item, place + 1000, lot, 7 FROM stock_balance LIMIT 1',
                          'no movement tells')

    def test_entry_lost(self):
        self.assert_found('DELETE FROM stock_entry WHERE delta = 20', 'past days is not the sum')

    def test_entry_of_a_count_lost(self):
        self.assert_found('DELETE FROM stock_entry WHERE counted IS NOT NULL', 'reckoned from other figures')

    def test_entry_changed(self):
        self.assert_found('UPDATE stock_entry SET delta = delta + 1 WHERE delta = 20', 'past days is not the sum')

    def test_entry_dated_back(self):
        self.assert_found('UPDATE stock_entry SET at = at - 86400000 WHERE delta = -4', 'reckoned from other figures')

    def test_movement_lost(self):
        self.assert_found('DELETE FROM movement WHERE quantity = 4', 'the stock that is shown')

    def test_movement_changed(self):
        self.assert_found('UPDATE movement SET quantity = 300 WHERE quantity = 4', 'there were 280 too few')

    def test_movement_put_off(self):
        self.assert_found('UPDATE movement SET at = at + 864000000 WHERE quantity = 20', 'too few')

    def test_counter_entry_lost(self):
        self.assert_found('DELETE FROM movement WHERE takes_back IS NOT NULL', 'the stock that is shown')

    def test_counter_entry_orphaned(self):
        self.assert_found('DELETE FROM movement WHERE quantity = 1 AND takes_back IS NULL', 'was taken back')

    def test_counter_entry_changed(self):
        self.assert_found('UPDATE movement SET quantity = 2 WHERE takes_back IS NOT NULL', 'was taken back')

    def test_counter_entries_in_a_ring(self):
        """Nothing goes round in it for ever, neither looking nor taking back."""
        self.assert_found('UPDATE movement SET takes_back = (SELECT id FROM movement WHERE takes_back IS NOT NULL) '
                          'WHERE quantity = 1 AND takes_back IS NULL', 'was taken back')
        self.run_ctl('stock', 'ledger', '--all')
        self.run_ctl('stock', 'issue', 'A1', '瓶装水', '1')

    def test_count_changed(self):
        self.assert_found('UPDATE movement SET counted = 12 WHERE counted = 11', 'does not agree')

    def test_transfer_lost(self):
        self.assert_found("DELETE FROM transfer WHERE number = 'DB-1'", 'A transfer is lost')

    def test_transfer_unnamed(self):
        self.assert_found('UPDATE movement SET transfer = NULL WHERE quantity = 5', 'no transfer says where to')

    def test_transfer_closed(self):
        self.assert_found('UPDATE transfer SET closed = sent', 'still on the way')


if __name__ == '__main__':
    unittest.main()
