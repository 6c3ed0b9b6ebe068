"""The memo on a printer: the pages of the preview, on paper of the template's size."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QMarginsF, QObject, QSizeF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from briefer.errors import BrieferError
from briefer.memo.blocks import Memo
from briefer.model.brief import Brief
from briefer.pdf.faces import UNIT
from briefer.pdf.pages import NOTHING, Pages
from briefer.templates.template import Template
from briefer.ui.background import Background, Operation
from briefer.ui.busy import Busy
from briefer.ui.messages import show_error
from briefer.ui.own_template import with_template
from briefer.ui.shown_work import ShownWork
from briefer.wanted import leaving_memo

_POINTS_AN_INCH = 72


class Printing(QObject):
    """Lays a memo out, asks for a printer, and prints; what takes long is shown by ``busy`` and can be stopped there.

    ``said`` carries a line for the status bar. It lives until the last page is handed over, or nothing will be.
    """

    said = Signal(str)

    def __init__(self, memo: Memo, busy: Busy, window: QWidget) -> None:
        super().__init__(window)
        self._name, self._busy = memo.facts.title, busy
        self._pages = Pages(NOTHING)
        self._printer: QPrinter | None = None
        words, work = "Laying out the pages to print", self._pages.steps(memo)
        ShownWork(words, work, busy, self, done=self._ask, stopped=self._stopped)

    def _ask(self, _: object) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer, self._pages, self._name)
        window = self.parent()
        assert isinstance(window, QWidget)
        dialog = QPrintDialog(printer, window)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, self._pages.count)
        dialog.setFromTo(1, self._pages.count)
        dialog.finished.connect(dialog.deleteLater)
        dialog.rejected.connect(self.deleteLater)
        dialog.accepted.connect(lambda: self._print(printer))
        QDialog.open(dialog)  # its own takes a slot by its name

    def _print(self, printer: QPrinter) -> None:
        chosen = chosen_pages(printer, self._pages.count)
        self._printer = printer
        words, work = f"Printing {_pages(len(chosen))}", print_steps(printer, self._pages, chosen)
        ShownWork(words, work, self._busy, self, done=lambda _: self._tell(len(chosen)), stopped=self._stopped)

    def _tell(self, count: int) -> None:
        assert self._printer is not None
        if self._printer.printerState() == QPrinter.PrinterState.Error:
            self.said.emit(f"{_to(self._printer)} did not take the pages. See whether it is ready, and print again.")
        else:
            self.said.emit(f"Printed {_pages(count)} to {_to(self._printer)}")
        self.deleteLater()

    def _stopped(self) -> None:
        if self._printer is not None:
            self._printer.abort()
        self.said.emit("Printing was stopped.")
        self.deleteLater()


def start_printing(
    brief: Brief, background: Background, busy: Busy, window: QWidget, say: Callable[[str], object]
) -> None:
    """Print the memo of a brief: first it is made, then its pages are laid out, and then a printer is asked for.

    ``say`` takes a line for the status bar.
    """

    def made(memo: Memo) -> None:
        printing = Printing(memo, busy, window)
        printing.said.connect(say)

    def failed(error: BrieferError) -> None:
        show_error(window, error, "The memo cannot be printed.", pane="memo")

    def make(template: Template) -> None:
        background.run([Operation("Making the memo to print", leaving_memo, (brief, template), made, failed)])

    with_template(brief, background, make, failed)


def prepare(printer: QPrinter, pages: Pages, name: str) -> None:
    """Give a printer the paper of the memo, without margins: the pages have their own."""
    width, height = (length / UNIT for length in pages.size)
    paper = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point)
    lies = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(paper, lies, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
    printer.setDocName(name)
    printer.setCreator("Briefer")


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """The pages to be printed, counted from 0, in the order and as often as the printer wants to be given them."""
    ranges = printer.pageRanges()
    wanted = [page for page in range(count) if ranges.isEmpty() or ranges.contains(page + 1)]
    if printer.printRange() == QPrinter.PrintRange.AllPages:
        wanted = list(range(count))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        wanted.reverse()
    if printer.supportsMultipleCopies():
        return wanted
    copies = printer.copyCount()
    return wanted * copies if printer.collateCopies() else [page for page in wanted for _ in range(copies)]


def print_steps(printer: QPrinter, pages: Pages, chosen: list[int]) -> Iterator[None]:
    """Print these pages, a page a step."""
    painter = QPainter()
    if not chosen or not painter.begin(printer):
        return
    try:
        for number, page in enumerate(chosen):
            if number:
                printer.newPage()
            painter.save()
            dots = printer.resolution() / (UNIT * _POINTS_AN_INCH)
            painter.scale(dots, dots)
            pages.paint(painter, page)
            painter.restore()
            yield
    finally:
        painter.end()


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"


def _to(printer: QPrinter) -> str:
    return printer.outputFileName() or printer.printerName() or "the printer"
