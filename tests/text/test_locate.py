from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from briefer.text.candidates import candidates
from briefer.text.locate import Words, found_again
from briefer.text.spans import shifted
from briefer.text.unchanged import Unchanged

ARTICLE = (
    "The Harbour Board ordered five cranes from Dutch yards on Monday, officials said.\n\n"
    "“It will cost 46 million euros,” said Lena Morvane, the Board’s chair. The Board declined to comment further.\n\n"
    "Ministers fear that the port may close. The ministry declined to comment."
)


def words(text: str, exact: str, nth: int = 0) -> Words:
    at = -1
    for _ in range(nth + 1):
        at = text.index(exact, at + 1)
    end = at + len(exact)
    return Words(at, end, exact, text[max(0, at - 32) : at], text[end : end + 32])


def found(old: str, new: str, wanted: Words) -> str | None:
    ((start, end),) = found_again(old, new, [wanted])
    return new[start:end] if start < end else None


# Shifting


def marked(start: int, end: int, at: int, removed: int, inserted: int, length: int) -> tuple[int, int]:
    """The rule once more, with a mark on each character: new ones are marked if marked ones were all they replaced
    and some are left, or if they stand between two marked ones."""
    marks = [start <= index < end for index in range(length)]
    gone, left = marks[at : at + removed], marks[:at] + marks[at + removed :]
    inside = (bool(gone) and all(gone)) if removed else bool(at) and at < length and marks[at - 1] and marks[at]
    marks = marks[:at] + [inside and any(left)] * inserted + marks[at + removed :]
    if not any(marks):
        return -1, -1
    return marks.index(True), len(marks) - marks[::-1].index(True)


@given(st.data())
def test_shifted_agrees_with_marking_each_character(data: st.DataObject) -> None:
    length = data.draw(st.integers(1, 12))
    start = data.draw(st.integers(0, length - 1))
    end = data.draw(st.integers(start + 1, length))
    at = data.draw(st.integers(0, length))
    removed, inserted = data.draw(st.integers(0, length - at)), data.draw(st.integers(0, 5))
    expected = marked(start, end, at, removed, inserted, length)
    result = shifted(start, end, at, removed, inserted)
    assert result == (expected if expected[0] >= 0 else (at, at))


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ((0, 2, 5), (13, 23)),
        ((10, 0, 3), (13, 23)),
        ((20, 0, 3), (10, 20)),
        ((12, 3, 0), (10, 17)),
        ((10, 1, 1), (10, 20)),
        ((8, 4, 1), (9, 17)),
        ((18, 4, 9), (10, 18)),
        ((10, 10, 4), (10, 10)),
        ((5, 30, 0), (5, 5)),
    ],
)
def test_shifted_by_example(edit: tuple[int, int, int], expected: tuple[int, int]) -> None:
    assert shifted(10, 20, *edit) == expected


def test_a_lost_span_moves_with_its_place_and_stays_empty() -> None:
    assert [shifted(5, 5, *edit) for edit in ((0, 0, 2), (5, 0, 2), (6, 1, 1), (3, 4, 9))] == [
        (7, 7),
        (5, 5),
        (5, 5),
        (3, 3),
    ]


# Found again


def test_words_in_unchanged_paragraphs_go_where_these_went() -> None:
    new = "A new first paragraph.\n\n" + ARTICLE.replace("five cranes", "six cranes")
    wanted = words(ARTICLE, "declined to comment", 1)
    ((start, end),) = found_again(ARTICLE, new, [wanted])
    assert (start, end) == (
        new.rindex("declined to comment"),
        new.rindex("declined to comment") + len("declined to comment"),
    )


def test_words_in_a_changed_sentence_are_found_by_their_surroundings() -> None:
    new = ARTICLE.replace("ordered five cranes", "hastily ordered five cranes").replace("officials", "they")
    assert found(ARTICLE, new, words(ARTICLE, "five cranes")) == "five cranes"
    new = ARTICLE.replace("ordered five cranes from", "hastily bought five cranes in")
    assert found(ARTICLE, new, words(ARTICLE, "five cranes")) is None


def test_line_ends_do_not_count() -> None:
    new = (
        ARTICLE.replace("\n\n", "\n").replace(" five cranes", "\nfive\ncranes").replace("Dutch yards", "Dutch\nyards")
    )
    assert found(ARTICLE, new, words(ARTICLE, "five cranes from Dutch")) == "five\ncranes from Dutch"


@pytest.mark.parametrize(
    ("exact", "old", "new"),
    [
        ("five cranes", "five cranes", "six cranes"),
        ("46 million", "46 million", "46.5 million"),
        ("cost 46", "46 million", "46.5 million"),
        ("The ministry", "The ministry declined to comment.", ""),
        ("Board declined", "The Board declined to comment further.", "The ministry spoke."),
        ("the port may", "may close", "maybe closes"),
    ],
)
def test_words_that_are_gone_are_lost_and_not_moved_to_look_alikes(exact: str, old: str, new: str) -> None:
    assert old in ARTICLE
    assert found(ARTICLE, ARTICLE.replace(old, new), words(ARTICLE, exact)) is None


def test_the_same_words_of_another_sentence_are_no_replacement() -> None:
    wanted = words(ARTICLE, "declined to comment")
    assert found(ARTICLE, ARTICLE.replace(" The Board declined to comment further.", ""), wanted) is None


def test_one_of_two_equal_sentences_that_went_is_not_found_in_the_other() -> None:
    line = "After the vote on the harbour, the ministry declined to comment on the matter at hand."
    old = f"{line}\n\nMiddle.\n\n{line}"
    gone = words(old, "declined to comment", 0)
    kept = words(old, "declined to comment", 1)
    new = f"Middle.\n\n{line}"
    assert found_again(old, new, [gone, kept])[1] == (new.index("declined"), new.index("declined") + 19)
    assert found(old, new, gone) is None


def test_long_words_that_occur_once_need_no_surroundings() -> None:
    exact = "It will cost 46 million euros"
    assert found(ARTICLE, f"All else is new here. “{exact}!” was heard.", words(ARTICLE, exact)) == exact
    assert found(ARTICLE, f"{exact}. {exact}.", words(ARTICLE, exact)) is None
    assert found(ARTICLE, "All else is new. 46 million it was.", words(ARTICLE, "46 million")) is None


OLD_NAMES = "The hackers, known as Salt Typhoon, broke into the networks of several firms. Later Linus left."


@pytest.mark.parametrize(
    "new",
    [
        "Salt Typhoon entered telephone networks. An officer, Linus, said so.",
        "A group that some call “Salt Typhoon” was inside; with Linus it had none.",
        "Its name?\nSalt\nTyphoon. Ask Linus.",
    ],
)
def test_a_name_that_occurs_once_is_found_wherever_it_stands(new: str) -> None:
    for name in ("Salt Typhoon", "Linus"):
        again = found(OLD_NAMES, new, words(OLD_NAMES, name))
        assert again is not None
        assert again.split() == name.split()
        assert found(OLD_NAMES, f"{new} {name}!", words(OLD_NAMES, name)) is None


def test_other_short_words_are_not_followed_by_themselves() -> None:
    new = "Several firms said: the known ones. Later, perhaps. Typhoon, said The man."
    for other in ("The hackers", "several firms", "Later", "Typhoon", "The", "known"):
        assert found(OLD_NAMES, new, words(OLD_NAMES, other)) is None


@given(
    st.text("abc,. “”\n", max_size=60),
    st.text("abc,. “”\n", max_size=60),
    st.sampled_from(["Salt Typhoon", "Ann Bo"]),
)
def test_a_name_follows_into_any_text_that_has_it_once(before: str, after: str, name: str) -> None:
    new = f"{before} {name} {after}"
    old = f"There, it was {name} who came."
    assert found(old, new, words(old, name)) == name


def test_lost_words_are_found_when_they_come_back() -> None:
    wanted = words(ARTICLE, "five cranes")
    without = ARTICLE.replace(" five cranes", "")
    ((place, end),) = found_again(ARTICLE, without, [wanted])
    assert place == end
    assert abs(place - without.index(" from Dutch")) <= 1
    assert found(without, ARTICLE, wanted._replace(start=place, end=place)) == "five cranes"


def test_the_edges_of_words_count() -> None:
    old = "Then Linus of the Board spoke to us all."
    assert found(old, "Then Clinus of the Board spoke to us all.", words(old, "Linus")) is None
    family = "The family 👩 of the Board spoke to us all."
    assert found(family, family.replace("👩", "👩\u200d👧"), words(family, "👩")) is None
    assert found(old, "Then Linus’s of the Board spoke to us all.", words(old, "Linus")) is None


@given(texts(), texts(), st.data())
def test_found_again_never_gives_other_words(one: str, other: str, data: st.DataObject) -> None:
    old, new = one + " " + ARTICLE, data.draw(st.sampled_from([other, other + ARTICLE, ARTICLE + other, one + other]))
    cut = data.draw(st.integers(0, len(new)))
    new = (
        new[:cut]
        + data.draw(st.sampled_from(["", "x", "́", "the Board "]))
        + new[cut + data.draw(st.integers(0, 3)) :]
    )
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, min(len(old), start + 40)))
    wanted = Words(start, end, old[start:end], old[max(0, start - 32) : start], old[end : end + 32])
    ((low, high),) = found_again(old, new, [wanted])
    assert 0 <= low <= high <= len(new)
    assert low == high or new[low:high].split() == old[start:end].split()


@given(
    st.lists(st.sampled_from(["a\n", "b\n", "c c\n", "\n", "e"]), max_size=12),
    st.lists(st.sampled_from(["a\n", "b\n", "c c\n", "\n", "d"]), max_size=12),
)
def test_unchanged_stretches_are_equal_and_ascend(one: list[str], other: list[str]) -> None:
    old, new = "".join(one), "".join(other)
    stretches = Unchanged(old, new).stretches
    assert all(old[s.old : s.old + s.length] == new[s.new : s.new + s.length] != "" for s in stretches)
    assert all(a.old + a.length <= b.old and a.new + a.length <= b.new for a, b in pairwise(stretches))
    if old == new:
        assert sum(stretch.length for stretch in stretches) == len(old)


# Candidates


def test_candidates_put_the_same_words_in_their_surroundings_first() -> None:
    wanted = words(ARTICLE, "declined to comment", 1)
    best, second = candidates(wanted.exact, wanted.prefix, wanted.suffix, ARTICLE, 2)
    assert (best.start, best.score) == (wanted.start, 1.0)
    assert ARTICLE[second.start : second.end] == wanted.exact
    assert second.score < 1.0


def test_candidates_know_changed_words_by_their_likeness_and_their_surroundings() -> None:
    wanted = words(ARTICLE, "ordered five cranes from Dutch yards")
    new = ARTICLE.replace("ordered five cranes from Dutch yards", "ordered six new cranes from Dutch yards")
    best = candidates(wanted.exact, wanted.prefix, wanted.suffix, new)[0]
    assert "cranes from Dutch yards" in new[best.start : best.end]
    other = ARTICLE.replace("five cranes", "a tug")
    wanted = words(ARTICLE, "five cranes")
    best = candidates(wanted.exact, wanted.prefix, wanted.suffix, other)[0]
    assert other[best.start : best.end] == "a tug"


@given(texts(), texts())
def test_candidates_lie_in_the_text_best_first_without_overlap(exact: str, text: str) -> None:
    made = candidates(exact, "the Board ", " said", text, 4)
    assert len(made) <= 4
    assert all(0 <= c.start < c.end <= len(text) and 0 <= c.score <= 1 for c in made)
    assert [c.score for c in made] == sorted((c.score for c in made), reverse=True)
    assert all(a.end <= b.start or b.end <= a.start for a in made for b in made if a is not b)


def test_words_that_occur_without_end_are_lost_in_good_time() -> None:
    old = "the Board said so. " * 5000
    new = "the Board said so! " * 5000
    began = time.process_time()
    assert found(old, new, words(old, "Board said", 700)) is None
    assert time.process_time() - began < 2
