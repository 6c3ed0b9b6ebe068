from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.memo.blocks import block_runs
from briefer.memo.formatting import (
    BOLD,
    ITALIC,
    Edited,
    break_line,
    link_at,
    set_link,
    toggle_emphasis,
    toggle_list,
    web_address,
)
from briefer.memo.markdown import read_prose


def marked(text: str) -> tuple[str, int, int]:
    """A text with its selection as ``«…»``, or its caret as ``|``."""
    if "|" in text:
        at = text.index("|")
        return text.replace("|", ""), at, at
    start = text.index("«")
    return text.replace("«", "").replace("»", ""), start, text.index("»") - 1


def shown(edited: Edited) -> str:
    text, start, end = edited
    if start == end:
        return f"{text[:start]}|{text[start:]}"
    return f"{text[:start]}«{text[start:end]}»{text[end:]}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the «big» ship", "the **«big»** ship"),
        ("the **«big»** ship", "the «big» ship"),
        ("the bi|g ship", "the **bi|g** ship"),
        ("the **bi|g** ship", "the bi|g ship"),
        ("the« big »ship", "the« **big** »ship"),
        ("the *«big»* ship", "the ***«big»*** ship"),
        ("the ***«big»*** ship", "the *«big»* ship"),
        ("the «**big**» ship", "the «big» ship"),
        ("- «one\n- two»", "- **«one**\n- **two»**"),
        ("- **«one**\n- **two»**", "- «one\n- two»"),
        ("**«one**\n\ntwo»", "**«one**\n\n**two»**"),
        ("## «Head»", "## **«Head»**"),
        ("the big|", "the **big|**"),
        ("|big", "**|big**"),
        ("so |", "so **|**"),
        ("so **|**", "so |"),
        ("It did. «So. [@x1]»", "It did. **«So. [@x1]»**"),
    ],
)
def test_bold(before: str, after: str) -> None:
    assert shown(toggle_emphasis(*marked(before), BOLD)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the «big» ship", "the *«big»* ship"),
        ("the *«big»* ship", "the «big» ship"),
        ("the **«big»** ship", "the ***«big»*** ship"),
        ("the ***«big»*** ship", "the **«big»** ship"),
    ],
)
def test_italic(before: str, after: str) -> None:
    assert shown(toggle_emphasis(*marked(before), ITALIC)) == after


@given(st.text("ab c", min_size=1, max_size=12), st.data(), st.sampled_from((BOLD, ITALIC)))
def test_the_memo_shows_the_emphasis_that_was_asked_for(text: str, data: st.DataObject, marks: int) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not text[start:end].strip() or text[max(0, start - 1) : end + 1].strip() != text[start:end].strip():
        return
    edited = toggle_emphasis(text, start, end, marks)
    runs = [run for block in read_prose(edited.markdown, lambda _: ()) for run in block_runs(block)]
    emphatic = "".join(run.text for run in runs if (run.bold if marks == BOLD else run.italic))
    assert emphatic.split() == text[start:end].split()
    assert toggle_emphasis(*edited, marks).markdown == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("«one\ntwo»", "- «one\n- two»"),
        ("- «one\n- two»", "«one\ntwo»"),
        ("o|ne", "- o|ne"),
        ("- o|ne", "o|ne"),
        ("1. «one\n- two»", "- «one\n- two»"),
        ("«one\n\ntwo»", "- «one\n\n- two»"),
        ("|", "- |"),
        ("a\n|", "a\n- |"),
    ],
)
def test_a_list(before: str, after: str) -> None:
    assert shown(toggle_list(*marked(before))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one|", "- one\n- |"),
        ("  * one| two", "  * one\n  * | two"),
        ("9. nine|", "9. nine\n10. |"),
        ("2) two|", "2) two\n3) |"),
        ("- one\n- |", "- one\n|"),
        ("1. |", "|"),
        ("|- one", "\n|- one"),
        ("one|", "one\n|"),
        ("- o«n»e", "- o\n- |e"),
    ],
)
def test_return(before: str, after: str) -> None:
    assert shown(break_line(*marked(before))) == after


@pytest.mark.parametrize(
    ("before", "address", "after"),
    [
        ("see «the order» now", "https://x.example", "see [the order](https://x.example)| now"),
        ("see or|der", "https://x.example", "see [order](https://x.example)|"),
        ("see |", "https://x.example", "see [https://x.example](https://x.example)|"),
        ("write |", "mailto:a@b.example", "write [a@b.example](mailto:a@b.example)|"),
        ("see [or|der](https://x.example).", "https://y.example", "see [order](https://y.example)|."),
        ("see [or|der](https://x.example).", "", "see order|."),
        ("«one\ntwo»", "https://x.example", "«one\ntwo»"),
        ("on|e", "", "on|e"),
    ],
)
def test_a_link(before: str, address: str, after: str) -> None:
    assert shown(set_link(*marked(before), address)) == after


def test_the_link_around_the_caret_is_found() -> None:
    assert link_at("a [b](https://c.example/(d)) e", 3, 3) == (2, 28, "b", "https://c.example/(d)")
    assert link_at("a [b](https://c.example) e", 26, 26) is None


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" https://x.example/a ", "https://x.example/a"),
        ("x.example/a?b=c", "https://x.example/a?b=c"),
        ("desk@office.example", "mailto:desk@office.example"),
        ("https://x.example/a_(b)", "https://x.example/a_%28b%29"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("two words", ""),
        ("", ""),
    ],
)
def test_addresses(typed: str, address: str) -> None:
    assert web_address(typed) == address
