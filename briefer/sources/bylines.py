"""Authors as pages name them, made plain: "By Ann Lee and Bo Ray" becomes "Ann Lee, Bo Ray"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LEAD = re.compile(
    r"^\W*(?:(?:(?:words|story|text|report|reporting|analysis|article|review|posted|written|published|submitted)\s+)?"
    r"(?:by|von|par|por|di|af|av|door)\b[:\s]+|(?:authors?|autor(?:in|en)?|auteurs?)\s*:\s*)",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:,\s*(?:and|und|et|y|e|og|och|en)\s+|\s+(?:and|und|et|y|og|och|en)\s+|[,;|&/•·]|\s[-–—]\s)\s*"
)
_ADDRESS = re.compile(r"https?:|www\.|\w\.(?:com|org|net|info|co\.uk|[a-z]{2})$|@", re.IGNORECASE)
_COMPANY = re.compile(
    r"\b(?:GmbH|AG|e\.\s?V|Inc|Ltd|LLC|Verlag)\b|, Germany$"
    r"|\b(?:Department|Ministry|Office|Agency|Authority|Institute|Commission|Committee|Council|University)"
    r" (?:of|for)\b"
)
"""What is the name of a company or a public body, and so of no person."""

_NOT_A_NAME = re.compile(
    r"\b(?:staff|editors?|editorial|admin|administrator|newsroom|desk|contributors?|redaktion|redacción|rédaction|"
    r"webmaster|correspondents?|reporters?|writers?|columnists?|updated|published|posted|follow|"
    r"print|e-?mail|share|bio|archive|profile|all posts|view|more|about|by|min(?:ute)?s?|read|comments?|"
    r"january|february|march|april|june|july|august|september|october|november|december|"
    r"senior|chief|guest|for|in|on|at|am|pm|gmt|est|unknown|anonymous|says|sagt|said|null|undefined|none|author)\b|\d",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:press|news|times|agency|media|wire|magazine|newspaper|journal|radio|tv|reuters|bloomberg|university|"
    r"institute|agentur|zeitung|presse)\b",
    re.IGNORECASE,
)
"""What stands behind a name after a comma, if it is not a name."""

_LONGEST = 60
_MOST = 12
_WORD = re.compile(r"[^\W\d_]{3,}|\b(?=\w?[AEIOUY])[^\W\d_]{2}\b")


def plain_names(found: Iterable[str], outlet: str = "") -> str:
    """Names of persons with commas between them; addresses, roles, dates and the outlet itself left out."""
    names: list[str] = []
    for line in found:
        if _COMPANY.search(line):
            continue
        for place, part in enumerate(_AND.split(_LEAD.sub("", " ".join(line.split())))):
            name = _cased(part.strip(" .,:;|-–—()[]*“”\"'"))
            if place and (_OUTLET.search(name) or (names and " " in names[0] and " " not in name)):
                continue  # a place or an employer
            if _is_name(name) and _bare(name) != _bare(outlet) and name not in names:
                names.append(name)
    return ", ".join(names[:_MOST])


def leads(line: str) -> bool:
    """Whether a line begins as a byline does."""
    return bool(_LEAD.match(line))


def _is_name(name: str) -> bool:
    if not 1 < len(name) <= _LONGEST or _ADDRESS.search(name) or _NOT_A_NAME.search(name):
        return False
    parts = name.split()
    return len(parts) <= 6 and any(part[0].isupper() or not part[0].isascii() for part in parts)


def _bare(name: str) -> str:
    return name.replace(" ", "").casefold()


def _cased(name: str) -> str:
    """A name in capitals as names are written; initials, and names of one short word, stay."""
    if not name.isupper() or len(name) < 6 or " " not in name:
        return name
    return _WORD.sub(lambda match: match[0].capitalize(), name)
