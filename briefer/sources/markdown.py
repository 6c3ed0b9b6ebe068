"""Markdown articles: front matter becomes details, headings stay headings, the marks of the markup go.

Line breaks follow Markdown's own rules, so that the rules for broken lines have nothing to do here.
"""

from __future__ import annotations

from collections.abc import Collection

from briefer.model.source import Fix
from briefer.sources.article import Details, Text
from briefer.sources.dates import iso_date
from briefer.sources.extracted import KNOWN_LINES, headings_in
from briefer.sources.front_matter import fields, split
from briefer.sources.markup import plain_blocks
from briefer.sources.plain import decode, storable
from briefer.text.clean import SWITCHABLE, clean

_NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title",),
    "author": ("author", "authors", "by", "byline"),
    "publisher": ("publisher", "publication", "outlet", "site", "site_name", "website", "source"),
    "published": ("published", "date", "pubdate"),
    "accessed": ("accessed", "retrieved", "clipped"),
    "url": ("url", "link", "source_url", "canonical", "source"),
}


class MarkdownText:
    """Reads .md files."""

    media_type = "text/markdown"

    def original(self, content: bytes) -> str:
        """The file's text, front matter and marks included; DataError if it is no text."""
        return storable(decode(content))

    def cleaned(self, original: str, off: Collection[str] = ()) -> Text:
        """The words of the article without markup, cleaned but for its line breaks."""
        blocks = plain_blocks(split(original)[1])
        done = clean("\n\n".join(block.text for block in blocks), (set(off) | KNOWN_LINES) & SWITCHABLE)
        fixes = tuple(Fix(step.rule, step.count) for step in done.steps)
        headings = ((block.text, block.level) for block in blocks if block.level)
        return Text(done.text, headings_in(done.text, headings, KNOWN_LINES), fixes, done.steps)

    def stated(self, original: str) -> Details:
        """What the front matter says; the first heading, if it is of level 1, is the title."""
        front, body = split(original)
        read = fields(front)
        told = {name: next((read[key] for key in keys if read.get(key)), "") for name, keys in _NAMES.items()}
        if told["publisher"].startswith(("http://", "https://")):
            told["publisher"] = ""
        for name in ("published", "accessed"):
            told[name] = iso_date(told[name])
        if not told["url"].startswith(("http://", "https://")):
            told["url"] = ""
        if not told["title"]:
            first = next(iter(plain_blocks(body)), None)
            told["title"] = first.text if first and first.level == 1 else ""
        return Details(**told)
