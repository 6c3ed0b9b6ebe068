"""The office's details: written, read strictly, and put at the head of new briefs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefer.errors import DataError, UnreadableError
from briefer.profile import (
    LoadedProfile,
    Profile,
    filled_in,
    load_profile,
    pattern_problem,
    profile_path,
    read_profile,
    save_profile,
    write_profile,
)

OFFICE = Profile(
    sender="Trade Unit", marking="OFFICIAL", reference="TRD-{yy}/{number}", contact="Ruth Vane, 4410 – “R”"
)
CREATED = "2026-11-22T09:30:00Z"


def test_what_is_saved_comes_back_in_words_that_people_know(tmp_path: Path) -> None:
    assert load_profile() == LoadedProfile(Profile())
    save_profile(OFFICE)
    assert load_profile() == LoadedProfile(OFFICE)
    assert json.loads(profile_path().read_bytes())["from"] == "Trade Unit"
    write_profile(OFFICE, tmp_path / "shared.json")
    assert read_profile(tmp_path / "shared.json") == OFFICE


def test_it_fills_what_it_has() -> None:
    assert OFFICE.header(CREATED) == {
        "from": "Trade Unit", "marking": "OFFICIAL", "reference": "TRD-26/…", "contact": "Ruth Vane, 4410 – “R”",
    }  # fmt: skip
    assert Profile(sender=" ").header(CREATED) == {}


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [("TRD-{yy}/{number}", "TRD-26/…"), ("{yyyy}.{mm}", "2026.11"), ("plain", "plain"), ("{a.b}", "{a.b}")],
)
def test_a_pattern_stands_for_its_date(pattern: str, shown: str) -> None:
    assert filled_in(pattern, CREATED) == shown


@pytest.mark.parametrize(("pattern", "told"), [("{year}", "{year} stands for nothing"), ("TRD-{yy", "no partner")])
def test_a_pattern_that_cannot_be_used_is_explained(pattern: str, told: str) -> None:
    assert told in pattern_problem(pattern)
    assert pattern_problem("TRD-{yy}/{number}") == ""


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("{", "no office details"),
        ("[]", "no office details"),
        ('{"run": "x"}', "there is no key “run”"),
        ('{"from": 3}', "no office details"),
        ('{"from": "' + "x" * 301 + '"}', "no office details"),
        ('{"format": 2, "colour": 1}', "newer Briefer"),
        ('{"reference": "{x}"}', "{x} stands for nothing"),
        ("[" * 20_000, "no office details"),
        ("\udcff".encode("utf-8", "surrogateescape"), "no office details"),
    ],
)
def test_a_file_that_is_none_is_refused_with_its_reason(tmp_path: Path, data: str | bytes, told: str) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    with pytest.raises(DataError) as error:
        read_profile(path)
    assert told in str(error.value)
    assert str(path) in str(error.value)
    profile_path().parent.mkdir(parents=True, exist_ok=True)
    profile_path().write_bytes(path.read_bytes())
    loaded = load_profile()
    assert loaded.profile == Profile()
    assert told in loaded.problem


@pytest.mark.parametrize("data", [b"{", b'{"format": 99}', b" " * 70_000, b'{"\\u202e\\n": 1}'])
def test_a_file_that_cannot_be_used_is_told_in_one_line_and_kept_when_another_is_saved(data: bytes) -> None:
    profile_path().parent.mkdir(parents=True, exist_ok=True)
    profile_path().write_bytes(data)
    assert load_profile().problem.isprintable()
    save_profile(Profile(sender="Desk"))
    assert load_profile().profile == Profile(sender="Desk")
    (kept,) = profile_path().parent.glob("office-*.json")
    assert kept.read_bytes() == data
    save_profile(Profile())
    assert list(profile_path().parent.glob("office-*.json")) == [kept]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        read_profile(tmp_path / "none.json")
