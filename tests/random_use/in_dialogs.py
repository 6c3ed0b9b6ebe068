"""What a person does in what lies over the window: the export dialog, the office's details, a memo as a template."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit

from briefer.ui.export.formats import FORMATS
from briefer.ui.overlay import Overlay
from random_use.person import Deed, Person

_ASKS = ("export", "export", "export", "office_details", "memo_template")


class InDialogs:
    """Opens one, does something there, and closes it, or lets it do what it is for."""

    def __init__(self, person: Person) -> None:
        self.person, self.chance, self.window = person, person.chance, person.window

    def deeds(self) -> list[tuple[int, Deed]]:
        return [(2, self.ask), (2, self.within)]

    def ask(self) -> None:
        """Open one, and perhaps stay in it."""
        name = self.chance.choice(_ASKS)
        self.person.log[-1] += f":{name}"
        if name == "export" and self.chance.random() < 0.5 and self.window.actions_by_id["export"].isEnabled():
            self.window._export(self.chance.choice(FORMATS).ident)
        else:
            self.window.actions_by_id[name].trigger()
        for _ in range(self.chance.randint(0, 4)):
            QApplication.processEvents()
            self.within()
        if self.chance.random() < 0.8:
            for overlay in self._open():
                self.person.press(Qt.Key.Key_Escape, widget=overlay)

    def within(self) -> None:
        """A button, a choice, some letters or a key in what is open."""
        overlay = self.person.some(self._open())
        if overlay is None:
            return
        parts = [part for part in overlay.findChildren(QAbstractButton) if part.isVisible() and part.isEnabled()]
        match self.chance.choice(("button", "button", "choose", "type", "key")):
            case "button":
                if button := self.person.some(parts):
                    self.person.log[-1] += f":{button.text()}"
                    button.click()
            case "choose":
                if (
                    box := self.person.some([each for each in overlay.findChildren(QComboBox) if each.isVisible()])
                ) and box.count():
                    index = self.chance.randrange(box.count())
                    box.setCurrentIndex(index)
                    box.activated.emit(index)
            case "type":
                if line := self.person.some([each for each in overlay.findChildren(QLineEdit) if each.isVisible()]):
                    line.setFocus()
                    line.setText(self._a_name())
                    line.textEdited.emit(line.text())
            case "key":
                self.person.key()

    def _a_name(self) -> str:
        suffix = self.chance.choice([each.suffix for each in FORMATS])
        return self.chance.choice(
            (str(self.person.folder / f"out{suffix}"), "", "memo", f"no/folder/x{suffix}", "a\u0000b")
        )

    def _open(self) -> list[Overlay]:
        return [overlay for overlay in self.window.findChildren(Overlay) if overlay.isVisible()]
