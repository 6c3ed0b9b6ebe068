from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from briefer.ui.style_sheet import set_role, style_sheet
from briefer.ui.theme import apply_theme, contrast, palette_of, system_tokens, tokens
from briefer.ui.tokens import DARK, LIGHT, Tokens

KINDS = ("actor", "action", "stake", "quote")

# What the specification states: (ink, ground, light, dark).
STATED = [
    ("text", "pane", 16.7, 12.4), ("muted", "pane", 6.8, 7.4), ("faint", "pane", 5.8, 5.8),
    ("accent", "pane", 6.5, 7.6), ("on_accent", "accent", 6.5, 8.2),
    ("text", "accent_tint", 14.1, 11.3), ("sel_text", "sel", 11.4, 6.5),
    ("text", "actor_bg", 13.5, 9.5), ("actor", "actor_bg", 6.3, 6.5),
    ("text", "action_bg", 13.6, 8.7), ("action", "action_bg", 5.7, 6.5),
    ("text", "stake_bg", 13.7, 8.9), ("stake", "stake_bg", 5.8, 6.7),
    ("text", "quote_bg", 13.4, 9.8), ("quote", "quote_bg", 5.9, 6.5),
    ("paper_text", "paper", 17.8, 15.1),
]  # fmt: skip


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    apply_theme(qapp, "system")
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


@pytest.mark.parametrize(("ink", "ground", "light", "dark"), STATED)
def test_contrasts_are_those_that_the_specification_states(ink: str, ground: str, light: float, dark: float) -> None:
    for colours, stated in ((LIGHT, light), (DARK, dark)):
        assert contrast(getattr(colours, ink), getattr(colours, ground)) == pytest.approx(stated, abs=0.1)


@pytest.mark.parametrize(("colours", "edge", "verdict"), [(LIGHT, 3.2, 5.2), (DARK, 3.3, 7.0)])
def test_edges_and_verdicts_stand_out_everywhere(colours: Tokens, edge: float, verdict: float) -> None:
    for ground in ("win", "pane", "pane2"):
        assert contrast(colours.ctl, getattr(colours, ground)) >= edge - 0.05  # stated to one decimal
    assert contrast(colours.ctl, colours.well) >= 3  # WCAG 2.2, 1.4.11
    for name in ("ok", "warn", "err"):
        assert contrast(getattr(colours, name), getattr(colours, f"{name}_bg")) > verdict - 0.05


WORDS, SHAPES = 4.5, 3.0
"""WCAG 2.2 at AA: 1.4.3 for words, 1.4.11 for edges, icons and meters."""

GROUNDS = ("win", "pane", "pane2", "well", "accent_tint")
VERDICTS = ("ok", "warn", "err")

# What stands on what in the window: inks, grounds, and how much they stand out at least.
USED = [
    (("text", "muted", "faint", "accent"), GROUNDS, WORDS),
    (("text", "muted", "accent"), tuple(f"{name}_bg" for name in VERDICTS), WORDS),  # bands
    (VERDICTS, GROUNDS, WORDS),
    (("text", *KINDS), (*GROUNDS, *(f"{name}_bg" for name in KINDS)), WORDS),  # overlaps
    (("sel_text",), ("sel",), WORDS),
    (("on_accent",), ("accent",), WORDS),
    (("paper_text",), ("paper",), WORDS),
    (("pane",), (*KINDS, *VERDICTS), WORDS),  # letters in markers
    (("ctl",), GROUNDS, SHAPES),
    (("accent", "text"), ("sel", *(f"{name}_bg" for name in KINDS)), SHAPES),  # focus, caret
]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_all_that_is_used_stands_out_enough(colours: Tokens) -> None:
    faint = [
        (ink, ground, round(found, 2))
        for inks, grounds, least in USED
        for ink in inks
        for ground in grounds
        if (found := contrast(getattr(colours, ink), getattr(colours, ground))) < least
    ]
    assert faint == []


def _painted_together(sheet: str) -> set[tuple[str, str]]:
    """Ink and ground of each rule of the style sheet that sets both."""
    inks, grounds = re.compile(r"(?<!-)color: (#\w{6})"), re.compile(r"background: (#\w{6})")
    rules = (rule.partition("{")[2] for rule in sheet.split("}"))
    return {
        (inks.search(rule)[1], grounds.search(rule)[1])
        for rule in rules
        if inks.search(rule) and grounds.search(rule)
    }


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_paints_nothing_together_that_does_not_stand_out(colours: Tokens) -> None:
    exempt = {(colours.ctl, colours.well), (colours.ctl, colours.pane2)}  # disabled: WCAG asks nothing of it
    pairs = _painted_together(style_sheet(colours)) - exempt
    assert len(pairs) > 10
    assert [pair for pair in pairs if contrast(*pair) < WORDS] == []


def test_contrast_runs_from_one_to_twenty_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


def test_a_chosen_scheme_sets_palette_and_tokens(app: QApplication) -> None:
    for scheme, colours in (("dark", DARK), ("light", LIGHT)):
        apply_theme(app, scheme)
        assert tokens() == colours
        assert app.palette().color(QPalette.ColorRole.Base) == QColor(colours.pane)
        assert colours.accent in app.styleSheet()


def test_the_theme_follows_the_desktop_until_one_is_chosen(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QStyleHints

    desktop = Qt.ColorScheme.Light
    monkeypatch.setattr(QStyleHints, "colorScheme", lambda _hints: desktop)
    apply_theme(app, "system")
    assert tokens() == LIGHT
    desktop = Qt.ColorScheme.Dark
    app.styleHints().colorSchemeChanged.emit(desktop)
    assert tokens() == DARK
    apply_theme(app, "light")
    app.styleHints().colorSchemeChanged.emit(desktop)
    assert tokens() == LIGHT


def test_dressing_twice_leaves_one_theme(app: QApplication) -> None:
    before = len(app.children())
    apply_theme(app, "dark")
    apply_theme(app, "light")
    apply_theme(app, "system")
    assert len(app.children()) <= before + 1


def _harsh() -> QPalette:
    palette = QPalette(QColor("black"), QColor("black"))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(role, QColor("white"))
    palette.setColor(QPalette.ColorRole.Base, QColor("black"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("yellow"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("black"))
    return palette


def test_a_palette_for_high_contrast_is_left_alone(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    harsh = _harsh()
    monkeypatch.setattr(QApplication, "palette", lambda *_args: harsh)
    apply_theme(app, "system")
    assert DARK.accent not in app.styleSheet()
    assert LIGHT.accent not in app.styleSheet()
    assert "#ffff00" in app.styleSheet()


def test_system_colours_have_no_tints() -> None:
    colours = system_tokens(_harsh())
    assert not colours.tinted
    assert {colours.ink(kind) for kind in KINDS} == {"#ffffff"}
    assert {colours.ground(kind) for kind in KINDS} == {"#000000"}


def test_without_tints_the_row_at_hand_has_the_colours_of_what_is_selected() -> None:
    rows = re.findall(r"::item:selected {([^}]*)}", style_sheet(system_tokens(_harsh())))
    assert len(rows) >= 3
    assert all("background: #ffff00; color: #000000;" in row for row in rows)


def test_a_foreign_palette_gives_its_own_colours(app: QApplication) -> None:
    app.setPalette(_harsh())
    assert tokens().text == "#ffffff"
    app.setPalette(palette_of(LIGHT))
    assert tokens() == LIGHT


def test_the_style_sheet_is_short_and_complete() -> None:
    sheet = style_sheet(LIGHT)
    assert len(sheet.splitlines()) < 200
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_qt_reads_the_whole_style_sheet(app: QApplication, qtbot) -> None:
    # Qt warns of a sheet that it cannot parse, and a warning fails the test.
    app.setStyleSheet(style_sheet(DARK))
    field = QLineEdit()
    qtbot.addWidget(field)
    field.ensurePolished()
    assert field.palette().color(QPalette.ColorRole.Base) == QColor(DARK.pane)


def test_a_role_shows_at_once(app: QApplication, qtbot) -> None:
    apply_theme(app, "light")
    button = QPushButton("Export")
    qtbot.addWidget(button)
    button.ensurePolished()
    set_role(button, "primary")
    assert button.palette().color(QPalette.ColorRole.Button) == QColor(LIGHT.accent)
    assert button.palette().color(QPalette.ColorRole.ButtonText) == QColor(LIGHT.on_accent)


def test_the_theme_that_is_there_dresses_no_widget_anew(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    apply_theme(app, "dark")
    dressed: list[str] = []
    monkeypatch.setattr(QApplication, "setStyleSheet", lambda _, sheet: dressed.append(sheet))
    apply_theme(app, "dark")
    assert not dressed
    apply_theme(app, "light")
    assert len(dressed) == 1
