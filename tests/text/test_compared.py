"""Two versions of a text as one: nothing is lost of either, and what stayed is left out where it is long."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.text.compared import Piece, pieces

WORDS = st.lists(st.sampled_from(["the", "dam", "is", "dry,", "and", "“Brack”", "\n\n", "水坝"]), max_size=30).map(
    " ".join
)


def joined(found: list[Piece], *fates: str) -> str:
    return "".join(piece.words for piece in found if piece.fate in fates)


@given(WORDS, WORDS)
def test_both_versions_are_in_it(old: str, new: str) -> None:
    found = pieces(old, new, around=10_000)
    assert joined(found, "same", "gone") == old
    assert joined(found, "same", "new") == new
    assert all(piece.words for piece in found)


def test_a_word_that_was_replaced() -> None:
    assert pieces("The dam is dry.", "The dam is full.") == [
        Piece("The dam is ", "same"),
        Piece("dry", "gone"),
        Piece("full", "new"),
        Piece(".", "same"),
    ]


def test_what_stayed_is_left_out_but_for_its_edges() -> None:
    old = f"first {' '.join(str(number) for number in range(1000))} last"
    found = pieces(old, old.replace("first", "1st").replace("last", "end"), around=20)
    assert [piece.fate for piece in found] == ["gone", "new", "same", "gap", "same", "gone", "new"]
    assert sum(len(piece.words) for piece in found) < 80


def test_texts_that_are_alike_and_empty_ones() -> None:
    assert pieces("same", "same") == [Piece("same", "same")]
    assert pieces("", "") == []
    assert pieces("", "new") == [Piece("new", "new")]
    assert pieces("old", "") == [Piece("old", "gone")]


def test_what_is_left_out_tears_no_word() -> None:
    words = [f"word{number}" for number in range(300)]
    old = f"first {' '.join(words)} last"
    found = pieces(old, old.replace("first", "1st").replace("last", "end"), around=20)
    kept = [word for piece in found if piece.fate == "same" for word in piece.words.split()]
    assert kept == ["word0", "word1", "word2", "word298", "word299"]
