"""The changelog is true to the version and in order."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import briefer
from briefer.paths import resources

TEXT = (resources() / "changelog.md").read_text("utf-8")
ENTRIES = [
    (version, date.fromisoformat(day))
    for version, day in re.findall(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$", TEXT, re.MULTILINE)
]


def numbers(version: str) -> list[int]:
    return [int(number) for number in version.split(".")]


def test_every_heading_is_a_version_with_its_date_or_a_kind_of_change() -> None:
    kinds = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert len(re.findall(r"^## ", TEXT, re.MULTILINE)) == len(ENTRIES)
    assert set(re.findall(r"^### (.*)$", TEXT, re.MULTILINE)) <= kinds


def test_the_newest_entry_is_this_version() -> None:
    assert ENTRIES[0][0] == briefer.__version__


def test_versions_and_dates_descend() -> None:
    for (version, day), (older_version, older_day) in pairwise(ENTRIES):
        assert numbers(version) > numbers(older_version)
        assert day >= older_day
