"""The notes pane: entries in their four groups, and the form of the open one in its row."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMargins, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from briefer.model.brief import Brief, Kind, kind_of
from briefer.model.entries import Action, Actor, Entry, Quote, Stake
from briefer.ui.icons import icon
from briefer.ui.notes.filter import FilterBar
from briefer.ui.notes.form import EntryForm
from briefer.ui.notes.model import KINDS, NotesModel
from briefer.ui.notes.rows import matches
from briefer.ui.notes.view import NotesView
from briefer.ui.session import Place
from briefer.ui.slices import Slices
from briefer.ui.source.tab_order import put_into_tab_order
from briefer.ui.style_sheet import set_role

ON_PAGE = "page:"
"""What begins the place of a change that was made in the page over the notes, for the history."""
_PAUSE = 200
"""Milliseconds without a change until forms are made for the notes that may be opened next."""


class NotesPane(QWidget):
    """Shows the entries of a brief, one of them open in its form.

    ``edited`` carries the entry's id and an Edited, ``reveal_requested`` an Anchor, ``drop_requested`` an id and the
    index of a passage, ``add_requested`` an id, ``opened`` the id of the open entry, ``came_to`` that of the row that
    a key made current, ``source_words_requested`` the id of a quote. The requests of the list are those of ``list``;
    ``menu_requested`` comes from there and from the form, with an id and a place on the screen. Another page can lie
    over the notes; ``returned_to_page`` carries where in it a change was made that was undone or redone.
    """

    edited = Signal(str, object)
    reveal_requested = Signal(object)
    drop_requested = Signal(str, int)
    add_requested = Signal(str)
    opened = Signal(str)
    came_to = Signal(str)
    source_words_requested = Signal(str)
    menu_requested = Signal(str, QPoint)
    returned_to_page = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Notes")
        self.setMinimumWidth(280)
        self._open = ""
        self._form_at_hand: EntryForm | None = None
        self._spare: dict[Kind, EntryForm] = {}
        self._work = Slices(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(lambda: self._work.begin("forms", self._making_forms()))
        self.model = NotesModel(self)
        self.list = NotesView(self.model)
        self.list.open_requested.connect(self._turn)
        self.list.edit_requested.connect(self.edit)
        self.list.wordings_requested.connect(self._show_wordings)
        self.list.came_to.connect(self.came_to)
        self.list.menu_requested.connect(self.menu_requested)
        self.list.left.connect(self._fold)
        self.filter = FilterBar(self)
        self.filter.changed.connect(self._narrow)
        self.filter.left.connect(self._filter_left)
        self.filter.went_down.connect(self._go_to_found)
        notes = QWidget()
        self._column = column = QVBoxLayout(notes)
        column.setContentsMargins(QMargins())
        column.setSpacing(0)
        column.addWidget(self._make_header())
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(notes)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(QMargins())
        whole.addWidget(self._pages)
        QWidget.setTabOrder(self.filter.field, self.filter.clear)
        QWidget.setTabOrder(self.filter.clear, self.list)

    def _make_header(self) -> QFrame:
        header = QFrame()
        set_role(header, "pane-header")
        name = QLabel("Notes")
        set_role(name, "name")
        self._count = QLabel("0")
        set_role(self._count, "muted")
        self.filter_button = QToolButton()
        self.filter_button.setIcon(icon("filter", "muted"))
        self.filter_button.setToolTip("Filter the notes (Ctrl+F in the notes)")
        self.filter_button.setAccessibleName("Filter the notes")
        # The keyboard has Ctrl+F; Tab goes on into the list.
        self.filter_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_role(self.filter_button, "bare")
        self.filter_button.clicked.connect(self._turn_filter)
        line = QHBoxLayout(header)
        line.setContentsMargins(12, 0, 8, 0)
        line.setSpacing(8)
        line.addWidget(name)
        line.addWidget(self._count)
        line.addStretch()
        line.addWidget(self.filter_button)
        return header

    # Beside the notes

    def add_strip(self, strip: QWidget) -> None:
        """Put a line below the list, which Tab comes to after that."""
        self._column.addWidget(strip)
        put_into_tab_order(self.list, strip)

    @property
    def page(self) -> QWidget | None:
        """The page that lies over the notes."""
        return self._pages.currentWidget() if self._pages.currentIndex() else None

    def show_page(self, page: QWidget | None) -> None:
        """Let a page lie over the notes, or none. It is kept for the next time."""
        if page is not None and self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentIndex(self._pages.indexOf(page) if page is not None else 0)

    # What is open, current, shown

    @property
    def open_id(self) -> str:
        """The id of the open entry; empty if none is open."""
        return self._open

    @property
    def chosen_id(self) -> str:
        """The id of the entry that commands on notes mean: that of the current row if the list has the keyboard.

        Elsewhere the open entry, or else that of the current row.
        """
        if self.list.hasFocus():
            return self.list.current_id
        return self._open or self.list.current_id

    @property
    def chosen_kind(self) -> Kind:
        """The kind of the group in which the list's current row is."""
        return self.list.current_kind

    def show_brief(self, brief: Brief) -> None:
        """Show the entries of a brief. The open entry stays open while it exists."""
        if self._open and not isinstance(brief.citable(self._open), Entry):
            self.open("")
        self.model.show_brief(brief)
        if self.filter.query:
            self._narrow()
        else:
            self._show_count(sum(map(self.model.count, KINDS)))
        self._show_form()
        if any(self._lacking()):
            self._pause.start()

    def open(self, ident: str) -> None:
        """Open an entry's form; an empty or unknown id opens none."""
        entry = self._entry(ident)
        ident = ident if entry else ""
        if ident == self._open:
            return
        self._close_form()
        self._open = ident
        if entry is not None:
            self._uncover(entry)
            self.list.make_current(ident)
            kind = kind_of(entry)
            self._form_at_hand = form = self._spare.pop(kind, None) or self._make_form(kind)
            self.list.put_form(ident, form)
            self._show_form()
            self._pause.start()
        self.opened.emit(ident)

    def edit(self, ident: str) -> None:
        """Open an entry and go to its first field."""
        self.open(ident)
        form = self._form()
        if form is not None:
            form.first_field().setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.list.show_in_view(form.first_field())

    def show_row(self, ident: str) -> None:
        """Bring an entry's row into view, let it be current, and let it stand out for a moment; it is not opened."""
        entry = self._entry(ident)
        if entry is not None:
            self._uncover(entry)
            self.list.show_row(ident)

    def _uncover(self, entry: Entry) -> None:
        brief = self.model.brief
        if self.filter.query and brief is not None and not matches(entry, brief, self.filter.query):
            self.filter.leave()

    def _entry(self, ident: str) -> Entry | None:
        entry = self.model.brief.citable(ident) if self.model.brief and ident else None
        return entry if isinstance(entry, Actor | Action | Stake | Quote) else None

    def _turn(self, ident: str) -> None:
        self.open("" if ident == self._open else ident)

    def _fold(self) -> None:
        ident = self._open
        self.open("")
        if ident:
            self.list.make_current(ident)
            self.take_focus()

    # The keyboard, and the history's places

    def take_focus(self) -> None:
        """Give the keyboard to the list, or to the page that lies over it."""
        page = self.page
        if page is not None:
            page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_filter(self) -> None:
        """Show the field that narrows the list, and give it the keyboard."""
        self.filter.take_focus()

    def place(self, field: str = "") -> Place:
        """Where the caret is, for the history."""
        form = self._form()
        caret = form.editors[field].caret() if form and field else 0
        return Place("notes", f"{self._open if field else self.chosen_id}.{field}", caret, caret)

    def return_to(self, place: Place) -> None:
        """Go back to where a change was made: into the field, or to the row; or in the page over the notes."""
        if place.field.startswith(ON_PAGE):
            self.returned_to_page.emit(place.field.removeprefix(ON_PAGE))
            self.take_focus()
            return
        ident, _, field = place.field.partition(".")
        if field:
            self.open(ident)
        form = self._form()
        if field and form and field in form.editors:
            form.editors[field].control.setFocus(Qt.FocusReason.OtherFocusReason)
            form.editors[field].set_caret(place.start)
            self.list.show_in_view(form.editors[field].control)
        else:
            self.show_row(ident)
            self.take_focus()

    # Filtering

    def _turn_filter(self) -> None:
        if self.filter.isVisible():
            self.filter.leave()
        else:
            self.focus_filter()

    def _filter_left(self) -> None:
        self._narrow()
        self.take_focus()

    def _narrow(self) -> None:
        """Show the rows that have what is looked for, and the groups in which there are any."""
        brief, query = self.model.brief, self.filter.query
        if brief is None:
            return
        found: dict[Kind, int] = {}
        for kind in KINDS:
            group, shown = self.model.group_index(kind), 0
            for row, entry in enumerate(self.model.entries(kind)):
                fits = not query or (entry is not None and matches(entry, brief, query))
                if self.list.isRowHidden(row, group) == fits:
                    self.list.setRowHidden(row, group, not fits)
                shown += fits and entry is not None
            self.list.setRowHidden(group.row(), group.parent(), bool(query) and not shown)
            if query and shown:
                self.list.expand(group)
            found[kind] = shown
        self.model.show_found(found if query else {})
        self.filter.show_found(sum(found.values()))
        self._show_count(sum(found.values()))

    def _show_count(self, found: int) -> None:
        count = sum(map(self.model.count, KINDS))
        self._count.setText(f"{found} of {count}" if self.filter.query else str(count))
        self._count.setAccessibleName(f"{self._count.text()} notes")

    def _go_to_found(self) -> None:
        for kind in KINDS:
            for row, entry in enumerate(self.model.entries(kind)):
                if entry is not None and not self.list.isRowHidden(row, self.model.group_index(kind)):
                    self.list.make_current(entry.id)
                    self.take_focus()
                    return

    # The form

    def _form(self) -> EntryForm | None:
        return self._form_at_hand

    def _lacking(self) -> Iterator[Kind]:
        """The kinds of the notes for which no form is ready."""
        return (kind for kind in KINDS if kind not in self._spare and self.model.count(kind))

    def _making_forms(self) -> Iterator[None]:
        """Have a form ready for each kind, measured once: for one that is made when it is asked for a key waits."""
        for kind in list(self._lacking()):
            form = self._make_form(kind)
            form.hide()
            form.setParent(self.list.viewport())
            self._spare[kind] = form
            yield
            if self._spare.get(kind) is form:
                form.heightForWidth(self.list.viewport().width())
                yield

    def _make_form(self, kind: Kind) -> EntryForm:
        form = EntryForm(kind, self.model.facts)
        form.edited.connect(lambda edited: self.edited.emit(self._open, edited))
        form.reveal_requested.connect(self.reveal_requested)
        form.drop_requested.connect(lambda index: self.drop_requested.emit(self._open, index))
        form.add_requested.connect(lambda: self.add_requested.emit(self._open))
        form.source_words_requested.connect(lambda: self.source_words_requested.emit(self._open))
        form.menu_requested.connect(self._ask_for_menu)
        form.left.connect(self._fold)
        return form

    def _show_form(self) -> None:
        entry, form, brief = self._entry(self._open), self._form(), self.model.brief
        if entry is not None and form is not None and brief is not None and form.show_entry(entry, brief):
            form.keep_tab_order(self.list)

    def _close_form(self) -> None:
        self._form_at_hand = None
        self.list.take_form()

    def _ask_for_menu(self) -> None:
        form = self._form()
        if form is not None:
            below = form.more.mapToGlobal(form.more.rect().bottomLeft())
            self.menu_requested.emit(self._open, below)

    def _show_wordings(self, ident: str) -> None:
        self.open(ident)
        form = self._form()
        if form is not None and form.verdict is not None:
            form.verdict.show_wordings()
