"""Each check: a planted case that it finds, and a near miss that it passes."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from template_samples import BRIEF, SOURCE, at

from briefer.memo.blocks import Code, Facts, ListItem, Memo, Paragraph, Run, Table
from briefer.model.anchor import Anchor
from briefer.model.brief import Brief
from briefer.model.entries import Actor, Passage, Quote
from briefer.review.checks import review
from briefer.review.findings import Finding, Form, Part, words_in

MEMO = Memo(Facts("Modems"), (Paragraph((Run("one two three"),)),))


ANY_FORM = Form()


def found(brief: Brief, form: Form = ANY_FORM, memo: Memo = MEMO) -> list[tuple[str, str]]:
    return [(finding.code, finding.where) for finding in review(brief, memo, form)]


def with_quote(text: str, **fields: Any) -> Brief:
    return replace(BRIEF, quotes=(replace(BRIEF.quotes[0], text=text, **fields),))


def test_a_sound_brief_has_no_findings() -> None:
    assert found(BRIEF) == []


def test_a_quotation_in_other_words() -> None:
    assert found(with_quote("We are closing the door, … It was open.")) == [("quote-not-verbatim", "q1")]
    assert found(with_quote("we are closing a door … It was [wide] open")) == []


def test_a_quotation_whose_parts_were_marked_in_another_order() -> None:
    evidence = tuple(reversed(BRIEF.quotes[0].evidence))
    assert found(with_quote("We are closing a door, … It was open.", evidence=evidence)) == []
    assert found(with_quote("It was open. … We are closing a door,", evidence=evidence)) == [
        ("quote-not-verbatim", "q1")
    ]


def test_a_quotation_in_the_words_of_two_sources() -> None:
    second = replace(SOURCE, id="s2", text="Ms Morvane: We closed a door.")
    other = Anchor("s2", 12, 29, "We closed a door.")
    brief = replace(BRIEF, sources=(SOURCE, second), last_ids={**BRIEF.last_ids, "s": 2})
    quote = Quote("q1", "We closed a door.", "a2", evidence=(at("We are closing a door,"), other))
    assert found(replace(brief, quotes=(quote,))) == []


def test_an_entry_without_evidence() -> None:
    brief = replace(BRIEF, actors=(*BRIEF.actors, Actor("a3", "The Mayor")))
    assert found(brief) == [("no-evidence", "a3")]


def test_a_quotation_without_evidence_is_found_once() -> None:
    assert found(with_quote("Nobody said this", evidence=())) == [("no-evidence", "q1")]


@pytest.mark.parametrize("kind", ["entry", "passage"])
def test_evidence_whose_words_are_gone(kind: str) -> None:
    lost = Anchor("s1", 3, 3, "words that are gone")
    assert lost.lost
    if kind == "entry":
        brief = replace(BRIEF, stakes=(replace(BRIEF.stakes[0], evidence=(at("46 million"), lost)),))
        assert found(brief) == [("evidence-lost", "k1")]
    else:
        assert found(replace(BRIEF, passages=(Passage("p1", (lost,)),))) == [("evidence-lost", "p1")]
        assert found(replace(BRIEF, passages=(Passage("p1", (at("five ports"),)),))) == []


@pytest.mark.parametrize("typed", ["", " \n\t\u00a0"])
def test_a_required_part_that_is_empty(typed: str) -> None:
    form = Form(
        header=(Part("to", "To", required=True), Part("copies", "Copies")), sections=(Part("issue", "Issue", True),)
    )
    brief = replace(BRIEF, header={"to": typed}, sections={"issue": typed})
    assert found(brief, form) == [("required-empty", "header.to"), ("required-empty", "sections.issue")]
    assert found(replace(BRIEF, header={"to": "DG"}, sections={"issue": "x"}), form) == []


def test_a_section_over_its_limit_counts_words_and_no_citations() -> None:
    brief = replace(BRIEF, sections={"summary": "It **ordered** five\nports. [@x1] [@own]\n\n- a\n- b"})
    assert found(brief, Form(sections=(Part("summary", "Summary", words=5),))) == [("over-limit", "sections.summary")]
    assert found(brief, Form(sections=(Part("summary", "Summary", words=6),))) == []
    assert found(brief, Form(sections=(Part("summary", "Summary"),))) == []


def test_a_memo_over_its_limit() -> None:
    assert found(BRIEF, Form(words=2)) == [("over-limit", "memo")]
    assert found(BRIEF, Form(words=3)) == []


def test_words_are_counted_in_every_kind_of_block() -> None:
    cell = (Run("two words"),)
    table = Table((cell, cell), ((cell, ()),))
    assert words_in((Paragraph((Run("won"), Run("derful day", bold=True), Run(note=1))), table)) == 2 + 6
    assert words_in((Code("x = 1"), ListItem((Run("an item"),), 1, ordered=True))) == 5


@pytest.mark.parametrize("typed", ["[@x9]", "So it is. [@x1; @x9]", "- a [@x9]\n- b", "| a |\n| - |\n| [@x9] |"])
def test_a_citation_of_what_there_is_not(typed: str) -> None:
    assert found(replace(BRIEF, sections={"summary": typed})) == [("unknown-citation", "sections.summary")]


@pytest.mark.parametrize(
    "typed", ["[@x1]", "[@own]", "`[@x9]`", r"\[@x9]", "x9", "[x9]", "a@x9.org", "```\n[@x9]\n```"]
)
def test_no_citation_of_what_there_is_not(typed: str) -> None:
    assert found(replace(BRIEF, sections={"summary": typed})) == []


def test_one_id_is_found_once_a_section() -> None:
    brief = replace(BRIEF, sections={"summary": "[@x9] [@x9]", "issue": "[@x9]"})
    assert [where for _, where in found(brief)] == ["sections.summary", "sections.issue"]


def test_a_finding_quotes_no_more_than_a_line() -> None:
    finding: Finding = review(with_quote("never\nsaid " * 100), MEMO, Form())[0]
    assert "\n" not in finding.message
    assert len(finding.message) < 250


def test_a_character_that_no_document_can_hold_is_named_with_its_place() -> None:
    brief = replace(
        BRIEF,
        header={"to": "Ha\x00bour \ud800"},
        sections={"summary": "One.\n\n**Two\ufffd** and thr\x0bee"},
        actors=(replace(BRIEF.actors[0], role="\uffff", notes="\x01"), *BRIEF.actors[1:]),
        sources=(replace(SOURCE, publisher="Cou\x1brier"),),
    )
    lost = [finding for finding in review(brief, MEMO, ANY_FORM) if finding.code == "lost-character"]
    assert [(finding.where, finding.words) for finding in lost] == [
        ("header.to", "Ha\ufffdbour"),
        ("sections.summary", "Two\ufffd"),
        ("a1", "\ufffd"),
        ("memo", "Cou\ufffdrier"),
    ]
    assert lost[0].message == "“Ha\ufffdbour” has a character that is lost, and 1 more like it"
    assert lost[3].message == "in the details of source s1, “Cou\ufffdrier” has a character that is lost"
    assert lost[2].fix == "type what belongs where “\ufffd” stands"


def test_odd_characters_that_a_document_holds_are_not_lost() -> None:
    odd = "\t\n\u2028\u202e\u200d\ufeff\U0001f469\U0001fffe\ue050\x7f\x85"
    findings = found(replace(BRIEF, title=odd, header={"to": odd}, sections={"summary": odd}))
    assert {code for code, _ in findings} == {"hidden-character"}
