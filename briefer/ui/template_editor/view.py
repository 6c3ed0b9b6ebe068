"""The editor of a Markdown template: its text, the fields to put in, what is wrong, and the pages of the result."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from briefer.ui.band import Bands
from briefer.ui.export.choosers import Segments
from briefer.ui.find_bar import FindBar
from briefer.ui.fitting import ElidedLabel
from briefer.ui.focus_stops import Stop, step_focus
from briefer.ui.icons import Picture
from briefer.ui.panes import Splitter
from briefer.ui.style_sheet import set_role
from briefer.ui.template_editor.form import HeadForm
from briefer.ui.template_editor.picker import FieldPicker
from briefer.ui.template_editor.problem_list import ProblemList
from briefer.ui.template_editor.result import ResultView
from briefer.ui.template_editor.search import TextSearch
from briefer.ui.template_editor.text import TemplateText

_WIDTHS, _INNER, _HEIGHTS = (950, 480), (640, 310), (600, 150)
"""Of left side and result, of text and fields, of these and the problems, in a window of 1440 by 900 pixels."""

_VIEWS = (
    ("text", "Markdown", "The template as it is written"),
    ("form", "Form", "Its head as a form: header fields, sections, hints and limits"),
)


class TemplateEditor(Splitter):
    """The parts of the editor in their places; what is done in them is the work's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_WIDTHS, parent)
        self.setAccessibleName("Template editor")
        self.bands = Bands()
        self.bands.setObjectName("bands-template-editor")
        # Each in its place before it is filled: Qt dresses all that is in one anew when it is put somewhere.
        self._left = Splitter(_HEIGHTS, self)
        self._left.setOrientation(Qt.Orientation.Vertical)
        self._inner = Splitter(_INNER, self._left)
        self._choice = Segments("View", _VIEWS)
        self._choice.show_choice("text")
        self._choice.chosen.connect(self._turn)
        self._name, self._state = ElidedLabel(), QLabel()
        self.find_bar, self._sides = FindBar(), QStackedWidget()
        self._fill_column(QWidget(self._inner))
        self.text = TemplateText(self._sides)
        self.form = HeadForm(self._sides, self.text)
        for side in (self.text, self.form):
            self._sides.addWidget(side)
        self.search = TextSearch(self.text)
        self.picker, self.problems = FieldPicker(self._inner), ProblemList(self._left)
        self.result = ResultView(self)
        for splitter in (self, self._inner, self._left):
            for number, stretch in enumerate(splitter.widths):
                splitter.setStretchFactor(number, stretch)
            splitter.set_default_widths()
        self.text.edited.connect(self.find_bar.look_soon)

    def show_name(self, name: str, state: str) -> None:
        """Say which template is edited, where it is, and whether all of it is saved."""
        self._name.show_words(name)
        self._state.setText(state)

    def splitters(self) -> dict[str, Splitter]:
        """What parts the editor, by names for their widths."""
        return {"template-editor": self, "template-text": self._inner, "template-problems": self._left}

    def show_text(self) -> None:
        """Show the text, and not the form of its head."""
        self._choice.show_choice("text")
        self._sides.setCurrentWidget(self.text)

    @property
    def shows_form(self) -> bool:
        """Whether the form of the head stands in the place of the text."""
        return self._sides.currentWidget() is self.form

    def _turn(self, ident: str) -> None:
        if ident == "form":
            self.find_bar.close_bar()
        self._sides.setCurrentWidget(self.form if ident == "form" else self.text)

    def open_find(self) -> None:
        """Find, and replace, in the text."""
        self.show_text()
        self.find_bar.open_for(self.search, self.search)

    def find_step(self, by: int) -> None:
        """Go to the next place that was found (1), or the one before (-1)."""
        if self.find_bar.words.text():
            self.find_bar.step_on(self.search, by)
        else:
            self.open_find()

    def take_focus(self) -> None:
        """Give the keyboard to the text, or to the form of its head where that is shown."""
        if self.shows_form:
            self.form.take_focus()
        else:
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step(self, by: int) -> None:
        """Give the keyboard to the next part (1) or the one before (-1)."""
        parts = self.picker, self.problems, self.result
        stops: list[Stop] = [(self._sides, self.take_focus), *((part, part.take_focus) for part in parts)]
        if self.bands.shown():
            stops.insert(0, (self.bands, self.bands.take_focus))
        step_focus(stops, by)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its parts allow."""
        return QSize(880, 300)

    def _fill_column(self, whole: QWidget) -> None:
        whole.setMinimumWidth(320)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QFrame()
        set_role(bar, "pane-header")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        set_role(self._name, "name")
        set_role(self._state, "muted")
        row.addWidget(Picture("markdown", "muted"))
        row.addWidget(self._name)
        row.addWidget(self._state)
        row.addStretch()
        row.addWidget(self._choice)
        for part in (bar, self.bands, self.find_bar):
            column.addWidget(part)
        column.addWidget(self._sides, 1)
