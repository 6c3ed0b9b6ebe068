"""A person who does anything, in any order, for as long as it takes; whatever happens, the window tells the truth.

Each seed is one life of a window: bursts of keys, clicks, pastes, choices and history, and after each burst the brief
is sound and every widget shows it. At the end undo leads to the first brief and redo back, each step the same in both
directions, and a save gives the same bytes again. A failing seed is replayed by naming it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPushButton, QTextEdit, QWidget

from briefer.model.brief import GROUPS, Brief, kind_of, speaker_of
from briefer.model.entries import Quote
from briefer.model.soundness import problems
from briefer.store.briefs import brief_bytes, read_brief
from briefer.ui.memo.chip_text import ChipText
from briefer.ui.memo.section_text import SectionText
from briefer.ui.notes.editors import FieldEditor
from briefer.ui.source.highlights import Highlight
from briefer.ui.text.typed_line import TypedLine
from briefer.ui.text.typed_text import TypedText
from briefer.ui.window import Window

SEEDS = (1, 2, 3, 4)
LONG_SEEDS = range(100, 140)
BURSTS, EVENTS = 14, 22
MOST_WIDGETS = 900
"""More than a window on any of these briefs has: beyond it, something is made and never freed."""

ODD = (
    "plain words", "two\nlines", "caf\u0065\u0301 na\u0131\u0308ve", "😀👩‍👩‍👧 🇫🇷", "שלום עולם", "مرحبا, “x”", "a\u2028b\u2029c", "no\u00a0break\u202fspace",
    "\ufeffmark", "tab\there", "[@x1] [@own] [@q9]", "**bold** {{ brief }} {% x %}", "a, b,, c ,", " ", "\n\n", "\r\nDOS\r\n", "\u0301alone", "\ue000private\uf8ff",
    "\x00\x07nul", "& < > \" '", "x\x0by\x0cz\x85w", "\ufdd0\ufffe\uffff", "ﬁ Å ①",
)  # fmt: skip
ARTICLE = (
    "Ports told to unplug\n\nThe Harbour Technology Board has ordered five ports to remove modems by 31 March.\n\n"
    "“We are not accusing anyone,” Board chair Lena Morvane 😀 told reporters. “We are closing a door.”\n\n"
    "Saltmere Port Group warned that delays could cost 46 million crowns.\n"
)
KEYS = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown,
    Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space,
)  # fmt: skip
LETTERS = "axsqAXSQ.ä€😀z 1"


class AnyUse:
    """One life: what it does follows from the seed alone."""

    def __init__(self, window: Window, seed: int) -> None:
        self.window, self.chance = window, random.Random(seed)
        self.log: list[str] = []
        self.does: list[tuple[int, Callable[[], None]]] = [
            (6, self.key), (6, self.letters), (3, self.click), (4, self.select), (5, self.capture), (2, self.paste_article),
            (3, self.paste_odd), (4, self.focus_any), (3, self.choose), (2, self.tick_actor), (3, self.press_button), (1, self.template),
            (2, self.delete), (4, self.undo), (3, self.redo), (1, self.resize), (2, self.open_note), (2, self.compose), (2, self.add_passage),
            (1, self.pause), (2, self.format), (3, self.memo_button),
        ]  # fmt: skip

    def burst(self) -> None:
        for _ in range(self.chance.randint(1, EVENTS)):
            (act,) = self.chance.choices([act for _, act in self.does], [weight for weight, _ in self.does])
            self.log.append(act.__name__)
            act()
            QApplication.processEvents()

    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def visible(self, *kinds: type[QWidget]) -> list[QWidget]:
        found = self.window.findChildren(QWidget)
        return [widget for widget in found if isinstance(widget, kinds) and widget.isVisible() and widget.isEnabled()]

    def key(self) -> None:
        modifiers = self.chance.choice(
            (Qt.KeyboardModifier.NoModifier,) * 4
            + (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
        )
        key = self.chance.choice(KEYS)
        if isinstance(self.focus(), QAbstractButton) and key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Up):
            return  # opens a menu, which has an event loop of its own
        if isinstance(self.focus(), QComboBox) and key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            return
        QTest.keyClick(self.focus(), key, modifiers)

    def letters(self) -> None:
        focus = self.focus()
        if isinstance(focus, QAbstractButton):
            return
        for letter in self.chance.choices(LETTERS, k=self.chance.randint(1, 12)):
            if letter.isascii():
                QTest.keyClick(focus, letter)
            else:  # which QTest cannot press
                QApplication.sendEvent(
                    focus, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                )

    def click(self) -> None:
        target = self.chance.choice(self.visible(QLineEdit, QTextEdit))
        inner = target.viewport() if isinstance(target, QTextEdit) else target
        if inner.visibleRegion().isEmpty():
            return
        where = QPoint(self.chance.randrange(max(1, inner.width())), self.chance.randrange(max(1, inner.height())))
        (QTest.mouseDClick if self.chance.random() < 0.2 else QTest.mouseClick)(
            inner, Qt.MouseButton.LeftButton, pos=where
        )

    def select(self) -> None:
        reader = self.window.source.reader
        size = len(reader.text())
        start = self.chance.randint(0, size)
        reader.select(start, min(size, start + self.chance.randint(0, 60)))
        reader.setFocus()

    def capture(self) -> None:
        self.window.work.capture(self.chance.choice(("actor", "action", "stake", "quote")))

    def paste_article(self) -> None:
        if len(self.window._session.brief.sources) > 3:
            return
        QGuiApplication.clipboard().setText(
            self.chance.choice((ARTICLE, ARTICLE.replace("Port", "Yard"), "One odd line 😀."))
        )
        self.window._paste()

    def paste_odd(self) -> None:
        QGuiApplication.clipboard().setText(self.chance.choice(ODD))
        if not self.window.source.isAncestorOf(self.focus()):
            QTest.keyClick(self.focus(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def focus_any(self) -> None:
        self.chance.choice(self.visible(TypedLine, TypedText, QComboBox)).setFocus()

    def choose(self) -> None:
        box = self.chance.choice(self.visible(QComboBox))
        if box is not self.window.memo.picker and box.count():
            index = self.chance.randrange(box.count())
            box.setCurrentIndex(index)
            box.activated.emit(index)
            box.textActivated.emit(box.itemText(index))

    def tick_actor(self) -> None:
        form = self.window.notes._form()
        for name in ("actors", "targets"):
            if form and name in form.editors and self.window._session.brief.actors:
                form.editors[name]._fill()
                self.chance.choice(form.editors[name]._menu.actions()).trigger()
                return

    def press_button(self) -> None:
        form = self.window.notes._form()
        if form:
            buttons = [
                b
                for b in form.findChildren(QAbstractButton)
                if b.isVisible() and not (hasattr(b, "menu") and b.menu())
            ]
            self.chance.choice(buttons).click()

    def template(self) -> None:
        picker = self.window.memo.picker
        picker.activated.emit(self.chance.randrange(picker.count()))

    def delete(self) -> None:
        self.window.work.delete(self.window.notes.chosen_id)

    def undo(self) -> None:
        for _ in range(self.chance.choice((1, 1, 2, 7))):
            QTest.keyClick(self.focus(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def redo(self) -> None:
        for _ in range(self.chance.choice((1, 1, 2, 7))):
            QTest.keyClick(self.focus(), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)

    def resize(self) -> None:
        self.window.resize(self.chance.randint(1040, 1700), self.chance.randint(640, 1000))

    def open_note(self) -> None:
        entries = [entry.id for entry in self.window._session.brief.entries()]
        self.window.notes.open(self.chance.choice([*entries, ""]))

    def compose(self) -> None:
        focus = self.focus()
        if not isinstance(focus, TypedLine | TypedText | QComboBox):
            return
        QApplication.sendEvent(focus, QInputMethodEvent("かん", []))
        if self.chance.random() < 0.3:
            QTest.keyClick(focus, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        end = QInputMethodEvent()
        end.setCommitString(self.chance.choice(("漢", "")))
        QApplication.sendEvent(self.focus(), end)
        if self.focus() is not focus:
            QApplication.sendEvent(focus, QInputMethodEvent("", []))

    def add_passage(self) -> None:
        self.window.work.add_passage(self.window.notes.open_id)

    def format(self) -> None:
        if isinstance(self.focus(), SectionText):
            text = self.focus()
            at = [self.chance.randint(0, len(text.text())) for _ in range(2)]
            text.select(*at)
            self.window.actions_by_id[
                self.chance.choice(("bold", "italic", "bullets", "cite", "paste_plain"))
            ].trigger()

    def memo_button(self) -> None:
        memo = self.window.memo
        for editor in memo.sections.values():
            editor.look_for_sources()
        memo._writing._parts._make()
        if buttons := [button for button in memo.findChildren(QPushButton) if button.isVisible()]:
            self.chance.choice(buttons).click()

    def pause(self) -> None:
        self.window._session.seal()


def check(window: Window) -> None:
    """The brief is sound, and the window shows it and nothing else."""
    brief = window._session.brief
    assert list(problems(brief)) == []
    _check_memo(window, brief)
    _check_list(window, brief)
    _check_form(window, brief)
    _check_source(window, brief)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(window.findChildren(QWidget)) < MOST_WIDGETS


def _check_memo(window: Window, brief: Brief) -> None:
    memo = window.memo
    assert memo.picker.currentData() == brief.template
    for ident, line in memo.header.lines.items():
        assert line.text() == brief.header.get(ident, "").replace("\n", " "), ident
    for ident, editor in memo.sections.items():
        assert shown(editor.text) == brief.sections.get(ident, ""), ident
    assert {ident for ident, text in brief.sections.items() if text.strip()} <= memo.sections.keys()


def _check_list(window: Window, brief: Brief) -> None:
    model = window.notes.model
    for kind, group in GROUPS.items():
        entries, head = getattr(brief, group), model.group_index(kind)
        assert model.count(kind) == len(entries)
        rows = [model.index(row, 0, head) for row in range(model.rowCount(head))]
        assert [row.data(Qt.ItemDataRole.UserRole) for row in rows] == ([entry.id for entry in entries] or [""]), kind
        for entry, row in zip(entries, rows, strict=False):
            assert model.entry(row) is entry
            spoken = row.data(Qt.ItemDataRole.AccessibleTextRole)
            assert spoken.startswith(f"{kind.capitalize()} {entry.id}: ")
            if isinstance(entry, Quote):
                assert speaker_of(brief, entry) in spoken
    form, row = window.notes._form(), model.index_of(window.notes.open_id)
    assert window.notes.list.indexWidget(row) is form


def _check_form(window: Window, brief: Brief) -> None:
    form, entry = window.notes._form(), brief.citable(window.notes.open_id)
    assert (form is None) == (entry is None)
    if form is None or entry is None:
        return
    assert form.kind == kind_of(entry)
    for name, editor in form.editors.items():
        assert value_shown(editor) == value_of(brief, entry, name, editor), name
    assert len(form.passages.chips) == len(entry.evidence)


def value_shown(editor: FieldEditor) -> object:
    control = editor.control
    if isinstance(control, TypedText):
        return shown(control)
    if isinstance(control, QComboBox):
        return control.currentText() if control.isEditable() else control.currentData()
    if editor.field.editor == "names":
        return editor._stored(control.text())
    return control.words() if editor.field.editor == "actors" else control.text()


def value_of(brief: Brief, entry: object, name: str, editor: FieldEditor) -> object:
    value = getattr(entry, name)
    match editor.field.editor:
        case "speaker":
            return speaker_of(brief, entry).replace("\n", " ")
        case "actors":
            return ", ".join(brief.actor(ident).name or ident for ident in value) or "Choose…"
        case "line":
            return value.replace("\n", " ")
    return value


def shown(field: TypedText) -> str:
    raw = field.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
    if isinstance(field, SectionText):
        wanted = ChipText.of(field.text())
        assert raw == wanted.shown
        assert field._marks_between(raw, 0, len(raw)) == wanted.marks()
    else:
        assert raw == field.text()
    return field.text()


def _check_source(window: Window, brief: Brief) -> None:
    source, reader = window.source.source, window.source.reader
    assert (source is None) == (not brief.sources)
    if source is None:
        return
    assert source in brief.sources
    assert reader.text() == source.text
    assert len(reader.document().toRawText()) == len(source.text)
    wanted = [
        Highlight(entry.id, kind_of(entry), anchor.start, anchor.end)
        for entry in brief.entries()
        for anchor in entry.evidence
        if anchor.source == source.id and not anchor.lost
    ]
    assert [highlight._replace(title="") for highlight in reader._highlights] == wanted
    assert reader._marks.current == window.notes.open_id


def walk(window: Window) -> None:
    """Undo to the first brief and redo to the last, and the same briefs on the way."""
    session = window._session
    while session.redo_label:
        session.redo()
    down = [session.brief]
    while session.undo_label:
        session.undo()
        down.append(session.brief)
        check(window)
    up = [session.brief]
    while session.redo_label:
        session.redo()
        up.append(session.brief)
        check(window)
    assert up == down[::-1]


def live(window: Window, seed: int, folder: Path) -> None:
    use = AnyUse(window, seed)
    window._session._pause.setInterval(10**6)  # a pause is one of the events, not of the clock
    first = window._session.brief
    try:
        for burst in range(BURSTS):
            use.burst()
            check(window)
            if burst == BURSTS // 2:
                save_and_open(window, folder / f"{seed}-a.brief")
                first = window._session.brief
        walk(window)
        while window._session.undo_label:
            window._session.undo()
        assert window._session.brief == first
        save_and_open(window, folder / f"{seed}-b.brief")
    except BaseException:
        print(f"seed {seed}, after:", *use.log[-30:])
        raise


def save_and_open(window: Window, path: Path) -> None:
    assert window.documents._save(path)
    written = path.read_bytes()
    assert written == brief_bytes(window._session.stamped_brief())
    assert read_brief(path).brief == window._session.stamped_brief()
    window._session.open(path)
    check(window)
    assert window.documents.save()
    assert path.read_bytes() == written


@pytest.mark.parametrize("seed", SEEDS)
def test_any_use_leaves_the_window_true(window: Window, tmp_path: Path, seed: int) -> None:
    live(window, seed, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("seed", LONG_SEEDS)
def test_any_long_use_leaves_the_window_true(window: Window, tmp_path: Path, seed: int) -> None:
    for part in range(3):
        live(window, seed * 10 + part, tmp_path)
