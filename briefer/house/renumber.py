"""Numbers that must be the only ones of their kind in a document, made so after loops have repeated them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefer.office.names import W14, WP, w
from briefer.office.xml import remove

if TYPE_CHECKING:
    from lxml import etree

_PARAGRAPH_IDS = (f"{{{W14}}}paraId", f"{{{W14}}}textId")


def renumber(roots: Sequence[etree._Element]) -> None:
    """Number drawings, bookmarks, controls and paragraphs anew over the parts of a document."""
    drawings = (element for root in roots for element in root.iter(f"{{{WP}}}docPr"))
    for number, drawing in enumerate(drawings, 1):
        drawing.set("id", str(number))
    _Bookmarks().renumber(roots)
    seen: set[str] = set()
    for root in roots:
        _drop_repeated(root, seen)
    _drop_repeated_comments(roots)
    _count_references(roots[0])


class _Bookmarks:
    """Gives bookmarks numbers from 0; one without an end, or of a name that there was before, goes."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._number = 0

    def renumber(self, roots: Iterable[etree._Element]) -> None:
        for root in roots:
            opened: dict[str, etree._Element] = {}
            for mark in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
                old = mark.get(w("id"), "")
                if mark.tag == w("bookmarkStart"):
                    self._begin(mark, old, opened)
                elif (start := opened.pop(old, None)) is not None:
                    mark.set(w("id"), start.get(w("id"), ""))
                else:
                    remove(mark)
            for start in opened.values():
                remove(start)

    def _begin(self, mark: etree._Element, old: str, opened: dict[str, etree._Element]) -> None:
        name = mark.get(w("name"), "").lower()
        if name in self._names:
            remove(mark)
            return
        if old in opened:
            remove(opened.pop(old))
        self._names.add(name)
        mark.set(w("id"), str(self._number))
        self._number += 1
        opened[old] = mark


def _drop_repeated(root: etree._Element, seen: set[str]) -> None:
    """Ids that are Word's own help, and no loss where they are not."""
    for paragraph in root.iter(w("p"), w("tr")):
        for key in _PARAGRAPH_IDS:
            ident = paragraph.get(key)
            if ident is None or key == _PARAGRAPH_IDS[1]:
                continue
            if ident in seen:
                for each in _PARAGRAPH_IDS:
                    paragraph.attrib.pop(each, "")
                break
            seen.add(ident)
    for control in root.iter(w("sdtPr")):
        number = control.find(w("id"))
        if number is None:
            continue
        ident = f"control {number.get(w('val'))}"
        if ident in seen:
            control.remove(number)
        seen.add(ident)


def _drop_repeated_comments(roots: Iterable[etree._Element]) -> None:
    seen: set[tuple[str, str]] = set()
    for root in roots:
        for mark in list(root.iter(w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))):
            key = (str(mark.tag), mark.get(w("id"), ""))
            if key in seen:
                remove(mark)
            seen.add(key)


def _count_references(root: etree._Element) -> None:
    """What cross-references to notes show is the number that Word will give the note."""
    number, shown = 0, {}
    opened: list[str] = []
    for element in root.iter(w("bookmarkStart"), w("bookmarkEnd"), w("footnoteReference")):
        if element.tag == w("bookmarkStart"):
            opened.append(element.get(w("name"), ""))
        elif element.tag == w("footnoteReference"):
            number += 1
            shown.update(dict.fromkeys(opened, number))
        else:
            opened = opened[:-1]
    field = ""
    for element in root.iter(w("instrText"), w("t"), w("fldChar")):
        if element.tag == w("instrText"):
            words = (element.text or "").split()
            field = words[1] if words[:1] == ["NOTEREF"] and len(words) > 1 else ""
        elif element.tag == w("t") and field in shown:
            element.text = str(shown[field])
        elif element.get(w("fldCharType")) == "end":
            field = ""
