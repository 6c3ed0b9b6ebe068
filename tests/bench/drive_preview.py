"""The preview after a key, and the window while somebody types. Prints milliseconds by what was done, as JSON.

CPU time is that of the window's thread alone. Nothing is imported above ``main`` but what the worker's process, which
reads this file too, may have.
"""

from __future__ import annotations

import functools
import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path[0] = str(Path(__file__).resolve().parents[1])

if TYPE_CHECKING:
    from briefer.model.brief import Brief
    from briefer.templates.template import Template
    from briefer.ui.memo.preview_page import PreviewPage
    from briefer.ui.window import Window

SECTION = "background"
KEYS = 20
SETTLED = 0.9
"""Seconds after the last key within which the pages are counted."""
Times = dict[str, list[float]]


def main() -> None:
    """Measure what the first argument names, ``follow`` or ``typing``, with a memo of so many pages."""
    from PySide6.QtWidgets import QApplication

    from briefer.ui.theme import apply_theme

    app = QApplication(sys.argv[:1])
    apply_theme(app, "light")
    measure = {"follow": _follow, "typing": _typing}[sys.argv[1]]
    print(json.dumps(measure(int(sys.argv[2]))))


def _follow(pages: int) -> Times:
    """A preview that is made from nothing, and that follows a key in the middle of a section."""
    from bench.samples import memo_brief

    from briefer.memo.parse import parse_prose

    brief = memo_brief(1, pages)
    times: Times = {"rebuild": [], "key": [], "key on the wall": []}
    for _ in range(4):
        parse_prose.cache_clear()
        page = _preview()
        times["rebuild"].append(_cost(partial(_show, page, brief))[0])
        for _ in range(6):
            brief = _typed(brief)
            cpu, wall = _cost(partial(_show, page, brief))
            times["key"].append(cpu)
            times["key on the wall"].append(wall)
    times["rebuild"] = times["rebuild"][1:]  # the first one also imports and compiles
    return times


def _preview() -> PreviewPage:
    from briefer.ui.memo.preview_page import PreviewPage

    page = PreviewPage()
    page.work_requested.connect(lambda operation: operation.run_here())
    page.resize(560, 780)
    page.show()
    return page


def _show(page: PreviewPage, brief: Brief) -> None:
    """Show the memo of a brief, until it is laid out."""
    laid_out: list[bool] = []
    heard = page.pages.laid_out.connect(lambda: laid_out.append(True))
    page.show_brief(brief, _template(brief.template))
    _turns(lambda: bool(laid_out))
    page.pages.laid_out.disconnect(heard)


@functools.cache
def _template(name: str) -> Template:
    from briefer.templates.files import find_template

    return find_template(name)


def _typing(pages: int) -> Times:
    """Every turn of the event loop while keys come in, while pages are counted, and while the preview follows."""
    from bench.samples import memo_brief
    from PySide6.QtTest import QTest

    from briefer.ui.app import make_window

    window = make_window()
    window.show()
    window._session.start_new(memo_brief(1, pages))
    window.background.warm()
    window.go_to("memo")
    window.memo.turn(preview=True)
    _until_counted(window)
    window.memo.turn(preview=False)
    text = window.memo.sections[SECTION].text
    text.setFocus()
    _turns_for(SETTLED)
    times: Times = {"turn": [], "preview turn": []}
    for _ in range(KEYS):
        times["turn"].append(_cost(lambda: QTest.keyClick(text, "x"))[0])
        times["turn"] += _turns_for(0.03)
    times["turn"] += _turns_for(SETTLED)
    window.memo.turn(preview=True)
    _turns_for(SETTLED)
    for _ in range(KEYS // 4):
        times["preview turn"] += _changed(window)
    window._session._history.mark_saved()
    window.close()
    return times


def _changed(window: Window) -> list[float]:
    from briefer.edit.changes import set_section

    typed = _typed(window._session.brief).sections[SECTION]
    first = _cost(lambda: window._session.apply(lambda brief: set_section(brief, SECTION, typed), "Type"))
    return [first[0], *_turns_for(0.4)]


def _until_counted(window: Window) -> None:
    counted: list[bool] = []
    window.memo.pages_changed.connect(lambda *_: counted.append(True))
    _turns(lambda: bool(counted))


def _typed(brief: Brief) -> Brief:
    import msgspec

    text = brief.sections[SECTION]
    middle = len(text) // 2
    return msgspec.structs.replace(brief, sections={**brief.sections, SECTION: f"{text[:middle]}x{text[middle:]}"})


def _turns(done: Callable[[], bool]) -> None:
    from PySide6.QtWidgets import QApplication

    while not done():
        QApplication.processEvents()


def _turns_for(seconds: float) -> list[float]:
    """What each turn of the event loop took, for a while."""
    from PySide6.QtWidgets import QApplication

    until, taken = time.perf_counter() + seconds, []
    while time.perf_counter() < until:
        taken.append(_cost(QApplication.processEvents)[0])
        time.sleep(0.001)
    return taken


def _cost(step: Callable[[], object]) -> tuple[float, float]:
    """CPU time of this thread and time on the wall."""
    cpu, wall = time.thread_time(), time.perf_counter()
    step()
    return 1000 * (time.thread_time() - cpu), 1000 * (time.perf_counter() - wall)


if __name__ == "__main__":
    main()
