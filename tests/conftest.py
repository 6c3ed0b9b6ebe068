"""What every test lives by: no display, no network, the user's own folders out of reach, and no noise."""

from __future__ import annotations

import itertools
import logging
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from briefer.cli import display

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_ACCESSIBILITY", "0")
pytest.register_assert_rewrite("random_use")
hypothesis.settings.register_profile("without deadlines", deadline=None)  # a busy machine is no fault
hypothesis.settings.load_profile("without deadlines")


def _why_no_qt() -> str:
    """Why Qt cannot be loaded here, and what to install; empty if it can."""
    if reason := display.why_no_window():
        return reason
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        packages = " ".join(display._EVERYWHERE.values())
        return f"Qt cannot be loaded ({str(error).splitlines()[0]}); on Debian: apt-get install {packages}"
    return ""


if QT_MISSING := _why_no_qt():
    collect_ignore = ["ui"]
else:
    pytest_plugins = ["pytestqt.plugin"]

SHARED = Path(__file__).parents[2] / "shared"
"""Samples and tools that lie beside a working checkout; tests that use them skip where they are not."""


LONGEST = (
    "ui/test_actions.py", "ui/test_accessibility.py", "ui/test_random_use.py", "ui/checks/test_live.py", "test_export.py",
    "ui/templates/test_editor.py", "ui/source/test_reading.py", "cli/test_process.py", "test_no_network.py",
)  # fmt: skip
"""The files that take longest, which begin first: one that began last would leave the other processes idle."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the tests that take minutes as well")
    parser.addoption("--renew", action="store_true", help="write the expected files anew instead of comparing")
    if QT_MISSING:
        for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(name, "read by pytest-qt, which cannot be loaded here")


def pytest_configure(config: pytest.Config) -> None:
    if QT_MISSING and os.environ.get("CI"):
        raise pytest.UsageError(f"the window cannot be tested: {QT_MISSING}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if QT_MISSING:
        terminalreporter.write_line(f"tests/ui is left out, because the window cannot be tested: {QT_MISSING}")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    longest = {Path(__file__).parent / name for name in LONGEST}
    items.sort(key=lambda item: item.path not in longest)
    if config.getoption("--long"):
        return
    for item in items:
        if "long" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="takes minutes; run with --long"))


@pytest.fixture(autouse=True)
def _no_stray_log_lines(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log that no test asked for is a failure."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    stray = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert not stray, f"stray log lines: {stray}"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who calls another machine from a test is refused; sockets of this machine's own processes are not."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: object) -> None:
        assert self.family not in (socket.AF_INET, socket.AF_INET6), f"a test calls the network: {address}"
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect_here)


_homes = itertools.count()


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, state and home are fresh for each test."""
    # Numbered here: pytest looks through all folders of the tests before to find the next number.
    home = tmp_path_factory.getbasetemp() / "homes" / str(next(_homes))
    home.mkdir(parents=True)
    for name in (
        "HOME",
        "XDG_CONFIG_HOME",
        "XDG_STATE_HOME",
        "XDG_DATA_HOME",
        "XDG_CACHE_HOME",
        "APPDATA",
        "LOCALAPPDATA",
    ):
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
def validate_docx(shared: Path):
    """A function that fails the test if the strict validator finds anything in a .docx file."""
    import subprocess

    def validate(*files: Path) -> None:
        tool = shared / "tools" / "validate_docx.py"
        done = subprocess.run([sys.executable, tool, "--strict", *files], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr

    return validate
