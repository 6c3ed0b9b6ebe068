"""ChipField: a text that shows Markdown, each of its citations as one character, a chip."""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from briefer.model.brief import Brief
from briefer.ui.memo.chip_text import OBJECT, ChipText, change_between
from briefer.ui.memo.chips import ChipPainter, chip_format, format_at, mark_of, part_at
from briefer.ui.memo.cited_notes import CitedNote, CitedNotes
from briefer.ui.offsets import Offsets
from briefer.ui.text.on_letters import on_letters
from briefer.ui.text.tall_text import TallText

_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
_MAY_BE_MARKS = "[\\`~"
_FEW_CHIPS = 32
"""Chips whose paragraphs are laid out anew one by one; for more it takes less time to do all between them too."""


class ChipField(TallText):
    """A field of Markdown, as high as it needs.

    What ``TallText`` promises holds for the Markdown: ``typed`` carries all of it, positions are its code points.
    """

    def __init__(
        self, name: str, placeholder: str = "", notes: CitedNotes | None = None, parent: QWidget | None = None
    ) -> None:
        """``notes`` may be shared with other fields, so that each note is looked up once for all."""
        super().__init__(name, placeholder, parent)
        self._shown = ChipText.of("")
        self._showing = False
        self._edit_noted: tuple[int, int] | None = None
        self._notes = notes or CitedNotes()
        self._edition = self._notes.edition
        self._last_caret = 0
        self._chips = ChipPainter(self.document(), self._notes)
        self.document().contentsChange.connect(self._note_edit)
        self.cursorPositionChanged.connect(self._announce_chip)

    # What is shown

    def show_text(self, text: str) -> None:
        """Show another Markdown by the smallest difference: caret and scroll position stay where they can."""
        markdown = _LINE_ENDS.sub("\n", text)
        if markdown == self._text:
            return
        top = self.verticalScrollBar().value()
        if self._composing:  # which may have taken a selection away
            self._shown = self._read()
        self._put(ChipText.of(markdown))
        self._text = markdown
        self.verticalScrollBar().setValue(top)

    def show_brief(self, brief: Brief) -> None:
        """Let the chips say what their notes are in this brief."""
        self._notes.show_brief(brief)
        before, self._edition = self._edition, self._notes.edition
        if before == self._edition:
            return
        places = self._shown.places_in_qt(lambda mark: self._chips.seen_changed_since(before, mark))
        if len(places) > _FEW_CHIPS:
            self.document().markContentsDirty(places[0], places[-1] + 1 - places[0])
        else:
            for place in places:
                self.document().markContentsDirty(place, 1)
        if places:
            self.viewport().update()

    def _put(self, wanted: ChipText) -> None:
        """Make the document show this."""
        change, shown = change_between(self._shown, wanted), self._shown
        self._shown = wanted
        if change is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(shown.to_qt(change.start))
        cursor.setPosition(shown.to_qt(change.old_end), QTextCursor.MoveMode.KeepAnchor)
        self._showing = True
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for piece, mark in wanted.pieces(change.start, change.new_end):
            cursor.insertText(piece, QTextCharFormat() if mark is None else chip_format(mark))
        cursor.endEditBlock()
        self._showing = False

    # Positions

    def caret(self) -> int:
        """Where the caret is, in code points of the Markdown."""
        return self._shown.to_text(self.textCursor().position())

    def selected_range(self) -> tuple[int, int] | None:
        """Start and end of the selection, if there is one."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._shown.to_text(cursor.selectionStart()), self._shown.to_text(cursor.selectionEnd())

    def position_at(self, where: QPoint) -> int:
        """The position in the Markdown at a point of the viewport."""
        return self._shown.to_text(self.cursorForPosition(where).position())

    def select(self, start: int, end: int) -> None:
        """Select ``start`` to ``end``, the caret at the end, in view; out of range is the nearest place."""
        cursor, last = self.textCursor(), len(self._text)
        cursor.setPosition(self._shown.to_qt(max(0, min(start, last))))
        cursor.setPosition(self._shown.to_qt(max(0, min(end, last))), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def cursorForPosition(self, pos: QPoint) -> QTextCursor:
        """The place nearest to a point of the viewport."""
        return super().cursorForPosition(on_letters(self, pos.toPointF()).toPoint())

    # What was typed

    def _tell(self) -> None:
        if self._composing or self._showing:
            return
        read, before = self._read(), self._text
        self._shown, self._text = read, read.markdown
        # Where nothing could be a mark, or keep one from being one, the chips are all there are: seeking takes time.
        wanted = ChipText.of(read.markdown) if any(map(read.shown.__contains__, _MAY_BE_MARKS)) else read
        if wanted.chips != read.chips:
            cursor = self.textCursor()
            places = [read.to_text(cursor.anchor()), read.to_text(cursor.position())]
            self._put(wanted)
            self.select(*(_after_chip(wanted, place) for place in places))
        if self._text != before:
            self.typed.emit(self._text)

    def _read(self) -> ChipText:
        """What the document shows now."""
        # toPlainText would turn each no-break space into a space.
        raw = self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n").replace("\r", "\n")
        edit, self._edit_noted = self._edit_noted, None
        return (self._read_around(raw, *edit) if edit else None) or ChipText.read(
            raw, self._marks_between(raw, 0, len(raw))
        )

    def _read_around(self, raw: str, position: int, removed: int) -> ChipText | None:
        """The same, where all but one stretch (in Qt's positions) is as it was; None if that is not so."""
        shown, before = self._shown, self._shown.shown
        start, old_end = shown.shown_place(position), shown.shown_place(position + removed)
        new_end = old_end + len(raw) - len(before)
        if new_end < start or raw[:start] != before[:start] or raw[new_end:] != before[old_end:]:
            return None
        marks = [(at - start, mark) for at, mark in self._marks_between(raw, start, new_end)]
        return shown.edited(start, old_end, ChipText.read(raw[start:new_end], marks), raw)

    def _marks_between(self, raw: str, start: int, end: int) -> list[tuple[int, str]]:
        places = [found.start() for found in re.compile(OBJECT).finditer(raw, start, end)]
        if not places:
            return []
        offsets, document = Offsets(raw), self.document()
        marks = ((at, mark_of(format_at(document, offsets.to_qt(at)))) for at in places)
        return [(at, mark) for at, mark in marks if mark]

    def _note_edit(self, position: int, removed: int, _added: int) -> None:
        if not self._showing:
            self._edit_noted = (position, removed)

    # Chips

    def labels(self, mark: str) -> str:
        """What the chip of a mark shows."""
        return ", ".join(part.note.label for part in self._chips.parts(mark))

    def note_under(self, where: QPointF) -> CitedNote | None:
        """The note that a chip shows at a point of the viewport."""
        found = self._chip_under(where)
        if found is None:
            return None
        position, left = found
        return part_at(self._chips.parts(self._shown.mark_at(position)), where.x() - left)

    def _chip_under(self, where: QPointF) -> tuple[int, float] | None:
        """The place of the chip at a point, in Qt's positions, and its left edge."""
        near = self.cursorForPosition(where.toPoint()).position()
        for position in (near - 1, near):
            if position < 0 or not self._shown.mark_at(position):
                continue
            cursor = QTextCursor(self.document())
            cursor.setPosition(position)
            box = self.cursorRect(cursor)
            width = self._chips.width(self._shown.mark_at(position))
            if box.left() <= where.x() <= box.left() + width and box.top() <= where.y() <= box.bottom():
                return position, float(box.left())
        return None

    def _announce_chip(self) -> None:
        """Say the chip that the caret stepped over to those who do not see it."""
        before, self._last_caret = self._last_caret, self.textCursor().position()
        if not QAccessible.isActive() or abs(before - self._last_caret) != 1:
            return
        if mark := self._shown.mark_at(min(before, self._last_caret)):
            notes = (part.note for part in self._chips.parts(mark))
            said = "; ".join(f"citation {note.label}: {note.description}" for note in notes)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))


def _after_chip(shown: ChipText, place: int) -> int:
    """A place in the Markdown; where it lies within a chip, the end of that: what was typed there made it one."""
    return next((end for start, end in shown.chips if start < place < end), place)
