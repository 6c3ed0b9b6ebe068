"""What a person does in the notes pane."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from briefer.ui.notes.model import ENTRY_MIME
from random_use.person import Deed, Person

_COPY = Qt.DropAction.CopyAction


class InNotes:
    """Opens, describes, orders, filters and merges notes."""

    def __init__(self, person: Person) -> None:
        self.person, self.chance, self.window = person, person.chance, person.window

    def deeds(self) -> list[tuple[int, Deed]]:
        return [
            (3, self.open_note), (2, self.tick_actor), (3, self.press_button), (2, self.add_passage), (2, self.filter),
            (2, self.drag), (2, self.choices), (1, self.note_menu), (4, self.command), (2, self.merge), (2, self.mouse),
            (2, self.keys_in_list), (1, self.copy), (1, self.wordings),
        ]  # fmt: skip

    @property
    def pane(self):
        return self.window.notes

    def an_id(self) -> str:
        return self.person.some([entry.id for entry in self.window._session.brief.entries()]) or ""

    def open_note(self) -> None:
        self.pane.open(self.chance.choice((self.an_id(), self.an_id(), "")))

    def tick_actor(self) -> None:
        form = self.pane._form()
        for name in ("actors", "targets"):
            if form and name in form.editors and self.window._session.brief.actors:
                form.editors[name]._fill()
                if action := self.person.some(form.editors[name]._menu.actions()):
                    action.trigger()
                return

    def press_button(self) -> None:
        """A button of the form; what opens a menu is answered."""
        form = self.pane._form()
        buttons = form.findChildren(QAbstractButton) if form else []
        if button := self.person.some([each for each in buttons if each.isVisible()]):
            button.click()

    def add_passage(self) -> None:
        self.window.actions_by_id["add_passage"].trigger()

    def filter(self) -> None:
        if self.chance.random() < 0.3:
            self.pane.filter_button.click()
        else:
            self.pane.focus_filter()
            self.pane.filter.field.setText("")
            self.person.type(self.chance.choice(("", "port", "a", "zzz", "1")))
            ends = (Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab)
            self.person.press(self.chance.choice(ends))

    def drag(self) -> None:
        """A note dragged by events over the list, and let go or taken away."""
        view, ident = self.pane.list, self.an_id()
        if not ident:
            return
        data = QMimeData()
        data.setData(ENTRY_MIME, ident.encode())
        place = view.viewport()
        box = place.rect()
        where = QPointF(self.chance.randint(0, box.right()), self.chance.randint(0, box.bottom()))
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(place, QDragEnterEvent(where.toPoint(), _COPY, data, left, none))
        QApplication.sendEvent(place, QDragMoveEvent(where.toPoint(), _COPY, data, left, none))
        QApplication.sendEvent(place, QDropEvent(where, _COPY, data, left, none))

    def choices(self) -> None:
        """The menu of a pill."""
        if ident := self.person.some(
            [entry.id for entry in self.window._session.brief.entries() if entry.id[0] in "xs"]
        ):
            self.pane.list.choice_requested.emit(ident, self.window.mapToGlobal(QPoint(50, 50)))

    def note_menu(self) -> None:
        if ident := self.an_id():
            self.pane.list.make_current(ident)
            self.pane.take_focus()
            key = QContextMenuEvent.Reason.Keyboard
            QApplication.sendEvent(self.pane.list.viewport(), QContextMenuEvent(key, QPoint(9, 9), QPoint(9, 9)))

    def command(self) -> None:
        """What the menu offers for the note at hand."""
        if self.chance.random() < 0.7 and (ident := self.an_id()):
            self.pane.list.make_current(ident)
        names = (
            "new_note",
            "edit_note",
            "copy_note",
            "note_up",
            "note_down",
            "duplicate_note",
            "delete_note",
            "cite",
        )
        self.window.actions_by_id[self.chance.choice(names)].trigger()

    def merge(self) -> None:
        if actor := self.person.some(self.window._session.brief.actors):
            self.pane.take_focus()
            self.pane.list.make_current(actor.id)
            self.window.actions_by_id["merge_actor"].trigger()
            self.person.type(self.chance.choice(("", "", "a", "zz")))
            self.person.press(self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Escape)))

    def mouse(self) -> None:
        self.person.click_in(self.pane.list.viewport())

    def keys_in_list(self) -> None:
        self.pane.take_focus()
        self.person.key()

    def copy(self) -> None:
        self.pane.take_focus()
        self.person.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    def wordings(self) -> None:
        """A quote's verdict: both wordings, and the source's words put in."""
        if quote := self.person.some(self.window._session.brief.quotes):
            self.pane.list.wordings_requested.emit(quote.id)
            form = self.pane._form()
            if form is not None and form.verdict is not None and form.verdict.isVisible():
                buttons = [button for button in form.verdict.findChildren(QAbstractButton) if button.isVisible()]
                if button := self.person.some(buttons):
                    button.click()
