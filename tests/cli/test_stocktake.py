#!/usr/bin/env python3
"""Stocktakes as a script sees them: by hand, by spreadsheet, and what is left when the program is killed."""

import csv
import os
import re
import signal
import subprocess
import time
import unittest

from test_cli import PROGRAM, Workspace


class Stocktakes(Workspace):
    def setUp(self):
        super().setUp()
        self.add("name=滨江东路驿站", "code=A1")
        self.run_ctl("add", "item", "name=藿香正气水", "code=03-001", "unit=盒", "needs_expiry=true")
        self.run_ctl("add", "item", "name=瓶装水", "code=01-004", "unit=箱", "value=12.50")

    def file(self, name):
        return os.path.join(self.folder.name, name)

    def stock(self, *arguments, status=0):
        return self.run_ctl("stock", *arguments, status=status)

    def count(self, *arguments, status=0):
        return self.stock("count", *arguments, status=status)

    def stock_up(self):
        self.stock("receive", "A1", "瓶装水", "14", "--at", "2026-01-05")
        self.stock("receive", "A1", "藿香正气水", "6", "--lot", "Y1", "--expiry", "2099-12-09", "--at", "2026-01-05")

    def begin(self, *arguments):
        return self.count("begin", "A1", "--by", "李晓燕", *arguments).strip()

    def show(self, number, *arguments):
        return self.read("stock", "count", "show", number, *arguments)

    def sums(self):
        return {line["item_name"]: line["quantity"] for line in self.read("stock")}

    def rows(self, name):
        with open(self.file(name), encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))

    def write(self, name, rows):
        with open(self.file(name), "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return self.file(name)


class ByHand(Stocktakes):
    def test_from_sheet_to_books(self):
        self.stock_up()
        number = self.begin("--number", "PD-1")
        self.assertEqual(number, "PD-1")
        self.count("enter", "PD-1", "1=13")
        self.stock("issue", "A1", "瓶装水", "2")
        sheet = self.show("PD-1")
        self.assertNotIn("book", sheet["lines"][0])
        self.assertEqual([line["counted"] for line in sheet["lines"]], [13, None])
        self.assertEqual(sheet["n_counted"], 1)
        line = self.show("PD-1", "--review")["lines"][0]
        self.assertEqual([line["book"], line["now"], line["difference"], line["value_fen"], line["result"]],
                         [14, 12, -1, -1250, "less"])
        self.count("confirm", "PD-1", "--by", "周敏", status=1)
        self.count("confirm", "PD-1", "--by", "李晓燕", "--reason", "漏记领用", status=1)
        self.count("explain", "PD-1", "1", "--reason", "漏记领用")
        self.count("confirm", "PD-1", "--by", "周敏")
        self.assertEqual(self.sums(), {"瓶装水": 11, "藿香正气水": 6})
        self.count("enter", "PD-1", "2=1", status=1)
        self.stock("verify")
        self.count("take-back", "PD-1")
        self.assertEqual(self.sums(), {"瓶装水": 12, "藿香正气水": 6})
        self.stock("verify")

    def test_states(self):
        self.stock_up()
        number = self.begin()
        self.assertRegex(number, r"^PD-\d{6}-01$")
        self.count("cancel", number)
        self.count("enter", number, "1=1", status=1)
        self.count("reopen", number)
        self.count("enter", number, "1=1", "2=")
        self.count("finish", number)
        self.count("enter", number, "1=2", status=1)
        self.count("enter", number, "1=2", "--again")
        line = self.show(number)["lines"][0]
        self.assertEqual([line["counted"], line["recounted"]], [1, 2])
        sheet, = self.read("stock", "count", "list")
        self.assertEqual([sheet["state"], sheet["n_counted"]], ["counted", 1])

    def test_found(self):
        self.stock_up()
        number = self.begin("--item", "瓶装水")
        self.count("find", number, "03-001", "4", status=1)
        self.count("find", number, "03-001", "4", "--lot", "Y9", "--expiry", "20991130")
        self.count("find", number, "03-001", "4", "--lot", "Y9", "--expiry", "20991130", status=1)
        self.assertEqual([line["lot_number"] for line in self.show(number)["lines"]], [None, "Y9"])

    def test_begun_by_mistake(self):
        """A station that has no stock yet gets its place with the count, and once more after undo."""
        number = self.begin()
        self.run_ctl("undo")
        self.assertEqual(self.begin(), number)
        self.run_ctl("undo")
        self.stock_up()
        self.run_ctl("check")

    def test_usage(self):
        self.stock_up()
        number = self.begin()
        self.count()
        self.count("guess", status=2)
        self.count("show", status=2)
        self.count("show", "PD-9", status=1)
        self.count("enter", number, "1", status=1)
        self.count("enter", number, "1=-2", status=1)
        self.count("enter", number, "99=2", status=2)
        self.count("begin", "A9", status=1)


class BySpreadsheet(Stocktakes):
    def test_there_and_back(self):
        self.stock_up()
        for name in "a.csv", "a.xlsx":
            number = self.begin("--sheet", self.file(name))
            self.count("enter", number, "--sheet", self.file(name))
            self.assertEqual(self.show(number)["n_counted"], 0)
        rows = self.rows("a.csv")
        self.assertNotIn("14", rows[1])
        column = rows[0].index("Counted")
        rows[1][column] = "0"
        self.count("enter", number, "--sheet", self.write("b.csv", rows))
        self.assertEqual([line["counted"] for line in self.show(number)["lines"]], [0, None])
        before = self.show(number)
        self.count("show", number, "--sheet", self.file("c.csv"))
        self.count("enter", number, "--sheet", self.file("c.csv"))
        self.assertEqual(self.show(number), before)

    def test_open_sheet(self):
        self.stock_up()
        self.begin("--open", "--sheet", self.file("a.csv"))
        rows = self.rows("a.csv")
        self.assertEqual(rows[1][rows[0].index("In the books")], "14")

    def test_bad_rows_leave_all_as_it_was(self):
        self.stock_up()
        number = self.begin()
        sheet = self.write("a.csv", [["编码", "品名", "批次", "有效期至", "实盘数"],
                                     ["01-004", "瓶装水", "", "", "12箱"],
                                     ["99-999", "", "", "", "1"],
                                     ["03-001", "", "Y1", "", "三"],
                                     ["01-004", "", "", "", "3"],
                                     ["03-001", "", "Y7", "", "-1"]])
        done = subprocess.run([PROGRAM, "--workspace", self.path, "stock", "count", "enter", number, "--sheet", sheet],
                              capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(re.findall(r"row (\d+):", done.stderr), ["3", "4", "5", "6"])
        self.assertEqual(self.show(number)["n_counted"], 0)

    def test_found(self):
        self.stock_up()
        number = self.begin("--item", "瓶装水")
        self.count("enter", number, "--sheet",
                   self.write("a.csv", [["行", "编码", "批次", "有效期至", "实盘"], ["1", "", "", "", "9"],
                                        ["", "03-001", "Y9", "2099-11-30", "4"]]))
        self.assertEqual([(line["lot_number"], line["counted"]) for line in self.show(number)["lines"]],
                         [(None, 9), ("Y9", 4)])

    def test_not_a_count(self):
        self.stock_up()
        number = self.begin()
        self.count("enter", number, "--sheet", self.write("a.csv", [["编码", "品名"], ["01-004", "瓶装水"]]), status=1)
        self.count("enter", number, "--sheet", self.file("missing.csv"), status=3)


class Killed(Stocktakes):
    """A large count, killed at every stage: it is there as a whole, or not at all."""

    N = 1200
    FRACTIONS = 0.15, 0.35, 0.5, 0.65, 0.8, 0.9

    def setUp(self):
        super().setUp()
        items = self.write("items.csv", [["编码", "品名", "单位"]] + [[f"7-{i:04}", f"物品{i}", "件"]
                                                                  for i in range(self.N)])
        self.run_ctl("import", "--kind=item", items)
        self.counts = self.write("counts.csv", [["编码", "实盘数"]] + [[f"7-{i:04}", i % 50] for i in range(self.N)])
        self.number = self.begin()

    def arguments(self, *arguments):
        return [PROGRAM, "--workspace", self.path, "stock", "count", *arguments]

    def kill(self, arguments, seconds):
        with subprocess.Popen(self.arguments(*arguments), stderr=subprocess.DEVNULL) as process:
            try:
                process.wait(seconds)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
            return process.wait(60)

    def measure(self, arguments):
        begin = time.monotonic()
        self.count(*arguments)
        return time.monotonic() - begin

    def run_killed(self, arguments, undo, is_done):
        """Kills the command at parts of the time that it takes; @is_done asserts that nothing is half done."""
        seconds = self.measure(arguments)
        self.assertTrue(is_done())
        n_killed = 0
        for fraction in self.FRACTIONS:
            self.run_ctl(*undo)
            self.assertFalse(is_done())
            n_killed += self.kill(arguments, seconds * fraction) == -signal.SIGKILL
            if not is_done():
                self.count(*arguments)
            self.stock("verify")
            self.run_ctl("check")
        self.assertGreater(n_killed, 0)

    def test_while_counts_are_entered(self):
        def is_done():
            sheet = self.show(self.number)
            self.assertIn((sheet["n_lines"], sheet["n_counted"]), [(0, 0), (self.N, self.N)])
            return sheet["n_counted"] == self.N

        self.run_killed(["enter", self.number, "--sheet", self.counts], ["undo"], is_done)

    def test_while_it_is_confirmed(self):
        def is_done():
            state = self.show(self.number)["state"]
            n_there = sum(1 for line in self.read("stock") if line["quantity"] > 0)
            self.assertIn((state, n_there), [("counting", 0), ("confirmed", self.N - self.N // 50)])
            return state == "confirmed"

        self.count("enter", self.number, "--sheet", self.counts)
        self.run_killed(["confirm", self.number, "--by", "周敏", "--reason", "期初"],
                        ["stock", "count", "take-back", self.number], is_done)


if __name__ == "__main__":
    unittest.main()
