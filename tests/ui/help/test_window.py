"""The window of the guide, as a person uses it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument, QTextTable
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from briefer.ui.help import window as module
from briefer.ui.help.browser import ZOOMS, page_url
from briefer.ui.help.pages import CHAPTERS, page_title
from briefer.ui.help.window import HelpWindow
from briefer.ui.theme import apply_theme
from briefer.ui.tokens import DARK, LIGHT

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def guide(qtbot) -> HelpWindow:
    window = HelpWindow()
    qtbot.addWidget(window)
    window.show_guide()
    qtbot.waitExposed(window)
    return window


def _press(qtbot, guide: HelpWindow, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget() or guide, key, modifier)


def _title(guide: HelpWindow) -> str:
    return guide.text.document().begin().text()


def _size_of_title(guide: HelpWindow) -> float:
    return guide.text.document().begin().layout().lineAt(0).height()


def test_it_opens_at_the_start_with_all_chapters(guide: HelpWindow) -> None:
    shown = [guide.chapters.item(row).text() for row in range(guide.chapters.count())]
    assert shown == [page_title(name) for name in CHAPTERS]
    assert guide.chapters.currentRow() == 0
    assert _title(guide) == page_title(CHAPTERS[0])
    assert guide.text.hasFocus()


def test_the_picture_of_the_window_is_there_and_fits(guide: HelpWindow) -> None:
    loaded = guide.text.loadResource(QTextDocument.ResourceType.ImageResource.value, "window.png")
    assert not loaded.isNull()
    assert guide.text.document().idealWidth() <= guide.text.viewport().width()


def test_the_picture_is_as_wide_as_the_text_after_a_resize(guide: HelpWindow) -> None:
    def picture() -> float:
        image = QTextDocument.ResourceType.ImageResource.value
        return guide.text.document().resource(image, page_url("window.png")).deviceIndependentSize().width()

    narrow = picture()
    guide.text.show_page("memo.md")
    guide.resize(1300, 800)
    QApplication.processEvents()
    guide.text.show_page("index.md")
    assert picture() > narrow
    wide = picture()
    guide.resize(700, 500)
    QApplication.processEvents()
    assert picture() < wide
    assert guide.text.horizontalScrollBar().maximum() == 0


def test_a_chapter_is_chosen_in_the_list(guide: HelpWindow) -> None:
    guide.chapters.setCurrentRow(2)
    assert guide.text.page == CHAPTERS[2]
    assert _title(guide) == page_title(CHAPTERS[2])


def test_a_link_leads_to_its_page_and_back_and_forward_again(qtbot, guide: HelpWindow) -> None:
    guide.text.anchorClicked.emit(QUrl("memo.md"))
    assert (guide.text.page, guide.chapters.currentRow()) == ("memo.md", CHAPTERS.index("memo.md"))
    _press(qtbot, guide, Qt.Key.Key_Left, ALT)
    assert guide.text.page == CHAPTERS[0]
    assert guide.chapters.currentRow() == 0
    assert _title(guide) == page_title(CHAPTERS[0])
    _press(qtbot, guide, Qt.Key.Key_Right, ALT)
    assert guide.text.page == "memo.md"


def test_a_link_to_a_heading_scrolls_to_it(guide: HelpWindow) -> None:
    guide.text.anchorClicked.emit(QUrl("export.md#checks"))
    assert guide.text.page == "export.md"
    assert guide.text.verticalScrollBar().value() > 0


@pytest.mark.parametrize(
    "address", ["none.md", "../../README.md", "window.png", "file:///etc/passwd", "javascript:x()"]
)
def test_a_link_to_anything_else_leads_nowhere(guide: HelpWindow, monkeypatch, address: str) -> None:
    monkeypatch.setattr(module, "ask", lambda *_: pytest.fail("asked"))
    guide.text.anchorClicked.emit(QUrl(address))
    assert guide.text.page == CHAPTERS[0]


@pytest.mark.parametrize("yes", [True, False])
def test_an_address_outside_is_opened_only_after_a_question(guide: HelpWindow, monkeypatch, yes: bool) -> None:
    opened, asked = [], []
    monkeypatch.setattr(module, "ask", lambda _parent, *words: asked.append(words) or yes)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    guide.text.anchorClicked.emit(QUrl("https://example.org/a"))
    assert "https://example.org/a" in asked[0][1]
    assert opened == (["https://example.org/a"] if yes else [])
    assert guide.text.page == CHAPTERS[0]


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "file:///etc/passwd",
        "https://example.org/a.png",
        "https://example.org/window.png",
        "../sample/sample.brief",
        "index.md",
    ],
)
def test_nothing_is_loaded_but_pictures_of_the_guide(guide: HelpWindow, name: str) -> None:
    loaded = guide.text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
    assert isinstance(loaded, QImage)
    assert loaded.isNull()


def test_tables_come_out_as_tables(guide: HelpWindow) -> None:
    guide.text.show_page("keys.md")
    assert any(isinstance(frame, QTextTable) for frame in guide.text.document().rootFrame().childFrames())


@pytest.mark.parametrize("name", CHAPTERS)
def test_no_chapter_is_wider_than_the_view(guide: HelpWindow, name: str) -> None:
    guide.text.show_page(name)
    assert guide.text.horizontalScrollBar().maximum() == 0


def test_find_goes_round_and_says_what_is_not_there(qtbot, guide: HelpWindow) -> None:
    _press(qtbot, guide, Qt.Key.Key_F, CTRL)
    assert guide.find_bar.words.hasFocus()
    qtbot.keyClicks(guide.find_bar.words, "caret")
    first = guide.text.textCursor().selectionStart()
    assert guide.text.textCursor().selectedText() == "caret"
    places = {first}
    for _ in range(50):
        _press(qtbot, guide, Qt.Key.Key_Return)
        if guide.text.textCursor().selectionStart() == first:
            break
        places.add(guide.text.textCursor().selectionStart())
    assert guide.text.textCursor().selectionStart() == first
    assert len(places) == guide.text.toPlainText().casefold().count("caret")
    guide.find_bar.find_previous()
    assert guide.text.textCursor().selectionStart() == max(places)
    guide.find_bar.words.clear()
    qtbot.keyClicks(guide.find_bar.words, "zebra")
    assert guide.find_bar.answer == "Not found"


def test_escape_closes_the_find_bar_first_and_then_the_window(qtbot, guide: HelpWindow) -> None:
    _press(qtbot, guide, Qt.Key.Key_F, CTRL)
    _press(qtbot, guide, Qt.Key.Key_Escape)
    assert not guide.find_bar.isVisible()
    assert guide.isVisible()
    assert guide.text.hasFocus()
    _press(qtbot, guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_letters_grow_and_shrink_within_bounds(qtbot, guide: HelpWindow) -> None:
    height, title = guide.text.document().size().height(), _size_of_title(guide)
    for _ in range(len(ZOOMS)):
        _press(qtbot, guide, Qt.Key.Key_Plus, CTRL)
    assert guide.text.zoom == ZOOMS[-1]
    assert _size_of_title(guide) == pytest.approx(2 * title, abs=1)
    assert guide.text.document().size().height() > height * 1.5
    assert guide.text.horizontalScrollBar().maximum() == 0
    for _ in range(len(ZOOMS)):
        _press(qtbot, guide, Qt.Key.Key_Minus, CTRL)
    assert guide.text.zoom == ZOOMS[0]
    _press(qtbot, guide, Qt.Key.Key_0, CTRL)
    assert guide.text.zoom == 100
    assert guide.text.document().size().height() == height


def test_the_text_takes_the_colours_of_a_theme(guide: HelpWindow, qapp: QApplication) -> None:
    try:
        for scheme, colours in (("dark", DARK), ("light", LIGHT), ("dark", DARK)):
            apply_theme(qapp, scheme)
            qapp.processEvents()
            inks = {
                each.foreground().color().name()
                for each in guide.text.document().allFormats()
                if each.toCharFormat().isAnchor() and each.toCharFormat().anchorHref()
            }
            assert colours.accent in inks
    finally:
        apply_theme(qapp, "system")


def test_all_that_takes_the_keyboard_has_a_name(guide: HelpWindow) -> None:
    guide.find_bar.open_bar()
    for widget in guide.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
            spoken = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            assert spoken, widget


def test_an_open_guide_does_not_keep_the_program_running(guide: HelpWindow) -> None:
    assert not guide.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_it_comes_back_where_it_was_or_at_a_named_chapter(guide: HelpWindow) -> None:
    guide.chapters.setCurrentRow(3)
    guide.close()
    guide.show_guide()
    assert guide.text.page == CHAPTERS[3]
    guide.show_guide("files.md", "undo")
    assert guide.text.source() == page_url("files.md", "undo")
