"""The citation switch, mode by mode."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from memo_samples import memo_of, rich_memo

from briefer.memo.blocks import (
    Block,
    Citations,
    Code,
    Heading,
    ListItem,
    Note,
    Paragraph,
    Quotation,
    Rule,
    Run,
    Table,
    block_runs,
)
from briefer.memo.citations import cite_as, saying_something
from briefer.memo.plain import plain_text

NOTES = (
    Note(((Run("Courier, para. 5: “It costs.”"),),), (Run("Courier", italic=True), Run(", para. 5"))),
    Note(((Run("Post, para. 2"),), (Run("more"),)), (Run("Post, para. 2"),)),
    Note(((Run("Gazette"),),)),
    Note(()),
)
MODES: tuple[Citations, ...] = ("footnotes", "inline", "endlist", "none")


def cited(text: str, mode: Citations) -> str:
    """``text``, in which ``^1`` refers to note 1, as it reads in ``mode``."""
    runs = []
    for index, part in enumerate(text.split("^")):
        if index:
            runs.append(Run(note=int(part[0])))
        runs.append(Run(part[1:] if index else part))
    memo = cite_as(memo_of(Paragraph(tuple(runs)), notes=NOTES), mode)
    return "".join(f"^{run.note}" if run.note else run.text for run in block_runs(memo.blocks[0]))


CASES = [
    # as written, inline, end list, none
    ("It costs.^1", "It costs (Courier, para. 5).", "It costs [1].", "It costs."),
    ("It costs.^1 So.", "It costs (Courier, para. 5). So.", "It costs [1]. So.", "It costs. So."),
    ("It costs^1.", "It costs (Courier, para. 5).", "It costs [1].", "It costs."),
    ("It costs. ^1 So.", "It costs (Courier, para. 5). So.", "It costs [1]. So.", "It costs. So."),
    ("It ^1 costs", "It (Courier, para. 5) costs", "It [1] costs", "It costs"),
    ("It ^1.", "It (Courier, para. 5).", "It [1].", "It."),
    ("If so,^2 it costs", "If so (Post, para. 2), it costs", "If so [1], it costs", "If so, it costs"),
    ("One.^2^1 ", "One (Post, para. 2; Courier, para. 5). ", "One [1, 2]. ", "One. "),
    ("One.^2 ^2 ^3", "One (Post, para. 2; Gazette).", "One [1, 2].", "One."),
    ("Costs?^1", "Costs? (Courier, para. 5)", "Costs? [1]", "Costs?"),
    ("“It costs.”^1", "“It costs.” (Courier, para. 5)", "“It costs.” [1]", "“It costs.”"),
    ("Wait...^1 No", "Wait... (Courier, para. 5) No", "Wait... [1] No", "Wait... No"),
    ("In the U.S.^1 it", "In the U.S. (Courier, para. 5) it", "In the U.S. [1] it", "In the U.S. it"),
    ("One.^1Two", "One (Courier, para. 5). Two", "One [1]. Two", "One.Two"),
    ("^1", "(Courier, para. 5)", "[1]", ""),
    ("^1 Then", "(Courier, para. 5) Then", "[1] Then", " Then"),
    ("Void.^4", "Void.", "Void [1].", "Void."),
    ("No reference. ", "No reference. ", "No reference. ", "No reference. "),
]


@pytest.mark.parametrize(("text", "inline", "endlist", "none"), CASES)
def test_a_reference_reads_as_the_mode_asks(text: str, inline: str, endlist: str, none: str) -> None:
    assert cited(text, "inline") == inline
    assert cited(text, "endlist") == endlist
    assert cited(text, "none") == none


class TestFootnotes:
    def test_are_numbered_by_first_reference_and_unused_ones_go(self) -> None:
        table = Table(((Run(note=3),),), (((Run("x"), Run(note=1)),),))
        memo = cite_as(memo_of(Paragraph((Run("a"), Run(note=2), Run(note=3))), table, notes=NOTES), "footnotes")
        assert [run.note for block in memo.blocks for run in block_runs(block) if run.note] == [1, 2, 2, 3]
        assert memo.notes == (NOTES[1], NOTES[2], NOTES[0])

    def test_stay_as_they_are_the_second_time(self) -> None:
        once = cite_as(rich_memo(), "footnotes")
        assert cite_as(once, "footnotes") == once

    def test_an_unknown_note_is_the_caller_s_error(self) -> None:
        for mode in ("footnotes", "inline", "endlist"):
            with pytest.raises(IndexError):
                cite_as(memo_of(Paragraph((Run(note=9),)), notes=NOTES), mode)


class TestInline:
    def test_keeps_formats_and_knows_the_entry(self) -> None:
        paragraph = Paragraph((Run("Costs", bold=True), Run(".", bold=True), Run(note=1, entry="p1")))
        (found,) = cite_as(memo_of(paragraph, notes=NOTES), "inline").blocks
        assert found == Paragraph(
            (
                Run("Costs", bold=True),
                Run(" "),
                Run("("),
                Run("Courier", italic=True, entry="p1"),
                Run(", para. 5", entry="p1"),
                Run(")"),
                Run(".", bold=True),
            )
        )

    def test_a_stop_at_the_end_of_a_link_leaves_it(self) -> None:
        paragraph = Paragraph((Run("see this.", link="https://a.b"), Run(note=2)))
        (found,) = cite_as(memo_of(paragraph, notes=NOTES), "inline").blocks
        runs = list(block_runs(found))
        assert (runs[0], runs[-1]) == (Run("see this", link="https://a.b"), Run("."))

    def test_works_in_every_block(self) -> None:
        runs = (Run("x"), Run(note=3))
        blocks: list[Block] = [Heading(2, runs), ListItem(runs, 1), Quotation(runs), Table((runs,), ((runs,),))]
        memo = cite_as(memo_of(*blocks, Code("x"), Rule(), notes=NOTES), "inline")
        texts = ["x (Gazette)"] * 3 + ["x (Gazette)\nx (Gazette)", "x", ""]
        assert [plain_text(block) for block in memo.blocks] == texts
        assert memo.notes == ()


class TestEndList:
    def test_lists_the_notes_in_order_of_reference(self) -> None:
        blocks = (ListItem((Run("x"), Run(note=2), Run(note=4)), 7), Paragraph((Run("y"), Run(note=1))))
        memo = cite_as(memo_of(*blocks, notes=NOTES), "endlist", heading="Quellen")
        assert memo.blocks[2:] == (
            Heading(2, (Run("Quellen"),)),
            ListItem((Run("Post, para. 2"),), 8, ordered=True),
            ListItem((Run("more"),), 8, ordered=True, first=False),
            ListItem((), 8, ordered=True),
            ListItem((Run("Courier, para. 5: “It costs.”"),), 8, ordered=True),
        )

    def test_is_left_out_where_nothing_is_cited(self) -> None:
        assert cite_as(memo_of(Rule(), notes=NOTES), "endlist") == memo_of(Rule())


@pytest.mark.parametrize("mode", MODES)
def test_leaves_no_reference_but_in_footnotes(mode: Citations) -> None:
    memo = cite_as(rich_memo(), mode)
    assert any(run.note for block in memo.blocks for run in block_runs(block)) == (mode == "footnotes")
    assert not [block for block in memo.blocks if not isinstance(block, Code) and "  " in plain_text(block)]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.text("ab. ,", min_size=1, max_size=3), st.sampled_from(["^1", "^2"])), max_size=8))
def test_no_word_is_lost_and_no_space_is_doubled(parts: list[str]) -> None:
    text = "".join(parts)
    bare = text.replace("^1", "").replace("^2", "")
    assert "".join(cited(text, "none").split()) == "".join(bare.split())
    letters = cited(text, "inline").replace("Courier, para. 5", "").replace("Post, para. 2", "")
    assert [c for c in letters if c in "ab"] == [c for c in bare if c in "ab"]
    if "  " not in text:
        assert "  " not in cited(text, "inline")


def test_without_citations_nothing_stays_of_a_paragraph_that_is_only_one() -> None:
    bare = (Run(note=1), Run(" "), Run(note=2))
    item = ListItem(bare, 1)
    more = ListItem((Run("more"),), 1, first=False)
    said = Paragraph((Run("Said."), Run(note=1)))
    blocks = (
        said,
        Paragraph(bare),
        Quotation(bare),
        Heading(2, bare),
        item,
        item,
        ListItem(bare, 1, first=False),
        more,
    )
    assert saying_something(blocks, "none") == (said, item, more)
    assert saying_something(blocks, "inline") == blocks
