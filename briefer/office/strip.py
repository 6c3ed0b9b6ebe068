"""What a document must not bring along: programs, and what is fetched or run from elsewhere when it is opened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from briefer.office import names
from briefer.office.names import A, O, V, r, w
from briefer.office.package import ROOT, Package
from briefer.office.xml import remove, unwrap

if TYPE_CHECKING:
    from lxml import etree

_PROGRAMS = {
    "vbaproject": "macros",
    "wordvbadata": "macros",
    "keymapcustomizations": "key assignments",
    "attachedtoolbars": "tool bars",
    "oleobject": "an embedded object",
    "package": "an embedded file",
    "control": "an ActiveX control",
    "activexcontrolbinary": "an ActiveX control",
    "afchunk": "a piece of another file",
    "extensibility": "a custom ribbon",
    "webextension": "a web add-in",
    "webextensiontaskpanes": "a web add-in",
    "mailmergesource": "a mail-merge source",
    "mailmergeheadersource": "a mail-merge source",
    "recipientdata": "a mail-merge source",
    "attachedtemplate": "a link to its own template",
    "subdocument": "a link to another document",
    "frame": "a frame from elsewhere",
    "transform": "a link to a style sheet",
    "origin": "a signature that no longer holds",
}
"""Last word of a relationship's kind, in lower case → what to call what it leads to."""

_KINDS = {
    "vbaproject": "macros",
    "vbadata": "macros",
    "activex": "an ActiveX control",
    "oleobject": "an embedded object",
}
"""In the kind of a part, in lower case, by whatever relationship it is reached → what to call it."""

_HARMFUL_FIELDS = frozenset(
    "CONTROL DATABASE DDE DDEAUTO EMBED HTMLCONTROL IMPORT INCLUDE INCLUDEPICTURE INCLUDETEXT LINK MACROBUTTON PRINT "
    "RD".split()
)
_SAFE_LINK = re.compile(r"(?:https?://|mailto:|#)|\s*\{[{%]|\s*%7[bB]%(?:7[bB]|25)", re.IGNORECASE)
_MADE = "\0"
"""Stands for another field at the beginning of a field's code."""
_FIELD = re.compile(r"\s*\\?\s*(\w+)")


_TAKEN = {
    w("altChunk"): "a piece of another file",
    w("subDoc"): "a link to another document",
    f"{{{O}}}OLEObject": "an embedded object",
    w("control"): "an ActiveX control",
    w("attachedTemplate"): "a link to its own template",
    w("mailMerge"): "a mail-merge source",
    w("frameset"): "a frame from elsewhere",
}
"""Element that goes with all it holds → what to call it."""
_LINKS = (r("id"), r("link"), r("embed"), r("pict"), r("href"))


def strip(package: Package, only: Iterable[str] | None = None) -> list[str]:
    """Take it out of the package, and say of each kind of thing that it is gone: sentences, each once.

    A .dotx or .docm becomes a .docx. ``only`` names the parts to look through, in the place of all.
    """
    taken: dict[str, None] = {}
    package.set_kind(package.main, names.MAIN_TYPE)
    for name in [ROOT, *package.reachable()] if only is None else only:
        taken.update(dict.fromkeys(_links(package, name)))
    for name in package.reachable() if only is None else only:
        if package.kind(name).endswith("xml") and not package.kind(name).endswith("theme+xml"):
            taken.update(dict.fromkeys(_elements(package.tree(name), set(package.relationships(name)))))
    return [f"It held {thing}, which is left out of the memo." for thing in taken]


def _links(package: Package, name: str) -> Iterator[str]:
    """Relationships to programs and to what would be fetched."""
    links = package.relationships(name)
    for ident, (kind, target, external) in list(links.items()):
        word = kind.rpartition("/")[2].lower()
        own_kind = "" if external else package.kind(target).lower()
        if word in _PROGRAMS:
            thing = _PROGRAMS[word]
        elif found := next((each for each in _KINDS if each in own_kind), ""):
            thing = _KINDS[found]
        elif external and word == "hyperlink" and not _SAFE_LINK.match(target):
            thing = f"a link to {_shown(target)}"
        elif external and word != "hyperlink":
            thing = "a picture that is fetched from elsewhere" if word == "image" else f"a link to {_shown(target)}"
        else:
            continue
        del links[ident]
        yield thing


def _elements(root: etree._Element, links: set[str]) -> Iterator[str]:
    """Elements that run or fetch something, and those whose relationship is gone."""
    for element in list(root.iter(*_TAKEN)):
        remove(element)
        yield _TAKEN[str(element.tag)]
    for key in _LINKS:
        for element in root.findall(f".//*[@{key}]"):
            if element.get(key, "") not in ("", *links):
                _unlink(element, key)
    yield from _fields(root)


def _unlink(element: etree._Element, key: str) -> None:
    """Take an element away that leads nowhere any more; the words of a link stay."""
    if element.tag == w("hyperlink"):
        unwrap(element)
    elif element.tag in (f"{{{A}}}blip", f"{{{V}}}imagedata", f"{{{V}}}fill", f"{{{V}}}stroke"):
        element.attrib.pop(key)
    elif element.tag in (f"{{{A}}}hlinkClick", f"{{{A}}}hlinkHover") or element.getparent() is not None:
        remove(element)


def _fields(root: etree._Element) -> Iterator[str]:
    """Fields that fetch or run: what they show stays as words."""
    for field in list(root.iter(w("fldSimple"))):
        if name := _harmful(field.get(w("instr"), "")):
            unwrap(field)
            yield f"a field {name}"
    yield from _complex_fields(root)


def _complex_fields(root: etree._Element) -> Iterator[str]:
    """Fields begin and end with marks, and may stand in each other."""
    opened: list[_Field] = []
    for element in list(root.iter(w("fldChar"), w("instrText"))):
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            if opened and not "".join(opened[-1].code).strip():
                opened[-1].code.append(_MADE)
            opened.append(_Field([], []))
        if not opened:
            continue
        opened[-1].marks.append(element)
        if element.tag == w("instrText"):
            opened[-1].code.append(element.text or "")
        elif kind == "end":
            field = opened.pop()
            if name := _harmful("".join(field.code)):
                for mark in field.marks:
                    remove(mark)
                yield f"a field {name}"


class _Field(NamedTuple):
    """The marks of a field, and its code piece by piece."""

    marks: list[etree._Element]
    code: list[str]


def _harmful(instruction: str) -> str:
    """The name of a field that fetches or runs something; "" for others."""
    if instruction.startswith(_MADE):
        return "whose name another one makes"
    word = _FIELD.match(instruction)
    name = word[1].upper() if word else ""
    return name if name in _HARMFUL_FIELDS else ""


def _shown(target: str) -> str:
    return target if len(target) <= 60 else target[:59] + "…"
