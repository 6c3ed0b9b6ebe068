"""The editors of an entry's fields. Each shows a value of the entry and tells what the user makes of it.

All have ``show_entry(entry, brief)``, which never emits, and the signal ``edited`` with an Edited.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QSizePolicy, QWidget

from briefer.model.brief import Brief, speaker_of
from briefer.model.entries import Actor, Entry
from briefer.ui.fitting import ElidedButton, fit_choices
from briefer.ui.notes.date_field import DateNote
from briefer.ui.notes.fields import FormField
from briefer.ui.style_sheet import set_role
from briefer.ui.text.date_line import DateLine
from briefer.ui.text.history_keys import HistoryKeys
from briefer.ui.text.typed_line import TypedLine
from briefer.ui.text.typed_text import TypedText


class Edited(NamedTuple):
    """What the user made of a field: values for ``edit.update_entry``, and whether by typing that ended a word."""

    field: str
    values: dict[str, Any]
    typed: bool = False
    ends_word: bool = False


class FieldEditor(QWidget):
    """What all editors are: a widget around one control, named for screen readers by its label."""

    edited = Signal(object)
    note: QWidget | None = None
    """What is said below the field; none for most."""
    beside_words = 0
    """Pixels of the field that something else than its words takes."""

    def __init__(self, field: FormField, control: QWidget) -> None:
        super().__init__()
        self.field, self.control = field, control
        control.setAccessibleName(field.label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(control)

    def show_entry(self, entry: Entry, brief: Brief) -> None:
        """Show the entry's value."""

    def shown(self) -> str:
        """The words that are typed in; none in what is not typed in."""
        return ""

    def caret(self) -> int:
        """Where the caret is, in code points; 0 in what is not typed in."""
        return 0

    def set_caret(self, position: int) -> None:
        """Put the caret there, if there is one."""

    def _chosen(self, **values: Any) -> None:
        self.edited.emit(Edited(self.field.name, values))


class _Typing(FieldEditor):
    """Typing in one line or several."""

    control: TypedLine | TypedText

    def __init__(self, field: FormField) -> None:
        super().__init__(field, _CONTROLS[field.editor](field.label, field.hint))
        self.control.typed.connect(self._typed)

    def show_entry(self, entry: Entry, brief: Brief) -> None:
        self.control.show_text(self._shown(getattr(entry, self.field.name)))

    def shown(self) -> str:
        return self.control.text() or self.field.hint

    def caret(self) -> int:
        return self.control.caret()

    def set_caret(self, position: int) -> None:
        self.control.set_caret(position)

    def _shown(self, value: Any) -> str:
        return str(value)

    def _stored(self, text: str) -> Any:
        return text

    def _typed(self, text: str) -> None:
        caret = self.control.caret()
        ends_word = text[caret - 1 : caret].isspace()
        self.edited.emit(
            Edited(self.field.name, {self.field.name: self._stored(text)}, typed=True, ends_word=ends_word)
        )


class _TitleText(TypedText):
    """A title that takes as many lines as its words need, but no line end: Enter goes on to the next field."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(name, hint, least_lines=1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


def _short_text(name: str, hint: str) -> TypedText:
    return TypedText(name, hint, least_lines=1)


_CONTROLS: dict[str, Callable[[str, str], TypedLine | TypedText]] = {
    "line": TypedLine,
    "date": DateLine,
    "names": TypedLine,
    "text": _short_text,
    "title": _TitleText,
}


class _WheelPasses(QObject):
    """Event filter: the wheel scrolls the list over a box of choices, and never turns it to another value."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box)
        box.installEventFilter(self)

    def eventFilter(self, _box: QObject, event: QEvent) -> bool:
        """Leave the wheel to what the box lies on."""
        if event.type() != QEvent.Type.Wheel:
            return False
        event.ignore()
        return True


_PARTING = (",", ";", "|")
"""What parts names: the first that none of them has itself."""


class _Names(_Typing):
    """Several names in one line, parted by commas; by semicolons where a name has a comma ("Acme, Inc.")."""

    def show_entry(self, entry: Entry, brief: Brief) -> None:
        # While it is typed in, "a, " must not become "a".
        if not self.control.hasFocus() or self._stored(self.control.text()) != getattr(entry, self.field.name):
            super().show_entry(entry, brief)

    def _shown(self, value: Any) -> str:
        mark = next((mark for mark in _PARTING if not any(mark in name for name in value)), _PARTING[-1])
        alone = mark if len(value) == 1 and mark != _PARTING[0] else ""
        return f"{mark} ".join(value) + alone

    def _stored(self, text: str) -> Any:
        mark = next((mark for mark in reversed(_PARTING) if mark in text), _PARTING[0])
        return tuple(name.strip() for name in text.split(mark) if name.strip())


class _Date(_Typing):
    """A date in one line, with what it was understood to mean in a line of its own (``note``)."""

    control: DateLine
    beside_words = 26  # the calendar

    def __init__(self, field: FormField) -> None:
        super().__init__(field)
        self.note = self._understood = DateNote()

    def show_entry(self, entry: Entry, brief: Brief) -> None:
        super().show_entry(entry, brief)
        self._understood.show_entry(entry, brief, self.control.text(), self.control)


class _Choice(FieldEditor):
    """One of the values that the format knows."""

    control: QComboBox

    def __init__(self, field: FormField) -> None:
        super().__init__(field, QComboBox())
        for choice in field.choices:
            self.control.addItem("Not set" if choice == "unset" else choice.capitalize(), choice)
        fit_choices(self.control)
        self.control.setMinimumContentsLength(3)
        self.control.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        _WheelPasses(self.control)
        self.control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.control.activated.connect(lambda index: self._chosen(**{field.name: self.control.itemData(index)}))

    def show_entry(self, entry: Entry, brief: Brief) -> None:
        self.control.setCurrentIndex(self.control.findData(getattr(entry, self.field.name)))


class _Actors(FieldEditor):
    """Any of the brief's actors, ticked in a menu."""

    control: ElidedButton

    def __init__(self, field: FormField) -> None:
        super().__init__(field, ElidedButton())
        self._menu = QMenu(self)
        self.control.setMenu(self._menu)
        self.control.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_role(self.control, "choice")
        self._chosen_ids: tuple[str, ...] = ()
        self._actors: tuple[Actor, ...] = ()
        self._menu.aboutToShow.connect(self._fill)
        self._menu.triggered.connect(self._ticked)

    def show_entry(self, entry: Entry, brief: Brief) -> None:
        self._chosen_ids, self._actors = getattr(entry, self.field.name), brief.actors
        names = [found.name or found.id for ident in self._chosen_ids if (found := brief.actor(ident))]
        self.control.show_words(", ".join(names) or "Choose…")
        self.control.setToolTip("\n".join(names))
        self.control.setAccessibleName(f"{self.field.label}: {', '.join(names) or 'nobody chosen'}")

    def _fill(self) -> None:
        self._menu.clear()
        for actor in self._actors:
            action = self._menu.addAction((actor.name or actor.id).replace("&", "&&"))
            action.setData(actor.id)
            action.setCheckable(True)
            action.setChecked(actor.id in self._chosen_ids)
        if not self._actors:
            self._menu.addAction("No actors yet").setEnabled(False)

    def _ticked(self, action: QAction) -> None:
        others = tuple(ident for ident in self._chosen_ids if ident != action.data())
        self._chosen(**{self.field.name: (*others, action.data()) if action.isChecked() else others})


class _Speaker(FieldEditor):
    """One of the brief's actors, or a name that is typed."""

    control: QComboBox

    def __init__(self, field: FormField) -> None:
        super().__init__(field, QComboBox(editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert))
        self._line = TypedLine(field.label, field.hint)
        self.control.setLineEdit(self._line)
        self.control.setCompleter(None)  # type: ignore[arg-type]
        HistoryKeys(self.control)
        fit_choices(self.control)
        _WheelPasses(self.control)
        self._names: dict[str, str] = {}
        self._line.typed.connect(self._typed)
        self.control.activated.connect(
            lambda index: self._chosen(speaker=self.control.itemData(index), speaker_text="")
        )

    def show_entry(self, entry: Entry, brief: Brief) -> None:
        self._names = {actor.name.casefold(): actor.id for actor in brief.actors if actor.name}
        wanted = [(actor.name or actor.id, actor.id) for actor in brief.actors]
        if wanted != [(self.control.itemText(n), self.control.itemData(n)) for n in range(self.control.count())]:
            self.control.clear()
            for name, ident in wanted:
                self.control.addItem(name, ident)
        name = speaker_of(brief, entry)  # type: ignore[arg-type]
        index, caret = self.control.findData(getattr(entry, "speaker", "") or None), self._line.caret()
        if index != self.control.currentIndex():
            self.control.setCurrentIndex(index)  # which writes into the line
        if self._line.text() != name:
            self._line.show_text("")
            self._line.show_text(name)
            self._line.set_caret(caret)

    def caret(self) -> int:
        return self._line.caret()

    def set_caret(self, position: int) -> None:
        self._line.set_caret(position)

    def _typed(self, text: str) -> None:
        ident = self._names.get(text.strip().casefold(), "")
        values = {"speaker": ident, "speaker_text": "" if ident else text}
        self.edited.emit(Edited(self.field.name, values, typed=True, ends_word=text.endswith(" ")))


def editor_for(field: FormField) -> FieldEditor:
    """The editor that a field's table row asks for."""
    makers: dict[str, type[Any]] = {
        "title": _Typing, "line": _Typing, "text": _Typing, "date": _Date,
        "names": _Names, "choice": _Choice, "actors": _Actors, "speaker": _Speaker,
    }  # fmt: skip
    made: FieldEditor = makers[field.editor](field)
    return made
