"""The front matter of a house document, worked out from its tags: the forms of the window work as with any template.

What a field is called and which hint a section has is taken from the built-in templates, which share their ids.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from jinja2 import nodes

from briefer.errors import BrieferError
from briefer.files import read_file
from briefer.house.columns import PAPERS
from briefer.house.prepared import Prepared, prepared
from briefer.house.properties import custom_property
from briefer.house.styles import HouseStyles
from briefer.memo.blocks import Citations, Paper
from briefer.office.names import w
from briefer.office.package import Package
from briefer.templates.files import built_in_templates
from briefer.templates.problems import RenderError
from briefer.templates.syntax import parsed
from briefer.templates.template import FrontMatter, HeaderField, SectionField, Template

MAX_BYTES = 30_000_000
"""Of a Word file."""

_ORDER = "marking to through from copies date reference subject".split()
"""Header fields in the order in which they are offered; others follow as the document names them."""
_YES = ("yes", "true", "y", "1")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def open_document(path: Path) -> Template:
    """The template that a Word file is; UnreadableError, or DataError for what is none or not safe to open."""
    document = read_file(path, MAX_BYTES)
    try:
        return template_of_document(document, path)
    except BrieferError as error:
        raise error.at(path) from None


def template_of_document(document: bytes, path: Path) -> Template:
    """The template that the bytes of a Word file are. Raises DataError."""
    ready = prepared(document)
    return Template(path.stem, str(path), _front(ready, path.stem), "", 1, document=document)


def _front(ready: Prepared, stem: str) -> FrontMatter:
    package = Package(ready.parts)
    language = HouseStyles(package).language
    paper, landscape = _page(package)
    header, sections = _named(ready)
    known_fields, known_sections = _known()
    ranked = sorted(header, key=lambda ident: _ORDER.index(ident) if ident in _ORDER else len(_ORDER))
    return FrontMatter(
        name=ready.title if ready.title and not ready.names_its_title else stem,
        description="A Word document of your office",
        language=language if _LANGUAGE.fullmatch(language) else "en-GB",
        paper=paper,
        orientation="landscape" if landscape else "portrait",
        citations=_citations(custom_property(package, "Citations")),
        portion_marks=custom_property(package, "Portion marks") in _YES,
        header=tuple(known_fields.get(ident) or HeaderField(ident, _label(ident)) for ident in ranked),
        sections=tuple(known_sections.get(ident) or SectionField(ident, _label(ident)) for ident in sections),
    )


def _citations(word: str) -> Citations:
    """How the document asks to cite, by a property of its own."""
    return next((mode for mode in get_args(Citations) if mode == word), "footnotes")


def _named(ready: Prepared) -> tuple[list[str], list[str]]:
    """The header fields and the sections that tags name, each once, in the order of the document."""
    header: dict[str, None] = {}
    sections: dict[str, None] = {}
    for source in ready.sources:
        try:
            tree = parsed(source.body, 1)
        except RenderError:  # what can be read of it says nothing of the rest
            continue
        for owner, field in _fields(tree):
            if not field.isidentifier() or field.startswith("_"):
                continue
            (header if owner == "header" else sections)[field] = None
    return list(header), list(sections)


def _fields(tree: nodes.Template) -> Iterator[tuple[str, str]]:
    """What is asked of ``header`` and ``sections``: the one or the other, and the name of the field."""
    for node in tree.find_all((nodes.Getattr, nodes.Getitem)):
        match node:
            case nodes.Getattr(node=nodes.Name(name="header" | "sections") as owner, attr=str() as field):
                yield owner.name, field
            case nodes.Getitem(
                node=nodes.Name(name="header" | "sections") as owner, arg=nodes.Const(value=str() as field)
            ):
                yield owner.name, field


@functools.cache
def _known() -> tuple[dict[str, HeaderField], dict[str, SectionField]]:
    """Fields and sections of the built-in templates by id, as the first that has them has them.

    None is required here, and none is generated: a document of an office says that itself.
    """
    header: dict[str, HeaderField] = {}
    sections: dict[str, SectionField] = {}
    for template in built_in_templates():
        for field in template.front.header:
            header.setdefault(field.id, HeaderField(field.id, field.label, type=field.type, choices=field.choices))
        for section in template.front.sections:
            sections.setdefault(section.id, SectionField(section.id, section.label, section.hint))
    return header, sections


def _label(ident: str) -> str:
    words = re.sub(r"_+", " ", ident).strip()
    return words[:1].upper() + words[1:] or ident


def _page(package: Package) -> tuple[Paper, bool]:
    """The paper of the document's first page, and whether it lies on its side."""
    for size in package.tree(package.main).iter(w("pgSz")):
        width, height = (int(float(size.get(w(side), "0") or 0)) for side in ("w", "h"))
        upright = min(width, height)
        paper = min(PAPERS, key=lambda name: abs(PAPERS[name] - upright))
        return paper, width > height
    return "A4", False
