"""Word documents of an office, made in code: tags in all the places that people put them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from lxml import etree

from briefer.house.form import template_of_document
from briefer.office.names import R, W, w
from briefer.templates.template import Template

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "word-templates"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'


def document(*lines: str, make: Callable[[Document], object] | None = None) -> bytes:
    """A Word file with these paragraphs; ``# `` begins a heading. ``make`` adds to it."""
    made = docx.Document()
    for line in lines:
        if line.startswith("# "):
            made.add_heading(line[2:], 1)
        else:
            made.add_paragraph(line)
    if make is not None:
        make(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def house(*lines: str, make: Callable[[Document], object] | None = None) -> Template:
    """The template that such a file is."""
    return template_of_document(document(*lines, make=make), Path("office.docx"))


def raw(xml: str) -> etree._Element:
    """An element of Word's own language, by its prefix ``w``."""
    opening = xml.index(">") if not xml[: xml.index(">")].endswith("/") else xml.index(">") - 1
    return parse_xml(f"{xml[:opening]} {NAMESPACES}{xml[opening:]}")


def with_part(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The file with the text of a part changed; a part that is not there is "" before."""
    return with_parts(data, {name: change})


def with_parts(data: bytes, changes: dict[str, Callable[[str], str]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in [*before.namelist(), *(name for name in changes if name not in before.namelist())]:
            content = before.read(name) if name in before.namelist() else b""
            after.writestr(name, changes[name](content.decode()).encode() if name in changes else content)
    return out.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(data)[name])


def words(root: etree._Element) -> list[str]:
    """The text of each paragraph that stands in no other, tabs and breaks as such."""
    found = []
    for paragraph in root.iter(w("p")):
        pieces = []
        for element in paragraph.iter(w("t"), w("br"), w("tab")):
            if element.getparent().tag == w("tabs"):
                continue
            pieces.append({w("br"): "\n", w("tab"): "\t"}.get(element.tag, element.text or ""))
        found.append("".join(pieces))
    return found


def shown(data: bytes) -> list[str]:
    """The text of each paragraph of the main text."""
    return words(part(data))
