"""What is on the screen has room: nothing is clipped, nothing touches what is beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot
from ui_user import User

from briefer.paths import resources
from briefer.ui.app import make_window
from briefer.ui.clearable import make_clearable
from briefer.ui.icons import icon
from briefer.ui.window import Window

SIZES = [QSize(1440, 900), QSize(1040, 640)]


@pytest.fixture(params=SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def sample(window: Window, request: pytest.FixtureRequest) -> Window:
    """The sample in a window of each size."""
    window.resize(request.param)
    window.open_sample()
    QApplication.processEvents()
    return window


@pytest.fixture
def start(qtbot: QtBot) -> Window:
    """A window on the start page, as small as it can be."""
    window = make_window()
    qtbot.addWidget(window)
    window.resize(SIZES[1])
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.mark.parametrize(("note", "field"), [("x1", "date"), ("k1", "horizon")])
def test_the_words_of_a_field_beside_a_choice_are_all_seen(sample: Window, note: str, field: str) -> None:
    sample.notes.open(note)
    QApplication.processEvents()
    form = sample.notes._form()
    assert form is not None
    line = form.editors[field].control
    assert isinstance(line, QLineEdit)
    assert line.text()
    assert line.width() >= line.fontMetrics().horizontalAdvance(line.text()) + 18
    choice = form.editors["status" if field == "date" else "level"].control
    assert choice.width() >= choice.sizeHint().width()


def test_fields_of_one_line_are_equally_high(sample: Window) -> None:
    sample.notes.open("x1")
    QApplication.processEvents()
    form = sample.notes._form()
    assert form is not None
    assert (
        len({form.editors[name].control.height() for name in ("actors", "targets", "status", "date", "notes")}) == 1
    )


def test_the_words_of_a_choice_do_not_touch_its_edge(sample: Window) -> None:
    sample.notes.open("x1")
    QApplication.processEvents()
    form = sample.notes._form()
    assert form is not None
    button = form.editors["actors"].control
    assert _first_ink(button.grab().toImage(), 3) >= 7


def test_an_address_without_room_is_an_icon_that_leads_there(user: User, sample: Window) -> None:
    link = sample.source.details.line.link
    wide = sample.width() > 1100
    assert bool(link.text()) is wide
    assert link.icon().isNull() is wide
    assert link.isVisible()
    assert link.accessibleName().startswith("Open https://")


def test_marks_of_bold_words_are_small(sample: Window) -> None:
    document = sample.memo.sections["summary"].text.document()
    block = document.begin()
    marks = [
        each.format.property(QTextCharFormat.Property.FontPixelSize)
        for each in block.layout().formats()
        if block.text()[each.start : each.start + each.length] == "**"
    ]
    assert marks
    assert all(size < 14 for size in marks)


def test_a_wide_icon_is_not_stretched(window: Window) -> None:
    square = icon("add").pixmap(QSize(16, 16)).toImage()
    wide = icon("add").pixmap(QSize(24, 16)).toImage()
    assert _first_ink(wide) == _first_ink(square) + (wide.width() - square.width()) // 2


def test_the_cross_of_a_line_stands_in_its_middle(window: Window, qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    make_clearable(line)
    line.setText("crane")
    line.show()
    QApplication.processEvents()
    cross = line.findChild(QToolButton)
    assert cross is not None
    assert abs(cross.geometry().center().y() - line.rect().center().y()) <= 1
    assert cross.accessibleName() == "Empty the line"


def test_the_start_page_fits_into_the_smallest_window(start: Window) -> None:
    page = start.stage.start
    for paths in ([], [resources() / "sample" / "sample.brief"] * 6):
        page.show_recent(paths)
        QApplication.processEvents()
        assert not page.verticalScrollBar().isVisible()


def test_the_sample_card_is_as_high_as_its_words(start: Window) -> None:
    button = start.stage.start.sample.button
    card = button.parentWidget()
    assert card is not None
    assert card.height() - button.geometry().bottom() <= 20


def test_the_start_page_says_that_no_brief_is_open(start: Window) -> None:
    said = next(each for each in start.status_bar.findChildren(QLabel) if each.text() == "No brief open")
    assert said.isVisible()
    start.open_sample()
    assert not said.isVisible()


def _first_ink(picture: QImage, left: int = 0) -> int:
    """The first column in which something dark stands, between the upper and the lower edge."""
    rows = range(picture.height() // 3, 2 * picture.height() // 3)
    return next(
        x
        for x in range(left, picture.width())
        if any(picture.pixelColor(x, y).alpha() > 128 and picture.pixelColor(x, y).lightness() < 120 for y in rows)
    )
