"""The tags of a template's text, found without reading them: where each begins, and how it ends or fails to.

Jinja stops at the first tag that it cannot read. This finds all of them, line by line, so that the check can say of
each what is wrong with it. It is only asked once Jinja has complained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

Mark: TypeAlias = Literal["{{", "{%", "{#"]

CLOSING: dict[str, str] = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENING = re.compile(r"\{\{|\{%|\{#")
_RAW = re.compile(r"\{%[-+]?\s*raw\s*[-+]?%\}")
_END_RAW = re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}")
_NAME = re.compile(r"[-+]?\s*([^\W\d]\w*)")
_QUOTES = "'\""
_LONGEST = 20_000
"""Code points within which a tag that is closed at all is closed: so that time grows with the text alone."""


class Tag(NamedTuple):
    """A tag from ``start`` to ``end``. ``closed`` is the mark that ends it: the right one, a wrong one, or none."""

    mark: str
    start: int
    end: int
    closed: str
    text: str

    @property
    def whole(self) -> bool:
        """Whether it ends as it begins."""
        return self.closed == CLOSING[self.mark]

    @property
    def inner(self) -> str:
        """What stands between its marks."""
        return self.text[2 : len(self.text) - len(self.closed)].strip("-+ \t\n")

    @property
    def name(self) -> str:
        """The first word of a ``{% %}``: for, endif ..."""
        found = _NAME.match(self.text, 2) if self.mark == "{%" else None
        return found[1] if found else ""


def tags(text: str) -> Iterator[Tag]:
    """All tags in their order. What stands in ``raw`` is none; a tag that is never closed ends with its words."""
    at = 0
    while found := _OPENING.search(text, at):
        if raw := _RAW.match(text, found.start()):
            end = _END_RAW.search(text, raw.end())
            if end:
                at = end.end()
                continue
        tag = _tag(text, found[0], found.start())
        yield tag
        at = max(tag.end, tag.start + 2)


def _tag(text: str, mark: str, start: int) -> Tag:
    limit = min(len(text), start + _LONGEST)
    if mark == "{#":
        end = text.find("#}", start + 2)
        closed, end = ("#}", end + 2) if end >= 0 else ("", _end_of_line(text, start, len(text)))
    else:
        closed, end = _closing(text, mark, start + 2, limit)
    return Tag(mark, start, end, closed, text[start:end])


def _closing(text: str, mark: str, at: int, limit: int) -> tuple[str, int]:
    """The mark that closes a tag whose inside begins at ``at``, and where that mark ends."""
    due, begun, depth = CLOSING[mark], at, 0
    while at < limit:
        two = text[at : at + 2]
        if two == "}}" == due and depth and (depth > 1 or text.startswith("}}}", at)):
            depth, at = depth - 1, at + 1
            continue
        if two in ("}}", "%}"):
            return two, at + 2
        if two in CLOSING or text.startswith("\n\n", at):
            break
        character = text[at]
        if character in _QUOTES:
            at = _after_quoted(text, at, due, limit)
            continue
        if character == "{":
            depth += 1
        elif character == "}" and depth:
            depth -= 1
        elif spaced := _SPACED[mark].match(text, at):
            return spaced[0], spaced.end()
        at += 1
    return "", _end_of_line(text, begun, min(at, limit))


_SPACED = {"{{": re.compile(r"\}(?:[ \t]+\})?"), "{%": re.compile(r"(?:%[ \t]+)?\}")}
"""A closing mark that lost a part, or was torn apart."""


def _end_of_line(text: str, start: int, limit: int) -> int:
    """Where the words of the line end on which an unclosed tag begins."""
    end = text.find("\n", start, limit)
    end = limit if end < 0 else end
    return start + len(text[start:end].rstrip())


def _after_quoted(text: str, at: int, due: str, limit: int) -> int:
    """The place after a quotation; after its mark alone, if the one that ends it is missing."""
    line = text.find("\n", at, limit)
    line = limit if line < 0 else line
    end = text.find(text[at], at + 1, line)
    if end < 0 or (due in text[at:end] and due not in text[end:line]):
        return at + 1
    return end + 1
