"""Stock from the window: received with a scanner, sent, received elsewhere, taken back; yizhanctl tells what the books say."""

import json
import os
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
    atspi.wait(lambda: window.first("list item").first("label").name == name, f"{name} in front")
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
