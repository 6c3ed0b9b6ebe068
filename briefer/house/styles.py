"""The styles of a house document: by id, by name, by the names that other languages have for Word's own.

What a memo needs and the document lacks is added, as the standard look has it but in the document's own fonts.
"""

from __future__ import annotations

import copy
import functools
import re
from typing import TYPE_CHECKING

from briefer.office.names import WORD, R, W, w
from briefer.office.package import Package

if TYPE_CHECKING:
    from lxml import etree

_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|kop|nagłówek|nadpis|rubrik|overskrift|otsikko|címsor|заголовок|"
    r"título|cabeçalho|naslov|antraštė|pealkiri|başlık|επικεφαλίδα|标题|標題|見出し|제목)\s*(\d)",
    re.IGNORECASE,
)
_NAMES = {
    "Normal": "normal standard standaard normální normalny normální normál обычный 正文 標準 표준",
    "Title": "title titel título titolo titre tytuł název otsikko cím название 标题 表題 제목",
    "ListBullet": "list bullet|aufzählungszeichen|liste à puces|lista con viñetas|punto elenco|lijst opsom.teken"
    "|lista punktowana|seznam s odrážkami|punktlista|punktliste|bullet list|list paragraph",
    "ListNumber": "list number|listennummer|liste à numéros|lista con números|numero elenco|lijstnummering"
    "|lista numerowana|číslovaný seznam|numrerad lista|nummereret liste|nummerert liste|numbered list|list paragraph",
    "ListContinue": "list continue|listenfortsetzung|liste continue|continuar lista|elenco continua|lijstvoortzetting"
    "|list paragraph",
    "Quote": "quote|zitat|citation|cita|citazione|citaat|cytat|citace|citat|citát|block text|intense quote",
    "FootnoteText": "footnote text|fußnotentext|note de bas de page|texto nota pie|testo nota a piè di pagina"
    "|voetnoottekst|tekst przypisu dolnego|text pozn. pod čarou|fotnotstext|fodnotetekst|fotnotetekst|footnote",
    "FootnoteReference": "footnote reference|fußnotenzeichen|appel note de bas de p.|ref. de nota al pie"
    "|rimando nota a piè di pagina|voetnootmarkering|odwołanie przypisu dolnego|značka pozn. pod čarou"
    "|fotnotsreferens|fodnotehenvisning|fotnotereferanse|footnote anchor|footnote characters",
    "MemoTable": "memo table|table grid|tabellenraster|grille du tableau|tabla con cuadrícula|griglia tabella"
    "|tabelraster|tabela - siatka|mřížka tabulky|tabellrutnät|tabel - gitter|tabellrutenett",
    "Hyperlink": "hyperlink|lien hypertexte|hipervínculo|collegamento ipertestuale|hiperłącze|hypertextový odkaz"
    "|internet link",
    "TableText": "table text|tabellentext|table contents",
    "TableHeading": "table heading|tabellenüberschrift|table header",
}
"""Our style → what a style may be called that does its work; a bar parts names that hold spaces."""

_STYLES_TYPE = f"{WORD}.styles+xml"
_DEFAULTS = ("Normal", "DefaultParagraphFont", "TableNormal")


class HouseStyles:
    """The styles part of a package; a package without one gets it."""

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
        for style in self._ancestry(ident):
            name = _value(style.find(w("name")))
            if name.lower() in _names("Title"):
                return 0
            if found := _HEADING.fullmatch(name.strip()):
                return int(found[1])
            outline = _value(style.find(f"{w('pPr')}/{w('outlineLvl')}"))
            if outline.isdigit() and int(outline) < 9:
                return int(outline) + 1
        return None

    def numbering(self, ident: str) -> tuple[str, int] | None:
        """The list (``w:numId``) and the level in it that a style belongs to."""
        for style in self._ancestry(ident):
            if (found := style.find(f"{w('pPr')}/{w('numPr')}")) is not None:
                number = _value(found.find(w("numId")))
                level = _value(found.find(w("ilvl"))) or "0"
                return (number, int(level)) if number not in ("", "0") else None
        return None

    def name(self, ident: str) -> str:
        """What a style is called, in lower case."""
        style = self._by_id.get(ident)
        return _value(style.find(w("name"))).lower() if style is not None else ""

    def does(self, ours: str, ident: str) -> bool:
        """Whether a style does the work of one of ours."""
        return ident == ours or self.name(ident) in _names(ours)

    @property
    def default(self) -> str:
        """The id of the style of paragraphs that name none."""
        return self.style("Normal")

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

    def _ancestry(self, ident: str) -> list[etree._Element]:
        found: list[etree._Element] = []
        while (style := self._by_id.get(ident)) is not None and style not in found:
            found.append(style)
            ident = _value(style.find(w("basedOn")))
        return found

    def _find(self, ours: str) -> str:
        kind = _kind(ours)
        if ours in self._by_id and self._by_id[ours].get(w("type"), "paragraph") == kind:
            return ours
        if ours in _DEFAULTS:
            return self._default(kind)
        if ours.startswith("Heading"):
            return self._heading(int(ours.removeprefix("Heading")))
        return next((self._by_name[kind, name] for name in _names(ours) if (kind, name) in self._by_name), "")

    def _heading(self, level: int) -> str:
        for (kind, name), ident in self._by_name.items():
            found = _HEADING.fullmatch(name)
            if kind == "paragraph" and found and int(found[1]) == level:
                return ident
        return ""

    def _add(self, ours: str) -> str:
        """Our own style, in the fonts of the house."""
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
        self._root.append(style)
        self._note(style)
        return ours


def style_of(paragraph: etree._Element) -> str:
    """The id of a paragraph's style; "" if it names none."""
    found = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return found.get(w("val"), "") if found is not None else ""


def _names(ours: str) -> list[str]:
    listed = _NAMES.get(ours, ours)
    return listed.split("|") if "|" in listed else [*listed.split(), listed.lower()]


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
    """The styles of the standard look by id."""
    from briefer.office.xml import parse
    from briefer.render.word.names import STYLES
    from briefer.render.word.package import base_parts

    root = parse(base_parts("standard")[STYLES].encode(), STYLES)
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
