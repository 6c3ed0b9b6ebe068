"""The window with the templates shown, and folders for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from briefer.catalogue import Listed
from briefer.templates.shelf import mine
from briefer.ui.background import Background
from briefer.ui.templates.mode import TemplatesMode
from briefer.ui.window import Window

GOOD = (
    "---\nname: {}\ndescription: For the harbour desk.\nheader:\n  - {{id: subject, label: Subject}}\nsections:\n"
    "  - {{id: summary, label: Summary}}\n---\n\n# {{{{ header.subject }}}}\n\n## Summary\n\n{{{{ sections.summary }}}}\n"
)
BROKEN = GOOD.replace("sections.summary }}}}", "sections.sumary }}}}").replace(
    "header.subject }}}}", "header.subject }}"
)


def put(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder / name


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the worker does is done at once: to start it takes longer than a test. ``test_beside`` has it."""
    monkeypatch.setattr(Background, "ask", lambda _, operation: operation.run_here())


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """The folder of the office, with a good template and a broken one."""
    put(tmp_path / "office", "letter.md", GOOD.format("Letter of transmittal"))
    put(tmp_path / "office", "ministerial.md", BROKEN.format("Ministerial brief"))
    return tmp_path / "office"


@pytest.fixture
def weekly() -> Path:
    """A template of one's own."""
    return put(mine(), "weekly.md", GOOD.format("Weekly digest"))


@pytest.fixture
def listed(window: Window, qtbot: QtBot) -> Callable[[str], Listed]:
    """A function that waits until a template is listed."""

    def wait(ident: str) -> Listed:
        qtbot.waitUntil(lambda: window.modes.keeper.find(ident) is not None, timeout=10_000)
        found = window.modes.keeper.find(ident)
        assert found is not None
        return found

    return wait


@pytest.fixture
def shown(window: Window, weekly: Path, office: Path, listed: Callable[[str], Listed], qtbot: QtBot) -> TemplatesMode:
    """The templates, one of one's own and two of the office among them."""
    window.documents.choose(replace(window.documents.settings, office_folder=str(office)))
    window.open_sample()
    window.go_to("source")
    window.actions_by_id["to_templates"].trigger()
    for ident in ("mine:weekly", "office:letter", "office:ministerial"):
        listed(ident)
    qtbot.waitUntil(lambda: window.modes.templates.view.list.rows.index_of("office:ministerial").isValid())
    return window.modes.templates
