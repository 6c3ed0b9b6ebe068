"""A memo that is put together again after a key is the memo that is made from nothing."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from template_samples import BRIEF, template

from briefer.memo.blocks import ListItem
from briefer.memo.plain import plain_text
from briefer.model.brief import Brief
from briefer.templates import syntax
from briefer.templates.build import Choices, build_memo, draft_memo, make_ready
from briefer.templates.compose import Composer
from briefer.templates.files import find_template
from briefer.templates.problems import TemplateError

BODY = (
    "# T\n\n- first {{ actors[0] | cite }}\n\n## A\n\n{{ sections.a }}\n\n## B\n\n1. one\n\n{{ sections.b }}\n\n"
    "{% if sections.a and not sections.c %}## C\n\n{{ sections['c'] }}{% endif %}\n\n- last {{ quotes[0] | cite }}\n"
)
PIECES = st.sampled_from(
    [
        "Words that cite [@a1].", "Others, of [@q1; @x1] and *more*.", "- item\n- item [@k1]", "1. one\n2. two", "# Top",
        "#### Deep", "> said", "| a | b |\n| --- | --- |\n| 1 | 2 |", "```\ncode\n\nText\n```", "    indented",
        "[@nobody]", "Título\n---", "…and so on", "* star\n\n  more of it", "~~~", "\u2028", "`code", "A\\", "{: .x}",
    ]
)  # fmt: skip
GAPS = st.sampled_from(["\n", "\n\n", "\n \n\n", "\r\n\r\n", "\n\t\n"])
SECTION = st.lists(st.tuples(PIECES, GAPS), max_size=6).map(lambda parts: "".join(map("".join, parts)))
SECTIONS = st.fixed_dictionaries(dict.fromkeys("abc", SECTION))
MODES = st.sampled_from(["footnotes", "inline", "endlist", "none"])


def with_sections(sections: dict[str, str]) -> Brief:
    return msgspec.structs.replace(BRIEF, sections=dict.fromkeys("abc", "") | sections)


@settings(max_examples=40, deadline=None)
@given(st.lists(SECTIONS, min_size=2, max_size=4), MODES)
def test_a_memo_kept_up_to_date_is_the_memo(steps: list[dict[str, str]], mode: str) -> None:
    choices = Choices(citations=mode)  # type: ignore[arg-type]
    before = with_sections(steps[0])
    draft = draft_memo(before, template(BODY), choices)
    composer = Composer(draft, before)
    for sections in steps:
        after = with_sections(sections)
        if draft.serves(before, after):
            kept, new = composer.memo(sections), build_memo(after, template(BODY), choices)
            assert (kept.facts, kept.blocks) == (new.facts, new.blocks)
            assert kept.notes == new.notes


def test_what_did_not_change_is_the_same_object() -> None:
    text = "One [@a1].\n\n- three\n\nTwo.\n\nFour."
    brief = with_sections({"a": text, "b": "- five"})
    composer = Composer(draft_memo(brief, template(BODY)), brief)
    before = composer.memo(brief.sections).blocks
    after = composer.memo({"a": text.replace("Two.", "Two and more."), "b": "- five"}).blocks
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one is not other]
    assert [one.runs[0].text for one, _ in changed] == ["Two."]  # type: ignore[union-attr]


def test_a_list_in_a_section_moves_the_numbers_of_those_after_it() -> None:
    brief = with_sections({"a": "x", "b": "- five"})
    composer = Composer(draft_memo(brief, template(BODY)), brief)
    composer.memo(brief.sections)
    items = [block for block in composer.memo({"a": "- new", "b": "- five"}).blocks if isinstance(block, ListItem)]
    assert [item.list_number for item in items] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("body", "alone"),
    [
        ("{{ sections.a }}", True),
        ("{{ sections['a'] }}{% if sections.b or not sections.a %}x{% endif %}", True),
        ("{{ 'x' if sections.a else 'y' }}", True),
        ("{{ sections.a | upper }}", False),
        ("{{ sections.a | length }}", False),
        ("{{ 'x' if sections.a == 'y' }}", False),
        ("{% for name in sections %}{{ name }}{% endfor %}", False),
        ("{% set x %}{{ sections.a }}{% endset %}{{ x }}", False),
        ("{% set x = sections %}{{ x.a }}", False),
        ("{% macro m() %}{{ sections.a }}{% endmacro %}{{ m() }}", False),
        ("{{ sections.a ~ 'x' }}", False),
    ],
)
def test_a_draft_serves_while_the_template_leaves_sections_alone(body: str, alone: bool) -> None:
    before, after = with_sections({"a": "one", "b": ""}), with_sections({"a": "two", "b": ""})
    draft = draft_memo(before, template(body))
    assert draft.serves(before, after) is alone
    assert draft.serves(before, before)


def test_a_section_within_a_line_or_an_item_is_part_of_the_draft() -> None:
    for body in ("Words: {{ sections.a }}", "- {{ sections.a }}", "> {{ sections.a }}"):
        draft = draft_memo(with_sections({"a": "one"}), template(body))
        assert not draft.serves(with_sections({"a": "one"}), with_sections({"a": "two"})), body


@pytest.mark.parametrize(("one", "other"), [("", "x"), ("x", " "), (" ", "")])
def test_a_draft_does_not_serve_where_a_section_begins_or_ends(one: str, other: str) -> None:
    draft = draft_memo(with_sections({"a": one}), template("{{ sections.a }}"))
    assert not draft.serves(with_sections({"a": one}), with_sections({"a": other}))


def test_a_draft_does_not_serve_another_header_or_entry() -> None:
    brief = with_sections({"summary": "x"})
    draft = draft_memo(brief, find_template("information-note"))
    assert not draft.serves(brief, msgspec.structs.replace(brief, header={"to": "You"}))
    assert not draft.serves(brief, msgspec.structs.replace(brief, actors=()))


def test_a_citation_that_stands_alone_leaves_no_empty_paragraph_where_none_are_shown() -> None:
    text = "One. [@a1]\n\n[@a1]\n\n- [@q1]\n- two\n\n> [@q1]\n\n### [@a1]"
    memo = build_memo(with_sections({"a": text}), template(BODY), Choices("none"))
    words = [plain_text(block) for block in memo.blocks]
    assert words == ["T", "first", "A", "One.", "two", "B", "one", "C", "last"]


def test_a_citation_that_stands_alone_gets_no_boxes_to_tick_where_none_are_shown() -> None:
    brief = with_sections({"recommendation": "- Agree. [@a1]\n- [@q1]"})
    memo = build_memo(brief, find_template("decision-note"), Choices("none"))
    assert sum("☐" in plain_text(block) for block in memo.blocks) == 1


def test_a_template_that_was_made_ready_is_not_read_again_for_its_first_memo(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong, right = template("# T\n\n{% if %}\n"), template(BODY + "\n\nMade ready.\n")
    make_ready(wrong, right)
    with pytest.raises(TemplateError):
        draft_memo(BRIEF, wrong)
    monkeypatch.delattr(syntax, "bounded_tree")
    assert draft_memo(with_sections({}), right).parts
