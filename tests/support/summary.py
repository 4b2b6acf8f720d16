#!/usr/bin/env python3
"""Adds up what `meson test` did and prints "N passed, N failed, N skipped" as its last line.

usage: summary.py FOLDER    (meson's log folder, with its testlog.json)

A program that speaks TAP counts once for each of its cases, any other program counts once. A program that died, or ran
out of time, counts as a failure even when all the cases it reported were good.
"""

import json
import re
import sys
from pathlib import Path

TAP_CASE = re.compile(r"^(not )?ok\b[^#\n]*(?:#\s*(skip|todo))?", re.IGNORECASE | re.MULTILINE)


def count(program: dict) -> tuple[int, int, int]:
    """Returns how many cases of one program passed, failed and were skipped."""
    result = program["result"]
    if result == "SKIP":
        return 0, 0, 1

    passed = failed = skipped = 0
    for case in TAP_CASE.finditer(program.get("stdout", "")):
        not_ok, directive = case.groups()
        if directive and directive.lower() == "skip":
            skipped += 1
        elif not_ok and not directive:
            failed += 1
        else:
            passed += 1

    good = result in ("OK", "EXPECTEDFAIL")
    if not good and failed == 0:
        failed = 1
    elif passed + failed + skipped == 0:
        passed = 1
    return passed, failed, skipped


def main() -> int:
    logs = sorted(Path(sys.argv[1]).glob("testlog*.json"))
    programs = [json.loads(line) for log in logs for line in log.read_text(encoding="utf-8").splitlines()]
    if not programs:
        print("No test ran.", file=sys.stderr)
    totals = [sum(figures) for figures in zip(*map(count, programs))] or [0, 1, 0]
    print("{} passed, {} failed, {} skipped".format(*totals))
    return 1 if totals[1] else 0


if __name__ == "__main__":
    sys.exit(main())
