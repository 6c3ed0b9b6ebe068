"""The two wordings of a quotation: what differs is marked in both, what style books allow is not."""

from __future__ import annotations

import pytest

from briefer.model.anchor import Anchor
from briefer.model.entries import Quote
from briefer.review.wordings import Wordings, differing, words_of_source

SOURCE = "A modem ban without escrow only moves the risk to the next supplier."


def marked(wordings: Wordings | None) -> tuple[list[str], list[str], int]:
    assert wordings is not None
    ours = [wordings.note[start:end] for start, end in wordings.in_note]
    theirs = [wordings.source[start:end] for start, end in wordings.in_source]
    return ours, theirs, wordings.words


@pytest.mark.parametrize(
    "text",
    [SOURCE, "a modem ban", "A modem ban … only moves the risk", "[This] ban without escrow", "[a] modem ban", ""],
)
def test_what_is_verbatim_has_no_other_wording(text: str) -> None:
    assert differing(text, [SOURCE]) is None


@pytest.mark.parametrize(
    ("text", "ours", "theirs", "words"),
    [
        ("A modem ban without escrow only shifts the risk", ["shifts"], ["moves"], 1),
        ("A modem ban without any escrow only moves", ["any"], [], 1),
        ("A modem ban escrow only moves the risk", [], ["without"], 1),
        ("A ban … only shifts the next supplier", ["shifts"], ["modem", "moves the risk to"], 5),
        ("A Modem ban without", ["Modem"], ["modem"], 1),
        ("A modem ban, without escrow", [","], [], 0),
        ("a modem ban … Only shifts the risk", ["shifts"], ["moves"], 1),
    ],
)
def test_what_differs_is_marked_in_both(text: str, ours: list[str], theirs: list[str], words: int) -> None:
    assert marked(differing(text, [SOURCE])) == (ours, theirs, words)


def test_positions_are_code_points() -> None:
    assert marked(differing("the 😀 risk rises now", ["the 😀 risk falls now"])) == (["rises"], ["falls"], 1)


def test_quotation_of_nothing_but_other_words() -> None:
    assert marked(differing("Nothing of it", [SOURCE]))[2] >= 3


def test_words_come_in_the_order_of_reading() -> None:
    anchors = (Anchor("s1", 9, 12, "two"), Anchor("s2", 0, 5, "three"), Anchor("s1", 0, 3, "one"))
    assert words_of_source(Quote("q1", evidence=anchors)) == ["one", "two", "three"]
