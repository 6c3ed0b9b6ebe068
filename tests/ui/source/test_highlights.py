from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from briefer.ui.offsets import Offsets
from briefer.ui.source.highlights import Highlight, Spans, described

RANGES = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 15)), max_size=12)


def marked(ranges: list[tuple[int, int]]) -> list[Highlight]:
    return [Highlight(f"x{n}", "action", start, start + length) for n, (start, length) in enumerate(ranges)]


@given(RANGES, st.integers(0, 60), st.integers(1, 20))
def test_between_finds_just_those_that_share_a_character(
    ranges: list[tuple[int, int]], start: int, length: int
) -> None:
    highlights, end = marked(ranges), start + length
    found = [span.of for span in Spans(highlights).between(start, end)]
    assert set(found) == {h for h in highlights if h.start < end and h.end > start}
    assert found == sorted(found, key=lambda h: (h.start, -h.end))


@given(RANGES)
def test_a_shorter_span_lies_above_each_longer_one_that_it_overlaps(ranges: list[tuple[int, int]]) -> None:
    spans = Spans(marked(ranges)).between(0, 100)
    for one in spans:
        below = [o for o in spans if o is not one and o.start < one.end and one.start < o.end]
        longer = [o for o in below if o.end - o.start > one.end - one.start]
        assert all(one.level > o.level for o in longer)
        assert all(one.level != o.level for o in below)
        assert one.level == 0 or any(o.level == one.level - 1 for o in below)


def test_positions_are_those_of_qt() -> None:
    spans = Spans([Highlight("a1", "actor", 2, 4)], Offsets("😀😀ab"))
    (span,) = spans.between(0, 10)
    assert (span.start, span.end) == (4, 6)


def test_at_gives_the_shortest_first() -> None:
    spans = Spans([Highlight("long", "quote", 0, 20), Highlight("short", "actor", 5, 8)])
    assert [span.of.entry_id for span in spans.at(5)] == ["short", "long"]
    assert [span.of.entry_id for span in spans.at(8)] == ["long"]
    assert spans.at(20) == []


def test_a_lost_anchor_is_not_drawn() -> None:
    assert Spans([Highlight("a1", "actor", 3, 3)]).between(0, 10) == []


def test_only_spans_in_view_are_looked_at() -> None:
    chance = random.Random(5)
    starts = [chance.randrange(1_000_000) for _ in range(2000)]
    spans = Spans([Highlight(f"x{n}", "stake", start, start + 100) for n, start in enumerate(starts)])
    seen: list[int] = []

    class Watched(list[int]):
        def __getitem__(self, index):
            seen.append(index)
            return super().__getitem__(index)

    spans._ends = Watched(spans._ends)
    spans.between(500_000, 503_000)
    assert 0 < len(seen) < 60


def test_a_highlight_is_described_by_title_and_kind() -> None:
    assert described(Highlight("x1", "action", 0, 1, "Orders modems off")) == "Orders modems off (action)"
    assert described(Highlight("x1", "action", 0, 1)) == "Action"
