"""EPUB books and papers: the pages of their spine in order."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from briefer.errors import DataError
from briefer.office.gate import Kind, unpack
from briefer.sources.article import Details
from briefer.sources.extracted import Extract, joined

if TYPE_CHECKING:
    from lxml import etree

_KIND = Kind("EPUB", "its publisher's program", "get it anew from where it came", "choose an .epub")
_CONTAINER = "META-INF/container.xml"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PAGES = ("application/xhtml+xml", "text/html")


def epub_text(content: bytes) -> Extract:
    """The text of an .epub; DataError for what is none, is protected, or not safe to open."""
    parts = unpack(content, _KIND)
    if _CONTAINER not in parts:
        raise DataError("it is a zip file but no EPUB", "choose an .epub")
    place = next((found for each in _parsed(parts, _CONTAINER).iter() if (found := each.get("full-path"))), "")
    if place not in parts:
        raise DataError("its table of parts is missing", _KIND.anew)
    package = _parsed(parts, place)
    pages = list(_pages(package, parts, place))
    if not pages:
        raise DataError("it holds no pages that can be read", "it may be protected; choose another copy")
    text = [paragraph for page in pages for paragraph in _paragraphs(page)]
    if not text and "META-INF/encryption.xml" in parts:
        raise DataError("it is protected against copying", "choose a copy that is not")
    return Extract(joined(text), _details(package))


def _parsed(parts: dict[str, bytes], name: str) -> etree._Element:
    from briefer.office.xml import parse

    try:
        return parse(parts[name], name)
    except DataError:
        raise DataError(f"its part {name} is damaged", _KIND.anew) from None


def _pages(package: etree._Element, parts: dict[str, bytes], place: str) -> list[bytes]:
    folder = posixpath.dirname(place)
    items = {item.get("id", ""): item for item in package.iter(f"{_OPF}item")}
    found: list[bytes] = []
    for reference in package.iter(f"{_OPF}itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or item.get("media-type") not in _PAGES or "nav" in (item.get("properties") or "").split():
            continue
        name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        if name in parts:
            found.append(parts[name])
    return found


def _paragraphs(page: bytes) -> list[str]:
    from briefer.sources.page.blocks import blocks_of, paragraphs
    from briefer.sources.page.tree import decoded, tree

    return paragraphs(blocks_of(tree(decoded(page))))


def _details(package: etree._Element) -> Details:
    def said(name: str) -> list[str]:
        return [" ".join((each.text or "").split()) for each in package.iter(_DC + name) if (each.text or "").strip()]

    date = next((made[0] for words in said("date") if (made := re.match(r"\d{4}-\d{2}-\d{2}", words))), "")
    return Details(
        title=next(iter(said("title")), ""),
        author=", ".join(said("creator")[:5]),
        publisher=next(iter(said("publisher")), ""),
        published=date,
    )
