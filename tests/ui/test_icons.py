"""Icons are there for all that names one, drawn in the ink of the theme, and sharp on every screen."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from briefer.paths import resources
from briefer.ui.actions import ACTIONS
from briefer.ui.export.formats import FORMATS
from briefer.ui.icons import SIZE, Picture, icon, icon_pixmap
from briefer.ui.theme import apply_theme
from briefer.ui.tokens import DARK, LIGHT

ROOT = Path(__file__).parents[2]
DRAWINGS = sorted((resources() / "icons").glob("*.svg"))


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    apply_theme(qapp, "light")
    yield qapp
    apply_theme(qapp, "system")


def inks(image: QImage) -> set[str]:
    """The colours of what is drawn fully; edges are softened."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    colours = (image.pixelColor(x, y) for x, y in points)
    return {colour.name() for colour in colours if colour.alpha() == 255}


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_every_drawing_takes_the_ink_of_the_theme_and_has_the_size(path) -> None:
    text = path.read_text("utf-8")
    assert 'viewBox="0 0 16 16"' in text
    if not re.fullmatch(r"(chevron|tick)-(dark|light)", path.stem):  # those are for the style sheet
        assert "currentColor" in text
        assert not re.search(r"#[0-9a-fA-F]{3}", text)


def test_every_icon_that_is_named_is_there(app: QApplication) -> None:
    source = " ".join(path.read_text("utf-8") for path in (ROOT / "briefer" / "ui").rglob("*.py"))
    named = set(re.findall(r'\b(?:icon|icon_pixmap|Picture)\(\s*"([^"]+)"|\bicon="([^"]+)"', source))
    assert len(named) > 40
    for name in {a or b for a, b in named}:
        assert inks(icon_pixmap(name, size=64, ratio=1).toImage()), name


def test_no_drawing_is_left_that_nobody_shows() -> None:
    shown = _strings(using="briefer.ui.icons") | _strings(using="briefer.ui.messages")
    shown |= {row.icon for row in ACTIONS} | {kind.icon for kind in FORMATS}
    for_the_sheet = re.compile(r"(chevron|tick)-(dark|light)")
    assert [path.stem for path in DRAWINGS if path.stem not in shown and not for_the_sheet.fullmatch(path.stem)] == []


def _strings(using: str) -> set[str]:
    """All strings in the modules that import from this one."""
    trees = [ast.parse(path.read_bytes()) for path in (ROOT / "briefer" / "ui").rglob("*.py")]
    within = [tree for tree in trees if any(getattr(node, "module", "") == using for node in ast.walk(tree))]
    constants = (node.value for tree in within for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {value for value in constants if isinstance(value, str)}


def test_an_icon_follows_the_theme_in_all_its_states(app: QApplication) -> None:
    drawn = icon("save")
    off, on = QIcon.State.Off, QIcon.State.On
    for scheme, colours in (("light", LIGHT), ("dark", DARK)):
        apply_theme(app, scheme)
        for mode, state, ink in (
            (QIcon.Mode.Normal, off, colours.text),
            (QIcon.Mode.Normal, on, colours.accent),
            (QIcon.Mode.Disabled, off, colours.ctl),
            (QIcon.Mode.Selected, off, colours.sel_text),
        ):
            assert inks(drawn.pixmap(QSize(64, 64), 1.0, mode, state).toImage()) == {ink}


def test_an_icon_may_have_an_ink_of_its_own(app: QApplication) -> None:
    assert inks(icon("word", "on_accent").pixmap(QSize(64, 64), 1.0).toImage()) == {LIGHT.on_accent}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_icons_are_as_sharp_as_the_screen(app: QApplication, ratio: float) -> None:
    for drawn in (icon("open").pixmap(QSize(SIZE, SIZE), ratio), icon_pixmap("open", ratio=ratio)):
        assert drawn.size() == QSize(SIZE, SIZE) * ratio
        assert drawn.devicePixelRatio() == ratio


def test_a_copy_of_an_icon_outlives_the_first(app: QApplication) -> None:
    copy = QIcon(icon("undo"))
    assert inks(copy.pixmap(64, 64).toImage()) == {LIGHT.text}


def test_a_change_of_theme_repaints_buttons_and_pictures(app: QApplication, qtbot: QtBot) -> None:
    button, picture = QPushButton(icon("add"), ""), Picture("add", "warn")
    button.setIconSize(QSize(32, 32))
    for widget in (button, picture):
        qtbot.addWidget(widget)
        widget.show()
    apply_theme(app, "dark")
    QApplication.processEvents()
    assert button.grab().toImage().pixelColor(button.rect().center()) == QColor(DARK.text)
    ink, drawn = QColor(DARK.warn), picture.grab().toImage().pixelColor(8, 8)
    assert abs(drawn.red() - ink.red()) < 40
