"""The styles of a house document: by id, by name, by the names that other languages have for Word's own.

What a memo needs and the document lacks is added, as the standard look has it but in the document's own fonts.
"""

from __future__ import annotations

import copy
import functools
from typing import TYPE_CHECKING

from briefer.house.style_names import heading_level, names_of
from briefer.memo.blocks import Facts
from briefer.office.names import WORD, R, W, w
from briefer.office.package import Package
from briefer.office.xml import parse
from briefer.render.word.properties import in_language

if TYPE_CHECKING:
    from lxml import etree

_STYLES_TYPE = f"{WORD}.styles+xml"
_DEFAULTS = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList")
_LINES = ("Signature", "SignatureNext")
"""Our styles whose line is what they are for."""


class HouseStyles:
    """The styles part of a package; a package without one gets it.

    ``least_size`` is the size of words in half points where nothing says any.
    """

    least_size = 20

    def __init__(self, package: Package) -> None:
        self._root = _styles_root(package)
        self._by_id: dict[str, etree._Element] = {}
        self._by_name: dict[tuple[str, str], str] = {}
        for style in self._root.iter(w("style")):
            self._note(style)
        self._found: dict[str, str] = {}

    def style(self, ours: str) -> str:
        """The id of the style that does the work of one of ours; added if there is none."""
        if ours not in self._found:
            self._found[ours] = self._find(ours) or self._add(ours)
        return self._found[ours]

    def has(self, ours: str) -> bool:
        """Whether the document has a style that does the work of one of ours."""
        return ours in self._by_id or bool(self._find(ours))

    def level(self, ident: str) -> int | None:
        """The outline level of a paragraph style: 0 for a title, 1 for a first heading; None for text."""
        for style in self.ancestry(ident):
            name = _value(style.find(w("name")))
            if (found := heading_level(name)) is not None:
                return found
            if name.strip().lower() in names_of("Title"):
                return 0
            outline = _value(style.find(f"{w('pPr')}/{w('outlineLvl')}"))
            if outline.isdigit() and int(outline) < 9:
                return int(outline) + 1
        return None

    def numbering(self, ident: str) -> tuple[str, int] | None:
        """The list (``w:numId``) and the level in it that a style belongs to."""
        for style in self.ancestry(ident):
            if (found := style.find(f"{w('pPr')}/{w('numPr')}")) is not None:
                number = _value(found.find(w("numId")))
                level = _value(found.find(w("ilvl"))) or "0"
                return (number, int(level)) if number not in ("", "0") else None
        return None

    def size(self, ident: str) -> int:
        """The size of the words of a paragraph style, in half points."""
        for style in self.ancestry(ident or self.default):
            value = _value(style.find(f"{w('rPr')}/{w('sz')}"))
            if value.isdigit():
                return int(value)
        value = _value(self._root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('sz')}"))
        return int(value) if value.isdigit() else self.least_size

    def name(self, ident: str) -> str:
        """What a style is called, in lower case."""
        style = self._by_id.get(ident)
        return _value(style.find(w("name"))).lower() if style is not None else ""

    def does(self, ours: str, ident: str) -> bool:
        """Whether a style does the work of one of ours."""
        return ident == ours or self.name(ident) in names_of(ours)

    @property
    def defaults(self) -> list[etree._Element]:
        """What holds where no style says more: elements with settings of runs, then of paragraphs."""
        names = ("rPrDefault", "pPrDefault")
        found = (self._root.find(f"{w('docDefaults')}/{w(name)}") for name in names)
        return [each for each in found if each is not None]

    @property
    def default(self) -> str:
        """The id of the style of paragraphs that name none."""
        return self.style("Normal")

    def speak(self, language: str) -> None:
        """Make a language that of the text in Latin letters, and of the script that it is written in."""
        shown = in_language(f'<w:rPr xmlns:w="{W}"><w:lang /></w:rPr>', Facts(title="", language=language))
        for found in self._root.iterfind(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}"):
            for key, value in parse(shown.encode())[0].attrib.items():
                found.set(key, value)

    @property
    def language(self) -> str:
        """The language of the text, such as en-GB; "" if the document says none."""
        found = self._root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}")
        return found.get(w("val"), "") if found is not None else ""

    def _default(self, kind: str) -> str:
        for ident, style in self._by_id.items():
            if style.get(w("type")) == kind and style.get(w("default")) in ("1", "true", "on"):
                return ident
        return ""

    def _note(self, style: etree._Element) -> None:
        ident = style.get(w("styleId"), "")
        self._by_id.setdefault(ident, style)
        kind = style.get(w("type"), "paragraph")
        for name in [_value(style.find(w("name"))), *_value(style.find(w("aliases"))).split(",")]:
            self._by_name.setdefault((kind, name.strip().lower()), ident)

    def ancestry(self, ident: str) -> list[etree._Element]:
        """A style and those that it is based on, the nearest first."""
        found: list[etree._Element] = []
        while (style := self._by_id.get(ident)) is not None and style not in found:
            found.append(style)
            ident = _value(style.find(w("basedOn")))
        return found

    def _find(self, ours: str) -> str:
        kind = _kind(ours)
        if ours in _DEFAULTS and (default := self._default(kind)):
            return default
        if ours.startswith("Heading"):
            return self._heading(int(ours.removeprefix("Heading")))
        own = [ours] if self._is_of_kind(ours, kind) else []
        named = (self._by_name[kind, name] for name in names_of(ours) if (kind, name) in self._by_name)
        return next((ident for ident in (*own, *named) if self._does_it(ours, ident)), "")

    def _is_of_kind(self, ident: str, kind: str) -> bool:
        return ident in self._by_id and self._by_id[ident].get(w("type"), "paragraph") == kind

    def _does_it(self, ours: str, ident: str) -> bool:
        """A style for signatures that draws no line is one for the names at the end of letters."""
        if ours not in _LINES:
            return True
        return any(style.find(f"{w('pPr')}/{w('pBdr')}") is not None for style in self.ancestry(ident))

    def _heading(self, level: int) -> str:
        """By its name; else by the level that an outline gives it."""
        by_outline = ""
        for ident, style in self._by_id.items():
            if style.get(w("type"), "paragraph") != "paragraph":
                continue
            if heading_level(_value(style.find(w("name")))) == level:
                return ident
            if _value(style.find(f"{w('pPr')}/{w('outlineLvl')}")) == str(level - 1):
                by_outline = by_outline or ident
        return by_outline

    def _add(self, ours: str) -> str:
        """Our own style, in the fonts of the house, under an id and a name that are free."""
        known = _standard()
        style = copy.deepcopy(known[ours] if ours in known else known["Heading4"])
        if ours.startswith("Heading"):
            _rename_heading(style, ours)
        for path in (f"{w('pPr')}/{w('numPr')}", w("next"), w("link")):
            if (found := style.find(path)) is not None:
                parent = found.getparent()
                assert parent is not None
                parent.remove(found)
        if (based := style.find(w("basedOn"))) is not None:
            based.set(w("val"), self.style(_value(based)))
        ident = self._free(style)
        self._root.append(style)
        self._note(style)
        return ident

    def _free(self, style: etree._Element) -> str:
        """Give a style an id and a name that no other one of the document has; the id."""
        ident, name = style.get(w("styleId"), ""), style.find(w("name"))
        assert name is not None, "each style of ours has a name"
        taken = {each for _, each in self._by_name}
        number = 1
        while _numbered(ident, number) in self._by_id or _numbered(_value(name).lower(), number) in taken:
            number += 1
        if number > 1:
            style.set(w("styleId"), _numbered(ident, number))
            name.set(w("val"), _numbered(_value(name), number))
            style.set(w("customStyle"), "1")
        return _numbered(ident, number)


def style_of(paragraph: etree._Element) -> str:
    """The id of a paragraph's style; "" if it names none."""
    found = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return found.get(w("val"), "") if found is not None else ""


def _numbered(name: str, number: int) -> str:
    """A name, from the second on with its number; a heading’s own number stays apart from it."""
    return name if number == 1 else f"{name}_{number}"


def _rename_heading(style: etree._Element, ours: str) -> None:
    level = int(ours.removeprefix("Heading"))
    style.set(w("styleId"), ours)
    for path, value in ((w("name"), f"heading {level}"), (f"{w('pPr')}/{w('outlineLvl')}", str(level - 1))):
        if (found := style.find(path)) is not None:
            found.set(w("val"), value)


def _kind(ours: str) -> str:
    """Whether one of our styles is of a paragraph, of characters or of a table."""
    style = _standard().get("Heading4" if ours.startswith("Heading") else ours)
    return style.get(w("type"), "paragraph") if style is not None else "paragraph"


@functools.cache
def _standard() -> dict[str, etree._Element]:
    """The styles of the standard look by id, and those of comments, which are there only where they are needed."""
    from briefer.render.word.comments import COMMENT_STYLES
    from briefer.render.word.names import STYLES
    from briefer.render.word.package import base_parts

    shipped = base_parts("standard")[STYLES].removesuffix("</w:styles>")
    root = parse(f"{shipped}{''.join(COMMENT_STYLES.values())}</w:styles>".encode(), STYLES)
    return {style.get(w("styleId"), ""): style for style in root.iter(w("style"))}


def _styles_root(package: Package) -> etree._Element:
    name = next(package.related(package.main, "/styles"), "")
    if not name:
        empty = f'<w:styles xmlns:w="{W}"/>'.encode()
        name = package.add("word/styles.xml", _STYLES_TYPE, empty)
        package.relate(package.main, f"{R}/styles", name)
    return package.tree(name)


def _value(element: etree._Element | None) -> str:
    return element.get(w("val"), "") if element is not None else ""
