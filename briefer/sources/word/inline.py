"""The running text of a Word paragraph: insertions, fields' results, links, breaks; not what is deleted or hidden."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefer.office.names import w
from briefer.sources.word.styles import Styles, is_on

if TYPE_CHECKING:
    from lxml import etree

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_DRAWN = (w("drawing"), w("pict"), w("object"))
_BOX = w("txbxContent")
_SYMBOL_BULLETS = {0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0xE0: "→", 0xFC: "✓"}
_GONE = frozenset((w("del"), w("moveFrom")))
_WORDS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "‑",
    w("softHyphen"): "",
    w("t"): None,
    w("rt"): "",
}


class Inline:
    """Reads paragraph after paragraph. ``notes`` are the notes met so far, by kind and id: their numbers."""

    def __init__(self, styles: Styles, out: Counter[str]) -> None:
        self.notes: dict[tuple[str, str], int] = {}
        self._styles = styles
        self._out = out
        self._fields: list[bool] = []

    def text(self, paragraph: etree._Element) -> tuple[str, list[etree._Element]]:
        """The words of a paragraph, and the text boxes that hang on it."""
        pieces: list[str] = []
        boxes: list[etree._Element] = []
        self._walk(paragraph, pieces, boxes)
        return "".join(pieces), boxes

    def _walk(self, element: etree._Element, pieces: list[str], boxes: list[etree._Element]) -> None:
        for child in element:
            if child.tag == w("r"):
                self._run(child, pieces, boxes)
            elif child.tag in _GONE:
                self._out["deleted"] += any(True for _ in child.iter(w("delText"), w("t"), w("tab")))
            elif child.tag == _FORMULA:
                pieces.append(child.text or "")
            elif child.tag == w("pPr") or child.tag == w("sdtPr"):
                continue
            elif child.tag in _DRAWN or child.tag == f"{_COMPATIBLE}AlternateContent":
                boxes.extend(_boxes(child))
            else:
                self._walk(child, pieces, boxes)

    def _run(self, run: etree._Element, pieces: list[str], boxes: list[etree._Element]) -> None:
        hidden = self._styles.is_hidden(run)
        said = False
        for child in run:
            if child.tag == w("fldChar"):
                self._field(child.get(w("fldCharType"), ""))
            elif self._fields and not all(self._fields):
                continue
            elif hidden:
                said = said or (child.tag == w("t") and bool((child.text or "").strip()))
            else:
                self._content(child, pieces, boxes)
        self._out["hidden"] += said

    def _content(self, child: etree._Element, pieces: list[str], boxes: list[etree._Element]) -> None:
        tag = str(child.tag)
        if tag == w("t"):
            pieces.append(child.text or "")
        elif tag == w("br"):
            pieces.append("\n" if child.get(w("type"), "textWrapping") == "textWrapping" else " ")
        elif tag in _WORDS:
            pieces.append(_WORDS[tag] or "")
        elif tag == w("sym"):
            pieces.append(_symbol(child.get(w("char"), "")))
        elif tag in (w("footnoteReference"), w("endnoteReference")):
            pieces.append(self._note(tag, child))
        elif tag == w("commentReference"):
            self._out["comments"] += 1
        elif tag in _DRAWN or tag == f"{_COMPATIBLE}AlternateContent":
            boxes.extend(_boxes(child))
        elif tag == w("ruby"):
            for base in child.iter(w("rubyBase")):
                self._walk(base, pieces, boxes)

    def _note(self, tag: str, child: etree._Element) -> str:
        kind = "footnote" if tag == w("footnoteReference") else "endnote"
        number = self.notes.setdefault((kind, child.get(w("id"), "")), len(self.notes) + 1)
        return "" if is_on(child.get(w("customMarkFollows"), "0")) else f"[{number}]"

    def _field(self, mark: str) -> None:
        """Fields stand in each other; only what comes between "separate" and "end" is text."""
        if mark == "begin":
            self._fields.append(False)
        elif mark == "separate" and self._fields:
            self._fields[-1] = True
        elif mark == "end" and self._fields:
            self._fields.pop()


def _boxes(drawn: etree._Element) -> list[etree._Element]:
    """The text boxes in a drawing, each once: what is there for old programs too is passed over."""
    found: list[etree._Element] = []
    for box in drawn.iter(_BOX):
        parents = [parent.tag for parent in box.iterancestors()]
        inside = parents[: parents.index(drawn.tag)] if drawn.tag in parents else []
        if _BOX not in inside and not (f"{_COMPATIBLE}Fallback" in parents and _has_choice(box)):
            found.append(box)
    return found


def _has_choice(box: etree._Element) -> bool:
    for parent in box.iterancestors(f"{_COMPATIBLE}AlternateContent"):
        if any(True for choice in parent.findall(f"{_COMPATIBLE}Choice") for _ in choice.iter(_BOX)):
            return True
    return False


def _symbol(code: str) -> str:
    """The sign of a symbol font, where it has one in Unicode; others say nothing."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= number <= 0xF0FF:
        return _SYMBOL_BULLETS.get(number - 0xF000, "")
    return chr(number) if 0x20 <= number < 0xD800 else ""
