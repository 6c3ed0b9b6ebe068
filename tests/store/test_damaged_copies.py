"""Recovery copies and earlier versions that a dying disk, or a stranger, has damaged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from hostile.damage import Blow, blows, damaged
from hypothesis import given, settings

from briefer.edit.memo import new_brief, set_header
from briefer.errors import BrieferError
from briefer.store.briefs import brief_bytes, parse_brief
from briefer.store.recovery import Journal, Kept, kept_bytes, left_copies
from briefer.store.versions import forget_old, keep_version, read_version, versions_of
from briefer.ui.recovery.found import found_copies

IDENT = "0" * 32
BRIEF = set_header(new_brief(IDENT, "t", "2026-11-22T09:30:00Z"), "subject", "Dam")
DAY = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def kept_by_the_dead(folder: Path) -> Path:
    """The file of a copy whose process is gone."""
    journal = Journal(folder)
    journal.write(Kept("brief", "Dam", "2026-11-22T10:00:00Z"), brief_bytes(BRIEF))
    (file,) = folder.glob("*.kept")
    content = file.read_bytes()
    journal.remove()
    file.write_bytes(content)
    return file


def test_damaged_copies_and_versions_never_stop_the_start(tmp_path: Path) -> None:
    copies, states = tmp_path / "recovery", tmp_path / "versions"
    copy = kept_by_the_dead(copies)
    assert [found.copy.file for found in found_copies(copies)] == [copy]
    keep_version(states, BRIEF, DAY, count=5, days=5)
    (state,) = versions_of(states, IDENT)
    whole, packed = copy.read_bytes(), state.file.read_bytes()

    @settings(max_examples=60, deadline=None, derandomize=True, database=None)
    @given(blows())
    def start(changes: list[Blow]) -> None:
        copy.write_bytes(damaged(whole, changes))
        state.file.write_bytes(damaged(packed, changes))
        found_copies(copies)
        forget_old(states, DAY, 30)
        for each in left_copies(copies):
            told(lambda each=each: parse_brief(kept_bytes(each)))
        for version in versions_of(states, IDENT):
            told(lambda version=version: read_version(version))

    start()
    assert copy.exists()
    assert state.file.exists()


def told(read: Callable[[], object]) -> None:
    """It is read, or what is said can be shown."""
    said = ""
    try:
        read()
    except BrieferError as error:
        said = str(error)
    assert not said or said.isprintable()


def test_odd_things_in_the_folders_stop_nothing(tmp_path: Path) -> None:
    copies, states = tmp_path / "recovery", tmp_path / "versions"
    file = kept_by_the_dead(copies)
    file.unlink()
    file.mkdir()
    (copies / "x\udcff.kept").touch()
    assert found_copies(copies) == []
    own = states / IDENT
    (own / "20261122T093000000000Z-0123456789ab.brief.gz").mkdir(parents=True)
    (states / "a file").touch()
    forget_old(states, DAY, 30)
    for version in versions_of(states, IDENT):
        told(lambda version=version: read_version(version))
