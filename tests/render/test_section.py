"""Blocks become a section that reads as the same blocks again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.memo.blocks import Block, Code, ListItem, PageBreak, Paragraph, Quotation, Run, Runs, Table
from briefer.memo.markdown import read_prose
from briefer.memo.plain import plain_text
from briefer.memo.runs import joined
from briefer.render.section import section_markdown

NOTES = {"a1": (1,), "x1": (2, 3), "q1": (4,)}
ENTRIES = {note: entry for entry, notes in NOTES.items() for note in notes}


def cite(references: list[Run]) -> str:
    return "".join(dict.fromkeys(f"[@{ENTRIES[run.note]}]" for run in references))


def written(*blocks: Block) -> str:
    return section_markdown(blocks, cite)


def read(markdown: str) -> tuple[Block, ...]:
    return read_prose(markdown, NOTES.get)


def cited(words: str, entry: str) -> Runs:
    return (Run(words), *(Run(note=note, entry=entry) for note in NOTES[entry]))


TABLE = Table(
    ((Run("Actor"),), (Run("Role | stance"),), ()),
    (
        (cited("Board", "a1"), (), (*cited("Ordered it.", "x1"), Run(" And more."), *cited("", "q1")[1:])),
        (
            (Run("C*o & 5 < 6"),),
            (Run("said", bold=True), Run(" "), Run("a_b_", italic=True)),
            (Run("[@x1] is typed"),),
        ),
    ),
    ("", "", ""),
)


@pytest.mark.parametrize(
    "blocks",
    [
        (TABLE,),
        (TABLE, ListItem(cited("An item.", "x1"), 1), ListItem((Run("Another"),), 1)),
        (ListItem((Run("One"),), 1, ordered=True), ListItem((Run("under"),), 2, level=1), ListItem((Run("Two"),), 1, ordered=True)),
        (ListItem((Run("One"),), 1), ListItem((Run("goes on"),), 1, first=False), ListItem((Run("Two"),), 1)),
        (Paragraph(cited("Costs US$ 46 million @ 5 {a} ^b", "q1")), Quotation((Run("We wait."),))),
        (Paragraph((Run("1. No list\n- nor this\n# nor a heading"),)),),
        (Code("x = `$5`\n-   y \\$"), Paragraph((Run("a \\$ `b` "), Run(r"\$", code=True)))),
    ],
    ids=["table", "table and list", "nested", "item of two paragraphs", "signs", "lines", "code"],
)  # fmt: skip
def test_a_section_reads_as_the_blocks_it_was_made_of(blocks: tuple[Block, ...]) -> None:
    assert read(written(*blocks)) == blocks


def test_a_section_is_written_as_people_write() -> None:
    assert written(ListItem(cited("US$ 5 {m} @ 3", "x1"), 1), ListItem((Run("under"),), 2, level=1)) == (
        "- US$ 5 {m} @ 3 [@x1]\n    - under"
    )
    assert written(TABLE).splitlines()[2] == "| Board [@a1] |  | Ordered it. [@x1] And more. [@q1] |"


def test_what_a_section_has_no_form_for_goes_and_the_words_stay() -> None:
    blocks = (
        PageBreak(),
        Paragraph((Run("Signed"),), style="signature"),
        ListItem((Run("a"),), 1),
        ListItem((Run("b"),), 2),
    )
    assert read(written(*blocks)) == (Paragraph((Run("Signed"),)), ListItem((Run("a"),), 1), ListItem((Run("b"),), 1))
    assert written() == ""


TEXT = st.text(st.sampled_from("ab Z.,*_`[]()<>|$\\-#1@é"), min_size=1, max_size=12)
RUNS = st.lists(
    st.builds(Run, text=TEXT, bold=st.booleans(), italic=st.booleans())
    | st.sampled_from([Run(note=1, entry="a1"), Run(note=4, entry="q1")]),
    max_size=4,
).map(joined)  # fmt: skip


@given(st.lists(st.tuples(RUNS, RUNS), max_size=3))
def test_a_table_keeps_its_words_and_notes_whatever_they_are(rows: list[tuple[Runs, Runs]]) -> None:
    filled = tuple(row for row in rows if any(row))
    table = Table(((Run("A"),), (Run("B"),)), filled)
    (again,) = read(written(table))
    assert plain_text(again).replace(" ", "") == plain_text(table).replace(" ", "")
    assert _notes(again) == _notes(table)


def _notes(block: Block) -> list[tuple[int, ...]]:
    assert isinstance(block, Table)
    cells = [cell for row in block.rows for cell in row]
    return [tuple(dict.fromkeys(run.note for run in cell if run.note)) for cell in cells]
