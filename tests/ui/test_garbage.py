"""Garbage is collected in the window's thread alone: elsewhere a collection would take the process down."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from briefer.ui.garbage import Collector
from briefer.ui.window import Window


class Ring:
    """What only a collection frees."""

    def __init__(self) -> None:
        self.me = self


def test_no_other_thread_collects_while_there_is_a_window(window: Window) -> None:
    ring = weakref.ref(Ring())

    def make_much() -> None:
        kept = [[] for _ in range(100_000)]
        assert kept

    thread = threading.Thread(target=make_much)
    thread.start()
    thread.join()
    assert not gc.isenabled()
    assert ring() is not None


def test_the_window_s_thread_collects_what_is_due(qtbot: QtBot) -> None:
    keeper = QObject()
    collector = Collector(keeper)
    ring = weakref.ref(Ring())
    kept = [[] for _ in range(2 * gc.get_threshold()[0])]
    collector.look()
    assert kept
    assert ring() is None
