#!/usr/bin/env python3
"""Asks the tools made for it whether each file that is not C is good. Exits 77 where a tool is missing.

usage: check_files.py xml|desktop|metainfo|schema|man|po|icons|install|shell SOURCE_ROOT BUILD_ROOT
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

INSTALLED = ("bin/yizhan", "bin/yizhanctl", "applications/org.yizhan.Yizhan.desktop", "metainfo/org.yizhan.Yizhan.metainfo.xml",
             "glib-2.0/schemas/org.yizhan.Yizhan.gschema.xml", "mime/packages/org.yizhan.Yizhan.xml", "icons/hicolor",
             "man/man1/yizhan.1", "man/man1/yizhanctl.1", "locale/zh_CN/LC_MESSAGES/yizhan.mo")
SVG = "{http://www.w3.org/2000/svg}"


def need(tool: str) -> None:
    if not shutil.which(tool):
        print(f"SKIP: {tool} is not installed")
        sys.exit(77)


def run(*command: str | Path) -> list[str]:
    """Returns what a tool that failed has to say."""
    need(str(command[0]))
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return [done.stdout.strip() or f"{command[0]} failed"] if done.returncode else []


def check_xml(root: Path, build: Path) -> list[str]:
    files = [path for folder in ("ui", "data") for suffix in ("ui", "xml", "xml.in", "svg")
             for path in (root / folder).rglob(f"*.{suffix}")]
    return run("xmllint", "--noout", *files)


def check_desktop(root: Path, build: Path) -> list[str]:
    return [finding for path in build.glob("data/*.desktop")
            for finding in run("desktop-file-validate", "--no-hints", path) + untranslated(path)]


def check_metainfo(root: Path, build: Path) -> list[str]:
    return [finding for path in build.glob("data/*.metainfo.xml")
            for finding in run("appstreamcli", "validate", "--no-net", path) + untranslated(path)]


def untranslated(path: Path) -> list[str]:
    """The words of the menu must have reached the file that is installed."""
    return [] if "zh_CN" in path.read_text(encoding="utf-8") else [f"{path}: has no Chinese"]


def check_schema(root: Path, build: Path) -> list[str]:
    return run("glib-compile-schemas", "--strict", "--dry-run", root / "data")


def check_man(root: Path, build: Path) -> list[str]:
    need("man")
    findings = []
    for path in sorted((root / "data" / "man").glob("*.[1-8]")):
        command = ["man", "--warnings", "--encoding=UTF-8", "--troff-device=utf8", "--ditroff", "--local-file", path]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
        # man ends with 0 also when it warns; it may also grumble about the locale, which is not the page's fault
        findings += [line for line in done.stderr.splitlines() if "warning" in line]
        findings += [f"{path}: man cannot read it"] if done.returncode else []
    return findings


def check_parts(path: Path) -> list[str]:
    """A sentence with {parts} (yz-sentence.h) has the same ones in every language."""
    findings = []
    for entry in path.read_text(encoding="utf-8").split("\n\n"):
        texts = dict.fromkeys(("msgid", "msgstr"), "")
        keyword = ""
        for line in entry.splitlines():
            keyword = line.split(" ")[0] if line.startswith("msg") else keyword
            if keyword in texts and '"' in line:
                texts[keyword] += line[line.index('"') + 1:line.rindex('"')]
        wanted, given = (set(re.findall(r"\{(\w+)\}", text)) for text in texts.values())
        if texts["msgstr"] and wanted != given:
            findings.append(f"{path}: other parts than in “{texts['msgid']}”: {', '.join(sorted(wanted ^ given))}")
    return findings


def check_po(root: Path, build: Path) -> list[str]:
    """The translations are well formed, and every word of the source has one."""
    need("xgettext")
    keywords = ("_", "N_", "C_:1c,2", "NC_:1c,2", "g_dngettext:2,3", "g_dpgettext2:2c,3")
    findings = []
    with tempfile.TemporaryDirectory() as folder:
        pot = Path(folder) / "words.pot"
        findings += run("xgettext", "--from-code=UTF-8", "--no-location", f"--directory={root}", f"--output={pot}",
                        f"--files-from={root}/po/POTFILES.in", *(f"--keyword={keyword}" for keyword in keywords))
        for path in sorted((root / "po").glob("*.po")):
            findings += run("msgfmt", "--check", "--output-file=/dev/null", path)
            findings += [f"{path}:{number}: a Latin letter behind Chinese words; the window has none"
                         for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
                         if line.startswith("msgstr") and "(_" in line]
            findings += check_parts(path)
            findings += run("msgcmp", path, pot)
    return findings


def check_symbol(path: Path) -> list[str]:
    """A symbolic icon is square, has shapes only, and leaves its colour to GTK."""
    svg = ElementTree.parse(path).getroot()
    box = svg.get("viewBox", "").split()
    findings = []
    if len(box) != 4 or box[2] != box[3]:
        findings.append(f"{path}: has no square viewBox")
    if (svg.get("width"), svg.get("height")) != ("16", "16"):
        findings.append(f"{path}: is not 16 by 16")
    for element in svg.iter():
        if element.tag not in (SVG + "svg", SVG + "path"):
            findings.append(f"{path}: {element.tag} does not take the colour of the text; use path")
        if element.get("fill") or element.get("stroke") or element.get("style"):
            findings.append(f"{path}: a symbol has no colour of its own")
    return findings


def check_icons(root: Path, build: Path) -> list[str]:
    findings = []
    files = sorted((root / "ui" / "icons").rglob("*.svg"))
    listed = {element.text for element in ElementTree.parse(root / "ui" / "yz.gresource.xml").iter("file")}
    for path in files:
        findings += check_symbol(path)
        if str(path.relative_to(root / "ui")) not in listed:
            findings.append(f"{path}: is not in ui/yz.gresource.xml")
    return findings


def check_install(root: Path, build: Path) -> list[str]:
    """Everything that a desktop looks for has a place when the program is installed."""
    need("meson")
    done = subprocess.run(["meson", "introspect", "--installed", build], stdout=subprocess.PIPE, text=True, check=True)
    places = list(json.loads(done.stdout).values())
    return [f"{end} is not installed" for end in INSTALLED if not any(place.endswith(end) for place in places)]


def check_shell(root: Path, build: Path) -> list[str]:
    return run("shellcheck", root / "dev", root / ".ci" / "run", *sorted((root / "tests" / "support").glob("*.sh")))


CHECKS = {"xml": check_xml, "desktop": check_desktop, "metainfo": check_metainfo, "schema": check_schema,
          "man": check_man, "po": check_po, "icons": check_icons, "install": check_install, "shell": check_shell}

if __name__ == "__main__":
    found = CHECKS[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
    print(*found, sep="\n")
    sys.exit(1 if found else 0)
