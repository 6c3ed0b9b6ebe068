"""A window driven through a day's work on a large brief. Prints the longest steps of its thread, in ms of CPU time.

A step is what a key, a click or a call does at once, or one turn of the event loop after it. The argument names the
brief: ``article`` (1 MB with 500 notes), ``entries`` (500 of them) or ``memo`` (100 pages). One line for each thing
that was done, and all as JSON on the last. With ``--times 5`` it is driven as often, each time in a process of its
own: one line has the median and the worst, and the JSON each of them. ``--only note,write`` does these parts alone.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path[0] = str(Path(__file__).resolve().parents[1])

if TYPE_CHECKING:
    from briefer.model.brief import Brief
    from briefer.ui.window import Window

SETTLED = 0.25
"""Seconds for which the event loop is watched after something was done."""
PAUSED = 1.0
"""The same where a pause in the typing sets something off."""
LONGEST = 20.0
"""The same where something is waited for."""
KINDS = ("actor", "action", "stake", "quote")
LETTERS = dict(zip(KINDS, "axsq", strict=True))


class Steps:
    """What was done, and how long the steps were that it took."""

    def __init__(self) -> None:
        self.longest: dict[str, float] = {}

    def do(self, name: str, *acts: Callable[[], object], watched: float = SETTLED) -> None:
        """Do something, act by act; watch the event loop until it has settled."""
        steps = []
        for act in acts:
            steps += [_cost(act), _turn()]
        until = time.perf_counter() + watched
        while time.perf_counter() < until:
            steps.append(_turn())
            time.sleep(0.001)
        self.longest[name] = max(self.longest.get(name, 0), *steps)


def _turn() -> float:
    from PySide6.QtWidgets import QApplication

    return _cost(QApplication.processEvents)


def _cost(act: Callable[[], object]) -> float:
    start = time.thread_time()
    act()
    return 1000 * (time.thread_time() - start)


def main() -> None:
    """Drive the window through everything with the brief that is named, or through what is asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("brief", choices=BRIEFS)
    asked.add_argument("--only", type=lambda parts: parts.split(","), default=list(PARTS), metavar="PART,PART")
    asked.add_argument("--times", type=int, default=1)
    given = asked.parse_args()
    if given.times > 1:
        _repeat(given.brief, given.only, given.times)
        return
    longest = _driven(given.brief, given.only)
    for name, each in sorted(longest.items(), key=lambda item: -item[1]):
        print(f"{each:7.1f} ms  {name}")
    print(json.dumps(longest))


def _repeat(brief: str, parts: list[str], times: int) -> None:
    command = [sys.executable, __file__, brief, "--only", ",".join(parts)]
    runs = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1])
        for _ in range(times)
    ]
    each = {name: [run[name] for run in runs if name in run] for name in runs[0]}
    for name, longest in sorted(each.items(), key=lambda item: -statistics.median(item[1])):
        print(f"{statistics.median(longest):7.1f} ms, worst {max(longest):5.1f}  {name}")
    print(json.dumps(each))


def _driven(brief: str, parts: list[str]) -> dict[str, float]:
    """The longest step of each thing that was done."""
    from PySide6.QtWidgets import QApplication

    app = QApplication(sys.argv[:1])
    steps = Steps()
    with _window() as window, tempfile.TemporaryDirectory() as folder:
        steps.do("start", window.show, watched=3)
        del steps.longest["start"]
        steps.do("get the panes ready", window.prepare, watched=3)
        path = _saved(BRIEFS[brief](), Path(folder))
        steps.do("open the brief", lambda: window.documents.open(path), watched=3)
        for part in parts:
            PARTS[part](steps, window)
        steps.do("save", lambda: window.documents.save())  # without it, closing would ask
        window.close()
    app.quit()
    return steps.longest


@contextmanager
def _window() -> Iterator[Window]:
    import gc

    from briefer.ui.app import make_window

    window = make_window()
    gc.freeze()  # as the program does
    yield window


def _saved(brief: Brief, folder: Path) -> Path:
    from briefer.store.briefs import save_brief

    path = folder / "large.brief"
    save_brief(brief, path)
    return path


# The briefs


def _article() -> Brief:
    """One article of 1 MB with 500 notes, and a small one beside it."""
    from bench.samples import article, memo_brief

    from briefer.edit.changes import add_source
    from briefer.model.source import Source

    text = article(1_000_000)
    brief, _ = add_source(memo_brief(1), Source("s0", title="Large", text=text, original=text))
    return _with_notes(brief, brief.sources[-1].id, text, 500)


def _entries() -> Brief:
    """Five hundred notes on one article of 100 kB."""
    from bench.samples import article, memo_brief

    from briefer.edit.changes import add_source
    from briefer.model.source import Source

    text = article(100_000)
    brief, _ = add_source(memo_brief(1), Source("s0", title="Usual", text=text, original=text))
    return _with_notes(brief, brief.sources[-1].id, text, 500)


def _memo() -> Brief:
    from bench.samples import memo_brief

    return memo_brief(1, 100)


def _with_notes(brief: Brief, source: str, text: str, count: int) -> Brief:
    from briefer.edit.changes import add_entry

    for number in range(count):
        kind = KINDS[number % 4]
        start = number * (len(text) // count)
        words = {"name": f"Actor {number}"} if kind == "actor" else {}
        brief, _ = add_entry(brief, kind, [(start, start + 60)], source, **words)  # type: ignore[arg-type]
    return brief


# What is done


def _key(key: object, modifiers: object = None) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    QTest.keyClick(QApplication.focusWidget(), key, modifiers or Qt.KeyboardModifier.NoModifier)  # type: ignore[call-overload]


def _typed(words: str) -> list[Callable[[], object]]:
    return [partial(_key, letter) for letter in words]


def _read(steps: Steps, window: Window) -> None:
    """In the article: the caret, captures, scrolling, finding, editing, the other tab."""
    from PySide6.QtCore import Qt

    last = window._session.brief.sources[-1].id
    steps.do("first look at an article", lambda: window.source.show_source(last), watched=2)
    reader, act = window.source.reader, window.actions_by_id
    steps.do("caret into the article", lambda: reader.select(300, 300), reader.setFocus)
    steps.do("arrows in the article", *[partial(_key, Qt.Key.Key_Down) for _ in range(10)])
    for kind in KINDS:
        for at in (2_000, 2_900):
            steps.do(f"capture {kind}", partial(reader.select, at, at + 40), partial(_key, LETTERS[kind]))
            reader.setFocus()
    bar = reader.verticalScrollBar()
    steps.do("scroll", *[lambda: bar.setValue(bar.value() + 60) for _ in range(20)])
    middle = len(reader.text()) // 2
    steps.do("go to the middle", lambda: reader.reveal(middle, middle + 40))
    steps.do("caret to the middle", lambda: reader.select(middle, middle))
    steps.do("find in the article", act["find"].trigger, *_typed("inspectors"), *_typed("\r\r"), watched=PAUSED)
    steps.do("end of finding", partial(_key, Qt.Key.Key_Escape))
    steps.do("zoom", act["zoom_in"].trigger, act["zoom_out"].trigger)
    tabs = [source.id for source in window._session.brief.sources[-2:]]
    steps.do("turn to another tab", lambda: window.source.show_source(tabs[0]))
    steps.do("turn back", lambda: window.source.show_source(tabs[1]), watched=PAUSED)
    window.source.take_focus()
    for place, at in (("start", 0), ("middle", middle)):
        steps.do(f"edit at the {place}", lambda at=at: reader.select(at, at), act["edit_article"].trigger)
        steps.do(f"type at the {place} of the article", *_typed("some words "), watched=PAUSED)
        steps.do(f"return at the {place} of the article", partial(_key, Qt.Key.Key_Return))
        steps.do("undo in the article", act["undo"].trigger, act["undo"].trigger)
        steps.do("redo in the article", act["redo"].trigger)
        steps.do("end of editing", act["edit_article"].trigger)


def _note(steps: Steps, window: Window) -> None:
    """In the notes: arrows, forms of each kind, typing in them, the filter."""
    from PySide6.QtCore import Qt

    notes, act, brief = window.notes, window.actions_by_id, window._session.brief
    steps.do("to the notes", lambda: window.go_to("notes"))
    steps.do("fold", lambda: notes.open(""))
    steps.do("arrows in the list", *[partial(_key, Qt.Key.Key_Down) for _ in range(12)])
    random.seed(1)
    for kind in KINDS:
        entries = [
            entry.id for entry in brief.entries() if window.notes.model.kind(notes.model.index_of(entry.id)) == kind
        ]
        if len(entries) < 2:
            continue  # they are filed in the article, before
        for turn, ident in enumerate((entries[1], random.choice(entries), entries[-1])):
            steps.do(f"open {kind}, {'later' if turn else 'first'}", partial(notes.edit, ident))
        steps.do(f"type in {kind}", *_typed("new words "))
        steps.do(f"reveal from {kind}", lambda ident=ident: window.desk.work.reveal(brief.citable(ident).evidence[0]))
    steps.do("undo in a note", act["undo"].trigger, act["undo"].trigger)
    steps.do("redo in a note", act["redo"].trigger)
    steps.do("delete a note", act["delete_note"].trigger)
    steps.do("take it back", act["undo"].trigger)
    steps.do("open the filter", lambda: window.go_to("notes"), act["find"].trigger)
    steps.do("type in the filter", *_typed("board"), watched=PAUSED)
    steps.do("end of the filter", partial(_key, Qt.Key.Key_Escape), partial(_key, Qt.Key.Key_Escape))


def _write(steps: Steps, window: Window) -> None:
    """In the memo: sections, header, generated parts, templates, the preview."""
    memo, act = window.memo, window.actions_by_id
    steps.do("to the memo", lambda: window.go_to("memo"))
    text = memo.sections["background"].text
    steps.do("caret into a section", text.setFocus, lambda: text.set_caret(len(text.text()) // 2))
    steps.do("type in a section", *_typed("some more words. "), watched=PAUSED)
    steps.do("undo in a section", act["undo"].trigger)
    steps.do("redo in a section", act["redo"].trigger, watched=PAUSED)
    steps.do("bold", act["bold"].trigger)
    steps.do("cite", act["cite"].trigger)
    steps.do("leave the section", lambda: window.go_to("source"), watched=PAUSED)
    steps.do("unfold the header", lambda: memo.unfold(unfolded=True))
    steps.do("type in the header", memo.header.lines["to"].setFocus, *_typed("someone "), watched=PAUSED)
    steps.do(
        "type in the subject", memo.header.lines["subject"].setFocus, *_typed("words "), watched=3 * PAUSED
    )  # until the parts are made anew
    steps.do("fold the header", lambda: memo.unfold(unfolded=False))
    if cards := list(memo._writing.cards):
        steps.do("take a part over", lambda: memo.write_requested.emit(cards[0]), watched=PAUSED)
        steps.do("make it from the notes again", lambda: memo.back_requested.emit(cards[0]), watched=PAUSED)
    for turn in ("first", "later"):
        steps.do(f"to Preview, {turn}", lambda: memo.turn(preview=True), watched=2)
        steps.do(f"back to Write, {turn}", lambda: memo.turn(preview=False), watched=PAUSED)
    offered = [memo.picker.itemData(row) for row in range(memo.picker.count())]
    others = [ident for ident in offered if ident != window._session.brief.template]
    steps.do("another template", lambda: memo.template_chosen.emit(others[0]), watched=PAUSED)
    steps.do("the first template again", act["undo"].trigger, watched=PAUSED)


def _look_round(steps: Steps, window: Window) -> None:
    """What lies over the panes or takes their place: the checks, the export, the templates."""
    from PySide6.QtCore import Qt

    act = window.actions_by_id
    for turn in ("first", "later"):
        steps.do(f"list the checks, {turn}", act["list_checks"].trigger, watched=PAUSED)
        steps.do("leave the checks", partial(_key, Qt.Key.Key_Escape))
        steps.do(f"ask for an export, {turn}", act["export"].trigger, watched=PAUSED)
        steps.do("leave the export", partial(_key, Qt.Key.Key_Escape))
        steps.do(f"to the templates, {turn}", act["to_templates"].trigger, watched=3)
        steps.do(f"back to the brief, {turn}", act["to_brief"].trigger)


def _edit_template(steps: Steps, window: Window) -> None:
    """In the editor: a template of 20 kB, its first result, typing in it."""
    from briefer.catalogue import Listed

    act, saved = window.actions_by_id, window._session.path
    assert saved is not None
    path = saved.with_name("large.md")
    shipped = next(Path(each.path) for each in window.modes.keeper.templates().values())
    text = shipped.read_text("utf-8")
    words = "\n\nThese words stand in each memo that is made from it, whatever the brief says."
    path.write_text(text + words * ((20_000 - len(text)) // len(words)), "utf-8")
    steps.do("to the templates, later", act["to_templates"].trigger)
    mode = window.modes.templates
    steps.do("edit a template", lambda: mode._edit(Listed("large", str(path), "mine", "", 0, "Large")), watched=4)
    template = mode.editing.view.text
    until = time.perf_counter() + LONGEST
    while len(template.text()) < len(text) and time.perf_counter() < until:  # the worker may have the checks to end
        _turn()
    steps.do("caret into the template", lambda: template.put(600, 600, "", 0), template.setFocus)
    steps.do("type in a template", *_typed("some words "), watched=3)
    steps.do("undo in a template", act["undo"].trigger, watched=2)
    steps.do("the head as a form", lambda: mode.editing.view._turn("form"), watched=PAUSED)
    steps.do("leave the template", mode.editing.work._leave)
    steps.do("back to the brief, later", act["to_brief"].trigger)


def _arrange(steps: Steps, window: Window) -> None:
    """The window: other sizes, the memo alone."""
    act = window.actions_by_id
    steps.do("resize", lambda: window.resize(1100, 700), lambda: window.resize(1440, 900), watched=PAUSED)
    steps.do("memo only", act["memo_only"].trigger, watched=PAUSED)
    steps.do("all panes", act["all_panes"].trigger, watched=PAUSED)


BRIEFS: dict[str, Callable[[], Brief]] = {"article": _article, "entries": _entries, "memo": _memo}
PARTS: dict[str, Callable[[Steps, Window], None]] = {
    "read": _read,
    "note": _note,
    "write": _write,
    "look": _look_round,
    "template": _edit_template,
    "arrange": _arrange,
}
"""What is done, in this order."""

if __name__ == "__main__":
    main()
