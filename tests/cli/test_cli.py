#!/usr/bin/env python3
"""yizhanctl as a script sees it: what stands on standard output, and how it exits."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv.pop(1)


class Workspace(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, "晴川.yizhan")

    def tearDown(self):
        self.folder.cleanup()

    def run_ctl(self, *arguments, status=0):
        done = subprocess.run([PROGRAM, "--workspace", self.path, *arguments], capture_output=True, text=True,
                              env={**os.environ, "LC_ALL": "C.UTF-8"}, timeout=60)
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stdout

    def read(self, *arguments):
        return json.loads(self.run_ctl(*arguments, "--json"))

    def add(self, *fields):
        return self.run_ctl("add", "station", *fields).strip()


class Equipment(Workspace):
    def setUp(self):
        super().setUp()
        self.add("name=滨江东路驿站", "code=A1", "lon=104.06", "lat=30.67")
        self.add("name=桥陇驿站", "code=A2", "lon=104.07", "lat=30.67", "services=fridge:paused")
        self.run_ctl("add", "item", "name=电冰箱", "category=equipment", "unit=台", "service=fridge")
        for tag, station, state in (("SB-1", "A1", "idle"), ("SB-2", "A1", "in_use"), ("SB-3", "A2", "broken")):
            self.run_ctl("add", "equipment", f"tag={tag}", "item=电冰箱", f"station={station}", f"state={state}")

    def equipment(self, *arguments, status=0):
        return self.run_ctl("stock", "equipment", *arguments, status=status)

    def tags(self, *arguments):
        return [piece["tag"] for piece in self.read("stock", "equipment", *arguments)]

    def piece(self, tag):
        return next(piece for piece in self.read("stock", "equipment", "list") if piece["tag"] == tag)

    def test_lists(self):
        self.assertEqual(self.tags("list"), ["SB-1", "SB-2", "SB-3"])
        self.assertEqual(self.tags("list", "--station", "A1"), ["SB-1", "SB-2"])
        self.assertEqual(self.tags("list", "--state", "故障"), ["SB-3"])
        self.assertEqual(self.tags("idle"), ["SB-1"])
        self.assertEqual(self.tags("due"), [])
        self.equipment("check", "SB-2", "--until", "2001-01-31")
        self.assertEqual(self.tags("due", "--days", "0"), ["SB-2"])

    def test_proposal(self):
        proposals = self.read("stock", "equipment", "propose")
        self.assertEqual([(p["piece"]["tag"], p["to_name"]) for p in proposals], [("SB-1", "桥陇驿站")])
        self.assertAlmostEqual(proposals[0]["metres"], 956, delta=5)
        self.equipment("move", "SB-1", "A2")
        self.assertEqual(self.read("stock", "equipment", "propose"), [])

    def test_verbs(self):
        self.equipment("lend", "SB-2", "--to", "晴川邮政", "--until", "2026-12-01", "--at", "2026-11-01")
        self.assertEqual(self.piece("SB-2")["state"], "lent")
        self.assertNotEqual(self.piece("SB-2")["lent_to"], "晴川邮政")
        self.equipment("lend", "SB-3", "--to", "晴川邮政", status=1)
        self.equipment("dispose", "SB-3", status=1)
        self.equipment("dispose", "SB-3", "--reason", "超过年限")
        self.equipment("polish", "SB-3", status=2)
        self.equipment("list", "SB-3", status=2)
        self.equipment("move", "SB-3", "A1", status=1)
        self.run_ctl("undo")
        self.assertEqual(self.piece("SB-3")["state"], "broken")

    def test_audit(self):
        audit = self.run_ctl("stock", "audit", "begin", "A1", "--by", "李晓燕").strip()
        self.run_ctl("stock", "audit", "mark", audit, "SB-1", "sb-3", "X-1", "SB-1")
        shown = self.read("stock", "audit", "show", audit)
        self.assertEqual({row["tag"]: row["finding"] for row in shown["rows"]},
                         {"SB-1": "found", "SB-2": "missing", "SB-3": "elsewhere", "X-1": "extra"})
        self.run_ctl("stock", "audit", "close", audit, "--accept", "SB-33", status=1)
        self.run_ctl("stock", "audit", "close", audit, "--accept", "SB-3")
        self.assertEqual(self.piece("SB-3")["station_name"], "滨江东路驿站")
        self.assertEqual(self.piece("SB-2")["station_name"], "滨江东路驿站")
        self.run_ctl("stock", "audit", "mark", audit, "SB-2", status=1)
        self.assertEqual(self.read("stock", "audit", "show", audit)["state"], "closed")


class Stock(Workspace):
    def setUp(self):
        super().setUp()
        self.add("name=滨江东路驿站", "code=A1")
        self.add("name=桥陇驿站", "code=A2")
        self.run_ctl("add", "item", "name=藿香正气水", "code=YP1", "unit=盒", "needs_expiry=true")
        self.run_ctl("add", "item", "name=瓶装水", "unit=箱")

    def stock(self, *arguments, status=0):
        return self.run_ctl("stock", *arguments, status=status)

    def sums(self, *arguments):
        return {(line["place_name"], line["item_name"], line["lot_number"]): line["quantity"]
                for line in self.read("stock", *arguments)}

    def test_sums(self):
        self.stock("receive", "A1", "瓶装水", "14", "--at", "2026-01-05")
        self.stock("issue", "滨江东路驿站", "瓶装水", "2", "--at", "2026-01-07", "--people", "2")
        self.assertEqual(self.sums(), {("滨江东路驿站", "瓶装水", None): 12})
        self.assertEqual(self.sums("--at", "2026-01-06"), {("滨江东路驿站", "瓶装水", None): 14})
        self.assertEqual(self.sums("--station", "A2"), {})
        self.stock("verify")

    def test_short(self):
        self.stock("receive", "A1", "瓶装水", "14")
        self.stock("issue", "A1", "瓶装水", "15", status=1)
        self.stock("issue", "A1", "瓶装水", "15", "--force", status=1)
        self.stock("issue", "A1", "瓶装水", "15", "--force", "--reason", "昨天到货未登记")
        self.assertEqual(self.sums(), {("滨江东路驿站", "瓶装水", None): -1})
        verified = subprocess.run([PROGRAM, "--workspace", self.path, "stock", "verify"], capture_output=True, text=True,
                                  env={**os.environ, "LC_ALL": "C.UTF-8"}, timeout=60)
        self.assertEqual((verified.returncode, verified.stdout), (0, ""))
        self.assertIn("瓶装水 at 滨江东路驿站: 1 箱 more were given out", verified.stderr)

    def test_lots(self):
        self.stock("receive", "A1", "YP1", "6", status=1)
        self.stock("receive", "A1", "YP1", "6", "--lot", "晚", "--expiry", "2099-12-09")
        self.stock("receive", "A1", "YP1", "4", "--lot", "早", "--expiry", "20991201")
        self.stock("issue", "A1", "YP1", "5")
        self.assertEqual(self.sums("--item", "YP1"), {("滨江东路驿站", "藿香正气水", "晚"): 5})
        self.stock("receive", "A1", "YP1", "4", "--expiry", "soon", status=1)

    def test_transfer(self):
        self.stock("receive", "A1", "瓶装水", "14")
        self.stock("transfer", "A1", "A2", "瓶装水", "10", "--number", "DB-1")
        self.stock("arrive", "DB-1", "瓶装水", "9", status=1)
        self.stock("arrive", "DB-1", "瓶装水", "9", "--reason", "途中破损")
        self.assertEqual(self.sums(), {("滨江东路驿站", "瓶装水", None): 4, ("桥陇驿站", "瓶装水", None): 9})
        self.run_ctl("undo")
        self.assertEqual(sum(self.sums().values()), 14)
        self.stock("verify")
        self.run_ctl("check")

    def test_transfer_of_several(self):
        self.stock("receive", "A1", "瓶装水", "14")
        self.stock("receive", "A1", "YP1", "6", "--expiry", "+1m")
        self.run_ctl("add", "item", "name=清凉包", "unit=份")
        for part in "瓶装水", "YP1":
            self.stock("kit", "recipe", "清凉包", f"{part}=1", "--item", "清凉包")
        self.stock("kit", "recipe", "清凉包", "瓶装水=1", "YP1=2")
        self.stock("kit", "plan", "清凉包", "A2=3", "--from", "A1", "--send")
        transfer, = self.read("list", "transfer")
        self.stock("arrive", transfer["number"], "瓶装水", "3", status=1)
        self.stock("arrive", transfer["number"], "瓶装水", "3", "YP1", "0", "--reason", "丢失")
        self.assertEqual([line["quantity"] for line in self.read("stock", "--station", "A2")], [3])
        self.run_ctl("undo")
        self.stock("arrive", transfer["number"])
        self.assertEqual(sorted(line["quantity"] for line in self.read("stock", "--station", "A2")), [3, 6])
        self.stock("arrive", transfer["number"], status=1)
        self.stock("arrive", transfer["number"], "YP1", status=2)
        self.stock("verify")

    def test_transfer_taken_back(self):
        self.stock("receive", "A1", "瓶装水", "14")
        self.stock("transfer", "A1", "A2", "瓶装水", "10", "--number", "DB-1")
        self.stock("transfer", "A1", "A2", "瓶装水", "1", "--number", "DB-1", status=1)
        self.run_ctl("undo")
        self.stock("arrive", "DB-1", "瓶装水", "10", "--reason", "已撤销", status=1)
        self.stock("transfer", "A1", "A2", "瓶装水", "9", "--number", "DB-1")
        self.stock("arrive", "DB-1")
        self.assertEqual(self.sums("--station", "A2"), {("桥陇驿站", "瓶装水", None): 9})

    def test_when(self):
        self.stock("receive", "A1", "瓶装水", "14", "--at", "-2")
        self.stock("issue", "A1", "瓶装水", "1", "--at", "昨天")
        self.assertEqual(list(self.sums("--at", "-2").values()), [14])
        self.assertEqual(list(self.sums("--at", "yesterday").values()), [13])
        self.assertEqual(len(self.ledger("--since", "-1")), 1)
        for at in "+1", "2999-01-01", "2999-01-01T00:00:00Z", "25:00":
            self.stock("issue", "A1", "瓶装水", "1", "--at", at, status=1)
        self.stock("receive", "A1", "YP1", "1", "--expiry", "209907e")
        self.assertEqual([line["expiry"] for line in self.read("stock", "--item", "YP1")], ["2099-07-31"])

    def test_what_makes_no_sense(self):
        self.stock("receive", "A1", "瓶装水", "1", "--people", "-5", status=1)
        self.stock("receive", "A1", "瓶装水", "1", "--lot", "L", "--source", "nowhere", status=1)
        self.stock("receive", "A1", "瓶装水", "1", "--lot", "L", "--cost", "-1", status=1)
        self.stock("receive", "A1", "瓶装水", "1", "--lot", "L", "--source", "捐赠", "--cost", "1.50")
        lot, = self.read("list", "lot")
        self.assertEqual((lot["source"], lot["cost"]), ("donated", 150))

    def test_origin_without_a_lot(self):
        """Nobody can tell by which slip an umbrella came: what is known of it stands with the movement."""
        self.stock("receive", "A1", "瓶装水", "1", "--source", "donated", "--supplier", "某某公司", "--reason", "开业")
        self.stock("receive", "A1", "瓶装水", "2", "--source", "bought", "--cost", "1.50")
        self.stock("receive", "A1", "瓶装水", "3")
        self.assertEqual(self.read("list", "lot"), [])
        self.assertEqual({line["quantity"]: line["reason"] for line in self.read("list", "movement")},
                         {1: "开业, Donated, 某某公司", 2: "1.50 yuan each", 3: None})

    def test_take_back(self):
        self.stock("receive", "A1", "瓶装水", "14")
        self.stock("issue", "A1", "瓶装水", "2")
        self.run_ctl("undo")
        self.run_ctl("undo")
        self.assertEqual(self.sums(), {})
        self.run_ctl("redo")
        self.assertEqual(self.sums(), {("滨江东路驿站", "瓶装水", None): 14})
        self.assertEqual(len(self.read("list", "movement")), 5)
        self.stock("verify")

    def test_due(self):
        self.run_ctl("add", "item", "name=防寒手套", "unit=双", "minimum=5", "target=10")
        for station in "A1", "A2":
            self.run_ctl("set", "station", station, "state=open")
        self.stock("receive", "A1", "防寒手套", "4")
        self.stock("receive", "A1", "YP1", "2", "--lot", "旧", "--expiry", "2020-02-01")
        self.stock("receive", "A2", "防寒手套", "30")
        lot, gloves = self.read("stock", "due")
        self.assertEqual((lot["type"], lot["there"], lot["record_name"], lot["by"]), ("expired", 2, "旧", "2020-02-01"))
        self.assertEqual((gloves["type"], gloves["verb"], gloves["there"], gloves["lacking"]), ("low", "transfer", 4, 6))
        self.assertEqual((gloves["where_name"], gloves["giver_name"], gloves["given"]), ("滨江东路驿站", "桥陇驿站", 6))
        self.assertEqual(self.read("stock", "due", "--station", "A2"), [])
        self.assertIn("防寒手套", self.stock("due", "--station", "A1"))
        self.stock("due", "--station", "A9", status=1)
        self.stock("due", "--days", "soon", status=2)

    def ledger(self, *arguments):
        return [(line["sentence"], line["balance"]) for line in self.read("stock", "ledger", *arguments)]

    def test_ledger(self):
        self.stock("receive", "A1", "瓶装水", "14", "--at", "2026-01-05", "--document", "SH-7")
        self.stock("issue", "A1", "瓶装水", "2", "--at", "2026-01-07", "--by", "周敏", "--to", "骑手")
        self.stock("transfer", "A1", "A2", "瓶装水", "3", "--number", "DB-1", "--at", "2026-01-08")
        self.stock("arrive", "DB-1", "瓶装水", "3", "--at", "2026-01-09")
        self.assertEqual(self.ledger("--station", "A1"), [
            ("Sent 3 箱 瓶装水 to 桥陇驿站, slip DB-1", 9), ("周敏 handed out 2 箱 瓶装水 to 骑手", 12),
            ("Received 14 箱 瓶装水, document SH-7", 14)])
        self.assertEqual(self.ledger("--station", "A2"), [("Took in 3 箱 瓶装水 from 滨江东路驿站, slip DB-1", 3)])
        self.assertEqual(len(self.ledger("--person", "周")), 1)
        self.assertEqual(len(self.ledger("--type", "receive")), 1)
        self.assertEqual(len(self.ledger("--since", "2026-01-07", "--until", "2026-01-08")), 2)
        self.assertEqual(self.ledger("--item", "YP1"), [])
        self.assertIn("2 箱", self.stock("ledger"))
        self.stock("ledger", "--type", "theft", status=2)

    def test_take_back_one(self):
        self.stock("receive", "A1", "瓶装水", "14")
        self.stock("issue", "A1", "瓶装水", "2")
        issue, receipt = (line["id"] for line in self.read("stock", "ledger"))
        self.stock("take-back", receipt, status=1)
        self.stock("take-back", issue, "--dry-run")
        self.assertEqual(self.sums(), {("滨江东路驿站", "瓶装水", None): 12})
        self.stock("take-back", issue)
        self.assertEqual(self.sums(), {("滨江东路驿站", "瓶装水", None): 14})
        self.assertEqual([line["taken_back"] for line in self.read("stock", "ledger")], [True, False])
        self.assertEqual(len(self.read("stock", "ledger", "--all")), 3)
        self.stock("take-back", issue, status=1)
        self.run_ctl("undo")
        self.assertEqual(self.sums(), {("滨江东路驿站", "瓶装水", None): 12})
        self.stock("take-back", issue)
        self.stock("take-back", receipt)
        self.assertEqual(self.sums(), {})
        self.stock("verify")
        self.stock("take-back", "nothing", status=1)
        self.stock("take-back", status=2)

    def test_usage(self):
        self.stock("receive", "A1", "瓶装水", status=2)
        self.stock("steal", status=2)
        self.stock("receive", "A1", "瓶装水", "many", status=1)
        self.stock("receive", "A9", "瓶装水", "1", status=1)
        self.stock("--at", "yesterdayish", status=2)


class Kits(Workspace):
    def setUp(self):
        super().setUp()
        self.add("name=滨江东路驿站", "code=A1", "lon=113.6", "lat=34.7")
        self.add("name=桥陇驿站", "code=A2", "lon=113.7", "lat=34.7")
        self.run_ctl("add", "item", "name=降温贴", "unit=贴")
        self.run_ctl("add", "item", "name=冰袖", "unit=双")
        self.kit("recipe", "清凉包", "降温贴=2", "冰袖=1")
        self.run_ctl("stock", "receive", "A1", "降温贴", "21")
        self.run_ctl("stock", "receive", "A1", "冰袖", "8")

    def kit(self, *arguments, status=0):
        return self.run_ctl("stock", "kit", *arguments, status=status)

    def stock_of(self, station):
        return {line["item_name"]: line["quantity"] for line in self.read("stock", "--station", station)}

    def test_together_and_apart(self):
        listed, = self.read("stock", "kit", "list", "--station", "A1")
        self.assertEqual((listed["possible"], listed["scarce"]), (8, "冰袖"))
        self.kit("assemble", "A1", "清凉包", "3")
        self.assertEqual(self.stock_of("A1"), {"降温贴": 15, "冰袖": 5, "清凉包": 3})
        self.kit("take-apart", "A1", "清凉包", "1")
        self.assertEqual(self.stock_of("A1"), {"降温贴": 17, "冰袖": 6, "清凉包": 2})
        self.kit("assemble", "A1", "清凉包", "1")
        lots = [lot["number"] for lot in self.read("list", "lot")]
        self.assertEqual((len(lots), len(set(lots))), (2, 2))
        self.kit("assemble", "A1", "清凉包", "7", status=1)
        self.run_ctl("stock", "verify")

    def test_versions(self):
        self.kit("recipe", "清凉包", "降温贴=3", "冰袖=1")
        listed, = self.read("stock", "kit")
        self.assertEqual((listed["version"], listed["parts"][0]["quantity"]), (2, 3))
        self.assertEqual(len(self.read("list", "kit")), 2)
        self.kit("recipe", "清凉包", "降温贴=0", status=1)
        self.kit("recipe", "清凉包", "月饼=1", status=1)

    def test_plan(self):
        plan = self.read("stock", "kit", "plan", "清凉包", "A2=3", "A1=4")
        self.assertEqual([(need["assemble"], need["missing"]) for need in plan["needs"]], [(3, 0), (4, 0)])
        self.assertEqual({(send["to_name"], send["item_name"]): send["quantity"] for send in plan["transfers"]},
                         {("桥陇驿站", "降温贴"): 6, ("桥陇驿站", "冰袖"): 3})
        self.assertEqual(sum(pick["quantity"] for pick in plan["picks"]), 9)
        self.kit("plan", "清凉包", "A2=3", "A1=4", "--send")
        self.assertEqual(self.stock_of("A1"), {"降温贴": 15, "冰袖": 5})
        self.run_ctl("undo")
        self.assertEqual(self.stock_of("A1"), {"降温贴": 21, "冰袖": 8})
        short = self.read("stock", "kit", "plan", "清凉包", "A2=12", "--from", "A1")
        self.assertEqual(short["needs"][0]["missing"], 4)
        self.assertEqual({line["item_name"]: line["quantity"] for line in short["lacking"]}, {"降温贴": 3, "冰袖": 4})

    def test_usage(self):
        self.kit("plan", "清凉包", status=2)
        self.kit("plan", "清凉包", "A2", status=1)
        self.kit("plan", "月饼盒", "A2=1", status=1)
        self.kit("wrap", status=2)


class Cabinets(Workspace):
    def setUp(self):
        super().setUp()
        self.add("name=滨江东路驿站", "code=A1")
        self.run_ctl("add", "item", "name=瓶装水", "unit=瓶", "value=2.50")
        self.run_ctl("stock", "receive", "A1", "瓶装水", "30", "--at", "2026-01-05")
        self.cabinet("add", "A1", "智能柜 A", "--rows", "2", "--columns", "3", "--code", "SN-01", "--cap", "20")
        self.cabinet("assign", "SN-01", "A1", "瓶装水", "10")

    def cabinet(self, *arguments, status=0):
        return self.run_ctl("stock", "cabinet", *arguments, status=status)

    def slots(self):
        listed, = self.read("stock", "cabinet")
        return {slot["slot"]: (slot["state"], slot["there"]) for slot in listed["slots"]}

    def events(self, text, *arguments, status=0):
        path = os.path.join(self.folder.name, "events.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return self.cabinet("events", path, *arguments, status=status)

    def test_slots(self):
        self.assertEqual(list(self.slots()), ["A1", "A2", "A3", "B1", "B2", "B3"])
        self.cabinet("refill", "SN-01", "a1", "4")
        self.assertEqual(self.slots()["A1"], ("fine", 4))
        self.assertIn("智能柜 A · A1  瓶装水  4 瓶", self.run_ctl("stock"))
        self.cabinet("refill", "SN-01", "A1", "7", status=1)
        self.cabinet("out-of-order", "SN-01", "A1", "锁故障")
        self.assertEqual(self.slots()["A1"], ("broken", 4))
        self.cabinet("in-order", "SN-01", "A1")
        self.cabinet("assign", "SN-01", "Z1", "瓶装水", "10", status=1)

    def test_round(self):
        plan = self.read("stock", "cabinet", "refill", "--fill")
        self.assertEqual([(line["slot"], line["quantity"], line["value"]) for line in plan["lines"]], [("A1", 8, 2000)])
        self.assertEqual(plan["slots"][0]["reason"], "cap")
        self.assertEqual(self.slots()["A1"], ("fine", 8))
        self.assertEqual(self.read("stock", "cabinet", "refill")["lines"], [])
        beyond = subprocess.run([PROGRAM, "--workspace", self.path, "stock", "cabinet", "refill", "SN-01", "A1", "1"],
                                capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"}, timeout=60)
        self.assertEqual(beyond.returncode, 0)
        self.assertIn("智能柜 A: 22.50 yuan were filled in this month, and 20.00 is what it may be given", beyond.stderr)
        self.run_ctl("stock", "verify")

    def test_reservations(self):
        self.cabinet("refill", "SN-01", "A1", "5")
        code = self.cabinet("reserve", "SN-01", "A1", "4", "--for", "王师傅").strip()
        self.cabinet("reserve", "SN-01", "A1", "2", status=1)
        self.assertEqual([pickup["code"] for pickup in self.read("stock", "cabinet", "pickups")], [code])
        self.cabinet("pickup", code)
        self.cabinet("pickup", code, status=1)
        self.assertEqual(self.slots()["A1"], ("low", 1))
        other = self.cabinet("reserve", "SN-01", "A1", "1").strip()
        self.assertIn("滨江东路驿站 · 智能柜 A · A1", self.cabinet("pickups"))
        self.cabinet("cancel", other, code, status=2)
        self.cabinet("cancel", other)
        self.cabinet("release")
        self.cabinet("pickup", "no such", status=1)

    def test_events(self):
        self.cabinet("refill", "SN-01", "A1", "5", "--at", "2026-01-06")
        text = ("事件号,设备号,格口,数量,时间\n"
                "1,SN-01,A1,2,2026-01-07 08:12\n2,SN-01,A9,1,2026-01-07 08:12\n3,SN-01,A1,1,someday\n")
        self.events(text, "--dry-run", status=1)
        self.assertEqual(self.slots()["A1"], ("fine", 5))
        answer = json.loads(self.events(text, "--json", status=1))
        self.assertEqual((answer["counts"]["new"], answer["counts"]["refused"]), (1, 2))
        self.assertEqual([row["row"] for row in answer["rows"] if row["problem"]], [3, 4])
        self.assertEqual(self.slots()["A1"], ("low", 3))
        self.events(text, status=1)
        self.assertEqual(self.slots()["A1"], ("low", 3))
        self.run_ctl("undo")
        self.events(text, status=1)
        self.assertEqual(self.slots()["A1"], ("fine", 5))
        self.events(text, "--again", status=1)
        self.assertEqual(self.slots()["A1"], ("low", 3))
        self.run_ctl("stock", "verify")
        self.run_ctl("check")
        self.events("姓名,电话\n王,138\n", status=1)
        self.cabinet("events", os.path.join(self.folder.name, "none.csv"), status=3)
        self.events("[{", status=1)


class Guide(Workspace):
    def out(self, name):
        return os.path.join(self.folder.name, name)

    def start(self, name):
        with open(self.out(name), "rb") as file:
            return file.read(5)

    def test_list_of_documents(self):
        self.assertIn("list", self.run_ctl("guide"))

    def test_files(self):
        self.add("name=石鼓驿站", "district=高新区", "hours=Mo-Su 08:00-18:00", "lon=113.6", "lat=34.7")
        self.run_ctl("guide", "list", self.out("a.pdf"), "--lang", "zh+en", "--paper", "a3", "--large", "--grey")
        self.run_ctl("guide", "list", self.out("a.svg"))
        self.run_ctl("guide", "list", self.out("a.png"))
        self.assertEqual(self.start("a.pdf"), b"%PDF-")
        self.assertEqual(self.start("a.svg"), b"<?xml")
        self.assertEqual(self.start("a.png"), b"\x89PNG\r")

    def test_web(self):
        self.add("name=石鼓驿站", "district=高新区", "hours=Mo-Su 08:00-18:00; PH off", "lon=113.6", "lat=34.7")
        for name in "a.html", "a.geojson", "a.ics":
            self.run_ctl("guide", "list", self.out(name), "--date", "2026-01-10")
        with open(self.out("a.html"), encoding="utf-8") as file:
            page = file.read()
        self.assertIn("石鼓驿站", page)
        self.assertIn("2026-02-17:", page)  # shut on the first day of the year, which the page knows
        with open(self.out("a.geojson"), encoding="utf-8") as file:
            feature, = json.load(file)["features"]
        self.assertEqual(feature["properties"]["opening_hours"], "Mo-Su 08:00-18:00; PH off")
        self.assertEqual(feature["geometry"]["coordinates"], [113.6, 34.7])
        with open(self.out("a.ics"), encoding="utf-8", newline="") as file:
            calendar = file.read()
        self.assertIn("DTSTART;VALUE=DATE:20260215\r\nDTEND;VALUE=DATE:20260224\r\nSUMMARY:石鼓驿站 休息", calendar)

    def test_refusals(self):
        self.add("name=石鼓驿站", "district=高新区")
        pdf = self.out("a.pdf")
        self.run_ctl("guide", "novel", pdf, status=2)
        self.run_ctl("guide", "list", status=2)
        self.run_ctl("guide", "list", self.out("a.doc"), status=2)
        self.run_ctl("guide", "list", pdf, "--paper", "a9", status=2)
        self.run_ctl("guide", "list", pdf, "--paper", "strip", status=2)
        self.run_ctl("guide", "list", pdf, "--lang", "fr", status=2)
        self.run_ctl("guide", "list", pdf, "--date", "soon", status=2)
        self.run_ctl("guide", "list", pdf, "--where", "no such", status=2)
        self.run_ctl("guide", "list", pdf, "--reveal", status=2)
        self.run_ctl("guide", "list", self.out("a.svg"), "--page", "9", status=2)
        self.run_ctl("guide", "list", pdf, "--org", "4101", status=1)
        self.run_ctl("guide", "list", pdf, "--where", "seats > 5", status=1)
        self.run_ctl("guide", "list", self.out("none/a.pdf"), status=3)
        self.assertFalse(os.path.exists(pdf))

    def test_editions(self):
        self.add("name=石鼓驿站", "code=ZZ-1")
        pdf = self.out("a.pdf")
        self.run_ctl("guide", "list", pdf)
        self.assertEqual(self.read("list", "edition"), [])
        self.run_ctl("guide", "list", pdf, "--edition", "春季版")
        self.add("name=桥陇驿站")
        self.run_ctl("guide", "list", pdf, "--since", "春季版", "--edition", "夏季版")
        self.assertEqual([(e["number"], e["name"], e["stations"]) for e in self.read("list", "edition")],
                         [(1, "春季版", 1), (2, "夏季版", 2)])
        self.run_ctl("guide", "list", pdf, "--since", "9", status=1)
        self.run_ctl("guide", "changes", pdf, "--since", "春季版")
        os.remove(pdf)
        self.run_ctl("guide", "changes", pdf, status=1)
        self.assertFalse(os.path.exists(pdf))
        self.run_ctl("delete", "station", "ZZ-1")

    def test_edition_by_mistake(self):
        self.add("name=石鼓驿站", "code=ZZ-1")
        pdf = self.out("a.pdf")
        self.run_ctl("guide", "list", pdf, "--edition", "春季版")
        self.run_ctl("guide", "list", pdf, "--edition", "夏季版")
        self.run_ctl("guide", "list", "--take-back", "春季版", status=1)
        self.run_ctl("guide", "fold", "--take-back", "2", status=1)
        self.run_ctl("guide", "list", "--take-back", "2")
        self.run_ctl("guide", "list", "--take-back", "2", status=1)
        self.run_ctl("guide", "list", pdf, "--since", "夏季版", status=1)
        self.run_ctl("guide", "list", pdf, "--since", "春季版", "--edition", "秋季版")
        self.assertEqual([(e["number"], e["name"]) for e in self.read("list", "edition") if not e["takes_back"]],
                         [(1, "春季版"), (2, "夏季版"), (2, "秋季版")])
        self.run_ctl("guide", "list", pdf, "--take-back", "1", status=2)
        self.run_ctl("guide", "--take-back", "1", status=2)

    def read_pdf(self, name):
        return subprocess.run(["pdftotext", "-layout", self.out(name), "-"], capture_output=True, check=True,
                              encoding="utf-8").stdout

    def test_notice(self):
        self.add("name=石鼓驿站", "hours=Mo-Su 08:00-18:00")
        self.run_ctl("guide", "notice", self.out("a.pdf"), "--from", "2026-02-15", "--to", "2026-02-23")
        text = self.read_pdf("a.pdf")
        for words in "春节开放安排", "九天照常开放", "除夕", "2 月 24 日起恢复平日时间":
            self.assertIn(words, text)
        self.run_ctl("guide", "notice", self.out("b.pdf"), "--from", "2026-02-15", "--to", "2026-06-23", status=1)

    def test_letters(self):
        self.add("name=石鼓驿站", "address=石鼓路 1 号")
        self.run_ctl("guide", "rectification", self.out("a.pdf"), "--text", "灭火器过期", "--deadline", "2026-3-15")
        text = self.read_pdf("a.pdf")
        for words in "整改通知书", "石鼓驿站：", "灭火器过期", "2026 年 3 月 15 日":
            self.assertIn(words, text)
        self.run_ctl("guide", "thanks", self.out("b.pdf"), "--recipient", "晴川饮品公司", "--amount", "1200")
        self.assertIn("壹仟贰佰元整", self.read_pdf("b.pdf").replace("\n", "").replace(" ", ""))
        self.run_ctl("guide", "labels", self.out("c.pdf"), "--start", "5", "--recipient", "站长 收")
        self.assertIn("站长", self.read_pdf("c.pdf"))
        self.run_ctl("guide", "thanks", self.out("d.pdf"), "--amount", "much", status=2)
        self.run_ctl("guide", "labels", self.out("d.pdf"), "--start", "0", status=2)

    def test_ledger(self):
        self.add("name=石鼓驿站", "code=Z1", "contact=周敏")
        self.run_ctl("set", "station", "Z1", "seats=12")
        self.run_ctl("guide", "ledger", self.out("a.pdf"))
        text = self.read_pdf("a.pdf")
        for words in "石鼓驿站", "周*", "变更记录", "12":
            self.assertIn(words, text)
        self.assertNotIn("周敏", text)
        self.assertEqual(self.read("list", "disclosure"), [])
        self.run_ctl("guide", "ledger", self.out("a.pdf"), "--reveal", "--purpose", "建档")
        self.assertIn("周敏", self.read_pdf("a.pdf"))
        self.assertEqual(len(self.read("list", "disclosure")), 1)

    def test_mobile_numbers_leave_a_trace(self):
        self.add("name=石鼓驿站", "phones=13812345678")
        self.run_ctl("guide", "list", self.out("a.pdf"))
        self.assertEqual(self.read("list", "disclosure"), [])
        self.run_ctl("guide", "list", self.out("a.pdf"), "--reveal", "--purpose", "值班")
        trace, = self.read("list", "disclosure")
        self.assertEqual((trace["way"], trace["records"], trace["purpose"], trace["file"]),
                         ("exported", 1, "值班", "a.pdf"))


class Records(Workspace):
    def test_add_makes_the_workspace(self):
        identifier = self.add("name=石鼓驿站", "phones=0371-1;13812345678", "lon=113.6", "lat=34.7")
        station = self.read("show", "station", identifier)
        self.assertEqual(station["name"], "石鼓驿站")
        self.assertEqual(station["phones"], ["0371-1", "13812345678"])
        self.assertIsNone(station["address"])

    def test_set_by_code_and_by_element(self):
        self.add("name=石鼓驿站", "code=ZZ-1", "services=water")
        self.run_ctl("set", "station", "ZZ-1", "services+=meal", "seats=12")
        station = self.read("show", "station", "ZZ-1")
        self.assertEqual(sorted(station["services"]), ["meal", "water"])
        self.run_ctl("set", "station", "ZZ-1", "services-=water", "seats=")
        station = self.read("show", "station", "ZZ-1")
        self.assertEqual(list(station["services"]), ["meal"])
        self.assertIsNone(station["seats"])

    def test_refused_values_change_nothing(self):
        self.add("name=石鼓驿站", "code=ZZ-1")
        for assignment in ("seats=-1", "seats=many", "name=", "state=planned", "lon=113.6", "opened=soon"):
            self.run_ctl("set", "station", "ZZ-1", assignment, status=1)
        self.assertEqual(len(self.read("history", "ZZ-1")), 1)

    def test_listing(self):
        self.add("name=石鼓驿站", "district=高新区", "hours=Mo-Su 08:00-18:00", "lon=113.6", "lat=34.7")
        self.add("name=桥陇驿站", "district=金水区", "state=停业", "contact=周敏")
        names = [station["name"] for station in self.read("list", "station", "--where", "state=open")]
        self.assertEqual(names, ["石鼓驿站"])
        self.assertEqual(len(self.read("list", "station", "--where", "district in ('高新区', '金水区')")), 2)
        self.assertEqual(len(self.read("list", "station", "--near", "34.7,113.6,50")), 1)
        self.assertEqual(len(self.read("list", "station", "--open-at", "2026-11-20T09:00")), 1)
        self.assertEqual(len(self.read("list", "station", "--open-at", "2026-11-20T19:00")), 0)
        self.assertEqual(len(self.read("list", "station", "--limit", "1")), 1)
        table = self.run_ctl("list", "station", "--csv")
        self.assertTrue(table.startswith("id,name,code,"))
        self.assertNotIn("周敏", table)
        self.assertIn("周敏", self.run_ctl("list", "station", "--csv", "--reveal"))

    def test_list_options_that_make_no_sense(self):
        self.add("name=石鼓驿站")
        self.run_ctl("list", "station", "--json", "--csv", status=2)
        self.run_ctl("list", "station", "--limit", "-1", status=2)

    @unittest.skipUnless(os.path.exists("/dev/full"), "there is no /dev/full")
    def test_half_an_answer_is_a_failure(self):
        self.add("name=石鼓驿站")
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([PROGRAM, "--workspace", self.path, "list", "station", "--json"], stdout=full,
                                  stderr=subprocess.PIPE, check=False, timeout=60)
        self.assertEqual(done.returncode, 3)

    def test_a_line_tells_what_a_small_kind_holds(self):
        self.run_ctl("add", "calendar_day", "date=2031-05-01", "kind=holiday", "name=劳动节")
        line = [line for line in self.run_ctl("list", "calendar_day").splitlines() if "2031-05-01" in line][0]
        self.assertIn("劳动节", line)
        self.assertEqual(len(line.split("  ")), 4)

    def test_references_by_name(self):
        self.add("name=石鼓驿站", "code=A-1")
        person = self.run_ctl("add", "person", "name=周敏", "station=石鼓驿站").strip()
        self.assertIn("石鼓驿站", self.run_ctl("show", "person", person))
        self.assertIn("石鼓驿站", self.run_ctl("list", "person", "--csv"))
        self.assertNotIn("周敏", self.run_ctl("list", "person"))
        self.assertIn("周敏", self.run_ctl("list", "person", "--reveal"))
        for called in ("石鼓驿站", "A-1", self.read("show", "station", "A-1")["id"]):
            self.assertEqual(len(self.read("list", "person", "--where", f"station={called}")), 1)
        self.assertEqual(self.read("list", "person", "--where", "station!=A-1"), [])
        self.assertEqual(self.read("list", "person", "--where", "station=桥陇驿站"), [])
        self.run_ctl("set", "person", person, "station=")
        self.assertIn("石鼓驿站 → (empty)", self.run_ctl("history", person))
        self.add("name=石鼓驿站", "code=A-2")
        self.run_ctl("set", "person", person, "station=石鼓驿站", status=1)
        self.run_ctl("set", "person", person, "station=A-2")

    def test_trash(self):
        identifier = self.add("name=石鼓驿站")
        self.run_ctl("delete", "station", identifier)
        self.assertEqual(self.read("list", "station"), [])
        self.assertEqual(len(self.read("list", "station", "--trash")), 1)
        self.run_ctl("undo")
        self.assertEqual(len(self.read("list", "station")), 1)


class Undo(Workspace):
    def test_across_runs(self):
        self.add("name=石鼓驿站", "code=ZZ-1")
        self.run_ctl("set", "station", "ZZ-1", "seats=12")
        self.assertEqual(self.read("undo")["label"], "Edit")
        self.assertIsNone(self.read("show", "station", "ZZ-1")["seats"])
        self.run_ctl("redo")
        self.assertEqual(self.read("show", "station", "ZZ-1")["seats"], 12)
        self.run_ctl("undo")
        self.run_ctl("undo")
        self.run_ctl("undo", status=1)
        self.assertEqual(self.read("list", "station"), [])
        self.run_ctl("check")

    def test_history_tells_old_and_new(self):
        self.add("name=石鼓驿站", "code=ZZ-1", "seats=10")
        self.run_ctl("set", "station", "ZZ-1", "seats=12")
        newest = self.read("history", "ZZ-1")[0]
        self.assertEqual(newest["fields"], [{"field": "seats", "before": 10, "after": 12}])


class Usage(Workspace):
    def test_exit_statuses(self):
        self.run_ctl(status=2)
        self.run_ctl("conquer", status=2)
        self.run_ctl("list", "castle", status=2)
        self.run_ctl("list", "station", status=3)
        self.run_ctl("init")
        self.run_ctl("init", status=1)
        self.run_ctl("list", "station", "--where", "moat = 1", status=2)
        self.run_ctl("list", "station", "--near", "here", status=2)
        self.run_ctl("list", "station", "--colour", status=2)
        self.run_ctl("show", "station", "nowhere", status=1)
        self.run_ctl("add", "station", "moat=1", status=2)
        self.run_ctl("undo", status=1)

    def test_not_a_workspace(self):
        with open(self.path, "w", encoding="utf-8") as file:
            file.write("this is a shopping list, not a database, and long enough to be looked at twice\n" * 20)
        self.run_ctl("list", "station", status=3)

    def test_kinds_need_no_workspace(self):
        kinds = self.read("kinds")
        self.assertIn("station", [kind["name"] for kind in kinds])
        fields = {field["name"]: field for field in self.read("kinds", "station")["fields"]}
        self.assertTrue(fields["name"]["required"])
        self.assertIn("open", [choice["name"] for choice in fields["state"]["choices"]])


class Hours(Workspace):
    def test_intervals_with_holidays(self):
        found = self.read("hours", "intervals", "Mo-Su 09:00-12:00; PH off", "--from", "2026-10-01T00:00",
                          "--to", "2026-10-03T00:00", "--holidays", "2026-10-01")
        self.assertEqual(found["intervals"], [
            {"start": "2026-10-02T09:00", "end": "2026-10-02T12:00", "state": "open", "comment": None}])

    def test_shifted_workday(self):
        state = self.read("hours", "state", "Mo-Fr 09:00-17:00", "--at", "2026-02-14T10:00",
                          "--workdays", "2026-02-14=Fr")
        self.assertEqual(state["state"], "open")
        self.assertEqual(state["next_change"], "2026-02-14T17:00")

    def test_a_line_for_a_line(self):
        done = subprocess.run([PROGRAM, "hours", "check", "-", "--json"], input=b"24/7\nnonsense\n\xff\n\n",
                              capture_output=True, timeout=60)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([answer["valid"] for answer in answers], [True, False, False, False])
        self.assertEqual(done.returncode, 1)

    def test_from_chinese(self):
        self.assertEqual(self.read("hours", "from-zh", "周一至周五 08:30-12:00,13:00-17:30")["value"],
                         "Mo-Fr 08:30-12:00,13:00-17:30")
        self.run_ctl("hours", "from-zh", "以站点为准", status=1)
        self.run_ctl("hours", "state", "24/7", "--at", "noon", status=2)

    def test_arguments_are_strict(self):
        for at in ("2026-01-01T24:30", "2026-01-01T-1:00", "2026-02-30T10:00", "2026-1-1T10:00", "2026-01-01 10:00",
                   "2026-01-01T10:00x", "0000-01-01T10:00", ""):
            self.run_ctl("hours", "state", "24/7", "--at", at, status=2)
        self.run_ctl("hours", "intervals", "24/7", "--from", "2026-01-02T00:00", "--to", "2026-01-01T00:00", status=2)
        at = ("--at", "2026-06-21T05:00")
        for wrong in (("--lat", "39.9"), ("--lat", "nan", "--lon", "1"), ("--lat", "91", "--lon", "1"),
                      ("--holidays", "2026-1-1"), ("--school-holidays", "2026-01-01"), ("--workdays", "2026-01-01=Xx")):
            self.run_ctl("hours", "state", "sunrise-sunset", *at, *wrong, status=2)
        self.assertEqual(self.read("hours", "state", "sunrise-sunset", *at)["state"], "unknown")
        self.assertEqual(self.read("hours", "state", "sunrise-sunset", *at, "--lat", "39.9", "--lon", "116.4"),
                         {"state": "open", "comment": None, "rule": "sunrise-sunset",
                          "next_change": "2026-06-21T19:46"})

    def test_lines_as_they_come(self):
        done = subprocess.run([PROGRAM, "hours", "check", "-"], input=b"24/7\r\noff\0; 24/7\noff", capture_output=True,
                              timeout=60)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([answer["canonical"] for answer in answers], ["24/7", None, "off"])


class Calendar(Workspace):
    LIST = "日期,类型,名称\n2027-01-01,放假,元旦\n2027-01-02,休,元旦\n2027/1/10,上班,元旦调休上班\n2026-10-10,班,调休\n"

    def setUp(self):
        super().setUp()
        self.run_ctl("init")

    def count(self):
        return len(self.read("list", "calendar_day"))

    def open_at(self, time):
        return [station["code"] for station in self.read("list", "station", "--open-at", time)]

    def test_seeded_imported_undone(self):
        self.assertEqual(self.count(), 141)
        self.run_ctl("undo", status=1)
        path = os.path.join(self.folder.name, "2027.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write(self.LIST)
        report = self.read("import", "--kind=calendar_day", path)
        self.assertEqual((report["created"], report["updated"], report["refused"]), (3, 1, 0))
        self.assertEqual(self.read("show", "calendar_day", "2027-01-10")["kind"], "workday")
        self.run_ctl("undo")
        self.assertEqual(self.count(), 141)

    def test_a_day_once(self):
        self.run_ctl("add", "calendar_day", "date=2026-10-10", status=1)
        self.run_ctl("set", "calendar_day", "2026-10-10", "date=2026-10-11")
        self.run_ctl("add", "calendar_day", "date=2026-10-10", "kind=workday")
        self.assertEqual(self.count(), 142)

    def test_open_on_special_days(self):
        self.add("name=甲", "code=PLAIN", "hours=Mo-Fr 09:00-17:00")
        self.add("name=乙", "code=FOLLOWS", "hours=Mo-Fr 09:00-17:00; PH off", "workday_hours=fr")
        self.assertEqual(self.open_at("2026-10-01T10:00"), ["PLAIN"])
        self.assertEqual(self.open_at("2026-10-10T10:00"), ["FOLLOWS"])

    def test_a_year_without_data_is_told(self):
        self.add("name=乙", "code=FOLLOWS", "hours=Mo-Fr 09:00-17:00; PH off")
        done = subprocess.run([PROGRAM, "--workspace", self.path, "list", "station", "--open-at", "2027-03-03T10:00"],
                              capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"}, timeout=60)
        self.assertEqual(done.stdout, "")
        self.assertIn("no holiday data for 2027", done.stderr)

    def test_hours_of_the_workspace(self):
        def state(at, *more):
            return self.read("hours", "state", "Mo-Fr 09:00-17:00; PH off", "--at", at, *more)["state"]
        self.assertEqual(state("2026-10-01T10:00"), "closed")
        self.assertEqual(state("2026-10-10T10:00"), "closed")
        self.assertEqual(state("2026-10-10T10:00", "--workday-hours", "fr"), "open")
        self.assertEqual(state("2026-10-01T10:00", "--holidays", "2026-10-02"), "open")
        self.run_ctl("hours", "state", "24/7", "--at", "2026-10-10T10:00", "--workday-hours", "su", status=2)


class Lists(Workspace):
    LIST = ("附件：晴川市工会驿站一览表,,,,,\r\n序号,站点名称,详细地址,联系电话,经度,纬度\r\n"
            "1,甲驿站,滨江路1号,0999-86122201;13812345678,113.6012,34.7012\r\n2,乙驿站,滨江路2号,,,\r\n"
            "3,,滨江路3号,,,\r\n4,丁驿站,滨江路4号,,200,95\r\n")

    def write(self, text, name="list.csv", encoding="utf-8"):
        path = os.path.join(self.folder.name, name)
        with open(path, "wb") as file:
            file.write(text.encode(encoding))
        return path

    def test_import_and_again(self):
        path = self.write(self.LIST, encoding="gb18030")
        answer = json.loads(self.run_ctl("import", path, "--datum", "gcj02", "--json", status=1))
        self.assertEqual([answer[key] for key in ("created", "updated", "unchanged", "refused")], [2, 0, 0, 2])
        self.assertEqual([row["row"] for row in answer["rows"] if row["status"] == "refused"], [5, 6])
        self.assertIn("Row 5", answer["rows"][2]["reason"])
        again = json.loads(self.run_ctl("import", path, "--datum", "gcj02", "--json", status=1))
        self.assertEqual([again[key] for key in ("created", "updated", "unchanged", "refused")], [0, 0, 2, 2])
        station = [s for s in self.read("list", "station") if s["name"] == "甲驿站"][0]
        self.assertEqual(station["phones"], ["0999-86122201", "13812345678"])
        self.assertEqual(station["datum"], "gcj02")
        self.run_ctl("undo")
        self.assertEqual(self.read("list", "station"), [])

    def test_kinds(self):
        tree = self.write("名称,代码,级别,上级\n云桥街道工会,410102003,街道,江北区总工会\n江北区总工会,410102,区县,\n")
        self.run_ctl("import", tree, "--kind", "org")
        town = self.read("show", "org", "410102003")
        self.assertEqual(town["parent"], self.read("show", "org", "410102")["id"])
        again = self.read("import", tree, "--kind", "org")
        self.assertEqual(again["unchanged"], 2)
        self.run_ctl("import", tree, "--kind", "disclosure", status=2)

    def test_row_of_the_headings_is_remembered(self):
        path = self.write("名称,地址,联系电话\n甲,乙,丙\n单位名,在哪里,打给谁\n晴川驿站,晴川路1号,0371-60000001\n")
        self.run_ctl("import", path, "--heading-row", "3", "--map", "单位名=name,在哪里=address,打给谁=phones")
        again = self.read("import", path)
        self.assertEqual([again[key] for key in ("created", "unchanged")], [0, 1])

    def test_dry_run_makes_nothing(self):
        path = self.write(self.LIST)
        answer = json.loads(self.run_ctl("import", path, "--dry-run", "--json", status=1))
        self.assertEqual(answer["created"], 2)
        self.assertFalse(os.path.exists(self.path))

    def test_what_cannot_be_read(self):
        self.run_ctl("import", os.path.join(self.folder.name, "none.csv"), status=3)
        self.run_ctl("import", self.write("", "empty.csv"), status=3)
        self.run_ctl("import", self.write("PK\x03\x04[Content_Types]", "broken.xlsx"), status=3)
        self.run_ctl("import", self.write(self.LIST), "--datum", "mars", status=2)
        self.run_ctl("import", self.write(self.LIST), "--map", "站点名称=colour", status=2)
        self.run_ctl("import", self.write(self.LIST), "--key", "colour", status=2)
        self.assertFalse(os.path.exists(self.path))

    def test_duplicates_are_asked_about(self):
        path = self.write("名称,地址\n拾光暖心驿站,光明路12号商场一楼\n抬光暖心驿站,光明路12号商场一楼\n")
        answer = json.loads(self.run_ctl("import", path, "--json", status=1))
        self.assertEqual((answer["created"], len(answer["duplicates"])), (1, 1))
        self.assertEqual(answer["duplicates"][0]["other_row"], 2)
        self.run_ctl("import", path, "--duplicates", "separate")
        self.assertEqual(len(self.read("list", "station")), 2)
        again = json.loads(self.run_ctl("import", path, "--json"))
        self.assertEqual(again["unchanged"], 2)

    def test_export_and_import_is_the_same(self):
        self.run_ctl("import", self.write(self.LIST), "--datum", "gcj02", status=1)
        self.run_ctl("set", "station", self.read("list", "station")[0]["id"], "services=water; meal:paused",
                     "note==1+1", "contact=周敏", "opened=2024-05-01")
        for ending in ("csv", "xlsx", "ods", "geojson", "gpkg", "kml"):
            for datum in ("wgs84", "bd09"):
                path = os.path.join(self.folder.name, "out." + ending)
                self.run_ctl("export", path, "--datum", datum)
                answer = json.loads(self.run_ctl("import", path, "--json"))
                self.assertEqual((answer["unchanged"], len(answer["rows"])), (2, 2), (ending, datum))

    def test_personal_data_leaves_a_trace(self):
        self.add("name=石鼓驿站", "contact=周敏")
        path = os.path.join(self.folder.name, "out.csv")
        self.run_ctl("export", path, "--reveal", status=2)
        self.run_ctl("export", path)
        self.assertEqual(self.read("list", "disclosure"), [])
        self.run_ctl("export", path, "--reveal", "--purpose", "慰问名单")
        traces = self.read("list", "disclosure")
        self.assertEqual([(trace["purpose"], trace["file"], trace["records"]) for trace in traces],
                         [("慰问名单", "out.csv", 1)])
        self.run_ctl("delete", "disclosure", traces[0]["id"], status=1)
        self.run_ctl("add", "disclosure", "name=x", status=2)
        self.run_ctl("undo")
        self.assertEqual(len(self.read("list", "disclosure")), 1)
        self.assertEqual(self.read("list", "station"), [])

    def test_report(self):
        report = os.path.join(self.folder.name, "report.csv")
        self.run_ctl("import", self.write(self.LIST), "--report", report, status=1)
        with open(report, encoding="utf-8-sig") as file:
            lines = file.read().splitlines()
        self.assertEqual(len(lines), 5)
        self.assertIn("Refused", lines[3])


if __name__ == "__main__":
    unittest.main()
