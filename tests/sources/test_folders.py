from __future__ import annotations

from pathlib import Path

import pytest

from briefer.errors import DataError, UnreadableError
from briefer.sources import folders
from briefer.sources.folders import articles_in


def test_the_readable_files_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "A.MD", "c.exe", ".d.txt", "e"):
        (tmp_path / name).write_text("words", "utf-8")
    (tmp_path / "f.txt").mkdir()
    assert [path.name for path in articles_in(tmp_path)] == ["A.MD", "b.txt"]


def test_none_and_too_many_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DataError, match="no files that can be read"):
        articles_in(tmp_path)
    monkeypatch.setattr(folders, "MOST", 1)
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("words", "utf-8")
    with pytest.raises(DataError, match="2 articles, and 1 are taken at most"):
        articles_in(tmp_path)


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="the folder cannot be opened"):
        articles_in(tmp_path / "gone")
