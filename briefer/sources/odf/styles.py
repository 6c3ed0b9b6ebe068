"""Styles and lists of an OpenDocument: which paragraph is a heading, which text is hidden, how items are numbered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from briefer.sources.numbering import numeral
from briefer.sources.odf.names import STYLE, TEXT

if TYPE_CHECKING:
    from lxml import etree

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_BASED_ON = 20


class _Style(NamedTuple):
    parent: str
    level: int
    hidden: bool


class _Level(NamedTuple):
    form: str = "none"
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1
    bullet: bool = False


class Styles:
    """The styles of a document, from its parts in the order in which they count."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._styles: dict[str, _Style] = {}
        self._lists: dict[str, dict[int, _Level]] = {}
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                self._styles[style.get(f"{STYLE}name", "")] = _style(style)
            for style in root.iter(f"{TEXT}list-style"):
                self._lists[style.get(f"{STYLE}name", "")] = dict(map(_level, style))

    def level(self, name: str) -> int:
        """The level of a heading that a paragraph of this style is; 0 for text."""
        for _ in range(_BASED_ON):
            if name == "Title":
                return 1
            style = self._styles.get(name)
            if style is None or style.level:
                return style.level if style else 0
            name = style.parent
        return 0

    def is_hidden(self, name: str) -> bool:
        """Whether text of this style is not shown."""
        style = self._styles.get(name)
        return style is not None and style.hidden

    def number(self, name: str, counters: dict[int, int], depth: int) -> str:
        """The number of a list item as it is shown; "" for a bullet."""
        levels = self._lists.get(name, {})
        level = levels.get(depth, _Level(bullet=True))
        if level.bullet or level.form == "none":
            return ""
        shown = range(max(1, depth - level.shown + 1), depth + 1)
        numbers = [numeral(counters.get(each, 1), levels.get(each, level).form) for each in shown]
        return f"{level.before}{'.'.join(filter(None, numbers))}{level.after}".strip()

    def start(self, name: str, depth: int) -> int:
        """The number of the first item of a list."""
        return self._lists.get(name, {}).get(depth, _Level()).start


def _style(style: etree._Element) -> _Style:
    letters = style.find(f"{STYLE}text-properties")
    hidden = letters is not None and letters.get(f"{TEXT}display") == "none"
    level = whole(style.get(f"{STYLE}default-outline-level", ""), 0)
    return _Style(style.get(f"{STYLE}parent-style-name", ""), level, hidden)


def _level(level: etree._Element) -> tuple[int, _Level]:
    bullet = level.tag != f"{TEXT}list-level-style-number"
    return whole(level.get(f"{TEXT}level", "1"), 1), _Level(
        _FORMS.get(level.get(f"{STYLE}num-format", ""), "decimal"),
        level.get(f"{STYLE}num-prefix", ""),
        level.get(f"{STYLE}num-suffix", ""),
        whole(level.get(f"{TEXT}start-value", "1"), 1),
        whole(level.get(f"{TEXT}display-levels", "1"), 1),
        bullet,
    )


def whole(value: str, otherwise: int) -> int:
    """A number that a file gives, or another if it gives none."""
    try:
        return int(value)
    except ValueError:
        return otherwise
