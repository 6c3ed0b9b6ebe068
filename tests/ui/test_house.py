"""A Word template in the window: forms from its tags, a preview read back from it, an export that fills it."""

from __future__ import annotations

from pathlib import Path

from house_samples import document, shown
from ui_user import User

from briefer.edit import changes
from briefer.memo.plain import memo_text
from briefer.templates.shelf import mine
from briefer.ui.window import Window


def test_a_word_template_is_written_previewed_and_exported(user: User, window: Window, tmp_path: Path) -> None:
    mine().mkdir(parents=True)
    (mine() / "weekly.docx").write_bytes(document("Re: {{ header.subject }}", "# Own words", "{{ sections.own }}"))
    window.modes.keeper.start("")
    window.open_sample()
    memo, session = window.desk.memo, window._session
    session.apply(lambda brief: changes.set_template(brief, "mine:weekly.docx"), "Change")
    session.apply(lambda brief: changes.set_section(brief, "own", "Said **so**. [@x1]"), "Write")
    user.bot.waitUntil(lambda: memo.template_of("mine:weekly.docx") is not None, timeout=10_000)
    assert list(memo.sections)[:1] == ["own"]
    memo.turn(preview=True)
    made: list[str] = []
    memo.preview._maker.made.connect(lambda memo: made.append(memo_text(memo)))
    session.apply(lambda brief: changes.set_section(brief, "own", "Said **more**. [@x1]"), "Write")
    user.bot.waitUntil(lambda: bool(made), timeout=10_000)
    assert made[-1].splitlines() == ["Re: Remote modems in port cranes: the Board’s order", "Own words", "Said more."]

    path = tmp_path / "memo.docx"
    user.export(path)
    user.bot.waitUntil(path.exists, timeout=10_000)
    assert shown(path.read_bytes()) == made[-1].splitlines()
