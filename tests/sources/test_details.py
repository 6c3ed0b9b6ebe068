from __future__ import annotations

import pytest

from briefer.sources.details import guess, iso_date


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("13 November 2026", "2026-11-13"),
        ("Nov. 13, 2026 at 9:30 a.m.", "2026-11-13"),
        ("Friday 13th November, 2026", "2026-11-13"),
        ("13. März 2026", "2026-03-13"),
        ("le 1er août 2026", "2026-08-01"),
        ("2026-11-13T08:00Z", ""),
        ("2026-11-13", "2026-11-13"),
        ("13.11.2026", "2026-11-13"),
        ("3/4/2026", ""),
        ("31 February 2026", ""),
        ("30 cranes 2026", ""),
        ("May 2026", ""),
    ],
)
def test_only_a_full_and_certain_date_is_taken(words: str, date: str) -> None:
    assert iso_date(words) == date


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Hanne Lovell", "Hanne Lovell"),
        ("By Hanne Lovell and Jo van der Meer", "Hanne Lovell and Jo van der Meer"),
        ("By Hanne Lovell, The Meridian Courier", "Hanne Lovell"),
        ("By HANNE LOVELL | 13 November 2026", "HANNE LOVELL"),
        ("Von Jürgen Östberg", "Jürgen Östberg"),
        ("By Friday the ports had answered", ""),
        ("By Saltmere alone, 96 cranes were refitted.", ""),
        ("Written in haste", ""),
    ],
)
def test_a_byline_names_its_writer(line: str, author: str) -> None:
    assert guess(f"A headline\n\n{line}\n\nThe Board met.", ()).author == author


def test_a_date_in_running_text_is_no_date_of_publication() -> None:
    assert guess("The Board met on 13 November 2026.", ()).published == ""
    assert guess("SALTMERE, 13 November 2026 (Coastal Press) — The Board met.", ()).published == "2026-11-13"


def test_nothing_is_guessed_far_from_the_top() -> None:
    assert guess("A line.\n\n" * 12 + "By Hanne Lovell\n\n13 November 2026", ()) == guess("", ())
