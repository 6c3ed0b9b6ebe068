"""What every test lives by: no display, no network, the user's own folders out of reach, and no noise."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_ACCESSIBILITY", "0")

try:
    import PySide6.QtWidgets
except ImportError as missing:
    QT_MISSING = str(missing).splitlines()[0]
    collect_ignore = ["ui"]
else:
    QT_MISSING = ""
    pytest_plugins = ["pytestqt.plugin"]

SHARED = Path(__file__).parents[2] / "shared"
"""Samples and tools that lie beside a working checkout; tests that use them skip where they are not."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the tests that take minutes as well")
    parser.addoption("--renew", action="store_true", help="write the expected files anew instead of comparing")
    if QT_MISSING:
        for name in ("qt_api", "qt_log_level_fail"):
            parser.addini(name, "read by pytest-qt, which cannot be loaded here")


def pytest_report_header() -> list[str]:
    if not QT_MISSING:
        return []
    if os.environ.get("CI"):
        pytest.exit(f"Qt cannot be loaded: {QT_MISSING}; on Debian: apt-get install libegl1 libxkbcommon0", 2)
    return [
        f"The window's tests are left out, because Qt cannot be loaded: {QT_MISSING};"
        " on Debian: apt-get install libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1"
    ]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    for item in items:
        if "long" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="takes minutes; run with --long"))


@pytest.fixture(autouse=True)
def _no_stray_log_lines(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log that no test asked for is a failure."""
    yield
    stray = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not stray, f"stray log lines: {[r.getMessage() for r in stray]}"


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, state and home are fresh for each test."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))


@pytest.fixture
def renew(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be written anew."""
    return bool(request.config.getoption("--renew"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of samples and tools beside the checkout; the test skips where it is not."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not here")
    return SHARED


@pytest.fixture(scope="session")
def validate_docx(shared: Path):  # noqa: ANN201
    """A function that fails the test if the strict validator finds anything in a .docx file."""
    import subprocess

    def validate(*files: Path) -> None:
        tool = shared / "tools" / "validate_docx.py"
        done = subprocess.run([sys.executable, tool, "--strict", *files], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr

    return validate
