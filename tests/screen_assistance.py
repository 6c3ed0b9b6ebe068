"""More scenes of the pictures: articles that are brought in and read along, what is kept, checked, and found."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from article_samples import ARTICLE
from pdf_samples import PITCH, Put, pdf
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from screen_moves import click, go_to_section, open_sample, press, settle, show_templates

from briefer.edit import changes
from briefer.files import read_file
from briefer.model.source import Source
from briefer.paths import resources
from briefer.sources.read import source_from_text
from briefer.store.briefs import brief_bytes, read_brief, save_brief
from briefer.store.recovery import Kept, recovery_dir
from briefer.ui.text.date_line import DateLine

if TYPE_CHECKING:
    from briefer.model.brief import Brief
    from briefer.ui.window import Window

Scene = Callable[["Window"], None]

_GUESSING = "Ports told to unplug modems\n\nBy Hanne Lovell\n\n13 November 2026\n\nThe Harbour Technology Board met."
_HIDDEN = "The 😀 Board \u202emet\u202c on Tuesday.\n\nNobody\u2060 knew “why\U000e0041” it met."
_NEWER = ARTICLE.replace("Ports told", "All ports told").replace("until the end of the\nmonth to", "a week to")


# Suggestions


def suggestions(window: Window) -> None:
    """What is suggested for the sample, one at hand."""
    open_sample(window)
    settle()  # the article is read beside the window
    window.actions_by_id["review"].trigger()
    window.actions_by_id["next_suggestion"].trigger()


def read_along(window: Window) -> None:
    """A pasted article that was read: what is suggested is dotted, and counted below the notes."""
    text = read_file(resources() / "sample" / "article.txt", 1_000_000).decode()
    window._session.apply(lambda brief: changes.add_source(brief, source_from_text(text, "s0"))[0], "Paste article")
    settle()


def new_suggestions(window: Window) -> None:
    """All that is suggested for an article without notes."""
    read_along(window)
    window.actions_by_id["review"].trigger()


def dismissed(window: Window) -> None:
    """Suggestions that were turned down."""
    suggestions(window)
    for _ in range(3):
        window.actions_by_id["dismiss_suggestion"].trigger()
    window.actions_by_id["show_dismissed"].trigger()


# Articles that come


def imported(window: Window) -> None:
    """Several files: one with something to tell, one that is no text, one that asks for a password, two in order."""
    folder = Path(tempfile.mkdtemp())
    first, last = [
        [Put(line, 60, 775 - PITCH * at) for at, line in enumerate(lines)]
        for lines in (
            ("The Harbour Technology Board met on Tuesday, and ordered the ports", "to take the modems off their cranes."),
            ("“We close a door,” said Lena Morvane, who chairs the Board.",),
        )
    ]  # fmt: skip
    (folder / "crane-order.pdf").write_bytes(pdf([first, [], last], scans=[1]))
    (folder / "budget-annex.pdf").write_bytes(pdf([first], password="sesame"))
    (folder / "agenda.docx").write_bytes(b"PK\x03\x04 and no more")
    (folder / "statement.txt").write_text(ARTICLE, "utf-8")
    names = ("crane-order.pdf", "agenda.docx", "budget-annex.pdf", "statement.txt", "late.txt")
    window.take_files([folder / name for name in names])
    settle()


def guesses(window: Window) -> None:
    """The details of an article, as they were guessed from its text."""
    window._session.apply(
        lambda brief: changes.add_source(brief, source_from_text(_GUESSING, "s0"))[0], "Paste article"
    )
    window.go_to("source")
    window.actions_by_id["source_details"].trigger()


def newer(window: Window) -> None:
    """A newer version stands in place of an article: what changed."""
    window._session.apply(
        lambda brief: changes.add_source(brief, source_from_text(ARTICLE, "s0"))[0], "Paste article"
    )
    window.go_to("source")
    QGuiApplication.clipboard().setText(_NEWER)
    window.actions_by_id["newer_text"].trigger()
    window.actions_by_id["newer_changes"].trigger()


def hidden(window: Window) -> None:
    """An article with characters that nobody sees."""
    source = Source("s0", text=_HIDDEN, original=_HIDDEN)
    window._session.apply(lambda brief: changes.add_source(brief, source)[0], "Paste article")
    window.go_to("source")


# What is kept


def left_by_crash(window: Window) -> None:
    """The start page after a crash: what was kept is offered."""
    _offer_left(window).unlink()


def compared(window: Window) -> None:
    """What was kept beside its file."""
    left = _offer_left(window)
    click("Compare…", window.bands)
    _wait_for_disk(window)
    left.unlink()


def versions(window: Window) -> None:
    """What the brief was at each save."""
    path = _saved()
    window.documents.open(path)
    for words in ("Ministers decide on Friday.", "Ministers decide on Friday, or wait for the audit."):
        window._session.apply(lambda brief, words=words: changes.set_section(brief, "issue", words), "Type")
        window.documents.save()
    _wait_for_disk(window)
    window.actions_by_id["versions"].trigger()
    _wait_for_disk(window)


def crash(window: Window) -> None:
    """Briefer itself has failed."""
    from briefer.diagnostics import fault
    from briefer.ui.recovery.crash_dialog import ask_after_crash

    open_sample(window)
    try:
        msgspec.json.decode(b"x")
    except msgspec.DecodeError as error:
        ask_after_crash(window, fault(error), kept=True)


# Checks and passages


def wordings(window: Window) -> None:
    """The checks, at one that has both wordings."""
    open_sample(window)
    quote = window._session.brief.quotes[0]
    text = quote.text.replace("accusing", "blaming")
    window._session.apply(lambda brief: changes.update_entry(brief, quote.id, text=text), "Type")
    settle()
    window.actions_by_id["next_check"].trigger()
    window.actions_by_id["list_checks"].trigger()


def leave_check(window: Window) -> None:
    """The checks, at one that is to be left, with its reason."""
    wordings(window)
    window.actions_by_id["leave_check"].trigger()


def passages(window: Window) -> None:
    """A passage is looked for that supports a sentence."""
    open_sample(window)
    words = "The inspectors saw 1140 sessions. It matters."
    window._session.apply(lambda brief: changes.set_section(brief, "issue", words), "Type")
    go_to_section(window, "issue").set_caret(8)  # type: ignore[attr-defined]  # a SectionText
    window.actions_by_id["find_passage"].trigger()


def calendar(window: Window) -> None:
    """The calendar of a date, and what was understood of it."""
    open_sample(window, note="x1")
    window._session.apply(lambda brief: changes.update_entry(brief, "x1", date="last Thursday"), "Date")
    QApplication.processEvents()
    line = next(each for each in window.notes.findChildren(DateLine) if each.accessibleName() == "Date")
    line.setFocus()
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)


def many_findings(window: Window) -> None:
    """The memo is about to be exported, and much is to be said about it."""
    open_sample(window)
    claims = "Nobody has said so. The HTB decides soon. Ms Morvanne agreed on Tuesday.\u200b "

    def spoil(brief: Brief) -> Brief:
        for section in ("issue", "background", "way_ahead"):
            brief = changes.set_section(brief, section, claims * 3)
        return changes.set_header(brief, "through", "")

    window._session.apply(spoil, "Type")
    window.actions_by_id["export"].trigger()
    settle()


# Templates


def template_editor(window: Window) -> None:
    """A template of one's own is edited, with the picker of fields."""
    show_templates(window, "mine:weekly-digest")
    settle()
    window.actions_by_id["template_edit"].trigger()
    settle()
    press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)


def template_trouble(window: Window) -> None:
    """A copy of a template of the office with errors is edited."""
    show_templates(window, "office:ministerial")
    settle()
    window.actions_by_id["template_edit"].trigger()
    settle()


SCENES: dict[str, Scene] = {
    each.__name__: each
    for each in (
        read_along, suggestions, new_suggestions, dismissed, imported, guesses, newer, hidden, left_by_crash, compared, versions,
        crash, wordings, leave_check, passages, calendar, many_findings, template_editor, template_trouble,
    )
}  # fmt: skip


def _saved() -> Path:
    """The sample, in a file."""
    path = Path(tempfile.mkdtemp()) / "crane-modems.brief"
    save_brief(read_brief(resources() / "sample" / "sample.brief").brief, path)
    return path


def _offer_left(window: Window) -> Path:
    """Let the window find a copy as a process that died leaves it, newer than its file. The next window would as well."""
    path = _saved()
    saved = read_brief(path)
    brief = changes.set_header(saved.brief, "subject", "Crane modems: what ministers decide")
    brief = changes.set_section(brief, "issue", "Ministers decide on Friday whether the order stands.")
    kept = Kept("brief", "Crane modems", "2026-11-22T10:40:00Z", str(path), saved.fingerprint.sha256)
    recovery_dir().mkdir(parents=True, exist_ok=True)
    left = recovery_dir() / f"{os.urandom(16).hex()}.kept"
    left.write_bytes(msgspec.json.encode(kept) + b"\n" + brief_bytes(brief))
    window.recovery.look()
    _wait_for_disk(window)
    return left


def _wait_for_disk(window: Window) -> None:
    window.recovery.beside.later.finish(5)
    QTest.qWait(10)
