"""Title, author, outlet, date and link that a plain text gives at its top or end: guesses, until a person confirms.

A wrong guess is worse than none: what is in doubt stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefer.model.source import SourceHeading
from briefer.sources.article import Details
from briefer.sources.bylines import plain_names
from briefer.sources.dates import find_date, iso_date
from briefer.sources.outlets import Named, in_credit, in_dateline, in_rights, is_paper, of_address
from briefer.text.clean.lines import byline, dated, ends_sentence, hangs, label, titled

__all__ = ["Guess", "guess", "guesses", "iso_date"]

_TOP, _END = 10, 8
"""Lines at the top and at the end of a text that are looked at."""

_READ = 6_000
_HEADLINE_LONGEST = 160
_DATE_LINE_LONGEST = 120
_SECTION_LONGEST = 24

_PART = r"(?:(?![a-zà-ÿ])[^\W\d_][\w.’'-]*)"
_NAME = rf"{_PART}(?: (?:(?:de|van|von|der|den|la|le|del|di|da|dos|bin|al|el|ter|zu)\b|{_PART})){{1,4}}"
_PLACED = rf"{_NAME}(?: in [A-ZÄÖÜÉ][\w.’'-]*(?: [A-ZÄÖÜÉ][\w.’'-]*){{0,2}})?"
_AND = r"(?: ?, ?(?:and |und |et )?| and | und | et | & )"
_BYLINE = re.compile(
    r"(?:(?:(?:Story|Written|Reported|Words|Posted|Report|Text) )?(?:By|BY|by|Von|VON|Par|PAR)|Text:|Author:) "
    rf"(?P<names>{_NAME}(?:(?:, {_NAME}){{0,3}},? (?:and|und|et|&) {_NAME})?)"
    r"(?= *(?:$|[,|•·–—(/;]|(?:for|in|on|at|für|aus|à) ))"
)
_FOR = re.compile(r" *(?:,|\||•|·|–|—|for|für) *(?P<outlet>(?:for )?[A-Z][\w.’'& -]{2,50}?)(?= *(?:$|[|•·–—,(]))")
_REPORTS = re.compile(rf"(?P<names>{_NAME}) reports(?: (?:from|for) [A-Z][\w .’'-]{{1,40}})?\.?$")
_REPORTING = re.compile(
    rf"\(?(?:Additional )?Reporting by (?P<names>{_PLACED}(?:{_AND}{_PLACED}){{0,7}}) ?(?:[;.)]|$)"
)
_IN_PLACE = re.compile(r" in [A-ZÄÖÜÉ].*?(?=,? and | und | et |,|$)")
_OF_A_PLACE = re.compile(
    r"(?:New|San|Santa|Los|Las|Saint|St|North|South|East|West|Upper|Lower|Port|Cape|Fort|Mount|Lake|Great|Hong|Kuala"
    r"|Buenos|Rio|Addis|Abu|Tel|Phnom|Puerto|Santo|São|El|Costa|Sri|Saudi|Sierra|Mexico|Guatemala|Panama|Den|La|Le)\b"
)
"""How names of places of several words begin, which stand above dates as well."""
_NO_NAME = frozenset(
    "a an the any all no our my your this that these those some more most us them him her it now then here there what"
    " who how why when where order design default law night day days accident chance hand nature means popular staff"
    " monday tuesday wednesday thursday friday saturday sunday january february march april june july august"
    " september october november december not far train sea air land numbers mail phone correspondent reporter"
    " correspondents reporters editorial agencies".split()
)
_LINK = re.compile(
    r"(?:(?:Link|Source|URL|Quelle|Lien|Original|Retrieved from|Available at|Read (?:it|the original)(?: here| at)?)"
    r"(?: article)?:? ?)?<?(?P<url>https?://[^\s<>\"]{4,2000})>?$",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"updated|modified|aktualisiert|mis à jour|modifié|accessed|retrieved|abgerufen", re.IGNORECASE)
_PUBLISHED = re.compile(r"publi|posted|issued|veröffentlicht|erschienen|paru|released", re.IGNORECASE)
_DATELINE = re.compile(r"[A-ZÄÖÜÉ][\w .,’'/-]{2,60}(?:\([^)]{2,40}\))? ?[—–-]{1,2} ")
_LOCATED = re.compile(r"[A-ZÄÖÜÉ][\w’'-]+(?: [A-ZÄÖÜÉ][\w’'-]+)?, (?:le|den|am) (?=\d)")
_SUFFIX = re.compile(r"(?P<title>.{12,}?) (?:\||[–—-]) (?P<outlet>[^|–—]{2,40})$")


class Guess(NamedTuple):
    """What a text says for a detail, and the words that it rests on; ``start == end`` if they are in no text now."""

    value: str
    start: int = 0
    end: int = 0


class _Line(NamedTuple):
    words: str
    start: int
    first: bool = False

    def guess(self, value: str, start: int, end: int) -> Guess:
        return Guess(value, self.start + start, self.start + end)


def guess(text: str, headings: tuple[SourceHeading, ...], original: str = "") -> Details:
    """What the first and last lines of a cleaned text say for sure; what is in doubt stays empty.

    ``original`` is the text before cleaning, which may have taken a rights line away.
    """
    return Details(**{name: found.value for name, found in guesses(text, headings, original).items()})


def guesses(text: str, headings: tuple[SourceHeading, ...], original: str = "") -> dict[str, Guess]:
    """The same with the words that each guess rests on, by the name of the detail."""
    top = list(_lines(text[:_READ].split("\n")[: 3 * _TOP], 0))[:_TOP]
    end = _end(text, len(top))
    title, outlet = _title(headings, top)
    after_title = [line for line in top if title is None or line.start != title.start]
    author = _author(after_title, end) or (_signed(after_title) if title and title.start == top[0].start else None)
    published = _published(after_title, end)
    url = _link(top, end)
    publisher = outlet or _outlet(after_title, end, original, url)
    found = {"title": title, "author": author, "publisher": publisher, "published": published, "url": url}
    return {name: each for name, each in found.items() if each is not None}


def _lines(lines: list[str], at: int) -> Iterator[_Line]:
    first = at == 0
    for line in lines:
        if line.strip():
            yield _Line(line, at, first)
            first = False
        at += len(line) + 1


def _end(text: str, top: int) -> list[_Line]:
    if text.count("\n", 0, _READ) <= top and len(text) <= _READ:
        return []
    cut = max(0, len(text) - _READ)
    tail = text[cut:]
    return list(_lines(tail.split("\n"), cut))[-_END:]


# Title


def _title(headings: tuple[SourceHeading, ...], top: list[_Line]) -> tuple[Guess | None, Guess | None]:
    """The headline, and the outlet where that stands above it or after it on its line."""
    outlet: Guess | None = None
    heads = {heading.start for heading in headings if heading.level == 1 or heading.start == 0}
    for number, line in enumerate(top[:3]):
        following = top[number + 1 : number + 5]
        if is_paper(line.words) and following and _headline(following[0], following[1:], heads):
            outlet = line.guess(line.words.strip(), 0, len(line.words))
        elif _section(line, following, heads):
            continue
        elif _headline(line, following, heads):
            return _without_outlet(line, outlet)
        else:
            break
    return None, outlet


def _headline(line: _Line, following: list[_Line], heads: set[int]) -> bool:
    if byline(line.words) or dated(line.words) or in_dateline(line.words) or _LINK.match(line.words):
        return False
    if line.start in heads:
        return True
    words = line.words
    ended = ends_sentence(words) and not words.endswith(("?", "!"))
    long = len(words) > _HEADLINE_LONGEST or ended or hangs(words) or bool(label(words))
    if long or not (titled(words) or len(words.split()) > 3):
        return False
    if not words.lstrip("“„\"'‘«")[:1].isupper():
        return False
    told = any(byline(each.words) or dated(each.words) or in_dateline(each.words) for each in following[:3])
    prose = any(ends_sentence(each.words) and len(each.words) > 80 for each in following[:2])
    return told or (titled(words) and prose)


def _section(line: _Line, following: list[_Line], heads: set[int]) -> bool:
    """Whether a line names the section of the paper ("World news") and the headline comes next."""
    if len(line.words) > _SECTION_LONGEST or len(line.words.split()) > 2 or len(following) < 2:
        return False
    next_ = following[0]
    longer = len(next_.words) > len(line.words) and len(next_.words.split()) > 3
    return longer and next_.start not in heads | {0} and _headline(next_, following[1:], heads)


def _without_outlet(line: _Line, outlet: Guess | None) -> tuple[Guess, Guess | None]:
    match = _SUFFIX.match(line.words)
    if match and is_paper(match["outlet"]):
        named = line.guess(match["outlet"], *match.span("outlet"))
        return line.guess(match["title"], *match.span("title")), outlet or named
    return line.guess(line.words.strip(), 0, len(line.words)), outlet


# Author


def _author(top: list[_Line], end: list[_Line]) -> Guess | None:
    for line in top:
        if (
            (match := _BYLINE.match(line.words))
            and _named(match["names"])
            and not line.words.endswith((".", "?", "!"))
        ):
            return line.guess(plain_names([match["names"]]), *match.span("names"))
    for line in (*end, *top):
        match = _REPORTING.match(line.words) or _REPORTS.match(line.words)
        if match and _named(names := _IN_PLACE.sub("", match["names"])):
            return line.guess(plain_names([names]), *match.span("names"))
    return None


def _signed(below: list[_Line]) -> Guess | None:
    """A name that stands alone between the headline and a date, or the name of a paper."""
    if len(below) < 2 or not (dated(below[1].words) or is_paper(below[1].words)):
        return None
    name = below[0].words.strip()
    is_name = re.fullmatch(_NAME, name) and _named(name) and not is_paper(name) and not _OF_A_PLACE.match(name)
    return below[0].guess(plain_names([name]), 0, len(below[0].words)) if is_name else None


def _named(names: str) -> bool:
    """Whether these are names: each begins and ends with a capital, and no word of them is a common one."""
    parts = [part for part in re.split(r", | and | und | et | & ", names) if part]
    capitals = all(word[0].isupper() for part in parts for word in (part, part.split()[-1]))
    return capitals and not {word.casefold() for word in names.split()} & _NO_NAME and bool(plain_names([names]))


# Date


def _published(top: list[_Line], end: list[_Line]) -> Guess | None:
    """The date said to be that of publication, else one that stands alone or in a dateline, else an update's."""
    rated: list[tuple[int, Guess]] = []
    for line in top:
        if (stretch := _dated_stretch(line.words)) and (found := find_date(stretch)):
            rated.append((_rating(stretch, found.start), line.guess(found.iso, found.start, found.end)))
            later = find_date(stretch[found.end :])
            if rated[-1][0] == _OF_UPDATE and later and _PUBLISHED.search(stretch[found.end :]):
                span = found.end + later.start, found.end + later.end
                rated.append((0, line.guess(later.iso, *span)))
    for line in end:
        short = len(line.words) < _DATE_LINE_LONGEST and _PUBLISHED.match(line.words)
        if short and (found := find_date(line.words)):
            rated.append((2, line.guess(found.iso, found.start, found.end)))
    return min(rated, key=lambda each: each[0])[1] if rated else None


_OF_UPDATE = 3


def _rating(stretch: str, start: int) -> int:
    if _UPDATED.search(stretch[:start]):
        return _OF_UPDATE
    return 0 if _PUBLISHED.search(stretch[:start]) else 1


def _dated_stretch(line: str) -> str:
    """What of a line may hold its date: all of one that is little more than a date, or a dateline before its dash."""
    if located := _LOCATED.match(line):
        return line[: located.end() + 24]
    if len(line) < _DATE_LINE_LONGEST and not line.endswith((".", "?", "!")):
        found = find_date(line)
        alone = found and (dated(line) or _little_more(line, found.start, found.end))
        return line if alone else ""
    dateline = _DATELINE.match(line)
    return dateline[0] if dateline else ""


def _little_more(line: str, start: int, end: int) -> bool:
    """Whether a line says of a date what it is, or names writer and outlet beside it."""
    told = _UPDATED.search(line) or _PUBLISHED.search(line) or _BYLINE.match(line)
    parts = re.split(r" ?[|•·–—] ?", line[:start] + line[end:])
    return bool(told) or all(len(part.split()) <= 5 for part in parts)


# Link and outlet


def _link(top: list[_Line], end: list[_Line]) -> Guess | None:
    """The address that stands alone on a line of the top, or as the only one on a line of the end."""
    for lines in (top, end):
        found = [line.guess(match["url"], *match.span("url")) for line in lines if (match := _LINK.match(line.words))]
        if len({each.value for each in found}) == 1 or (found and lines is top):
            return found[0]
    return None


def _outlet(top: list[_Line], end: list[_Line], original: str, url: Guess | None) -> Guess | None:
    for line in top:
        if (match := _BYLINE.match(line.words)) and (found := _beside_byline(line, match)):
            return found
    for line in top:
        named = in_dateline(line.words) or in_rights(line.words) or in_credit(line.words)
        if named is None and is_paper(line.words):
            named = Named(line.words.strip(), 0, len(line.words))
        if named:
            return line.guess(*named)
    for line in reversed(end):
        if named := in_credit(line.words.lstrip("(")) or in_rights(line.words):
            return line.guess(*named)
    raw = [line.strip() for line in (*original[:_READ].split("\n"), *original[-_READ:].split("\n"))]
    if named := next(filter(None, (in_rights(line) or in_credit(line) for line in reversed(raw))), None):
        return Guess(named.name)
    return Guess(host, url.start, url.end) if url and (host := of_address(url.value)) else None


def _beside_byline(line: _Line, match: re.Match[str]) -> Guess | None:
    beside = _FOR.match(line.words, match.end())
    if not beside:
        return None
    start, end = beside.span("outlet")
    name = line.words[start:end].removeprefix("for ")
    return line.guess(name, end - len(name), end) if is_paper(name) else None
