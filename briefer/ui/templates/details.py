"""What there is to know of a template: where it is, what it asks for, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from briefer.catalogue import Listed
from briefer.ui.style_sheet import set_role
from briefer.ui.templates.problem_rows import ProblemRows
from briefer.ui.templates.wording import changed, counted, file_words, limit, uses

_KEPT = {
    "office": "The office file stays as it is: fixes go into a copy in My templates.",
    "mine": "Each fix can be taken back.",
}
_FACTS = ("File", "Changed", "Uses", "Limit")


class TemplateDetails(QFrame):
    """The template that is chosen, in words.

    ``use_requested`` asks for the brief at hand to follow it, ``edit_requested`` for its text to be edited;
    ``fix_requested`` and ``show_requested`` carry the number of a problem, ``fix_all_requested`` asks to mend all,
    ``copy_requested`` for the list of problems as text.
    """

    use_requested = Signal()
    edit_requested = Signal()
    fix_requested = Signal(int)
    show_requested = Signal(int)
    fix_all_requested = Signal()
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Details")
        self.setMinimumWidth(300)
        set_role(self, "details")
        self._name, self._about, self._note = _label("subject"), _label("muted"), _label("muted")
        self._facts = {name: _label("") for name in _FACTS}
        self.use, self.edit = QPushButton("Use for this brief"), QPushButton("Edit")
        self._pills = {"error": _pill("err"), "warning": _pill("warn")}
        self._copy, self._fix_all, self._kept = QPushButton("Copy list"), QPushButton(), _label("muted")
        self.problems = ProblemRows()
        self._good = _label("muted")
        self._good.setContentsMargins(16, 12, 16, 12)
        self._head, self._foot = QFrame(), QFrame()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._about_layout())
        column.addWidget(self._check_head())
        column.addWidget(self._good)
        column.addWidget(self.problems, 1)
        column.addWidget(self._check_foot())
        self._stretch = QWidget()
        column.addWidget(self._stretch, 1)
        self.use.clicked.connect(self.use_requested)
        self.edit.clicked.connect(self.edit_requested)
        self._copy.clicked.connect(self.copy_requested)
        self._fix_all.clicked.connect(self.fix_all_requested)
        self.problems.fix_requested.connect(self.fix_requested)
        self.problems.show_requested.connect(self.show_requested)
        self._listed: Listed | None = None

    def show_template(self, listed: Listed | None, *, used: bool, updated: bool) -> None:
        """Show a template; ``used`` by the brief at hand, ``updated`` since it was used last."""
        for each in self._all_parts():
            each.setVisible(listed is not None)
        if listed is None:
            self._name.setText("No template chosen")
            self._name.show()
            self._stretch.show()
            return
        self._name.setText(listed.name)
        front = listed.template.front if listed.template is not None else None
        self._about.setText(front.description if front is not None else "")
        self._about.setVisible(bool(self._about.text()))
        for name, words in (
            ("File", file_words(listed)),
            ("Changed", changed(listed) if listed.place != "built in" else ""),
            ("Uses", uses(listed.template) if listed.template is not None else ""),
            ("Limit", limit(front) if front is not None else ""),
        ):
            self._facts[name].setText(words)
            self._facts[name].setVisible(bool(words))
            self._labels[name].setVisible(bool(words))
        self._show_use(listed, used=used, updated=updated)
        self.edit.setText("Edit" if listed.place == "mine" else "Edit a copy")
        self.edit.setVisible(not listed.is_word)
        if listed != self._listed:
            self._listed = listed
            self._show_check(listed)
        self._show_parts(listed)

    def step_problem(self, by: int) -> None:
        """Go to the next problem (1) or the one before (-1), and show it in the pages."""
        number = self.problems.step(by)
        if number:
            self.show_requested.emit(number)

    def take_focus(self) -> None:
        """Give the keyboard to the first thing that can be done."""
        buttons = [self.use, self.edit, *self.findChildren(QPushButton)]
        first = next((each for each in buttons if each.isVisible() and each.isEnabled()), None)
        (first or self.problems).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_use(self, listed: Listed, *, used: bool, updated: bool) -> None:
        usable = listed.template is not None and not listed.errors
        self.use.setVisible(not used)
        self.use.setEnabled(usable)
        errors = "the error is" if listed.errors == 1 else f"the {listed.errors} errors are"
        note = "" if usable else f"after {errors} fixed"
        if used:
            note = "This brief follows it." if usable else f"This brief follows it, and can be exported {note}."
        if updated:
            note = f"{note} Updated since you last used it.".strip()
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _show_check(self, listed: Listed) -> None:
        for severity, number in (("error", listed.errors), ("warning", listed.warnings)):
            self._pills[severity].setText(counted(number, severity))
        self._good.setText(
            "No problems found." if listed.place != "built in" else "Ships with Briefer, without problems."
        )
        self.problems.show_problems(listed.problems, fixes=listed.place == "mine")
        self._kept.setText(_KEPT.get(listed.place, ""))
        where = "" if listed.place == "mine" else " in a copy"
        self._fix_all.setText(f"Fix {'it' if listed.fixable == 1 else f'all {listed.fixable}'}{where}")

    def _show_parts(self, listed: Listed) -> None:
        found = bool(listed.problems)
        for severity, number in (("error", listed.errors), ("warning", listed.warnings)):
            self._pills[severity].setVisible(bool(number))
        self._copy.setVisible(found)
        self.problems.setVisible(found)
        self._good.setVisible(not found)
        self._stretch.setVisible(not found)
        self._foot.setVisible(bool(listed.fixable) and (listed.place != "mine" or listed.fixable > 1))

    def _all_parts(self) -> tuple[QWidget, ...]:
        about = (
            self._name,
            self._about,
            self._note,
            self.use,
            self.edit,
            *self._facts.values(),
            *self._labels.values(),
        )
        return (*about, self._head, self._good, self.problems, self._foot, self._stretch)

    def _about_layout(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(self._about)
        grid = QGridLayout()
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self._labels: dict[str, QLabel] = {}
        for row, (name, value) in enumerate(self._facts.items()):
            self._labels[name] = label = QLabel(name)
            set_role(label, "muted")
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        column.addLayout(grid)
        use = QHBoxLayout()
        use.setSpacing(12)
        set_role(self.use, "primary")
        self.use.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        use.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)
        use.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignLeft)
        use.addStretch()
        column.addLayout(use)
        column.addWidget(self._note)
        return column

    def _check_head(self) -> QFrame:
        set_role(self._head, "side-panel")
        self._head.setMinimumHeight(40)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        head = QLabel("Check")
        set_role(head, "name")
        row.addWidget(head)
        for pill in self._pills.values():
            row.addWidget(pill, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        set_role(self._copy, "text-link")
        self._copy.setToolTip("Copy the list of problems, to send it to whoever looks after the template")
        row.addWidget(self._copy)
        return self._head

    def _check_foot(self) -> QFrame:
        set_role(self._foot, "side-panel")
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(self._kept, 1)
        row.addWidget(self._fix_all)
        return self._foot


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    set_role(label, role)
    return label


def _pill(role: str) -> QLabel:
    pill = QLabel()
    set_role(pill, role)
    return pill
