"""The context menu of an article: what can be done with the selection, and with the note under the pointer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QMenu

from briefer.model.brief import GROUPS
from briefer.ui.fitting import shortened
from briefer.ui.icons import icon
from briefer.ui.source.capture_bar import ADD_KEY
from briefer.ui.source.highlights import described
from briefer.ui.source.markers import LETTERS, marker_icon
from briefer.ui.source.reading_text import ReadingText

_TITLE = 40
"""Characters of a note's title in the menu."""


def reader_menu(reader: ReadingText) -> QMenu:
    """A menu for where the caret and the selection are; it goes when it is closed."""
    menu = QMenu(reader)
    menu.setAccessibleName("Source text")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    here = reader.highlights_here()
    _add_filing(menu, reader)
    menu.addSeparator()
    if here and here[0].why:
        key, words = here[0].entry_id, f"{shortened(here[0].title, _TITLE)} ({here[0].kind})".replace("&", "&&")
        _add(menu, icon("check"), f"Take suggestion: {words}", "Enter", lambda: reader.suggestion_taken.emit(key, ""))
        _add(menu, icon("close"), "Dismiss suggestion", "Del", lambda: reader.suggestion_dismissed.emit(key))
        menu.addSeparator()
    elif here:
        note = described(here[0], _TITLE).replace("&", "&&")
        _add(
            menu, icon("notes"), f"Open note: {note}", "Enter", lambda: reader.entry_activated.emit(here[0].entry_id)
        )
        _add(menu, icon("unlink"), "Unlink this passage", "Del", lambda: reader.unlink_requested.emit(here[0]))
        menu.addSeparator()
    if reader.selected_range() is not None:
        _add(menu, icon("copy"), "Copy", "Ctrl+C", reader.copy)
    if here or reader.selected_range() is not None:
        _add(menu, icon("cite"), "Copy with citation", "Ctrl+Shift+C", reader.copy_cited_requested.emit)
        menu.addSeparator()
    _add(menu, QIcon(), "Select sentence", "." if reader.letters else "", reader.select_sentence)
    _add(menu, QIcon(), "Select paragraph", "", reader.select_paragraph)
    _add(menu, QIcon(), "Select all", "Ctrl+A", reader.selectAll)
    return menu


def _add_filing(menu: QMenu, reader: ReadingText) -> None:
    for kind in GROUPS:
        key = LETTERS[kind] if reader.letters else ""
        ask = lambda kind=kind: reader.capture_requested.emit(kind)  # noqa: E731
        _add(menu, marker_icon(kind), f"File as {kind}", key, ask)
    _add(menu, icon("link"), "Add to note…", ADD_KEY if reader.letters else "", reader.add_requested.emit)


def _add(menu: QMenu, picture: QIcon, text: str, keys: str, do: Callable[[], object]) -> None:
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    action = menu.addAction(picture, f"{text}\t{shown}" if shown else text)
    action.triggered.connect(lambda _=False: do())
