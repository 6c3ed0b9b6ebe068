"""The article read once: tokens, sentences and paragraphs with their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.suggest.language import Language, language
from briefer.suggest.reading import Reading


def words(text: str) -> list[str]:
    return [token.text for token in Reading(text).tokens]


def test_abbreviations_numbers_and_possessives_are_tokens() -> None:
    assert words("Sen. Pell (D-N.M.) paid U.S. firms 46.5% of Ann’s co-op.") == [
        *("Sen.", "Pell", "(", "D-N.M.", ")", "paid", "U.S.", "firms", "46.5%", "of", "Ann", "’s", "co-op", ".")
    ]


@given(st.text(alphabet=st.sampled_from("aB’'.,“”-– \n1Ü"), max_size=80))
def test_tokens_stand_where_they_say_and_leave_out_only_white_space(text: str) -> None:
    reading = Reading(text)
    at = 0
    for token in reading.tokens:
        assert text[token.start : token.end] == token.text
        assert not text[at : token.start].strip()
        at = token.end
    assert not text[at:].strip()
    assert all(sentence.first < sentence.last for sentence in reading.sentences)


def test_a_sentence_knows_its_paragraph_and_tokens() -> None:
    reading = Reading("One is here. Two is there.\n\nThree is far.")
    assert [(one.paragraph, reading.words(one.first, one.last)) for one in reading.sentences] == [
        (0, "One is here."),
        (0, "Two is there."),
        (1, "Three is far."),
    ]


def test_lines_that_stand_for_themselves_are_paragraphs_and_wrapped_ones_are_not() -> None:
    assert len(Reading("SMITH: Yes.\nJONES: No.").paragraphs) == 2
    assert len(Reading("The line goes\non here.").paragraphs) == 1


def test_a_short_line_without_a_stop_is_a_heading_unless_it_is_the_last() -> None:
    assert Reading("Ports told to act\n\nThe ports will act.\n\nThe end").headings == {0}


def test_lists_tables_and_patterns_of_a_language(tmp_path, monkeypatch) -> None:
    folder = tmp_path / "lexicon" / "xx"
    folder.mkdir(parents=True)
    (folder / "test.txt").write_text(
        "# a file\n[list]  # of words\nOne, two\nthree\n[table]\nA = b, C d = e f\n", "utf-8"
    )
    monkeypatch.setattr("briefer.suggest.language.resources", lambda: tmp_path)
    lists = Language("xx")
    assert lists.words("test.list") == {"one", "two", "three"}
    assert lists.names("test.list") == {"One", "two", "three"}
    assert lists.table("test.table") == {"A": "b", "C d": "e f"}
    assert lists.words("test.none") == lists.words("none.none") == frozenset()
    assert lists.phrases("test.list").findall("one and TWO, twofold") == ["one", "TWO"]
    assert lists.phrases("test.none").search("anything") is None


@pytest.mark.parametrize("name", ["xx", "../en", ""])
def test_a_language_without_word_lists_is_refused(name: str) -> None:
    with pytest.raises(LookupError):
        language(name)
