"""The memo on paper; a PDF file stands for the printer."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from ui_user import User

from briefer.memo.blocks import Facts, Memo, Paragraph, Run
from briefer.pdf.pages import Pages
from briefer.ui.printing import chosen_pages, prepare, print_steps
from briefer.ui.window import Window

WORDS = " ".join(["The Board has ordered five container ports to remove modems."] * 40)


def memo(paragraphs: int = 8, **facts: object) -> Memo:
    return Memo(Facts(title="Ports", **facts), tuple(Paragraph((Run(WORDS),)) for _ in range(paragraphs)))


def to_file(path: Path, pages: Pages) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    prepare(printer, pages, "Ports")
    return printer


def boxes(path: Path) -> list[list[float]]:
    """The size of each page of a PDF file, in points."""
    found = re.findall(rb"/MediaBox \[([\d. ]+)\]", path.read_bytes())
    return [[float(length) for length in box.split()[2:]] for box in found]


@pytest.mark.parametrize(
    ("facts", "size"),
    [({}, [595, 842]), ({"paper": "Letter"}, [612, 792]), ({"landscape": True}, [842, 595])],
    ids=["A4", "Letter", "landscape"],
)
def test_all_pages_are_printed_on_the_paper_of_the_template(
    qtbot: QtBot, tmp_path: Path, facts: dict[str, object], size: list[float]
) -> None:
    pages, path = Pages(memo(**facts)), tmp_path / "memo.pdf"
    printer = to_file(path, pages)
    for _ in print_steps(printer, pages, chosen_pages(printer, pages.count)):
        pass
    assert pages.count > 2
    assert boxes(path) == [pytest.approx(size, abs=1)] * pages.count


def test_only_the_pages_that_were_asked_for_are_printed(qtbot: QtBot, tmp_path: Path) -> None:
    pages, path = Pages(memo()), tmp_path / "memo.pdf"
    printer = to_file(path, pages)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert chosen_pages(printer, pages.count) == [1, 2]
    for _ in print_steps(printer, pages, [1, 2]):
        pass
    assert len(boxes(path)) == 2


def test_ranges_order_and_copies_are_followed(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printer = to_file(tmp_path / "memo.pdf", Pages(memo(1)))
    monkeypatch.setattr(QPrinter, "supportsMultipleCopies", lambda _: False)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1,4-9"))
    assert chosen_pages(printer, 5) == [0, 3, 4]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 5) == [4, 3, 0]
    printer.setPrintRange(QPrinter.PrintRange.AllPages)
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    assert chosen_pages(printer, 2) == [1, 0, 1, 0]
    printer.setCollateCopies(False)
    assert chosen_pages(printer, 2) == [1, 1, 0, 0]


def test_ctrl_p_asks_for_a_printer_and_prints(user: User, window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.open_sample()
    user.ctrl(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QPrintDialog), timeout=15_000)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QPrintDialog)
    assert dialog.maxPage() > 1
    pages, path = dialog.maxPage(), tmp_path / "memo.pdf"
    name = dialog.findChild(QLineEdit, "filename")
    assert isinstance(name, QLineEdit), "without a printer the dialog prints to a file"
    name.setText(str(path))
    dialog.accept()
    qtbot.waitUntil(lambda: f"Printed {pages} pages" in window.status_bar.currentMessage())
    assert len(boxes(path)) == pages


def test_without_its_template_there_is_nothing_to_print(user: User, window: Window, qtbot: QtBot) -> None:
    window.open_sample()
    window._session.apply(lambda brief: msgspec.structs.replace(brief, template="gone"), "Change")
    user.ctrl(Qt.Key.Key_P)
    said = lambda: " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())  # noqa: E731
    qtbot.waitUntil(lambda: "The memo cannot be printed" in said())
    assert "“gone” is not here" in said()
