"""The whole round on a list: import, find, edit, undo, close, go on where one was, export as the command line would."""

import csv
import os
import subprocess
from pathlib import Path

import pytest

LIST = "zhengzhou_union_stations_gcj02.csv"
OWN_ROWS = [
    ["站点名称", "地址", "联系电话", "经度", "纬度"],
    ['"河湾"便民驿站', "晴川路1号, 东门", "0371-60000001", "113.601265", "34.789937"],
    ["石鼓驿站", "石鼓街2号", "0371-60000002", "113.611265", "34.779937"],
    ["桥陇驿站", "桥陇路\n3号", "013800000003", "113.621265", "34.769937"],
    ["望岳职工之家", "望岳路4号", "", "113.631265", "34.759937"],
    ["青禾母婴室", "青禾路5号", "0371-60000005", "113.641265", "34.749937"],
]


def run_ctl(workspace: Path, *arguments) -> None:
    subprocess.run([os.environ["YIZHANCTL"], "--workspace", str(workspace), *map(str, arguments)], check=True,
                   stdout=subprocess.DEVNULL, timeout=60)


def export(workspace: Path) -> list[dict[str, str]]:
    """Returns all that the workspace knows of its stations, but for what is new at every import."""
    out = workspace.with_suffix(".csv")
    run_ctl(workspace, "export", out, "--field-names", "--reveal", "--purpose", "comparison")
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = [{name: text for name, text in row.items() if name != "id"} for row in csv.DictReader(file)]
    return sorted(rows, key=lambda row: list(row.values()))


@pytest.fixture
def workspace(tmp_path) -> Path:
    path = tmp_path / "郑州.yizhan"
    run_ctl(path, "init")
    return path


@pytest.fixture
def zhengzhou() -> Path:
    beside = Path(os.environ["YIZHAN_SOURCE_ROOT"], "..", "shared")
    path = Path(os.environ.get("YIZHAN_SHARED", beside), "data", "real", "stations", LIST).resolve()
    if not path.exists():
        pytest.skip("no shared folder: neither YIZHAN_SHARED nor ../shared beside the source")
    return path


@pytest.fixture
def own_list(tmp_path) -> Path:
    path = tmp_path / "驿站.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(OWN_ROWS)
    return path


def do(app, action: str) -> None:
    """Runs an action of the window once it can be had."""
    app.wait(lambda: any(action in window.actions() for window in app.children()), action)
    app.act(action)


class Round:
    """A window on a workspace; its parts are looked up once, while the lists in it are short."""

    def __init__(self, start, workspace: Path, table: Path):
        self.app = start("--activate", f"win.import-file('{table}')", workspace)
        self.detail = self.app.owner("detail.history")
        self.list = self.app.first("list", "驿站")
        self.page = self.app.owner("import.apply")

    def count(self, n: int) -> None:
        self.app.first("label", f"本机 {n} 站")

    def preview(self, n: int) -> None:
        self.page.first("push button", f"导入 {n} 行")
        self.page.first("push button", "GCJ-02（高德、腾讯）").act("click")
        button = self.page.first("push button", f"导入 {n} 行")
        self.app.wait(lambda: button.has_state("sensitive"), "the rows judged anew")

    def apply(self, n: int) -> None:
        self.page.first("push button", f"导入 {n} 行").act("click")
        self.count(n)
        self.page.first("push button", "查看驿站").act("click")

    def choose(self, initials: str, name: str, n: int) -> None:
        self.app.first("entry", "查找驿站").type(initials)
        self.app.first("label", f"1 / {n}")
        self.list.first("label", name)
        self.list.act("list.select-all")
        self.app.wait(lambda: "detail.edit" in self.detail.actions(), "the details")

    def rename(self, name: str) -> None:
        form = self.detail.owner("form.cancel")
        form.first("text", "名称").type(name)
        self.app.wait(lambda: "form.save" in form.actions(), "a form that can be saved")
        form.act("form.save")
        self.list.first("label", name)


def walk_round(start, workspace: Path, table: Path, n: int, initials: str, name: str) -> None:
    view = Round(start, workspace, table)
    view.preview(n)
    view.apply(n)
    view.choose(initials, name, n)
    view.detail.act("detail.edit")
    view.rename(f"{name}东门")
    do(view.app, "win.undo")
    view.list.first("label", name)
    assert view.app.close() == 0

    app = start(workspace)
    app.first("label", f"本机 {n} 站")
    do(app, "win.undo")
    app.first("label", "本机 0 站")
    do(app, "win.redo")
    app.first("label", f"本机 {n} 站")
    assert app.close() == 0

    other = workspace.with_name("命令行.yizhan")
    run_ctl(other, "import", table, "--datum", "gcj02")
    exported = export(workspace)
    assert len(exported) == n
    assert exported == export(other)


def test_zhengzhou(start, workspace, zhengzhou):
    walk_round(start, workspace, zhengzhou, 82, "zpss", "工会驿站(郑品书舍)")


def test_own_list(start, workspace, own_list):
    walk_round(start, workspace, own_list, 5, "hwbm", OWN_ROWS[1][0])


def test_every_control_of_the_pages_has_a_name(start, workspace, own_list):
    view = Round(start, workspace, own_list)
    view.preview(5)
    assert [node.path() for node in view.app.unnamed()] == []
    view.apply(5)
    view.choose("sgyz", "石鼓驿站", 5)
    view.detail.act("detail.edit")
    view.detail.owner("form.cancel").first("text", "地址")
    assert [node.path() for node in view.app.unnamed()] == []
