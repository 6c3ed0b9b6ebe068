"""What is said of a template: under its name in the list, in its details, and in one sentence for who cannot see."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from briefer.catalogue import Listed
from briefer.templates.files import DEFAULT
from briefer.templates.template import FrontMatter, Template
from briefer.ui.start.dates import when

PLACES = {"built in": "Built in", "mine": "My templates", "office": "Office folder"}

_LISTS = ("actors", "actions", "stakes", "quotes", "sources")
_LIST = re.compile(rf"\{{%[^%]*?\b({'|'.join(_LISTS)})\b")


def subtitle(listed: Listed) -> str:
    """The line under its name."""
    if listed.place != "built in" or listed.template is None:
        kind = "Word" if listed.is_word else "Markdown"
        return f"{kind} · changed {changed(listed)}"
    front = listed.template.front
    told = [_pages(front), "default" if listed.id == DEFAULT else "", *_ways(front)]
    return " · ".join([each for each in told if each][:2])


def changed(listed: Listed) -> str:
    """The day on which its file was changed, ``today 14:05`` or ``9 Nov 2026``."""
    stamp = datetime.fromtimestamp(listed.changed, UTC).isoformat()
    said = when(stamp, datetime.now().astimezone())
    return f"{said[:1].lower()}{said[1:]}"


def file_words(listed: Listed) -> str:
    """Where its file is, as people say it."""
    return (
        "Ships with Briefer" if listed.place == "built in" else f"{PLACES[listed.place]} / {Path(listed.path).name}"
    )


def uses(template: Template) -> str:
    """What it asks of a brief: header fields, sections, and the lists of notes that it goes through."""
    front = template.front
    told = [counted(len(front.header), "field"), counted(len(front.sections), "section")]
    used = set(_LIST.findall(template.body))
    if used:
        told.append(f"lists of {_and([each for each in _LISTS if each in used])}")
    return ", ".join(told)


def limit(front: FrontMatter) -> str:
    """How long it may be, and on what paper."""
    told = [_pages(front) or "no limit", counted(front.limit.words, "word") if front.limit.words else "", front.paper]
    words = ", ".join([each for each in told if each] + (["landscape"] if front.orientation == "landscape" else []))
    return words[:1].upper() + words[1:]


def verdict(listed: Listed) -> str:
    """How many errors it has, for the pill in its row; empty if none."""
    return counted(listed.errors, "error") if listed.errors else ""


def in_words(listed: Listed, *, updated: bool) -> str:
    """All that its row shows, for who cannot see it."""
    told = [listed.name, subtitle(listed), verdict(listed), "updated since you last used it" if updated else ""]
    return ", ".join(filter(None, told))


def counted(count: float, what: str) -> str:
    """A number of things: ``1 error``, ``3 errors``."""
    return f"{count:g} {what}{'' if count == 1 else 's'}"


def _pages(front: FrontMatter) -> str:
    return counted(front.limit.pages, "page") if front.limit.pages else ""


def _ways(front: FrontMatter) -> list[str]:
    """What is special about it."""
    return [
        "numbered paragraphs" if front.numbering == "paragraphs" else "",
        "portion marks" if front.portion_marks else "",
        "landscape" if front.orientation == "landscape" else "",
        front.paper if front.paper != "A4" else "",
    ]


def _and(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
