"""The name of an outlet where a text gives it: in its dateline, its rights line, a line of its own."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

AGENCIES = frozenset(
    "AP AFP Reuters dpa DPA ANSA EFE TASS Xinhua Kyodo PA PTI ANI UPI APA ATS ANP Belga TT NTB Ritzau PAP CTK ČTK"
    " Bloomberg CNN BBC RFE/RL".split()
)
_WORD_OF_A_PAPER = (
    "Times|Post|Guardian|Courier|Herald|Journal|Tribune|Gazette|News|Review|Telegraph|Chronicle|Observer|Mail"
    "|Standard|Globe|Press|Independent|Economist|Examiner|Inquirer|Register|Mirror|Dispatch|Bulletin|Echo|Argus"
    "|Sentinel|Monitor|Reporter|Weekly|Zeitung|Rundschau|Nachrichten|Tagblatt|Tageblatt|Anzeiger|Presse|Spiegel"
    "|Monde|Figaro|Libération|Agency"
)
_PAPER = re.compile(rf"(?:[^\W\d_][\w.’'&-]* ){{0,4}}(?:\w*(?:{_WORD_OF_A_PAPER}))(?: (?:Online|Magazine|Network))?")
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][\w .,’'/-]{1,60}?)?,? ?\((?P<outlet>[^\W\d_][\w/&. -]{1,29})\) ?[—–-]{1,2} ?"
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright(?: ©| \(c\))?)[ ,]*(?:\d{4}(?:[–-]\d{2,4})?,? (?:by )?(?P<after>[^.,|·;\d]{3,60})"
    r"|(?:by )?(?P<before>[^.,|·;\d]{3,60}),? \d{4})(?:[.,|·; ].{0,80})?$",
    re.IGNORECASE,
)
_FIRST_IN = re.compile(
    r"(?:this (?:article|story|piece|report|essay|interview) (?:was )?|the article (?:was )?)?"
    r"(?:(?:first|originally) (?:appeared|published|ran)|(?:appeared|published) (?:first|originally))"
    r" (?:in|on|by) (?P<outlet>[^.,;:()]{3,60}?)(?= on \d| on [A-Z]\w+ \d|[.,;:(]|$)",
    re.IGNORECASE,
)
_LEGAL = re.compile(r",? (?:Ltd|Limited|Inc|LLC|plc|GmbH|S\.?A|AG)\.?$|\.? all rights reserved.*$", re.IGNORECASE)
_PICTURES = re.compile(r"getty|shutterstock|istock|alamy|image|photo", re.IGNORECASE)


class Named(NamedTuple):
    """An outlet's name and where it stands in the line."""

    name: str
    start: int
    end: int


def in_dateline(line: str) -> Named | None:
    """``LONDON (Reuters) —``: after a place in capitals any name, else that of a news agency."""
    match = _DATELINE.match(line)
    if not match:
        return None
    place = (match["place"] or "").split(",")[0].strip()
    loud = len(place) > 2 and place.upper() == place
    return _named(match, "outlet") if loud or match["outlet"] in AGENCIES else None


def in_rights(line: str) -> Named | None:
    """``© 2025 The Meridian Courier``, with its year, and not of a picture's agency."""
    match = _RIGHTS.match(line)
    if not match:
        return None
    group = "after" if match["after"] else "before"
    start, end = match.span(group)
    name = _LEGAL.sub("", line[start:end].strip()).strip()
    start = line.index(name, start)
    proper = name[:1].isupper() and not _PICTURES.search(name)
    return Named(name, start, start + len(name)) if proper else None


def in_credit(line: str) -> Named | None:
    """``This article first appeared in The Meridian Courier.``"""
    match = _FIRST_IN.match(line)
    return _named(match, "outlet") if match and match["outlet"][:1].isupper() else None


def is_paper(words: str) -> bool:
    """Whether words that stand alone are the name of a newspaper or agency, as far as one can tell."""
    name = words.strip()
    return name in AGENCIES or (
        bool(_PAPER.fullmatch(name)) and all(w[0].isupper() or len(w) < 4 for w in name.split())
    )


def of_address(url: str) -> str:
    """The host of a web address without ``www.``; empty if it has none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").removeprefix("m.").removeprefix("amp.")


def _named(match: re.Match[str], group: str) -> Named:
    name = match[group].strip()
    return Named(name, match.start(group), match.start(group) + len(name))
