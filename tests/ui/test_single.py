"""A second start hands its files to the window that is there."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from briefer.ui import single
from briefer.ui.app import receive
from briefer.ui.single import GREETING, LIMIT, TAKEN, Listener, address, hand_over
from briefer.ui.window import Window


@pytest.fixture(autouse=True)
def _own_sockets(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))


@pytest.fixture
def listener(qtbot: QtBot) -> Listener:
    listener = Listener()
    assert listener.listen()
    yield listener
    listener.close()


def calls_of(listener: Listener) -> list[list[Path]]:
    calls: list[list[Path]] = []
    listener.called.connect(calls.append)
    return calls


_SECOND = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from briefer.ui.single import hand_over
uid = int(os.environ.get("AS_USER", os.getuid()))
os.getuid = lambda: uid
app = QCoreApplication([])
sys.exit(0 if hand_over([Path(name) for name in sys.argv[1:]]) else 1)
"""


def is_taken(qtbot: QtBot, files: list[Path]) -> bool:
    """Whether a second start is rid of its files."""
    second = subprocess.Popen([sys.executable, "-c", _SECOND, *map(str, files)])
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    return second.returncode == 0


def caller(name: str) -> QLocalSocket:
    call = QLocalSocket()
    call.connectToServer(name)
    assert call.waitForConnected(1000)
    return call


def test_files_go_to_the_window_that_is_there_by_absolute_paths(
    qtbot: QtBot, listener: Listener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = calls_of(listener)
    monkeypatch.chdir(tmp_path)
    assert is_taken(qtbot, [Path("one.brief"), tmp_path / "zwei – 2.txt"])
    qtbot.waitUntil(lambda: bool(calls))
    assert calls == [[tmp_path / "one.brief", tmp_path / "zwei – 2.txt"]]


def test_a_start_without_files_asks_for_the_window(qtbot: QtBot, listener: Listener) -> None:
    calls = calls_of(listener)
    assert is_taken(qtbot, [])
    qtbot.waitUntil(lambda: bool(calls))
    assert calls == [[]]


def test_without_a_window_nobody_takes_them(qtbot: QtBot) -> None:
    assert not hand_over([])


def test_a_socket_that_a_crash_left_is_removed(qtbot: QtBot) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(address())
    left.close()
    assert not hand_over([])
    listener = Listener()
    calls = calls_of(listener)
    assert listener.listen()
    assert is_taken(qtbot, [])
    qtbot.waitUntil(lambda: bool(calls))
    listener.close()
    assert not Path(address()).exists()


def test_a_second_window_does_not_listen(qtbot: QtBot, listener: Listener) -> None:
    assert not Listener(listener).listen()
    assert is_taken(qtbot, [])


def test_a_window_that_hangs_is_left_alone_after_a_moment(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single, "PATIENCE", 0.05)
    with socket.socket(socket.AF_UNIX) as hung:
        hung.bind(address())
        hung.listen()
        assert not hand_over([Path("/a.brief")])
        taken, _ = hung.accept()
        with taken:
            assert taken.recv(100) == b""  # it gets no files that it would open a long time later
        assert not Listener().listen()


def test_a_socket_of_another_user_is_not_trusted(
    qtbot: QtBot, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = calls_of(listener)
    monkeypatch.setenv("AS_USER", "12345")
    assert not is_taken(qtbot, [])
    assert calls == []


def test_nobody_else_may_open_the_socket(listener: Listener) -> None:
    assert Path(address()).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "garbage",
    [
        b"hello\n",
        b"[]\n",
        b'{"files": [1]}\n',
        b'{"files": [], "do": "it"}\n',
        b"\xff\xfe\n",
        b"[" * 50_000 + b"\n",
        b"x" * (LIMIT + 1),
    ],
    ids=["words", "list", "number", "unknown", "bytes", "deep", "large"],
)
def test_garbage_is_ignored(qtbot: QtBot, listener: Listener, garbage: bytes) -> None:
    calls = calls_of(listener)
    call = caller(address())
    qtbot.waitUntil(call.canReadLine)
    assert bytes(call.readLine().data()) == GREETING
    call.write(garbage)
    qtbot.waitUntil(lambda: call.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert bytes(call.readAll().data()) == b""
    assert calls == []
    assert is_taken(qtbot, [])


def test_a_relative_or_impossible_path_means_nothing_here(qtbot: QtBot, listener: Listener, tmp_path: Path) -> None:
    calls = calls_of(listener)
    call = caller(address())
    call.write(json.dumps({"files": ["a.brief", "/no\0name.txt", str(tmp_path)]}).encode() + b"\n")
    qtbot.waitUntil(lambda: bool(calls))
    assert calls == [[tmp_path]]
    qtbot.waitUntil(lambda: call.bytesAvailable() > len(GREETING))
    assert bytes(call.readAll().data()) == GREETING + TAKEN


def test_one_window_for_each_screen_and_each_set_of_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    here = address()
    monkeypatch.setenv("DISPLAY", ":99")
    there = address()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert len({here, there, address()}) == 3


def test_a_path_that_no_socket_can_have_is_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    deep = tmp_path / ("x" * 90)
    deep.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    assert address() == ""
    assert not hand_over([])
    assert not Listener().listen()


# With windows


def test_the_window_takes_the_files_after_the_question_that_it_is_asking(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Ports told to unplug modems by March.")
    box = QMessageBox(window)
    QTimer.singleShot(0, lambda: receive(window, [article]))
    QTimer.singleShot(50, box.accept)
    sources: list[int] = []
    box.finished.connect(lambda _: sources.append(len(window._session.brief.sources)))
    box.exec()
    assert sources == [0]
    qtbot.waitUntil(lambda: len(window._session.brief.sources) == 1)


def test_a_window_out_of_sight_comes_back(window: Window) -> None:
    window.showMinimized()
    receive(window, [])
    assert not window.isMinimized()


def test_a_second_process_ends_with_one_line(qtbot: QtBot, listener: Listener, tmp_path: Path) -> None:
    calls = calls_of(listener)
    (tmp_path / "a.txt").write_text("Words.")
    second = subprocess.Popen(
        [sys.executable, "-m", "briefer", "a.txt"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    out, err = second.communicate()
    assert (second.returncode, out.count("\n"), err) == (0, 1, "")
    assert "open already" in out
    QApplication.processEvents()
    assert calls == [[tmp_path / "a.txt"]]
