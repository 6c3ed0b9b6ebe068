"""``briefer suggest``: a listing, one article as JSON, and a line for each of several."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefer.paths import resources
from briefer.store.briefs import read_brief

SAMPLE = resources() / "sample" / "article.txt"


def test_a_listing_names_the_kinds_and_the_reasons(here: Path, briefer) -> None:
    said = briefer("suggest", "a.txt")
    assert said.code == 0
    assert said.err == ""
    lines = said.out.splitlines()
    assert lines[0] == "a.txt"
    assert "  Quotes: 1" in lines
    assert "    “We are closing a door, … It was open.” — Lena Morvane; [Lena Morvane: “said”]" in lines
    assert any(line.startswith("    Harbour Technology Board — organisation") for line in lines)
    assert any(line.startswith("  Stakes: ") for line in lines)


def test_json_has_the_cleaned_text_and_places_in_it(here: Path, briefer) -> None:
    said = json.loads(briefer("suggest", SAMPLE, "--json").out)
    assert list(said) == ["text", "quotes", "actors", "actions", "stakes"]
    assert list(said["quotes"][0]) == [
        *("text", "start", "end", "parts", "speaker", "speaker_start", "speaker_end", "kind", "why")
    ]
    assert list(said["actors"][0]) == [
        *("name", "kind", "role", "affiliation", "aliases", "start", "end", "mentions", "why")
    ]
    assert list(said["actions"][0]) == ["text", "start", "end", "actor", "verb", "status", "why"]
    assert list(said["stakes"][0]) == ["text", "start", "end", "actors", "level", "why"]
    assert "“\nopen gate" not in said["text"]
    first = said["quotes"][0]
    start, end = first["parts"][0]
    assert first["text"].startswith(said["text"][start:end])


def test_a_line_for_each_of_several_articles(here: Path, briefer) -> None:
    said = briefer("suggest", "a.txt", SAMPLE, "--jsonl")
    rows = [json.loads(line) for line in said.out.splitlines()]
    assert [row["file"] for row in rows] == ["a.txt", str(SAMPLE)]
    assert all(row["quotes"] for row in rows)


def test_the_same_article_gives_the_same_bytes(here: Path, briefer) -> None:
    assert briefer("suggest", SAMPLE, "--json").out == briefer("suggest", SAMPLE, "--json").out


def test_what_cannot_be_read_is_told_and_the_rest_is_done(here: Path, briefer) -> None:
    said = briefer("suggest", "none.txt", "a.txt", "--jsonl")
    assert said.code == 66
    assert said.err.startswith("briefer: none.txt: there is no")
    assert json.loads(said.out)["file"] == "a.txt"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["a.txt", "a.txt", "--json"], "--json writes one article; use --jsonl for several"),
        (["a.txt", "--language", "xx"], "there are no word lists for the language “xx”"),
        (["a.txt", "--json", "--jsonl"], "not allowed with argument --json"),
    ],
)
def test_options_that_do_not_fit_are_refused(here: Path, briefer, options: list[str], message: str) -> None:
    said = briefer("suggest", *options)
    assert said.code == 2
    assert message in said.err
    assert said.out == ""


def test_new_takes_all_that_is_suggested_if_it_is_told_to(here: Path, briefer) -> None:
    assert briefer("new", "a.txt", "-o", "new.brief", "--suggest").code == 0
    brief = read_brief(here / "new.brief").brief
    (quote,) = brief.quotes
    assert [anchor.exact for anchor in quote.evidence] == ["We are closing a door,", "It was open."]
    assert quote.speaker in [actor.id for actor in brief.actors]
    assert brief.actions
    assert briefer("new", "a.txt", "-o", "plain.brief").code == 0
    assert not any(read_brief(here / "plain.brief").brief.entries())
