from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from briefer.text.find import MOST, find_all, find_first

TEXT = "“We can’t,” the Board’s chair said. It can, in co\u2011operation with 46\u00a0ports. CAN it? e\u0301"


@pytest.mark.parametrize(
    ("needle", "found"),
    [
        ("", []),
        ("can", ["can", "can", "CAN"]),
        ('"we can\'t,"', ["“We can’t,”"]),
        ("board's", ["Board’s"]),
        ("co-operation", ["co\u2011operation"]),
        ("46 ports", ["46\u00a0ports"]),
        ("46\u00a0PORTS", ["46\u00a0ports"]),
        ("said. It", ["said. It"]),
        ("said.*It", []),
        ("absent", []),
    ],
)
def test_what_a_keyboard_has_finds_what_is_printed(needle: str, found: list[str]) -> None:
    assert [TEXT[start:end] for start, end in find_all(TEXT, needle)] == found


def test_a_hyphen_between_words_finds_a_dash_and_alone_only_hyphens() -> None:
    text = "In 2020–21 it fell—by −3 or co-op‑s – so."
    assert [text[start:end] for start, end in find_all(text, "2020-21")] == ["2020–21"]
    assert [text[start:end] for start, end in find_all(text, "fell-by -3")] == ["fell—by −3"]
    assert [text[start:end] for start, end in find_all(text, "-")] == ["-", "\u2011"]
    assert [text[start:end] for start, end in find_all(text, "–")] == ["–", "–"]


def test_the_first_places_are_those_of_all_until_there_are_too_many() -> None:
    assert find_first(TEXT, "CAN") == find_all(TEXT, "can")
    assert find_first(TEXT, "") == []
    assert len(find_first("e " * (MOST + 3), "e")) == MOST


def test_case_and_whole_words_count_on_demand() -> None:
    assert len(find_all(TEXT, "can", match_case=True)) == 2
    assert [TEXT[start - 3 : start] for start, _ in find_all(TEXT, "can", whole_words=True)] == ["It ", "s. "]
    assert find_all(TEXT, "operation", whole_words=True) == []
    assert len(find_all(TEXT, "’t", whole_words=True)) == 0
    assert len(find_all(TEXT, "“we", whole_words=True)) == 1


def test_a_composed_text_is_found_by_decomposed_typing() -> None:
    assert find_all("a café", "cafe\u0301") == [(2, 6)]


@given(texts(), st.data())
def test_each_stretch_of_a_text_finds_itself(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 8)))
    plain = text[start:end].replace("’", "'").replace("“", '"').replace("\u00a0", " ")
    found = find_all(text, plain)
    assert found == sorted(found)
    if end > start and text[start:end] == plain:
        assert any(text[low:high].casefold() == plain.casefold() for low, high in found)
    assert set(find_all(text, plain, match_case=True)) <= {(n, n + len(plain)) for n in range(len(text))}


@pytest.mark.parametrize("options", [{}, {"match_case": True}, {"whole_words": True}])
def test_a_megabyte_is_searched_in_three_frames(options: dict[str, bool]) -> None:
    text = (TEXT + "\n" + "It was a long day at the port, and nobody said a word. " * 8) * 1950
    assert len(text) > 1_000_000
    spent = []
    for _ in range(5):
        begun = time.process_time()
        assert len(find_all(text, "The Board's", **options)) == (0 if "match_case" in options else 1950)
        spent.append(time.process_time() - begun)
    assert min(spent) < 0.15  # a tenth of it on a quiet machine
