"""The notes pane: entries in their four groups, and the form of the open one."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QScrollArea,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefer.model.brief import GROUPS, Brief, Kind, kind_of, speaker_of
from briefer.model.entries import Action, Actor, Entry, Quote, Stake, title_of
from briefer.ui.notes.form import EntryForm
from briefer.ui.session import Place
from briefer.ui.source.markers import LETTERS

_ID = Qt.ItemDataRole.UserRole
_DETAILS = 0.36
"""Part of the list's width for its second column, which says what matters most of an entry; more is elided."""
_MOST_DETAILS = 132
"""Pixels of that column where there is room."""
_HINTS: dict[Kind, str] = {
    "actor": "None yet. On a name, press A.",
    "action": "None yet. In a sentence, press X.",
    "stake": "None yet. In a sentence, press S.",
    "quote": "None yet. In a quotation, press Q.",
}


class NotesPane(QWidget):
    """Shows the entries of a brief, one of them open in its form.

    ``edited`` carries the entry's id and an Edited, ``reveal_requested`` an Anchor, ``drop_requested`` an id and the
    index of a passage, ``add_requested`` an id, ``opened`` the id of the open entry.
    """

    edited = Signal(str, object)
    reveal_requested = Signal(object)
    drop_requested = Signal(str, int)
    add_requested = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Notes")
        self.setMinimumWidth(280)
        self._brief: Brief | None = None
        self._open = ""
        self._items: dict[str, QTreeWidgetItem] = {}
        self._groups: dict[Kind, QTreeWidgetItem] = {}
        self.list = self._make_list()
        self._forms: dict[Kind, EntryForm] = {}
        self._nothing = QLabel("Open a note to describe it.", alignment=Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        page = QWidget()
        # No stack of pages: all of them would be as high as the highest, hidden or not.
        self._pages = QVBoxLayout(page)
        self._pages.setContentsMargins(QMargins())
        self._pages.addWidget(self._nothing)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        splitter = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        splitter.addWidget(self.list)
        splitter.addWidget(scroll)
        splitter.setSizes([380, 320])
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.addWidget(splitter)

    def _make_list(self) -> QTreeWidget:
        tree = QTreeWidget(columnCount=2)
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(True)
        tree.setAccessibleName("Notes")
        tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        tree.setIndentation(16)
        for kind, group in GROUPS.items():
            item = QTreeWidgetItem(tree, [group.capitalize(), "0"])
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = item.font(0)
            font.setBold(True)
            item.setFont(0, font)
            item.setExpanded(True)
            self._groups[kind] = item
        tree.currentItemChanged.connect(self._open_item)
        return tree

    @property
    def open_id(self) -> str:
        """The id of the open entry; empty if none is open."""
        return self._open

    def show_brief(self, brief: Brief) -> None:
        """Show the entries of a brief. The open entry stays open while it exists."""
        before, self._brief = self._brief, brief
        silent = QSignalBlocker(self.list)
        for kind, group in GROUPS.items():
            entries: tuple[Entry, ...] = getattr(brief, group)
            if (
                before is None
                or getattr(before, group) is not entries
                or (kind == "quote" and before.actors is not brief.actors)
            ):
                self._show_group(kind, entries, brief)
        silent.unblock()
        if self._open and self._open not in self._items:
            self._open = ""
            self.opened.emit("")
        self._show_form()

    def open(self, ident: str) -> None:
        """Open an entry's form; an empty or unknown id opens none."""
        ident = ident if ident in self._items else ""
        if ident == self._open:
            return
        with QSignalBlocker(self.list):
            self.list.setCurrentItem(self._items.get(ident))  # type: ignore[arg-type]
        self._turn(ident)

    def _open_item(self, item: QTreeWidgetItem | None) -> None:
        # On the head of a group no note is open, and the list's own place stays: the next key goes on from it.
        ident = (item.data(0, _ID) or "") if item is not None else ""
        if ident != self._open:
            self._turn(ident)

    def _turn(self, ident: str) -> None:
        self._open = ident
        self._show_form()
        self.opened.emit(ident)

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self, field: str = "") -> Place:
        """Where the caret is, for the history."""
        form = self._form()
        caret = form.editors[field].caret() if form and field else 0
        return Place("notes", f"{self._open}.{field}", caret, caret)

    def return_to(self, place: Place) -> None:
        """Go back to where a change was made."""
        ident, _, field = place.field.partition(".")
        self.open(ident)
        form = self._form()
        if form and field in form.editors:
            form.editors[field].control.setFocus(Qt.FocusReason.OtherFocusReason)
            form.editors[field].set_caret(place.start)
        else:
            self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the list's width between its columns."""
        super().resizeEvent(event)
        self.list.header().resizeSection(1, min(_MOST_DETAILS, round(_DETAILS * self.width())))

    def _show_group(self, kind: Kind, entries: tuple[Entry, ...], brief: Brief) -> None:
        group = self._groups[kind]
        group.setText(1, str(len(entries)))
        wanted = [entry.id for entry in entries]
        shown = [item.data(0, _ID) for n in range(group.childCount()) if (item := group.child(n))]
        if shown != (wanted or [""]):
            for ident in shown:
                self._items.pop(ident or "", None)
            group.takeChildren()
            for ident in wanted or [""]:
                item = QTreeWidgetItem(group)
                item.setData(0, _ID, ident)
                if ident:
                    self._items[ident] = item
                else:
                    item.setText(0, _HINTS[kind])
                    item.setToolTip(
                        0, f"Put the caret there in the source, or select the words, and press {LETTERS[kind]}"
                    )
                    item.setFirstColumnSpanned(True)
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            if self._open in wanted:
                self.list.setCurrentItem(self._items[self._open])
        for entry in entries:
            title, details = _row(entry, brief)
            item = self._items[entry.id]
            item.setText(0, title)
            item.setText(1, details)
            item.setToolTip(0, title)
            passages = f"{len(entry.evidence)} passage{'s' if len(entry.evidence) != 1 else ''}"
            spoken = f"{kind_of(entry).capitalize()} {entry.id}: {title}, {details}, {passages}"
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _form(self) -> EntryForm | None:
        return next((form for form in self._forms.values() if not form.isHidden()), None)

    def _show_form(self) -> None:
        entry = self._brief.citable(self._open) if self._brief and self._open else None
        if not isinstance(entry, Actor | Action | Stake | Quote) or self._brief is None:
            self._turn_to(self._nothing)
            return
        kind = kind_of(entry)
        form = self._forms.get(kind) or self._make_form(kind)
        if form.show_entry(entry, self._brief):
            form.keep_tab_order(self.list)
        self._turn_to(form)

    def _turn_to(self, page: QWidget) -> None:
        for other in (self._nothing, *self._forms.values()):
            other.setHidden(other is not page)

    def _make_form(self, kind: Kind) -> EntryForm:
        form = EntryForm(kind)
        form.edited.connect(lambda edited: self.edited.emit(self._open, edited))
        form.reveal_requested.connect(self.reveal_requested)
        form.drop_requested.connect(lambda index: self.drop_requested.emit(self._open, index))
        form.add_requested.connect(lambda: self.add_requested.emit(self._open))
        form.hide()
        self._pages.addWidget(form)
        self._forms[kind] = form
        return form


def _row(entry: Entry, brief: Brief) -> tuple[str, str]:
    """What the list shows of an entry: its title, and its id with what matters most."""
    title = " ".join(title_of(entry).split()) or "(without a name)"
    match entry:
        case Actor():
            title, fact = f"{title} – {entry.role}" if entry.role else title, ""
        case Action():
            fact = entry.status if entry.status != "unknown" else ""
        case Stake():
            fact = entry.level if entry.level != "unset" else ""
        case Quote():
            title, fact = f"“{title}”", speaker_of(brief, entry)
    return title, "  ".join(filter(None, (entry.id, fact)))
