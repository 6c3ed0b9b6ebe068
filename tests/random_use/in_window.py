"""What a person does with the window as a whole."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTextEdit, QWidget

from briefer.ui.actions import ACTIONS
from briefer.ui.memo.preview_page import PreviewPage
from briefer.ui.text.typed_line import TypedLine
from briefer.ui.text.typed_text import TypedText
from briefer.ui.theme import apply_theme
from random_use.person import CTRL, Deed, Person
from random_use.words import ARTICLE, ODD, QUERIES

_RARE = ("print", "guide", "about", "open", "save_as", "export", "import", "new", "sample", "quit", "save")
"""Actions that open a dialog, or begin another brief: each takes long, or ends what has grown so far."""
_COMMON = tuple(row.id for row in ACTIONS if row.id not in _RARE)


class InWindow:
    """Presses keys and buttons wherever they are, runs commands, drops files, goes back and forth in time."""

    def __init__(self, person: Person) -> None:
        self.person, self.chance, self.window = person, person.chance, person.window

    def deeds(self) -> list[tuple[int, Deed]]:
        return [
            (6, self.person.key), (6, self.person.letters), (3, self.click), (3, self.paste_odd), (4, self.focus_any),
            (3, self.choose), (4, self.undo), (3, self.redo), (1, self.storm), (1, self.resize), (2, self.compose), (1, self.pause),
            (6, self.command), (1, self.rare_command), (2, self.palette), (1, self.theme), (1, self.drop_files), (1, self.wait),
            (1, self.close), (1, self.bands),
        ]  # fmt: skip

    def click(self) -> None:
        target = self.person.some(self.person.visible(QLineEdit, QTextEdit, PreviewPage))
        if target is not None:
            self.person.click_in(target.viewport() if isinstance(target, QTextEdit) else target)

    def paste_odd(self) -> None:
        QGuiApplication.clipboard().setText(self.chance.choice(ODD))
        if not self.window.stage.shows_start and not self.window.source.isAncestorOf(self.person.focus()):
            self.person.press(Qt.Key.Key_V, CTRL)

    def focus_any(self) -> None:
        if target := self.person.some(self.person.visible(TypedLine, TypedText, QComboBox)):
            target.setFocus()

    def choose(self) -> None:
        box = self.person.some(self.person.visible(QComboBox))
        if isinstance(box, QComboBox) and box is not self.window.memo.picker and box.count():
            index = self.chance.randrange(box.count())
            box.setCurrentIndex(index)
            box.activated.emit(index)
            box.textActivated.emit(box.itemText(index))

    def undo(self) -> None:
        for _ in range(self.chance.choice((1, 1, 2, 7))):
            self.person.press(Qt.Key.Key_Z, CTRL)

    def redo(self) -> None:
        for _ in range(self.chance.choice((1, 1, 2, 7))):
            self.person.press(Qt.Key.Key_Y, CTRL)

    def storm(self) -> None:
        """Back and forth in time, as fast as keys repeat."""
        for _ in range(3):
            for key in (Qt.Key.Key_Z, Qt.Key.Key_Y):
                for _ in range(self.chance.randint(3, 15)):
                    self.person.press(key, CTRL)

    def resize(self) -> None:
        self.window.resize(self.chance.randint(1040, 1700), self.chance.randint(640, 1000))

    def compose(self) -> None:
        if isinstance(self.person.focus(), TypedLine | TypedText | QComboBox):
            self.person.compose(self.person.focus())

    def pause(self) -> None:
        self.window._session.seal()

    def command(self) -> None:
        """Any action of the table, as its menu does it."""
        name = self.chance.choice(_COMMON)
        self.person.log[-1] += f":{name}"
        self.window.actions_by_id[name].trigger()

    def rare_command(self) -> None:
        name = self.chance.choice(_RARE)
        self.person.log[-1] += f":{name}"
        if name == "quit":
            self.close()
            return
        self.window.actions_by_id[name].trigger()
        guide = self.window._guide
        if guide is not None:
            guide.close()
        self.window.activateWindow()

    def palette(self) -> None:
        self.window.actions_by_id["palette"].trigger()
        self.person.type(self.chance.choice(QUERIES))
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_Home)
        for _ in range(self.chance.randint(0, 3)):
            self.person.press(self.chance.choice(keys))
        self.person.press(Qt.Key.Key_Escape)

    def theme(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, self.chance.choice(("light", "dark", "system")))

    def drop_files(self) -> None:
        """Files dropped on the window, also while it is busy."""
        names = ("one.txt", "two.md", "none.txt", "odd.bin")
        (self.person.folder / "one.txt").write_text(ARTICLE, "utf-8")
        (self.person.folder / "two.md").write_text(ARTICLE.replace("Port", "Dock") * 60, "utf-8")
        (self.person.folder / "odd.bin").write_bytes(bytes(range(256)) * 9)
        if len(self.window._session.brief.sources) > 3:
            names = ("none.txt", "odd.bin")
        chosen = self.chance.sample(names, self.chance.randint(1, len(names)))
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self.person.folder / name)) for name in chosen])
        place, none = QPointF(300, 300), Qt.KeyboardModifier.NoModifier
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        QApplication.sendEvent(self.window, QDragEnterEvent(place.toPoint(), copy, data, left, none))
        QApplication.sendEvent(self.window, QDropEvent(place, copy, data, left, none))

    def wait(self) -> None:
        """Let what is looked at on a pause be looked at."""
        QTest.qWait(self.chance.choice((0, 60, 420)))

    def close(self) -> None:
        """Want to leave, and stay when asked."""
        if not self.window._session.is_saved:
            self.person.leaves = True
            assert not self.window.close()
            self.person.leaves = False

    def bands(self) -> None:
        """A way out of a message, or its cross."""
        buttons = [button for band in self.window.bands.shown() for button in band.findChildren(QWidget)]
        if button := self.person.some([button for button in buttons if hasattr(button, "click")]):
            button.click()
