"""Drives the built application as an assistive technology would: by role, name and action, never by position.

    with atspi.Application([program, workspace]) as app:
        app.act("app.undo")                                  # an action of the window, by its name
        app.find("push button", "Import").act("click")
        app.find("text", "Search").type("tx")
        app.wait(lambda: app.find("label", "塘厦林村驿站"))

Run under tests/support/with_display.sh: AT-SPI needs a screen and a session bus. Nothing sleeps for a fixed time;
everything that takes time is waited for, and waiting ends.
"""

import contextlib
import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20.0  # seconds until waiting gives up
PAUSE = 0.02     # seconds between two looks

# A control without a name of its own is announced by its class.
UNNAMED = re.compile(r"^(Gtk|Adw|Shumate|Yz)[A-Z]\w*$|^$")
INTERACTIVE = {"push button", "toggle button", "check box", "radio button", "menu item", "text", "entry", "combo box",
               "switch", "slider", "spin button", "link", "list box", "page tab", "password text"}


class NotFound(AssertionError):
    """What a test looked for did not appear."""


def wait(condition: Callable[[], object], what: str = "") -> object:
    """Returns the first true value of @condition; raises NotFound after PATIENCE seconds."""
    end = time.monotonic() + PATIENCE
    reason = ""
    while time.monotonic() < end:
        try:
            value = condition()
            if value:
                return value
        except (NotFound, GLib.Error) as error:  # a node may go while we look at it
            reason = str(error)
        time.sleep(PAUSE)
    raise NotFound(f"waited {PATIENCE:.0f} s in vain for {what or condition}. {reason}")


class Node:
    """One accessible object, with the few verbs that tests need."""

    def __init__(self, accessible: Atspi.Accessible):
        self.accessible = accessible

    @property
    def name(self) -> str:
        return self.accessible.get_name() or ""

    @property
    def role(self) -> str:
        return self.accessible.get_role_name() or ""

    @property
    def text(self) -> str:
        # an end of -1 gives an empty string with GTK 4.8
        return Atspi.Text.get_text(self.accessible, 0, Atspi.Text.get_character_count(self.accessible))

    def has_state(self, state: str) -> bool:
        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state.upper()))

    def children(self) -> Iterator["Node"]:
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                yield Node(child)

    def walk(self, shown: bool = False) -> Iterator["Node"]:
        """This node and all that is in it, from the outside in; rows of a list exist only while they are shown.

        With @shown nothing that its program hides. GTK 4.8 calls windows alone "showing", and does not tell which page
        of a stack is in front: what stands on a page behind is found too.
        """
        yield self
        for child in self.children():
            if not shown or child.has_state("visible"):
                yield from child.walk(shown)

    def fits(self, role: str | None, name: str | re.Pattern | None) -> bool:
        if role is not None and self.role != role:
            return False
        if isinstance(name, re.Pattern):
            return name.search(self.name) is not None
        return name is None or self.name == name

    def find_all(self, role: str | None = None, name: str | re.Pattern | None = None, shown: bool = True) -> list["Node"]:
        return [node for node in self.walk(shown) if node.fits(role, name)]

    def find(self, role: str | None = None, name: str | re.Pattern | None = None, shown: bool = True) -> "Node":
        """Waits for the one node of this role and name."""
        found = wait(lambda: self.find_all(role, name, shown), f"{role or 'anything'} “{name}”")
        if len(found) > 1:
            raise NotFound(f"{len(found)} nodes are {role} “{name}”; say which")
        return found[0]

    def first(self, role: str | None = None, name: str | re.Pattern | None = None) -> "Node":
        """Waits for the first shown node of this role and name, and looks no further: quicker than find()."""
        return wait(lambda: next((node for node in self.walk(True) if node.fits(role, name)), None),
                    f"{role or 'anything'} “{name}”")

    def owner(self, action: str) -> "Node":
        """Waits for the part of the window that has this action of its class; to look there is quicker than everywhere."""
        return wait(lambda: next((node for node in self.walk(True) if action in node.actions()), None),
                    f"anything with “{action}”")

    def actions(self) -> list[str]:
        def name(index: int) -> str:
            try:
                return Atspi.Action.get_action_name(self.accessible, index)
            except GLib.Error:  # one that is counted but not to be had at present
                return ""
        return [name(index) for index in range(Atspi.Action.get_n_actions(self.accessible))]

    def act(self, action: str) -> None:
        """Runs an action of this node: click, toggle, or a class action such as win.add."""
        names = self.actions()
        if action not in names:
            raise NotFound(f"{self} has no action “{action}”, only {names}")
        assert Atspi.Action.do_action(self.accessible, names.index(action))

    def type(self, text: str) -> None:
        """Replaces the text of an entry."""
        assert Atspi.EditableText.set_text_contents(self.accessible, text)

    def select_child(self, index: int) -> None:
        assert Atspi.Selection.select_child(self.accessible, index)

    def unnamed(self) -> list["Node"]:
        """Returns the controls that a blind person could not tell apart.

        The libraries' own button in a drop-down goes by the name of the drop-down, the one in a toast closes it, and
        neither can be named from outside; what takes no focus is no control.
        """
        return [node for node in self.walk() if node.role in INTERACTIVE and UNNAMED.match(node.name)
                and node.has_state("focusable") and not node.is_of_library()]

    def is_of_library(self) -> bool:
        parent = Node(self.accessible.get_parent())
        return parent.name == "AdwToastWidget" or (parent.role == "combo box" and not UNNAMED.match(parent.name))

    def tree(self, depth: int = 0) -> str:
        """Returns an outline of what is there, for the message of a failing test."""
        lines = [f"{'  ' * depth}{self}"] + [child.tree(depth + 1) for child in self.children()]
        return "\n".join(lines)

    def path(self) -> str:
        """Returns where it stands, from the outside in."""
        parent = self.accessible.get_parent()
        return f"{Node(parent).path()} / {self}" if parent is not None and self.role != "application" else str(self)

    def __str__(self) -> str:
        return f"{self.role} “{self.name}”"


class Application(Node):
    """A started program; leaving the context ends it, whatever happened."""

    def __init__(self, command: list[str], env: dict[str, str] | None = None):
        self.process = subprocess.Popen(command, env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL)
        super().__init__(wait(self._look, f"{command[0]} on the accessibility bus").accessible)

    def _look(self) -> Node | None:
        if self.process.poll() is not None:
            raise RuntimeError(f"the program ended with {self.process.returncode} before it showed a window")
        desktop = Node(Atspi.get_desktop(0))
        mine = [node for node in desktop.children() if node.accessible.get_process_id() == self.process.pid]
        return mine[0] if mine and mine[0].accessible.get_child_count() else None

    def act(self, action: str) -> None:
        """Runs an action of the first window that has it."""
        windows = [window for window in self.children() if action in window.actions()]
        if not windows:
            raise NotFound(f"no window has the action “{action}”")
        windows[0].act(action)

    def wait(self, condition: Callable[[], object], what: str = "") -> object:
        return wait(condition, what)

    def close(self) -> int:
        """Closes the windows as their user would, and returns the program's exit status."""
        for window in list(self.children()):
            with contextlib.suppress(GLib.Error):  # it may be gone before it has answered; its status tells how
                window.act("window.close")
        return self.process.wait(PATIENCE)

    def __enter__(self) -> "Application":
        return self

    def __exit__(self, *unused: object) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(PATIENCE)
