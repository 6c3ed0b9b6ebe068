"""Title, author, outlet, date and link of a web page: from JSON-LD, then its meta elements, then the page itself."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from briefer.sources.article import Details
from briefer.sources.bylines import leads, plain_names
from briefer.sources.details import iso_date
from briefer.sources.page.blocks import Block, words_in
from briefer.sources.page.data import Node, is_body, names, words
from briefer.sources.page.metas import AUTHORS, DATES, OUTLETS, TITLES, metas
from briefer.sources.page.titles import PARTING, letters, plainest, same_headline, without_outlet

if TYPE_CHECKING:
    from lxml.etree import _Element

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?!\d{3}(?!\d))")
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")
_CHANGED = re.compile(r"updated|modified|changed|revised|aktualisiert|modifi|actualizad", re.IGNORECASE)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://\S+)|^\s*url:\s*(https?://\S+)", re.MULTILINE)
_SAVED_ON = re.compile(r"saved date:\s*\w{3} (\w{3} \d{1,2} \d{4})")
_CLASS_WORDS = re.compile(r"[a-z]+")
_BYLINE_CLASS = re.compile(r"(?:^|[-_ ])(?:byline|author|writer|contributor|creator|reporter|autor)", re.IGNORECASE)
_DATE_CLASS = re.compile(r"date|time|publish|posted|pubd", re.IGNORECASE)
_PAGE_TWO = r"(?:\.\w{3,5})?(?:[-_/]|/page/|/seite-|\?(?:page|p|pagina|seite)=|,)0?2(?:\.\w{3,5})?/?$"
_SLUG = re.compile(r"[\w.]+(?:[-_][\w.]+){2,}")
_TIMED = frozenset(("time", "abbr", "span", "div", "p"))
_ADDRESS = re.compile(r"(?:https?://(?:www\.)?)?([\w-]+(?:\.[\w-]+)+)/?")
_BRACKETED = re.compile(r"\[([^\[\]]{2,40})\]")
_NEAR = 80
"""Elements from the headline within which a time is taken for its own."""

_HEAD = 4
"""Blocks at the top among which a paragraph may be the headline."""

_TOP = 25
"""Blocks from the headline on among which a byline or a date is looked for."""


class PageDetails(NamedTuple):
    """What a page says about its article, and the names of those details that were not stated as such."""

    details: Details
    guessed: tuple[str, ...] = ()


def page_details(
    root: _Element, data: Node, blocks: Sequence[Block], chosen: Sequence[Block], url: str = ""
) -> PageDetails:
    """The details of a page, from its JSON-LD ``data`` first.

    ``blocks`` are all of the page, ``chosen`` those of its article; ``url`` is where it came from.
    """
    found = _Page(root, data, blocks, chosen)
    link = found.link() or url
    outlet = found.outlet()
    title = found.title(outlet, link)
    author, sure_author = found.author(outlet)
    published, sure_date = found.published(link)
    publisher = found.confirmed(outlet, found.suffix(title), _host(link)) or found.suffix(title) or _host(link)
    unsure = {"author": not sure_author, "publisher": not outlet, "published": not sure_date}
    details = Details(title, author, publisher, published, found.saved_on(), link)
    return PageDetails(details, tuple(name for name, is_so in unsure.items() if is_so and getattr(details, name)))


def goes_on(root: _Element, url: str) -> bool:
    """Whether the page names a next one whose address is its own with a number behind it."""
    own = re.sub(r"(?:\.\w{3,5})?/?$", "", urlsplit(url).path) if url else ""
    following = (element.get("href") or "" for element in root.iter("link", "a") if _rel(element, "next"))
    return bool(own) and any(re.search(re.escape(own) + _PAGE_TWO, address) for address in following)


def plain_date(value: str) -> str:
    """The day of a date in any usual form as YYYY-MM-DD, as its own time zone has it; empty for none that exists."""
    match = _ISO.search(value)
    if match and (made := _day(*match.groups())):
        return made
    return iso_date(" ".join(value.split()))


def _day(year: str, month: str, day: str) -> str:
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


class _Page:
    """One page with its meta elements and its JSON-LD read."""

    def __init__(self, root: _Element, data: Node, blocks: Sequence[Block], chosen: Sequence[Block]) -> None:
        self.root, self.data, self.blocks, self.chosen = root, data, blocks, chosen
        self.meta = metas(root)

    def _first(self, keys: Iterable[str]) -> Iterator[str]:
        return (value for key in keys for value in self.meta.get(key, ()))

    # Link

    def link(self) -> str:
        """Where the page was published: the most telling of the addresses that it gives."""
        given: list[object] = [e.get("href") for e in self.root.iter("link") if _rel(e, "canonical")]
        given += self.meta.get("og:url", [])
        entity = self.data.get("mainEntityOfPage")
        given += [entity.get("@id") if isinstance(entity, dict) else entity, self.data.get("url")]
        given += [match[1] or match[2] for note in self._comments() for match in _SAVED_FROM.finditer(note)]
        links = [one for one in given if isinstance(one, str) and _is_link(one)]
        # A link to the whole site says less than one to the page.
        return next(
            (one for one in links if len(urlsplit(one).path) > 1 or urlsplit(one).query), next(iter(links), "")
        )

    def saved_on(self) -> str:
        """The day on which a program saved the page, if it says so."""
        for note in self._comments():
            if match := _SAVED_ON.search(note):
                month, day, year = match[1].split()
                return iso_date(f"{month} {day}, {year}")
        return ""

    def _comments(self) -> Iterator[str]:
        from lxml import etree

        for count, note in enumerate(self.root.iter(etree.Comment)):
            if count > 50:
                return
            yield (note.text or "")[:2000]
        yield from ((note.text or "")[:2000] for note in self.root.itersiblings(etree.Comment, preceding=True))

    # Outlet

    def outlet(self) -> str:
        """What the outlet calls itself."""
        publisher = words(self.data.get("publisher"))
        named = [name for name in (*self._first(OUTLETS[:1]), publisher, *self._first(OUTLETS[1:])) if name]
        named = [
            name if "." in name[:-1] else name.removesuffix(".")
            for name in named
            if len(name) <= 80 and not name.startswith("@")
        ]
        spoken = [name for name in named if not _ADDRESS.fullmatch(name)]
        return next(iter(spoken), "") or next(iter(_ADDRESS.sub(r"\1", name) for name in named), "")

    def confirmed(self, outlet: str, suffix: str, host: str) -> str:
        """The outlet, or its name in the window's title if the page's address or its own name of itself bears it out.

        Some pages give the section ("U.S.") for the name of the site, or its address beside a name of one word.
        """
        told, names = letters(suffix), {letters(label) for label in host.split(".")[:-1]}
        if not outlet or not told or told == letters(outlet):
            return outlet
        if told in names and not any(name in letters(outlet) for name in names):
            return suffix
        first = next(self._first(OUTLETS[:1]), "")
        address = _ADDRESS.fullmatch(first) and told == letters(first) and told.startswith(letters(outlet))
        return suffix if address else outlet

    def suffix(self, title: str) -> str:
        """The outlet as the title of the window has it behind the headline, or before it."""
        whole = self._window_title()
        if not title:
            return ""
        if whole.endswith(title):
            before = PARTING.split(whole.removesuffix(title).removesuffix(": ") + " ")
            return before[0].strip() if len(before[0]) <= 40 else ""
        rest = whole[len(title) :].strip() if whole.startswith(title) else ""
        if bracketed := _BRACKETED.fullmatch(rest):
            return bracketed[1]
        if not PARTING.match(f" {rest}"):
            return ""
        last = PARTING.split(f" {rest}")[-1].strip()
        return last if len(last) <= 40 else ""

    # Title

    def title(self, outlet: str, link: str) -> str:
        """The headline as the page shows it, else as it is told to others, without the outlet's name."""
        told = [words(self.data.get("headline")), *self._first(TITLES), words(self.data.get("name"))]
        told = [one for one in (*told, self._window_title()) if one and not _SLUG.fullmatch(one)]
        shown = [block.text for block in self.blocks if block.level == 1 and not _leads_home(block)]
        shown = shown or self._named_headlines()
        ours = {letters(one) for one in (outlet, _host(link), self._last_part())}
        shown = [one for one in map(_line, shown) if letters(one) and letters(one) not in ours]
        bare = [without_outlet(one, outlet, _host(link)) for one in told]
        stated = self.data.get("headline") or "og:title" in self.meta
        if not stated and (parted := self._parted_headline()):
            return parted
        for one in shown:
            if any(same_headline(one, other) for other in told):
                return plainest(one, bare)
        if bare and stated:
            return bare[0]
        in_article = [one for one in shown if len(one.split()) > 2]
        return next(iter((*in_article[:1], *bare, *shown)), "")

    def _parted_headline(self) -> str:
        """The longest part of the title of the window, if a heading of the page says just that.

        The whole title counts where a paragraph says it at the top: word processors write headlines as such.
        """
        parts = PARTING.split(self._window_title())
        longest = letters(max(parts, key=len))
        blocks = self.blocks if len(parts) > 1 else self.blocks[:_HEAD]
        level = len(parts) > 1
        same = (block.text for block in blocks if bool(block.level) is level and letters(block.text) == longest)
        return _line(next(same, "")) if longest else ""

    def _last_part(self) -> str:
        """What stands last in the title of the window, if more stands before it."""
        parts = PARTING.split(self._window_title())
        return parts[-1] if len(parts) > 1 else ""

    def _named_headlines(self) -> list[str]:
        return [block.text for block in self.blocks if block.level == 2][:3]

    def _window_title(self) -> str:
        element = next(self.root.iter("title"), None)
        return words_in(element) if element is not None else ""

    # Author

    def author(self, outlet: str) -> tuple[str, bool]:
        """The writers, and whether the page states them as such."""
        stated = self.data.get("author") or self.data.get("creator")
        found = "" if is_body(stated) else plain_names(names(stated), outlet)
        for key in AUTHORS:
            found = found or plain_names(self.meta.get(key, ()), outlet)
        if found:
            return found, True
        marked = [words_in(e) for e in self.root.iter() if self._marks_author(e) and not _in_comments(e)]
        found = plain_names([one for one in marked if one and len(one) < 120][:6], outlet)
        if found:
            return found, True
        for block in self._top():
            if any(element.tag == "aside" for element in _outwards(block.element)):
                continue
            if len(block.text) < 160 and (leads(block.text) or self._is_byline(block)):
                line = block.text.partition("\n")[0]
                if found := plain_names([line], outlet):
                    return found, False
        return plain_names(names(stated), outlet), True

    @staticmethod
    def _marks_author(element: _Element) -> bool:
        if element.get("itemprop") == "author" or (_rel(element, "author") and element.tag == "a"):
            return True
        around = element.getparent()
        in_card = around is not None and {"author", "vcard"} <= set(_CLASS_WORDS.findall(around.get("class") or ""))
        return in_card and "fn" in (element.get("class") or "").split()

    @staticmethod
    def _is_byline(block: Block) -> bool:
        around = (block.element, *list(block.element.iterancestors())[:1])
        return any(_BYLINE_CLASS.search(f"{e.get('class') or ''} {e.get('id') or ''}") for e in around)

    # Date

    def published(self, link: str) -> tuple[str, bool]:
        """The day of publication, and whether the page states it as such."""
        stated = (words(self.data.get(key)) for key in ("datePublished", "dateCreated", "uploadDate"))
        for value in (*stated, *self._first(DATES)):
            if found := plain_date(value):
                return found, True
        for element in self._times():
            value = element.get("datetime") or element.get("content") or element.get("title") or ""
            if found := plain_date(value) or plain_date(words_in(element)):
                return found, True
        for block in self._top():
            line = block.text.partition("\n")[0]
            if len(line) < 120 and not _CHANGED.match(line) and (found := plain_date(line)):
                return found, False
        in_path = _IN_PATH.search(urlsplit(link).path)
        made = _day(*in_path.groups()) if in_path else ""
        return (made, False) if made else (self._dated(), False)

    def _times(self) -> list[_Element]:
        """Elements that give a time near the headline, those of publication first, those of a change never."""
        wanted = {id(block.element) for block in self._top()[:1]}
        found: list[tuple[int, _Element]] = []
        headline = 0
        for place, element in enumerate(self.root.iter()):
            if id(element) in wanted:
                headline = place
            if element.tag in _TIMED and _gives_date(element):
                found.append((place, element))
        first = [e for _, e in found if e.get("itemprop") == "datePublished" or e.get("pubdate") is not None]
        near = sorted((abs(place - headline), place, e) for place, e in found if abs(place - headline) <= _NEAR)
        return first[:1] + [e for _, _, e in near]

    def _dated(self) -> str:
        """The date in a part of the page that is called after it."""
        for block in self.blocks[:400]:
            around = (block.element, *list(block.element.iterancestors())[:1])
            called = any(_DATE_CLASS.search(f"{e.get('class') or ''} {e.get('id') or ''}") for e in around)
            if (
                called
                and len(block.text) < 80
                and not _CHANGED.search(block.text)
                and (day := plain_date(block.text))
            ):
                return day
        return ""

    def _top(self) -> list[Block]:
        """The blocks around the headline and the first words of the article, in order."""
        first = next((i for i, block in enumerate(self.blocks) if self.chosen and block is self.chosen[0]), -1)
        if first < 0:
            return list(self.blocks[:_TOP])
        head = max((i for i in range(first + 1) if self.blocks[i].level == 1), default=max(first - 8, 0))
        return list(self.blocks[head : max(first + 3, head + 8)][:_TOP])


def _gives_date(element: _Element) -> bool:
    named = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    if _in_comments(element):
        return False
    if _CHANGED.search(named) or _CHANGED.match(words_in(element)):
        return False
    if element.tag == "time":
        return True
    return element.get("itemprop") == "datePublished" or (element.tag == "abbr" and "published" in named)


def _in_comments(element: _Element) -> bool:
    return any("comment" in f"{e.get('class') or ''} {e.get('id') or ''}".lower() for e in _outwards(element))


def _outwards(element: _Element) -> list[_Element]:
    return [element, *(one for one in element.iterancestors() if one.tag not in ("html", "body"))]


def _leads_home(block: Block) -> bool:
    """Whether a heading is a link to the first page of the site: its name, not a headline."""
    links = [urlsplit(one) for link in block.element.iter("a") if _is_address(one := link.get("href") or "")]
    return bool(links) and block.linked >= len(block.text) / 2 and all(a.path in ("", "/") for a in links)


def _is_address(link: str) -> bool:
    try:
        return link == "/" or bool(urlsplit(link).netloc)
    except ValueError:
        return False


def _host(link: str) -> str:
    return (urlsplit(link).hostname or "").removeprefix("www.")


def _line(text: str) -> str:
    return " ".join(text.split())


def _rel(element: _Element, kind: str) -> bool:
    return kind in (element.get("rel") or "").lower().split()


def _is_link(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not any(c.isspace() for c in address)
