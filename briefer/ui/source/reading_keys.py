"""What a key does while somebody reads an article; the text cannot be typed in, so that letters are free."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from briefer.model.brief import Kind
from briefer.ui.source.reading_text import ReadingText

_EDITING = (
    QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo, QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Delete,
)  # fmt: skip
_Deed: TypeAlias = Callable[[ReadingText], bool]
"""What a key does; False if there is nothing here that it could be done to."""

_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_ALT, _ALT_SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.AltModifier | _SHIFT
_KEYPAD = Qt.KeyboardModifier.KeypadModifier.value


def act(reader: ReadingText, event: QKeyEvent) -> bool:
    """Do what a key asks of the reader; False if it is none of these keys, or asks for nothing here."""
    pressed = event.keyCombination().toCombined() & ~_KEYPAD
    deed = _DEEDS.get(pressed)
    if deed is not None:
        return (event.isAutoRepeat() and pressed in _ONCE) or deed(reader)
    if not reader.letters:
        return False
    if event.text() == "." and not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | _SHIFT):
        reader.expand_selection()  # on some keyboards it takes Shift
        return True
    deed = _LETTERS.get(pressed)
    return deed is not None and (event.isAutoRepeat() or deed(reader))  # one press is one note


def is_editing(event: QKeyEvent) -> bool:
    """Whether a key is one of editing that is the window's: even a read-only QTextEdit claims these for itself."""
    return any(map(event.matches, _EDITING))


def _open(reader: ReadingText) -> bool:
    """Open the note at the caret; take the suggestion there, or the one whose words are chosen."""
    if reader.words_of:
        reader.suggestion_taken.emit(reader.words_of, "")
        return True
    here = reader.highlights_here()
    if here and here[0].why:
        reader.suggestion_taken.emit(here[0].entry_id, "")
    elif here:
        reader.entry_activated.emit(here[0].entry_id)
    return bool(here)


def _unlink(reader: ReadingText) -> bool:
    """Unlink the passage at the caret; dismiss the suggestion there."""
    here = reader.highlights_here()
    if here and here[0].why:
        reader.suggestion_dismissed.emit(here[0].entry_id)
    elif here:
        reader.unlink_requested.emit(here[0])
    return bool(here)


def _leave(reader: ReadingText) -> bool:
    if reader.words_of:
        reader.words_left.emit()
        return True
    return reader.drop_selection()


def _goes_on(step: int) -> _Deed:
    def go_on(reader: ReadingText) -> bool:
        reader.suggestion_requested.emit(step)
        return True

    return go_on


def _add(reader: ReadingText) -> bool:
    reader.add_requested.emit()
    return True


def _files(kind: Kind) -> _Deed:
    def file(reader: ReadingText) -> bool:
        if reader.words_of:
            reader.suggestion_taken.emit(reader.words_of, kind)
        else:
            reader.capture_requested.emit(kind)
        return True

    return file


def _moves(step: int, *, by_word: bool) -> _Deed:
    def move(reader: ReadingText) -> bool:
        reader.move_end(step, by_word=by_word)
        return True

    return move


def _turns(*, last: bool) -> _Deed:
    def turn(reader: ReadingText) -> bool:
        reader.turn_to_end(last=last)
        return True

    return turn


def _pressed(modifiers: Qt.KeyboardModifier, key: Qt.Key) -> int:
    return QKeyCombination(modifiers, key).toCombined()


_LETTERS: dict[int, _Deed] = {
    _pressed(_NONE, Qt.Key.Key_A): _files("actor"),
    _pressed(_NONE, Qt.Key.Key_X): _files("action"),
    _pressed(_NONE, Qt.Key.Key_S): _files("stake"),
    _pressed(_NONE, Qt.Key.Key_Q): _files("quote"),
    _pressed(_NONE, Qt.Key.Key_L): _add,
    _pressed(_NONE, Qt.Key.Key_N): _goes_on(1),
    _pressed(_SHIFT, Qt.Key.Key_N): _goes_on(-1),
}
_DEEDS: dict[int, _Deed] = {
    _pressed(_NONE, Qt.Key.Key_Escape): _leave,
    _pressed(_NONE, Qt.Key.Key_Return): _open,
    _pressed(_NONE, Qt.Key.Key_Enter): _open,
    _pressed(_NONE, Qt.Key.Key_Delete): _unlink,
    _pressed(_ALT, Qt.Key.Key_Left): _moves(-1, by_word=True),
    _pressed(_ALT, Qt.Key.Key_Right): _moves(1, by_word=True),
    _pressed(_ALT_SHIFT, Qt.Key.Key_Left): _moves(-1, by_word=False),
    _pressed(_ALT_SHIFT, Qt.Key.Key_Right): _moves(1, by_word=False),
    _pressed(_ALT, Qt.Key.Key_Home): _turns(last=False),
    _pressed(_ALT, Qt.Key.Key_End): _turns(last=True),
}
_ONCE = frozenset({_pressed(_NONE, Qt.Key.Key_Delete)})
"""A key held down does this once."""
