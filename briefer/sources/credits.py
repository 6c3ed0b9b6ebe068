"""Lines at the top or the end of a document that say no more than its details: who wrote it, for whom, and when.

Pages leave such lines out as well; what they say is kept in the details.
"""

from __future__ import annotations

import re

from briefer.sources.article import Details
from briefer.sources.dates import find_date
from briefer.text.clean.lines import dated

_TOP = 5
"""Paragraphs at the top among which credits are looked for."""
_LONGEST, _MOST_LINES = 120, 4
_ENDS = (".", "!", "?", ":")
_SMALL = re.compile(
    r"\b(?:by|von|par|por|di|and|und|et|y|e|for|für|in|on|am|le|the|at|um|uhr|à|"
    r"(?:words|story|text|report|written|reported|posted|published|updated|veröffentlicht|publié)(?: (?:by|on))?|"
    r"author|date|autor|datum|auteur|\d{1,2}[ -]min(?:ute)?s?(?: read)?|"
    r"mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|"
    r"\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche)\b|\b\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:(?:last )?(?:updated|modified)|mise? à jour|modifié|(?:zuletzt )?(?:aktualisiert|geändert)|actualizado)"
    r"(?: (?:on|at|le|am|um|el))?:?\s*$",
    re.IGNORECASE,
)
"""What stands before a second date: when the text was changed."""

_LETTER = re.compile(r"[^\W_]")
_HEADING = re.compile(r"(#{1,6}) (.+)")
_GAP = re.compile(r"\n{2,}")


def without_credits(original: str, details: Details) -> str:
    """An extracted text without the paragraphs at its top and its end of which nothing but the details is left.

    Under a title in one paragraph with them, such lines go as well. A sentence never goes, nor the only paragraph
    that there is, nor a heading, but for those right under the title in a type that no other has.
    """
    paragraphs = [paragraph for paragraph in _GAP.split(original) if paragraph.strip()]
    large = _in_large_type(paragraphs, details)
    kept = ["" if at in large else each for at, each in enumerate(paragraphs)]
    places = range(len(paragraphs))
    for at in {*places[:_TOP], *places[-1:]}:
        if not kept[at]:
            continue
        others = paragraphs[:at] + paragraphs[at + 1 :]
        kept[at] = _bare(paragraphs[at], others, details) if others else kept[at]
    return "\n\n".join(filter(None, kept)) if kept != paragraphs and any(kept) else original


def _in_large_type(paragraphs: list[str], details: Details) -> range:
    """The headings right under the title that are none: the writer's name and the date, set larger than the text."""
    if not paragraphs or not details.title or paragraphs[0].lstrip("# ") != details.title:
        return range(0)
    end = 1
    while end < min(_TOP, len(paragraphs)) and (said := _HEADING.fullmatch(paragraphs[end])):
        if not says_only(said[2], details):
            break
        end += 1
    levels = {each.partition(" ")[0] for each in paragraphs[1:end]}
    others = any(each.partition(" ")[0] in levels for each in (paragraphs[0], *paragraphs[end:]))
    return range(0) if others else range(1, end)


def _bare(paragraph: str, others: list[str], details: Details) -> str:
    """A paragraph without credits; names and dates that come again on lines of their own head what follows."""
    bare = without_lines(paragraph, details)
    kept = bare.split("\n")
    gone = [line for line in paragraph.split("\n") if line.strip() and line not in kept]
    return paragraph if any(_heads_alike(line, other) for other in others for line in gone) else bare


def says_only(line: str, details: Details) -> bool:
    """Whether a line says nothing but author, outlet and date, as the details have them."""
    words = line.strip()
    if words.startswith("#") or words.endswith(_ENDS) or not 0 < len(words) <= _LONGEST:
        return False
    rest = words
    if details.published and (found := find_date(rest)) and found.iso == details.published:
        rest = rest[: found.start] + " " + rest[found.end :]
    if (found := find_date(rest)) and (updated := _UPDATED.search(rest[: found.start])):
        rest = rest[: updated.start()] + " " + rest[found.end :]
    for name in (details.publisher, *details.author.split(", ")):
        if name:
            rest = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", rest, flags=re.IGNORECASE)
    return rest != words and not _LETTER.search(_SMALL.sub(" ", rest))


def without_lines(paragraph: str, details: Details) -> str:
    """A paragraph without the lines that say nothing but the details, if all do, or all others are the title."""
    lines = [line for line in paragraph.split("\n") if line.strip()]
    kept = [line for line in lines if not says_only(line, details)] if len(lines) <= _MOST_LINES else lines
    titled = all(" ".join(line.split()) == details.title for line in kept)
    return "\n".join(kept) if len(kept) < len(lines) and titled else paragraph


def _heads_alike(credit: str, paragraph: str) -> bool:
    """Whether a paragraph's first line says the same as a credit, or is a date as that is."""
    line = paragraph[:_LONGEST].strip().partition("\n")[0].lstrip("# ").rstrip(" :")
    return line == credit.strip() or (dated(credit.strip()) and dated(line))
