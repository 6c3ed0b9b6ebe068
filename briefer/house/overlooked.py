"""What a house document can do as it stands, and its author surely did not mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefer.house.styles import HouseStyles
from briefer.house.tags import Line, Paragraph, properties_parts
from briefer.office.names import w
from briefer.office.package import Package
from briefer.templates.problems import Problem

if TYPE_CHECKING:
    from lxml import etree

_AROUND = 60
"""Code points that are shown of a paragraph."""
_SECTION = re.compile(r"\{\{[-+]?\s*sections\s*[.\[][^{}]*\}\}")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_CITED = re.compile(r"\|\s*cite\b")
_STYLES = {"Quote": "Quote", "ListBullet": "List Bullet", "ListNumber": "List Number"}
"""Our styles that what people write in sections needs → what Word calls them."""
_WORK = {"Quote": "quotations", "ListBullet": "bulleted lists", "ListNumber": "numbered lists"}
_TEXT_KINDS = ("main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml", "comments+xml")


def overlooked(package: Package, parts: list[list[Line]]) -> list[Problem]:
    """Warnings about a document, of which ``parts`` are the lines."""
    lines = [line for part in parts for line in part]
    found = [
        *_crowded_sections(lines),
        *_cited_in_the_margins(lines),
        *_heads_that_stay_behind(lines),
        *_unfilled(package),
    ]
    if any(_SECTION.search(line.text) for line in lines):
        found += _missing_styles(package)
    if not any(_TAG.search(line.text) for line in lines):
        message = "there is no tag in the document: every memo would be the same"
        hint = "put tags such as {{ header.subject }} and {{ sections.summary }} where the brief’s words belong"
        found.append(Problem(0, message, hint, severity="warning"))
    return found


def _crowded_sections(lines: list[Line]) -> Iterator[Problem]:
    """Sections among other words, where their paragraphs and lists cannot be."""
    for text, paragraph in lines:
        found = _SECTION.search(text)
        if found and _TAG.sub("", text).strip():
            message = f"{found[0]} stands among other words: its paragraphs and lists run together there"
            yield _warning(paragraph, message, "give it a paragraph of its own")
        elif found and (side := _side(paragraph)):
            message = f"{found[0]} stands in a {side}, where Word has no notes: its sources are named in brackets"
            yield _warning(paragraph, message, "put it in the body")


def _cited_in_the_margins(lines: list[Line]) -> Iterator[Problem]:
    """Citations in headers and footers, where Word allows no notes."""
    for text, paragraph in lines:
        side = _side(paragraph)
        if side and (found := next((tag for tag in _TAG.findall(text) if _CITED.search(tag)), "")):
            message = f"{found} cites in a {side}, where Word has no notes: the source is named in brackets there"
            yield _warning(paragraph, message, "put it in the body, if it is to have a note")


def _side(paragraph: Paragraph) -> str:
    """Whether a paragraph stands in a header or in a footer; "" for neither."""
    return next((side for side in ("header", "footer") if side in paragraph.part.split()), "")


def _heads_that_stay_behind(lines: list[Line]) -> Iterator[Problem]:
    """Tables whose rows are repeated, and whose head is not where they go on on another page."""
    seen: set[tuple[str, int]] = set()
    for _, paragraph in lines:
        if "tr" not in paragraph.prefixes or paragraph.element is None:
            continue
        table = next(paragraph.element.iterancestors(w("tbl")), None)
        place = (paragraph.part, paragraph.table)
        if table is None or place in seen:
            continue
        seen.add(place)
        first = table.find(w("tr"))
        if first is None or paragraph.row == 1 or _repeats(first):
            continue
        message = "the table’s first row will not stand again on the next page"
        hint = "in Word, click into it and choose Table Layout ▸ Repeat Header Rows"
        cells = ("".join(text.text or "" for text in cell.iter(w("t"))) for cell in first.iter(w("tc")))
        words = " | ".join(cells)
        yield _warning(paragraph._replace(row=1, words=words), message, hint)


def _repeats(row: etree._Element) -> bool:
    head = row.find(f"{w('trPr')}/{w('tblHeader')}")
    return head is not None and head.get(w("val"), "1") not in ("0", "false", "off")


def _missing_styles(package: Package) -> Iterator[Problem]:
    styles = HouseStyles(package)
    missing = [ours for ours in _STYLES if not styles.has(ours)]
    if missing:
        names = ", ".join(f"“{_STYLES[ours]}”" for ours in missing)
        works = ", ".join(_WORK[ours] for ours in missing)
        message = f"the document has no style {names}: {works} in a section will look as Briefer has them"
        yield Problem(0, message, "use the style once in Word, and it is kept with the document", severity="warning")


def _unfilled(package: Package) -> Iterator[Problem]:
    """Tags in charts, diagrams and the like, which are printed as they stand."""
    filled = {*properties_parts(package)}
    for name in package.reachable():
        kind = package.kind(name)
        if name in filled or kind.endswith(_TEXT_KINDS) or not kind.endswith("xml"):
            continue
        if found := re.search(rb"\{\{.{0,80}?\}\}", package.data(name)):
            shown = re.sub(r"<[^>]*>", "", found[0].decode("utf-8", "replace"))
            part = name.rpartition("/")[2].rpartition(".")[0]
            message = f"{shown} stands where no tag is filled, and is printed as it stands"
            yield Problem(0, message, "put it in the text of the document", part=part, severity="warning")


def shortened(words: str, around: str = "") -> str:
    """Words of a paragraph, at most so many as fit on a line: those about where ``around`` stands."""
    if len(words) <= _AROUND:
        return words
    at = max(words.find(around), 0)
    start = max(0, min(at - _AROUND // 3, len(words) - _AROUND))
    return "…" * (start > 0) + words[start : start + _AROUND].strip() + "…" * (start + _AROUND < len(words))


def _warning(paragraph: Paragraph, message: str, suggestion: str) -> Problem:
    return Problem(
        0,
        message,
        suggestion,
        part=paragraph.part,
        paragraph=paragraph.number,
        table=paragraph.table,
        row=paragraph.row,
        around=shortened(paragraph.words),
        severity="warning",
    )
