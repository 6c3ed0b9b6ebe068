"""What is said before a memo is sent."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefer.edit import changes
from briefer.model.brief import Brief
from briefer.opening import template_of
from briefer.outlook import Outlook, outlook
from briefer.paths import resources
from briefer.store.briefs import read_brief
from briefer.templates.build import Choices
from briefer.templates.reading import parse_template


@pytest.fixture(scope="module")
def brief() -> Brief:
    return read_brief(resources() / "sample" / "sample.brief").brief


def look(brief: Brief, choices: Choices = Choices()) -> Outlook:
    return outlook(brief, template_of(brief), choices)


def told(found: Outlook, title: str) -> str:
    return next(each.detail for each in found.advice if each.title == title)


def test_sentences_without_a_source_are_told_by_section(brief: Brief) -> None:
    advice, *others = look(brief).advice
    assert [(each.level, each.title) for each in others] == [("note", "An action has no date")]
    assert advice.title == "2 sentences have no source"
    assert advice.detail.startswith("Next steps: “Speaking note for the meeting on 2 December")
    assert (advice.where, advice.fixes) == ("sections.next_steps", ("own", "show"))
    section = brief.sections["next_steps"]
    assert section[slice(*advice.span)].startswith("Speaking note")


def test_sections_that_the_template_has_and_nobody_wrote_are_told_together(brief: Brief) -> None:
    one = look(changes.set_section(brief, "issue", ""))
    assert told(one, "“Issue” is empty") == "The heading will be left out."
    both = look(changes.set_section(changes.set_section(brief, "issue", ""), "background", ""))
    assert told(both, "2 sections are empty") == "“Issue” and “Background” will be left out."


def test_a_quotation_of_nobody_is_told(brief: Brief) -> None:
    assert "Every quotation has a speaker" in look(brief).good
    mute = changes.update_entry(brief, brief.quotes[0].id, speaker="", speaker_text="")
    found = look(mute)
    assert "It is not said who said “We are not" in told(found, "A quotation has no speaker")
    assert "Every quotation has a speaker" not in found.good


def test_a_memo_without_a_title_is_told_once(brief: Brief) -> None:
    nameless = replace(changes.set_header(brief, "subject", ""), title="")
    assert [each.where for each in look(nameless).advice].count("header.subject") == 1


def test_a_part_marked_higher_comes_first_and_is_an_error(brief: Brief) -> None:
    found = look(changes.set_portion_mark(brief, "summary", "SECRET"))
    assert found.advice[0].level == "error"
    assert found.advice[0].title == "A part is marked too high"
    assert found.marking == "OFFICIAL"


def test_comments_are_counted_where_there_are_to_be_some(brief: Brief) -> None:
    assert look(brief).comments is None
    assert look(brief, Choices(draft=True)).comments == 2
    assert look(brief, Choices(draft=True, comments=False)).comments is None


def test_screen_readers_are_not_promised_what_is_not_there(brief: Brief) -> None:
    line = "Headings, table headers and language set for screen readers"
    assert line in look(brief).good
    skipping = parse_template("---\nname: Skips\n---\n# Title\n\n### Deep\n\nWords.\n", "skips", "skips.md")
    assert line not in outlook(brief, skipping).good
    nameless = parse_template("---\nname: T\n---\n# Title\n\n| A | |\n| --- | --- |\n| 1 | 2 |\n", "t", "t.md")
    assert line not in outlook(brief, nameless).good


def test_a_template_that_fails_is_told_and_not_raised(brief: Brief) -> None:
    broken = parse_template("---\nname: Broken\n---\n{{ header.too }}\n", "broken", "broken.md")
    found = outlook(brief, broken)
    assert [(each.level, each.fixes) for each in found.advice] == [("error", ("template",))]
    assert "too: there is no such field" in found.advice[0].detail
    assert found.memo is None
