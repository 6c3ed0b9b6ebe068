from __future__ import annotations

import pytest

from briefer.errors import DataError
from briefer.sources.pasted import import_pasted


def test_rich_text_keeps_its_headings() -> None:
    source, _ = import_pasted("<h2>Ports told</h2><p>The Board met.</p>", "Ports told\nThe Board met.", "s1")
    assert (source.id, source.media_type) == ("s1", "text/html")
    assert [source.text[line.start : line.end] for line in source.headings] == ["Ports told"]


def test_words_that_only_the_plain_form_has_are_not_lost() -> None:
    source, _ = import_pasted("<p>The Board</p>", "The Board met on Tuesday, late at night.", "s1")
    assert source.media_type == "text/plain"
    assert source.text == "The Board met on Tuesday, late at night."


@pytest.mark.parametrize("html", ["", "<img src='https://x.example/a.png'>", "<p></p>" * 3])
def test_rich_text_without_words_leaves_the_plain_ones(html: str) -> None:
    source, _ = import_pasted(html, "The Board met.", "s1")
    assert source.text == "The Board met."
    with pytest.raises(DataError):
        import_pasted(html, " ", "s1")


def test_two_paragraphs_alike_are_counted() -> None:
    source, _ = import_pasted("<p>No.</p>", "No.\nNo.\nNo.", "s1")
    assert source.media_type == "text/plain"
