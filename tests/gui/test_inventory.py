"""Stock from the window: received with a scanner, sent, received elsewhere, taken back; yizhanctl tells what the books say."""

import json
import os
import re
import shutil
import signal
import subprocess
from pathlib import Path

import atspi
import pytest

STATION, OTHER = "滨江东路驿站", "桥陇驿站"
BARCODE = "6901339924484"


def run(workspace: Path, *arguments: str) -> str:
    return subprocess.run([os.environ["YIZHANCTL"], "--workspace", str(workspace), *arguments], check=True,
                          capture_output=True, text=True, timeout=60).stdout


@pytest.fixture
def workspace(tmp_path) -> Path:
    path = tmp_path / "晴川.yizhan"
    run(path, "init")
    for name, code in ((STATION, "QC-001"), (OTHER, "QC-002")):
        run(path, "add", "station", f"name={name}", f"code={code}", "district=江北区")
    run(path, "add", "item", "name=藿香正气水", "unit=盒", "code=M001", "needs_expiry=yes", "minimum=5",
        f"barcodes={BARCODE}")
    return path


def count(workspace: Path, station: str) -> int:
    return sum(heap["quantity"] for heap in json.loads(run(workspace, "stock", "--station", station, "--json")))


def find_station(workspace: Path, code: str) -> str:
    stations = json.loads(run(workspace, "list", "station", "--json"))
    return next(station["id"] for station in stations if station["code"] == code)


def open_at(start, workspace: Path) -> atspi.Application:
    return start("--page=inventory", f"--activate=win.show-stock('{find_station(workspace, 'QC-001')}')", workspace)


def begin(app: atspi.Application, action: str, title: str) -> atspi.Node:
    """Returns the window that one of the page's actions opens."""
    app.owner(action).act(action)
    return app.wait(lambda: next((window for window in app.children() if window.name == title), None), title)


def press(key: str) -> None:
    subprocess.run(["xdotool", "key", key], check=True, timeout=60)


def scan(window: atspi.Node, code: str) -> None:
    """As a scanner does: keys that come one after the other, and Enter, to whatever has the focus."""
    atspi.wait(lambda: window.first("text", "扫码框").has_state("focused"), "the focus in the scan field")
    subprocess.run(["xdotool", "type", "--delay", "2", code], check=True, timeout=60)
    press("Return")


def apply(app: atspi.Application, window: atspi.Node) -> None:
    name = window.name
    window.act("stock-form.apply")
    app.wait(lambda: name not in [other.name for other in app.children()], f"the end of {name}")


def receive(app: atspi.Application, quantity: int) -> None:
    window = begin(app, "stock.receive", "入库")
    scan(window, f"{quantity}*{BARCODE}")
    window.first("text", "有效期至：藿香正气水").type("202706e")
    window.first("text", "批号：藿香正气水").type("Y27-0600")
    apply(app, window)


def choose(window: atspi.Node, chooser: str, name: str) -> None:
    """Chooses what is found first by its name."""
    button = next(window.first("push button", chooser).children())
    button.act("click")
    window.first(None, "查找要选的内容").type(name)
    atspi.wait(lambda: [label.name for item in window.find_all("list item") for label in item.find_all("label")][:1] ==
               [name], f"{name} in front")
    press("Return")


def test_receive_and_take_back(start, workspace):
    app = open_at(start, workspace)
    receive(app, 8)
    app.wait(lambda: count(workspace, STATION) == 8, "8 in the books")
    assert json.loads(run(workspace, "stock", "--station", STATION, "--json"))[0]["expiry"] == "2027-06-30"
    app.first("label", "2027-06-30")
    assert [node.path() for node in app.unnamed()] == []

    app.act("win.undo")
    app.wait(lambda: count(workspace, STATION) == 0, "nothing in the books")
    app.act("win.redo")
    app.wait(lambda: count(workspace, STATION) == 8, "8 in the books again")
    run(workspace, "stock", "verify")
    assert app.close() == 0


def test_what_is_wrong_stays_in_the_form(start, workspace):
    app = open_at(start, workspace)
    receive(app, 3)
    window = begin(app, "stock.hand-out", "领用")
    scan(window, f"5*{BARCODE}")
    window.first("label", "藿香正气水 × 5")
    window.act("stock-form.apply")
    window.first("label", "藿香正气水（滨江东路驿站）：只有 3 盒")
    scan(window, "6900000000000")
    window.first("label", "没有登记过条码 6900000000000")
    assert [node.path() for node in window.unnamed()] == []
    window.first("text", "数量：藿香正气水").type("2")
    window.first("text", "人次").type("2")
    press("Escape")  # which loses nothing without being asked about it
    question = app.wait(lambda: next((one for one in app.children() if one.name == "放弃已填写的内容？"), None), "it")
    question.first("push button", re.compile("取消")).act("click")
    apply(app, window)
    app.wait(lambda: count(workspace, STATION) == 1, "1 in the books")
    assert app.close() == 0


def test_transfer(start, workspace):
    app = open_at(start, workspace)
    receive(app, 8)
    window = begin(app, "stock.transfer", "调拨")
    scan(window, f"5*{BARCODE}")
    window.first("label", "藿香正气水 × 5")
    choose(window, "放到哪里：选择…", OTHER)
    apply(app, window)
    app.wait(lambda: count(workspace, STATION) == 3, "3 left")
    assert count(workspace, OTHER) == 0

    transit = begin(app, "stock.transit", "在途")
    transit.first("push button", "签收…").act("click")
    arrival = app.wait(lambda: next((window for window in app.children() if window.name == "调拨签收"), None), "arrival")
    arrival.first("text", "数量：藿香正气水").type("4")
    arrival.act("stock-form.apply")
    arrival.first("label", "实收与发出不符，请说明原因")
    arrival.first("text", "原因").type("途中破损 1 盒")
    apply(app, arrival)
    app.wait(lambda: count(workspace, OTHER) == 4, "4 have come")
    run(workspace, "stock", "verify")

    app.act("win.undo")
    app.wait(lambda: count(workspace, OTHER) == 0, "all on the way again")
    run(workspace, "stock", "verify")
    assert app.close() == 0


def show_count(workspace: Path, *arguments: str) -> dict:
    return json.loads(run(workspace, "stock", "count", "show", "PD-1", "--json", *arguments))


def open_count(start, workspace: Path) -> tuple[atspi.Application, atspi.Node]:
    number = json.loads(run(workspace, "stock", "count", "list", "--json"))[0]["id"]
    app = start("--page=inventory", f"--activate=stock.open-count('{number}')", workspace)
    window = app.wait(lambda: next((one for one in app.children() if one.name.startswith("PD-1 ")), None), "the count")
    return app, window


def type_count(window: atspi.Node, figure: str) -> None:
    atspi.wait(lambda: window.first("text", "实盘数").has_state("focused"), "the focus in the field")
    subprocess.run(["xdotool", "type", "--delay", "2", figure], check=True, timeout=60)
    press("Return")


@pytest.fixture
def counted(workspace) -> Path:
    """A stocktake of three lines: water 10, medicine 6, towels 20."""
    for name, code in (("瓶装水", "A001"), ("毛巾", "Z001")):
        run(workspace, "add", "item", f"name={name}", f"code={code}", "unit=件", "value=2.50")
    run(workspace, "stock", "receive", STATION, "A001", "10")
    run(workspace, "stock", "receive", STATION, "M001", "6", "--lot", "Y1", "--expiry", "2099-12-09")
    run(workspace, "stock", "receive", STATION, "Z001", "20")
    run(workspace, "stock", "count", "begin", STATION, "--number", "PD-1", "--by", "李晓燕")
    return workspace


def test_count_blind_while_handing_out(start, counted):
    app, window = open_count(start, counted)
    type_count(window, "9")
    app.wait(lambda: show_count(counted)["n_counted"] == 1, "the first figure")
    press("ctrl+z")
    app.wait(lambda: show_count(counted)["n_counted"] == 0, "it taken back")
    press("ctrl+shift+z")
    app.wait(lambda: show_count(counted)["n_counted"] == 1, "it done again")
    run(counted, "stock", "issue", STATION, "A001", "2", "--people", "2")  # the station goes on working
    type_count(window, "Y1")
    app.wait(lambda: show_count(counted)["n_counted"] == 2, "what was scanned")
    type_count(window, "6")
    app.wait(lambda: [line["counted"] for line in show_count(counted)["lines"]] == [9, 6, None], "both figures")
    assert [node.path() for node in window.unnamed()] == []
    assert not window.find_all("label", "10", shown=False)  # which is what the books have

    window.first("push button", "复核").act("click")
    window.first("label", "−1")
    window.first("label", "−¥2.50")
    assert [node.path() for node in window.unnamed()] == []
    window.first("text", "监盘人").type("李晓燕")
    window.first("push button", "确认").act("click")
    window.first("label", "复核人不能是盘点人本人")
    window.first("text", "监盘人").type("周敏")
    window.first("push button", "确认").act("click")
    window.first("label", "第 1 行“瓶装水”与账面不符，请说明原因")
    window.first("text", "其余原因").type("漏记领用")
    window.first("push button", "确认").act("click")
    app.wait(lambda: show_count(counted)["state"] == "confirmed", "the confirmation")
    assert count(counted, STATION) == 7 + 6 + 20
    run(counted, "stock", "verify")

    window.first("push button", "撤回确认").act("click")
    app.wait(lambda: count(counted, STATION) == 8 + 6 + 20, "the books as they were")
    run(counted, "stock", "verify")
    assert app.close() == 0


def test_line_is_taken_back(start, workspace):
    """One of two entries, in the ledger: the other one stays, and what is gone stays to be read."""
    run(workspace, "stock", "receive", STATION, "M001", "8", "--lot", "Y1", "--expiry", "2099-12-09")
    run(workspace, "stock", "issue", STATION, "M001", "2", "--people", "2")
    app = start("--page=inventory", "--activate=stock.section('ledger')", workspace)
    ledger = app.first("filler", "YzStockLedgerView")
    next(ledger.first("push button", "可做的操作").children()).act("click")
    atspi.wait(lambda: ledger.find_all("menu item", "撤回…"), "the menu")[0].act("click")
    app.wait(lambda: count(workspace, STATION) == 8, "what was handed out is back")
    ledger.first("label", re.compile("撤回$"))
    app.act("win.undo")
    app.wait(lambda: count(workspace, STATION) == 6, "it handed out again")
    run(workspace, "stock", "verify")
    assert app.close() == 0


def test_print_the_count_sheet(start, counted, tmp_path):
    """From the window of a stocktake to a file: all lines, in their order, and nothing of what the books have."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    out = tmp_path / "盘点单.pdf"
    app, window = open_count(start, counted)
    window.act("count.print")
    app.first("label", "第 1 页，共 1 页")
    app.first("push button", "存为 PDF").act("click")
    chooser = app.wait(lambda: next((one for one in app.children() if one.name == "导出"), None), "the file chooser")
    chooser.first("text", re.compile("名称")).type(str(out))
    press("Return")
    app.first("label", "已保存“盘点单.pdf”")
    text = subprocess.run(["pdftotext", "-layout", str(out), "-"], check=True, capture_output=True, text=True,
                          timeout=60).stdout
    places = [text.index(name) for name in ("PD-1", STATION, "瓶装水", "藿香正气水", "毛巾")]
    assert -1 not in places and places[2:] == sorted(places[2:])
    assert not re.search(r"(?m)\b(10|20)\s*(件|盒)", text)
    assert app.close() == 0


def test_killed_while_counting(start, counted):
    app, window = open_count(start, counted)
    type_count(window, "9")
    type_count(window, "5")
    app.wait(lambda: show_count(counted)["n_counted"] == 2, "two figures")
    subprocess.run(["xdotool", "type", "1"], check=True, timeout=60)  # and in the middle of the third
    app.process.send_signal(signal.SIGKILL)
    app.process.wait(60)
    assert [line["counted"] for line in show_count(counted)["lines"]] == [9, 5, None]
    run(counted, "check")

    app, window = open_count(start, counted)
    window.first("label", "毛巾")
    type_count(window, "20")  # it goes on where it was
    app.wait(lambda: [line["counted"] for line in show_count(counted)["lines"]] == [9, 5, 20], "the third figure")
    assert app.close() == 0
