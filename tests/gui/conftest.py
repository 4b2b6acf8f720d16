"""What every GUI test needs: the built programs, found through the environment that meson.build sets."""

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "support"))

try:
    import atspi
except (ImportError, ValueError) as error:
    pytest.exit(f"SKIP: AT-SPI cannot be used: {error}", returncode=77)


@pytest.fixture
def start(tmp_path):
    """Returns a function that starts the application on the given arguments; it is ended after the test."""
    started = []

    def start_application(*arguments: str) -> atspi.Application:
        home = {name: str(tmp_path / name.lower()) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
        app = atspi.Application([os.environ["YIZHAN_PROGRAM"], *map(str, arguments)], home)
        started.append(app)
        return app

    yield start_application
    for app in started:
        app.__exit__()
