"""A memo with one of everything, for the tests of the writers."""

from __future__ import annotations

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
    Table,
)


def rich_memo() -> Memo:
    """Every kind of block and run, text that looks like markup, notes cited twice, out of order and not at all."""
    return Memo(_facts(), _blocks(), _notes())


def memo_of(*blocks: Block, notes: tuple[Note, ...] = ()) -> Memo:
    return Memo(Facts(title="A memo"), blocks, notes)


def _facts() -> Facts:
    return Facts(
        title='Ferries: "46 million" & <more>',
        author="Ana Ruiz \\ Desk 4",
        marking="OFFICIAL-SENSITIVE",
        reference="MF/2026/118",
        keywords="ferries, inquiry",
        properties={
            "to": "Director-General",
            "date": "2026-11-22",
            "subject": "Ferries: what is known\nand what is not",
            "no": "a key that YAML would take for false",
            "critical_date": "",
        },
    )


def _blocks() -> tuple[Block, ...]:
    return (
        Heading(1, (Run("Meridian ferries"),)),
        Field("To", (Run("Director-General"),)),
        Field("Copies", (Run("Legal <legal@example.org>\nPress office"),)),
        Heading(2, (Run("1. Summary for C#"),)),
        Paragraph(
            (
                Run("The Board ordered an inquiry.", entry="x1"),
                Run(note=2, entry="x1"),
                Run(" It costs "),
                Run("46 million ", bold=True, entry="p1"),
                Run("at least", bold=True, italic=True),
                Run(", "),
                Run("AT&T <b>", italic=True),
                Run(" said.", entry="p1"),
                Run(note=1, entry="p1"),
                Run(note=2),
                Run(" See "),
                Run("the report (draft)", link="https://example.org/a_(b)?x=1&y=2"),
                Run(" or https://example.org/~desk/_plan_ now!"),
            )
        ),
        Paragraph(
            (Run("1. Not a list\n- nor this\n# nor a heading, {{ 7*7 }}, $5, @desk, a_b, x^2^, ~no~ | *not*"),)
        ),
        Paragraph((Run("Signed", bold=True), Run("\nA. Ruiz")), style="signature"),
        Heading(2, (Run("Key points"),)),
        ListItem((Run("First point"), Run(note=1)), 1),
        ListItem((Run("under it, first"),), 2, ordered=True, level=1),
        ListItem((Run("under it, second\nin two lines"),), 2, ordered=True, level=1),
        ListItem((Run("and a further paragraph"),), 2, ordered=True, level=1, first=False),
        ListItem((Run("Second point"),), 1),
        ListItem((Run("Another list"),), 3),
        ListItem((Run("One"),), 4, ordered=True),
        ListItem((Run("Two"),), 4, ordered=True),
        Quotation((Run("We will not wait."), Run(note=4))),
        Quotation((Run("Not a day."),)),
        ListItem((Run("Three goes on counting"),), 4, ordered=True),
        Table(
            header=((Run("Actor"),), (Run("Role | stance"),), (Run("Cost"),)),
            rows=(
                ((Run("Meridian", entry="a1"), Run(note=2)), (Run("operator\nand owner"),), (Run("46"),)),
                ((Run("`Board`"),), (Run("a|b", code=True),), ()),
            ),
            alignments=("left", "", "right"),
        ),
        Heading(2, (Run("Recommendations"),)),
        Numbered((Run("Agree to wait."),), "1."),
        ListItem((Run("until May"),), 5),
        Numbered((Run("Not to pay."), Run(note=1)), "1.1", 1),
        Numbered((Run("☐\u00a0Agreed\u2003☐\u00a0Not agreed"),), "", 1, "ticks"),
        Paragraph((Run("How likely"),), "box-heading"),
        Paragraph((Run("Remote chance: up to 5%."),), "box"),
        ListItem((Run("in a box"),), 6, style="box"),
        Paragraph((Run("Wait."),), "bottom-line"),
        Paragraph((Run("Why wait?"),), "question"),
        Paragraph((Run("Director-General"),), "signature"),
        Paragraph((Run("Date"),), "signature"),
        PageBreak(),
        Heading(3, (Run("Annex"),)),
        Code("if x < 1:\n```\n    stop()\n"),
        Paragraph((Run("Run "), Run("a `tick`", code=True), Run(" here."))),
        Rule(),
        Paragraph((Run("Table: not a caption; +44 20 7946 is a number."),)),
    )


def _notes() -> tuple[Note, ...]:
    return (
        Note(
            ((Run("Meridian Courier", italic=True), Run(", para. 5:")), (Run("“It costs 46 million.”"),)),
            (Run("Meridian Courier", italic=True), Run(", para. 5")),
        ),
        Note(((Run("Harbour Post, para. 2: [sic] “The Board\nordered it”"),),), (Run("Harbour Post, para. 2"),)),
        Note(((Run("Cited nowhere"),),)),
        Note(((Run("Courier, https://example.org/story"),),)),
    )
