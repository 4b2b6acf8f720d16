#!/usr/bin/env python3
"""The sample list is what the program's pictures and tests count on."""

import csv
import sys
import unittest

STATIONS = sys.argv.pop(1)


class SampleTest(unittest.TestCase):
    def setUp(self):
        with open(STATIONS, encoding='utf-8-sig', newline='') as source:
            self.rows = list(csv.DictReader(source))

    def column(self, name):
        return [row[name] for row in self.rows]

    def test_counts(self):
        self.assertEqual(len(self.rows), 465)
        self.assertEqual(self.column('开放时间').count('24/7'), 40)
        self.assertEqual(self.column('开放时间').count(''), 96)

    def test_hours_show_what_hours_can_be(self):
        hours = self.column('开放时间')
        for part in ('open "自助"', 'PH off', 'unknown "', 'May-Sep', 'off "'):
            self.assertTrue(any(part in value for value in hours), part)
        self.assertGreater(self.column('调休上班日').count('周五'), 50)

    def test_names_and_codes_are_unique(self):
        for name in ('站点名称', '编号'):
            self.assertEqual(len(set(self.column(name))), len(self.rows))

    def test_every_state_and_kind_occurs(self):
        self.assertLessEqual({'开放', '暂停', '整改', '规划'}, set(self.column('状态')))
        self.assertEqual(set(self.column('建设类型')), {'自建', '共建', '集装箱', '移动'})

    def test_places_are_in_the_city(self):
        for row in self.rows:
            self.assertTrue(103.97 < float(row['经度']) < 104.15 and 30.61 < float(row['纬度']) < 30.74, row)

    def test_telephones_reach_nobody(self):
        self.assertTrue(all(phone == '' or phone.startswith('0999-86') for phone in self.column('联系电话')))

    def test_known_stations(self):
        self.assertIn('滨江东路驿站', self.column('站点名称'))
        self.assertIn('机务段货车司机之家', self.column('站点名称'))


if __name__ == '__main__':
    unittest.main()
