"""What lies over the window for a moment."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.ui.overlay import Overlay
from briefer.ui.window import Window


class Painted(QObject):
    """Notes what is painted, and whether the content could be by then."""

    def __init__(self, overlay: Overlay) -> None:
        super().__init__()
        self.overlay, self.order = overlay, []
        for widget in (overlay.panel, overlay.content):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.order.append("panel" if watched is self.overlay.panel else "content")
        return False


def test_the_window_is_painted_first_and_in_another_turn_what_lies_over_it(window: Window, qtbot: QtBot) -> None:
    window.show()
    qtbot.waitExposed(window)
    overlay = Overlay(window, "Something")
    overlay.panel.setMinimumSize(200, 100)
    painted = Painted(overlay)
    overlay.open()
    assert QApplication.focusWidget() is overlay  # the keyboard waits for nothing
    qtbot.waitUntil(lambda: "content" in painted.order)
    assert painted.order[0] == "panel"
    assert overlay.content.updatesEnabled()
    overlay.dismiss()
