from __future__ import annotations

import pytest

from briefer.sources.details import guess, guesses, iso_date
from briefer.text.clean import clean


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("13 November 2026", "2026-11-13"),
        ("Nov. 13, 2026 at 9:30 a.m.", "2026-11-13"),
        ("Friday 13th November, 2026", "2026-11-13"),
        ("13. März 2026", "2026-03-13"),
        ("le 1er août 2026", "2026-08-01"),
        ("2026-11-13T08:00Z", "2026-11-13"),
        ("3 de noviembre de 2025", "2025-11-03"),
        ("Nov 3, 2025, 6:00 AM ET", "2025-11-03"),
        ("25/12/2026", "2026-12-25"),
        ("12/25/2026", "2026-12-25"),
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
        ("By Hanne Lovell and Jo van der Meer", "Hanne Lovell, Jo van der Meer"),
        ("By Hanne Lovell, The Meridian Courier", "Hanne Lovell"),
        ("By HANNE LOVELL | 13 November 2026", "Hanne Lovell"),
        ("BY HANNE LOVELL", "Hanne Lovell"),
        ("By H. Lovell and J. P. Meer, Trade Correspondent | Updated 13 November 2026", "H. Lovell, J. P. Meer"),
        ("By Hanne Lovell, Jo Meer and Ann Bo", "Hanne Lovell, Jo Meer, Ann Bo"),
        ("By Hanne Lovell for The Meridian Courier", "Hanne Lovell"),
        ("By Hanne Lovell in Saltmere", "Hanne Lovell"),
        ("Written by Hanne Lovell", "Hanne Lovell"),
        ("Hanne Lovell reports from Saltmere.", "Hanne Lovell"),
        ("(Reporting by Hanne Lovell in Saltmere and Jo Meer; Editing by Ann Bo)", "Hanne Lovell, Jo Meer"),
        ("Par Jeanne Dupont (avec AFP)", "Jeanne Dupont"),
        ("By Any Means Necessary", ""),
        ("By Our Staff Reporter", ""),
        ("By Monday Evening", ""),
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


PROSE = (
    "The Harbour Board met on Monday and said nothing at all about the cranes that everybody had come to hear about."
)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("LONDON, Nov. 3 (Reuters) — The Board met.", "Reuters"),
        ("SALTMERE (Coastal Press) – The Board met.", "Coastal Press"),
        ("Berlin (dpa) - Der Rat tagte.", "dpa"),
        ("PARIS, 3 mai (AFP) - Le conseil.", "AFP"),
        ("Springfield (Illinois) — The Board met.", ""),
        ("LONDON (3 Nov) — The Board met.", ""),
        ("© 2025 The Meridian Courier. All rights reserved.", "The Meridian Courier"),
        ("Copyright 2025 Meridian News Ltd", "Meridian News"),
        ("© Getty Images 2025", ""),
        ("This article first appeared in The Meridian Courier.", "The Meridian Courier"),
        ("Originally published by Coastal Press on 3 November 2025.", "Coastal Press"),
        ("By Hanne Lovell for The Meridian Courier", "The Meridian Courier"),
        ("By Hanne Lovell | The Meridian Courier", "The Meridian Courier"),
        ("By Hanne Lovell, Trade Correspondent", ""),
        ("https://www.meridian.example/trade/cranes?id=7", "meridian.example"),
        ("The minister read it in The Meridian Courier.", ""),
        ("The story was first published in spring, he said.", ""),
    ],
)
def test_an_outlet_is_named(line: str, outlet: str) -> None:
    assert guess(f"A headline\n\n{line}\n\n{PROSE}", ()).publisher == outlet


def test_a_rights_line_that_cleaning_took_away_still_names_the_outlet() -> None:
    original = f"A headline\n\n{PROSE}\n\n© 2025 The Meridian Courier"
    found = guesses(f"A headline\n\n{PROSE}", (), original)["publisher"]
    assert found == ("The Meridian Courier", 0, 0)


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        ("Published 3 November 2025 at 10:12 GMT", "2025-11-03"),
        ("Nov 3, 2025, 6:00 AM ET", "2025-11-03"),
        ("2025-11-03T10:12:00Z", "2025-11-03"),
        ("Updated 4 November 2025\n\nPublished 3 November 2025", "2025-11-03"),
        ("Updated 4 November 2025", "2025-11-04"),
        ("Updated: 4 November 2025 | First published: 3 November 2025", "2025-11-03"),
        ("By Hanne Lovell | 3 November 2025", "2025-11-03"),
        ("Paris, le 3 mai 2025 – Le conseil a dit non.", "2025-05-03"),
        ("LONDON, Nov. 3 (Reuters) — The Board met.", ""),
        ("The deadline of 3 November 2025 for all who still have modems in their cranes is near", ""),
    ],
)
def test_a_date_of_publication_goes_before_that_of_an_update(lines: str, date: str) -> None:
    assert guess(f"A headline\n\n{lines}\n\n{PROSE}", ()).published == date


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (f"https://m.example/a\n\nA headline\n\n{PROSE}", "https://m.example/a"),
        (f"A headline\n\n{PROSE}\n\nLink: <https://m.example/a>", "https://m.example/a"),
        (f"A headline\n\nIt is at https://m.example/a today.\n\n{PROSE}", ""),
        (f"A headline\n\n{PROSE}\n\n{PROSE * 60}\n\nhttps://m.example/a\nhttps://m.example/b", ""),
    ],
)
def test_an_address_alone_on_its_line_is_the_link(text: str, url: str) -> None:
    assert guess(text, ()).url == url


@pytest.mark.parametrize(
    ("top", "title", "outlet"),
    [
        ("Ports told to unplug modems", "Ports told to unplug modems", ""),
        ("Ports told to unplug modems\n\nOperators have until May to answer", "Ports told to unplug modems", ""),
        ("The Meridian Courier\n\nPorts told to unplug modems\n\nBy Hanne Lovell", "Ports told to unplug modems", "The Meridian Courier"),
        ("World news\n\nPorts told to unplug modems from cranes\n\nBy Hanne Lovell", "Ports told to unplug modems from cranes", ""),
        ("Ports told to unplug modems | The Meridian Courier\n\nBy Hanne Lovell", "Ports told to unplug modems", "The Meridian Courier"),
        ("Ports told to unplug – and what now\n\nBy Hanne Lovell", "Ports told to unplug – and what now", ""),
        ("Will ports unplug their modems?\n\nBy Hanne Lovell", "Will ports unplug their modems?", ""),
        ("By Hanne Lovell", "", ""),
        ("MORVANE: We are closing a door", "", ""),
        (PROSE, "", ""),
    ],
)  # fmt: skip
def test_the_headline_is_the_title(top: str, title: str, outlet: str) -> None:
    text = f"{top}\n\n{PROSE}\n\n{PROSE}"
    found = guess(text, clean(text).headings)
    assert (found.title, found.publisher) == (title, outlet)


def test_each_guess_names_the_words_that_it_rests_on() -> None:
    text = f"Ports told to unplug\n\nBy HANNE LOVELL | 3 November 2025\n\nLONDON (Reuters) — {PROSE}\n\nhttps://m.example/a"
    found = guesses(text, ())
    assert {name: text[each.start : each.end] for name, each in found.items()} == {
        "title": "Ports told to unplug",
        "author": "HANNE LOVELL",
        "publisher": "Reuters",
        "published": "3 November 2025",
        "url": "https://m.example/a",
    }
