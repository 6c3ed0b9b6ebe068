"""The blocks of a web page in order: paragraphs, headings, list items, table rows and verse, and where each stood."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby, islice
from typing import TYPE_CHECKING

import msgspec

from briefer.errors import DataError
from briefer.sources.extracted import heading, running
from briefer.sources.page.furniture import named_furniture

if TYPE_CHECKING:
    from lxml.etree import _Element

INVISIBLE = frozenset(
    "script style head title noscript template svg math canvas object embed applet iframe frame audio video "
    "picture map source track button select option optgroup textarea input datalist meter progress dialog menu base "
    "link meta nav".split()
)
"""Elements with nothing in them that belongs to an article's text."""

_PARTED = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre search section summary table tbody td "
    "tfoot th thead tr ul dir listing xmp".split()
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_BREAKS = re.compile(r"\n{2,}")
_NOTE = re.compile(r"\[(?:\d{1,3}|[a-z]|note \d{1,3}|edit|citation needed)\]")
_NOTE_LINK = re.compile(r"(?:\b|_)(?:foot)?note[-_]?ref\b")
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡])[\])]?")
_PIECES = 40
"""Pieces of text in the mark of a note at most."""
_BACK = re.compile(r"[↩↑⤴⏎^]\ufe0e?")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_UNSEEN = frozenset(("sr-only", "visually-hidden", "screen-reader-text", "visuallyhidden", "element-invisible"))
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_MOST = 80_000
"""Blocks that a page may have; one of 5 MB of prose has some 15,000."""

_ROWS_JUDGED = 500
_CELL_LONGEST = 240
"""A table with longer cells than this lays out a page."""


class Block(msgspec.Struct):
    """A piece of text without marks: ``kind`` is p, h, li, row or pre; ``level`` that of a heading.

    ``linked`` counts the characters of its text that are links; ``element`` is the innermost element that holds it;
    ``group`` tells apart the lists and tables, whose items and rows belong together.
    """

    text: str
    element: _Element
    kind: str = "p"
    level: int = 0
    linked: int = 0
    marker: str = ""
    group: _Element | None = None

    def written(self) -> str:
        """The block as it stands in an extracted text, without a heading's marks."""
        return f"{self.marker} {self.text}" if self.marker else self.text


def blocks_of(root: _Element) -> list[Block]:
    """The blocks in ``root``, those of hidden elements left out; nothing is judged. DataError for too many."""
    return _Walk().over(root)


def words_in(element: _Element) -> str:
    """All text in an element as one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def paragraphs(blocks: Iterable[Block]) -> list[str]:
    """Blocks as paragraphs of an extracted text; the items of a list, and the rows of a table, are one."""
    made: list[str] = []
    for _, run in groupby(blocks, lambda block: id(block if block.group is None else block.group)):
        held = list(run)
        if held[0].level:
            made.append(heading(held[0].text, held[0].level))
        else:
            made.append("\n".join(running(block.written()) for block in held))
    return made


def _leads_to_note(element: _Element) -> bool:
    """Whether an element is the mark of a footnote, or the arrow that leads back from one."""
    link = element if element.tag == "a" else next(element.iter("a"), None)
    if link is None or "#" not in (link.get("href") or ""):
        return False
    said = " ".join("".join(islice(map(str, element.itertext()), _PIECES)).split())
    if _BACK.fullmatch(said):
        return True
    if not _MARK.fullmatch(said):
        return False
    if element.tag == "sup" or next(link.iter("sup"), None) is not None:
        return True
    named = [each.get(key) for each in {element, link} for key in ("role", "class", "epub:type")]
    return bool(_NOTE_LINK.search(" ".join(filter(None, named))))


def hidden(element: _Element) -> bool:
    """Whether an element says that it is not shown."""
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return True
    return not _UNSEEN.isdisjoint((element.get("class") or "").split())


def _is_link(element: _Element) -> bool:
    """Whether an ``a`` leads somewhere, by a script perhaps; one that only has a name is a place to lead to."""
    return bool(element.get("href")) or not (element.get("name") or element.get("id"))


class _Walk:
    """One pass over a tree. It keeps no Python frame for each level, because pages nest a thousand deep."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.links = 0
        self.preformatted = 0
        self.open: list[_Element] = []
        self.items: list[tuple[_Element, str, int]] = []
        self.numbers: dict[_Element, int] = {}
        self.data_tables: list[_Element] = []

    def over(self, root: _Element) -> list[Block]:
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                if self._passed_over(element):
                    walk.skip_subtree()
                else:
                    self._start(element)
            elif event == "end" and self.open and self.open[-1] is element:
                self._end(element)
                if len(self.blocks) > _MOST:
                    message = f"it has more than {_MOST:,} paragraphs, rows or items"
                    raise DataError(message, "save the part that you need as a file of its own")
            if event != "start" and element is not root and element.tail:
                self._text(element.tail)
        self._flush()
        return self.blocks

    def _passed_over(self, element: _Element) -> bool:
        marks = element.tag in ("a", "sup") or (
            element.tag == "span" and _NOTE_LINK.search(element.get("class") or "")
        )
        if element.tag in INVISIBLE or (marks and _leads_to_note(element)):
            return True
        if element.tag == "q" and named_furniture(element) and next(element.iter("a"), None) is not None:
            return True  # a link to another article, which is no quotation by its name
        return element.tag not in ("html", "body") and hidden(element)

    def _start(self, element: _Element) -> None:
        tag = str(element.tag)
        if tag == "br":
            self.pieces.append("\n")
        elif tag in ("td", "th") and self.data_tables:
            self._cell()
        elif self._parts(tag):
            self._flush()
        self.open.append(element)
        if tag == "a" and _is_link(element):
            self.links += 1
        elif tag in ("pre", "listing", "xmp"):
            self.preformatted += 1
        elif tag == "li":
            self.items.append((element, self._marker(element), len(self.blocks)))
        elif tag == "table" and (self.data_tables or _holds_data(element)):
            self.data_tables.append(element)
        elif tag == "q":
            self.pieces.append("“")
        if element.text:
            self._text(element.text)

    def _end(self, element: _Element) -> None:
        tag = str(element.tag)
        if tag == "q":
            self.pieces.append("”")
        if tag not in ("td", "th") or not self.data_tables:
            if self._parts(tag):
                self._flush()
            elif self.data_tables and tag in _PARTED:
                self.pieces.append(" ")
        self.open.pop()
        if tag == "a" and _is_link(element):
            self.links -= 1
        elif tag in ("pre", "listing", "xmp"):
            self.preformatted -= 1
        elif tag == "li" and self.items and self.items[-1][0] is element:
            self._close_item()
        elif tag == "table" and self.data_tables and self.data_tables[-1] is element:
            self.data_tables.pop()

    def _parts(self, tag: str) -> bool:
        """Whether a block ends where such an element begins or ends; in a data table, only rows part."""
        if self.data_tables:
            return tag in ("tr", "caption", "table")
        return tag in _PARTED or "-" in tag

    def _text(self, text: str) -> None:
        said = text if self.preformatted else _BLANKS.sub(" ", text)
        self.pieces.append(said)
        if self.links:
            self.linked += len(said.strip())

    def _cell(self) -> None:
        if any(piece.strip() for piece in self.pieces):
            self.pieces.append(" | ")
        else:
            self.pieces.clear()

    def _marker(self, item: _Element) -> str:
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return "-"
        start = parent.get("start") or "1"
        given = item.get("value") or ""
        number = self.numbers.get(parent, int(start) - 1 if start.isdecimal() and len(start) < 7 else 0) + 1
        number = int(given) if given.isdecimal() and len(given) < 7 else number
        self.numbers[parent] = number
        return f"{number}."

    def _close_item(self) -> None:
        element, marker, first = self.items.pop()
        made = [block for block in self.blocks[first:] if not block.marker]
        # An item of several paragraphs lays out the page: an entry of a live report, say.
        if len(made) == 1 and made[0].kind == "p":
            outermost = self.items[0][0] if self.items else element
            made[0].kind, made[0].marker, made[0].group = "li", marker, outermost.getparent()

    def _flush(self) -> None:
        text, linked = "".join(self.pieces), self.linked
        self.pieces.clear()
        self.linked = 0
        if not text.strip() or not self.open:
            return
        element = next(
            (one for one in reversed(self.open) if one.tag in _PARTED or "-" in str(one.tag)), self.open[-1]
        )
        if self.preformatted:
            self.blocks.append(Block(_lines(text), element, "pre", linked=linked))
            return
        level = next((_LEVELS[one.tag] for one in reversed(self.open) if one.tag in _LEVELS), 0)
        table = self.data_tables[-1] if self.data_tables else None
        text = _NOTE.sub("", _AROUND_BREAK.sub("\n", text)).strip()
        for part in _BREAKS.split(text):
            words = _BLANKS.sub(" ", part) if level or table is not None else re.sub(" +", " ", part)
            if not words.strip(" |\n"):
                continue
            share = linked * len(words) // max(len(text), 1)
            if level:
                self.blocks.append(Block(words.strip(), element, "h", level, share))
            elif table is not None:
                kind = "p" if element.tag == "caption" else "row"
                self.blocks.append(
                    Block(words.strip(), element, kind, 0, share, "", table if kind == "row" else None)
                )
            else:
                self.blocks.append(Block(words.strip(), element, "p", 0, share))


def _lines(text: str) -> str:
    lines = [line.rstrip() for line in text.expandtabs(4).replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    while lines and not lines[0]:
        del lines[0]
    return re.sub(r"\n{2,}", "\n\n", "\n".join(lines).rstrip())


def _holds_data(table: _Element) -> bool:
    """Whether a table has rows of short cells, and is not a frame for paragraphs."""
    if table.get("role") == "presentation" or next(table.iterdescendants("table"), None) is not None:
        return False
    widest = 0
    for count, row in enumerate(table.iterdescendants("tr")):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        widest = max(widest, sum(bool(words_in(cell)) for cell in cells))
        if any(len(words_in(cell)) > _CELL_LONGEST for cell in cells):
            return False
        if count > _ROWS_JUDGED:
            break
    return widest > 1
