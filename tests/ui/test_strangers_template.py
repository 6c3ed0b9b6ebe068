"""A template that does not ship with Briefer: nothing of it is compiled or run in the window's own process."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile.packages import WORD_PACKAGES
from house_samples import document
from jinja2.environment import Environment
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from ui_user import User

from briefer.edit import changes
from briefer.memo.plain import memo_text
from briefer.office import gate
from briefer.templates import front, own
from briefer.templates import yaml as reading_yaml
from briefer.templates.shelf import mine
from briefer.ui.background import Background
from briefer.ui.memo_template.panel import MemoTemplatePanel
from briefer.ui.window import Window

IDENT = "mine:stranger"
FRONT = "---\nname: Stranger\nsections:\n- {id: summary, label: Summary}\n---\n"
PLAIN = (
    FRONT + "# {{ header.subject }}\n\n{{ sections.summary }}\n\n{% for a in actors %}- {{ a.name }}\n{% endfor %}\n"
)
EATS_MEMORY = PLAIN + "{{ ('a'*10**9)|length }}\n"


@pytest.fixture
def compiled_here(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What this process compiles from now on; the worker is another one."""
    seen: list[object] = []
    compile_template = Environment.compile

    def compile_here(environment: Environment, source: object, *arguments: object, **options: object) -> object:
        if "Stranger" not in repr(source):  # one of those that ship
            return compile_template(environment, source, *arguments, **options)  # type: ignore[call-overload]
        seen.append(source)
        raise AssertionError("a template was compiled in the window's process")

    monkeypatch.setattr(Environment, "compile", compile_here)
    return seen


def follow(user: User, window: Window, body: str) -> None:
    """The sample, with its memo written by this template."""
    mine().mkdir(parents=True, exist_ok=True)
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


@pytest.fixture
def opened_here(compiled_here: list[object], monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What this process compiles from now on, and what it reads of strangers: tags, heads and packages of parts."""
    parse, load, unpack = Environment.parse, reading_yaml.load_yaml, gate.unpack

    def note_text(text: str) -> None:
        if "Stranger" in text or "unwelcome" in text:
            compiled_here.append(text)

    def parse_here(environment: Environment, source: str, *arguments: object, **options: object) -> object:
        note_text(str(source))
        return parse(environment, source, *arguments, **options)  # type: ignore[arg-type]

    def load_here(text: str, path: str) -> object:
        note_text(text)
        return load(text, path)

    def unpack_here(data: bytes, kind: object) -> object:
        compiled_here.append(data[:40])
        return unpack(data, kind)  # type: ignore[arg-type]

    monkeypatch.setattr(Environment, "parse", parse_here)
    for module in (front, own, reading_yaml):
        monkeypatch.setattr(module, "load_yaml", load_here)
    monkeypatch.setattr(gate, "unpack", unpack_here)
    return compiled_here


def test_those_on_the_shelf_are_listed_checked_and_edited_beside_the_window(
    user: User, window: Window, opened_here: list[object]
) -> None:
    put("stranger.md", PLAIN.encode())
    put("broken.md", PLAIN.replace("}}", "}", 1).encode())
    put("house.docx", document("Stranger", "Re: {{ header.subject }}", "{{ sections.own }}"))
    put("hostile.docx", WORD_PACKAGES["many-links"])
    window.open_sample()
    window.go_to("source")
    window.actions_by_id["to_templates"].trigger()
    for ident in ("mine:stranger", "mine:broken", "mine:house.docx", "mine:hostile.docx"):
        user.bot.waitUntil(lambda ident=ident: window.modes.keeper.find(ident) is not None, timeout=20_000)
    view = window.modes.templates.view
    for ident in ("mine:house.docx", "mine:stranger"):
        user.bot.waitUntil(lambda ident=ident: view.list.rows.index_of(ident).isValid(), timeout=10_000)
        view.list.choose(ident)
    window.actions_by_id["template_edit"].trigger()
    editing = window.modes.templates.editing
    user.bot.waitUntil(lambda: editing.work._showing.is_settled, timeout=20_000)
    user.type("unwelcome ")
    user.bot.waitUntil(lambda: editing.work._showing.is_settled, timeout=20_000)
    assert opened_here == []


def test_the_form_of_one_and_a_memo_saved_as_a_template_are_made_beside_the_window(
    user: User, window: Window, opened_here: list[object]
) -> None:
    put("house.docx", document("Stranger", "Re: {{ header.subject }}", "{{ sections.own }}"))
    follow(user, window, PLAIN)
    window.actions_by_id["memo_template"].trigger()
    user.bot.waitUntil(
        lambda: any(each.isVisible() for each in window.findChildren(MemoTemplatePanel)), timeout=10_000
    )
    user.type("Port note")
    user.press(Qt.Key.Key_Return)
    user.bot.waitUntil((mine() / "port-note.md").exists, timeout=10_000)
    window._session.apply(lambda brief: changes.set_template(brief, "mine:house.docx"), "Change")
    memo = window.desk.memo
    user.bot.waitUntil(lambda: memo.template_of("mine:house.docx") is not None, timeout=10_000)
    user.bot.waitUntil(
        lambda: "own" in {section.id for section in memo.template_of("mine:house.docx").front.sections}
    )
    window.actions_by_id["memo_template"].trigger()
    bands = window.desk.panes.bands["memo"]
    user.bot.waitUntil(lambda: any("not saved as a template" in band.accessibleName() for band in bands.shown()))
    assert opened_here == []


def test_what_was_read_in_this_process_would_be_seen(
    user: User, window: Window, opened_here: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Background, "ask", lambda _, operation: operation.run_here())
    put("house.docx", document("Weekly", "Re: {{ header.subject }}"))
    window.modes.keeper.start("")
    user.bot.waitUntil(lambda: bool(opened_here), timeout=10_000)


def put(name: str, content: bytes) -> None:
    mine().mkdir(parents=True, exist_ok=True)
    (mine() / name).write_bytes(content)
