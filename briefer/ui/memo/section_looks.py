"""Lays the looks of Markdown over a section's text: bold letters bold, marks faint. The text stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextLayout

from briefer.memo.looks import Look, looks
from briefer.ui.offsets import Offsets
from briefer.ui.slices import Slices
from briefer.ui.theme import code_font, tokens

_HEADING_PIXELS = {1: 17, 2: 16}
_MARK_PIXELS = 11
_FENCES = ("```", "~~~")
_STRETCH, _LENGTH = 24, 2_000
"""Lines, and Qt's positions in them, whose looks are laid in a few milliseconds."""
_FEW = 4
"""Lines that are laid out anew one by one; for more it takes less time to do all between them too."""
_LEFT = "looks"
_FAR = 20
"""Lines beyond an edit in which it may change what is bold, if no empty line comes first."""


class SectionLooks(QObject):
    """Keeps the looks of a document up to date: after an edit, from the empty line before it to the one after.

    While an input method composes nothing may be touched: ``composing`` says so.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._fenced = False
        self.composing = False
        self._left: tuple[QTextCursor, QTextCursor] | None = None
        self._work = Slices(self)
        document.contentsChange.connect(self._changed)

    def refresh(self) -> None:
        """Lay all looks anew: the colours of the theme are other ones."""
        document = self._document
        self._lay_by_and_by(document.firstBlock(), document.lastBlock(), 0, document.characterCount())

    def _changed(self, position: int, _removed: int, added: int) -> None:
        if not self.composing:
            self.lay_around(position, position + added)

    def lay_around(self, start: int, end: int) -> None:
        """Lay the looks of what stands around an edit anew, in Qt's positions."""
        document = self._document
        first, last = document.findBlock(start), document.findBlock(end)
        last = last if last.isValid() else document.lastBlock()
        fenced = self._fenced
        if self._has_fences(first, last):
            self._fenced = True
        if fenced or self._fenced:  # code reaches over empty lines
            self._fenced = self._has_fences(document.firstBlock(), document.lastBlock())
            self._left = None
            self._lay(document.firstBlock(), document.lastBlock(), start, end)
        else:
            self._lay_by_and_by(_edge(first, QTextBlock.previous), _edge(last, QTextBlock.next), start, end)

    def _lay_by_and_by(self, first: QTextBlock, last: QTextBlock, start: int, end: int) -> None:
        """Lay the looks of the first lines at once, and of very many more when the window has had its turn."""
        stop = _end_of_stretch(first, last)
        self._lay(first, stop, start, end)
        if stop != last:
            self._leave(stop.next(), last)
        if self._left is not None and not self._work.is_going(_LEFT):
            self._work.begin(_LEFT, self._laying())

    def _leave(self, first: QTextBlock, last: QTextBlock) -> None:
        """Have these blocks laid later, with those that are left already and what is between them."""
        ends = [first.position(), last.position()]
        if self._left is not None:
            ends += [cursor.position() for cursor in self._left]
        self._left = QTextCursor(self._document), QTextCursor(self._document)
        self._left[0].setPosition(min(ends))
        self._left[1].setPosition(max(ends))

    def _laying(self) -> Iterator[None]:
        while self._left is not None and not self.composing:
            first, last = (cursor.block() for cursor in self._left)
            stop = _end_of_stretch(first, last)
            self._left = None
            if stop != last:
                self._leave(stop.next(), last)
            self._lay(first, stop, first.position(), stop.position())
            yield

    def _has_fences(self, first: QTextBlock, last: QTextBlock) -> bool:
        return any(block.text().lstrip().startswith(_FENCES) for block in _blocks(first, last))

    def _lay(self, first: QTextBlock, last: QTextBlock, start: int, end: int) -> None:
        """Lay the looks of whole blocks; those that the edit touched get theirs in any case."""
        blocks = list(_blocks(first, last))
        texts = [block.text() for block in blocks]
        found, at, index = looks("\n".join(texts)), 0, 0
        changed: list[QTextBlock] = []
        open_looks: list[Look] = []
        for block, text in zip(blocks, texts, strict=True):
            line_end = at + len(text)
            while index < len(found) and found[index].start <= line_end:
                open_looks.append(found[index])
                index += 1
            open_looks = [look for look in open_looks if look.end > at]
            here = [_within(look, at, line_end) for look in open_looks]
            sign = hash(tuple(here)) & 0x7FFFFFFF if here else -1
            touched = block.position() <= end and start < block.position() + block.length()
            if (touched or block.userState() != sign) and self._set(block, text, here, sign):
                changed.append(block)
            at = line_end + 1
        if len(changed) > _FEW:
            start, end = changed[0].position(), changed[-1].position() + changed[-1].length()
            self._document.markContentsDirty(start, end - start)
        else:
            for block in changed:
                self._document.markContentsDirty(block.position(), block.length())

    def _set(self, block: QTextBlock, text: str, here: list[Look], sign: int) -> bool:
        """Give a block its looks; whether it must be laid out anew."""
        layout, offsets = block.layout(), Offsets(text)
        block.setUserState(sign)
        if not here and not layout.formats():
            return False
        ranges = []
        for look in here:
            made = QTextLayout.FormatRange()
            made.start = offsets.to_qt(look.start)
            made.length = offsets.to_qt(look.end) - made.start
            made.format = _format(look)
            ranges.append(made)
        layout.setFormats(ranges)
        return True


def _edge(block: QTextBlock, step: Callable[[QTextBlock], QTextBlock]) -> QTextBlock:
    """The last block in a direction before an empty one; of very many, one that is far enough."""
    for _ in range(_FAR):
        beyond = step(block)
        if not beyond.isValid() or not beyond.text().strip():
            break
        block = beyond
    return block


def _end_of_stretch(first: QTextBlock, last: QTextBlock) -> QTextBlock:
    """The block up to which looks are laid in a moment; what is after it looks the same without what is before."""
    beginning = first.position()
    for number, block in enumerate(_blocks(first, last)):
        after = block.next()
        is_much = number >= _STRETCH or block.position() - beginning >= _LENGTH
        if is_much and (not block.text() or (_is_item(block) and _is_item(after))):
            return block
    return last


def _is_item(block: QTextBlock) -> bool:
    return block.text().startswith("- ")


def _blocks(first: QTextBlock, last: QTextBlock) -> Iterator[QTextBlock]:
    end = last.blockNumber()
    block = first
    while block.isValid() and block.blockNumber() <= end:
        yield block
        block = block.next()


def _within(look: Look, start: int, end: int) -> Look:
    """What of a look is in a line, from the line's beginning."""
    return look._replace(start=max(look.start, start) - start, end=min(look.end, end) - start)


def _format(look: Look) -> QTextCharFormat:
    made, colours = QTextCharFormat(), tokens()
    if look.bold or look.heading:
        made.setFontWeight(QFont.Weight.Bold)
    if look.heading in _HEADING_PIXELS:
        made.setProperty(QTextCharFormat.Property.FontPixelSize, _HEADING_PIXELS[look.heading])
    if look.italic:
        made.setFontItalic(True)
    if look.code:
        made.setFontFamilies(code_font().families())
        made.setFontFixedPitch(True)
    if look.link:
        made.setForeground(QColor(colours.accent))
        made.setFontUnderline(True)
    if look.mark:
        made.setForeground(QColor(colours.faint))
        made.setFontWeight(QFont.Weight.Normal)
        made.setProperty(QTextCharFormat.Property.FontPixelSize, _MARK_PIXELS)
    return made
