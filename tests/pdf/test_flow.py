from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.pdf.flow import SEPARATOR, Item, Page, flow

HEIGHT = 1000.0


class Block:
    """A piece of so many lines, 100 high each unless told."""

    def __init__(
        self, lines: int = 1, *, line: float = 100, notes: dict[int, tuple[int, ...]] | None = None,
        together: bool = False,
    ) -> None:  # fmt: skip
        self.cuts = [line * number for number in range(lines + 1)]
        self.notes = notes or {}
        self.together = together


def laid(items: Sequence[Item], notes: Sequence[Block] = (), height: float = HEIGHT) -> list[Page]:
    return list(flow(items, lambda number: notes[number - 1], height))


def spans(pages: Sequence[Page]) -> list[list[tuple[int, int, int]]]:
    """For each page its parts: item, from cut, to cut."""
    return [[(part.number, part.first, part.last) for part in page.body] for page in pages]


def test_no_pieces_make_one_empty_page() -> None:
    assert laid([]) == [Page([], [], 0)]


def test_a_full_page_ends_between_pieces() -> None:
    pages = laid([Item(Block(2)) for _ in range(6)])
    assert spans(pages) == [[(n, 0, 2) for n in range(5)], [(5, 0, 2)]]


def test_room_above_a_piece_falls_away_at_the_top_of_a_page() -> None:
    pages = laid([Item(Block(9)), Item(Block(2), before=50)])
    assert [part.y for page in pages for part in page.body] == [0, 0]


def test_room_above_a_piece_stays_after_a_page_break() -> None:
    pages = laid([Item(Block(9)), Item(Block(2), before=50, new_page=True)])
    assert pages[1].body[0].y == 50


def test_room_above_the_first_piece_of_all_stays() -> None:
    assert laid([Item(Block(), before=50)])[0].body[0].y == 50


def test_the_first_two_and_the_last_two_lines_of_a_paragraph_stay_together() -> None:
    assert spans(laid([Item(Block(9)), Item(Block(4))])) == [[(0, 0, 9)], [(1, 0, 4)]]
    assert spans(laid([Item(Block(7)), Item(Block(4))])) == [[(0, 0, 7), (1, 0, 2)], [(1, 2, 4)]]
    assert spans(laid([Item(Block(8)), Item(Block(3))])) == [[(0, 0, 8)], [(1, 0, 3)]]


def test_a_piece_longer_than_a_page_goes_on() -> None:
    assert spans(laid([Item(Block(25))])) == [[(0, 0, 10)], [(0, 10, 20)], [(0, 20, 25)]]
    assert spans(laid([Item(Block(25, together=True))])) == [[(0, 0, 10)], [(0, 10, 20)], [(0, 20, 25)]]


def test_a_heading_goes_with_what_follows_it() -> None:
    items = [Item(Block(8)), Item(Block(1), keep=True), Item(Block(4, together=True))]
    assert spans(laid(items)) == [[(0, 0, 8)], [(1, 0, 1), (2, 0, 4)]]


def test_headings_without_end_do_not_stop_the_pages() -> None:
    assert [len(page) for page in spans(laid([Item(Block(), keep=True) for _ in range(25)]))] == [10, 10, 5]


def test_a_page_break_ends_the_page_but_never_an_empty_one() -> None:
    assert spans(laid([Item(Block(), new_page=True), Item(Block(), new_page=True)])) == [[(0, 0, 1)], [(1, 0, 1)]]


def test_a_table_that_goes_on_repeats_its_head() -> None:
    head = Block()
    rows = [Item(head, keep=True), *(Item(Block(), head=head) for _ in range(11))]
    pages = laid(rows)
    assert spans(pages)[1] == [(-1, 0, 1), (10, 0, 1), (11, 0, 1)]
    assert [part.y for part in pages[1].body] == [0, 100, 200]


def test_a_head_is_not_repeated_where_carried_notes_leave_no_room_for_it() -> None:
    items = [Item(Block(notes={0: (1, 2)})), Item(Block(2), head=Block(3), new_page=True)]
    pages = laid(items, [Block(14, line=70), Block(14, line=70)])
    assert spans(pages)[1][0][0] == 1
    assert pages[1].used <= HEIGHT


def test_the_room_above_what_begins_a_page_counts_when_its_head_is_repeated() -> None:
    items = [Item(Block(notes={0: (1,)})), Item(Block(), 50, new_page=True, head=Block(3))]
    pages = laid(items, [Block(14, line=70)])  # carried over, the note leaves room for head and line alone
    assert spans(pages)[1] == [(1, 0, 1)]
    assert pages[1].used <= HEIGHT


def test_a_head_alone_at_the_end_of_a_page_goes_with_its_first_row() -> None:
    head = Block()
    pages = laid([Item(Block(9)), Item(head, keep=True), Item(Block(), head=head)])
    assert spans(pages) == [[(0, 0, 9)], [(1, 0, 1), (2, 0, 1)]]


def test_notes_stand_at_the_foot_of_the_page_that_cites_them() -> None:
    notes = [Block(line=30), Block(line=40)]
    pages = laid([Item(Block(5)), Item(Block(notes={0: (1, 2)})), Item(Block(3, notes={1: (1,)}))], notes)
    assert [[part.number for part in page.foot] for page in pages] == [[1, 2], []]
    assert [part.y for part in pages[0].foot] == [HEIGHT - 70, HEIGHT - 40]
    assert pages[0].used == 600 + SEPARATOR + 70


def test_a_line_whose_note_does_not_fit_takes_it_to_the_next_page() -> None:
    pages = laid([Item(Block(8)), Item(Block(notes={0: (1,)}))], [Block(2)])
    assert [[part.number for part in page.foot] for page in pages] == [[], [1]]


def test_a_note_that_goes_back_with_its_line_is_placed_once() -> None:
    heading = Item(Block(notes={0: (1,)}), keep=True)
    pages = laid([Item(Block(6)), heading, Item(Block(3, together=True))], [Block(line=20)])
    assert spans(pages) == [[(0, 0, 6)], [(1, 0, 1), (2, 0, 3)]]
    assert [[part.number for part in page.foot] for page in pages] == [[], [1]]


def test_a_note_longer_than_the_page_goes_on_at_the_foot_of_the_next() -> None:
    pages = laid([Item(Block(notes={0: (1, 2)})), Item(Block())], [Block(12), Block()])
    feet = [[(part.number, part.first, part.last) for part in page.foot] for page in pages]
    assert feet[0] == [(1, 0, 6)]
    assert [last for page in feet for number, _, last in page if number == 1][-1] == 12
    assert [number for page in feet for number, _, _ in page][-1] == 2


@st.composite
def memos(draw: st.DrawFn, longest_note: int = 14) -> tuple[list[Item], list[Block]]:
    notes = [Block(draw(st.integers(1, longest_note)), line=70) for _ in range(draw(st.integers(0, 4)))]
    items, head = [], None
    for at in range(draw(st.integers(0, 14))):
        lines = draw(st.integers(1, 14))
        cited = st.lists(st.integers(1, len(notes)), max_size=2).map(tuple) if notes else st.just(())
        piece = Block(
            lines, notes=draw(st.dictionaries(st.integers(0, lines - 1), cited, max_size=2)),
            together=draw(st.booleans()),
        )  # fmt: skip
        items.append(
            Item(piece, draw(st.sampled_from([0, 50])), not draw(st.integers(0, 5)), draw(st.booleans()), head, at)
        )
        head = draw(st.sampled_from([None, piece]))
    return items, notes


@settings(max_examples=60, deadline=None)
@given(memos())
def test_everything_stands_once_in_order_and_on_its_page(memo: tuple[list[Item], list[Block]]) -> None:
    items, notes = memo
    pages = laid(items, notes)
    parts = [part for page in pages for part in page.body if part.number >= 0]
    lines = [(part.number, line) for part in parts for line in range(part.first, part.last)]
    assert lines == [(at, line) for at, item in enumerate(items) for line in range(len(item.piece.cuts) - 1)]
    feet = [(part.number, line) for page in pages for part in page.foot for line in range(part.first, part.last)]
    cited = {number for item in items for numbers in item.piece.notes.values() for number in numbers}
    assert sorted(feet) == [(n, line) for n in sorted(cited) for line in range(len(notes[n - 1].cuts) - 1)]
    for page in pages:
        bottom = 0.0
        for part in page.body:
            assert part.y >= bottom
            bottom = part.y + part.height
        assert bottom <= (page.foot[0].y - SEPARATOR if page.foot else HEIGHT) + 1e-6
        assert not page.foot or page.foot[-1].y + page.foot[-1].height <= HEIGHT + 1e-6


@settings(max_examples=60, deadline=None)
@given(memos(longest_note=2))
def test_short_notes_stand_on_the_page_that_cites_them_first(memo: tuple[list[Item], list[Block]]) -> None:
    items, notes = memo
    known: set[int] = set()
    for page in laid(items, notes):
        cited = {
            number for part in page.body if part.number >= 0 for line in range(part.first, part.last)
            for number in items[part.number].piece.notes.get(line, ())
        }  # fmt: skip
        assert {part.number for part in page.foot} == cited - known
        known |= cited
