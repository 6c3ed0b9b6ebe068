"""How an article is called, and where its paragraphs are."""

from __future__ import annotations

import pytest

from briefer.model.source import Source, SourceHeading, first_paragraph, paragraph_starts

LONG = "The United States has halted its plans to impose sanctions."


@pytest.mark.parametrize(
    ("source", "label"),
    [
        (Source("s1", text=LONG, title="Plans", file_name="a.txt"), "Plans"),
        (Source("s1", text=LONG, file_name="a.txt"), "a.txt"),
        (Source("s1", text=LONG), "The United States has halted its plans to…"),
        (Source("s1", text="The Board\n\nmet."), "The Board met."),
        (Source("s1"), "s1"),
    ],
)
def test_it_is_called_by_what_is_known_of_it(source: Source, label: str) -> None:
    assert source.label == label


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("", []),
        ("\n\n", []),
        ("One.", [0]),
        ("\nOne.\nStill one.\n\nTwo.", [1, 18]),
        ("One.\n\n\n\n\nTwo.\n\n", [0, 9]),
        ("One.\n\n  \n\n  Two.", [0, 10]),
    ],
)
def test_paragraphs_start_behind_empty_lines(text: str, starts: list[int]) -> None:
    source = Source("s1", text=text)
    assert (paragraph_starts(source), first_paragraph(source)) == (starts, starts[0] if starts else 0)


def test_headings_are_no_paragraphs() -> None:
    source = Source("s1", text="Ports\n\nThe Board met.", headings=(SourceHeading(0, 5),))
    assert (paragraph_starts(source), first_paragraph(source)) == ([7], 7)
