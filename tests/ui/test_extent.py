"""How a number of pages is written."""

from __future__ import annotations

import pytest

from briefer.ui.extent import shown_pages


@pytest.mark.parametrize(
    ("pages", "limit", "shown"),
    [(1.94, 2, "1.9"), (2.0, 2, "2.0"), (2.01, 2, "2.1"), (2.01, 0, "2.0"), (2.3, 2, "2.3")],
)
def test_what_is_over_the_limit_never_looks_like_the_limit(pages: float, limit: float, shown: str) -> None:
    assert shown_pages(pages, limit) == shown
