"""A window on one article, as it comes from a paste."""

from __future__ import annotations

import pytest
from article_samples import ARTICLE
from ui_user import User

from briefer.edit import changes
from briefer.sources.read import source_from_text
from briefer.ui.window import Window


@pytest.fixture
def on_article(user: User, window: Window) -> Window:
    """The window with the article as its one source, the keyboard in it."""
    source = source_from_text(ARTICLE, "s0")
    window._session.apply(lambda brief: changes.add_source(brief, source)[0], "Paste article")
    window.source.take_focus()
    return window
