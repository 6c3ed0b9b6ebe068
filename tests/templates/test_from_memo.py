"""A memo made a template: its words become fields or stay, and the same brief gives the same memo."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefer.edit import changes
from briefer.errors import UsageError
from briefer.memo.blocks import Memo, block_runs
from briefer.model.brief import Brief
from briefer.paths import resources
from briefer.store.briefs import read_brief
from briefer.templates.build import Choices, build_memo
from briefer.templates.check import text_problems
from briefer.templates.files import built_in_paths, read_template
from briefer.templates.from_memo import CONSTANT, Kept, save_memo, template_of_memo, texts_that_can_stay
from briefer.templates.reading import parse_template
from briefer.templates.template import Template

SAMPLE = read_brief(resources() / "sample" / "sample.brief").brief
NOTE = read_template(built_in_paths()["information-note"])


UNCITED = Choices(citations="none")
"""What stays in a template cites nothing."""


def words(memo: Memo) -> list[tuple[str, str]]:
    return [(type(block).__name__, "".join(run.text for run in block_runs(block))) for block in memo.blocks]


def made(brief: Brief, template: Template, kept: Kept) -> Template:
    text = template_of_memo(brief, template, "Weekly: “mine”", kept)
    assert text_problems(text) == []
    return parse_template(text, "made", "made.md")


@pytest.mark.parametrize("ident", built_in_paths())
def test_the_same_brief_gives_the_same_memo(ident: str) -> None:
    template = read_template(built_in_paths()[ident])
    stay = texts_that_can_stay(SAMPLE, template)
    new = made(SAMPLE, template, Kept(CONSTANT, stay))
    assert new.name == "Weekly: “mine”"
    assert words(build_memo(SAMPLE, new, UNCITED)) == words(build_memo(SAMPLE, template, UNCITED))


def test_values_that_stay_are_what_a_brief_begins_with_and_others_are_empty() -> None:
    new = made(SAMPLE, NOTE, Kept(frozenset({"from"})))
    assert new.front.values == {"from": SAMPLE.header["from"]}
    assert [field.id for field in new.front.header] == [field.id for field in NOTE.front.header]


def test_a_text_that_becomes_a_field_is_its_hint_without_citations() -> None:
    new = made(SAMPLE, NOTE, Kept())
    summary = new.section("summary")
    assert summary is not None
    assert summary.hint.startswith("The Harbour Technology Board has ordered five ports")
    assert "[@" not in summary.hint
    assert len(summary.hint) <= 200
    assert new.section("key_actors") == NOTE.section("key_actors")


def test_a_text_that_stays_is_in_every_memo_and_nobody_is_asked_for_it() -> None:
    brief = changes.set_section(SAMPLE, "background", "Standing {{ words }} and {% tags %}.\n\n- one\n- two [@x1]")
    new = made(brief, NOTE, Kept(texts=frozenset({"background"})))
    assert new.section("background") is None
    other = replace(SAMPLE, sections={"summary": "Another."})
    said = [text for _, text in words(build_memo(other, new))]
    assert "Standing {{ words }} and {% tags %}." in said
    assert said[said.index("one") + 1] == "two"


def test_a_text_that_would_come_out_otherwise_cannot_stay() -> None:
    brief = changes.set_section(SAMPLE, "recommendation", "- Agree.")
    decision = read_template(built_in_paths()["decision-note"])
    assert "recommendation" not in texts_that_can_stay(brief, decision)
    with pytest.raises(UsageError, match="Recommendations"):
        template_of_memo(brief, decision, "x", Kept(texts=frozenset({"recommendation"})))


def test_a_word_document_is_refused() -> None:
    house = replace(NOTE, document=b"PK")
    assert texts_that_can_stay(SAMPLE, house) == frozenset()
    with pytest.raises(UsageError, match="Word document"):
        template_of_memo(SAMPLE, house, "x", Kept())


def test_it_is_kept_among_ones_own() -> None:
    path = save_memo(SAMPLE, NOTE, "Weekly ports", Kept())
    assert path.name == "weekly-ports.md"
    assert read_template(path).name == "Weekly ports"


@given(st.text(st.sampled_from("ab *_-#>|`[]{}%1.\n\\:<&\"'"), max_size=40))
@settings(max_examples=15, deadline=None)
def test_whatever_may_stay_gives_the_same_memo(text: str) -> None:
    brief = changes.set_section(changes.new_brief("b", "Ports", "2026-11-22T09:30:00Z"), "issue", text)
    if "issue" in texts_that_can_stay(brief, NOTE):
        new = made(brief, NOTE, Kept(texts=frozenset({"issue"})))
        assert words(build_memo(brief, new)) == words(build_memo(brief, NOTE))
