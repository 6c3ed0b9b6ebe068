"""What is on the pictures of ``screens.py``: each scene brings a window to where a person would be, by keys and clicks.

A scene that opens a menu or a dialog leaves it open; it is drawn over the window and closed afterwards.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from screen_moves import (
    go_to_section,
    hover,
    open_sample,
    place_of,
    press,
    right_click,
    select,
    settle,
    show_templates,
    type_words,
)

from briefer.edit import changes
from briefer.paths import resources
from briefer.store.briefs import read_brief, save_brief
from briefer.ui.memo.header_line import HeaderLine
from briefer.ui.session import Place

if TYPE_CHECKING:
    from briefer.ui.window import Window

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_SELECTED = "The inspectors counted 1,140 remote sessions"


# The start page


def start(window: Window) -> None:
    """The first thing that anybody sees."""


def recent(window: Window) -> None:
    """The start page of somebody who has been here before."""
    folder, brief = Path(tempfile.mkdtemp()), read_brief(resources() / "sample" / "sample.brief").brief
    paths = []
    for name, marking in (
        ("crane-modems", "OFFICIAL"), ("lithium-quota-vote", "OFFICIAL"), ("ferry-tariff-round-2", ""),
        ("northern-grid-outage", "IN CONFIDENCE"), ("seed-export-rules", "OFFICIAL"),
    ):  # fmt: skip
        paths.append(folder / f"{name}.brief")
        day = (datetime.now(UTC) - timedelta(days=3 * len(paths) - 3)).strftime("%Y-%m-%dT%H:%M:%SZ")
        save_brief(replace(changes.set_header(brief, "marking", marking), modified=day), paths[-1])
    window.stage.start.show_recent(paths)


def hovering(window: Window) -> None:
    """Files hover over the start page."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(Path(__file__).resolve()))])
    where, button = QPoint(400, 400), Qt.MouseButton.LeftButton
    event = QDragEnterEvent(where, Qt.DropAction.CopyAction, data, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, event)
    window._dragged = data  # type: ignore[attr-defined]  # lives as long as the picture takes


# Source


def write(window: Window) -> None:
    """A note is open, and words are selected beside it."""
    open_sample(window, note="x1")
    select(window, _SELECTED)
    window.source.reader.verticalScrollBar().setValue(0)


def reading(window: Window) -> None:
    """Nothing is selected, no note is open."""
    open_sample(window)
    window.source.take_focus()


def picker(window: Window) -> None:
    """The selection is to be added to a note that is there."""
    reading(window)
    select(window, _SELECTED)
    press(Qt.Key.Key_L)


def tip(window: Window) -> None:
    """The pointer rests on a passage that was filed."""
    reading(window)
    hover(window.source.reader.viewport(), place_of(window, "Harbour Technology"))


def reader_menu(window: Window) -> None:
    """The menu of the article, with words selected."""
    reading(window)
    select(window, _SELECTED)
    right_click(window.source.reader.viewport(), place_of(window, _SELECTED))


def details(window: Window) -> None:
    """What is known of the article, as a form."""
    reading(window)
    window.actions_by_id["source_details"].trigger()


def cleaning(window: Window) -> None:
    """What cleaning changed."""
    reading(window)
    window.actions_by_id["cleaning"].trigger()


def original(window: Window) -> None:
    """The article as it came."""
    cleaning(window)
    window.source.cleaning_panel._turns["original"].click()


def editing(window: Window) -> None:
    """The article is edited, and words in it are replaced."""
    reading(window)
    window.actions_by_id["edit_article"].trigger()
    window.actions_by_id["find"].trigger()
    type_words("crane")


def needs_you(window: Window) -> None:
    """Words of two passages are gone."""
    reading(window)
    text = window.source.reader.text()
    for words, new in (("may lose their automated-handling licence", "lose it"), ("recalled its", "withdrew")):
        at = text.index(words)
        end = text.index("Friday", at) + 6 if new == "withdrew" else at + len(words)
        window._session.apply(
            lambda brief, at=at, end=end, new=new: changes.edit_source_text(brief, "s1", at, end, new), "Edit"
        )
        text = window.source.reader.text()
    window.actions_by_id["needs_you"].trigger()


def empty(window: Window) -> None:
    """A brief with nothing in it."""
    window.go_to("memo")


# Notes


def note(window: Window) -> None:
    """An open action."""
    open_sample(window, note="x1")


def actor(window: Window) -> None:
    """An open actor."""
    open_sample(window, note="a1")


def stake(window: Window) -> None:
    """An open stake."""
    open_sample(window, note="k1")


def quote(window: Window) -> None:
    """An open quote whose words are not those of the source."""
    open_sample(window)
    quote = window._session.brief.quotes[0]
    text = quote.text.replace("accusing", "blaming")
    window._session.apply(lambda brief: changes.update_entry(brief, quote.id, text=text), "Type")
    window.notes.open(quote.id)


def note_menu(window: Window) -> None:
    """The menu of a note."""
    open_sample(window, note="x2")
    window.notes.list.setFocus()
    window.notes._form().more.click()


def note_filter(window: Window) -> None:
    """The notes that have a word."""
    open_sample(window)
    window.notes.take_focus()
    window.actions_by_id["find"].trigger()
    type_words("crane")


def no_match(window: Window) -> None:
    """No note has these words."""
    note_filter(window)
    type_words(" xyz")


def merge(window: Window) -> None:
    """One actor is to be made of two."""
    open_sample(window)
    window.notes.list.make_current("a2")
    window.notes.take_focus()
    window.actions_by_id["merge_actor"].trigger()


# Memo


def header(window: Window) -> None:
    """The header block, unfolded, with a field that is missing."""
    open_sample(window)
    window._session.apply(lambda brief: changes.set_header(brief, "through", ""), "Clear")
    window.memo.findChild(HeaderLine).click()


def section(window: Window) -> None:
    """A section is written in, and some of its words are to be a link."""
    open_sample(window)
    text = go_to_section(window, "background")
    text.select(0, len("Calder Lift Systems"))
    window.actions_by_id["link"].trigger()


def trouble(window: Window) -> None:
    """A section is over its limit, one has sentences without a source, one has the writer's own judgement."""
    open_sample(window)
    words = "Nobody has said so in these words. The ministers will have to decide soon. [@own] "
    window._session.apply(lambda brief: changes.set_section(brief, "issue", words * 4), "Type")
    go_to_section(window, "summary")


def taken_over(window: Window) -> None:
    """A part that was generated is written by hand, and the notes have changed since."""
    open_sample(window)
    window.desk.memo_work.write_instead("at_stake")
    window._session.apply(lambda brief: changes.update_entry(brief, "k5", level="medium"), "Level")
    bar = window.memo.sections["at_stake"].bar
    settle()
    next(each for each in bar.findChildren(QPushButton) if each.text() == "Show").click()
    settle()
    window.memo.return_to(Place("memo", "sections.at_stake"))


def preview(window: Window) -> None:
    """The memo's pages."""
    open_sample(window, note="x1")
    window.actions_by_id["preview"].trigger()


def plain_preview(window: Window) -> None:
    """The memo as one text."""
    open_sample(window)
    window.actions_by_id["plain_preview"].trigger()


def other_template(window: Window) -> None:
    """A template that has no place for some of the text."""
    open_sample(window)
    picker = window.memo.findChild(QComboBox)
    picker.setFocus()
    press(Qt.Key.Key_Down)


# The frame


def checks(window: Window) -> None:
    """All that the checks found."""
    quote(window)
    settle()
    window.actions_by_id["list_checks"].trigger()


def export(window: Window) -> None:
    """The memo is about to be exported."""
    open_sample(window)
    window.actions_by_id["export"].trigger()
    settle()  # the checks come from the worker


def memo_template(window: Window) -> None:
    """The memo is about to become a template."""
    open_sample(window)
    window.actions_by_id["memo_template"].trigger()
    settle()


def office(window: Window) -> None:
    """The office's details."""
    open_sample(window)
    window.actions_by_id["office_details"].trigger()


def keys(window: Window) -> None:
    """All keys."""
    open_sample(window)
    window.actions_by_id["keys"].trigger()


def palette(window: Window) -> None:
    """A command is looked for."""
    open_sample(window)
    window.actions_by_id["palette"].trigger()
    type_words("note")


def guide(window: Window) -> None:
    """The user guide."""
    window.actions_by_id["guide"].trigger()


def templates(window: Window) -> None:
    """All templates, one of the office with errors chosen."""
    show_templates(window, "office:ministerial")


def template_sample(window: Window) -> None:
    """A template of one's own, filled with the sample."""
    show_templates(window, "mine:weekly-digest")
    window.modes.templates.view.preview._buttons["sample"].click()


def no_templates(window: Window) -> None:
    """Nobody has chosen a folder of the office yet, nor made a template."""
    open_sample(window)
    window.actions_by_id["to_templates"].trigger()


def file_menu(window: Window) -> None:
    """A menu of the menu bar."""
    open_sample(window)
    menu = window.menuBar().actions()[0]
    window.menuBar().setActiveAction(menu)


def about(window: Window) -> None:
    """What the program is."""
    open_sample(window)
    window.actions_by_id["about"].trigger()


def unsaved(window: Window) -> None:
    """Changes would be lost."""
    open_sample(window)
    window._session.apply(lambda brief: changes.set_header(brief, "through", "Head"), "Type")
    window.actions_by_id["new"].trigger()


def busy(window: Window) -> None:
    """Something takes its time."""
    open_sample(window)
    window.busy.begin("Reading 3 articles", lambda: None)


def bands(window: Window) -> None:
    """Something went wrong, and a file was changed by another program."""
    from briefer.ui.band import Offer

    open_sample(window)
    window.bands.show_band(
        "error",
        "The brief could not be saved.",
        "ports.brief: The disk is full. Make room on it, or save the brief elsewhere.",
        [Offer("Save as…", lambda: None)],
    )
    window.desk.panes.bands["source"].show_band(
        "warn", "This article is in the brief already.", "Nothing was added.", [Offer("Show it", lambda: None)]
    )


def saved_and_changed(window: Window) -> None:
    """The file of a saved brief was changed by another program."""
    path = Path(tempfile.mkdtemp()) / "crane-modems.brief"
    open_sample(window)
    save_brief(window._session.brief, path)
    window.documents.open(path)
    changed = changes.set_header(read_brief(path).brief, "through", "Head of Desk")
    path.unlink()
    save_brief(changed, path)
    window.documents.look_for_changes()


SCENES: dict[str, Callable[[Window], None]] = {
    each.__name__: each
    for each in (
        start, recent, hovering, write, reading, picker, tip, reader_menu, details, cleaning, original, editing,
        needs_you, empty, note, actor, stake, quote, note_menu, note_filter, no_match, merge, header, section, trouble,
        taken_over, preview, plain_preview, other_template, checks, export,
        memo_template, office, keys, palette, guide, templates,
        template_sample, no_templates, file_menu, about, unsaved, busy, bands, saved_and_changed,
    )
}  # fmt: skip
