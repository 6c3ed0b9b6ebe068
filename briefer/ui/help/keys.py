"""The chapter on keys, made from the table of actions.

``python -m briefer.ui.help.keys`` writes it to ``resources/help/keys.md``; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from briefer.ui.actions import ACTIONS, ActionRow
from briefer.ui.help.pages import help_folder

_HEAD = """# Keys and menus

All that the menus hold, with the keys that do the same. A single letter works while the article has the keyboard;
press **Alt+1** to give it the keyboard. On a Mac, Ctrl is the Command key.

In the article, a full stop selects the sentence at the caret and, pressed again, the paragraph. Enter on marked words
opens their note. The arrow keys move the caret; with Shift they select.

In this guide, Ctrl+F finds words, F3 and Shift+F3 go to the next and the previous place, Ctrl++ and Ctrl+- change
the size of the letters, Ctrl+0 takes that back, Alt+Left and Alt+Right go back and forward, and Esc closes.
"""


def keys_page() -> str:
    """The whole chapter, as Markdown."""
    parts = [_HEAD]
    for menu, rows in groupby(sorted(ACTIONS, key=_menu_place), lambda row: row.menu):
        parts.append(f"\n## {menu.replace('&', '')}\n\n{_table(rows)}")
    return "".join(parts)


def plain_text(row: ActionRow) -> str:
    """What the menu calls an action, without its underlined letter and the dots of a question to come."""
    return row.text.replace("&", "").rstrip("…")


def _menu_place(row: ActionRow) -> int:
    return [each.menu for each in ACTIONS].index(row.menu)


def _table(rows: Iterable[ActionRow]) -> str:
    lines = [f"| {plain_text(row)} | {row.letter or row.keys} | {row.tip} |\n" for row in rows]
    return "".join(("| Action | Keys | What it does |\n", "| --- | --- | --- |\n", *lines))


def write() -> Path:
    """Write the chapter to its file; the path."""
    path = help_folder() / "keys.md"
    path.write_text(keys_page(), "utf-8")
    return path


if __name__ == "__main__":
    print(write())
