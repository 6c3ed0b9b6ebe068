"""What is known about a source: a line over its text, and a form in place of the line."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from briefer.model.source import Source
from briefer.templates.wording import short_date, spoken_date
from briefer.ui.fitting import ElidedButton, ElidedLabel
from briefer.ui.icons import icon
from briefer.ui.source.tab_order import put_into_tab_order
from briefer.ui.style_sheet import set_role
from briefer.ui.text.typed_line import TypedLine


class Detail(NamedTuple):
    """A detail as people meet it: its name in the model, its label, a hint while it is empty."""

    name: str
    label: str
    hint: str = ""


_GUESSED = "Guessed from the text; Enter confirms it"
_PENCIL = 40
"""Pixels of an icon at the end of the line, with what is around it."""
_LEAST_LINK = 80
"""Pixels in which an address says something."""
_SHARE = 0.5
"""The part of the line that the outlet keeps while the author gives way; the date is short, and stays whole."""
LEFT = 46
"""Pixels left of the line: the article's words begin there."""

DETAILS = (
    Detail("title", "Title"),
    Detail("publisher", "Outlet", "The paper, the site, the office"),
    Detail("author", "Byline", "Who wrote it"),
    Detail("published", "Date", "2026-11-13, or as the source has it"),
    Detail("url", "Link", "https://…"),
    Detail("accessed", "Read on", "2026-11-22"),
)


class SourceDetails(QWidget):
    """The details of the source at hand: a line, or a form after the pencil was pressed.

    ``typed`` carries a detail's name and its text after each edit, ``confirmed`` the names of those whose guesses
    are right; ``guess_met`` the name of a guessed detail that the keyboard is in, whose words may be shown;
    ``link_activated`` carries an address. ``closed`` tells that the form is gone and the article should have the
    keyboard.
    """

    typed = Signal(str, str)
    confirmed = Signal(object)
    guess_met = Signal(str)
    link_activated = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _Line()
        self.line.pencil.clicked.connect(lambda: self.edit())
        self.line.link.clicked.connect(self._open_link)
        self.line.guesses.clicked.connect(self._edit_guesses)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.line)
        self.form: DetailsForm | None = None
        self._source: Source | None = None

    def show_source(self, source: Source) -> None:
        """Show the details of a source; another source than before closes the form."""
        if self._source is not None and self._source.id != source.id and self.editing:
            self._close()
        self._source = source
        self.line.show_source(source)
        if self.form is not None and self.editing:
            self.form.show_source(source)

    def _open_link(self) -> None:
        if self._source is not None:
            self.link_activated.emit(self._source.url)

    @property
    def editing(self) -> bool:
        """Whether the form is shown."""
        return self.form is not None and self.form.isVisibleTo(self)

    def _edit_guesses(self) -> None:
        if self._source is not None:
            self.edit(next((each.name for each in DETAILS if each.name in self._source.guessed), "title"))

    def edit(self, name: str = "title") -> None:
        """Show the form, with the keyboard in the line of a detail."""
        if self._source is None:
            return
        if self.form is None:
            self.form = DetailsForm()
            self.form.typed.connect(self.typed)
            self.form.confirmed.connect(self.confirmed)
            self.form.guess_met.connect(self.guess_met)
            self.form.done.connect(self.close_form)
            self._column.addWidget(self.form)
            put_into_tab_order(self.line.pencil, self.form)
        self.form.show_source(self._source)
        self.line.hide()
        self.form.show()
        self.form.lines[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Show the line again; the article gets the keyboard."""
        self._close()
        self.closed.emit()

    def _close(self) -> None:
        if self.form is not None:
            self.form.hide()
        self.line.show()


class _Line(QFrame):
    """Outlet, author, date and link in one line, elided where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "details")
        self.setAccessibleName("Details of the source")
        self._publisher, self._author, self._date = ElidedLabel(), ElidedLabel(), ElidedLabel()
        set_role(self._publisher, "strong")
        for label in (self._author, self._date):
            set_role(label, "muted")
        self._address = ""
        self.link = ElidedButton()
        self.link.setCursor(Qt.CursorShape.PointingHandCursor)
        set_role(self.link, "text-link")
        self.guesses = QPushButton()
        self.guesses.setToolTip("These details were guessed: see whether they are right")
        set_role(self.guesses, "text-link")
        self.pencil = QToolButton()
        self.pencil.setIcon(icon("pencil", "muted"))
        self.pencil.setAccessibleName("Edit the details of the article")
        self.pencil.setToolTip("Edit outlet, byline, date and link")
        set_role(self.pencil, "bare")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(LEFT, 5, 8, 0)
        row.setSpacing(4)
        row.addWidget(self._publisher)
        row.addWidget(self._author)
        row.addWidget(self._date)
        row.addWidget(self.link)
        row.addStretch(1)
        row.addWidget(self.guesses)
        row.addWidget(self.pencil)

    def show_source(self, source: Source) -> None:
        """Show what is known of a source."""
        first = source.publisher or source.author
        author = source.author if source.publisher else ""
        date = short_date(source.published)
        self._publisher.show_words(first or ("" if date or source.url else "No details yet"))
        self._author.show_words(f"· {author}" if author else "")
        self._date.show_words(f"· {date}" if first and date else date)
        for label in (self._publisher, self._author, self._date):
            label.setVisible(bool(label.words()))
        count = len(source.guessed)
        self.guesses.setText(f"{count} guess{'es' if count != 1 else ''}")
        self.guesses.setAccessibleName(f"Check {self.guesses.text()}")
        self.guesses.setVisible(bool(count))
        self._address = source.url.partition("://")[2] or source.url
        self.link.setVisible(bool(source.url))
        self._share()
        self.link.setAccessibleName(f"Open {source.url}")
        self.link.setToolTip(f"Open {source.url} in the browser; you are asked first")
        spoken = ", ".join(filter(None, (first, author, spoken_date(source.published), source.url)))
        self.setAccessibleDescription(spoken or "No details yet")

    def _share(self) -> None:
        """Let the link give way first: an icon alone leads to the address, too."""
        room = self.width() - LEFT - _PENCIL
        if not self.guesses.isHidden():
            room -= self.guesses.sizeHint().width() + self._row.spacing()
        if self._address:
            labels = (self._publisher, self._author, self._date)
            narrow = sum(label.sizeHint().width() for label in labels) + _LEAST_LINK > room
            self.link.setIcon(icon("external", "accent") if narrow else QIcon())
            self.link.setMinimumWidth(_PENCIL - 12 if narrow else 0)
            self.link.show_words("" if narrow else self._address)
            room -= _PENCIL if narrow else _LEAST_LINK
        share = round(room * _SHARE)
        for label in (self._publisher, self._date, self._author):
            kept = max(0, min(share, label.sizeHint().width()))
            label.setMinimumWidth(kept)
            room -= kept + self._row.spacing()
            share = min(share, room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new width."""
        super().resizeEvent(event)
        self._share()


class DetailsForm(QFrame):
    """A line for each detail. ``typed`` carries a name and its text, ``confirmed`` the names of right guesses,
    ``guess_met`` that of a guess that the keyboard comes to; ``done`` asks to close the form.
    """

    typed = Signal(str, str)
    confirmed = Signal(object)
    guess_met = Signal(str)
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "details")
        self.setAccessibleName("Details of the source")
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 8, 8, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        self._guessed: tuple[str, ...] = ()
        self.lines: dict[str, TypedLine] = {}
        self.ticks: dict[str, QToolButton] = {}
        self._labels: dict[str, QLabel] = {}
        for row, detail in enumerate(DETAILS):
            line = TypedLine(detail.label, detail.hint)
            line.typed.connect(lambda text, name=detail.name: self.typed.emit(name, text))
            line.returnPressed.connect(partial(self._enter, detail.name))
            line.installEventFilter(self)
            label = QLabel(detail.label)
            label.setBuddy(line)
            set_role(label, "muted")
            grid.addWidget(label, row, 0)
            grid.addWidget(line, row, 1)
            grid.addWidget(self._tick(detail), row, 2)
            self.lines[detail.name], self._labels[detail.name] = line, label
        self._confirm = QPushButton("These guesses are right")
        self._confirm.setToolTip("Keep what was guessed from the text as it is")
        set_role(self._confirm, "link")
        self._confirm.clicked.connect(self._confirm_all)
        close = QPushButton("Done")
        close.setToolTip("Close the form (Esc)")
        set_role(close, "small")
        close.clicked.connect(self.done)
        buttons = QHBoxLayout()
        buttons.addWidget(self._confirm)
        buttons.addStretch(1)
        buttons.addWidget(close)
        grid.addLayout(buttons, len(DETAILS), 1, 1, 2)

    def _tick(self, detail: Detail) -> QToolButton:
        """The button that confirms one guess; the keyboard does so from the line, by Enter."""
        tick = QToolButton()
        tick.setIcon(icon("check", "accent"))
        tick.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tick.setToolTip(f"This {detail.label.lower()} is right (Enter)")
        tick.setAccessibleName(f"{detail.label} is right")
        set_role(tick, "bare")
        tick.clicked.connect(partial(self._confirm_one, detail.name))
        self.ticks[detail.name] = tick
        return tick

    def show_source(self, source: Source) -> None:
        """Show the details of a source, and which of them are guesses."""
        self._guessed = tuple(detail.name for detail in DETAILS if detail.name in source.guessed)
        for detail in DETAILS:
            guessed = detail.name in source.guessed
            self.lines[detail.name].show_text(getattr(source, detail.name))
            self.lines[detail.name].setAccessibleDescription(_GUESSED if guessed else "")
            self.ticks[detail.name].setVisible(guessed)
            self._labels[detail.name].setText(f"{detail.label} (guess)" if guessed else detail.label)
        self._confirm.setVisible(bool(source.guessed))

    def _confirm_all(self) -> None:
        self.lines["title"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.confirmed.emit(self._guessed)

    def _confirm_one(self, name: str) -> None:
        self.confirmed.emit((name,))

    def _enter(self, name: str) -> None:
        """Confirm the guess in a line and go on to the next one; where none is left, the form is done."""
        if name in self._guessed:
            self._confirm_one(name)
        following = next((each for each in self._guessed if each != name), "")
        if following:
            self.lines[following].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.done.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of the keyboard in a guess."""
        if event.type() == QEvent.Type.FocusIn:
            name = next((name for name, line in self.lines.items() if line is watched), "")
            if name in self._guessed:
                self.guess_met.emit(name)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)
