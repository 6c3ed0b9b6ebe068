"""What a single line looks like: its end, its start, and whether it is a list item, a table row, code or a turn.

Every function looks at a bounded part of the line, so that one huge line costs no more than a short one.
"""

from __future__ import annotations

import re
from functools import lru_cache

SHORT = 45
"""Code points under which a line may be verse, an address or a heading: nobody wraps prose so narrowly."""

HEADING_LONGEST = 120
"""Code points of the longest line that may be a heading."""

_REMEMBERED = 4096
"""Ends and starts of lines, a few code points each: every rule asks the same of the same lines."""

_ENDERS = tuple(".!?…:。！？")
_CLOSERS = ")]\"'”’»“›"
_END_WITHIN = re.compile(r"(?:[^\W\d_A-Z]{4}[.!?]|[.!?][”\"’»)]) [“„\"«(]?[A-ZÄÖÜÉ]")
_ABBREVIATIONS = frozenset(
    "Mr. Mrs. Ms. Dr. Prof. Gen. Sen. Rep. Gov. Lt. Col. Sgt. Capt. Adm. Nr. vs. Hr. Fr. Mme."
    " Jan. Feb. Aug. Sept. Oct. Nov. Dec. e.g. i.e. z.B. d.h.".split()
)
_HANGING_WORDS = (
    "a an the of to in on at by for from with and or but as that which who its their his her is are was were has have"
    " had will would not than into over after before between under during against called"
    " der die das dem den des ein eine einer und oder mit von für im zu zur zum auf"
    " le la les du et ou un une dans pour par sur avec que qui de"
)
_HANGING = re.compile(r"(?:^|\s)(?:" + _HANGING_WORDS.replace(" ", "|") + r")$")
_OPENING = re.compile(r"(?:^|[\s(\[—–-])[“„‘‚«‹(\[]$")
_BULLETS = "-–—*•‣◦▪●○·■□➢➤►✓"
_BULLET = re.compile(rf"[ \t]*[{_BULLETS}][ \t]+\S")
_NUMBER = re.compile(r"[ \t]*\(?(?:(\d{1,3})|([a-z])|[ivx]{1,5})[.)][ \t]+\S")
_ROW = re.compile(r"\S[ \t]*\t[ \t]*\S|\S {3,}\S|^[ \t]*\|.*\|")
_CODE = re.compile(
    r"[ \t]*(?:(?:def|class|import|from \w+ import|return|else:|try:|function|var|const|let|public|private|#include"
    r"|(?:if|for|while) .*:$|SELECT .* FROM|</?\w+[^>]*>$|\$ \w|>>> |\.\.\. )"
    r"|[\w.\[\]]+(?:\(.*\))? ?[-+*/]?= ?\S|[})\]]+[;,]?$|.*[;{]$|[\w.]+\([^)]*\);?$)"
)
_PLAIN = re.compile(
    r"(?!def|class|import|from|return|function|var|const|let|public|private|SELECT)[^\W\d_]{2}[^\t|:;={}()<>\[\]]*+$"
)
_LABEL = re.compile(
    r"(Q|A|F|[A-ZÄÖÜÉ][A-ZÄÖÜÉ .'’-]{1,30}|[A-ZÄÖÜÉ][\w.'’-]+(?: [A-ZÄÖÜÉ][\w.'’-]+){0,3})"
    r"(?: ?\([^)]{1,30}\))?[:.] "
)
_CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_FIELD_NAMES = (
    "From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Attachments?|Von|An|Betreff|Datum|Gesendet|De|À|Objet|Envoyé"
    "|Tel|Phone|Fax|E-?mail|Web"
)
_FIELD = re.compile(rf"(?:{_FIELD_NAMES}) ?: ?", re.IGNORECASE)
_BYLINE = re.compile(r"(?:By|Von|Par|Text:) (?=[A-ZÄÖÜÉ])(?![^.]{70})")
_MONTHS = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
)
_DATE = (
    rf"(?:\d{{1,2}}\.? (?:{_MONTHS})\.?,? \d{{4}}|(?:{_MONTHS})\.? \d{{1,2}},? \d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})"
)
_DATED = re.compile(
    r"(?:(?:Published|Updated|Posted|Last updated|Veröffentlicht|Stand|Publié)(?: on| at| le| am)?:? )?"
    rf"(?:\w+day,? )?{_DATE}.{{0,40}}$",
    re.IGNORECASE,
)


def plain(line: str) -> bool:
    """Whether a line has no sign of an item, a row, a field, a turn or code: most have none, and are told fast."""
    return bool(_PLAIN.match(line)) and "   " not in line and "." not in line[1:7]


def cjk(character: str) -> bool:
    """Whether it is a character of Chinese or Japanese, or one of their marks."""
    return character >= "\u2e80" and bool(_CJK.match(character))


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does; a title or a month cut short ("Mr.", "Dec.") does not."""
    return _ends_sentence(line[-16:])


@lru_cache(_REMEMBERED)
def _ends_sentence(tail: str) -> bool:
    tail = tail.rstrip()
    if not tail.rstrip(_CLOSERS).endswith(_ENDERS):
        return False
    return not (tail.endswith(".") and _cut_short(tail))


def _cut_short(tail: str) -> bool:
    return tail.replace("(", " ").replace("“", " ").replace('"', " ").rsplit(None, 1)[-1] in _ABBREVIATIONS


def hangs(line: str) -> bool:
    """Whether the line cannot be the end of anything: it closes with a comma, an article, an opening mark."""
    return _hangs(line[-16:])


@lru_cache(_REMEMBERED)
def _hangs(tail: str) -> bool:
    tail = tail.rstrip()
    return tail.endswith((",", ";")) or bool(
        _HANGING.search(tail) or _OPENING.search(tail) or (tail.endswith(".") and _cut_short(tail))
    )


def breaks_off(line: str) -> bool:
    """Whether a line that ends no sentence must go on: it is long for a heading, or a sentence ended within it."""
    return len(line) > HEADING_LONGEST or (len(line) >= SHORT and bool(_END_WITHIN.search(line)))


def starts_small(line: str) -> bool:
    """Whether the line starts in the middle of a sentence, with a small letter (after any marks)."""
    return _starts_small(line[:24])


@lru_cache(_REMEMBERED)
def _starts_small(start: str) -> bool:
    start = start.lstrip(" \t“”„\"'‘’(«‹[—–-")
    return bool(start) and start[0].islower()


def first_word(line: str) -> str:
    """The first word with all that clings to it, as far as 60 code points."""
    words = line[:60].split(None, 1)
    return words[0] if words else ""


def bullet(line: str) -> bool:
    """Whether the line starts with a bullet or a dash that may be one."""
    return line.lstrip(" \t")[:1] in _BULLETS and bool(_BULLET.match(line))


def item_number(line: str) -> int:
    """The number of a numbered item (letters count from a), 0 for none; roman numbers are letters here."""
    start = line[:24].lstrip(" \t(")[1:7]
    match = _NUMBER.match(line) if "." in start or ")" in start else None
    if not match:
        return 0
    return int(match[1]) if match[1] else ord(match[2] or "a") - ord("a") + 1


def row(line: str) -> bool:
    """Whether the line may be a row of a table: cells parted by tabs, bars or three spaces."""
    start = line[:400]
    return ("\t" in start or "   " in start or "|" in start) and bool(_ROW.search(start.strip()))


def code(line: str) -> bool:
    """Whether the line looks like a program."""
    return len(line) < 200 and bool(_CODE.match(line))


def label(line: str) -> str:
    """Who speaks, where the line opens a turn of a transcript ("Q:", "MORVANE:"); empty for none."""
    start = line[:80]
    match = _LABEL.match(start) if ":" in start or start[:1] in ("Q", "A") else None
    return match[1] if match and (match[0][-2] == ":" or match[1] in "QA") else ""


def field(line: str) -> bool:
    """Whether the line is a field of a letter or e-mail head ("Subject: …")."""
    start = line[:24]
    return ":" in start and bool(_FIELD.match(start))


def byline(line: str) -> bool:
    """Whether the line names the writer ("By Hanne Lovell") and does nothing else."""
    return len(line) < 80 and bool(_BYLINE.match(line)) and not ends_sentence(line)


def dated(line: str) -> bool:
    """Whether the line is a date, with a word before or a time after it at most."""
    return len(line) < 90 and bool(_DATED.match(line))


def titled(line: str) -> bool:
    """Whether the line could be a heading by itself: not long, no end of sentence, not starting small."""
    start = line.lstrip("“„\"'‘«(¿¡")[:1]
    if not start or not (start.isupper() or start.isdigit() or (start.isalpha() and not start.islower())):
        return False
    ended = ends_sentence(line) and not line.endswith(("?", "!"))
    plain = not (ended or hangs(line) or bullet(line) or row(line) or byline(line) or dated(line) or field(line))
    return len(line) <= 100 and len(line.split()) <= 16 and plain
