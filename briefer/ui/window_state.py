"""Where the window was: its place, its size and the widths of its panes, remembered from one start to the next.

They live in ``paths.state_dir()``. Nothing here ever fails for the user: what cannot be read or makes no sense is
left as the program has it, and what cannot be written is not remembered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
from PySide6 import QtCore
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QMainWindow

from briefer import paths
from briefer.errors import BrieferError
from briefer.files import make_folder, read_file, replace_file

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplitter

_LIMIT = 100_000
_STRIP, _GRIP = 40, QSize(120, 20)
"""Of the topmost strip of the window, so high, this much must be on a screen, or nobody could drag it back."""

_FIRST, _FRAME = QSize(1440, 900), QSize(0, 40)
"""The size that is good to begin with, and what a title bar adds to it: no system says so before."""

_Coordinate = Annotated[int, msgspec.Meta(ge=-100_000, le=100_000)]
_Percent = Annotated[int, msgspec.Meta(ge=0, le=1000)]
_Length = Annotated[int, msgspec.Meta(ge=1, le=100_000)]


class Frame(msgspec.Struct, frozen=True):
    """The place of a window that is not maximised, without its title bar, in logical pixels of the desktop."""

    x: _Coordinate
    y: _Coordinate
    width: _Length
    height: _Length


class WindowState(msgspec.Struct, frozen=True):
    """What is remembered; ``widths`` holds the widths of the panes by view, since each keeps its own.

    ``zoom`` holds the sizes of source and preview in per cent; 0 is the one each has of itself.
    """

    frame: Frame | None = None
    maximised: bool = False
    widths: dict[str, tuple[_Length, ...]] = {}
    zoom: dict[str, _Percent] = {}


def state_path() -> Path:
    """The file of what is remembered."""
    return paths.state_dir() / "window.json"


def load_state() -> WindowState:
    """What was remembered last; nothing if there is no file or it cannot be used."""
    try:
        return msgspec.json.decode(read_file(state_path(), _LIMIT), type=WindowState)
    except (BrieferError, msgspec.DecodeError, UnicodeError, RecursionError):
        return WindowState()


def first_size(screen: QScreen) -> QSize:
    """The size of a window that nothing is remembered of: with its frame it fits what panels leave of a screen."""
    return _FIRST.boundedTo(screen.availableSize() - _FRAME)


def restore(window: QMainWindow, splitter: QSplitter | None = None, view: str = "write") -> None:
    """Give a window that is not shown yet its last place, and its panes, if it has them, their widths in a view.

    A frame whose screen is gone, or that is smaller than the window may be, is not used; one that is larger than
    its screen is cut to it. Without a frame the window opens where the system puts it.
    """
    state = load_state()
    if state.frame is not None:
        _place(window, state.frame)
    if state.maximised:
        window.setWindowState(window.windowState() | QtCore.Qt.WindowState.WindowMaximized)
    if splitter is not None:
        restore_widths(splitter, view, state)


def restore_widths(splitter: QSplitter, view: str, state: WindowState | None = None) -> bool:
    """Give the panes the widths they had last in a view; whether there were any that fit them."""
    widths = (state or load_state()).widths.get(view, ())
    if len(widths) != splitter.count() or not widths:
        return False
    splitter.setSizes(list(widths))
    return True


def save_widths(widths: Mapping[str, Sequence[int]]) -> None:
    """Remember widths of panes by view, as a person has moved them; all else stays as it was."""
    kept = {view: tuple(sizes) for view, sizes in widths.items() if sizes and all(sizes)}
    if kept:
        before = load_state()
        _write(msgspec.structs.replace(before, widths={**before.widths, **kept}))


def save(
    window: QMainWindow,
    splitter: QSplitter | None = None,
    view: str = "write",
    zoom: Mapping[str, int] | None = None,
) -> None:
    """Remember where a window is, its zoom and the widths of its panes in a view; those of others stay as they are.

    Widths are kept as they were while a pane is hidden.
    """
    before = load_state()
    widths = dict(before.widths)
    sizes = tuple(splitter.sizes()) if splitter is not None else ()
    if sizes and all(sizes):
        widths[view] = sizes
    at = window.normalGeometry()
    frame = Frame(at.x(), at.y(), at.width(), at.height()) if at.isValid() else None
    state = WindowState(frame, window.isMaximized(), widths, before.zoom if zoom is None else dict(zoom))
    _write(state)


def _write(state: WindowState) -> None:
    with suppress(BrieferError):
        make_folder(state_path().parent)
        replace_file(state_path(), msgspec.json.format(msgspec.json.encode(state), indent=2) + b"\n")


def _place(window: QMainWindow, frame: Frame) -> None:
    wanted = QRect(frame.x, frame.y, frame.width, frame.height)
    screen = _screen_of(wanted)
    least = window.minimumSize()
    if screen is None or wanted.width() < least.width() or wanted.height() < least.height():
        return
    wanted.setSize(wanted.size().boundedTo(screen.availableSize()))  # Qt keeps the least size itself
    window.setGeometry(wanted)


def _screen_of(frame: QRect) -> QScreen | None:
    """The screen that shows enough of the top of a window to take hold of it; the one that shows most."""
    strip = QRect(frame.topLeft(), QSize(frame.width(), _STRIP))
    shown = [(screen.availableGeometry().intersected(strip).size(), screen) for screen in QGuiApplication.screens()]
    enough = [(size.width(), screen) for size, screen in shown if size.boundedTo(_GRIP) == _GRIP]
    return max(enough, key=lambda pair: pair[0])[1] if enough else None
