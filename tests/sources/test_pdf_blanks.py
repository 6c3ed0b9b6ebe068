from __future__ import annotations

import ctypes

import pytest

from briefer.sources.pdf import words
from briefer.sources.pdf.blanks import Blanks, with_hyphens, without_false_blanks
from briefer.sources.pdf.words import Look, Word

LOOK = Look(10.0, 0, False, False, False)


class Set:
    """Letters five points wide, with so many points before each that is named."""

    def __init__(self, letters: str, *, before: dict[int, float], spaced: float = 0.0) -> None:
        self.left: list[float] = []
        at = 0.0
        for number in range(len(letters)):
            at += before.get(number, 0.0) + (spaced if number else 0.0)
            self.left.append(at)
            at += 5.0

    def ends(self, index: int, turn: int) -> tuple[float, float]:
        assert not turn
        return self.left[index], self.left[index] + 5.0


@pytest.mark.parametrize(
    ("letters", "before", "spaced", "parts"),
    [
        ("order,signed", {6: 3.0}, 0.0, ["order,", "signed"]),
        ("nowdrivesataxi", {3: 2.5, 9: 2.5, 10: 2.5}, 0.0, ["now", "drives", "a", "taxi"]),
        ("kerned", {3: 0.9}, 0.0, ["kerned"]),
        ("12000", {2: 2.5}, 0.0, ["12000"]),
        ("21", {1: 30.0}, 0.0, ["2", "1"]),
        ("331", {1: 30.0}, 0.0, ["3", "31"]),
        ("2026", {}, 12.0, ["2026"]),
        ("spaced", {}, 3.0, ["spaced"]),
    ],
)
def test_a_blank_is_where_one_is_seen(
    letters: str, before: dict[int, float], spaced: float, parts: list[str]
) -> None:
    places = Set(letters, before={})
    blanks = Blanks(places)
    assert blanks.parts(letters, 0, LOOK, 5.0 * len(letters)) == []
    places.left = Set(letters, before=before, spaced=spaced).left
    told = blanks.parts(letters, 0, LOOK, places.left[-1] + 5.0)
    assert [part for part, _ in told] == (parts if len(parts) > 1 else [])
    assert all(letters[at:].startswith(part) for part, at in told)


def word(text: str, left: float, right: float, base: float = 700.0) -> tuple[Word, Look]:
    return Word(text, left, right, base, 10.0), LOOK


def test_words_that_stand_as_close_as_letters_are_one() -> None:
    found = [word("the", 0, 15), word("por", 18, 33), word("ts", 33.4, 43), word("have", 46, 66), word("It", 66, 70)]
    assert [one.text for one, _ in without_false_blanks(found)] == ["the", "ports", "have", "It"]
    over = [word("the", 0, 15), word("por", 18, 33), word("ts", 33.4, 43, 688.0)]
    assert [one.text for one, _ in without_false_blanks(over)] == ["the", "por", "ts"]
    tight = [word(text, 20.5 * at, 20.5 * at + 20) for at, text in enumerate(("all", "stand", "close", "here"))]
    assert without_false_blanks(tight) == tight


def test_a_hyphen_that_stands_at_its_word_is_a_part_of_it() -> None:
    found = [word("a", 0, 5), word("sub", 8, 23), word("-", 23, 26), word("stitute", 0, 35, 688.0)]
    assert [one.text for one, _ in with_hyphens(found)] == ["a", "sub-", "stitute"]
    apart = [word("sub", 8, 23), word("-", 26, 29), word("1914", 40, 60), word("-", 60, 63)]
    assert [one.text for one, _ in with_hyphens(apart)] == ["sub", "-", "1914", "-"]


def test_blanks_are_those_of_the_letters_where_the_text_as_a_whole_differs(monkeypatch: pytest.MonkeyPatch) -> None:
    letters = "the company found every box"

    class Page:
        raw = ctypes.c_void_p()

        def count_chars(self) -> int:
            return len(letters)

        def get_text_range(self, errors: str) -> str:
            assert errors == "replace"
            return "the companyfound ev ery box"

    monkeypatch.setattr("pypdfium2.raw.FPDFText_GetUnicode", lambda _, index: ord(letters[index]))
    assert words._text(Page()) == letters  # type: ignore[arg-type]
