from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.text.clean import clean, long_lines, shown
from briefer.text.clean.long_lines import LONGEST, part

SENTENCE = "The board met and ordered the ports to change their cranes. "


def test_a_book_on_one_line_is_parted_after_sentences() -> None:
    done = clean(SENTENCE * 1000)
    pieces = done.text.split("\n\n")
    assert max(map(len, pieces)) <= LONGEST
    assert all(piece.startswith("The board") and piece.endswith("cranes.") for piece in pieces)
    assert " ".join(pieces) == (SENTENCE * 1000).strip()
    (step,) = [step for step in done.steps if step.rule == "long-lines"]
    assert step.count == len(pieces) - 1
    assert step.changes[0] == ("ge their cranes. The board met an", "ge their cranes.\n\nThe board met an")


def test_a_transcript_without_stops_is_parted_between_words() -> None:
    pieces = shown("and then she said " * 2000).split("\n\n")
    assert max(map(len, pieces)) <= LONGEST
    assert {piece.split()[0] for piece in pieces} <= {"and", "then", "she", "said"}


def test_chinese_is_parted_after_a_full_stop() -> None:
    pieces = shown("委员会周四命令各港口更换起重机。" * 1000).split("\n\n")
    assert all(piece.endswith("。") for piece in pieces)


@pytest.mark.parametrize("letters", ["x", "e\u0301", "👩\u200d🚀"])
def test_letters_without_a_blank_are_parted_between_whole_signs(letters: str) -> None:
    pieces = shown(letters * 12_000).split("\n\n")
    assert max(map(len, pieces)) <= LONGEST
    assert "".join(pieces) == letters * 12_000
    assert all(piece.startswith(letters[0]) for piece in pieces)


def test_a_long_paragraph_that_people_write_stays_whole() -> None:
    text = (SENTENCE * 160).strip()
    assert part(text).text == text


@given(st.text(st.sampled_from("ab. \n。!\u0301"), max_size=200))
def test_no_letter_is_lost_and_nothing_is_parted_twice(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_lines, "LONGEST", 10)
        done = part(text).text
        assert "".join(done.split()) == "".join(text.split())
        assert part(done).text == done
        assert max(map(len, done.split("\n"))) <= 10
