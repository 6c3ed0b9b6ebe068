"""What cleaning gives back, and the outcome of one pass."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import islice
from typing import NamedTuple

import msgspec

Change = tuple[str, str]
"""A place before and after, with a few words around it where it is smaller than a line."""

EXAMPLES = 500
"""Changes kept for each rule; its count is always the whole."""

_AROUND = 16


class Heading(msgspec.Struct, frozen=True):
    """A line of the cleaned text that is a heading: code points ``start`` to ``end``, level 1 to 6."""

    start: int
    end: int
    level: int = 2


class Step(msgspec.Struct, frozen=True):
    """What one rule did: in how many places, and the first ``EXAMPLES`` of them in order."""

    rule: str
    count: int
    changes: tuple[Change, ...]


class Cleaned(msgspec.Struct, frozen=True):
    """Text in NFC with ``\\n`` line ends, an empty line between paragraphs, and how it came about.

    ``steps`` holds the rules that did something, in the order of the table of rules.
    """

    text: str
    headings: tuple[Heading, ...]
    steps: tuple[Step, ...]


class Outcome(NamedTuple):
    """The text after one pass, with what the pass did."""

    text: str
    times: int = 0
    changes: tuple[Change, ...] = ()


def outcome(text: str, changes: list[Change]) -> Outcome:
    """The outcome of a pass that lists all its changes."""
    return Outcome(text, len(changes), tuple(changes[:EXAMPLES]))


def substitute(pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str], text: str) -> Outcome:
    """Replace each match; ``new`` is literal text, or gives the text for a match.

    A match that is replaced by itself is no change and is not counted.
    """
    give = new if callable(new) else lambda _match: new
    count = 0

    def replace(match: re.Match[str]) -> str:
        nonlocal count
        made = give(match)
        count += made != match[0]
        return made

    cleaned = pattern.sub(replace, text)
    if not count:
        return Outcome(cleaned)
    return Outcome(cleaned, count, tuple(islice(_examples(pattern.finditer(text), give, text), EXAMPLES)))


def _examples(matches: Iterable[re.Match[str]], give: Callable[[re.Match[str]], str], text: str) -> Iterable[Change]:
    for match in matches:
        made = give(match)
        if made != match[0]:
            before = text[max(0, match.start() - _AROUND) : match.start()].rpartition("\n")[2]
            after = text[match.end() : match.end() + _AROUND].partition("\n")[0]
            yield before + match[0] + after, before + made + after
