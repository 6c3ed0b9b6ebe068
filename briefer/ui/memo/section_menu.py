"""The context menu of a section's text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from briefer.ui.memo.section_text import SectionText


def give_menu(text: SectionText) -> None:
    """Let a section show its menu where it is asked for."""

    def pop_up(where: QPoint) -> None:
        section_menu(text, where).popup(text.viewport().mapToGlobal(where))

    text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    text.customContextMenuRequested.connect(pop_up)


def section_menu(text: SectionText, where: QPoint) -> QMenu:
    """What can be done at a point of the viewport. It deletes itself when it is closed."""
    menu = QMenu(text)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    selected = text.textCursor().hasSelection()
    position = text.caret() if selected else text.position_at(where)

    def add(words: str, keys: str, do: Callable[[], object], *, enabled: bool = True) -> QAction:
        action = menu.addAction(words)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown only: the keys are the window's
        action.setEnabled(enabled)
        action.triggered.connect(lambda: do())
        return action

    note = text.note_under(where.toPointF())
    if note is not None and not note.trouble and note.title:
        add(f"Show {note.label}", "", lambda: text.citation_activated.emit([note.ident]))
        menu.addSeparator()
    span = text.unsupported_at(position)
    if span is not None:
        add("&Find a passage…", "Ctrl+J", lambda: text.passage_asked.emit(position))
        add("Mark as own &judgement", "", lambda: text.own_judgement_asked.emit(*span))
        menu.addSeparator()
    add("Cu&t", "Ctrl+X", text.cut, enabled=selected)
    add("&Copy", "Ctrl+C", text.copy, enabled=selected)
    add("&Paste", "Ctrl+V", text.paste, enabled=text.canPaste())
    add("Paste as plain te&xt", "Ctrl+Shift+V", text.paste_plain, enabled=text.canPaste())
    add("Select &all", "Ctrl+A", text.selectAll, enabled=bool(text.text()))
    menu.addSeparator()
    add("&Bold", "Ctrl+B", text.toggle_bold)
    add("&Italic", "Ctrl+I", text.toggle_italic)
    add("Bullet &list", "", text.toggle_list)
    add("&Link…", "Ctrl+Shift+K", text.link_asked.emit)
    menu.addSeparator()
    add("Cite the open &note", "Ctrl+L", text.cite_asked.emit)
    return menu
