"""What the template makes of a brief, drawn as far as it can be; what fails stands in a box."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from briefer.memo.blocks import Memo, Run
from briefer.pdf.faces import UNIT
from briefer.templates.blanking import FAILED
from briefer.ui.fitting import fit_choices
from briefer.ui.memo.preview import PageView
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import tokens
from briefer.ui.tokens import LIGHT

_ZOOM_STEP = 1.2
_AROUND, _LINE = 3 * UNIT, UNIT
_DASHES = (3, 2)
_NOTHING = (
    "There are no pages to show yet: the head of the template cannot be read, or nothing of it can be worked out. "
    "The problems below say what to mend."
)


class FailedView(PageView):
    """Pages on which what fails stands in a box. ``line_activated`` carries the line of one that was clicked."""

    line_activated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Pages of the result")
        self.entry_activated.connect(self._activate)

    def failed_lines(self) -> list[int]:
        """The lines that boxes on the pages are about, in the order of reading."""
        return [_line(run.entry) for page in range(self.pages.count) for run, _ in self._boxes(page)]

    def paint_under(self, painter: QPainter, page: int) -> None:
        """The boxes."""
        colours = tokens() if not tokens().tinted else LIGHT
        pen = QPen(QColor(colours.err), _LINE)
        pen.setDashPattern(_DASHES)
        for run, box in self._boxes(page):
            painter.setPen(pen)
            painter.setBrush(QColor(colours.err_bg))
            if run.entry.endswith(":part"):
                box.setRight(self.pages.right)
            painter.drawRect(box.adjusted(-_AROUND, -_AROUND / 2, _AROUND, _AROUND / 2))

    def _boxes(self, page: int) -> list[tuple[Run, QRectF]]:
        return [(run, box) for run, box in self.pages.boxes(page) if run.entry.startswith(FAILED)]

    def _activate(self, entry: str) -> None:
        if entry.startswith(FAILED):
            self.line_activated.emit(_line(entry))


class ResultView(QWidget):
    """The pages of the result, and the choice of the brief that fills them.

    ``brief_chosen`` carries the number of the one chosen, ``line_activated`` a line of the template.
    """

    brief_chosen = Signal(int)
    line_activated = Signal(int)
    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Result")
        self.setMinimumWidth(280)
        self.pages = FailedView()
        self._message = QLabel(_NOTHING, wordWrap=True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._message.setContentsMargins(16, 16, 16, 16)
        self._message.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self._message, "empty")
        self.brief = QComboBox()
        self.brief.setAccessibleName("Brief that fills the pages")
        self.brief.setToolTip("The brief that fills the pages; nothing in it is changed")
        fit_choices(self.brief)
        self.brief.activated.connect(self.brief_chosen)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self._message)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(self._stack, 1)
        self.pages.line_activated.connect(self.line_activated)
        self.pages.link_activated.connect(self.link_activated)

    def show_briefs(self, names: Sequence[str], chosen: int) -> None:
        """Offer these briefs."""
        self.brief.clear()
        self.brief.addItems(list(names))
        self.brief.setCurrentIndex(chosen)

    def show_memo(self, memo: Memo | None) -> None:
        """Show what was drawn; None: nothing could be."""
        if memo is None:
            self.explain()
        else:
            self.pages.show_memo(memo)
            self._stack.setCurrentWidget(self.pages)

    def explain(self, words: str = _NOTHING) -> None:
        """Say why there are no pages."""
        self._message.setText(words)
        self._stack.setCurrentWidget(self._message)

    def take_focus(self) -> None:
        """Give the keyboard to the pages."""
        shown = self._stack.currentWidget()
        assert shown is not None
        shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def zoom(self, step: int) -> None:
        """Show the pages a size up (1) or down (-1), or as wide as there is room (0)."""
        self.pages.set_zoom(self.pages.zoom() * _ZOOM_STEP**step if step else None)

    def _bar(self) -> QFrame:
        bar = QFrame()
        set_role(bar, "pane-header")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        head, label = QLabel("Result"), QLabel("Filled with")
        set_role(head, "name")
        set_role(label, "muted")
        row.addWidget(head)
        row.addStretch()
        row.addWidget(label)
        row.addWidget(self.brief)
        return bar


def _line(entry: str) -> int:
    return int(entry.split(":")[1])
