"""What a person does in the source pane."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox

from briefer.ui.text.typed_line import TypedLine
from random_use.person import Deed, Person
from random_use.words import ARTICLES, FOUND, NEWER, ODD

MOST_SOURCES = 4
_MODIFIERS = Qt.KeyboardModifier


class InSource:
    """Reads, files, edits and cleans articles."""

    def __init__(self, person: Person) -> None:
        self.person, self.chance, self.window = person, person.chance, person.window

    def deeds(self) -> list[tuple[int, Deed]]:
        return [
            (5, self.select), (6, self.capture_by_key), (2, self.paste_article), (3, self.move_ends), (2, self.full_stop),
            (3, self.add_to_note), (2, self.unlink), (3, self.edit), (3, self.type_in_article), (2, self.compose_in_article),
            (2, self.paste_into_article), (2, self.newer), (3, self.details), (2, self.clean), (3, self.needs), (3, self.tabs), (1, self.drag_tab),
            (3, self.find), (1, self.context_menu), (2, self.mouse), (1, self.drop_text),
        ]  # fmt: skip

    @property
    def pane(self):
        return self.window.source

    def select(self) -> None:
        reader = self.pane.reader
        size = len(reader.text())
        start = self.chance.randint(0, size)
        reader.select(start, min(size, start + self.chance.choice((0, 3, 20, 60, 400))))
        reader.setFocus()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _MODIFIERS.NoModifier) -> None:
        if self.pane.source is not None and self.pane.reader.isVisible():
            self.pane.reader.setFocus()
            self.person.press(key, modifiers, self.pane.reader)

    def capture_by_key(self) -> None:
        self.press(self.chance.choice((Qt.Key.Key_A, Qt.Key.Key_X, Qt.Key.Key_S, Qt.Key.Key_Q)))

    def paste_article(self) -> None:
        if len(self.window._session.brief.sources) < MOST_SOURCES:
            QGuiApplication.clipboard().setText(self.chance.choice(ARTICLES))
            self.window._paste()

    def move_ends(self) -> None:
        for _ in range(self.chance.randint(1, 6)):
            key = self.chance.choice((Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down))
            shift = self.chance.choice((_MODIFIERS.NoModifier, _MODIFIERS.ShiftModifier))
            self.press(key, _MODIFIERS.AltModifier | shift)

    def full_stop(self) -> None:
        self.press(Qt.Key.Key_Period)

    def add_to_note(self) -> None:
        """The picker by L: a digit, some letters, arrows, Esc or Enter."""
        self.press(Qt.Key.Key_L)
        QApplication.processEvents()
        for _ in range(self.chance.randint(0, 2)):
            self.person.type(self.chance.choice(("1", "2", "9", "e", "port", "zz")))
        end = (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up)
        self.person.press(self.chance.choice(end))

    def unlink(self) -> None:
        marks = self.pane.reader._highlights if self.pane.source else []
        if mark := self.person.some(marks):
            self.pane.reader.select(mark.start, mark.start)
            self.press(self.chance.choice((Qt.Key.Key_Delete, Qt.Key.Key_Return)))

    def edit(self) -> None:
        self.window.actions_by_id["edit_article"].trigger()

    def type_in_article(self) -> None:
        if self.pane.editing:
            self.pane.reader.setFocus()
            for _ in range(self.chance.randint(1, 5)):
                self.person.key() if self.chance.random() < 0.5 else self.person.letters()

    def compose_in_article(self) -> None:
        if self.pane.editing:
            self.select()
            self.person.compose(self.pane.reader)

    def paste_into_article(self) -> None:
        if self.pane.editing:
            self.select()
            QGuiApplication.clipboard().setText(self.chance.choice(ODD))
            self.press(self.chance.choice((Qt.Key.Key_V, Qt.Key.Key_X)), _MODIFIERS.ControlModifier)

    def newer(self) -> None:
        QGuiApplication.clipboard().setText(self.chance.choice(NEWER))
        self.window.actions_by_id["newer_text"].trigger()

    def details(self) -> None:
        self.window.actions_by_id["source_details"].trigger()
        form = self.pane.details.form
        if form is None or not form.isVisible():
            return
        line = self.chance.choice(list(form.lines.values()))
        line.setFocus()
        for _ in range(self.chance.randint(1, 3)):
            self.person.letters()
        if self.chance.random() < 0.5:
            if button := self.person.some([each for each in form.findChildren(QAbstractButton) if each.isVisible()]):
                button.click()
        elif isinstance(self.person.focus(), TypedLine):
            self.person.press(self.chance.choice((Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab)))

    def clean(self) -> None:
        self.window.actions_by_id["cleaning"].trigger()
        if self.pane.source is None:
            return
        panel = self.pane.cleaning_panel
        panel.turn(original=self.chance.random() < 0.4)
        if box := self.person.some([box for box in panel.findChildren(QCheckBox) if box.isVisible()]):
            box.click()
        if self.chance.random() < 0.3:
            self.pane.show_cleaning(on=False)

    def needs(self) -> None:
        self.window.actions_by_id["needs_you"].trigger()
        if "needs_panel" in self.pane.__dict__ and self.pane.needs_panel.isVisible():
            buttons = [each for each in self.pane.needs_panel.findChildren(QAbstractButton) if each.isVisible()]
            if button := self.person.some(buttons):
                button.click()

    def tabs(self) -> None:
        tabs = self.pane.tabs
        if tabs.bar.count() == 0:
            return
        match self.chance.choice(("step", "menu", "close", "click", "key")):
            case "step":
                self.window.actions_by_id[self.chance.choice(("next_source", "previous_source"))].trigger()
            case "menu":
                tabs.menu_for(self.chance.randrange(tabs.bar.count())).popup(self.window.mapToGlobal(QPoint(9, 9)))
            case "close":
                if self.chance.random() < 0.3:
                    self.window.actions_by_id["remove_source"].trigger()
            case "click":
                self.person.click_in(tabs.bar)
            case "key":
                tabs.bar.setFocus()
                self.person.key()

    def drag_tab(self) -> None:
        """A tab taken to another place; in the middle of that a step back, or Esc, or nothing."""
        bar = self.pane.tabs.bar
        if not bar.isVisible() or bar.count() < 2:
            return
        begin, end = (bar.tabRect(self.chance.randrange(bar.count())).center() for _ in range(2))
        QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=begin)
        held = [QPointF(at) for at in (begin + QPoint(20, 0), end, end + QPoint(self.chance.choice((-30, 30)), 0))]
        left, none = Qt.MouseButton.LeftButton, _MODIFIERS.NoModifier
        for at in held:
            QApplication.sendEvent(bar, QMouseEvent(QEvent.Type.MouseMove, at, bar.mapToGlobal(at), left, left, none))
        between = (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_Escape)
        if self.chance.random() < 0.4:
            key = self.chance.choice(between)
            self.person.press(key, none if key == Qt.Key.Key_Escape else _MODIFIERS.ControlModifier, bar)
        QTest.mouseRelease(bar, left, pos=end)

    def find(self) -> None:
        """The find bar, and what it replaces while the article is edited."""
        if self.pane.source is None:
            return
        self.pane.find_words()
        bar = self.pane.find_bar
        bar.words.setText(self.chance.choice(FOUND))
        bar.other.setText(self.chance.choice(("", "the", "Harbour Board", *ODD)))
        ways = [bar.find_next, bar.find_previous, bar.close_bar]
        if self.pane.editing:
            ways += [bar.replace, bar.replace, bar.replace_all]
        self.chance.choice(ways)()

    def context_menu(self) -> None:
        reader = self.pane.reader
        if self.pane.source is not None and reader.isVisible():
            where = reader.viewport().rect().center()
            QApplication.sendEvent(
                reader.viewport(),
                QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, reader.viewport().mapToGlobal(where)),
            )

    def mouse(self) -> None:
        if self.pane.source is not None:
            self.chance.choice((self.person.drag_in, self.person.click_in))(self.pane.reader.viewport())

    def drop_text(self) -> None:
        """Copy with citation, then let the words go somewhere."""
        self.window.actions_by_id["copy_cited"].trigger()
