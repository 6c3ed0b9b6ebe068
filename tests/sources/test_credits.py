from __future__ import annotations

import pytest

from briefer.sources.article import Details
from briefer.sources.credits import says_only, without_credits

KNOWN = Details("Ports told to unplug modems", "Hanne Lovell, Jo Field", "Meridian Courier", "2026-11-13")
TEXT = "The harbour authority told every terminal to act."


@pytest.mark.parametrize(
    "line",
    [
        "By Hanne Lovell and Jo Field",
        "HANNE LOVELL",
        "13 November 2026",
        "By Hanne Lovell, Meridian Courier, 13 November 2026",
        "Published: Friday, 13 November 2026 | 3 min read",
        "Meridian Courier",
    ],
)
def test_a_line_that_says_only_what_the_details_say(line: str) -> None:
    assert says_only(line, KNOWN)
    assert without_credits(f"# {KNOWN.title}\n\n{line}\n\n{TEXT}", KNOWN) == f"# {KNOWN.title}\n\n{TEXT}"


@pytest.mark.parametrize(
    "line",
    [
        "By Hanne Lovell in Tolmen",
        "Hanne Lovell is away.",
        "14 November 2026",
        "Meridian Courier poll of 2,000 readers",
        "# Hanne Lovell",
        "Hanne Lovell:",
        "",
    ],
)
def test_a_line_that_says_more_stays(line: str) -> None:
    assert not says_only(line, KNOWN)


def test_turns_of_talk_and_days_of_a_diary_stay() -> None:
    talk = f"Hanne Lovell\n\n{TEXT}\n\nMinister\n\nNo.\n\nHanne Lovell\n\nWhy?"
    diary = f"13 November 2026\n\n{TEXT}\n\n14 November 2026\n\nNothing."
    for original in (talk, diary):
        assert without_credits(original, KNOWN) == original


def test_credits_under_the_title_in_one_paragraph_and_at_the_end_go() -> None:
    original = f"{KNOWN.title}\nby Hanne Lovell\n\n{TEXT}\n\n13 November 2026"
    assert without_credits(original, KNOWN) == f"{KNOWN.title}\n\n{TEXT}"
    signed = f"{TEXT}\n\nHanne Lovell\nHarbour Board\n555 0100"
    assert without_credits(signed, KNOWN) == signed
    assert without_credits("Hanne Lovell", KNOWN) == "Hanne Lovell"


def test_names_and_dates_in_large_type_under_the_title_are_no_headings() -> None:
    head = f"# {KNOWN.title}"
    large = "### Hanne Lovell\n\n### 13 November 2026"
    rest = f"{TEXT}\n\n## The ships\n\n{TEXT} Again."
    assert without_credits(f"{head}\n\n{large}\n\n{rest}", KNOWN) == f"{head}\n\n{rest}"
    for others in (f"{rest}\n\n### Jo Field\n\n{TEXT} Also.", f"## Of ports\n\n{large}\n\n### More\n\n{rest}"):
        talk = f"{head}\n\n### Hanne Lovell\n\n{others}"
        assert without_credits(talk, KNOWN) == talk
