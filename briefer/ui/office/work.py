"""What a person does with the office's details: type them, take them from a file, hand them out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMainWindow

from briefer.edit.memo import fill_header
from briefer.errors import BrieferError
from briefer.profile import Profile, load_profile, read_profile, save_profile, write_profile
from briefer.ui.messages import sentence
from briefer.ui.office.panel import OfficePanel
from briefer.ui.session import Session
from briefer.ui.start.blank import is_blank

_FILES = "Office details (*.json)"
_NAME = "office-details.json"


def show_office(session: Session, window: QMainWindow, say: Callable[[str], object]) -> None:
    """Open the form; what is saved is kept as this person's own."""
    loaded = load_profile()
    panel = OfficePanel(window, loaded.profile, problem=loaded.problem, may_fill=not is_blank(session.brief))
    panel.saved.connect(lambda profile, fill: _save(panel, session, profile, say, fill=fill))
    panel.import_requested.connect(lambda: _take_in(panel))
    panel.export_requested.connect(lambda profile: _hand_out(panel, profile, say))
    panel.open()


def _save(
    panel: OfficePanel, session: Session, profile: Profile, say: Callable[[str], object], *, fill: bool
) -> None:
    try:
        save_profile(profile)
    except BrieferError as error:
        panel.show_problem(f"The details were not saved. {_said(error)}")
        return
    panel.dismiss()
    brief = session.brief
    filled = fill_header(brief, profile.header(brief.created)) if fill else brief
    if filled is not brief:
        session.apply(lambda _: filled, "Fill in office details")
    say("The office’s details are kept; new briefs begin with them.")


def _take_in(panel: OfficePanel) -> None:
    name, _ = QFileDialog.getOpenFileName(panel, "Import office details", "", f"{_FILES};;All files (*)")
    if not name:
        return
    try:
        panel.show_profile(read_profile(Path(name)))
    except BrieferError as error:
        panel.show_problem(f"{Path(name).name} cannot be imported. {_said(error)}")
    else:
        panel.show_problem("")


def _hand_out(panel: OfficePanel, profile: Profile, say: Callable[[str], object]) -> None:
    name, _ = QFileDialog.getSaveFileName(panel, "Export office details", str(Path.home() / _NAME), _FILES)
    if not name:
        return
    path = Path(name) if Path(name).suffix.lower() == ".json" else Path(f"{name}.json")
    try:
        write_profile(profile, path)
    except BrieferError as error:
        panel.show_problem(f"{path.name} was not written. {_said(error)}")
    else:
        panel.show_problem("")
        say(f"Saved {path}")


def _said(error: BrieferError) -> str:
    return f"{sentence(error.message)} {sentence(error.hint)}".strip()
