"""The chapters of the user guide: Markdown in ``resources/help/``, and what a text browser shows of it. No Qt here.

A chapter is plain Markdown with tables. Raw HTML in it is shown as typed, and each heading can be linked to by its
words: ``files.md#undo``.
"""

from __future__ import annotations

import re
from pathlib import Path

from briefer.paths import resources

CHAPTERS = (
    "index.md", "articles.md", "notes.md", "suggestions.md", "memo.md", "export.md", "checks.md", "manager.md",
    "files.md", "keys.md", "templates.md",
)  # fmt: skip
"""The pages of the guide, in the order of reading; the first one opens."""

PICTURES = frozenset((".png",))

_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


def help_folder() -> Path:
    """Where the guide lies."""
    return resources() / "help"


def page_title(name: str) -> str:
    """The heading of a chapter, as the list of chapters shows it."""
    found = _TITLE.search(_markdown(name))
    return found[1].strip() if found else name


def page_html(name: str) -> str:
    """The body of a chapter as HTML, its own raw HTML escaped. A paragraph of a picture has the class ``picture``."""
    from markdown import Markdown
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.extensions.tables import TableExtension
    from markdown.extensions.toc import TocExtension

    # Objects, because for names Python-Markdown searches all that is installed.
    parser = Markdown(extensions=[TableExtension(), SaneListExtension(), TocExtension()])
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    return parser.convert(_markdown(name)).replace("<p><img", '<p class="picture"><img')


def picture_file(name: str) -> Path | None:
    """The file of a picture of the guide; None for anything that is no picture in the guide's own folder."""
    folder = help_folder().resolve()
    path = (folder / name).resolve()
    inside = path.is_relative_to(folder) and path.suffix.lower() in PICTURES and path.is_file()
    return path if inside else None


def _markdown(name: str) -> str:
    return (help_folder() / name).read_text("utf-8")
