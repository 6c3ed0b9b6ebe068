"""A small form over the window: From, marking, reference and contact, as the office writes them."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
)

from briefer.profile import Profile, filled_in, pattern_problem
from briefer.ui.overlay import Overlay
from briefer.ui.style_sheet import set_role

_WIDTH, _MARGIN = 560, 16
_FIELDS = (
    ("sender", "From", "Trade Analysis Unit"),
    ("marking", "Marking", "OFFICIAL"),
    ("reference", "Reference", "TRD-{yy}/{number}"),
    ("contact", "Contact", "Ruth Vane, extension 4410"),
)
"""Of a profile: its field, its label, and an example."""


class OfficePanel(Overlay):
    """Asks for a profile. ``saved`` carries it, and whether this brief is to be filled in, too; ``import_requested``
    asks for a file to be read, ``export_requested`` carries the profile that is to be written to one.
    """

    saved = Signal(object, bool)
    import_requested = Signal()
    export_requested = Signal(object)

    def __init__(self, window: QMainWindow, profile: Profile, *, problem: str, may_fill: bool) -> None:
        """``problem`` says what is wrong with the file of the profile; ``may_fill``: there is a memo to fill."""
        super().__init__(window, "Office details")
        self._lines = {name: QLineEdit() for name, _, _ in _FIELDS}
        self._told, self._problem = QLabel(), QLabel(problem)
        self._fill = QCheckBox("Fill in what is empty at the head of this memo, too")
        self._may_fill = may_fill
        self._save = QPushButton("Save")
        column = QVBoxLayout(self.content)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        title, why = (
            QLabel("Office details"),
            QLabel("New briefs begin with these. You can change them in each memo."),
        )
        set_role(title, "head")
        set_role(why, "muted")
        set_role(self._problem, "warn-text")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        for label in (why, self._problem):
            label.setWordWrap(True)
        for widget in (title, why, self._problem):
            column.addWidget(widget)
        column.addLayout(self._form())
        column.addWidget(self._fill)
        column.addSpacing(8)
        column.addLayout(self._buttons())
        self._fill.setVisible(may_fill)  # now that it has its place: before that it would be a window
        self._problem.setVisible(bool(problem))
        self.setFocusProxy(self._lines["sender"])
        self.show_profile(profile)

    def show_profile(self, profile: Profile) -> None:
        """Show another profile, to be saved or not."""
        for name, line in self._lines.items():
            line.setText(getattr(profile, name))
        self._look()

    def profile(self) -> Profile:
        """The profile as it is typed."""
        sender, marking, reference, contact = (line.text().strip() for line in self._lines.values())
        return Profile(sender=sender, marking=marking, reference=reference, contact=contact)

    def show_problem(self, problem: str) -> None:
        """Say what went wrong with a file."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.place_panel()

    def place_panel(self) -> None:
        """In the middle, as high as it needs."""
        width = min(_WIDTH, self.width() - 2 * _MARGIN)
        self.panel.setFixedWidth(width)
        super().place_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask()
        else:
            super().keyPressEvent(event)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        for name, words, example in _FIELDS:
            line, label = self._lines[name], QLabel(words)
            line.setMaxLength(300)
            line.setAccessibleName(words)
            line.setPlaceholderText(example)
            line.textEdited.connect(self._look)
            set_role(label, "muted")
            label.setBuddy(line)
            form.addRow(label, line)
            if name == "reference":
                form.addRow(QLabel(), self._told)
        return form

    def _buttons(self) -> QHBoxLayout:
        taken, given, cancel = QPushButton("Import…"), QPushButton("Export…"), QPushButton("Cancel")
        taken.setToolTip("Read the details that your office shares as a file")
        given.setToolTip("Save these details as a file that others can import")
        cancel.setToolTip("Close, and keep the details as they were (Esc)")
        self._save.setToolTip("Keep these details (Enter)")
        set_role(self._save, "primary")
        taken.clicked.connect(self.import_requested)
        given.clicked.connect(lambda: self.export_requested.emit(self.profile()))
        cancel.clicked.connect(self._close_clicked)
        self._save.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (taken, given, cancel, self._save):
            button.setAutoDefault(True)
            if button is cancel:
                row.addStretch()
            row.addWidget(button)
        self._given = given
        return row

    def _look(self) -> None:
        pattern = self._lines["reference"].text().strip()
        problem = pattern_problem(pattern)
        today = datetime.now(UTC).isoformat()
        shown = filled_in(pattern, today)
        said = f"A memo begun today: {shown}" if pattern else "{yy}, {yyyy} and {mm} stand for year and month."
        set_role(self._told, "warn-text" if problem else "muted")
        self._told.setText(problem or said)
        self._save.setEnabled(not problem)
        self._given.setEnabled(not problem)

    def _ask(self) -> None:
        if self._save.isEnabled():
            self.saved.emit(self.profile(), self._may_fill and self._fill.isChecked())

    def _close_clicked(self) -> None:
        self.dismiss()
