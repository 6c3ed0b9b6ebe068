"""A memo in the dress of a Word document of the office: its styles, page, header and footer; its words replaced.

Any document without tags will do, such as a memo that was sent last year. Of its sections the first one counts.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefer.errors import DataError
from briefer.house.adopt import Adopter
from briefer.house.banner import show_marking
from briefer.house.columns import column_width
from briefer.house.comments import first_free, write_comments
from briefer.house.drawn_in import put_back
from briefer.house.large import enlarge
from briefer.house.paper import set_paper, turn
from briefer.house.prepared import texts
from briefer.house.properties import core_part, write_properties
from briefer.house.renumber import renumber
from briefer.house.settings import forget_editing, tidy_settings
from briefer.house.styles import HouseStyles
from briefer.memo.blocks import Memo, Paper
from briefer.memo.remarks import Remark
from briefer.office.changes import accept_changes
from briefer.office.names import r, w
from briefer.office.package import Package
from briefer.office.strip import strip
from briefer.render.word.comments import Comments

if TYPE_CHECKING:
    from lxml import etree

_KEPT = tuple(
    f"/{kind}"
    for kind in (
        "styles stylesWithEffects numbering settings webSettings fontTable theme footnotes endnotes customXml"
    ).split()
)
"""Last words of the kinds of parts that serve any text."""
_SIDES = (w("headerReference"), w("footerReference"))
_OF_A_COVER = tuple(w(name) for name in "type vAlign pgNumType lnNumType".split())
"""What a section says of itself that says nothing of a memo."""
_TAGS = ("{{", "{%", "{#")


class Dressed(NamedTuple):
    """A memo as a .docx, and sentences on what the document held that no memo may."""

    data: bytes
    stripped: tuple[str, ...]


def dressed(
    memo: Memo, document: bytes, remarks: Sequence[Remark] = (), paper: Paper | None = None, scale: float = 1.0
) -> Dressed:
    """``memo``, with ``remarks`` as comments, in the dress of a Word file; equal ones give equal bytes.

    ``paper`` stands in for the document's own size; its type is ``scale`` times as large. DataError
    for what is no Word document, not safe to open, or a template that wants to be filled itself.
    """
    package = Package.opened(document)
    stripped = strip(package)
    section = _undress(package)
    for name in texts(package):
        accept_changes(package.tree(name))
    if memo.facts.landscape:
        turn(section)
    if paper is not None:
        set_paper(section, paper)
    show_marking(package, section, memo.facts.marking)
    _refuse_tags(package)
    styles = HouseStyles(package)
    styles.speak(memo.facts.language)
    _write(package, styles, memo, remarks)
    if scale != 1.0:
        enlarge(package, scale)
    put_back(package)
    for link in [ident for ident, link in package.relationships().items() if link.target == core_part(package)]:
        del package.relationships()[link]
    write_properties(package, memo.facts, "")
    tidy_settings(package)
    forget_editing(package)
    stories = texts(package)
    renumber([package.tree(name) for name in stories])
    return Dressed(package.file(), tuple(stripped))


def check_dress(document: bytes) -> tuple[str, ...]:
    """What ``dressed`` would raise of a Word file, or say of it."""
    package = Package.opened(document)
    stripped = strip(package)
    _undress(package)
    _refuse_tags(package)
    return tuple(stripped)


def _write(package: Package, styles: HouseStyles, memo: Memo, remarks: Sequence[Remark]) -> None:
    comments = Comments(remarks)
    first = first_free(package)
    blocks = comments.marked(memo.blocks)
    adopter = Adopter(package, package.main, styles, blocks, comments_from=first)
    place = _body(package)[0]
    adopter.write_section(place, blocks, 1, column_width(place))
    adopter.finish(memo.notes)
    write_comments(package, comments, styles, memo.facts.modified, first)


def _undress(package: Package) -> etree._Element:
    """Leave of the main text one empty paragraph, and its first section, which is returned."""
    from lxml import etree

    body = _body(package)
    section = next(body.iter(w("sectPr")), None)
    section = copy.deepcopy(section) if section is not None else etree.Element(w("sectPr"))
    for element in [child for child in section if child.tag in _OF_A_COVER]:
        section.remove(element)
    for change in section.findall(w("sectPrChange")):
        section.remove(change)
    for child in list(body):
        body.remove(child)
    etree.SubElement(body, w("p"))
    body.append(section)
    used = {side.get(r("id"), "") for side in section.iter(*_SIDES)}
    links = package.relationships(package.main)
    for ident, link in list(links.items()):
        if ident not in used and not link.kind.endswith(_KEPT):
            del links[ident]
    return section


def _body(package: Package) -> etree._Element:
    body = package.tree(package.main).find(w("body"))
    if body is None:
        raise DataError("it has no text", "open it in Word, save it anew as a .docx, and try again")
    return body


def _refuse_tags(package: Package) -> None:
    """A header that is filled by tags would be printed with them."""
    for kind in ("header", "footer"):
        for name in package.related(package.main, f"/{kind}"):
            words = "".join(text.text or "" for text in package.tree(name).iter(w("t")))
            if any(tag in words for tag in _TAGS):
                message = f"its {kind} holds tags, which are filled only in a template"
                raise DataError(message, "use the document as the template itself, or take the tags out of it")
