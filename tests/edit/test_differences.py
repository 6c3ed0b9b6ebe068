"""Where two briefs differ: every difference is told, and each can be taken back by itself or with all others."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from rich_brief import rich_brief
from strategies import briefs

from briefer.edit import changes
from briefer.edit.differences import Part, differences, take_back, take_part_back
from briefer.errors import UsageError
from briefer.model.brief import Brief
from briefer.model.soundness import problems
from briefer.model.source import Fix, Source, SourceHeading

RICH = rich_brief()


def without_times(brief: Brief) -> Brief:
    return msgspec.structs.replace(brief, id="", created="", modified="", last_ids={}, format=1)


@settings(max_examples=25, deadline=None)
@given(briefs(), briefs())
def test_all_that_differs_is_told_and_comes_back(old: Brief, new: Brief) -> None:
    found = differences(old, new)
    assert bool(found) == (without_times(old) != without_times(new))
    back = take_back(new, old)
    assert differences(old, back) == []
    assert (back.id, back.created, back.modified) == (new.id, new.created, new.modified)
    assert not list(problems(back))
    assert all(back.last_ids.get(letter, 0) >= last for letter, last in new.last_ids.items())


@settings(max_examples=25, deadline=None)
@given(briefs(), briefs())
def test_a_part_comes_back_sound_or_not_at_all(old: Brief, new: Brief) -> None:
    for each in differences(old, new):
        try:
            back = take_part_back(new, old, each.part)
        except UsageError:
            continue
        assert not list(problems(back))
        assert each.part not in {other.part for other in differences(old, back)}


def test_each_kind_of_part_is_called_by_its_name() -> None:
    new = changes.set_title(RICH, "Another title")
    new = changes.set_header(new, "subject", "Gates")
    new = changes.set_section(new, "way_ahead", "Wait for the vote.")
    new = changes.update_entry(new, "q1", notes="Check the date.")
    new = changes.remove_entry(new, "k1")
    new = changes.set_source_details(new, "s1", publisher="The Lake Post")
    new = changes.move_entry(new, "a2", 0)
    found = {each.part: each for each in differences(RICH, new)}
    assert found[Part("title")].new == "Another title"
    assert found[Part("header", "subject")].label == "Subject"
    assert found[Part("sections", "way_ahead")].label == "Way ahead"
    headings = {RICH.template: {"sections.way_ahead": "The way from here", "header.way_ahead": "No"}}
    named = {each.part: each.label for each in differences(RICH, new, headings)}
    assert (named[Part("sections", "way_ahead")], named[Part("header", "subject")]) == (
        "The way from here",
        "Subject",
    )
    assert "Notes: Check the date." in (found[Part("quotes", "q1")].new or "")
    assert found[Part("quotes", "q1")].label.startswith("Quote q1: ")
    assert found[Part("stakes", "k1")].new is None
    assert "Outlet: The Lake Post" in (found[Part("sources", "s1")].new or "")
    assert found[Part("order", "actors")].label == "Order of the actors"
    back = new
    for each in found.values():
        back = take_part_back(back, RICH, each.part)
    assert differences(RICH, back) == []


def test_an_article_is_told_in_words_of_people() -> None:
    fixes = Fix("unwrap", 1), Fix("paragraphs", 2, on=False)
    text = "Ports\n\nThe Board met."
    ports = Source("s1", "Ports", guessed=("title",), text=text, headings=(SourceHeading(0, 5),), fixes=fixes)
    none, one = (msgspec.structs.replace(Brief(1, "b1"), sources=sources) for sources in ((), (ports,)))
    (difference,) = differences(none, one)
    assert difference.new is not None
    assert difference.new.split("\n\n")[0].split("\n") == [
        "Title: Ports",
        "Not confirmed: Title",
        "Headings: “Ports” (level 2)",
        "Cleaned: 1 broken line joined",
        "Not cleaned: 2 paragraphs parted",
    ]


def test_a_note_does_not_come_back_without_its_article() -> None:
    new = changes.remove_source(RICH, "s1", with_evidence=True)
    gone = next(each for each in differences(RICH, new) if each.part.field == "quotes")
    with pytest.raises(UsageError, match="leans on others"):
        take_part_back(new, RICH, gone.part)
    back = take_part_back(new, RICH, Part("sources", "s1"))
    assert back.source("s1") == RICH.source("s1")
