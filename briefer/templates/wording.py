"""Words, dates and quotation marks in the language of a template."""

from __future__ import annotations

import datetime
import re

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|T)")


def iso_date(text: str) -> str:
    """The calendar date that an ISO date or time begins with, as ``2026-11-22``; empty if there is none."""
    match = _ISO.match(text)
    try:
        return datetime.date.fromisoformat(match[0]).isoformat() if match else ""
    except ValueError:
        return ""


def spoken_date(text: str, language: str = "en-GB") -> str:
    """An ISO date as an office writes it (``22 November 2026``, in en-US ``November 22, 2026``); else as typed."""
    iso = iso_date(text)
    if not iso or not language.startswith("en"):
        return text
    day = datetime.date.fromisoformat(iso)
    month = _MONTHS[day.month - 1]
    return f"{month} {day.day}, {day.year}" if language == "en-US" else f"{day.day} {month} {day.year}"


def quoted(text: str, language: str = "en-GB") -> str:
    """``text`` between the quotation marks of a language, unless it stands between such marks already."""
    opening, closing = _MARKS.get(language.split("-")[0], ("“", "”"))
    if not text or (text[0] == opening.strip("\u202f") and text[-1] == closing.strip("\u202f")):
        return text
    return f"{opening}{text}{closing}"


_MARKS = {"en": ("“", "”"), "de": ("„", "“"), "fr": ("«\u202f", "\u202f»")}
