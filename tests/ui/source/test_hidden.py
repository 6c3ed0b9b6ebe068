"""Hidden characters of an article are seen, named and counted, and stay as they are."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from ui_user import User

from briefer.edit import changes
from briefer.model.source import Source
from briefer.ui.source.hidden_marks import named, next_hidden
from briefer.ui.window import Window

TEXT = "The 😀 Board \u202emet\u202c on Tuesday.\n\nNobody\u2060 knew “why\U000e0041” it met."


def show(window: Window, text: str = TEXT) -> None:
    source = Source("s0", text=text, original=text)
    window._session.apply(lambda brief: changes.add_source(brief, source)[0], "Paste article")
    QApplication.processEvents()


def marks(window: Window) -> list[str]:
    reader = window.source.reader
    return [mark.words for mark in reader._hidden.in_view(reader, reader._text, reader._offsets)]


def test_each_has_a_mark_where_it_stands(window: Window) -> None:
    show(window)
    assert marks(window) == [
        "Hidden: right-to-left override (U+202E)",
        "Hidden: pop directional formatting (U+202C)",
        "Hidden: word joiner (U+2060)",
        "Hidden: tag latin capital letter a (U+E0041)",
    ]


def test_a_mark_is_painted_and_names_itself_in_a_tip(window: Window, monkeypatch) -> None:
    show(window)
    reader, told = window.source.reader, []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, words, *_: told.append(words))
    mark = reader._hidden.in_view(reader, reader._text, reader._offsets)[2]
    at = QPoint(round(mark.x), round(mark.top + 4))
    reader.viewportEvent(QHelpEvent(QHelpEvent.Type.ToolTip, at, reader.viewport().mapToGlobal(at)))
    assert told == ["Hidden: word joiner (U+2060)"]
    with_mark = reader.viewport().grab().toImage().pixelColor(at)
    assert with_mark.name() == window_warn()


def window_warn() -> str:
    from briefer.ui.theme import tokens

    return f"#{tokens().warn.removeprefix('#').lower()}"


def test_they_are_counted_in_the_line_that_leads_to_each(user: User, window: Window) -> None:
    show(window)
    button = window.source.cleaning.hidden
    assert button.isVisible()
    assert button.text() == "4 hidden characters"
    assert window.source.cleaning.link.isHidden()
    window.source.reader.select(0, 0)
    places = []
    for _ in range(5):
        user.bot.mouseClick(button, Qt.MouseButton.LeftButton)
        places.append(window.source.reader.caret())
    assert places == [
        TEXT.index("met"),
        TEXT.index(" on"),
        TEXT.index(" knew"),
        TEXT.index("” it"),
        TEXT.index("met"),
    ]


def test_without_any_there_is_no_line(window: Window) -> None:
    show(window, "The “Board” met.")
    assert not window.source.cleaning.isVisible()
    assert marks(window) == []


def test_typing_one_away_takes_its_mark_and_its_count(user: User, window: Window) -> None:
    show(window, "Nobody\u2060 knew.")
    window.source.edit_text(on=True)
    window.source.reader.select(7, 7)
    user.press(Qt.Key.Key_Backspace)
    QApplication.processEvents()
    assert window._session.brief.sources[0].text == "Nobody knew."
    assert marks(window) == []
    assert not window.source.cleaning.isVisible()


def test_a_quote_keeps_them(user: User, window: Window) -> None:
    show(window)
    start = TEXT.index("why")
    window.source.reader.select(start, start)
    user.press(Qt.Key.Key_Q)
    (quote,) = window._session.brief.quotes
    assert quote.text == "why\U000e0041"


def test_names_and_places() -> None:
    assert named("\u200b\u200b\ufeff") == "Hidden: 2 × zero width space (U+200B), zero width no-break space (U+FEFF)"
    assert next_hidden("a\u2060b\u2060c", 2) == (3, 4)
    assert next_hidden("a\u2060b\u2060c", 4) == (1, 2)
    assert next_hidden("abc", 1) is None
