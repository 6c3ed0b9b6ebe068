"""What is marked or listed while the theme changes, by hand or with the evening, is seen in the colours of now."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from article_samples import ARTICLE
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPlainTextEdit
from ui_user import User

from briefer.edit import changes
from briefer.sources.read import source_from_text
from briefer.ui import find_bar
from briefer.ui.passages.panel import PassagesPanel
from briefer.ui.source.article_view import ArticleView
from briefer.ui.style_sheet import style_sheet
from briefer.ui.text.calendar_popup import CalendarPopup
from briefer.ui.text.date_line import DateLine
from briefer.ui.theme import DARK, apply_theme, system_tokens
from briefer.ui.window import Window


@pytest.fixture(autouse=True)
def light(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """By day; as it was afterwards."""
    monkeypatch.setattr(find_bar, "PAUSE", 0)
    apply_theme(qapp, "light")
    yield
    apply_theme(qapp, "system")
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


@pytest.fixture
def on_article(window: Window) -> Window:
    source = source_from_text(ARTICLE, "s0")
    window._session.apply(lambda brief: changes.add_source(brief, source)[0], "Paste article")
    window.source.take_focus()
    return window


def marked(text: ArticleView | QPlainTextEdit) -> set[str]:
    return {mark.format.background().color().name() for mark in text.extraSelections()}


def test_what_was_found(qapp: QApplication, user: User, on_article: Window) -> None:
    user.ctrl(Qt.Key.Key_F)
    user.type("ports")
    reader = on_article.source.reader
    user.bot.waitUntil(lambda: bool(reader.extraSelections()))
    apply_theme(qapp, "dark")
    user.bot.waitUntil(lambda: marked(reader) == {DARK.accent_tint})


def test_the_changed_places_of_the_original(qapp: QApplication, user: User, on_article: Window) -> None:
    user.bot.mouseClick(on_article.source.cleaning.link, Qt.MouseButton.LeftButton)
    panel = on_article.source.cleaning_panel
    user.bot.mouseClick(panel._turns["original"], Qt.MouseButton.LeftButton)
    user.bot.waitUntil(lambda: bool(panel.original.text.extraSelections()))
    apply_theme(qapp, "dark")
    user.bot.waitUntil(lambda: marked(panel.original.text) == {DARK.warn_bg})


def test_the_days_of_the_calendar(qapp: QApplication, user: User, window: Window) -> None:
    window.open_sample()
    window.desk.work.open("x1")
    QApplication.processEvents()
    line = next(each for each in window.notes.findChildren(DateLine) if each.accessibleName() == "Date")
    line.setFocus()
    user.alt(Qt.Key.Key_Down)
    calendar = next(each for each in line.findChildren(CalendarPopup) if each.isVisible()).calendar
    apply_theme(qapp, "dark")
    QApplication.processEvents()
    assert calendar.weekdayTextFormat(Qt.DayOfWeek.Monday).foreground().color() == QColor(DARK.text)
    assert calendar.headerTextFormat().background().color() == QColor(DARK.pane)


def test_the_passage_at_hand_is_legible_without_tints(qapp: QApplication, user: User, on_article: Window) -> None:
    harsh = QPalette(QColor("black"), QColor("black"))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        harsh.setColor(role, QColor("white"))
    harsh.setColor(QPalette.ColorRole.Highlight, QColor("yellow"))
    harsh.setColor(QPalette.ColorRole.HighlightedText, QColor("blue"))
    user.alt(Qt.Key.Key_3)
    text = on_article.memo.sections["summary"].text
    text.setFocus()
    user.type("The inspectors found 1140 sessions at the ports of the Board. It matters.")
    text.set_caret(8)
    user.ctrl(Qt.Key.Key_J)
    (panel,) = on_article.findChildren(PassagesPanel)
    (view,) = panel.findChildren(QListWidget)
    assert view.count() > 1
    qapp.setPalette(harsh)
    qapp.setStyleSheet(style_sheet(system_tokens(harsh)))
    assert inks(view, 0) == {"#0000ff"}
    assert inks(view, 1) == {"#ffffff"}
    user.press(Qt.Key.Key_Down)
    assert (inks(view, 0), inks(view, 1)) == ({"#ffffff"}, {"#0000ff"})


def inks(view: QListWidget, row: int) -> set[str]:
    labels = view.itemWidget(view.item(row)).findChildren(QLabel)
    return {label.palette().color(QPalette.ColorRole.WindowText).name() for label in labels}
