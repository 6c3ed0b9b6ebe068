from briefer.memo.blocks import Heading, PageBreak, Paragraph, Rule, Run, Table
from briefer.memo.prune import prune

TITLE, PART, SUB, WORDS = (
    Heading(1, (Run("T"),)),
    Heading(2, (Run("P"),)),
    Heading(3, (Run("S"),)),
    Paragraph((Run("w"),)),
)
EMPTY_TABLE = Table(((Run("A"),),), ())


def test_a_heading_with_nothing_under_it_goes() -> None:
    assert prune([TITLE, PART, PART, WORDS]) == (TITLE, PART, WORDS)


def test_a_table_without_rows_goes_and_its_heading_with_it() -> None:
    assert prune([TITLE, PART, EMPTY_TABLE, PART, WORDS]) == (TITLE, PART, WORDS)


def test_what_becomes_empty_goes_too() -> None:
    assert prune([TITLE, PART, SUB, EMPTY_TABLE, PART, WORDS]) == (TITLE, PART, WORDS)


def test_a_heading_above_a_lower_one_with_text_stays() -> None:
    assert prune([TITLE, PART, SUB, WORDS]) == (TITLE, PART, SUB, WORDS)


def test_the_title_stays_alone() -> None:
    assert prune([TITLE, PART]) == (TITLE,)


def test_rules_and_page_breaks_are_nothing() -> None:
    assert prune([TITLE, WORDS, PART, Rule(), PageBreak()]) == (TITLE, WORDS)
    assert prune([WORDS, Rule(), Rule(), WORDS]) == (WORDS, Rule(), WORDS)
