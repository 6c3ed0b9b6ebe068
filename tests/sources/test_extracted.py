from __future__ import annotations

import pytest

from briefer.errors import DataError
from briefer.sources.article import Details
from briefer.sources.extracted import LIMIT, Extract, ExtractedText, heading, joined, running


def reader(original: str, details: Details | None = None) -> ExtractedText:
    return ExtractedText("text/x", lambda content: Extract(original + content.decode(), details or Details()))


def test_headings_become_headings_and_other_lines_stay() -> None:
    made = joined(
        [heading("The  order", 2), running("# of cranes\n#7"), running("\\# kept"), " ", "- a\n- b", "A | B"]
    )
    assert made == "## The order\n\n\\# of cranes\n\\#7\n\n\\\\# kept\n\n- a\n- b\n\nA | B"
    text = reader("").cleaned(made)
    assert text.text == "The order\n\n# of cranes\n#7\n\n\\# kept\n\n- a\n- b\n\nA | B"
    assert [(h.start, h.end, h.level) for h in text.headings] == [(0, 9, 2)]


def test_a_heading_is_found_again_among_the_same_words() -> None:
    text = reader("").cleaned("Notes\n\n# Notes\n\nNotes\n\n### Notes")
    assert [(h.start, h.level) for h in text.headings] == [(7, 1), (21, 3)]


def test_a_heading_right_above_its_text_is_parted_from_it() -> None:
    text = reader("").cleaned("# The order\nThe Board met.")
    assert text.text == "The order\n\nThe Board met."
    assert len(text.headings) == 1


def test_lines_stay_as_the_format_gives_them_and_furniture_can_be_kept() -> None:
    original = "The Board met in the\nharbour of Saltmere.\n\nAdvertisement\n\nIt met\u00a0again."
    assert reader("").cleaned(original).text == "The Board met in the\nharbour of Saltmere.\n\nIt met again."
    assert "Advertisement" in reader("").cleaned(original, {"furniture"}).text


def test_an_extract_is_storable() -> None:
    found = reader("one\r\ntwo\u2028three\x07", Details(title=" A\n title\x00 ")).extracted(b"")
    assert found.original == "one\ntwo\nthree\ufffd"
    assert found.details.title == "A title\ufffd"


def test_a_password_goes_to_the_format_that_knows_one() -> None:
    locked = ExtractedText("text/x", lambda content: Extract("locked"), lambda content, password: Extract(password))
    assert (locked.extracted(b"").original, locked.extracted(b"", "key").original) == ("locked", "key")
    assert reader("open").extracted(b"", "key").original == "open"


def test_too_much_text_is_refused_with_its_size() -> None:
    with pytest.raises(DataError, match="8,388,609 characters"):
        reader("a" * LIMIT).extracted(b"b")
