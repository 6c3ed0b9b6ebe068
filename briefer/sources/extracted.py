"""What readers of pages, documents and mail give: paragraphs, headings marked as such, and what a person is told.

The form of such a text: an empty line between paragraphs, a heading as a line ``# `` to ``###### ``, list items as
lines ``- `` or ``1. ``, a table row as a line of cells joined by `` | ``. A line of the article that begins with
``#`` is written ``\\#``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from briefer.errors import DataError
from briefer.model.source import Fix, SourceHeading
from briefer.sources.article import Details, Text
from briefer.text.clean import SWITCHABLE, clean
from briefer.text.escape import xml_safe

LIMIT = 8 * 1024 * 1024
"""Bytes of a file of text, or code points of an article's text, that are read at most."""

KNOWN_LINES = frozenset({"quote-marks", "split-quotes", "dehyphenate", "paragraphs", "indents", "unwrap"})
"""Rules about line breaks and paragraphs, which a format that knows its own settles itself."""

_HEADING = re.compile(r"(#{1,6}) (.+)")
_ESCAPED = re.compile(r"^\\(?=\\*#)", re.MULTILINE)
_TO_ESCAPE = re.compile(r"^(?=\\*#)", re.MULTILINE)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\u0085\u2028\u2029]")
_EMPTY_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


class Extract(NamedTuple):
    """The text of a file in the form that the module describes, what the file says about itself, and notes.

    Each of ``told`` is a sentence for the person about something that the text cannot show: "Pages 3–5 hold no
    text: they are scans." ``guessed`` names the details that the file does not state as such, so that a person
    has to confirm them.
    """

    original: str
    details: Details = Details()
    told: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()


class ExtractedText(NamedTuple):
    """The reader of one format. ``extract`` gives the text of a file's bytes, or DataError.

    ``unlock`` does so with a password, where the format knows such; ``without`` names the cleaning rules that
    cannot apply; files of more than ``limit`` bytes are refused unread.
    """

    media_type: str
    extract: Callable[[bytes], Extract]
    unlock: Callable[[bytes, str], Extract] | None = None
    without: frozenset[str] = KNOWN_LINES
    limit: int = LIMIT

    def extracted(self, content: bytes, password: str = "") -> Extract:
        """What the file holds, storable in a brief; DataError if its text is longer than ``LIMIT``."""
        found = self.unlock(content, password) if password and self.unlock else self.extract(content)
        if len(found.original) > LIMIT:
            message = f"its text has {len(found.original):,} characters, and at most {LIMIT:,} are read"
            raise DataError(message, "save the part that you need as a file of its own")
        return self.stored(found)

    @staticmethod
    def stored(found: Extract) -> Extract:
        """An extract as a brief can keep it."""
        return found._replace(
            original=xml_safe(_LINE_ENDS.sub("\n", found.original)),
            details=Details(*(xml_safe(" ".join(value.split())) for value in found.details)),
        )

    def cleaned(self, original: str, off: Collection[str] = ()) -> Text:
        """The words without the marks of headings, cleaned but for what the format knows."""
        blocks = [_block(paragraph) for paragraph in _paragraphs(original)]
        without = (set(off) | self.without) & SWITCHABLE
        done = clean("\n\n".join(words for words, _ in blocks), without)
        fixes = tuple(Fix(step.rule, step.count) for step in done.steps)
        return Text(done.text, headings_in(done.text, blocks, without), fixes, done.steps)


def heading(words: str, level: int) -> str:
    """A heading as it is written in an extracted text; ``level`` is brought into 1 to 6."""
    return f"{'#' * min(max(level, 1), 6)} {' '.join(words.split())}"


def running(words: str) -> str:
    """Text of an article as it is written in an extracted text: no line of it is taken for a heading."""
    return _TO_ESCAPE.sub(r"\\", words)


def joined(paragraphs: Iterable[str]) -> str:
    """The extracted text of paragraphs and headings; those without words are left out."""
    return "\n\n".join(paragraph.strip("\n") for paragraph in paragraphs if paragraph.strip())


def headings_in(text: str, blocks: Iterable[tuple[str, int]], without: Collection[str]) -> tuple[SourceHeading, ...]:
    """Where the headings among blocks, words and level, stand in a text that was cleaned ``without`` these rules.

    A level of 0 is no heading; one that cleaning took away is left out.
    """
    places: dict[str, list[int]] = {}
    at = 0
    for paragraph in text.split("\n\n"):
        places.setdefault(paragraph, []).append(at)
        at += len(paragraph) + 2
    found: list[SourceHeading] = []
    after = 0
    for given, level in blocks:
        words = clean(given, {*without, "furniture"}).text if level else given
        starts = places.get(words, [])
        nearest = bisect_left(starts, after)
        if words and nearest < len(starts):
            after = starts[nearest] + len(words)
            if level:
                found.append(SourceHeading(starts[nearest], after, level))
    return tuple(found)


def _paragraphs(original: str) -> list[str]:
    """Paragraphs, and headings that stand in a paragraph's first line parted from what follows."""
    parted = re.sub(r"^(#{1,6} .+)\n(?!\n)", r"\1\n\n", original, flags=re.MULTILINE)
    return [paragraph for paragraph in _EMPTY_LINES.split(parted) if paragraph.strip()]


def _block(paragraph: str) -> tuple[str, int]:
    marked = _HEADING.fullmatch(paragraph.strip())
    return (marked[2].strip(), len(marked[1])) if marked else (_ESCAPED.sub("", paragraph), 0)
