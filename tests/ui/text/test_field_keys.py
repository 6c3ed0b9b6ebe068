"""Cut, copy, paste and select all, chosen from the menu."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from ui_user import User

from briefer.ui.window import Window


def choose(window: Window, *idents: str) -> None:
    for ident in idents:
        window.actions_by_id[ident].trigger()


@pytest.mark.parametrize("place", ["section", "subject", "filter"])
def test_they_act_on_the_field_that_has_the_keyboard(user: User, window: Window, place: str) -> None:
    window.open_sample()
    QApplication.processEvents()
    memo = window.memo
    fields = {
        "section": memo.sections["issue"].text,
        "subject": memo.header.subject,
        "filter": window.notes.filter.field,
    }
    field = fields[place]
    field.setFocus()
    choose(window, "select_all")
    user.type("ports")
    choose(window, "select_all", "cut", "paste_here", "paste_here")
    assert field.text() == "portsports"
    choose(window, "select_all", "copy")
    assert QGuiApplication.clipboard().text() == "portsports"


def test_paste_adds_an_article_where_ctrl_v_does(user: User, window: Window) -> None:
    window.documents.new()
    user.put_on_clipboard("A headline\n\nOne sentence of an article.")
    choose(window, "paste_here")
    assert len(window._session.brief.sources) == 1
    window.source.reader.setFocus()
    choose(window, "paste_here")
    assert len(window._session.brief.sources) == 2


def test_words_of_the_article_and_notes_are_copied(user: User, window: Window) -> None:
    window.open_sample()
    window.source.reader.setFocus()
    before = window._session.brief
    choose(window, "select_all", "copy", "cut")
    assert QGuiApplication.clipboard().text().startswith(window.source.reader.text()[:40])
    assert window._session.brief is before
    window.notes.open("a1")
    window.go_to("notes")
    choose(window, "copy")
    assert before.actors[0].name in QGuiApplication.clipboard().text()


def test_what_cannot_be_done_says_why(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(window.status, "say", said.append)
    window.open_sample()
    window.memo.sections["issue"].text.setFocus()
    choose(window, "copy")
    window.memo.picker.setFocus()
    choose(window, "paste_here")
    assert [line.split(".")[0] for line in said] == ["Nothing is selected", "This does nothing here"]
