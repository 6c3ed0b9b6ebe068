from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from memo_samples import memo_of, rich_memo
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QPalette, QTextDocument, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.memo.blocks import Facts, Memo, Note, PageBreak, Paragraph, Run
from briefer.memo.house_look import HouseLook, TextLook
from briefer.pdf.faces import Faces
from briefer.ui.memo import preview
from briefer.ui.memo.preview import LARGEST, MARGIN, SMALLEST, PageView
from briefer.ui.memo.preview_plain import PlainPreview
from briefer.ui.theme import Scheme, apply_theme, contrast, palette_of, system_tokens
from briefer.ui.tokens import DARK, LIGHT

WORDS = Run("The Board ordered it.", entry="x1")
LINK = Run("its page", link="https://example.org/a")


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    apply_theme(qapp, "system")
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(560, 600)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    view.setFocus()
    return view


def long_memo(pages: int, last: str = "") -> Memo:
    parts = [[Paragraph((Run(f"Page {number}"),)), PageBreak()] for number in range(pages)]
    return memo_of(*[block for part in parts for block in part], *([Paragraph((Run(last),))] if last else []))


def place(view: PageView, run: Run) -> QPoint:
    """Where in the viewport a run is found."""
    for y in range(0, view.viewport().height(), 3):
        for x in range(0, view.viewport().width(), 3):
            if view.run_at(QPointF(x, y)) == run:
                return QPoint(x, y)
    raise AssertionError(f"{run} is not in view")


def test_pages_fit_the_width_and_follow_it(view: PageView) -> None:
    view.show_memo(rich_memo())
    before = view.zoom()
    assert view._sheet().width() == pytest.approx(view.viewport().width() - 2 * MARGIN)
    assert view.horizontalScrollBar().maximum() == 0
    view.resize(900, 600)
    assert view.zoom() > before


def test_zoom_is_the_size_on_paper_and_has_bounds(view: PageView) -> None:
    view.show_memo(rich_memo())
    view.set_zoom(1)
    assert view._sheet().width() == pytest.approx(8.27 * 96, abs=0.5)
    assert view.horizontalScrollBar().maximum() > 0
    view.set_zoom(99)
    assert view.zoom() == pytest.approx(LARGEST)
    view.set_zoom(0)
    assert view.zoom() == pytest.approx(SMALLEST)
    view.set_zoom(None)
    assert view.horizontalScrollBar().maximum() == 0


def test_ctrl_and_the_wheel_zoom(view: PageView) -> None:
    view.show_memo(rich_memo())
    before, at = view.zoom(), QPointF(100, 100)
    for modifiers, grows in ((Qt.KeyboardModifier.NoModifier, False), (Qt.KeyboardModifier.ControlModifier, True)):
        event = QWheelEvent(
            at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(view.viewport(), event)
        assert (view.zoom() > before) is grows


@pytest.mark.parametrize(("scheme", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_the_sheet_lies_on_the_well(app: QApplication, view: PageView, scheme: Scheme, colours: object) -> None:
    apply_theme(app, scheme)
    view.show_memo(memo_of())
    image = view.viewport().grab().toImage()
    assert image.pixelColor(4, 60) == QColor(colours.well)  # type: ignore[attr-defined]
    assert image.pixelColor(100, 120) == QColor(colours.paper)  # type: ignore[attr-defined]


def test_words_on_the_sheet_are_legible_in_every_theme() -> None:
    harsh = system_tokens(QPalette(QColor("#ffffff"), QColor("#000000")))
    for colours in (LIGHT, DARK, harsh):
        inks = preview._inks(colours)
        for ink in (inks.text, inks.grey, inks.link):
            assert contrast(ink, colours.paper) >= 4.5


def test_an_office_s_colours_are_for_white_paper_alone(app: QApplication) -> None:
    blue = HouseLook(texts={"Heading1": TextLook("Arial", 16, colour="1f3864")})
    harsh = system_tokens(QPalette(QColor("#ffffff"), QColor("#000000")))
    written = {
        colours: Faces(preview._inks(colours), house=blue).form("Heading1").foreground() for colours in (LIGHT, harsh)
    }
    assert written[LIGHT].color() == QColor("#1f3864")
    assert written[harsh].style() == Qt.BrushStyle.NoBrush, "the ink of the sheet"


def test_a_theme_with_other_inks_sets_the_words_anew(app: QApplication, qtbot: QtBot, view: PageView) -> None:
    apply_theme(app, "light")
    view.show_memo(rich_memo())
    qtbot.waitUntil(lambda: view.pages.count > 1)
    light = view.pages
    apply_theme(app, "dark")
    assert view.pages is light, "dark paper takes the same inks"
    harsh = QPalette(QColor("#ffffff"), QColor("#000000"))
    with qtbot.waitSignal(view.laid_out):
        app.setPalette(harsh)
    assert view.pages is not light
    assert view.pages.count == light.count
    app.setPalette(palette_of(LIGHT))


def test_before_the_first_memo_there_is_no_sheet(app: QApplication, view: PageView) -> None:
    apply_theme(app, "light")
    assert view.viewport().grab().toImage().pixelColor(100, 120) == QColor(LIGHT.well)


def test_the_view_stays_where_it_is_when_the_memo_changes(view: PageView) -> None:
    view.show_memo(long_memo(6))
    view.verticalScrollBar().setValue(900)
    view.show_memo(long_memo(9, "more"))
    assert view.verticalScrollBar().value() == 900
    view.set_zoom(2 * view.zoom())
    assert view.verticalScrollBar().value() == pytest.approx(1800, abs=30)


def test_keys_scroll(view: PageView) -> None:
    view.show_memo(long_memo(6))
    bar = view.verticalScrollBar()
    for key, value in (
        (Qt.Key.Key_Down, bar.singleStep()), (Qt.Key.Key_Up, 0), (Qt.Key.Key_PageDown, bar.pageStep()),
        (Qt.Key.Key_PageUp, 0), (Qt.Key.Key_End, bar.maximum()), (Qt.Key.Key_Home, 0),
    ):  # fmt: skip
        QTest.keyClick(view, key)
        assert bar.value() == value


def test_a_block_is_scrolled_to(view: PageView) -> None:
    view.show_memo(long_memo(6))
    view.go_to_block(6)
    assert view.run_at(QPointF(place(view, Run("Page 3")))) == Run("Page 3")


def test_a_click_on_words_leads_to_their_entry(qtbot: QtBot, view: PageView) -> None:
    view.show_memo(memo_of(Paragraph((WORDS, Run(" Plain.")))))
    with qtbot.waitSignal(view.entry_activated) as caught:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place(view, WORDS))
    assert caught.args == ["x1"]
    with qtbot.assertNotEmitted(view.entry_activated):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place(view, Run(" Plain.")))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=place(view, WORDS))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place(view, WORDS))


def test_a_click_on_a_note_leads_to_what_cites_it(qtbot: QtBot, view: PageView) -> None:
    cited = Run(note=1, entry="x1")
    view.show_memo(memo_of(Paragraph((Run("The Board"), cited)), notes=(Note(((Run("The Courier"),),)),)))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    with qtbot.waitSignal(view.entry_activated) as caught:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place(view, cited))
    assert caught.args == ["x1"]


def test_a_click_on_a_link_is_reported_and_opens_nothing(qtbot: QtBot, view: PageView) -> None:
    bad = Run("a file", link="file:///etc/hostname")
    view.show_memo(memo_of(Paragraph((LINK, bad))))
    with qtbot.waitSignal(view.link_activated) as caught:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place(view, LINK))
    assert caught.args == ["https://example.org/a"]
    with qtbot.assertNotEmitted(view.link_activated):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place(view, bad))


def test_a_hand_over_what_leads_somewhere(view: PageView) -> None:
    view.show_memo(memo_of(Paragraph((WORDS, Run(" Plain. "), LINK))))
    shapes = []
    for run in (WORDS, Run(" Plain. "), LINK):
        QTest.mouseMove(view.viewport(), place(view, run))
        shapes.append(view.viewport().cursor().shape())
    assert shapes == [
        Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor, Qt.CursorShape.PointingHandCursor
    ]  # fmt: skip


def test_a_long_memo_is_laid_out_in_slices_and_the_newest_wins(
    qtbot: QtBot, view: PageView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "SLICE", 0)
    view.show_memo(long_memo(40))
    assert view.pages.count == 1, "the window goes on before the pages are there"
    view.show_memo(long_memo(7))
    with qtbot.waitSignal(view.laid_out):
        pass
    assert view.pages.count == 7
    assert view.accessibleDescription() == "7 pages"
    with qtbot.assertNotEmitted(view.laid_out, wait=20):
        pass


def test_the_view_and_the_plain_view_have_names(qtbot: QtBot, view: PageView) -> None:
    plain = PlainPreview()
    qtbot.addWidget(plain)
    assert view.accessibleName() == "Memo pages"
    assert plain.accessibleName() == "Memo as plain text"


def test_the_plain_view_holds_every_word_and_note(qtbot: QtBot) -> None:
    plain = PlainPreview()
    qtbot.addWidget(plain)
    plain.show_memo(rich_memo())
    text = plain.toPlainText()
    for words in ("OFFICIAL-SENSITIVE", "Meridian ferries", "Legal <legal@example.org>", "Harbour Post, para. 2"):
        assert words in text


def test_the_plain_view_stays_where_it_is(qtbot: QtBot) -> None:
    plain = PlainPreview()
    qtbot.addWidget(plain)
    plain.resize(300, 200)
    plain.show()
    plain.show_memo(rich_memo())
    plain.verticalScrollBar().setValue(250)
    plain.show_memo(msgspec.structs.replace(rich_memo(), facts=Facts(title="x", marking="SECRET")))
    assert plain.verticalScrollBar().value() == 250


def test_the_plain_view_loads_and_opens_nothing(qtbot: QtBot) -> None:
    plain = PlainPreview()
    qtbot.addWidget(plain)
    for kind in QTextDocument.ResourceType:
        answer = plain.loadResource(kind.value, QUrl("file:///etc/hostname"))
        assert isinstance(answer, QImage)
        assert answer.isNull()
    with qtbot.waitSignal(plain.link_activated) as caught:
        plain.anchorClicked.emit(QUrl("https://example.org/"))
    assert caught.args == ["https://example.org/"]
    assert not plain.openLinks()


def test_a_reference_in_the_plain_view_leads_to_its_note(qtbot: QtBot) -> None:
    plain = PlainPreview()
    qtbot.addWidget(plain)
    plain.resize(300, 100)
    plain.show()
    plain.show_memo(rich_memo())
    with qtbot.assertNotEmitted(plain.link_activated):
        plain.anchorClicked.emit(QUrl("#note-1"))
    assert plain.verticalScrollBar().value() > 0
