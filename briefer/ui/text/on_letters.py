"""Clicks between two lines of a text: they are meant for the letters next to them."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTextEdit


def on_letters(view: QTextEdit, point: QPointF) -> QPointF:
    """A point of the viewport, moved onto the letters if it is in the space above those of a line.

    In that space, which a line of a set height has, Qt finds the beginning of the line wherever the pointer is.
    """
    if not view.viewport().rect().contains(point.toPoint()):
        return point
    top = view.cursorRect(QTextEdit.cursorForPosition(view, point.toPoint())).top()
    return QPointF(point.x(), top) if point.y() < top else point


def click_on_letters(view: QTextEdit, event: QMouseEvent) -> QMouseEvent:
    """What the mouse did in the viewport, on the letters that it was meant for."""
    point = on_letters(view, event.position())
    if point == event.position():
        return event
    moved = QMouseEvent(
        event.type(),
        point,
        event.scenePosition(),
        event.globalPosition(),
        event.button(),
        event.buttons(),
        event.modifiers(),
        event.pointingDevice(),
    )
    moved.setTimestamp(event.timestamp())
    return moved
