"""The marking of a memo at the head of every page of a document of the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.house.styles import HouseStyles
from briefer.office.names import WORD, R, W, r, w
from briefer.office.package import Package
from briefer.office.xml import parse
from briefer.render.word.direction import runs_right_to_left
from briefer.render.word.paragraph import paragraph_xml
from briefer.render.word.runs import text_runs
from briefer.text.markings import is_marking

if TYPE_CHECKING:
    from lxml import etree

_OFF = ("0", "false", "off")


def show_marking(package: Package, section: etree._Element, marking: str) -> None:
    """Have each kind of page of a section bear a marking in its header; nothing is done without one.

    A line of a header or footer that is nothing but another marking, as of the memo that the document was, gives way.
    """
    if not marking:
        return
    shown = {kind: _side(package, section, "header", kind) for kind in _kinds(package, section)}
    footers = (_side(package, section, "footer", kind) for kind in shown)
    for name in dict.fromkeys(filter(None, [*shown.values(), *footers])):
        _replace_others(package.tree(name), marking)
    styles = HouseStyles(package)
    for kind, name in shown.items():
        name = name or _new_header(package, section, kind)
        root = package.tree(name)
        if not any(_words(paragraph) == marking for paragraph in root.iter(w("p"))):
            root.insert(0, _line(styles, marking))


def show_words(package: Package, words: str) -> None:
    """Put words at the head of every page of a document, whatever else stands there."""
    if not words:
        return
    styles = HouseStyles(package)
    done: set[str] = set()
    for at, section in enumerate(list(package.tree(package.main).iter(w("sectPr")))):
        for kind in _kinds(package, section):
            name = _side(package, section, "header", kind)
            if not name and at and kind == "default":
                continue  # it has that of the section before
            name = name or _new_header(package, section, kind)
            if name not in done:
                package.tree(name).insert(0, _line(styles, words))
            done.add(name)


def _kinds(package: Package, section: etree._Element) -> list[str]:
    """The kinds of pages that a section has."""
    kinds = ["default"]
    if _is_on(section.find(w("titlePg"))):
        kinds.append("first")
    settings = next(package.related(package.main, "/settings"), "")
    if settings and _is_on(package.tree(settings).find(w("evenAndOddHeaders"))):
        kinds.append("even")
    return kinds


def _side(package: Package, section: etree._Element, side: str, kind: str) -> str:
    """The part that holds the header or footer of a kind of page; "" if there is none."""
    links = package.relationships(package.main)
    for reference in section.findall(w(f"{side}Reference")):
        if reference.get(w("type"), "default") == kind and (link := links.get(reference.get(r("id"), ""))):
            return link.target
    return ""


def _new_header(package: Package, section: etree._Element, kind: str) -> str:
    from lxml import etree

    folder = package.main.rpartition("/")[0]
    data = f'<w:hdr xmlns:w="{W}" xmlns:r="{R}"/>'.encode()
    name = package.add(f"{folder}/header1.xml".lstrip("/"), f"{WORD}.header+xml", data)
    for stale in section.findall(w("headerReference")):
        if stale.get(w("type"), "default") == kind:
            section.remove(stale)
    reference = etree.Element(w("headerReference"))
    reference.set(w("type"), kind)
    reference.set(r("id"), package.relate(package.main, f"{R}/header", name))
    section.insert(0, reference)
    return name


def _replace_others(root: etree._Element, marking: str) -> None:
    for paragraph in root.iter(w("p")):
        if is_marking(_words(paragraph)):
            first, *more = paragraph.iter(w("t"))
            first.text = marking
            for text in more:
                text.text = ""


def _line(styles: HouseStyles, marking: str) -> etree._Element:
    xml = paragraph_xml(
        styles.style("Header"),
        text_runs(marking, bold=True),
        rtl=runs_right_to_left(marking),
        align="center",
    )
    return parse(xml.replace("<w:p>", f'<w:p xmlns:w="{W}">', 1).encode())


def _words(paragraph: etree._Element) -> str:
    """The words of a paragraph itself, on one line."""
    own = (text for text in paragraph.iter(w("t")) if next(text.iterancestors(w("p")), None) is paragraph)
    return " ".join("".join(text.text or "" for text in own).split())


def _is_on(switch: etree._Element | None) -> bool:
    return switch is not None and switch.get(w("val"), "1") not in _OFF
