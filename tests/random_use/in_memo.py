"""What a person does in the memo pane."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from briefer.ui.memo.portion_mark import PortionMark
from briefer.ui.memo.section_text import SectionText
from briefer.ui.memo.written_bar import WrittenBar
from briefer.ui.notes.model import ENTRY_MIME
from random_use.person import CTRL, Deed, Person
from random_use.words import HTML, ODD

_COPY = Qt.DropAction.CopyAction


class InMemo:
    """Writes, cites, formats, takes parts over, looks at the pages."""

    def __init__(self, person: Person) -> None:
        self.person, self.chance, self.window = person, person.chance, person.window

    def deeds(self) -> list[tuple[int, Deed]]:
        return [
            (4, self.write), (3, self.format), (3, self.chip), (2, self.drop_note), (2, self.rich_paste), (2, self.link),
            (3, self.button), (2, self.step), (1, self.template), (2, self.fold), (1, self.turn), (1, self.find),
            (1, self.context_menu), (2, self.copy_within), (2, self.list_keys), (3, self.news), (1, self.portion_mark),
        ]  # fmt: skip

    @property
    def pane(self):
        return self.window.memo

    def enter(self) -> SectionText | None:
        """Go into a section, the caret anywhere, perhaps with a selection."""
        if self.pane.previewing:
            self.pane.turn(preview=False)
        editor = self.person.some(list(self.pane.sections.values()))
        if editor is None or not editor.text.isVisible():
            return None
        editor.text.setFocus()
        at = [self.chance.randint(0, len(editor.text.text())) for _ in range(2)]
        editor.text.select(*at) if self.chance.random() < 0.5 else editor.text.set_caret(at[0])
        return editor.text

    def write(self) -> None:
        if self.enter():
            for _ in range(self.chance.randint(1, 4)):
                self.person.key() if self.chance.random() < 0.3 else self.person.letters()

    def format(self) -> None:
        if self.enter():
            names = ("bold", "italic", "bullets", "cite", "paste_plain")
            self.window.actions_by_id[self.chance.choice(names)].trigger()

    def chip(self) -> None:
        """Type or delete at the edge of a citation."""
        text = self.enter()
        if text is None:
            return
        if "[@" not in text.text():
            self.window.actions_by_id["cite"].trigger()
        at = text.text().find("[@")
        if at >= 0:
            text.set_caret(self.chance.choice((at, text.text().find("]", at) + 1)))
            keys = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return)
            self.person.press(self.chance.choice(keys), widget=text)

    def drop_note(self) -> None:
        text, entries = self.enter(), list(self.window._session.brief.entries())
        if text is None or not entries:
            return
        data = QMimeData()
        data.setData(ENTRY_MIME, self.chance.choice(entries).id.encode())
        place = text.viewport()
        where = QPointF(self.chance.randint(0, place.width()), self.chance.randint(0, place.height()))
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(place, QDragEnterEvent(where.toPoint(), _COPY, data, left, none))
        QApplication.sendEvent(place, QDragMoveEvent(where.toPoint(), _COPY, data, left, none))
        QApplication.sendEvent(place, QDropEvent(where, _COPY, data, left, none))

    def rich_paste(self) -> None:
        if text := self.enter():
            data, html = QMimeData(), self.chance.choice(HTML)
            data.setHtml(html)
            if self.chance.random() < 0.7:
                data.setText(self.chance.choice(ODD))
            QGuiApplication.clipboard().setMimeData(data)
            self.person.press(Qt.Key.Key_V, CTRL, text)

    def link(self) -> None:
        if self.enter():
            self.window.actions_by_id["link"].trigger()
            self.person.type(self.chance.choice(("https://example.org", "no address", "a@b.example", "")))
            self.person.press(self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab)))

    def button(self) -> None:
        """Any button of Write: one's own judgement, take over, back to live, see, update."""
        for editor in self.pane.sections.values():
            editor.look_for_sources()
        self.pane._writing._parts._make()
        if button := self.person.some([b for b in self.pane.findChildren(QPushButton) if b.isVisible()]):
            self.person.log[-1] += f":{button.text()}"
            button.click()

    def step(self) -> None:
        self.window.actions_by_id[self.chance.choice(("next_section", "previous_section"))].trigger()

    def template(self) -> None:
        self.pane.picker.activated.emit(self.chance.randrange(self.pane.picker.count()))

    def fold(self) -> None:
        """The header's line and its form."""
        if self.pane.previewing:
            return
        if self.chance.random() < 0.5:
            self.pane._turn_header()
        elif line := self.person.some([line for line in self.pane.header.lines.values() if line.isVisible()]):
            line.setFocus()
            self.person.letters()
            self.person.key()

    def turn(self) -> None:
        self.window.actions_by_id[self.chance.choice(("preview", "preview", "plain_preview"))].trigger()

    def find(self) -> None:
        if self.enter():
            self.window.actions_by_id["find"].trigger()
            self.person.type(self.chance.choice(("a", "port", "zz", "1")))
            ends = (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F3)
            self.person.press(self.chance.choice(ends))

    def context_menu(self) -> None:
        if text := self.enter():
            where = text.viewport().rect().center()
            event = QContextMenuEvent(
                QContextMenuEvent.Reason.Mouse, where, text.viewport().mapToGlobal(where) or QPoint()
            )
            QApplication.sendEvent(text.viewport(), event)

    def copy_within(self) -> None:
        """Words with their chips to another place."""
        if text := self.enter():
            self.person.press(self.chance.choice((Qt.Key.Key_C, Qt.Key.Key_X)), CTRL, text)
        if text := self.enter():
            self.person.press(Qt.Key.Key_V, CTRL, text)

    def list_keys(self) -> None:
        """Return, Tab and Backspace in a list."""
        if text := self.enter():
            self.person.type(self.chance.choice(("- a", "* b", "1. c", "# d", "| e")))
            for _ in range(self.chance.randint(1, 3)):
                self.person.press(
                    self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backspace)), widget=text
                )

    def news(self) -> None:
        """What the notes have changed of a part that was taken over: shown, chosen, taken in, kept, or live again."""
        if self.pane.previewing:
            return
        self.pane._writing._parts._make()
        QApplication.processEvents()
        bars = [bar for bar in self.pane.findChildren(WrittenBar) if bar.isVisible()]
        if bar := self.person.some([bar for bar in bars if bar._news.isVisible()] or bars):
            ways = [each for each in bar.findChildren(QAbstractButton) if each.isVisible()]
            if not bar._news.isVisible() or self.chance.random() < 0.9:
                ways = [each for each in ways if each is not bar._back]
        else:
            ways = [each for each in self.pane.findChildren(QPushButton) if each.text() == "Write instead"]
            ways = [each for each in ways if each.isVisible()]
        if way := self.person.some(ways):
            self.person.log[-1] += f":{way.text()}"
            way.click()

    def portion_mark(self) -> None:
        """The mark of a part, under a template that prints such marks."""
        template = self.pane.template_of(self.window._session.brief.template)
        if template is None or not template.front.portion_marks:
            marked = [
                ident
                for ident in map(self.pane.picker.itemData, range(self.pane.picker.count()))
                if self._marks(ident)
            ]
            if ident := self.person.some(marked):
                self.pane.picker.activated.emit(self.pane.picker.findData(ident))
        elif mark := self.person.some([mark for mark in self.pane.findChildren(PortionMark) if mark.isVisible()]):
            mark.click()
        else:
            self.window.actions_by_id["portion_mark"].trigger()

    def _marks(self, ident: str) -> bool:
        template = self.pane.template_of(ident)
        return template is not None and template.front.portion_marks
