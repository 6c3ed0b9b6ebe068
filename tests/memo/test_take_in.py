from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.memo.blocks import Table
from briefer.memo.markdown import read_prose
from briefer.memo.pieces import Piece, cells, joined, pieces
from briefer.memo.take_in import Part, compared, in_words, news, taken_in

HEAD = "| Level | Stake | By when |\n| --- | --- | --- |"
DELAY = "| High | Insulin late [@k1] | Mid-December |"
LICENCE = "| High | Licence at risk [@k2] | 31 March |"
MAKER = "| Low | One maker [@k5] |  |"


def table(*rows: str) -> str:
    return "\n".join([HEAD, *rows])


def test_what_changed_on_one_side_alone_is_settled() -> None:
    before = table(DELAY, LICENCE, MAKER)
    mine = table(DELAY.replace("Mid-December", "Before Christmas"), LICENCE, MAKER) + "\n\nMine."
    now = table(DELAY, LICENCE, MAKER.replace("Low", "Medium"))
    assert (
        taken_in(before, mine, now)
        == table(DELAY.replace("Mid-December", "Before Christmas"), LICENCE, MAKER.replace("Low", "Medium"))
        + "\n\nMine."
    )
    assert in_words(news(compared(before, mine, now))) == "1 row changed"


def test_a_row_changed_on_both_sides_keeps_my_wording_until_the_other_is_chosen() -> None:
    mine_row, now_row = MAKER.replace("One maker", "A monopoly"), MAKER.replace("Low", "Medium")
    before, mine, now = table(DELAY, MAKER), table(DELAY, mine_row), table(DELAY, now_row)
    (conflict,) = news(compared(before, mine, now))
    assert conflict == Part("row", MAKER, mine_row, now_row)
    assert conflict.is_conflict
    assert taken_in(before, mine, now) == mine
    assert taken_in(before, mine, now, {conflict: "now"}) == now


def test_what_the_notes_alone_changed_may_be_left_out() -> None:
    before, now = table(DELAY, MAKER), table(DELAY, MAKER.replace("Low", "Medium"), LICENCE)
    changed, new = news(compared(before, before, now))
    assert in_words([changed, new]) == "2 rows changed"
    assert taken_in(before, before, now, {changed: "mine"}) == table(DELAY, MAKER, LICENCE)


def test_a_new_row_comes_into_its_table_though_words_were_written_under_it() -> None:
    before, mine = table(DELAY), table(DELAY.replace("late", "very late")) + "\n\nMine.\n\nMore of mine."
    assert taken_in(before, mine, table(DELAY, MAKER)) == (
        table(DELAY.replace("late", "very late"), MAKER) + "\n\nMine.\n\nMore of mine."
    )


def test_a_new_item_comes_into_its_list_though_words_were_written_under_it() -> None:
    assert taken_in("- One\n- Two", "- One\n- Two of mine\n\nMine.", "- One\n- Two\n- Three") == (
        "- One\n- Two of mine\n- Three\n\nMine."
    )


def test_words_between_two_items_stay_there() -> None:
    assert taken_in("- One\n- Two", "- One\n\nMine.\n\n- Two", "- One\n- Two\n- Three") == (
        "- One\n\nMine.\n\n- Two\n- Three"
    )


def test_rows_get_the_order_of_the_notes_unless_they_were_moved_by_hand() -> None:
    before, now = table(DELAY, LICENCE, MAKER), table(MAKER, DELAY, LICENCE)
    mine = table(DELAY, LICENCE.replace("at risk", "lost"), MAKER)
    assert in_words(news(compared(before, mine, now))) == "1 row moved"
    assert taken_in(before, mine, now) == table(MAKER, DELAY, LICENCE.replace("at risk", "lost"))
    moved = table(LICENCE, DELAY, MAKER)
    assert taken_in(before, moved, now) == moved
    assert taken_in(before, moved, table(MAKER, DELAY, LICENCE, "| Low | New [@k9] |  |")) == table(
        LICENCE, "| Low | New [@k9] |  |", DELAY, MAKER
    )


def test_rows_are_known_by_what_they_cite_and_else_by_their_first_cell() -> None:
    before = "| Actor | Role |\n| --- | --- |\n| Board [@a1] | Judge |\n| Calder | Maker |"
    mine = before.replace("Judge", "Regulator").replace("Maker", "Crane maker")
    now = before.replace("Board [@a1]", "Harbour Board [@a1]").replace("| Maker", "| Maker [@x1]")
    conflicts = [part for part in news(compared(before, mine, now)) if part.is_conflict]
    assert [(part.mine, part.now) for part in conflicts] == [
        ("| Board [@a1] | Regulator |", "| Harbour Board [@a1] | Judge |"),
        ("| Calder | Crane maker |", "| Calder | Maker [@x1] |"),
    ]


def test_rows_that_cite_different_notes_are_never_taken_for_one() -> None:
    before, now = table(MAKER), table("| Low | Another [@k7] |  |")
    parts = news(compared(before, table(MAKER.replace("maker", "builder")), now))
    assert [(part.before, part.mine, part.now) for part in parts] == [
        (MAKER, MAKER.replace("maker", "builder"), ""),
        ("", "", "| Low | Another [@k7] |  |"),
    ]
    assert parts[0].is_conflict


def test_a_table_that_went_or_got_other_columns_is_taken_as_a_whole() -> None:
    before, mine = table(DELAY, MAKER), table(DELAY.replace("late", "very late"), MAKER)
    wider = (
        "| Level | Stake | For whom | By when |\n| --- | --- | --- | --- |\n| High | Insulin late [@k1] | All | May |"
    )
    for now in ("", wider):
        (part,) = news(compared(before, mine, now))
        assert (part.form, part.mine, part.now) == ("table", mine, now)
        assert part.is_conflict
        assert taken_in(before, mine, now, {part: "now"}) == now
    assert in_words([part]) == "1 table changed"


def test_a_table_that_was_taken_out_by_hand_stays_out() -> None:
    before = f"Before.\n\n{table(DELAY, MAKER)}"
    now = f"Before, new.\n\n{table(DELAY, MAKER, LICENCE)}"
    assert taken_in(before, "Before.", now) == "Before, new."
    gone = news(compared(before, "Before.", now))[-1]
    assert taken_in(before, "Before.", now, {gone: "now"}) == now


def test_numbered_items_are_numbered_as_they_come() -> None:
    before, now = "1. One\n2. Two\n3. Three", "1. Nought\n2. One\n3. Two\n4. Three"
    mine = "1. One\n2. Two of mine\n3. Three\n\n1986 was otherwise."
    assert in_words(news(compared(before, mine, now))) == "1 item new"
    assert taken_in(before, mine, now) == "1. Nought\n2. One\n3. Two of mine\n4. Three\n\n1986 was otherwise."


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        (r"| a \| b | c |", [r"a \| b", "c"]),
        ("| `a|b` | c |", ["`a|b`", "c"]),
        ("a | b", ["a", "b"]),
        ("| a |  |", ["a", ""]),
        ("| `a | b |", ["`a", "b"]),
        ("|", [""]),
    ],
)
def test_cells_are_parted_as_they_are_read(row: str, parts: list[str]) -> None:
    assert cells(row) == parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Text\n- one\n- two\n  more\n\n  still\nend\n\nAfter",
         [("paragraph", "Text"), ("item", "- one"), ("item", "- two\n  more\n\n  still\nend"), ("paragraph", "After")]),
        ("```\na\n\n- b\n```\nc", [("paragraph", "```\na\n\n- b\n```"), ("paragraph", "c")]),
        ("1986. was\n2. not", [("paragraph", "1986. was\n2. not")]),
        ("1. a\n1. b\n\n***\n\n- c", [("item", "1. a"), ("item", "1. b"), ("paragraph", "***"), ("item", "- c")]),
        ("> - a\n> - b", [("paragraph", "> - a\n> - b")]),
        ("- a\n## H\n- b", [("item", "- a"), ("paragraph", "## H"), ("item", "- b")]),
        ("a | b\n--- | ---\nc", [("head", "a | b\n--- | ---"), ("row", "c")]),
        ("", []),
    ],
)  # fmt: skip
def test_a_section_is_parted_as_it_is_read(text: str, found: list[tuple[str, str]]) -> None:
    assert [tuple(piece) for piece in pieces(text)] == found


# What holds of any three versions

SOME = settings(max_examples=60, deadline=None)
"""Making three versions takes longer than comparing them."""
LINES = (
    "One.", "Two [@x1].", "Three *words* here.", "- a [@x2]", "- b", "- c c", "1. i", "1. j [@x3]", "1. k",
    "> said", "## Head", "```\ncode\n\n- code\n```", "`a|b`", "***",
)  # fmt: skip
CELLS = ("High", "Low", r"a \| b", "x [@k1]", "y [@k2]", "`c|d`", "")


@st.composite
def rows(draw: st.DrawFn, width: int) -> str:
    first = draw(st.sampled_from(CELLS[:-1]))  # an empty row is read as none
    return (
        f"| {' | '.join([first, *draw(st.lists(st.sampled_from(CELLS), min_size=width - 1, max_size=width - 1))])} |"
    )


@st.composite
def versions(draw: st.DrawFn) -> tuple[str, str, str]:
    """A base of paragraphs, lists and a table, and two versions of it with a few changes each."""
    width = draw(st.integers(2, 3))
    upper = draw(st.lists(st.sampled_from(LINES), max_size=5))
    body = draw(st.lists(rows(width), max_size=5))
    lower = draw(st.lists(st.sampled_from(LINES), max_size=3))
    return (
        _written(upper, width, body, lower),
        draw(_edited(upper, width, body, lower)),
        draw(_edited(upper, width, body, lower)),
    )


@st.composite
def _edited(draw: st.DrawFn, upper: list[str], width: int, body: list[str], lower: list[str]) -> str:
    sides = [list(upper), list(body), list(lower)]
    if body and not draw(st.integers(0, 9)):
        width, sides[1] = 5 - width, draw(st.lists(rows(5 - width), max_size=3))
    for _ in range(draw(st.integers(0, 3))):
        which = draw(st.integers(0, 2))
        side, at = sides[which], draw(st.integers(0, len(sides[which])))
        new = st.sampled_from(LINES) if which != 1 else rows(width)
        match draw(st.sampled_from(["out", "in", "other", "moved"])):
            case "out":
                del side[at : at + draw(st.integers(1, 3))]
            case "in":
                side[at:at] = draw(st.lists(new, max_size=2))
            case "other":
                side[at : at + 1] = [draw(new)]
            case "moved":
                side[at:at] = [side.pop(draw(st.integers(0, len(side) - 1)))] if side else []
    return _written(sides[0], width, sides[1], sides[2])


def _written(upper: list[str], width: int, body: list[str], lower: list[str]) -> str:
    head = f"|{' H |' * width}\n|{' --- |' * width}"
    found = [piece for text in upper for piece in pieces(text)]
    found += pieces("\n".join([head, *body])) if body else []
    return joined([*found, *(piece for text in lower for piece in pieces(text))])


@SOME
@given(versions())
def test_a_section_is_the_same_taken_apart_and_put_together(texts: tuple[str, str, str]) -> None:
    for text in texts:
        assert joined(pieces(text)) == text
        assert joined(pieces(text, rows=False)) == text


@SOME
@given(versions())
def test_a_side_that_changed_nothing_gives_way(texts: tuple[str, str, str]) -> None:
    before, mine, now = texts
    assert taken_in(before, before, now) == now
    assert taken_in(before, mine, before) == mine
    assert taken_in(before, mine, mine) == mine


@SOME
@given(versions())
def test_taking_in_again_changes_nothing(texts: tuple[str, str, str]) -> None:
    before, mine, now = texts
    once = taken_in(before, mine, now)
    assert taken_in(now, once, now) == once
    assert not news(compared(now, once, now))


@SOME
@given(versions(), st.randoms(use_true_random=False))
def test_no_words_are_lost_and_none_come_twice(texts: tuple[str, str, str], chance: object) -> None:
    before, mine, now = texts
    parts = compared(before, mine, now)
    typed = _lines(mine) - _lines(before)
    assert not typed - _lines(taken_in(before, mine, now))
    chosen = {part.key: chance.choice(["mine", "now"]) for part in news(parts)}  # type: ignore[attr-defined]
    made = _lines(taken_in(before, mine, now, chosen))
    dropped = sum((_lines(part.mine) for part in parts if chosen.get(part.key) == "now"), Counter[str]())
    assert not typed - made - dropped
    assert not made - _lines(before) - _lines(mine) - _lines(now)


@SOME
@given(versions(), st.randoms(use_true_random=False))
def test_tables_stay_tables_whatever_is_chosen(texts: tuple[str, str, str], chance: object) -> None:
    before, mine, now = texts
    chosen = {part.key: chance.choice(["mine", "now"]) for part in news(compared(before, mine, now))}  # type: ignore[attr-defined]
    made = taken_in(before, mine, now, chosen)
    found = pieces(made)
    wanted = sum(piece.form == "row" for piece in found)
    tables = [block for block in read_prose(made, lambda _: ()) if isinstance(block, Table)]
    assert sum(len(block.rows) for block in tables) == wanted
    heads = [piece for piece in found if piece.form == "head"]
    assert [len(block.header) for block in tables] == [len(cells(head.text.split("\n")[0])) for head in heads]
    assert not any(_is_bare_row(piece) for piece in found)


def _lines(text: str) -> Counter[str]:
    return Counter(re.sub(r"\A\d+\. ", "", line) for line in text.split("\n") if line.strip())


def _is_bare_row(piece: Piece) -> bool:
    return piece.form == "paragraph" and piece.text.startswith("|")
