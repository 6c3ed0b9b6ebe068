"""The templates in the window: the list, the pages of the one that is chosen, and what there is to know of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefer.catalogue import Listed
from briefer.model.brief import Brief
from briefer.templates.shelf import Place
from briefer.ui.band import Bands
from briefer.ui.focus_stops import Stop, step_focus
from briefer.ui.panes import Splitter
from briefer.ui.style_sheet import set_role
from briefer.ui.templates.details import TemplateDetails
from briefer.ui.templates.keeper import PLACES, TemplateKeeper
from briefer.ui.templates.list_view import TemplatesList
from briefer.ui.templates.preview import TemplatePreview

WIDTHS = (310, 670, 460)
"""Of list, pages and details in a window of 1440 pixels, until the user gives them others."""

_NONE_OF_MINE = "None yet. New begins one, Duplicate makes a copy of another one that is yours to change."
_NO_OFFICE = "No folder chosen yet. Choose the folder in which your office shares its templates…"
_READING = "Being read…"
_NO_MATCH = "None has these words."


class TemplatesView(Splitter):
    """Shows the templates that a keeper has. ``chosen`` carries the Listed that is chosen now, or None."""

    chosen = Signal(object)

    def __init__(self, keeper: TemplateKeeper, sample: Brief, parent: QWidget | None = None) -> None:
        super().__init__(WIDTHS, parent)
        self.setAccessibleName("Templates")
        self._keeper = keeper
        self._query = ""
        self._updated: frozenset[str] = frozenset()
        self._wanted = ""
        self._coming: object | None = None
        self._then: Callable[[], object] | None = None
        self._is_stale = self._is_filling = False
        self.bands = Bands()
        self.bands.setObjectName("bands-templates")
        # Each in its place before it is filled: Qt dresses all that is in one anew when it is put somewhere.
        left, middle = QWidget(self), QWidget(self)
        self.list = TemplatesList(left)
        self._count = QLabel()
        set_role(self._count, "muted")
        self._fill_left(left)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bands)
        self.preview = TemplatePreview(sample, middle)
        column.addWidget(self.preview, 1)
        self.details = TemplateDetails(self)
        for number, stretch in enumerate(WIDTHS):
            self.setStretchFactor(number, stretch)
        self.set_default_widths()
        self.list.chosen.connect(self._choose)
        self.list.edited.connect(self._catch_up)
        self.preview.problem_activated.connect(self.details.problems.go_to)
        self.details.show_requested.connect(self.preview.show_problem)

    @property
    def current(self) -> Listed | None:
        """The template that is chosen."""
        return self.list.current

    def show_templates(self, updated: Iterable[str] = ()) -> None:
        """Show what the keeper has now; ``updated`` are ids of templates that were changed since they were used."""
        self._updated = frozenset(updated)
        if self.list.is_editing:
            self._is_stale = True
            return
        self._is_stale = False
        chosen = self.current.id if self.current is not None else ""
        listed = {place: [each for each in self._keeper.listed(place) if self._matches(each)] for place in PLACES}
        if self._query:
            listed = {place: rows for place, rows in listed.items() if rows}
        office = self._keeper.office
        read_only = bool(self._keeper.office_folder and not office.problem and not office.writable)
        notes: dict[Place, str] = {"office": "read-only"} if read_only else {}
        group = self.list.rows.place(self.list.currentIndex())
        self._is_filling = True
        self.list.rows.show_templates(listed, self._hints(), notes, self._updated)
        if self._wanted and self.list.rows.index_of(self._wanted).isValid():
            chosen, self._wanted = self._wanted, ""
        self._count.setText(str(sum(map(len, listed.values()))) if listed else _NO_MATCH)
        if not self.list.rows.index_of(chosen).isValid():
            chosen = next((rows[0].id for rows in listed.values() if rows), "")
        self.list.keep(chosen, group)
        self._is_filling = False
        self._act()

    def search(self, words: str) -> None:
        """Show only the templates whose names or descriptions have these words."""
        self._query = words.casefold().strip()
        self.show_templates(self._updated)

    def want(self, ident: str) -> None:
        """Choose a template, now or as soon as it is here."""
        self._wanted, self._coming, self._then = "", None, None
        if self.list.rows.index_of(ident).isValid():
            self.list.choose(ident)
        else:
            self._wanted = ident

    def expect(self) -> object:
        """A template is being made: it is wanted. ``came`` or ``comes_not`` get what this gives."""
        self._wanted, self._coming, self._then = "", object(), None
        return self._coming

    def came(self, coming: object, ident: str, then: Callable[[], object]) -> None:
        """What was expected is this template. If it is still wanted, and for nothing else, do this with it."""
        if coming is not self._coming:
            return
        then = self._then or then
        self.want(ident)
        self._then = then
        self._act()

    def comes_not(self, coming: object) -> None:
        """What was expected could not be made."""
        if coming is self._coming:
            self._coming = self._then = None

    def when_chosen(self, then: Callable[[], object]) -> bool:
        """Do something with the template that is chosen; if one is wanted that is not here yet, as soon as it is.

        Whether it is done. Who chooses another one meanwhile wants neither any more.
        """
        self._then = then
        return self._act()

    def _act(self) -> bool:
        """Do what was to be done with the template that is wanted; whether that one is here."""
        if self._wanted or self._coming is not None:
            return False
        then, self._then = self._then, None
        if then is not None:
            then()
        return True

    def step(self, by: int) -> None:
        """Give the keyboard to the next part (1) or the one before (-1)."""
        stops: list[Stop] = [
            (self.list, lambda: self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            (self.preview, self.preview.take_focus),
            (self.details, self.details.take_focus),
        ]
        if self.bands.shown():
            stops.insert(1, (self.bands, self.bands.take_focus))
        step_focus(stops, by)

    def _catch_up(self) -> None:
        """Show what has come while a name was typed."""
        if self._is_stale:
            QTimer.singleShot(0, self, lambda: self.show_templates(self._updated))

    def _choose(self, listed: Listed | None) -> None:
        if not self._is_filling:
            self._wanted, self._coming, self._then = "", None, None
        self.preview.show_template(listed)
        self.chosen.emit(listed)

    def _matches(self, listed: Listed) -> bool:
        about = listed.template.front.description if listed.template is not None else ""
        text = f"{listed.name} {about} {listed.id}".casefold()
        return all(word in text for word in self._query.split())

    def _hints(self) -> dict[Place, str]:
        problem = self._keeper.office.problem
        folder = self._keeper.office_folder
        office = f"{folder} cannot be read: {problem}." if problem else f"{folder} holds no templates."
        hints: dict[Place, str] = {"mine": _NONE_OF_MINE, "office": office if folder else _NO_OFFICE}
        return {place: _READING if self._keeper.is_reading(place) else words for place, words in hints.items()}

    def _fill_left(self, left: QWidget) -> None:
        left.setMinimumWidth(220)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QFrame()
        set_role(bar, "pane-header")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        head = QLabel("Templates")
        set_role(head, "name")
        row.addWidget(head)
        row.addWidget(self._count)
        row.addStretch()
        column.addWidget(bar)
        column.addWidget(self.list, 1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its parts allow."""
        return QSize(880, 300)
