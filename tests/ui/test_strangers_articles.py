"""Articles of strangers, whatever they are called, are read beside the window, which stays light meanwhile."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from hostile.sound import SOUND
from PySide6.QtCore import QMimeData
from ui_user import User

from briefer.sources import read as reading
from briefer.ui.messages import bands_of
from briefer.ui.window import Window


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kinds of file that are read in this process from now on; the worker is another one."""
    seen: list[str] = []
    extract = reading._extract

    def note(reader: reading.Reader, content: bytes, password: str) -> object:
        seen.append(reader.media_type)
        return extract(reader, content, password)

    monkeypatch.setattr(reading, "_extract", note)
    return seen


@pytest.mark.parametrize("renamed", [False, True])
def test_no_file_but_plain_text_is_read_in_the_windows_process(
    user: User, window: Window, tmp_path: Path, read_here: list[str], renamed: bool
) -> None:
    paths = []
    for name, content in SOUND.items():
        paths.append(tmp_path / (f"{Path(name).suffix[1:]}.txt" if renamed else name))
        paths[-1].write_bytes(content)
    importing = window.documents.importing
    importing.take_files(paths)
    user.bot.waitUntil(lambda: not importing._batch.going, timeout=30_000)
    assert len(importing._batch.having("done")) >= (8 if renamed else len(paths))
    assert set(read_here) <= {"text/plain"}


def test_a_page_that_is_pasted_is_read_beside_the_window(user: User, window: Window, read_here: list[str]) -> None:
    data = QMimeData()
    data.setHtml(SOUND["sound.html"].decode())
    data.setText("Ferries")
    window.documents.importing.take_data(data)
    user.bot.waitUntil(lambda: len(window._session.brief.sources) == 1, timeout=20_000)
    assert read_here == []


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_worker_that_is_killed_amid_an_import_is_not_missed(user: User, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join([SOUND["sound.txt"].decode()] * 2_000), encoding="utf-8")
    worker = window.background._hired()
    number = worker.submit(os.getpid).result(30)
    importing = window.documents.importing
    importing.take_files([path])
    user.bot.waitUntil(lambda: worker._job is not None, timeout=10_000)
    os.kill(number, signal.SIGKILL)
    user.bot.waitUntil(lambda: not importing._batch.going, timeout=30_000)
    assert [source.file_name for source in window._session.brief.sources] == ["long.txt"]
    assert not bands_of(window, "source").shown()
    assert worker.submit(os.getpid).result(30) != number
