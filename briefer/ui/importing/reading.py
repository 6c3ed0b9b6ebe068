"""Reading as the window asks for it. The readers are imported where they work: to import them takes long."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefer.model.source import Source
    from briefer.sources.read import Imported


def readers_are_here() -> bool:
    """Whether this process has imported the readers, so that it can read what is small itself."""
    return "briefer.sources.pasted" in sys.modules


def read_article(path: Path, password: str) -> Imported:
    """The article in a file, as ``briefer.sources.read.import_file`` gives it; its id is still to come."""
    from briefer.sources.read import import_file

    return import_file(path, "s0", password)


def read_words(text: str) -> Source:
    """Pasted words, as ``briefer.sources.read.source_from_text`` gives them."""
    from briefer.sources.read import source_from_text

    return source_from_text(text, "s0")


def read_formatted(html: str, text: str) -> Imported:
    """Pasted rich text, as ``briefer.sources.pasted.import_pasted`` gives it."""
    from briefer.sources.pasted import import_pasted

    return import_pasted(html, text, "s0")
