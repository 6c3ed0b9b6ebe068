"""OpenDocument text: .odt and .ott packages, and .fodt files, which are one plain XML file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.errors import DataError
from briefer.office.gate import Kind, unpack
from briefer.office.xml import parse
from briefer.sources.article import Details
from briefer.sources.built import described, left_out, meant_author, meant_title
from briefer.sources.extracted import Extract
from briefer.sources.odf.names import DC, META, OFFICE
from briefer.sources.odf.styles import Styles
from briefer.sources.odf.walk import Walk

if TYPE_CHECKING:
    from lxml import etree

_ANEW = "open it in LibreOffice, save it anew, and try again"
_KIND = Kind("OpenDocument text", "LibreOffice", _ANEW, "choose an .odt")
_ENCRYPTED = b"encryption-data"
_LARGEST = 8_000_000
"""Bytes of one part of text."""


def odf_text(content: bytes) -> Extract:
    """The text of an .odt, .ott or .fodt; DataError for what is none, is protected, or not safe to open."""
    if content.startswith(b"PK"):
        parts = unpack(content, _KIND)
        if _ENCRYPTED in parts.get("META-INF/manifest.xml", b""):
            raise DataError("it is protected by a password", "open it in LibreOffice and save a copy without one")
        if "content.xml" not in parts:
            raise DataError("it is a zip file but no OpenDocument text", "choose an .odt")
        document = _parsed(parts["content.xml"], "content.xml")
        roots = [_parsed(parts[name], name) for name in ("styles.xml",) if name in parts] + [document]
        meta = _parsed(parts["meta.xml"], "meta.xml") if "meta.xml" in parts else None
    else:
        meta = document = _parsed(content, "")
        roots = [document]
    text = document.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise DataError("it is no OpenDocument text", "choose an .odt; a table or a slide show cannot be read")
    walk = Walk(Styles(roots))
    walk.blocks(text)
    words = walk.text()
    details, unsure = described(words, _details(meta) if meta is not None else Details())
    return Extract(words, details, left_out(walk.counts()), unsure)


def _parsed(data: bytes, part: str) -> etree._Element:
    shown = f"its part {part}" if part else "it"
    if len(data) > _LARGEST and part:
        raise DataError(f"{shown} unpacks to more than {_LARGEST // 1_000_000} MB", "split the document")
    try:
        return parse(data, part)
    except DataError:
        raise DataError(f"{shown} is no sound OpenDocument", _ANEW) from None


def _details(meta: etree._Element) -> Details:
    """Title, first author and the day it was made."""
    said = {name: meta.findtext(f".//{name}") or "" for name in (f"{DC}title", f"{META}initial-creator")}
    made = (meta.findtext(f".//{META}creation-date") or "")[:10]
    return Details(
        title=meant_title(said[f"{DC}title"]),
        author=meant_author(said[f"{META}initial-creator"]),
        published=made,
    )
