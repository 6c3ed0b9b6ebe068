from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.memo.blocks import Heading, block_runs
from briefer.memo.looks import looks
from briefer.memo.markdown import read_prose


def words(text: str, **wanted: object) -> list[str]:
    return [
        text[look.start : look.end] for look in looks(text) if all(getattr(look, k) == v for k, v in wanted.items())
    ]


def test_plain_text_has_no_looks() -> None:
    assert looks("The Board ordered it, in 2026.") == []


@pytest.mark.parametrize(
    ("text", "bold", "italic", "marks"),
    [
        ("a **b c** d", ["b c"], [], ["**", "**"]),
        ("a *b* _c_ d", [], ["b", "c"], ["*", "*", "_", "_"]),
        ("***b***", ["b"], ["b"], ["***", "***"]),
        ("**b", [], [], []),
        ("2 * 3 * 4 snake_case_name", [], [], []),
        (r"\*a\*", [], [], ["\\", "\\"]),
        ("**a\nb**", ["a\nb"], [], ["**", "**"]),
        ("**a\n\nb**", [], [], []),
        ("***a**", ["a"], [], ["**", "**"]),
    ],
)
def test_emphasis(text: str, bold: list[str], italic: list[str], marks: list[str]) -> None:
    assert (words(text, bold=True), words(text, italic=True), words(text, mark=True)) == (bold, italic, marks)


def test_marks_of_lines_are_marks() -> None:
    text = "## Head\n\n- one\n1. two\n\n> said\n\n---\n"
    assert words(text, mark=True) == ["##", "-", "1.", ">", "---"]
    assert [(text[look.start : look.end], look.heading) for look in looks(text) if look.heading] == [("Head", 2)]


def test_links() -> None:
    text = "see [the *order*](https://x.example/a), (https://y.example/b). [x](y)"
    assert words(text, link=True) == ["the *order*", "https://y.example/b"]
    assert words(text, italic=True) == ["order"]
    assert words(text, mark=True) == ["[", "*", "*", "](https://x.example/a)"]


def test_code() -> None:
    assert words("a `b **c**` d", code=True) == ["b **c**"]
    assert words("a `b **c**` d", bold=True) == []
    assert words("```\n**a**\n```\n", bold=True) == []
    assert words("```\n**a**\n```\n", code=True) == ["```\n**a**\n```"]


def test_a_chip_is_as_a_citation_to_emphasis() -> None:
    assert words("**a.\ufffc** b", bold=True) == words("**a.[@x1]** b".replace("[@x1]", "\ufffc"), bold=True) != []


def test_an_item_that_is_nothing_but_a_citation_is_no_heading() -> None:
    assert [look for look in looks("- [@x1]\n- ") if look.heading] == []


def test_a_protected_sign_is_no_mark() -> None:
    assert [look for look in looks("\\# L") if look.heading] == []


pieces = st.sampled_from(
    ("*", "**", "_", "__", " ", "`", "\\", ".", "é", "\n", "[@x1]", "- ", "# ", "> ", "1. ", "L")
)


@given(st.lists(pieces, max_size=16))
def test_what_looks_bold_is_bold_in_the_memo(parts: list[str]) -> None:
    names = iter("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    text = "".join(next(names) if part == "L" else part for part in parts)
    shown = {
        (letter, "bold"): any(look.bold and look.start <= at < look.end for look in looks(text))
        for at, letter in enumerate(text)
        if letter.isupper()
    } | {
        (letter, "italic"): any(look.italic and look.start <= at < look.end for look in looks(text))
        for at, letter in enumerate(text)
        if letter.isupper()
    }
    printed = {}
    for block in read_prose(text, lambda _: (1,)):
        for run in block_runs(block):
            for letter in run.text:
                if letter.isupper():
                    printed[letter, "bold"], printed[letter, "italic"] = run.bold, run.italic
    assert shown == printed | {key: value for key, value in shown.items() if key not in printed}
    for look in looks(text):
        if look.heading:
            assert any(isinstance(block, Heading) for block in read_prose(text, lambda _: (1,)))
