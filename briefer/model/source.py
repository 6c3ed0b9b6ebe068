"""Source: an article as it came in, its cleaned text, and what is known about it."""

from __future__ import annotations

import bisect
from collections.abc import Iterator

import msgspec

_OPENING, _OPENING_WORDS = 80, 8
"""The most code points, and words, of a text that it is called by."""


class SourceHeading(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of the text that is a heading: code points ``start`` to ``end``, level 1 to 6."""

    start: int
    end: int
    level: int = 2


class Fix(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one cleaning rule did to the text: how many places, and whether it is switched on."""

    rule: str
    count: int
    on: bool = True


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An article. ``text`` is NFC with ``\\n`` line ends; an empty line parts paragraphs.

    ``original`` is what came in, so that every cleaning step can be taken back. ``sha256`` is that of the
    file's bytes, or empty for a paste. ``guessed`` names the details that no person has confirmed.
    """

    id: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    accessed: str = ""
    url: str = ""
    media_type: str = "text/plain"
    file_name: str = ""
    sha256: str = ""
    guessed: tuple[str, ...] = ()
    original: str = ""
    text: str = ""
    headings: tuple[SourceHeading, ...] = ()
    fixes: tuple[Fix, ...] = ()

    @property
    def label(self) -> str:
        """How to call it in a line: its title, else its file's name, else its first words, else its id."""
        return self.title or self.file_name or self._opening() or self.id

    def _opening(self) -> str:
        """The first words, with an ellipsis if others follow."""
        words = self.text[:_OPENING].split()
        cut = len(words) > _OPENING_WORDS or len(self.text) > _OPENING
        return " ".join(words[:_OPENING_WORDS]) + ("…" if cut and words else "")


def paragraph_starts(source: Source) -> list[int]:
    """Where each numbered paragraph starts (code points, ascending); headings are not numbered."""
    return list(_paragraph_starts(source))


def first_paragraph(source: Source) -> int:
    """Where the first numbered paragraph starts; 0 if there is none."""
    return next(_paragraph_starts(source), 0)


def _paragraph_starts(source: Source) -> Iterator[int]:
    headings = {heading.start for heading in source.headings}
    text, at = source.text, 0
    while at < len(text):
        while text.startswith("\n", at):
            at += 1
        end = text.find("\n\n", at)
        end = end if end >= 0 else len(text)
        if at < len(text) and at not in headings and (not text[at].isspace() or text[at:end].strip()):
            yield at
        at = end


def paragraph_number(source: Source, position: int) -> int:
    """The number, from 1, of the paragraph at a code point; 0 before the first (a headline, say)."""
    return bisect.bisect_right(paragraph_starts(source), position)
