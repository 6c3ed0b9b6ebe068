"""The pages of a template as it stands, its tags on grounds of their own, those with a problem numbered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from briefer.memo.blocks import Memo
from briefer.pdf.faces import UNIT
from briefer.templates.fields import MARK, TAG, problem_number
from briefer.templates.problems import Problem
from briefer.ui.memo.preview import PageView
from briefer.ui.theme import tokens, ui_font
from briefer.ui.tokens import LIGHT, Tokens

_RADIUS, _LINE, _BADGE, _DIGITS = 2 * UNIT, UNIT, 13 * UNIT, 9 * UNIT
_DASHES = (3, 2)


class FieldsView(PageView):
    """Shows what ``templates.fields.fields_memo`` made. ``problem_activated`` carries the number of one clicked."""

    problem_activated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Pages of the template with its fields")
        self._problems: tuple[Problem, ...] = ()
        self._boxes: dict[int, list[tuple[str, QRectF]]] = {}
        self._chosen = 0
        self.laid_out.connect(self._boxes.clear)
        self.entry_activated.connect(self._activate)

    def show_template(self, memo: Memo, problems: Sequence[Problem]) -> None:
        """Show a template with the problems that its marks count."""
        self._problems, self._chosen = tuple(problems), 0
        self._boxes.clear()
        self.show_memo(memo)

    def show_problem(self, number: int) -> bool:
        """Scroll to the tag that a problem is about and let it stand out; whether there is one."""
        for page in range(self.pages.count):
            for entry, box in self._chips(page):
                if entry == f"{TAG}:{number}":
                    self._chosen = number
                    self.go_to_place(page, box.top())
                    self.viewport().update()
                    return True
        return False

    def paint_under(self, painter: QPainter, page: int) -> None:
        """The grounds of the tags, and the line under one with a problem: broken if that is a warning."""
        colours = _on_paper()
        for entry, box in self._chips(page):
            if not entry.startswith(TAG):
                continue
            number = problem_number(entry)
            ink, ground = self._look(number, colours)
            painter.setPen(QPen(QColor(ink), _LINE) if number and number == self._chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            if number or not colours.tinted:
                pen = QPen(QColor(ink), _LINE * (1.5 if number else 0.6))
                if number and self._is_warning(number):
                    pen.setDashPattern(_DASHES)
                painter.setPen(pen)
                painter.drawLine(box.bottomLeft(), box.bottomRight())

    def paint_over(self, painter: QPainter, page: int) -> None:
        """The number of each problem after its tag: round for an error, square for a warning."""
        colours = _on_paper()
        for entry, box in self._chips(page):
            if not entry.startswith(MARK):
                continue
            number = problem_number(entry)
            ink, ground = self._look(number, colours)
            side = min(_BADGE, box.height())
            badge = QRectF(box.left() + _LINE * 3, box.center().y() - side / 2, side, side)
            warning = self._is_warning(number)
            painter.setPen(QPen(QColor(ink), _LINE))
            painter.setBrush(QColor(ground if warning else ink))
            if warning:
                painter.drawRoundedRect(badge, _RADIUS, _RADIUS)
            else:
                painter.drawEllipse(badge)
            painter.setPen(QColor(ink if warning else colours.paper))
            painter.setFont(_digits())
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(number))

    def _look(self, number: int, colours: Tokens) -> tuple[str, str]:
        """Ink and ground of a tag with a problem, or without one."""
        if not number:
            return colours.tag, colours.tag_bg
        return (colours.warn, colours.warn_bg) if self._is_warning(number) else (colours.err, colours.err_bg)

    def _is_warning(self, number: int) -> bool:
        return 0 < number <= len(self._problems) and self._problems[number - 1].severity == "warning"

    def _chips(self, page: int) -> list[tuple[str, QRectF]]:
        if page not in self._boxes:
            self._boxes[page] = [
                (run.entry, box) for run, box in self.pages.boxes(page) if run.entry.startswith((TAG, MARK))
            ]
        return self._boxes[page]

    def _activate(self, entry: str) -> None:
        number = problem_number(entry)
        if number:
            self._chosen = number
            self.viewport().update()
            self.problem_activated.emit(number)


def _digits() -> QFont:
    font = ui_font(_DIGITS)
    font.setBold(True)
    return font


def _on_paper() -> Tokens:
    """The colours for what lies on the sheet, which is light in each theme."""
    colours = tokens()
    return LIGHT if colours.tinted else colours
