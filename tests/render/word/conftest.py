"""What the tests of the Word writer share: parts of a memo made of blocks, and one rich memo."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from briefer.memo.blocks import (
    Block,
    Code,
    Facts,
    Field,
    Heading,
    ListItem,
    Memo,
    Note,
    Numbered,
    PageBreak,
    Paragraph,
    Quotation,
    Rule,
    Run,
    Runs,
    Table,
)
from briefer.render.word.writer import memo_parts

Body = Callable[..., str]


@pytest.fixture
def body() -> Body:
    """The XML between ``<w:body>`` and the section, for blocks and notes."""

    def make(*blocks: Block, notes: tuple[Note, ...] = ()) -> str:
        document = memo_parts(Memo(Facts(title="Test"), blocks, notes))["word/document.xml"]
        return re.search(r"<w:body>(.*)<w:sectPr", document, re.DOTALL)[1]

    return make


def words(text: str, *notes: int) -> Runs:
    return (Run(text), *(Run(note=number) for number in notes))


@pytest.fixture
def rich_memo() -> Memo:
    """A memo with every kind of block and run."""
    blocks: tuple[Block, ...] = (
        Paragraph(words("Information note"), "kicker"),
        Heading(1, words("Remote modems in port cranes")),
        Field("To", words("Director-General, Trade")),
        Field("Ref", words("TRD-26/118")),
        Heading(2, words("Summary")),
        Paragraph(
            (
                Run("The Board has "),
                Run("ordered", entry="x1"),
                Run(" five ports to act.", entry="x1"),
                Run(note=2),
                Run(" The maker "),
                Run("Calder & Lift <Systems>", bold=True),
                Run(" could reach "),
                Run("controllers", italic=True),
                Run(" by "),
                Run("modem --list", code=True),
                Run("."),
                Run(note=2),
                Run(note=1),
            )
        ),
        Paragraph(
            (Run("See the "), Run("order", bold=True, link="https://board.example/26 118#a"), Run(" of the Board."))
        ),
        Heading(4, words("A level left out")),
        ListItem(words("First"), 1, ordered=True),
        ListItem(words("more of the first"), 1, ordered=True, first=False),
        ListItem(words("nested"), 1, level=1),
        ListItem(words("Second"), 1, ordered=True),
        ListItem(words("Another list"), 2, ordered=True),
        ListItem(words("bullet"), 3),
        Quotation(words("“We are closing a door.”")),
        Heading(2, words("Actors")),
        Table(
            (words("Actor"), words("What they did"), words("Cost")),
            (
                (words("Board"), words("Ordered modems off 214 cranes", 2), words("12.5")),
                (words("Calder Lift Systems"), words("Offered three years of logs"), words("46")),
            ),
            ("", "left", "right"),
        ),
        Paragraph(words("After the table.")),
        Code("if x:\n\treturn 1\n"),
        Rule(),
        PageBreak(),
        Paragraph(words("שלום, אמר Calder ב־26 בנובמבר")),
        Paragraph(words("line\nbreak\tand tab")),
        Paragraph(words("Hanne Lovell"), "signature"),
        Heading(2, words("Recommendations")),
        Numbered(words("Agree to wait."), "1."),
        ListItem(words("until May"), 4),
        Numbered(words("Not to pay."), "1.1", 1),
        Numbered(words("☐\u00a0Agreed\u2003☐\u00a0Not agreed"), "", 1, "ticks"),
        Paragraph(words("How likely"), "box-heading"),
        Paragraph(words("Remote chance: up to 5%."), "box"),
        ListItem(words("in a box"), 5, style="box"),
        ListItem(words("and more"), 5, first=False, style="box"),
        Paragraph(words("Wait."), "bottom-line"),
        Paragraph(words("Why wait?"), "question"),
    )
    notes = (
        Note((words("Statement, para. 3."), words("A second paragraph."))),
        Note(((Run("Courier", italic=True), Run(", para. 1: "), Run("online", link="https://courier.example/1")),)),
        Note((words("Nobody refers to this one."),)),
    )
    facts = Facts(
        title="Remote modems in port cranes",
        author="Ports & Supply Desk",
        marking="OFFICIAL",
        reference="TRD-26/118",
        keywords="ports, cranes",
        created="2026-11-13T09:00:00Z",
        modified="2026-11-22T10:00:00Z",
    )
    return Memo(facts, blocks, notes)
