"""The lines under "Press contact" and "Journal reference" at the end of a press release: no part of what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefer.text.clean import lines as look

_LABEL = re.compile(
    r"(?:(?:press|media|news)(?: office)? )?"
    r"(?:contacts?(?: details| information| for (?:the )?media)?|enquiries|inquiries)"
    r"|(?:for )?(?:more|further) information,? (?:please )?contact"
    r"|(?:presse-?|medien-?)?kontakt|ansprechpartner(?:in)?|contacts? (?:presse|médias)|contact",
    re.IGNORECASE,
)
_LABEL_LONGEST = 40
_REACHED = re.compile(r"\w@\w|(?:\+|\b0|\(0?)\d[\d ()/-]{6,}|\b\d{3}[- ]\d{3,4}\b")
"""An address for mail, or a number to call."""

_CITED = re.compile(r"journal references?", re.IGNORECASE)
_DOI = re.compile(r"\bdoi\b|\b10\.\d{4,}/", re.IGNORECASE)
_MOST, _LONGEST = 8, 100
_CITED_LONGEST = 600


def contacts(lines: Sequence[str]) -> set[int]:
    """Lines that name whom to ask, or the paper reported on, with the label above them; a sentence stays."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        if 0 < len(line) <= _LABEL_LONGEST and _LABEL.fullmatch(line.strip(" :*–-")):
            found |= _below(lines, at)
        elif 0 < len(line) <= _LABEL_LONGEST and _CITED.fullmatch(line.strip(" :")):
            found |= _cited(lines, at)
    return found


def _cited(lines: Sequence[str], label: int) -> set[int]:
    """The paper under "Journal reference", with its number."""
    at = label + 1
    while at < len(lines) and not lines[at]:
        at += 1
    cites = at < len(lines) and len(lines[at]) <= _CITED_LONGEST and _DOI.search(lines[at])
    return {label, at} if cites else set()


def _below(lines: Sequence[str], label: int) -> set[int]:
    """The label and the short lines under it, as far as the last that tells how somebody is reached."""
    under: list[int] = []
    for at in range(label + 1, len(lines)):
        if lines[at] and (len(under) == _MOST or len(lines[at]) > _LONGEST or _is_sentence(lines[at])):
            break
        if lines[at]:
            under.append(at)
    reached = [number for number, at in enumerate(under) if _REACHED.search(lines[at])]
    return {label, *under[: reached[-1] + 1]} if reached else set()


def _is_sentence(line: str) -> bool:
    return look.ends_sentence(line) and len(line.split()) > 6
