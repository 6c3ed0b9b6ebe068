"""F6 and Shift+F6 within a view: the keyboard goes from part to part."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication, QWidget

Stop = tuple[QWidget, Callable[[], object]]
"""A part of a view, and what gives it the keyboard."""


def step_focus(stops: Sequence[Stop], by: int) -> None:
    """Give the keyboard to the next part (1) or the one before (-1); to the first, or the last, if none has it."""
    focus = QApplication.focusWidget()
    has_it = (at for at, (part, _) in enumerate(stops) if focus and (part is focus or part.isAncestorOf(focus)))
    _, take_focus = stops[(next(has_it, -1 if by > 0 else 0) + by) % len(stops)]
    take_focus()
