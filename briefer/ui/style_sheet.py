"""The style sheet of the window, made from the tokens of a theme.

A widget says what it is by its property ``role``; ``set_role`` sets it. Roles: ``primary``, ``link``, ``segment``
and ``small`` on buttons; ``caption``, ``muted``, ``head``, ``subject``, ``ok``, ``warn`` and ``err`` on labels;
``pane-header``, ``group-header``, ``row``, ``current-row`` and ``band`` on frames.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from briefer.paths import resources

if TYPE_CHECKING:
    from briefer.ui.tokens import Tokens


def style_sheet(colours: Tokens) -> str:
    """The style sheet in these colours."""
    ground = "dark" if QColor(colours.pane).lightness() < 128 else "light"
    chevron = (resources() / "icons" / f"chevron-{ground}.svg").as_posix()
    return _SHEET.substitute({name: getattr(colours, name) for name in colours.__struct_fields__}, chevron=chevron)


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget its role in the style sheet, and its looks at once."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


# A border that grows from 1 to 2 pixels takes the padding's pixel, so that nothing moves when the focus comes.
_SHEET = Template("""
QMainWindow, QDialog { background: $win; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: $pane; color: $text; border: 1px solid $ctl; padding: 3px 5px; }

QMenuBar { background: $win; color: $text; padding: 2px 8px; }
QMenuBar::item { padding: 3px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $accent_tint; color: $text; }
QMenu { background: $pane; color: $text; border: 1px solid $ctl; padding: 4px; menu-scrollable: 1; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $sel; color: $sel_text; }
QMenu::item:disabled { color: $ctl; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolBar { background: $win; border: 0; border-bottom: 1px solid $line; padding: 6px 12px; spacing: 4px; }
QToolBar QToolButton:disabled { border-color: transparent; background: transparent; }
QToolBar::separator { width: 1px; background: $line; margin: 6px 8px; }
QStatusBar { background: $win; color: $muted; border-top: 1px solid $line; font-size: 12px; }
QStatusBar::item { border: 0; }

QPushButton, QToolButton {
    background: $pane; color: $text; border: 1px solid $ctl; border-radius: 5px;
    min-height: 18px; padding: 5px 11px;
}
QToolButton { padding: 5px 7px; }
QPushButton[role="choice"] { text-align: left; padding: 3px 24px 3px 7px; }
QPushButton:hover, QToolButton:hover { background: $pane2; border-color: $text; }
QPushButton:pressed, QToolButton:pressed { background: $well; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 4px 10px; }
QToolButton:focus { padding: 4px 6px; }
QPushButton[role="choice"]:focus { padding: 2px 23px 2px 6px; }
QPushButton:disabled, QToolButton:disabled { color: $ctl; border-color: $line; }
QPushButton[role="primary"], QToolButton[role="primary"], QPushButton:default {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: bold;
}
QPushButton[role="primary"]:focus, QToolButton[role="primary"]:focus, QPushButton:default:focus {
    border: 2px solid $text;
}
QPushButton[role="primary"]:disabled, QToolButton[role="primary"]:disabled, QPushButton:default:disabled {
    background: $well; color: $ctl; border-color: $line;
}
QPushButton[role="small"], QToolButton[role="small"] { min-height: 16px; padding: 3px 7px; font-size: 12px; }
QPushButton[role="small"]:focus, QToolButton[role="small"]:focus { padding: 2px 6px; }
QPushButton[role="link"], QToolButton[role="link"] {
    background: transparent; color: $accent; border: 1px solid transparent; padding: 2px 3px;
}
QPushButton[role="link"]:hover, QToolButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus, QToolButton[role="link"]:focus { border: 2px solid $accent; padding: 1px 2px; }
QToolButton[role="segment"]:checked { background: $accent_tint; color: $accent; font-weight: bold; }
QToolBar > QToolButton { background: transparent; border: 1px solid transparent; }
QToolBar > QToolButton:hover { background: $pane; border-color: $ctl; }
QToolBar > QToolButton:checked { background: $accent_tint; color: $accent; }
QToolBar > QToolButton:focus { border: 2px solid $accent; padding: 4px 6px; }

QLineEdit, QComboBox, QSpinBox, QAbstractSpinBox {
    background: $pane; color: $text; border: 1px solid $ctl; border-radius: 5px;
    padding: 3px 7px; min-height: 18px; selection-background-color: $sel; selection-color: $sel_text;
}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $accent; padding: 2px 6px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { background: $pane2; color: $ctl; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url("$chevron"); width: 14px; height: 14px; }
QToolButton::menu-indicator {
    image: url("$chevron"); width: 14px; height: 14px; subcontrol-origin: padding;
    subcontrol-position: right center; right: 5px;
}
QComboBox > QLineEdit, QComboBox > QLineEdit:focus { border: 0; padding: 0; min-height: 0; background: transparent; }
QComboBox QAbstractItemView { background: $pane; color: $text; border: 1px solid $ctl; outline: 0; }
QTextEdit, QPlainTextEdit {
    background: $pane; color: $text; border: 1px solid $ctl; border-radius: 5px;
    padding: 3px 5px; selection-background-color: $sel; selection-color: $sel_text;
}
QTextEdit:focus, QPlainTextEdit:focus { border: 2px solid $accent; padding: 2px 4px; }
Reader { border: 0; border-radius: 0; padding: 0; border-top: 2px solid transparent; }
Reader:focus { border: 0; border-top: 2px solid $accent; padding: 0; }

QAbstractItemView { background: $pane; color: $text; border: 0; outline: 0; alternate-background-color: $pane2; }
QAbstractItemView::item { min-height: 28px; border-bottom: 1px solid $line; }
QAbstractItemView::item:hover { background: $pane2; }
QAbstractItemView::item:selected { background: $accent_tint; color: $text; }
QAbstractItemView:focus { border-top: 2px solid $accent; }
QMenu, QComboBox QAbstractItemView::item { min-height: 22px; border: 0; }
QHeaderView::section {
    background: $pane2; color: $muted; border: 0; border-bottom: 1px solid $line; padding: 5px 8px;
}

QFrame[role="pane-header"] { background: $pane2; border: 0; border-bottom: 1px solid $line; min-height: 39px; }
QFrame[role="group-header"] { background: $pane2; border: 0; border-bottom: 1px solid $line; min-height: 31px; }
QFrame[role="row"] { background: $pane; border: 0; border-bottom: 1px solid $line; min-height: 28px; }
QFrame[role="current-row"] {
    background: $accent_tint; border: 0; border-bottom: 1px solid $line; border-left: 3px solid $accent;
}
QFrame[role="band"] { background: $accent_tint; border: 1px solid $line; border-radius: 6px; }
QLabel { background: transparent; }
QLabel[role="caption"] { color: $muted; font-size: 11px; }
QLabel[role="muted"] { color: $muted; font-size: 12px; }
QLabel[role="head"] { font-size: 14px; font-weight: bold; }
QLabel[role="subject"] { font-size: 17px; font-weight: bold; }
QLabel[role="ok"], QLabel[role="warn"], QLabel[role="err"] { border-radius: 9px; padding: 1px 8px; font-size: 12px; }
QLabel[role="ok"] { color: $ok; background: $ok_bg; }
QLabel[role="warn"] { color: $warn; background: $warn_bg; }
QLabel[role="err"] { color: $err; background: $err_bg; font-weight: bold; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 5px; }
QSplitter::handle:vertical { height: 5px; }
QSplitter::handle:hover { background: $ctl; }
QTabWidget::pane { border: 0; }
QTabBar { background: $win; }
QTabBar::tab {
    background: transparent; color: $muted; padding: 8px 12px 6px 12px;
    border: 0; border-top: 2px solid transparent; border-bottom: 1px solid $line;
}
QTabBar::tab:selected {
    background: $pane; color: $text;
    border-top-color: $accent; border-bottom-color: $pane;
}
QTabBar::tab:hover:!selected { color: $text; }
QTabBar:focus { border: 0; }
QTabBar::scroller { width: 24px; }
QTabBar QToolButton { padding: 0; min-height: 0; border-radius: 0; background: $win; }
QTabBar::tab:selected:focus { background: $accent_tint; }
QProgressBar { background: $well; border: 1px solid $line; border-radius: 4px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QScrollArea { background: $pane; border: 0; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $ctl; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")
