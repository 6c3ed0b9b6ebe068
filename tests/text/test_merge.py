from __future__ import annotations

import random
import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.text.edits import Edit, Edits
from briefer.text.merge import edits_between, merge
from briefer.text.spans import shifted

PIECES = (
    "the ",
    "Board ",
    "a",
    ",",
    "x-",
    "\n",
    "\n\n",
    " ",
    "é",
    "\u0301",
    "\u0338",
    "<",
    "“",
    "中",
    "文",
    "ᄀ",
    "ᅡ",
    "w1 ",
    "w2 ",
    "w3",
)


@st.composite
def versions(draw: st.DrawFn) -> tuple[str, str, str]:
    """A base and two versions of it, each with a few changes."""
    pieces = draw(st.lists(st.sampled_from(PIECES), max_size=14))

    def version() -> str:
        made = list(pieces)
        for _ in range(draw(st.integers(0, 3))):
            at = draw(st.integers(0, len(made)))
            made[at : at + draw(st.integers(0, 2))] = draw(st.lists(st.sampled_from(PIECES), max_size=2))
        return unicodedata.normalize("NFC", "".join(made))

    return unicodedata.normalize("NFC", "".join(pieces)), version(), version()


@given(versions())
def test_edits_make_one_text_of_the_other(texts: tuple[str, str, str]) -> None:
    old, new, _ = texts
    edits = edits_between(old, new)
    assert Edits(edits).applied(old) == new
    assert all(a.end <= b.start for a, b in pairwise(edits))
    assert bool(edits) == (old != new)


@given(versions())
def test_a_merge_is_made_of_either_side_and_stays_composed(texts: tuple[str, str, str]) -> None:
    base, mine, theirs = texts
    made = merge(base, mine, theirs)
    assert made.of_mine.applied(mine) == made.text == made.of_theirs.applied(theirs)
    assert unicodedata.is_normalized("NFC", made.text)
    assert merge(base, base, theirs).text == theirs
    assert merge(base, mine, base).text == mine
    assert merge(base, mine, mine)[0] == mine
    for start, end, offered in made.kept:
        assert 0 <= start <= end <= len(made.text)
        assert made.text[start:end] != offered


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged", "kept"),
    [
        ("one two\nthree four", "one 2\nthree four", "one two three four", "one 2 three four", []),
        ("one two\nthree four", "one two 2\nthree four", "one two three four", "one two 2 three four", []),
        ("one two\nthree", "one\nthree", "one two three", "one three", []),
        ("one\ntwo", "one two", "one two", "one two", []),
        ("har-\nbour opens", "port-\nbour opens", "harbour opens", "port-\nbour opens", [("port-\nbour", "harbour")]),
        ("A.\n\nAd here\n\nB.", "A.\n\nAdd here\n\nB.", "A.\n\nB.", "A.\n\nAdd here\n\nB.", [("Add here\n\n", "")]),
        ("A.\n\nB.", "A.\n\nC.", "A.\n\nAd\n\nB.", "A.\n\nAd\n\nC.", []),
        ("A.\n\nB.", "A.\n\nMine.\n\nB.", "A.\n\nAd.\n\nB.", "A.\n\nMine.\n\nB.", [("Mine.\n\n", "Ad.\n\n")]),
        ("P q r.\n\nP q r.\n\nEnd.", "P q r.\n\nP q r.\n\nThe end.", "P q r.\n\nEnd.", "P q r.\n\nThe end.", []),
        ("船は来た", "船も来た", "船は、来た", "船も、来た", []),
    ],
)
def test_both_changes_are_taken_and_of_two_to_the_same_words_mine(
    base: str, mine: str, theirs: str, merged: str, kept: list[tuple[str, str]]
) -> None:
    made = merge(base, mine, theirs)
    assert made.text == merged
    assert [(made.text[start:end], offered) for start, end, offered in made.kept] == kept


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.text("xy", max_size=3)), max_size=4), st.data())
def test_a_span_goes_through_all_edits_as_through_each(
    drawn: list[tuple[int, int, str]], data: st.DataObject
) -> None:
    at, made = 0, []
    for gap, length, words in drawn:
        made.append(Edit(at + gap, at + gap + length, words))
        at += gap + length
        if not length:
            at += 1  # two insertions at one place are one
    start = data.draw(st.integers(0, at + 2))
    end = data.draw(st.integers(start + 1, at + 4))
    edits = Edits(made)
    one_by_one = start, end
    for edit in reversed(made):
        one_by_one = shifted(*one_by_one, edit.start, edit.end - edit.start, len(edit.words))
    assert edits.span(start, end) == one_by_one
    after = edits.applied("." * (at + 4))
    assert [after[low:high] for low, high in edits.spans()] == [edit.words for edit in made]
    assert edits.touches(start, end) == any(edit.start <= end and edit.end >= start for edit in made)


def test_a_long_text_whose_lines_all_differ_is_merged_in_time() -> None:
    rng = random.Random(1)
    words = ["the", "of", "Board", "port", "crane", "order", "a", "and"]
    lines = [" ".join(rng.choice(words) + rng.choice(["", "", "", str(n)]) for n in range(10)) for _ in range(2000)]
    base = "\n".join(lines)
    mine = [line.replace(" a ", " the same ", 1) if number % 20 == 0 else line for number, line in enumerate(lines)]
    begun = time.process_time()
    made = merge(base, "\n".join(mine), " ".join(lines))
    assert made.text == " ".join(mine)
    assert not made.kept
    assert time.process_time() - begun < 2
