"""Work beside the window: what comes of it arrives in the window's own thread, or is dropped, or says what failed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import worker_tasks
from bench.samples import article
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from ui_user import User

from briefer.errors import BrieferError
from briefer.ui.background import Background, Operation
from briefer.ui.busy import Busy
from briefer.ui.messages import bands_of
from briefer.ui.window import Window


class Heard:
    """What operations said when they came."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[BrieferError] = []

    def operation(self, function: object, *arguments: object) -> Operation:
        return Operation("Counting", function, arguments, self.take, self.errors.append)  # type: ignore[arg-type]

    def take(self, result: object) -> None:
        assert threading.current_thread() is threading.main_thread()
        self.results.append(result)


@pytest.fixture
def busy() -> Busy:
    return Busy()


@pytest.fixture
def background(busy: Busy, qapp: object) -> Iterator[Background]:
    owner = QObject()
    background = Background(busy, owner)
    yield background
    background.close()


def test_results_come_in_their_order_and_a_failure_stops_nothing(background: Background, qtbot: QtBot) -> None:
    heard = Heard()
    background.run([heard.operation(worker_tasks.failing), heard.operation(worker_tasks.slow, 0)])
    assert not heard.errors
    qtbot.waitUntil(lambda: bool(heard.results), timeout=20_000)
    assert heard.results == ["done"]
    assert [error.message for error in heard.errors] == ["it is damaged"]


def test_long_work_is_shown_and_can_be_stopped(background: Background, busy: Busy, qtbot: QtBot) -> None:
    heard, stopped = Heard(), []
    with qtbot.waitSignal(busy.shown) as shown:
        background.run([heard.operation(worker_tasks.slow, 60)] * 2, stopped=lambda: stopped.append(True))
    assert shown.args == ["Counting (1 of 2)", True]
    with qtbot.waitSignal(busy.shown) as shown:
        busy.cancel()
    assert shown.args == ["", False]
    assert stopped == [True]
    background.run([heard.operation(worker_tasks.slow, 0)])
    qtbot.waitUntil(lambda: heard.results == ["done"], timeout=20_000)


def test_what_is_no_longer_wanted_is_dropped_with_the_rest(background: Background, qtbot: QtBot) -> None:
    heard, wanted, dropped = Heard(), [True], []
    background.run(
        [heard.operation(worker_tasks.slow, 0)] * 2, wanted=lambda: bool(wanted), dropped=lambda: dropped.append(True)
    )
    wanted.clear()
    qtbot.waitUntil(lambda: dropped == [True], timeout=20_000)
    assert heard.results == []


def write(folder: Path, name: str, code_points: int) -> Path:
    path = folder / name
    path.write_text(article(code_points), "utf-8")
    return path


def test_a_long_article_is_imported_beside_the_window(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    paths = [write(tmp_path, "a.txt", 60_000), tmp_path / "missing.txt", write(tmp_path, "b.txt", 30_000)]
    window.take_files(paths)
    assert not window._session.brief.sources
    qtbot.waitUntil(lambda: len(window._session.brief.sources) == 2, timeout=20_000)
    assert [source.file_name for source in window._session.brief.sources] == ["a.txt", "b.txt"]
    assert window._session.undo_label == "Import 3 articles"
    assert bands_of(window).is_stop


def test_an_article_that_comes_when_another_brief_is_here_is_dropped_and_said(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[str] = []
    window.documents.said.connect(said.append)
    window.take_files([write(tmp_path, "a.txt", 60_000)])
    window.open_sample()
    before = window._session.brief
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert window._session.brief is before
    assert said == ["Importing a.txt ended when another brief was here; nothing was added to it."]


def test_a_long_article_is_pasted_beside_the_window(user: User, window: Window, qtbot: QtBot) -> None:
    user.put_on_clipboard(article(60_000))
    window.documents.paste_article()
    assert not window._session.brief.sources
    qtbot.waitUntil(lambda: len(window._session.brief.sources) == 1, timeout=20_000)
    assert window._session.undo_label == "Paste article"
