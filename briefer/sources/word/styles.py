"""What the styles and lists of a Word document make of a paragraph: a heading, a list item with its number."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from briefer.office.names import w
from briefer.office.package import Package
from briefer.sources.numbering import numeral

if TYPE_CHECKING:
    from lxml import etree

_OFF = frozenset(("0", "false", "off", "none"))
_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|заголовок|címsor)"
    r" ?([1-9])\b",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:toc|table of figures|verzeichnis|tm|tdc|sommario|inhopg) ?\d?$", re.IGNORECASE)
_BASED_ON = 20
"""Styles on styles that are followed."""
_HIGHEST = 8
_LARGE = 36
"""Half points from which a line of its own is a headline."""
_LONGEST_HEADING = 120


def is_on(value: str) -> bool:
    """Whether a switch of the format is on; one that only stands there is."""
    return value not in _OFF


class _Style(NamedTuple):
    name: str
    parent: str
    level: int
    list_id: str
    list_level: int
    hidden: bool


class _Level(NamedTuple):
    kind: str
    text: str
    start: int


class Styles:
    """The styles and lists of one document; ``label`` counts, and is asked once for each paragraph in order."""

    def __init__(self, package: Package) -> None:
        self._styles: dict[str, _Style] = {}
        for part in package.related(package.main, "/styles"):
            if part in package:
                self._styles.update(
                    (style.get(w("styleId"), ""), _style(style)) for style in package.tree(part).iter(w("style"))
                )
        self._lists: dict[str, dict[int, _Level]] = {}
        self._counters: dict[str, dict[int, int]] = defaultdict(dict)
        self._families: dict[str, str] = {}
        for part in package.related(package.main, "/numbering"):
            if part in package:
                self._read_lists(package.tree(part))

    def level(self, paragraph: etree._Element) -> int:
        """The level of a heading, 1 to 9; 0 for text."""
        own = paragraph.find(f"{w('pPr')}/{w('outlineLvl')}")
        if own is not None:
            return _outline(own)
        for style in self._chain(paragraph):
            if style.level:
                return style.level
        return 0 if self._in_list(paragraph)[0] else _shown_level(paragraph)

    def is_contents(self, paragraph: etree._Element) -> bool:
        """Whether it is a line of a table of contents."""
        return any(_CONTENTS.match(style.name) for style in self._chain(paragraph))

    def is_hidden(self, run: etree._Element) -> bool:
        """Whether a run, or the style of its letters, is hidden."""
        own = run.find(f"{w('rPr')}/{w('vanish')}")
        if own is not None:
            return is_on(own.get(w("val"), "1"))
        named = run.find(f"{w('rPr')}/{w('rStyle')}")
        style = self._styles.get(named.get(w("val"), "")) if named is not None else None
        return style is not None and style.hidden

    def label(self, paragraph: etree._Element) -> str | None:
        """The number of a list item as it is shown, "" for a bullet, None for what is in no list."""
        ident, depth = self._in_list(paragraph)
        levels = self._lists.get(ident)
        if not levels or depth not in levels:
            return None
        level = levels[depth]
        if level.kind == "none":
            return None
        counters = self._counters[self._families.get(ident, ident)]
        counters[depth] = counters.get(depth, level.start - 1) + 1
        for deeper in [each for each in counters if each > depth]:
            del counters[deeper]
        if level.kind == "bullet":
            return ""
        return re.sub(
            r"%([1-9])", lambda match: self._number(levels, counters, int(match[1]) - 1), level.text
        ).strip()

    def _number(self, levels: dict[int, _Level], counters: dict[int, int], depth: int) -> str:
        level = levels.get(depth, _Level("decimal", "", 1))
        return numeral(counters.get(depth, level.start), level.kind)

    def _in_list(self, paragraph: etree._Element) -> tuple[str, int]:
        own = paragraph.find(f"{w('pPr')}/{w('numPr')}")
        if own is not None:
            ident, depth = _list_of(own)
            if ident or own.find(w("numId")) is not None:
                return ident, depth
        for style in self._chain(paragraph):
            if style.list_id:
                return style.list_id, style.list_level
        return "", 0

    def _chain(self, paragraph: etree._Element) -> list[_Style]:
        """The style of a paragraph, and those that it rests on."""
        named = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        found: list[_Style] = []
        ident = named.get(w("val"), "") if named is not None else ""
        while (style := self._styles.get(ident)) is not None and len(found) < _BASED_ON:
            found.append(style)
            ident = style.parent
        return found

    def _read_lists(self, root: etree._Element) -> None:
        kinds = {
            each.get(w("abstractNumId"), ""): {
                _whole(level.get(w("ilvl"), "0")): _level(level) for level in each.findall(w("lvl"))
            }
            for each in root.findall(w("abstractNum"))
        }
        for number in root.findall(w("num")):
            of = number.find(w("abstractNumId"))
            family = of.get(w("val"), "") if of is not None else ""
            ident = number.get(w("numId"), "")
            levels = dict(kinds.get(family, {}))
            overrides = number.findall(w("lvlOverride"))
            for override in overrides:
                depth = _whole(override.get(w("ilvl"), "0"))
                if (level := override.find(w("lvl"))) is not None:
                    levels[depth] = _level(level)
                elif (start := override.find(w("startOverride"))) is not None and depth in levels:
                    levels[depth] = levels[depth]._replace(start=_whole(start.get(w("val"), "1")))
            self._lists[ident] = levels
            self._families[ident] = ident if overrides else family


def _shown_level(paragraph: etree._Element) -> int:
    """The level of a short line that is a heading by its looks: large, or all of it bold; 0 for text."""
    runs = [run for run in paragraph.iter(w("r")) if "".join(text.text or "" for text in run.iter(w("t"))).strip()]
    text = "".join(each.text or "" for run in runs for each in run.iter(w("t"))).strip()
    if not runs or len(text) > _LONGEST_HEADING or text.endswith((".", ",", ";", ":", "!", "?")):
        return 0
    sizes = [_whole(size.get(w("val"), "0")) for run in runs for size in run.findall(f"{w('rPr')}/{w('sz')}")]
    if len(sizes) == len(runs) and min(sizes) >= _LARGE:
        return 1
    marks = [mark for run in runs for mark in run.findall(f"{w('rPr')}/{w('b')}")]
    return 2 if len(marks) == len(runs) and all(is_on(mark.get(w("val"), "1")) for mark in marks) else 0


def _style(style: etree._Element) -> _Style:
    name = _value(style, "name")
    ident, depth = "", 0
    if (own := style.find(f"{w('pPr')}/{w('numPr')}")) is not None:
        ident, depth = _list_of(own)
    outline = style.find(f"{w('pPr')}/{w('outlineLvl')}")
    vanish = style.find(f"{w('rPr')}/{w('vanish')}")
    hidden = vanish is not None and is_on(vanish.get(w("val"), "1"))
    level = _outline(outline) if outline is not None else _named_level(name)
    return _Style(name, _value(style, "basedOn"), level, ident, depth, hidden)


def _named_level(name: str) -> int:
    if name.casefold() in ("title", "titel"):
        return 1
    match = _HEADING.match(name)
    return int(match[1]) if match else 0


def _outline(element: etree._Element) -> int:
    """Levels are counted from 0, and 9 is text."""
    level = _whole(element.get(w("val"), "9"))
    return level + 1 if level <= _HIGHEST else 0


def _list_of(properties: etree._Element) -> tuple[str, int]:
    ident = _value(properties, "numId")
    return ("" if ident == "0" else ident), _whole(_value(properties, "ilvl") or "0")


def _level(level: etree._Element) -> _Level:
    return _Level(
        _value(level, "numFmt") or "decimal", _value(level, "lvlText"), _whole(_value(level, "start") or "1")
    )


def _value(element: etree._Element, name: str) -> str:
    child = element.find(w(name))
    return "" if child is None else child.get(w("val"), "")


def _whole(value: str) -> int:
    try:
        return int(value)
    except ValueError:
        return 0
