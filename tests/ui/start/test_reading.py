"""Recent files are read without anybody waiting for them."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefer.errors import DataError
from briefer.store.heading import Heading
from briefer.ui.start import reading
from briefer.ui.start.reading import Found, HeadingReader


def collect(reader: HeadingReader) -> list[Found]:
    found: list[Found] = []
    reader.found.connect(found.append)
    return found


def test_each_file_answers_with_its_heading_or_its_problem(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "good.brief").write_text('{"template": "information-note"}')
    (tmp_path / "bad.brief").write_text("x")
    paths = [tmp_path / name for name in ("good.brief", "bad.brief", "gone.brief", "good.brief/under.brief")]
    reader = HeadingReader()
    found = collect(reader)
    reader.read(paths)
    qtbot.waitUntil(lambda: len(found) == 4)
    assert [each.path for each in found] == paths
    assert found[0].heading == Heading(template="information-note")
    assert [bool(each.problem) for each in found] == [False, True, True, True]
    assert [each.missing for each in found] == [False, False, True, True]
    assert not reader._poll.isActive()


def test_a_file_that_hangs_holds_up_nobody_and_may_answer_late(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PATIENCE", 0.03)
    gate = threading.Event()

    def read(path: Path) -> Heading:
        if path.name == "far.brief":
            gate.wait(10)
        return Heading(title=path.stem)

    reader = HeadingReader(read=read)
    found, silent = collect(reader), []
    reader.silent.connect(silent.append)
    far, near = tmp_path / "far.brief", tmp_path / "near.brief"
    reader.read([far, near])
    qtbot.waitUntil(lambda: len(found) == 1)
    assert found[0].path == near
    assert silent == [far]
    assert reader._poll.interval() == 1000
    gate.set()
    qtbot.waitUntil(lambda: len(found) == 2, timeout=3000)
    assert found[1].heading == Heading(title="far")
    assert silent == [far]


def test_a_newer_list_takes_the_place_of_what_was_not_begun(qtbot: QtBot, tmp_path: Path) -> None:
    read: list[str] = []

    def look(path: Path) -> Heading:
        read.append(path.name)
        if path.name == "broken":
            raise DataError("this is no brief")
        return Heading()

    reader = HeadingReader(read=look)
    found = collect(reader)
    reader.read([tmp_path / "one", tmp_path / "two"])
    reader.read([tmp_path / "three", tmp_path / "broken"])
    qtbot.waitUntil(lambda: len(found) == 2)
    assert read == ["three", "broken"]
