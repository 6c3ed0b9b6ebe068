"""How an article is called."""

from __future__ import annotations

import pytest

from briefer.model.source import Source

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
