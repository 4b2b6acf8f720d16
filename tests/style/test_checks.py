#!/usr/bin/env python3
"""The checkers are checked: each finds what is planted for it in a small tree, and nothing in a clean one."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "support"))

import check_files
import check_potfiles
import check_source
import summary


class Tree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.write("src/base/yz-id.h", "#pragma once\n")
        self.write("src/store/yz-store.h", "#pragma once\n")

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


class SourceTest(Tree):
    def assert_found(self, name: str, text: str, part: str):
        self.write(name, text)
        found = check_source.check(self.root)
        self.assertEqual(len(found), 1, found)
        self.assertIn(part, found[0])

    def test_clean(self):
        self.write("src/store/yz-store.c", '#include "yz-store.h"\n#include "yz-id.h"\n#include <sqlite3.h>\n'
                                           '/* goto is only a word here */\nconst char *s = "abort ()";\n')
        self.assertEqual(check_source.check(self.root), [])

    def test_upward_include(self):
        self.assert_found("src/base/yz-id.c", '#include "yz-store.h"\n', "src/base must not know src/store")

    def test_library_of_another_room(self):
        self.assert_found("src/base/yz-id.c", "#include <sqlite3.h>\n", "belongs to src/store")

    def test_gtk_beneath_the_application(self):
        self.assert_found("src/store/yz-store.c", "\n#include <gtk/gtk.h>\n", ":2: gtk/gtk.h belongs to src/app")

    def test_private_header_of_the_same_name(self):
        self.write("src/base/yz-store.h", "#pragma once\n")
        self.write("src/base/yz-id.c", '#include "yz-store.h"\n')
        self.assertEqual(check_source.check(self.root), [])

    def test_unknown_room(self):
        self.assert_found("src/attic/yz-old.c", "\n", "not a room")

    def test_goto(self):
        self.assert_found("src/base/yz-id.c", "void f (void)\n{\n  goto out;\n}\n", ":3: no goto")

    def test_end_of_the_program(self):
        self.assert_found("src/base/yz-id.c", 'g_error ("no");\n', "return a GError")

    def test_unbounded_copy(self):
        self.assert_found("tests/unit/base/test-id.c", "strcpy (a, b);\n", "string functions")

    def test_unfinished(self):
        self.assert_found("src/base/yz-id.c", "/* TO" "DO: later */\n", "finish it")

    def test_long_file(self):
        self.assert_found("src/base/yz-id.c", "int x;\n" * (check_source.MAX_LINES + 1), "second idea")

    def test_long_line(self):
        self.assert_found("src/base/yz-id.c", "/* " + "x" * check_source.MAX_COLUMNS + " */\n", "columns")


class PotfilesTest(Tree):
    def findings(self, listed: str) -> list[str]:
        self.write("po/POTFILES.in", "# names\n" + listed)
        return check_potfiles.check(self.root)

    def test_complete(self):
        self.write("src/app/yz-window.c", 'f (_ ("Open"));\n')
        self.write("ui/yz-window.ui", '<property name="label" translatable="yes">Open</property>\n')
        self.assertEqual(self.findings("src/app/yz-window.c\nui/yz-window.ui\n"), [])

    def test_missing(self):
        self.write("src/app/yz-window.c", 'char *s = N_("Open");\n')
        self.assertIn("please add it", self.findings("")[0])

    def test_missing_plural(self):
        self.write("src/app/yz-window.c", 'ngettext ("%u row", "%u rows", n);\n')
        self.assertIn("please add it", self.findings("")[0])

    def test_gone(self):
        self.assertIn("please take it out", self.findings("src/app/yz-window.c\n")[0])

    def test_order(self):
        for name in ("a", "b"):
            self.write(f"src/app/{name}.c", 'f (_ ("Open"));\n')
        self.assertIn("order", self.findings("src/app/b.c\nsrc/app/a.c\n")[0])


class SymbolTest(Tree):
    def test_good(self):
        path = self.write("a.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 24 24">'
                                   '<path d="M0 0h1v1z"/></svg>')
        self.assertEqual(check_files.check_symbol(path), [])

    def test_colour_and_box(self):
        path = self.write("a.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 24 20">'
                                   '<path fill="red" d="M0 0h1v1z"/></svg>')
        self.assertEqual(len(check_files.check_symbol(path)), 2)


class PartsTest(Tree):
    def findings(self, msgid, msgstr):
        return check_files.check_parts(self.write("po/a.po", f'msgid "x"\nmsgstr "y"\n\nmsgid ""\n{msgid}\nmsgstr {msgstr}\n'))

    def test_same(self):
        self.assertEqual(self.findings('"[{who} gave ]{what}[ to "\n"{whom}]"', '"{what}[给{whom}][，{who}]"'), [])

    def test_other(self):
        self.assertIn("item, what", self.findings('"{who} gave {what}"', '"{who}给{item}"')[0])

    def test_not_translated(self):
        self.assertEqual(self.findings('"{who}"', '""'), [])


class SummaryTest(unittest.TestCase):
    def test_cases_are_counted(self):
        text = "ok 1 /a\nok 2 /b # SKIP no server\nnot ok 3 /c\n# ok, this is a remark\n"
        self.assertEqual(summary.count({"result": "FAIL", "stdout": text}), (1, 1, 1))

    def test_death_is_a_failure(self):
        self.assertEqual(summary.count({"result": "ERROR", "stdout": "ok 1 /a\n"}), (1, 1, 0))
        self.assertEqual(summary.count({"result": "TIMEOUT", "stdout": ""}), (0, 1, 0))

    def test_programs_without_cases(self):
        self.assertEqual(summary.count({"result": "OK", "stdout": "fine\n"}), (1, 0, 0))
        self.assertEqual(summary.count({"result": "SKIP"}), (0, 0, 1))


if __name__ == "__main__":
    unittest.main()
