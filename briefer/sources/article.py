"""What a reader makes of an article."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple, Protocol

from briefer.model.source import Fix, SourceHeading
from briefer.text.clean import Step


class Text(NamedTuple):
    """The cleaned text of an article, its headings in code points of it, and what cleaning did, with examples."""

    text: str
    headings: tuple[SourceHeading, ...]
    fixes: tuple[Fix, ...]
    steps: tuple[Step, ...] = ()


class Details(NamedTuple):
    """What is known about an article; an empty string is not known. ``published`` and ``accessed`` are ISO dates."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    accessed: str = ""
    url: str = ""


class Reader(Protocol):
    """One kind of text file. ``original`` is what can be stored and cleaned again at any time.

    Files that are no text in themselves have an ``ExtractedText`` instead.
    """

    media_type: str

    def original(self, content: bytes) -> str:
        """The file's content as text; DataError if it is not what its name says."""

    def cleaned(self, original: str, off: Collection[str] = ()) -> Text:
        """The text without what cleaning takes away; ``off`` names rules to leave out."""

    def stated(self, original: str) -> Details:
        """What the article says about itself in so many words: these are no guesses."""
