"""What a draft says beside the memo."""

from __future__ import annotations

import time
from pathlib import Path

from msgspec.structs import replace
from template_samples import BRIEF, template

from briefer.export import output_of
from briefer.memo.blocks import Paragraph, Run, block_runs
from briefer.memo.remarks import Remarks
from briefer.model.brief import Brief
from briefer.outlook import outlook
from briefer.review.remarks import MOST, UNSUPPORTED, remarks
from briefer.reviewing import form_of, remarks_of
from briefer.templates.build import Choices
from briefer.templates.template import Template
from briefer.wanted import Wanted

ALONE = template("{{ sections.taken }}")


def said(brief: Brief, made: Template = ALONE, **choices: object) -> list[tuple[str, str]]:
    """The words of the memo that are remarked on, and what is said of them."""
    wanted = Wanted(brief, made, Choices(draft=True, **choices))
    texts = ["".join(run.text for run in block_runs(block)) for block in wanted.memo.blocks]
    return [(texts[each.block][each.start : each.end], each.text) for each in remarks_of(wanted).made]


def with_words(words: str) -> Brief:
    return replace(BRIEF, sections={"taken": words})


def test_a_sentence_that_nothing_supports_is_remarked_on() -> None:
    brief = with_words(
        "It **ordered** it. [@x1] Ports *will* close. “Soon,” he said.\n\nMine. [@own]\n\n- An [item](https://a.b/c)\n"
    )
    assert said(brief) == [(words, UNSUPPORTED) for words in ("Ports will close.", "“Soon,” he said.", "An item")]


def test_a_row_of_a_table_is_found_too() -> None:
    brief = with_words("| Who | What |\n| --- | --- |\n| Ana | left [@x1] |\n| Ben | stayed |\n")
    assert said(brief) == [("Benstayed", UNSUPPORTED)]


def test_the_same_sentence_twice_is_remarked_on_twice_but_not_where_it_is_cited() -> None:
    brief = with_words("It closed. [@x1]\n\nIt closed.\n\nIt closed.")
    assert said(brief) == [("It closed.", UNSUPPORTED)] * 2
    for citations in ("inline", "endlist", "none"):
        assert len(said(brief, citations=citations)) == 2


def test_a_section_that_is_not_in_the_memo_gets_no_remark() -> None:
    assert said(with_words("Nothing supports it."), template("{{ sections.live }}")) == []


def test_findings_stand_where_they_belong() -> None:
    brief = replace(with_words("It is so. [@x9]\n"), actors=(replace(BRIEF.actors[0], evidence=()),))
    found = dict(said(brief, template("# Ports\n\n{{ sections.taken }}\n\nBy {{ actors[0].name }}.")))
    assert found["[@x9]"].startswith("[@x9] cites an entry that there is not. Cite another")
    assert found["Harbour Technology Board"].endswith(
        "has no evidence. Select the words in the source and add them to it."
    )
    assert all(text.endswith(".") for text in found.values())


def test_limits_are_told_at_the_head_of_what_is_too_long() -> None:
    made = replace(ALONE, front=replace(ALONE.front, limit=replace(ALONE.front.limit, words=1)))
    assert form_of(made).words == 1
    (first, *_) = said(with_words("Three words here. [@own]"), made)
    assert first[0] == "Three words here."
    assert first[1].startswith("The memo has 3 words")


def test_a_final_memo_has_no_remarks_and_a_draft_may_go_without() -> None:
    brief = with_words("Nothing supports it.")
    assert remarks_of(Wanted(brief, ALONE)) == Remarks()
    assert said(brief, comments=False) == []


def test_what_is_too_much_for_anybody_to_read_has_no_comment_and_that_is_told() -> None:
    brief, choices = (
        with_words(" ".join(f"It closed {number} times." for number in range(MOST + 3))),
        Choices(draft=True),
    )
    found = remarks_of(Wanted(brief, ALONE, choices))
    assert sum(each.text == UNSUPPORTED for each in found.made) == MOST
    assert found.too_many >= 3
    (told,) = output_of(brief, ALONE, Path("memo.docx"), choices).findings
    assert told.message.endswith(f"as anybody reads, and {found.too_many} more have none")
    assert any(each.finding == told for each in outlook(brief, ALONE, choices).advice)
    assert output_of(brief, ALONE, Path("memo.docx")).findings == ()


def test_words_that_come_again_without_end_are_found_in_the_time_of_their_length() -> None:
    memo = Wanted(with_words("x"), ALONE).memo
    words = Paragraph((Run("1. " * 30_000),))
    began = time.process_time()
    assert len(remarks(with_words("1. " * 30_000), replace(memo, blocks=(words,)), ()).made) == MOST
    assert time.process_time() - began < 5
