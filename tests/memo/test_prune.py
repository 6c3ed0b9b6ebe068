from itertools import takewhile

from hypothesis import given
from hypothesis import strategies as st

from briefer.memo.blocks import Block, Code, Heading, PageBreak, Paragraph, Rule, Run, Table
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


def _blocks() -> st.SearchStrategy[list[Block]]:
    some = [TITLE, PART, SUB, Heading(4, (Run("D"),)), WORDS, EMPTY_TABLE, Rule(), PageBreak(), Code("c")]
    return st.lists(st.sampled_from([*some, Table(((Run("A"),),), (((Run("x"),),),))]), max_size=14)


@given(_blocks())
def test_pruned_once_is_pruned_for_good(blocks: list[Block]) -> None:
    assert prune(prune(blocks)) == prune(blocks)


@given(_blocks())
def test_nothing_with_words_goes_and_no_empty_part_stays(blocks: list[Block]) -> None:
    empty = (Heading, Rule, PageBreak)
    full = [block for block in blocks if not isinstance(block, empty) and block != EMPTY_TABLE]
    kept = prune(blocks)
    assert [block for block in kept if not isinstance(block, empty)] == full
    for index, block in enumerate(kept):
        if isinstance(block, Heading) and block.level > 1:
            below = list(
                takewhile(lambda b, top=block.level: not isinstance(b, Heading) or b.level > top, kept[index + 1 :])
            )
            assert any(not isinstance(b, empty) for b in below)
    assert not kept or not isinstance(kept[-1], Rule | PageBreak)
