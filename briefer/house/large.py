"""Large type in a document of the office: its own sizes grow wherever they are set, but for header and footer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefer.house.styles import HouseStyles, style_of
from briefer.office.names import W, w
from briefer.office.package import Package
from briefer.office.xml import parse

if TYPE_CHECKING:
    from lxml import etree

_SIZES = (w("sz"), w("szCs"))
_SIDES = ("/header", "/footer")
_GROWING = ("/styles", "/numbering", "/footnotes", "/endnotes", "/comments")
_FIXED_LINES = ("exact", "atLeast")
_INDENTS = ("left", "start", "hanging")
_AFTER_SIZE = tuple(
    w(name)
    for name in "highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath".split()
)
"""What stands behind the size among the settings of a run."""
_LEAST, _MOST = 2, 3276
"""Of a size in Word, in half points."""


def enlarge(package: Package, factor: float) -> None:
    """Set the text of a document ``factor`` times as large, but for what stands above and below it on each page."""
    styles = HouseStyles(package)
    for kind in _SIDES:
        for name in package.related(package.main, kind):
            _hold_sizes(package.tree(name), styles)
    _say_size(package, styles)
    for name in (package.main, *(name for kind in _GROWING for name in package.related(package.main, kind))):
        _grow(package.tree(name), factor)


def _hold_sizes(root: etree._Element, styles: HouseStyles) -> None:
    """Say in each run of a header or footer the size that it has from its style."""
    for paragraph in root.iter(w("p")):
        size = styles.size(style_of(paragraph))
        for run in paragraph.iter(w("r")):
            properties = run.find(w("rPr"))
            if properties is None:
                properties = parse(f'<w:rPr xmlns:w="{W}"/>'.encode())
                run.insert(0, properties)
            if properties.find(w("sz")) is None and properties.find(w("rStyle")) is None:
                _put_size(properties, size)


def _say_size(package: Package, styles: HouseStyles) -> None:
    """Have the document say the size that all others begin from."""
    for name in package.related(package.main, "/styles"):
        root = package.tree(name)
        place = root
        for tag in ("docDefaults", "rPrDefault", "rPr"):
            found = place.find(w(tag))
            if found is None:
                found = parse(f'<w:{tag} xmlns:w="{W}"/>'.encode())
                place.insert(0, found)
            place = found
        if place.find(w("sz")) is None:
            _put_size(place, styles.least_size)


def _put_size(properties: etree._Element, size: int) -> None:
    from lxml import etree

    place = next((child for child in properties if child.tag in (*_AFTER_SIZE, w("szCs"))), None)
    made = etree.Element(w("sz"))
    made.set(w("val"), str(size))
    if place is not None:
        place.addprevious(made)
    else:
        properties.append(made)


def _grow(root: etree._Element, factor: float) -> None:
    for size in root.iter(*_SIZES):
        _scale(size, "val", factor)
        if (value := _number(size, "val")) is not None:
            size.set(w("val"), str(min(max(value, _LEAST), _MOST)))
    for spacing in root.iter(w("spacing")):
        if spacing.get(w("lineRule")) in _FIXED_LINES:
            _scale(spacing, "line", factor)
    for height in root.iter(w("trHeight")):
        _scale(height, "val", factor)
    for settings in _with_labels(root):
        for child in settings.iter(w("ind"), w("tab")):
            for name in _INDENTS if child.tag == w("ind") else ("pos",):
                _scale(child, name, factor)


def _with_labels(root: etree._Element) -> Iterator[etree._Element]:
    """The settings of paragraphs that hang beside a label, whose room grows with its words."""
    for settings in root.iter(w("pPr")):
        indent = settings.find(w("ind"))
        if indent is not None and indent.get(w("hanging")) and settings.find(w("numPr")) is None:
            yield settings


def _scale(element: etree._Element, name: str, factor: float) -> None:
    if (value := _number(element, name)) is not None:
        element.set(w(name), str(round(value * factor)))


def _number(element: etree._Element, name: str) -> int | None:
    value = element.get(w(name), "")
    return int(value) if value.isascii() and value.isdigit() else None
