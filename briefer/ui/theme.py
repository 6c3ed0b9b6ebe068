"""The colours and fonts of the window: one table of tokens, and the theme that follows the system or the user.

Widgets get their looks from the palette and the style sheet made here. What is painted by hand asks
``tokens()`` at each painting, so that a change of theme needs no more than a repaint.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from briefer.model.brief import Kind
from briefer.ui.style_sheet import style_sheet

Scheme: TypeAlias = Literal["system", "light", "dark"]

ARTICLE_FAMILIES = (
    "Source Serif 4", "Charter", "Georgia", "Cambria", "Liberation Serif", "Noto Serif", "Times New Roman",
    "DejaVu Serif",
)  # fmt: skip
HARSH = 20.5
"""A palette whose text stands out more than this is one for high contrast: black and white give 21."""


class Tokens(msgspec.Struct, frozen=True):
    """The colours of one theme, as ``#rrggbb``. A name ending in ``_bg`` is the ground of the name before it.

    ``tinted`` is False in a high-contrast palette: there the grounds of the four kinds are not painted.
    """

    win: str
    pane: str
    pane2: str
    well: str
    line: str
    ctl: str
    text: str
    muted: str
    faint: str
    accent: str
    on_accent: str
    accent_tint: str
    sel: str
    sel_text: str
    actor: str
    actor_bg: str
    action: str
    action_bg: str
    stake: str
    stake_bg: str
    quote: str
    quote_bg: str
    ok: str
    ok_bg: str
    warn: str
    warn_bg: str
    err: str
    err_bg: str
    paper: str
    paper_text: str
    tinted: bool = True

    def ink(self, kind: Kind) -> str:
        """The colour of a kind's lines, markers and labels."""
        return {"actor": self.actor, "action": self.action, "stake": self.stake, "quote": self.quote}[kind]

    def ground(self, kind: Kind) -> str:
        """The tint of a kind."""
        return {"actor": self.actor_bg, "action": self.action_bg, "stake": self.stake_bg, "quote": self.quote_bg}[
            kind
        ]


LIGHT = Tokens(
    win="#f1f2f0", pane="#ffffff", pane2="#f8f8f6", well="#e6e8e4", line="#dadcd8", ctl="#7e847e",
    text="#1b1e22", muted="#565c64", faint="#60666e",
    accent="#1d5fa8", on_accent="#ffffff", accent_tint="#e4edf7", sel="#bfd8f2", sel_text="#1b1e22",
    actor="#5a3ea6", actor_bg="#e9e4f8", action="#0a6650", action_bg="#d3eee3",
    stake="#854a00", stake_bg="#fbe6c3", quote="#a02058", quote_bg="#fadfe9",
    ok="#1b6b36", ok_bg="#e0f1e4", warn="#8a5a00", warn_bg="#fff1cc", err="#b3261e", err_bg="#fbe4e1",
    paper="#ffffff", paper_text="#16181b",
)  # fmt: skip

DARK = Tokens(
    win="#1b1d20", pane="#232629", pane2="#1f2225", well="#17191b", line="#373b40", ctl="#757c84",
    text="#e7e8ea", muted="#b0b6bd", faint="#9aa1a9",
    accent="#8abbf5", on_accent="#0e2036", accent_tint="#1f2e3f", sel="#2f537c", sel_text="#e7e8ea",
    actor="#c6b8f8", actor_bg="#3b325c", action="#86dabf", action_bg="#17463a",
    stake="#f2c37b", stake_bg="#4e3911", quote="#f5a9c9", quote_bg="#56273e",
    ok="#8ed7a2", ok_bg="#1e3a28", warn="#f0c66b", warn_bg="#43360f", err="#ffa79e", err_bg="#4a2320",
    paper="#edece8", paper_text="#16181b",
)  # fmt: skip


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
    theme = app.findChild(_Theme, options=Qt.FindChildOption.FindDirectChildrenOnly) or _Theme(app)
    theme.use(scheme)


class _Theme(QObject):
    """Keeps an application in its theme while the desktop changes around it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme: Scheme = "system"
        app.setStyle("Fusion")
        app.setFont(ui_font())
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._dress)
        if hasattr(hints, "accessibility"):  # Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._dress)

    def use(self, scheme: Scheme) -> None:
        self._scheme = scheme
        hints = self._app.styleHints()
        if scheme == "system":
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if scheme == "dark" else Qt.ColorScheme.Light)
        self._dress()

    def _dress(self) -> None:
        self._app.setPalette(QPalette())
        system = self._app.palette()
        if wants_contrast(self._app.styleHints(), system):
            colours = system_tokens(system)
        else:
            colours = DARK if self._is_dark() else LIGHT
            self._app.setPalette(palette_of(colours))
        self._app.setStyleSheet(style_sheet(colours))

    def _is_dark(self) -> bool:
        if self._scheme == "system":
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme == "dark"


def wants_contrast(hints: QStyleHints, palette: QPalette) -> bool:
    """Whether the user has asked the system for high contrast, by its setting or by its palette."""
    if hasattr(hints, "accessibility"):  # Qt 6.10
        asked = hints.accessibility().contrastPreference()
        if asked == Qt.ContrastPreference.HighContrast:
            return True
    role = QPalette.ColorRole
    return contrast(palette.color(role.Window).name(), palette.color(role.WindowText).name()) > HARSH
