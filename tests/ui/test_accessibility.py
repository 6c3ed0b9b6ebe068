"""What a screen reader tells, and what the keyboard reaches, wherever one is in the window."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import screen_moves
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QTabBar,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot
from screen_assistance import SCENES as MORE_SCENES
from screen_scenes import SCENES as FIRST_SCENES

from briefer.model.brief import kind_of
from briefer.ui.checks import live as live_checks
from briefer.ui.memo import parts
from briefer.ui.suggestions import live as live_suggestions
from briefer.ui.text.typed_line import TypedLine
from briefer.ui.window import Window

SCENES = {**FIRST_SCENES, **MORE_SCENES}
PLACES = (
    "start", "recent", "write", "reading", "picker", "details", "cleaning", "original", "editing", "needs_you", "empty",
    "actor", "stake", "quote", "note_filter", "merge", "header", "section", "trouble", "taken_over", "preview",
    "plain_preview", "checks", "export", "memo_template", "office", "keys", "palette", "guide", "bands", "templates", "no_templates",
    "dismissed", "imported", "guesses", "newer", "left_by_crash", "compared", "versions", "leave_check", "passages",
)  # fmt: skip
"""Scenes of the pictures without a menu or a dialog: those are Qt's own."""

WAITING = ("taken_over", "checks", "export", "memo_template", "dismissed", "imported", "leave_check", "templates")
"""Those that wait for what comes from the worker, and for nothing else."""

SILENT = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window, QAccessible.Role.StaticText}
"""Roles that say nothing of what can be done."""


@pytest.fixture
def _worker_comes_before_or_after(shared_worker: None, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    """What comes from the worker in the middle of a walk would change what there is to be reached."""
    if place in WAITING:
        pause = 0
        monkeypatch.setattr(screen_moves, "PAUSE", 10)
        monkeypatch.setattr(parts, "PAUSE", 0)
    else:
        pause = 10**8
        monkeypatch.setattr(screen_moves, "settle", QApplication.processEvents)
    monkeypatch.setattr(live_suggestions, "PAUSE", pause)
    monkeypatch.setattr(live_checks, "PAUSE", pause)


@pytest.fixture
def at(_worker_comes_before_or_after: None, window: Window, qtbot: QtBot, place: str) -> Window:
    """The window that is in use, brought to a place."""
    if place in ("start", "recent"):
        window.documents.new()
    SCENES[place](window)
    if place in WAITING:
        screen_moves.settle()
    qtbot.wait(1)
    QApplication.processEvents()
    shown = QApplication.activeWindow()
    assert shown is not None
    return shown  # type: ignore[return-value]


@pytest.mark.parametrize("place", PLACES)
def test_all_that_one_meets_says_what_it_is_and_tab_reaches_it(at: Window) -> None:
    _all_says_what_it_is(at)
    _tab_reaches_everything_and_is_caught_nowhere(at)


def _reached(top: QWidget) -> Iterator[QWidget]:
    """What is shown and takes the keyboard."""
    for widget in (top, *top.findChildren(QWidget)):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def _all_says_what_it_is(at: Window) -> None:
    shown = [widget for widget in (at, *at.findChildren(QWidget)) if widget.isVisible()]
    buttons = [widget for widget in shown if isinstance(widget, QAbstractButton)]
    assert [fault for widget in _reached(at) if (fault := _unsaid(widget))] == []
    assert [(widget, name) for widget in shown if _MARKUP.search(name := _name(widget))] == []
    assert [(button, _name(button)) for button in buttons if not re.search(r"\w", _name(button))] == []
    drawings = [button for button in buttons if not button.text() and not isinstance(button.parent(), QTabBar)]
    assert [(button, _name(button)) for button in drawings if not button.toolTip()] == []


_MARKUP = re.compile(r"<\w+[^<>]*>|</|&\w+;|[\ufffc\ue000-\uf8ff]")


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def _unsaid(widget: QWidget) -> tuple[QWidget, str, object] | None:
    """What takes the keyboard and does not say what it is. Qt has no role for a
    page: its words tell of it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    name, role = _name(widget).strip(), interface.role()
    says_more = widget.accessibleDescription() or interface.textInterface() is not None
    says = bool(name) and interface.state().focusable and (role not in SILENT or says_more)
    return None if says else (widget, name, role)


def _tab_reaches_everything_and_is_caught_nowhere(at: Window) -> None:
    reached: list[QWidget | None] = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        focus, seen = QApplication.focusWidget(), list[QWidget | None]()
        while focus not in seen:
            seen.append(focus)
            focus = _pressed(focus, key)
        assert None not in seen
        assert len(seen) > len(list(_reached(at))) // 2, [_name(each) for each in seen if each]
        reached += seen
    unreached = [widget for widget in _reached(at) if widget not in reached and not _is_part_of_another(widget)]
    assert unreached == [], [_name(widget) for widget in unreached]


def _pressed(focus: QWidget | None, key: Qt.Key) -> QWidget | None:
    """What has the keyboard after a key. In a page Tab goes from link to link first."""
    for _ in range(300 if isinstance(focus, QTextBrowser) else 1):
        QTest.keyClick(focus, key)
        QApplication.processEvents()
        if QApplication.focusWidget() is not focus:
            break
    return QApplication.focusWidget()


def _is_part_of_another(widget: QWidget) -> bool:
    """Whether it is the field of a box, or one of several buttons: arrow keys reach those that are not down."""
    if isinstance(widget, QAbstractButton):
        return widget.autoExclusive() or widget.group() is not None
    return isinstance(widget.parent(), QComboBox)


def test_the_list_of_notes_says_all_that_the_margins_paint(window: Window) -> None:
    window.open_sample()
    brief, model, reader = window._session.brief, window.notes.model, window.source.reader
    told = {entry.id: model.index_of(entry.id).data(Qt.ItemDataRole.AccessibleTextRole) for entry in brief.entries()}
    painted = reader._highlights
    assert len(painted) > 10
    for highlight in painted:
        entry = brief.citable(highlight.entry_id)
        assert entry is not None
        assert told[entry.id].startswith(f"{kind_of(entry).capitalize()} {entry.id}: ")
        anchor = next(each for each in entry.evidence if (each.start, each.end) == (highlight.start, highlight.end))
        number = model.facts.place(anchor, brief)
        assert number in told[entry.id]


def test_tab_goes_through_the_fields_of_the_header_as_they_stand(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen_moves, "settle", QApplication.processEvents)
    SCENES["header"](window)
    QApplication.processEvents()
    form = window.memo.header
    boxes = [field for field in form.findChildren(QWidget) if field.isVisible() and isinstance(field, TypedLine)]
    wanted = sorted(
        {field.focusProxy() or field for field in boxes}, key=lambda field: field.mapTo(form, QPoint()).y()
    )
    wanted[0].setFocus()
    seen = [_pressed(wanted[0], Qt.Key.Key_Tab)]
    while len(seen) < len(wanted) - 1:
        seen.append(_pressed(seen[-1], Qt.Key.Key_Tab))
    assert isinstance(wanted[0], QComboBox)
    assert seen == wanted[1:]
