"""The colours and fonts of the window: one table of tokens, and the theme that follows the system or the user.

Widgets get their looks from the palette and the style sheet made here. What is painted by hand asks
``tokens()`` at each painting, so that a change of theme needs no more than a repaint.
"""

from __future__ import annotations

import functools
from typing import Literal, TypeAlias

from PySide6 import QtCore
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from briefer.ui.style_sheet import style_sheet
from briefer.ui.tokens import DARK, LIGHT, Tokens

Scheme: TypeAlias = Literal["system", "light", "dark"]

ARTICLE_FAMILIES = (
    "Source Serif 4", "Charter", "Georgia", "Cambria", "Liberation Serif", "Noto Serif", "Times New Roman",
    "DejaVu Serif",
)  # fmt: skip
HARSH = 20.5
"""A palette whose text stands out more than this is one for high contrast: black and white give 21."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours by WCAG 2.2: 1 (equal) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(QColor(one)), _luminance(QColor(other))))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def tokens() -> Tokens:
    """The colours of now, as the application's palette has them; those of the system if it is not ours."""
    return _tokens_of(QGuiApplication.palette().cacheKey())


@functools.lru_cache(maxsize=4)
def _tokens_of(_key: int) -> Tokens:
    """Those of the palette of now, which its key stands for: rows that are painted ask some fifty times."""
    palette = QGuiApplication.palette()
    ours = {LIGHT.win: LIGHT, DARK.win: DARK}.get(palette.color(QPalette.ColorRole.Window).name())
    return ours or system_tokens(palette)


def palette_of(colours: Tokens) -> QPalette:
    """The palette that widgets get for these colours."""
    role, palette = QPalette.ColorRole, QPalette()
    for each, colour in {
        role.Window: colours.win, role.WindowText: colours.text, role.Base: colours.pane,
        role.AlternateBase: colours.pane2, role.Text: colours.text, role.PlaceholderText: colours.faint,
        role.Button: colours.pane, role.ButtonText: colours.text, role.BrightText: colours.err,
        role.ToolTipBase: colours.pane,
        role.ToolTipText: colours.text, role.Highlight: colours.sel, role.HighlightedText: colours.sel_text,
        role.Link: colours.accent, role.LinkVisited: colours.accent, role.Accent: colours.accent,
        role.Light: colours.pane, role.Midlight: colours.pane2, role.Mid: colours.line, role.Dark: colours.ctl,
        role.Shadow: colours.well,
    }.items():  # fmt: skip
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.ctl))
    return palette


def system_tokens(palette: QPalette) -> Tokens:
    """Tokens in a system's own colours: no tints, and what is told by colour elsewhere is told by shape alone."""
    role = QPalette.ColorRole

    def name(each: QPalette.ColorRole) -> str:
        return palette.color(each).name()

    base, text, accent = name(role.Base), name(role.Text), name(role.Highlight)
    return Tokens(
        win=name(role.Window), pane=base, pane2=base, well=name(role.Window), line=text, ctl=text,
        text=text, muted=text, faint=text,
        accent=accent, on_accent=name(role.HighlightedText), accent_tint=base, sel=accent,
        sel_text=name(role.HighlightedText),
        actor=text, actor_bg=base, action=text, action_bg=base, stake=text, stake_bg=base, quote=text, quote_bg=base,
        ok=text, ok_bg=base, warn=text, warn_bg=base, err=text, err_bg=base,
        tag=text, tag_bg=base,
        paper=base, paper_text=text, tinted=False,
    )  # fmt: skip


def ui_font(pixels: int = 13) -> QFont:
    """The system's font for windows, in logical pixels."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(pixels)
    return font


def article_font(pixels: int = 16) -> QFont:
    """The serif that articles are read in."""
    font = QFont(list(ARTICLE_FAMILIES))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(pixels)
    return font


def code_font(pixels: int = 13) -> QFont:
    """The font of templates and code."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(pixels)
    return font


def apply_theme(app: QApplication, scheme: Scheme = "system") -> None:
    """Dress the application in a theme; ``system`` follows the desktop, now and when it changes.

    A system palette for high contrast is left as it is. May be called again to choose another scheme.
    """
    _theme_of(app).use(scheme)


def look_at_contrast(app: QApplication) -> None:
    """Dress the application for high contrast if the system is set to it; ``apply_theme`` went by its palette."""
    _theme_of(app).look_again()


@functools.cache
def _theme_of(app: QApplication) -> _Theme:
    # Not sought among the children: Qt's own would come to Python with all their enums, which takes 10 ms of a start.
    return _Theme(app)


class _Theme(QObject):
    """Keeps an application in its theme while the desktop changes around it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme: Scheme = "system"
        self._dressed: Tokens | None = None
        app.setFont(ui_font())
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._dress)
        if hasattr(hints, "accessibility"):  # Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._dress)

    def use(self, scheme: Scheme) -> None:
        if scheme == self._scheme and self._dressed == tokens() and self._app.styleSheet():
            return  # each widget would be dressed anew, which takes a large brief seconds
        self._scheme = scheme
        hints = self._app.styleHints()
        if scheme == "system":
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(QtCore.Qt.ColorScheme.Dark if scheme == "dark" else QtCore.Qt.ColorScheme.Light)
        self._dress()

    def _dress(self) -> None:
        self._app.setPalette(QPalette())
        system = self._app.palette()
        # The first screen is dressed by the system's palette alone: see ui/sparing.py.
        is_first = self._dressed is None
        if is_harsh(system) if is_first else wants_contrast(self._app.styleHints(), system):
            colours = system_tokens(system)
        else:
            colours = DARK if self._is_dark(system, is_first=is_first) else LIGHT
            self._app.setPalette(palette_of(colours))
        self._app.setStyleSheet(style_sheet(colours))
        self._dressed = colours

    def look_again(self) -> None:
        if self._dressed in (LIGHT, DARK) and prefers_contrast(self._app.styleHints()):
            self._dress()

    def _is_dark(self, system: QPalette, *, is_first: bool) -> bool:
        if self._scheme == "system":
            if is_first:
                role = QPalette.ColorRole
                return system.color(role.Window).lightness() < system.color(role.WindowText).lightness()
            return self._app.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark
        return self._scheme == "dark"


def wants_contrast(hints: QStyleHints, palette: QPalette) -> bool:
    """Whether the user has asked the system for high contrast, by its setting or by its palette."""
    return prefers_contrast(hints) or is_harsh(palette)


def prefers_contrast(hints: QStyleHints) -> bool:
    """Whether the user has asked the system for high contrast by its setting."""
    if not hasattr(hints, "accessibility"):  # before Qt 6.10
        return False
    return hints.accessibility().contrastPreference() == QtCore.Qt.ContrastPreference.HighContrast


def is_harsh(palette: QPalette) -> bool:
    """Whether a palette is one for high contrast."""
    role = QPalette.ColorRole
    return contrast(palette.color(role.Window).name(), palette.color(role.WindowText).name()) > HARSH
