"""Words, dates and quotation marks in the language of a template."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

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
    if not iso or not _is_english(language):
        return iso or text
    day = datetime.date.fromisoformat(iso)
    month = _MONTHS[day.month - 1]
    if language.lower() == "en-us":
        return f"{month} {day.day}, {day.year}"
    return f"{day.day} {month} {day.year}"


def short_date(text: str) -> str:
    """An ISO date where there is little room (``22 Nov 2026``); else as typed."""
    iso = iso_date(text)
    if not iso:
        return text
    day = datetime.date.fromisoformat(iso)
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def quoted(text: str, language: str = "en-GB") -> str:
    """``text`` between the quotation marks of a language, unless it stands between such marks already.

    A comma at its end belongs to the sentence that quoted it, and goes.
    """
    opening, closing = _MARKS.get(_primary(language), ("“", "”"))
    first, last = opening.strip("\u202f"), closing.strip("\u202f")
    if not text or (len(text) > 1 and text[0] == first and text[-1] == last and last not in text[1:-1]):
        return text
    return f"{opening}{text.removesuffix(',')}{closing}"


def place(paragraphs: Sequence[int], language: str = "en-GB") -> str:
    """Where words stand in a source, from their paragraphs in ascending order; 0 is the headline.

    ``para. 3``, ``paras 2 and 3``, ``paras 2 to 5``, ``headline and para. 3``; in other languages ``¶ 3``, ``¶ 2–5``.
    """
    numbers = [number for number in paragraphs if number]
    if not _is_english(language):
        return f"¶ {numbers[0]}" + (f"–{numbers[-1]}" if len(numbers) > 1 else "") if numbers else ""
    headline = "headline" if len(numbers) < len(paragraphs) else ""
    match numbers:
        case []:
            return headline
        case [number]:
            body = f"para. {number}"
        case [one, other]:
            body = f"paras {one} and {other}"
        case _:
            body = f"paras {numbers[0]} to {numbers[-1]}"
    return f"{headline} and {body}" if headline else body


def contradicted(language: str = "en-GB") -> str:
    """What stands before a source that says the contrary."""
    return "Contradicted by " if _is_english(language) else "≠ "


def conjunction(language: str = "en-GB") -> str:
    """What stands before the last of several names."""
    word = _AND.get(_primary(language))
    return f" {word} " if word else ", "


def _primary(language: str) -> str:
    return language.split("-")[0].lower()


def _is_english(language: str) -> bool:
    return _primary(language) == "en"


_MARKS = {"en": ("“", "”"), "de": ("„", "“"), "fr": ("«\u202f", "\u202f»")}
_AND = {"en": "and", "de": "und", "fr": "et", "es": "y", "it": "e", "nl": "en", "pt": "e"}
