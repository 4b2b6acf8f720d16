#!/usr/bin/env python3
"""Every file with text that a person reads is in po/POTFILES.in, and nothing else is.

usage: check_potfiles.py SOURCE_ROOT
"""

import re
import sys
from pathlib import Path

MARKED_C = re.compile(r'(?<!\w)(?:N?C?_|ngettext|g_dngettext|dngettext|g_dpgettext2?)\s*\(\s*"')
MARKED_UI = re.compile(r'translatable="(yes|true)"')
ALWAYS = ("data/*.desktop.in", "data/*.metainfo.xml.in")


def wanted(root: Path) -> set[str]:
    """Returns the files that have words to translate."""
    found = {path for pattern in ALWAYS for path in root.glob(pattern)}
    found |= {path for path in (root / "src").rglob("*.[ch]") if MARKED_C.search(path.read_text(encoding="utf-8"))}
    found |= {path for path in (root / "ui").rglob("*.ui") if MARKED_UI.search(path.read_text(encoding="utf-8"))}
    return {str(path.relative_to(root)) for path in found}


def check(root: Path) -> list[str]:
    """Returns one line for each finding below @root."""
    lines = (root / "po" / "POTFILES.in").read_text(encoding="utf-8").splitlines()
    listed = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    missing = sorted(wanted(root) - set(listed))
    gone = sorted(set(listed) - wanted(root))
    findings = [f"po/POTFILES.in: {name} has text to translate: please add it" for name in missing]
    findings += [f"po/POTFILES.in: {name} has no text to translate: please take it out" for name in gone]
    if listed != sorted(set(listed)):
        findings.append("po/POTFILES.in: please keep the names in alphabetical order, each once")
    return findings


if __name__ == "__main__":
    found = check(Path(sys.argv[1]))
    print(*found, sep="\n")
    sys.exit(1 if found else 0)
