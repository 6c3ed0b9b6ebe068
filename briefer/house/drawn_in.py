"""Notes and link addresses drawn into the text while it is filled, so that tags in them know the loops around them.

Afterwards they go back to where Word keeps them: each note once for each place that refers to it, with ids in order.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from briefer.house.marks import TARGET
from briefer.office.names import WORD, R, W, r, w
from briefer.office.package import Package
from briefer.office.xml import unwrap
from briefer.render.word.links import uri

if TYPE_CHECKING:
    from lxml import etree

_KINDS = ("footnote", "endnote")
_HYPERLINK = f"{R}/hyperlink"
_SEPARATOR = '<w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p>'
_AFTER_NOTES = frozenset(
    w(name)
    for name in (
        "endnotePr compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping"
        " doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType"
        " shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator"
    ).split()
)


def draw_in(package: Package) -> None:
    """Put each note into its reference in the main text, and addresses with tags into their links."""
    root = package.tree(package.main)
    for kind in _KINDS:
        notes = {note.get(w("id")): note for note in _notes(package, kind)}
        for number, reference in enumerate(list(root.iter(w(f"{kind}Reference"))), 1):
            if (note := notes.get(reference.get(w("id")))) is not None:
                drawn = copy.deepcopy(note)
                drawn.set(w("id"), str(number))
                drawn.tail = None
                reference.append(drawn)
    for link in root.iter(w("hyperlink")):
        known = package.relationships(package.main).get(link.get(r("id"), ""))
        if known and known.external and "{" in (address := unquote(known.target)):
            link.set(TARGET, address)


def put_back(package: Package) -> None:
    """Put notes and addresses where Word keeps them."""
    root = package.tree(package.main)
    for kind in _KINDS:
        _put_back_notes(package, root, kind)
    known = package.relationships(package.main)
    for ident in [ident for ident, link in known.items() if link.external and "{" in unquote(link.target)]:
        del known[ident]
    for link in list(root.iter(w("hyperlink"))):
        address = link.get(TARGET)
        if address is None:
            continue
        del link.attrib[TARGET]
        if target := uri(address):
            link.set(r("id"), package.relate(package.main, _HYPERLINK, target, external=True))
        else:
            unwrap(link)


def _put_back_notes(package: Package, root: etree._Element, kind: str) -> None:
    drawn = [(reference, reference[0]) for reference in root.iter(w(f"{kind}Reference")) if len(reference)]
    part = next(package.related(package.main, f"/{kind}s"), "") or (_new_part(package, kind) if drawn else "")
    if not part:
        return
    notes = package.tree(part)
    separators = [note for note in notes if note.get(w("type")) not in (None, "normal")]
    for note in list(notes):
        if note not in separators:
            notes.remove(note)
    first = max((int(note.get(w("id"), "0")) for note in separators), default=0) + 1
    for ident, (reference, note) in enumerate(drawn, max(first, 1)):
        reference.remove(note)
        reference.set(w("id"), str(ident))
        note.set(w("id"), str(ident))
        notes.append(note)


def _notes(package: Package, kind: str) -> Iterator[etree._Element]:
    for part in package.related(package.main, f"/{kind}s"):
        for note in package.tree(part).iter(w(kind)):
            if note.get(w("type")) in (None, "normal"):
                yield note


def _new_part(package: Package, kind: str) -> str:
    separators = "".join(
        f'<w:{kind} w:type="{form}" w:id="{number}">{_SEPARATOR.format(kind=form)}</w:{kind}>'
        for number, form in ((-1, "separator"), (0, "continuationSeparator"))
    )
    data = f'<w:{kind}s xmlns:w="{W}" xmlns:r="{R}">{separators}</w:{kind}s>'.encode()
    folder = package.main.rpartition("/")[0]
    name = package.add(f"{folder}/{kind}s.xml".lstrip("/"), f"{WORD}.{kind}s+xml", data)
    package.relate(package.main, f"{R}/{kind}s", name)
    _tell_settings(package, kind)
    return name


def _tell_settings(package: Package, kind: str) -> None:
    """The settings part names the lines above the notes."""
    from lxml import etree

    part = next(package.related(package.main, "/settings"), "")
    if not part:
        return
    settings = package.tree(part)
    if settings.find(w(f"{kind}Pr")) is not None:
        return
    properties = etree.Element(w(f"{kind}Pr"))
    for number in (-1, 0):
        etree.SubElement(properties, w(kind)).set(w("id"), str(number))
    later = next((child for child in settings if child.tag in _AFTER_NOTES), None)
    if later is None:
        settings.append(properties)
    else:
        later.addprevious(properties)
