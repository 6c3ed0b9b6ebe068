"""Earlier versions: one of each state, the latest first, and not for ever."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from briefer.edit.memo import new_brief, set_header
from briefer.errors import DataError
from briefer.model.brief import Brief
from briefer.store import versions as store
from briefer.store.stamps import stamped
from briefer.store.versions import forget_old, keep_version, read_version, versions_of

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
IDENT = "0" * 32


def state(subject: str) -> Brief:
    return set_header(new_brief(IDENT, "t", "2026-11-22T09:30:00Z"), "subject", subject)


def keep(folder: Path, *subjects: str, count: int = 10, days: int = 30, start: datetime = NOON) -> None:
    for minute, subject in enumerate(subjects):
        time = start + timedelta(minutes=minute)
        keep_version(
            folder, stamped(state(subject), time.strftime("%Y-%m-%dT%H:%M:%SZ")), time, count=count, days=days
        )


def subjects(folder: Path) -> list[str]:
    return [read_version(each).header["subject"] for each in versions_of(folder, IDENT)]


def test_each_state_is_kept_once_and_the_latest_comes_first(tmp_path: Path) -> None:
    keep(tmp_path, "a", "b", "b", "a")
    assert subjects(tmp_path) == ["a", "b"]
    (latest, _) = versions_of(tmp_path, IDENT)
    assert latest.time == NOON + timedelta(minutes=3)
    assert read_version(latest) == state("a")


def test_what_the_file_held_before_keeps_its_own_time(tmp_path: Path) -> None:
    keep(tmp_path, "a", "b")
    keep(tmp_path, "a", start=NOON - timedelta(minutes=1))
    assert subjects(tmp_path) == ["b", "a"]
    keep(tmp_path, "c", start=NOON + timedelta(minutes=1, microseconds=5))
    assert subjects(tmp_path) == ["c", "b", "a"]


def test_the_oldest_go_by_number_and_by_age(tmp_path: Path) -> None:
    keep(tmp_path, *"abcde", count=3)
    assert subjects(tmp_path) == ["e", "d", "c"]
    keep(tmp_path, "f", start=NOON + timedelta(days=30, minutes=3))
    assert subjects(tmp_path) == ["f", "e", "d"]
    forget_old(tmp_path, NOON + timedelta(days=90), 30)
    assert list(tmp_path.iterdir()) == []
    forget_old(tmp_path / "none", NOON, 30)


def test_none_are_kept_where_none_are_wanted_or_an_id_is_no_name(tmp_path: Path) -> None:
    keep(tmp_path, "a", count=0)
    keep_version(tmp_path, msgspec.structs.replace(state("a"), id="../up"), NOON, count=3, days=3)
    assert list(tmp_path.iterdir()) == []
    assert versions_of(tmp_path, "../up") == []
    assert versions_of(tmp_path, IDENT) == []


_OTHER, _CUT = gzip.compress(b"{}", mtime=0), gzip.compress(b"x" * 50_000, mtime=0)[:-9]


@pytest.mark.parametrize("data", [b"", b"no gzip", _OTHER, _CUT], ids=["empty", "no gzip", "no version", "cut short"])
def test_a_damaged_version_is_refused_by_name(tmp_path: Path, data: bytes) -> None:
    keep(tmp_path, "a")
    (version,) = versions_of(tmp_path, IDENT)
    version.file.write_bytes(data)
    with pytest.raises(DataError) as caught:
        read_version(version)
    assert caught.value.path == str(version.file)


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path, "a")
    (version,) = versions_of(tmp_path, IDENT)
    version.file.write_bytes(gzip.compress(bytes(5_000_000)))
    monkeypatch.setattr(store, "LIMIT", 100_000)
    with pytest.raises(DataError, match="damaged"):
        read_version(version)
