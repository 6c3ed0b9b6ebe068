"""All actions of the one table: what each is called, where it is found, and that it does something wherever one is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from shiboken6 import getCppPointer

from briefer.paths import resources
from briefer.ui.actions import ACTIONS, shown_keys
from briefer.ui.window import Window

NAMES = {"Word", "Preview", "Briefer"}


def test_each_has_its_words_keys_and_icon(window: Window) -> None:
    for row in ACTIONS:
        action = window.actions_by_id[row.id]
        assert action.text().startswith(row.text)
        assert row.text.count("&") == 1, row
        later = row.text.replace("&", "").split()[1:]
        assert {word for word in later if word != word.lower()} <= NAMES, "names of actions are sentences, not titles"
        assert row.tip[:1].isupper(), row
        assert not row.tip.endswith("."), row
        assert action.toolTip() == (f"{row.tip} ({shown_keys(row)})" if row.keys or row.letter else row.tip)
        assert action.shortcut() == QKeySequence("" if row.of_fields else row.keys), row
        assert action.icon().isNull() != bool(row.icon), row
        assert "Ctrl+Alt" not in row.keys, row


def test_no_two_have_the_same_keys() -> None:
    for used in ([row.keys for row in ACTIONS if row.keys], [row.letter for row in ACTIONS if row.letter]):
        assert [keys for keys, times in Counter(used).items() if times > 1] == []


def test_a_letter_with_alt_leads_to_one_place_of_a_menu(window: Window) -> None:
    assert _twice(window.menuBar().actions()) == []
    for menu in window.menuBar().findChildren(QMenu):
        assert _twice(menu.actions()) == [], menu.title()
        nameless = [each.text() for each in menu.actions() if not each.isSeparator() and "&" not in each.text()]
        assert nameless == [], menu.title()


def _twice(actions: list[QAction]) -> list[str]:
    """Letters with Alt that more than one entry has."""
    letters = Counter(found[1].casefold() for each in actions if (found := re.search("&([^&])", each.text())))
    return [letter for letter, times in letters.items() if times > 1]


def test_the_guide_has_no_other_menus() -> None:
    assert {row.menu.replace("&", "") for row in ACTIONS} >= _menus_in_the_guide()


def _menus_in_the_guide() -> set[str]:
    pages = (resources() / "help").glob("*.md")
    return {found[1] for page in pages for found in re.finditer(r"\*\*(\w+) ▸ ", page.read_text("utf-8"))}


# What each does


class Answers:
    """Whoever answers what an action asks with Cancel; remembers what was asked."""

    def __init__(self) -> None:
        self.asked: list[QWidget] = []
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._answer)

    def __enter__(self) -> Answers:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()

    def _answer(self) -> None:
        for shown in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if shown is not None:
                self.asked.append(shown)
                if isinstance(shown, QDialog):
                    shown.reject()
                else:
                    shown.close()


@pytest.fixture(autouse=True)
def _no_browser_and_no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)


def on_the_start_page(window: Window) -> None:
    window.documents.new()


def on_an_empty_brief(window: Window) -> None:
    window.documents.new()
    window.go_to("memo")


def on_the_sample(window: Window) -> None:
    window.open_sample()
    window.notes.open("a1")
    window.go_to("source")
    reader = window.source.reader
    first = reader.text().index("Kestria")
    reader.select(first, first + 7)


def in_a_section(window: Window) -> None:
    window.open_sample()
    window.notes.open("x1")
    window.memo.sections["issue"].text.setFocus()
    window.memo.sections["issue"].text.set_caret(5)


STATES = (on_the_start_page, on_an_empty_brief, on_the_sample, in_a_section)


_AT_REST = {
    "to_source", "to_memo", "to_brief", "zoom_back", "note_up",  # one is there
    "paste_plain", "paste_here",  # the clipboard is empty
    "select_all",  # of a section nothing else than its letters is seen
    "print", "memo_template", "next_check", "previous_check", "list_checks", "checks_here",  # answer when the worker has
}  # fmt: skip
"""Actions that may do nothing that is seen at once."""
_WITHOUT_NOTES = {
    "next_source", "previous_source", "edit_note", "copy_note", "note_up", "note_down", "duplicate_note", "delete_note",
}  # fmt: skip


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_each_does_something_or_says_why_not(
    window: Window, state: Callable[[Window], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(window.status, "say", said.append)

    def are_silent(idents: Iterable[str], seen: Callable[[Window], Iterator[object]]) -> list[str]:
        """Those of these actions that say and ask nothing, and change nothing of what is seen."""
        silent, at_rest = [], set[object]()
        for ident in idents:
            window._session._history.mark_saved()
            window.activateWindow()
            if set(_state(window)) != at_rest:
                state(window)
                QApplication.processEvents()
                at_rest = set(_state(window))
            action = window.actions_by_id[ident]
            if ident == "quit" or not action.isEnabled():
                continue
            said.clear()
            window.status_bar.clearMessage()
            before = set(seen(window))
            with Answers() as answers:
                action.trigger()
                for _ in range(4):
                    QApplication.processEvents()
                after = set(seen(window))
                window.busy.cancel()
                window._session._history.mark_saved()
                if before == after and not said and not answers.asked:
                    silent.append(ident)
                _close_all(window)
        return silent

    idents = [row.id for row in ACTIONS]
    perhaps = {*are_silent(idents, _state)}
    # Each widget is looked at where nothing else tells, after the action before, which some take back.
    again = [ident for ident, after in zip(idents, [*idents[1:], ""], strict=True) if {ident, after} & perhaps]
    silent = perhaps & {*are_silent(again, _seen)}
    assert silent <= (_AT_REST | _WITHOUT_NOTES if state is on_an_empty_brief else _AT_REST)


def _state(window: Window) -> Iterator[object]:
    """Where one is and what is at hand, without what the widgets show."""
    yield "page", window.stage.shows_start, window.modes.shows_templates
    yield "brief", id(window._session.brief)
    focus = window.focusWidget()
    yield "focus", getCppPointer(focus)[0] if focus else 0
    yield "clipboard", QGuiApplication.clipboard().text()
    yield "on", tuple(action.isChecked() for action in window.actions_by_id.values())
    cursor = window.source.reader.textCursor()
    yield "selection", cursor.anchor(), cursor.position()
    yield "open", window.notes.open_id


def _seen(window: Window) -> Iterator[object]:
    """What a person sees and hears of a window, as far as actions change it."""
    yield from _state(window)
    for top in filter(QWidget.isVisible, QApplication.topLevelWidgets()):
        for widget in (top, *top.findChildren(QWidget)):
            if widget.isVisible():
                yield getCppPointer(widget)[0], widget.geometry().getRect()
                yield (
                    getCppPointer(widget)[0],
                    widget.accessibleName(),
                    widget.property("text"),
                    widget.property("checked"),
                )


def _close_all(window: Window) -> None:
    for top in QApplication.topLevelWidgets():
        if top is not window and top.isVisible():
            top.close()
    for _ in range(3):
        QApplication.processEvents()
