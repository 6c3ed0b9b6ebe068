from __future__ import annotations

import pytest
from PySide6.QtTest import QSignalSpy
from ui_fields import ready

from briefer.ui import slices
from briefer.ui.text import laying, tall_text
from briefer.ui.text.tall_text import TallText

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
TEXT = "A sentence that goes on for a while, so that a narrow field wraps it more than once. " * 40


@pytest.fixture
def field(qtbot, monkeypatch: pytest.MonkeyPatch) -> TallText:
    monkeypatch.setattr(slices, "SLICE", 0)
    monkeypatch.setattr(laying, "_STRETCH", 500)
    field = TallText("Background")
    field.resize(600, 200)
    ready(qtbot, field, [])
    field.show_text(TEXT.replace(". ", ".\n"))
    field.resize(600, field.sizeHint().height())
    return field


def test_a_long_text_is_as_high_as_before_until_it_is_wrapped_in_its_new_width(
    qtbot, field: TallText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tall_text, "_MUCH", 0)
    before = field.sizeHint().height()
    field.resize(300, field.height())
    assert field.sizeHint().height() == before
    qtbot.waitUntil(lambda: field.sizeHint().height() > 1.5 * before)
    assert field.document().pageSize().width() == field.viewport().width()


def test_a_short_text_is_wrapped_at_once_and_is_as_high_as_a_long_one_would_be(
    qtbot, field: TallText, monkeypatch: pytest.MonkeyPatch
) -> None:
    field.resize(300, field.height())
    at_once = field.sizeHint().height()
    field.resize(600, field.height())
    monkeypatch.setattr(tall_text, "_MUCH", 0)
    field.resize(300, field.height())
    qtbot.waitUntil(lambda: field.sizeHint().height() == at_once)


def test_another_height_wraps_nothing_anew_and_leaves_nothing_to_scroll(field: TallText) -> None:
    laid_out = QSignalSpy(field.document().documentLayout().update)
    field.resize(600, field.height() - 100)
    assert field.verticalScrollBar().maximum() == 100
    field.resize(600, field.height() + 100)
    assert field.verticalScrollBar().maximum() == 0
    assert laid_out.count() == 0
