"""A large brief stays light under the hands."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from briefer.edit import changes
from briefer.model.brief import Brief
from briefer.model.source import Source
from briefer.ui.window import Window

MOST = 0.05
"""Seconds of the processor for one key; what is usual here is a tenth of that and less."""


def large(brief: Brief) -> Brief:
    paragraph = (
        "The Harbour Technology Board has ordered five ports to remove 😀 modems by 31 March, and more follows. " * 4
    )
    text = "\n\n".join([paragraph.strip()] * 2500)
    assert len(text.encode()) > 1_000_000
    brief, _ = changes.add_source(brief, Source("s0", text=text, original=text))
    for number in range(500):
        kind = ("actor", "action", "stake", "quote")[number % 4]
        start = number * (len(text) // 500)
        words = {"name": f"Actor {number}"} if kind == "actor" else {}
        brief, _ = changes.add_entry(brief, kind, [(start, start + 40)], "s1", **words)
    return brief


def seconds_a_key(field: QWidget) -> float:
    field.setFocus()
    taken = [seconds(partial(QTest.keyClick, field, key)) for key in "ab cd ef gh"]
    return statistics.median(taken)


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    QApplication.processEvents()
    return time.process_time() - start


def test_a_key_is_shown_at_once_in_a_large_brief(window: Window) -> None:
    window._session.start_new(large(window._session.brief))
    QApplication.processEvents()
    assert len(list(window._session.brief.entries())) == 500
    assert seconds_a_key(window.memo.sections["summary"].text) < MOST
    assert seconds_a_key(window.memo.header.lines["subject"]) < MOST
    for ident, field in (("x1", "summary"), ("a1", "name"), ("q1", "speaker")):
        window.notes.open(ident)
        form = window.notes._form()
        assert form is not None
        assert seconds_a_key(form.editors[field].control) < MOST, field
