"""A template that does not ship with Briefer: nothing of it is compiled or run in the window's own process."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2.environment import Environment
from PySide6.QtWidgets import QPushButton
from ui_user import User

from briefer.edit import changes
from briefer.memo.plain import memo_text
from briefer.templates.shelf import mine
from briefer.ui.window import Window

IDENT = "mine:stranger"
FRONT = "---\nname: Stranger\nsections:\n- {id: summary, label: Summary}\n---\n"
PLAIN = FRONT + "# {{ header.subject }}\n\n{{ sections.summary }}\n\n{% for a in actors %}- {{ a.name }}\n{% endfor %}\n"
EATS_MEMORY = PLAIN + "{{ ('a'*10**9)|length }}\n"


@pytest.fixture
def compiled_here(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What this process compiles from now on; the worker is another one."""
    seen: list[object] = []

    def compile_here(environment: Environment, source: object, *arguments: object, **options: object) -> object:
        seen.append(source)
        raise AssertionError("a template was compiled in the window's process")

    monkeypatch.setattr(Environment, "compile", compile_here)
    return seen


def follow(user: User, window: Window, body: str) -> None:
    """The sample, with its memo written by this template."""
    mine().mkdir(parents=True)
    (mine() / "stranger.md").write_text(body, encoding="utf-8")
    window.open_sample()
    window.desk.memo.turn(preview=False)
    window.modes.keeper.start("")
    window._session.apply(lambda brief: changes.set_template(brief, IDENT), "Change")
    user.bot.waitUntil(lambda: window.desk.memo.template_of(IDENT) is not None, timeout=10_000)


def test_it_is_previewed_written_and_exported_beside_the_window(
    user: User, window: Window, tmp_path: Path, compiled_here: list[object]
) -> None:
    follow(user, window, PLAIN)
    memo, made = window.desk.memo, []
    memo.preview._maker.made.connect(lambda memo: made.append(memo_text(memo)))
    memo.turn(preview=True)
    window._session.apply(lambda brief: changes.set_section(brief, "summary", "Said **so**."), "Write")
    user.bot.waitUntil(lambda: bool(made) and "Said so." in made[-1], timeout=10_000)

    path = tmp_path / "memo.md"
    user.export(path)
    user.bot.waitUntil(path.exists, timeout=10_000)
    assert "Said **so**." in path.read_text(encoding="utf-8")
    assert not compiled_here


def test_one_that_eats_memory_is_told_and_the_window_goes_on(
    user: User, window: Window, tmp_path: Path, compiled_here: list[object]
) -> None:
    follow(user, window, EATS_MEMORY)
    path = tmp_path / "memo.md"
    user.export(path)
    bands = window.desk.panes.bands["memo"]
    user.bot.waitUntil(lambda: any(band.findChildren(QPushButton) for band in bands.shown()), timeout=20_000)
    assert any("The memo cannot be exported." in band.accessibleName() for band in bands.shown())
    assert list(tmp_path.iterdir()) == []
    window._session.apply(lambda brief: changes.set_section(brief, "summary", "Goes on."), "Write")
    assert window._session.brief.sections["summary"] == "Goes on."
    assert not compiled_here
