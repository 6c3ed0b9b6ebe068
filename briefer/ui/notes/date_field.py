"""The editor of an entry's date, and what is said below it: what was understood."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from briefer.model.brief import Brief
from briefer.model.entries import Entry
from briefer.ui.style_sheet import set_role
from briefer.ui.text.date_line import DateLine

if TYPE_CHECKING:
    from briefer.model.days import Told


class DateNote(QLabel):
    """One line below a date: what its words mean and as seen from which day; hidden where they say it all."""

    def __init__(self) -> None:
        super().__init__(wordWrap=True)
        set_role(self, "muted")
        self.hide()

    def show_entry(self, entry: Entry, brief: Brief, text: str, line: DateLine) -> None:
        """Say it of an entry's date, and let the line's calendar begin there."""
        from briefer.model.days import told_date  # not before a note is opened

        told = told_date(brief, entry) if text.strip() else None
        line.meant = told.date.when if told is not None else None
        words = understood_words(text, told) if told is not None else ""
        line.setAccessibleDescription(words)
        if words != self.text():
            self.setText(words)
        self.setVisible(bool(words))


def understood_words(text: str, told: Told) -> str:
    """What a date was understood to mean; empty if it is written in full, as ``2026-11-22``."""
    from briefer.text.dates import spoken

    date = told.date
    meant = f"{date.bound} {spoken(date.period)}".strip()
    meant = meant[:1].upper() + meant[1:]
    other = f"; it may also be {spoken(date.other)}" if date.other is not None else ""
    if date.is_relative and told.today is not None:
        whose = "article" if told.from_article else "brief"
        return f"{meant} – from “{text.strip()}”, {whose} of {_short(told.today)}{other}"
    return "" if _is_full(text) else f"{meant}{other}"


def _short(day: datetime.date) -> str:
    from briefer.text.dates import Period, spoken

    return spoken(Period(day, day)).partition(" ")[2]


def _is_full(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text.strip()[:10])
    except ValueError:
        return False
    return True
