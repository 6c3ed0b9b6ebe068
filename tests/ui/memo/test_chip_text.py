from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.text.citations import citation_spans
from briefer.ui.memo.chip_text import OBJECT, ChipText, change_between

PIECES = ("[@x1]", "[@x1; @q2]", "[@own]", "[@", "]", "\\", "`", "```\n", "~~~", "\n", "\n\n", "word", " ", "😀", "\u00a0", OBJECT, "a\u0301", "x1")  # fmt: skip
markdowns = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_a_citation_is_one_character() -> None:
    text = ChipText.of("It did. [@x1] So. [@q2; @k3]")
    assert text.shown == f"It did. {OBJECT} So. {OBJECT}"
    assert text.to_qt(8) == 8
    assert text.to_qt(10) == 8  # inside the mark
    assert text.to_qt(13) == 9
    assert text.to_text(9) == 13
    assert text.mark_at(8) == "[@x1]"
    assert text.mark_at(9) == ""
    assert text.mark_at(14) == "[@q2; @k3]"


def test_citations_in_code_are_text() -> None:
    assert ChipText.of("`[@x1]` \\[@x2]").shown == "`[@x1]` \\[@x2]"


def test_units_are_counted_where_characters_take_two() -> None:
    text = ChipText.of("😀[@x1]😀")
    assert [text.to_qt(at) for at in (0, 1, 6, 7)] == [0, 2, 3, 5]
    assert [text.to_text(at) for at in (0, 2, 3, 5)] == [0, 1, 6, 7]


@given(markdowns)
def test_what_is_shown_reads_back_as_the_same_markdown(markdown: str) -> None:
    text = ChipText.of(markdown)
    pieces = text.pieces(0, len(markdown))
    places, at = [], 0
    for piece, mark in pieces:
        if mark is not None:
            places.append((at, mark))
        at += len(piece)
    read = ChipText.read("".join(piece for piece, _ in pieces), places)
    assert (read.markdown, read.chips) == (markdown, citation_spans(markdown))
    assert read.shown == text.shown


@given(markdowns)
def test_every_place_of_the_caret_goes_there_and_back(markdown: str) -> None:
    text = ChipText.of(markdown)
    inside = {at for start, end in text.chips for at in range(start + 1, end)}
    for at in range(len(markdown) + 1):
        if at not in inside:
            assert text.to_text(text.to_qt(at)) == at
            assert text.to_qt(at) == units(ChipText(markdown[:at], [c for c in text.chips if c[1] <= at]).shown)
    order = [text.to_qt(at) for at in range(len(markdown) + 1)]
    assert order == sorted(order)
    assert order[-1] == units(text.shown)


@given(markdowns, markdowns)
def test_a_change_makes_one_text_of_the_other_and_parts_no_chip(one: str, other: str) -> None:
    old, new = ChipText.of(one), ChipText.of(other)
    change = change_between(old, new)
    if change is None:
        assert one == other
        return
    assert one[: change.start] + other[change.start : change.new_end] + one[change.old_end :] == other
    for at, chips in ((change.start, old.chips), (change.old_end, old.chips), (change.start, new.chips), (change.new_end, new.chips)):  # fmt: skip
        assert not any(start < at < end for start, end in chips)
    longer = len(other) - len(one)
    outside = [c for c in old.chips if c[1] <= change.start] + [
        (start + longer, end + longer) for start, end in old.chips if start >= change.old_end
    ]
    assert outside == [c for c in new.chips if c[1] <= change.start or c[0] >= change.new_end]


@given(markdowns, st.data())
def test_chips_that_come_and_go_change_no_more_than_themselves(markdown: str, data: st.DataObject) -> None:
    new = ChipText.of(markdown)
    kept = [chip for chip in new.chips if data.draw(st.booleans())]
    change = change_between(ChipText(markdown, kept), new)
    lost = [chip for chip in new.chips if chip not in kept]
    assert change == ((lost[0][0], lost[-1][1], lost[-1][1]) if lost else None)
