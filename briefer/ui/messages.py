"""Messages to the user: what happened, to what, and what to do next.

What leaves all work as it was is told by a band, and work goes on. Only what would lose something asks first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from PySide6 import QtCore
from PySide6.QtWidgets import QWidget

import briefer
from briefer.errors import BrieferError
from briefer.ui.band import Bands, Offer
from briefer.ui.icons import icon_pixmap

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

_PICTURE = 32


def show_error(
    parent: QWidget, error: BrieferError, what: str, *, pane: str = "", offers: Sequence[Offer] = ()
) -> None:
    """Say in a band that ``what`` did not succeed, why, and what can be done.

    It stands over the pane of this name if that is shown, else over the whole window.
    """
    place = f"{error.path}: " if error.path else ""
    more = f"{place}{sentence(error.message)} {sentence(error.hint)}".strip()
    bands_of(parent, pane).show_band("error", what, more, offers)


def settle(parent: QWidget, what: str, *, pane: str = "") -> None:
    """Take away what was said of ``what``, because it has succeeded now."""
    for each in {"", pane}:
        bands_of(parent, each).drop(what)


def bands_of(parent: QWidget, pane: str = "") -> Bands:
    """Where bands over a pane are shown, or over the window if the pane is hidden or none is named."""
    window = parent.window()
    over_pane = window.findChild(Bands, f"bands-{pane}") if pane else None
    place = over_pane.parentWidget() if over_pane is not None else None
    if over_pane is not None and place is not None and place.isVisible():
        return over_pane
    over_window = window.findChild(Bands, "bands")
    assert isinstance(over_window, Bands), "a window has a place for bands"
    return over_window


def ask_unsaved(parent: QWidget, name: str) -> Literal["save", "discard", "cancel"]:
    """Ask what to do with changes that are not saved."""
    box = _box(parent, "save", f"Save the changes to “{name}”?", "If you do not save them, they are lost.")
    button = box.StandardButton
    box.setStandardButtons(button.Save | button.Discard | button.Cancel)
    box.setDefaultButton(button.Save)
    answer = box.exec()
    return "save" if answer == button.Save else "discard" if answer == button.Discard else "cancel"


def ask(parent: QWidget, question: str, explanation: str, yes: str) -> bool:
    """Ask a question that is answered by ``yes`` or Cancel; Cancel is the default."""
    box = _box(parent, "warn", question, explanation)
    box.setStandardButtons(box.StandardButton.Cancel)
    agree = box.addButton(yes, box.ButtonRole.AcceptRole)
    box.setDefaultButton(box.StandardButton.Cancel)
    box.exec()
    return box.clickedButton() is agree


def show_about(parent: QWidget) -> None:
    """Say what the program is."""
    facts = "Briefing notes whose every claim leads back to its source."
    promise = "MIT licence. Nothing you write leaves this computer."
    _box(parent, "info", f"Briefer {briefer.__version__}", f"{facts}\n\n{promise}").exec()


def _box(parent: QWidget, picture: str, text: str, explanation: str) -> QMessageBox:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.NoIcon, "Briefer", text, parent=parent)
    box.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    box.setInformativeText(explanation)
    box.setIconPixmap(icon_pixmap(picture, "accent", size=_PICTURE))
    return box


def sentence(text: str) -> str:
    """Words of a message as a sentence of their own; nothing stays nothing."""
    return f"{text[:1].upper()}{text[1:]}." if text else ""
