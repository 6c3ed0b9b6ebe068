"""Keys, scroll steps and refreshes in the reader of sources. Prints what each took, in ms of CPU time, as JSON.

Each is measured from the event to the end of the painting that it calls for.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit

sys.path[0] = str(Path(__file__).resolve().parents[1])

from bench.samples import article  # noqa: E402

from briefer.model.brief import Kind  # noqa: E402
from briefer.ui.source.article import lay_out  # noqa: E402
from briefer.ui.source.highlights import Highlight  # noqa: E402
from briefer.ui.source.reader import Reader  # noqa: E402
from briefer.ui.theme import apply_theme  # noqa: E402

SIZE = (566, 780)
"""The reader in a window of 1440 × 900 pixels."""
TURN = 30
"""Keys that one widget gets before it is the other's turn."""
Times = dict[str, list[float]]


def main() -> None:
    """Measure in the source that the argument names, ``usual`` or ``large``."""
    app = QApplication(sys.argv[:1])
    apply_theme(app, "light")
    print(json.dumps(_usual() if sys.argv[1] == "usual" else _large()))


def _usual() -> Times:
    text = article(100_000)
    reader = _reader(text, _highlights(text, 500))
    suggested = _reader(text, [*_highlights(text, 500), *_suggestions(text, 60)])
    bare = _bare(reader, text)
    times: Times = {"bare key": [], "key": [], "suggested key": [], "scrolling key": []}
    for turn in range(8):
        for name, widget in (("bare key", bare), ("key", reader), ("suggested key", suggested)):
            _focus(widget)
            _move_to(widget, turn * 10_000)
            taken = [_cost(partial(_press, widget, Qt.Key.Key_Right)) for _ in range(TURN)]
            times[name] += taken[1:]  # the first also paints what coming here has left to paint
    for name, widget in (("scrolling key", reader), ("suggested scrolling key", suggested)):
        _focus(widget)
        times[name] = [_cost(partial(_press, widget, Qt.Key.Key_Down)) for _ in range(100)]
    return times


def _large() -> Times:
    text = article(1_000_000)
    highlights = _highlights(text, 2000)
    reader = _reader(text, highlights)
    _focus(reader)
    _move_to(reader, len(text) // 2)
    bar = reader.verticalScrollBar()
    keys = [Qt.Key.Key_Right] * 3 + [Qt.Key.Key_Down]
    without = [highlights[: 990 + n] + highlights[991 + n :] for n in range(100)]
    return {
        "key": [_cost(partial(_press, reader, keys[n % 4])) for n in range(300)],
        "scroll": [_cost(lambda: bar.setValue(bar.value() + 3 * bar.singleStep())) for _ in range(200)],
        "refresh": [_cost(partial(reader.set_highlights, each)) for each in without],
    }


def _reader(text: str, highlights: list[Highlight]) -> Reader:
    reader = Reader()
    reader.show_source(text)
    reader.set_highlights(highlights)
    reader.resize(*SIZE)
    reader.show()
    _settle()
    return reader


def _bare(reader: Reader, text: str) -> QTextEdit:
    """Qt's own widget with the same words in the same lines."""
    bare = QTextEdit()
    bare.setReadOnly(True)
    bare.setTextInteractionFlags(reader.textInteractionFlags())
    bare.setUndoRedoEnabled(False)
    bare.setHorizontalScrollBarPolicy(reader.horizontalScrollBarPolicy())
    bare.document().setDefaultFont(reader.document().defaultFont())
    bare.setPlainText(text)
    lay_out(bare.document(), {}, 0, len(text))
    bare.resize(*SIZE)
    bare.show()
    _settle()
    bare.resize(bare.size() + reader.viewport().size() - bare.viewport().size())
    _settle()
    return bare


def _highlights(text: str, count: int) -> list[Highlight]:
    """Passages of 60 code points, each tenth under another one."""
    kinds, step = get_args(Kind), len(text) // (count + 1)
    return [
        Highlight(f"x{n}", kinds[n % len(kinds)], n * step - n % 10 // 9 * (step // 2), n * step + 60, "A passage")
        for n in range(count)
    ]


def _suggestions(text: str, count: int) -> list[Highlight]:
    """Clauses of 120 code points that are suggested, as dense as in an article of 1,000 words."""
    kinds, step = get_args(Kind), min(150, len(text) // (count + 1))
    return [
        Highlight(f"{n}@", kinds[n % len(kinds)], n * step + 20, n * step + 140, "A clause", "it tells what was done")
        for n in range(count)
    ]


def _focus(widget: QTextEdit) -> None:
    widget.activateWindow()
    widget.setFocus()
    _settle()


def _move_to(widget: QTextEdit, position: int) -> None:
    cursor = widget.textCursor()
    cursor.setPosition(position)
    widget.setTextCursor(cursor)
    _settle()


def _settle() -> None:
    for _ in range(10):
        QApplication.processEvents()


def _press(widget: QTextEdit, key: Qt.Key) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def _cost(step: Callable[[], object]) -> float:
    start = time.process_time()
    step()
    QApplication.processEvents()
    return 1000 * (time.process_time() - start)


if __name__ == "__main__":
    main()
