"""The place of what is made late in the order of the Tab key: without help it would come after all that was there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_into_tab_order(before: QWidget, part: QWidget) -> None:
    """Let what takes the keyboard in a part, in the order in which it was made, come after another widget.

    The part itself stays where it was in the ring of the Tab key, so it must not have one of these as focus proxy.
    """
    for widget in part.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            QWidget.setTabOrder(before, widget)
            before = widget
