"""The style sheet of the window, made from the tokens of a theme.

A widget says what it is by its property ``role``; ``set_role`` sets it. Those that many share: on buttons
``primary``, ``small``, ``link``, ``text-link``, ``chip`` and ``bare`` (an icon alone); on labels ``head``,
``subject``, ``title``, ``name``, ``strong``, ``muted``, ``key`` (a key cap) and the pills ``pill``, ``ok``, ``warn``
and ``err``; on frames ``card``, ``pane-header``, ``line``, ``rule``, ``band-error``, ``band-warn`` and ``band-info``.
The others belong to the one place that sets them.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from briefer.paths import resources

if TYPE_CHECKING:
    from briefer.ui.tokens import Tokens


def style_sheet(colours: Tokens) -> str:
    """The style sheet in these colours."""
    ground = "dark" if QColor(colours.pane).lightness() < 128 else "light"
    pictures = {name: (resources() / "icons" / f"{name}-{ground}.svg").as_posix() for name in ("chevron", "tick")}
    # Without tints the row at hand has the colours of what is selected: nothing else would tell it from the others.
    row, row_text = (colours.accent_tint, colours.text) if colours.tinted else (colours.sel, colours.sel_text)
    named = {name: getattr(colours, name) for name in colours.__struct_fields__}
    return _SHEET.substitute(named, **pictures, row=row, row_text=row_text)


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget its role in the style sheet, and its looks at once if it has any yet."""
    widget.setProperty("role", role)
    if "Qt" not in vars(QtCore):
        return  # the first screen is being made, and nothing has its looks yet: see ui/sparing.py
    if widget.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


# A border that grows from 1 to 2 pixels takes the padding's pixel, so that nothing moves when the focus comes.
_SHEET = Template("""
QMainWindow, QDialog { background: $win; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMessageBox QLabel#qt_msgbox_label { font-size: 14px; font-weight: bold; }
QToolTip { background: $pane; color: $text; border: 1px solid $ctl; padding: 3px 5px; }

QMenuBar { background: $win; color: $text; padding: 2px 8px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $row; color: $row_text; }
QMenu { background: $pane; color: $text; border: 1px solid $ctl; padding: 4px; menu-scrollable: 1; }
QMenu::item { padding: 3px 24px 3px 10px; border-radius: 4px; } QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $sel; color: $sel_text; } QMenu::item:disabled { color: $ctl; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolBar { background: $win; border: 0; border-bottom: 1px solid $line; padding: 9px; spacing: 4px; }
QToolBar QToolButton:disabled { border-color: transparent; background: transparent; }
QToolBar > QToolButton { padding: 3px; } QToolBar > QToolButton[role="worded"] { padding: 3px 5px 3px 1px; }
QToolBar::separator { width: 1px; background: $line; margin: 6px 7px; }
QStatusBar { background: $win; color: $muted; border-top: 1px solid $line; min-height: 27px; }
QStatusBar::item { border: 0; } QStatusBar QLabel, QStatusBar QToolButton { color: $muted; font-size: 12px; }
QStatusBar QLabel[role="status-warn"] { color: $warn; }
QStatusBar QLabel[role="status-err"] { color: $err; font-weight: bold; }
QStatusBar QToolButton { min-height: 18px; padding: 1px 3px; }
QStatusBar QToolButton:focus { border: 2px solid $accent; padding: 0 2px; }
QStatusBar QToolButton:disabled { border-color: transparent; color: $muted; }
QStatusBar QToolButton[role="status-error"] { color: $err; font-weight: bold; text-decoration: underline; }
QStatusBar QToolButton[role="status-warning"] { color: $warn; text-decoration: underline; }
QStatusBar QToolButton[role="status-note"] { text-decoration: underline; }
QStatusBar QToolButton[role="status-link"] { color: $accent; text-decoration: underline; }

QPushButton, QToolButton { background: $pane; color: $text; border: 1px solid $ctl; border-radius: 5px; }
QPushButton { min-height: 18px; padding: 5px 11px; } QToolButton { min-height: 19px; padding: 3px 7px; }
QPushButton[role="choice"] { text-align: left; padding: 3px 24px 3px 7px; }
QPushButton:hover, QToolButton:hover { background: $pane2; border-color: $text; }
QPushButton:pressed, QToolButton:pressed { background: $well; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 4px 10px; }
QToolButton:focus { padding: 2px 6px; } QPushButton[role="choice"]:focus { padding: 2px 23px 2px 6px; }
QPushButton:disabled, QToolButton:disabled { color: $ctl; border-color: $line; }
QPushButton[role="primary"], QPushButton:default, QToolButton[role="split-main"], QToolButton[role="split-more"] {
    background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: bold; }
QPushButton:default { font-weight: normal; }
QPushButton[role="primary"]:focus, QPushButton:default:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled, QPushButton:default:disabled,
QToolBar QToolButton[role="split-main"]:disabled, QToolBar QToolButton[role="split-more"]:disabled {
    background: $well; color: $ctl; border-color: $line; }
QPushButton[role="small"] { min-height: 16px; padding: 3px 7px; font-size: 12px; }
QPushButton[role="small"]:focus { padding: 2px 6px; }
QToolButton[role="small"] { min-height: 17px; padding: 1px 5px; font-size: 12px; }
QToolButton[role="small"]:focus { padding: 0 4px; }
QPushButton[role="link"], QPushButton[role="text-link"] {
    background: transparent; color: $accent; border: 2px solid transparent; padding: 1px 2px; }
QPushButton[role="text-link"] { padding: 0 2px; border-radius: 4px; font-size: 12px; }
QPushButton[role="link"]:hover, QPushButton[role="text-link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus, QPushButton[role="text-link"]:focus { border-color: $accent; }
QPushButton[role="text-link"]:disabled { color: $ctl; }
QToolButton[role="bare"], QToolButton[role="capture"], QToolBar > QToolButton, QStatusBar QToolButton {
    background: transparent; border: 1px solid transparent; }
QToolButton[role="bare"] { min-height: 16px; padding: 3px; } QToolButton[role="bare"]:hover { background: $well; }
QToolButton[role="bare"]:focus { border: 2px solid $accent; padding: 2px; }
QToolButton[role="bare"]::menu-indicator, QToolButton[role="split-more"]::menu-indicator { image: none; width: 0; }
QToolButton[role="capture"] { min-height: 18px; padding: 2px 2px 2px 4px; border-radius: 4px; }
QToolButton[role="capture"]:hover { background: $well; border-color: $ctl; }
QToolButton[role="capture"][kind="actor"]:hover { background: $actor_bg; }
QToolButton[role="capture"][kind="action"]:hover { background: $action_bg; }
QToolButton[role="capture"][kind="stake"]:hover { background: $stake_bg; }
QToolButton[role="capture"][kind="quote"]:hover { background: $quote_bg; }
QToolButton[role="segment"]:checked { background: $accent_tint; color: $accent; font-weight: bold; }
QToolBar > QToolButton:hover, QStatusBar QToolButton:hover { background: $pane; border-color: $ctl; }
QToolButton[role="split-main"] {
    border-top-right-radius: 0; border-bottom-right-radius: 0; border-right-color: $on_accent;
    padding: 3px 6px 3px 10px; }
QToolButton[role="split-more"] { border-top-left-radius: 0; border-bottom-left-radius: 0; padding: 3px 6px; }
QToolButton[role="split-main"]:hover, QToolButton[role="split-more"]:hover { border-color: $text; }
QToolButton[role="split-main"]:pressed, QToolButton[role="split-more"]:pressed { background: $text; }

QLineEdit, QComboBox, QAbstractSpinBox, QTextEdit, QPlainTextEdit {
    background: $pane; color: $text; border: 1px solid $ctl; border-radius: 5px;
    selection-background-color: $sel; selection-color: $sel_text; }
QLineEdit, QComboBox, QAbstractSpinBox { padding: 3px 7px; min-height: 18px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $accent; padding: 2px 6px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { background: $pane2; color: $ctl; }
QLineEdit > QToolButton { background: transparent; border: 0; padding: 0; min-height: 0; }
QComboBox { combobox-popup: 0; } QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url("$chevron"); width: 14px; height: 14px; }
QToolButton::menu-indicator, QPushButton::menu-indicator {
    image: url("$chevron"); width: 14px; height: 14px; subcontrol-origin: padding;
    subcontrol-position: right center; right: 5px; }
QComboBox > QLineEdit, QComboBox > QLineEdit:focus { border: 0; padding: 0; min-height: 0; background: transparent; }
QComboBox QAbstractItemView { background: $pane; color: $text; border: 1px solid $ctl; outline: 0; }
QTextEdit, QPlainTextEdit { padding: 3px 5px; }
QTextEdit:focus, QPlainTextEdit:focus { border: 2px solid $accent; padding: 2px 4px; }
Reader, TemplateText { border: 0; border-radius: 0; padding: 0; border-top: 2px solid transparent; }
Reader:focus, TemplateText:focus { border: 0; border-top: 2px solid $accent; padding: 0; }

QAbstractItemView { background: $pane; color: $text; border: 0; outline: 0; alternate-background-color: $pane2; }
QAbstractItemView::item { min-height: 28px; border-bottom: 1px solid $line; }
QAbstractItemView::item:hover { background: $pane2; }
QAbstractItemView::item:selected { background: $row; color: $row_text; }
QAbstractItemView:focus { border-top: 2px solid $accent; }
QListWidget[role="versions"]::item { padding-left: 13px; } QListWidget[role="checks"]::item { padding-left: 8px; }
QFrame[role="calendar"] { background: $pane; border: 1px solid $ctl; }
QCalendarWidget QWidget { background: $pane; alternate-background-color: $pane; }
QCalendarWidget QToolButton {
    background: $pane; border: 1px solid transparent; border-radius: 4px; padding: 3px 6px; }
QCalendarWidget QToolButton::menu-indicator { image: none; width: 0; }
QCalendarWidget QToolButton:hover { background: $pane2; } QCalendarWidget QToolButton:focus { border-color: $accent; }
QCalendarWidget QAbstractItemView, QCalendarWidget QAbstractItemView:focus { border: 0; }
QCalendarWidget QAbstractItemView::item { border: 0; min-height: 0; }
QCalendarWidget QAbstractItemView::item:selected { background: $accent; color: $on_accent; }
QCalendarWidget QAbstractItemView:disabled { color: $ctl; }
Overlay QTreeView::item { padding: 0 6px; }
QMenu::item, QComboBox QAbstractItemView::item { min-height: 22px; border: 0; }

QFrame[role="pane-header"] { background: $pane2; border: 0; border-bottom: 1px solid $line; min-height: 39px; }
QFrame[role="band-error"] { background: $err_bg; border: 0; border-bottom: 1px solid $err; }
QFrame[role="band-warn"] { background: $warn_bg; border: 0; border-bottom: 1px solid $warn; }
QFrame[role="band-info"] { background: $accent_tint; border: 0; border-bottom: 1px solid $accent; }
QWidget[role="export-options"] { background: $pane; } QWidget[role="advice"] { background: $pane2; }
QFrame[role="card"], QFrame[role="memo-card"] { background: $pane; border: 1px solid $line; border-radius: 6px; }
QFrame[role="memo-card"] { min-height: 34px; }
QFrame[role="segments"] { background: $pane; border: 1px solid $ctl; border-radius: 6px; }
QFrame[role="segments"] > QToolButton {
    background: transparent; border: 2px solid transparent; border-radius: 5px; min-height: 16px; padding: 3px 11px; }
QFrame[role="segments"] > QToolButton:checked { background: $accent_tint; }
QFrame[role="segments"] > QToolButton:hover:!checked { background: $pane2; }
QFrame[role="segments"] > QToolButton:focus { border: 2px solid $accent; padding: 3px 11px; }
WritingPage, QWidget[role="memo-page"] { background: $pane2; }
QPushButton[role="header-line"], QPushButton[role="header-line"]:focus { border: 0; padding: 0; min-height: 36px; }
QTextEdit[role="subject"] {
    background: transparent; border: 2px solid transparent; border-radius: 5px; padding: 0; margin-left: -2px;
    font-size: 17px; font-weight: bold; }
QTextEdit[role="subject"]:hover { border: 1px solid $line; padding: 1px; }
QTextEdit[role="subject"]:focus { background: $pane; border: 2px solid $accent; padding: 0; }
SectionText { border: 1px solid $line; border-radius: 6px; padding: 1px 5px; font-size: 14px; }
SectionText:hover { border-color: $ctl; } SectionText:focus { border: 2px solid $accent; padding: 0 4px; }
PortionMark[above="true"], QLabel[role="warn-text"] { color: $warn; } QLabel[role="warn-text"] { font-size: 12px; }
QLabel[role="over"] { color: $err; font-size: 12px; font-weight: bold; }
QFrame[role="changes"] { background: $pane; border: 1px solid $line; border-radius: 6px; }
QFrame[role="changes"] QLabel, QFrame[role="changes"] QRadioButton { font-size: 12px; }
QFrame[role="line"], QFrame[role="rule"] { background: $line; border: 0; }
QFrame[role="rule"] { max-height: 1px; min-height: 1px; }
#start-page, StartPage { background: $pane2; } QCheckBox { spacing: 8px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $ctl; border-radius: 3px; background: $pane; }
QCheckBox::indicator:checked { image: url("$tick"); }
QCheckBox::indicator:focus { border: 2px solid $accent; width: 12px; height: 12px; }
QRadioButton { spacing: 6px; border: 2px solid transparent; border-radius: 4px; padding: 0 3px; }
QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid $ctl; border-radius: 7px; background: $pane; }
QRadioButton::indicator:hover, QCheckBox::indicator:hover { border-color: $text; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 4px solid $accent; }
QRadioButton:focus { border-color: $accent; }
QFrame[role="details"] { background: $pane; border: 0; }
QFrame[role="edit-bar"] { background: $accent_tint; border: 0; border-top: 1px solid $line; }
QFrame[role="side-panel"] { background: $pane2; border: 1px solid $line; border-width: 1px 0; }
QFrame[role="side-panel"] QScrollArea, QFrame[role="side-panel"] QScrollArea > * > * { background: $pane2; }
ImportList[role="import-list"] { background: $pane2; border: 1px solid $line; border-width: 1px 0; }
ImportList[role="import-list"] QScrollArea, ImportList[role="import-list"] QScrollArea > * > * { background: $pane2; }
QLabel { background: transparent; } QLabel[role="empty"] { background: $pane2; }
QLabel[role="strong"] { font-size: 12px; font-weight: bold; } QLabel[role="muted"] { color: $muted; font-size: 12px; }
QWidget[role="row-at-hand"] > QLabel { color: $row_text; }
QLabel[role="name"] { font-weight: bold; } QLabel[role="title"] { font-size: 22px; font-weight: bold; }
QLabel[role="head"] { font-size: 14px; font-weight: bold; }
QWidget[role="number"] { color: $muted; } QLabel[role="subject"] { font-size: 17px; font-weight: bold; }
QLabel[role="pill"], QLabel[role="ok"], QLabel[role="warn"], QLabel[role="err"] {
    color: $muted; background: $well; border-radius: 9px; padding: 1px 8px; min-height: 16px; font-size: 12px; }
QLabel[role="ok"] { color: $ok; background: $ok_bg; } QLabel[role="warn"] { color: $warn; background: $warn_bg; }
QLabel[role="err"] { color: $err; background: $err_bg; font-weight: bold; }
QLabel[role="key"] { color: $muted; border: 1px solid $line; border-radius: 3px; padding: 1px 5px; font-size: 11px; }
NotesView, NotesView:focus, RecentList, RecentList:focus, TemplatesList, TemplatesList:focus { border: 0; }
SuggestionsList, SuggestionsList:focus { border: 0; }
QFrame[role="note-form"] { background: $accent_tint; border: 0; border-left: 3px solid $accent; }
QFrame[role="filter"] { background: $pane; border: 0; border-bottom: 1px solid $line; }
QFrame[role="note-form"] QTextEdit { padding: 0 5px; } QFrame[role="note-form"] QTextEdit:focus { padding: 0 4px; }
QTextEdit[role="title"] { font-weight: bold; }
QPushButton[role="chip"] {
    background: $pane; color: $text; border: 1px solid $ctl; border-radius: 11px; min-height: 16px; padding: 3px 8px;
    font-size: 12px; }
QPushButton[role="chip"]:hover { background: $pane2; border-color: $text; }
QPushButton[role="chip"]:focus { border: 2px solid $accent; padding: 2px 7px; }

QTabBar { background: $win; }
QTabBar::tab {
    background: transparent; color: $muted; padding: 8px 12px 6px 12px;
    border: 0; border-top: 2px solid transparent; border-bottom: 1px solid $line; }
QTabBar::tab:selected { background: $pane; color: $text; border-top-color: $accent; border-bottom-color: $pane; }
QTabBar::tab:hover:!selected { color: $text; } QTabBar:focus { border: 0; } QTabBar::scroller { width: 24px; }
QTabBar QToolButton { padding: 0; min-height: 0; border: 0; border-radius: 0; background: $win; }
QTabBar::tab:selected:focus { background: $accent_tint; }
QProgressBar { background: $well; border: 1px solid $ctl; border-radius: 4px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QProgressBar[role="warn"]::chunk { background: $warn; }
QProgressBar[role="err"] { border-color: $err; } QProgressBar[role="err"]::chunk { background: $err; }
QScrollArea { background: $pane; border: 0; }
QScrollBar { background: transparent; margin: 0; }
QScrollBar:vertical { width: 11px; } QScrollBar:horizontal { height: 11px; }
QScrollBar::handle { background: $ctl; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; } QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; } QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")
