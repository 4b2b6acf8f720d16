"""A guide from the window: chosen, seen, saved, printed; what is on paper is read back by pdftotext."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

STATIONS = """name,district,address,hours
河湾驿站,江北区,晴川路1号,Mo-Fr 09:00-17:00
石鼓驿站,江北区,石鼓街2号,24/7
桥陇驿站,云桥区,桥陇路3号,
"""


@pytest.fixture
def workspace(tmp_path) -> Path:
    table = tmp_path / "stations.csv"
    table.write_text(STATIONS, encoding="utf-8")
    path = tmp_path / "晴川.yizhan"
    for arguments in (["init"], ["import", str(table)]):
        subprocess.run([os.environ["YIZHANCTL"], "--workspace", str(path), *arguments], check=True,
                       stdout=subprocess.DEVNULL, timeout=60)
    return path


def read(path: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True,
                          timeout=60).stdout


def is_complete(path: Path) -> bool:
    return path.exists() and path.read_bytes().rstrip().endswith(b"%%EOF")


def test_pages_are_seen_and_named(start, workspace):
    app = start("--page=guides", "--activate=wish.document('list')", workspace)
    app.first("label", "第 1 页，共 1 页")
    assert [node.path() for node in app.unnamed()] == []
    assert app.close() == 0


def test_save(start, workspace, tmp_path):
    out = tmp_path / "清单.pdf"
    app = start("--page=guides", "--activate=wish.document('list')", f"--activate=guides.save-to('{out}')", workspace)
    app.wait(lambda: is_complete(out), out)
    app.first("label", "已保存“清单.pdf”")
    text = read(out)
    for name in ("河湾驿站", "石鼓驿站", "桥陇驿站"):
        assert name in text
    assert app.close() == 0


def test_print_in_english_on_a5(start, workspace, tmp_path):
    out = tmp_path / "printed.pdf"
    app = start("--page=guides", "--activate=wish.document('list')", "--activate=wish.language('en')",
                "--activate=wish.paper('a5')", f"--activate=guides.print-to('{out}')", workspace)
    app.wait(lambda: is_complete(out), out)
    assert "Page 1 of 1" in read(out)
    info = subprocess.run(["pdfinfo", str(out)], check=True, capture_output=True, text=True, timeout=60).stdout
    assert "419.5" in info and "595.2" in info  # 148 by 210 millimetres
    assert app.close() == 0


def test_choice_of_the_stations_page(start, workspace):
    app = start("--activate=stations.district('云桥区')", "--activate=win.print", workspace)
    app.first("combo box", "范围")
    app.first("label", "驿站页当前列表（1）")
    assert app.close() == 0
