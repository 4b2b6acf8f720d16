#!/usr/bin/env python3
"""Keeps what the compiler cannot see: which room may include what, words that are not ours, files that grow too long.

usage: check_source.py SOURCE_ROOT
"""

import re
import sys
from pathlib import Path

# The rooms and those beneath each, as src/README.md draws them.
BENEATH = {
    "base": set(),
    "model": {"base"},
    "wire": {"base", "model"},
    "store": {"base", "model", "wire"},
    "geo": {"base"},
    "gdal": set(),
    "carto": {"base", "geo", "gdal"},
    "exchange": {"base", "model", "geo", "wire", "gdal"},
    "guide": {"base", "model", "geo", "carto"},
    "session": {"base", "model", "wire", "store", "geo", "carto", "exchange", "guide"},
}
BENEATH["app"] = BENEATH["cli"] = BENEATH["session"] | {"session"}

# Libraries that belong to one room: the start of the included name.
OWNED = {
    "sqlite3.h": {"store"},
    "unicode/": {"store"},
    "geos_c.h": {"geo"},
    "qrencode.h": {"guide"},
    "qpdf/": {"guide"},
    "libxml/": {"guide"},
    "libical/": {"exchange"},
    "hb-subset.h": {"guide"},
    "cairo-ft.h": {"guide"},
    "librsvg/": {"guide"},
    "gdal.h": {"gdal"},
    "ogr_": {"gdal"},
    "json-glib/": {"wire"},
    "libpq-fe.h": {"server"},
    "gtk/": {"app"},
    "gdk/": {"app"},
    "gsk/": {"app"},
    "adwaita.h": {"app"},
    "shumate/": {"app"},
}

FORBIDDEN = {
    r"\bgoto\b": "no goto: return early, with g_autoptr",
    r"\bg_error \(": "g_error ends the program: return a GError",
    r"\babort \(": "abort ends the program: return a GError",
    r"\b(strcpy|strcat|sprintf|vsprintf|gets) \(": "writes without knowing the room: use GLib's string functions",
    r"\bg_usleep \(|\busleep \(|\bsleep \(": "no sleeping: wait for what should happen",
}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")

MAX_LINES = 900
MAX_COLUMNS = 120

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]', re.MULTILINE)
COMMENT_OR_STRING = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)


def line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def blank(match: re.Match) -> str:
    """Replaces a comment or a string by nothing, keeping its lines."""
    return "\n" * match.group().count("\n")


def room_of(path: Path, root: Path) -> str | None:
    parts = path.relative_to(root).parts
    return parts[1] if parts[0] == "src" and len(parts) > 2 else None


def check_includes(path: Path, text: str, room: str, homes: dict[str, str]) -> list[str]:
    findings = []
    for match in INCLUDE.finditer(text):
        name = match.group(1)
        place = f"{path}:{line_of(text, match.start())}"
        for start, owners in OWNED.items():
            if name.startswith(start) and room not in owners:
                findings.append(f"{place}: {name} belongs to src/{'/'.join(sorted(owners))}")
        # the compiler looks beside the file first, and so do we: two rooms may have a private header of one name
        home = room if (path.parent / name).exists() else homes.get(Path(name).name)
        if home and home != room and home not in BENEATH.get(room, set()):
            findings.append(f"{place}: src/{room} must not know src/{home} ({name})")
    return findings


def check_words(path: Path, text: str) -> list[str]:
    code = COMMENT_OR_STRING.sub(blank, text)
    findings = [f"{path}:{line_of(code, match.start())}: {reason}"
                for pattern, reason in FORBIDDEN.items() for match in re.finditer(pattern, code)]
    findings += [f"{path}:{line_of(text, match.start())}: finish it or leave it out: {match.group()}"
                 for match in UNFINISHED.finditer(text)]
    return findings


def check_size(path: Path, text: str) -> list[str]:
    lines = text.splitlines()
    findings = [f"{path}:{number}: longer than {MAX_COLUMNS} columns"
                for number, line in enumerate(lines, 1) if len(line) > MAX_COLUMNS]
    if len(lines) > MAX_LINES:
        findings.append(f"{path}: {len(lines)} lines; above {MAX_LINES} look for the second idea in it")
    return findings


def check(root: Path) -> list[str]:
    """Returns one line for each finding below @root."""
    files = sorted(path for folder in ("src", "tests") for path in (root / folder).rglob("*.[ch]"))
    homes = {path.name: room for path in files if path.suffix == ".h" and (room := room_of(path, root))}
    findings = []
    for path in files:
        text = path.read_text(encoding="utf-8")
        room = room_of(path, root)
        if room:
            findings += check_includes(path, text, room, homes)
            if room not in BENEATH:
                findings.append(f"{path}: src/{room} is not a room that tests/style/check_source.py knows")
        findings += check_words(path, text) + check_size(path, text)
    return findings


if __name__ == "__main__":
    found = check(Path(sys.argv[1]))
    print(*found, sep="\n")
    sys.exit(1 if found else 0)
