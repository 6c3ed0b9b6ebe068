"""Which blocks of a web page are its article.

trafilatura says where the article stands; the blocks between its first and its last words are then judged one by one,
so that lists, tables, verse and quotations that it leaves out come in, in their order and with their lines.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING

from briefer.sources.page.blocks import Block
from briefer.sources.page.boxes import boxes, buttons, leads_on
from briefer.sources.page.furniture import named_furniture
from briefer.sources.page.heads import heads_of_articles, teasers

if TYPE_CHECKING:
    from lxml.etree import _Element

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
"""A link that shows its own address is meant to be read."""

_NOT_LETTERS = re.compile(r"[\W_]+")
_LINKS = 0.5
"""The share of links from which on a block leads elsewhere."""

_FEW_LINKS = 0.25
_LINKS_OF_A_LIST = 0.75
"""From this share on, a list leads elsewhere: its items are links and little else."""

_SHORT = 30
"""A line shorter than this that does not end like a sentence is a label."""

_LONG = 60
_RIGHTS = re.compile(r"(?:©|copyright (?:©|\(c\)|\d{4}\b))", re.IGNORECASE)

_CREDIT = re.compile(
    r"\W*(?:source|quelle|fuente|fonte|text|photo|foto|editor|redaktion|来源|编辑|责任编辑) ?[:：]", re.IGNORECASE
)
"""A last line that begins like this says where a text was taken from, or who saw to it."""

_LED = 6
"""Characters that say what links are."""

_NEAR = 4
"""Elements from a block outwards among which one holds text that was found."""

_ENDS = (".", "!", "?", "…", ":", ";", "”", "’", '"', "'", ")", "»", "“", "。", "！", "？", "」")

_WHOLE = 0.85
"""The share of the found text that the element around the article holds."""

_MOST = 0.6
"""The share of it that a part holds in which the article goes on to its end."""

_MUCH = 0.35
"""A part with this share of the found text is no furniture, whatever it is called."""

_MOST_TEXT = 600_000
_MOST_ELEMENTS = 20_000

_SEARCHED = 100_000_000
"""Characters that are searched at most for blocks that are not where they are expected."""


def article_blocks(root: _Element, blocks: Sequence[Block]) -> list[Block]:
    """The blocks of the article, in order; none if no article can be told from the rest."""
    found = _found(_extracted(root), blocks) if _is_small(root, blocks) else []
    if not any(found):
        found = _looking_like_text(blocks)
    judge = _Judge(blocks, found)
    sure = [
        i for i, block in enumerate(blocks) if found[i] and len(block.text) >= _LONG and not judge.furniture(block)
    ]
    sure = sure or [i for i, kept in enumerate(found) if kept]
    if not sure:
        return []
    first, last = sure[0], sure[-1]
    while first and found[first - 1] and judge.belongs(blocks[first - 1]):
        first -= 1
    while last + 1 < len(blocks) and found[last + 1] and judge.belongs(blocks[last + 1]):
        if _CREDIT.match(blocks[last + 1].text):
            break
        last += 1
    while first and judge.continues(blocks[first - 1], blocks[first]):
        first -= 1
    while last + 1 < len(blocks) and judge.continues(blocks[last + 1], blocks[last]):
        last += 1
    first, last = judge.start(blocks, first), judge.end(blocks, last)
    chosen = [
        blocks[at]
        for at in range(first, last + 1)
        if (not judge.furniture(blocks[at]) and (found[at] or judge.belongs(blocks[at])))
        or (first < at and judge.names_links(blocks[at], blocks[at - 1], blocks[min(at + 1, last)]))
    ]
    return _without_loose_headings(_without_empty_boxes(chosen, blocks))


def unpruned_blocks(blocks: Sequence[Block]) -> list[Block]:
    """All blocks that could be text of an article, if nothing says where it is."""
    judge = _Judge(blocks, [True] * len(blocks))
    return _without_loose_headings([block for block in blocks if not judge.furniture(block)])


def _is_small(root: _Element, blocks: Sequence[Block]) -> bool:
    """Whether trafilatura can be asked: it takes seconds for each megabyte."""
    return sum(len(block.text) for block in blocks) < _MOST_TEXT and sum(1 for _ in root.iter()) < _MOST_ELEMENTS


def _looking_like_text(blocks: Sequence[Block]) -> list[bool]:
    judge = _Judge(blocks, [True] * len(blocks))
    return [
        len(block.text) >= _LONG
        and block.linked <= _FEW_LINKS * len(block.text)
        and block.text.endswith(_ENDS)
        and not judge.furniture(block)
        for block in blocks
    ]


def _trafilatura() -> ModuleType:
    """trafilatura, without the socket that its library for the network opens to see what the system can do."""
    import socket

    has, socket.has_ipv6 = socket.has_ipv6, False
    try:
        import trafilatura
    finally:
        socket.has_ipv6 = has
    return trafilatura


def _extracted(root: _Element) -> str:
    import logging

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = _trafilatura().bare_extraction(
        copy.deepcopy(root), include_comments=False, include_tables=True, with_metadata=False
    )
    return (getattr(document, "text", "") or "") if document is not None else ""


def _key(text: str) -> str:
    return _NOT_LETTERS.sub("", text).casefold()


def _found(text: str, blocks: Sequence[Block]) -> list[bool]:
    """For each block whether the extracted text holds it: long ones anywhere, short ones as a line."""
    lines = [_key(line) for line in text.replace("|", "\n").split("\n")]
    whole, short = "".join(lines), frozenset(lines)
    at, budget = 0, _SEARCHED
    found: list[bool] = []
    for block in blocks:
        key = _key(block.text)
        if len(key) < 30:
            near = whole[at : at + len(key) + 200]
            found.append(bool(key) and (key in short or (block.kind in ("row", "li") and key in near)))
            continue
        place = -1
        for sample in (key, key[:60], key[-60:]):
            place = whole.find(sample, at, at + 20_000 + len(sample))
            if place < 0 and budget > 0:
                place = whole.find(sample)
                budget -= len(whole)
            if place >= 0:
                at = place + len(sample)
                break
        found.append(place >= 0)
    return found


class _Judge:
    """Judges blocks by where they stand; what it finds out about an element is kept."""

    def __init__(self, blocks: Sequence[Block], found: Sequence[bool]) -> None:
        self.total = 0
        self.taken = {id(block) for block, kept in zip(blocks, found, strict=True) if kept}
        self.weight: Counter[_Element] = Counter()
        self.alike: Counter[tuple[str, str]] = Counter()
        self.teasers = teasers(blocks)
        self.heads = heads_of_articles(blocks)
        self.boxes = boxes(blocks)
        self.listed: Counter[_Element] = Counter()
        self.links_listed: Counter[_Element] = Counter()
        self.named: dict[_Element, bool] = {}
        for block, kept in zip(blocks, found, strict=True):
            if block.group is not None:
                self.listed[block.group] += len(block.text)
                self.links_listed[block.group] += block.linked
            if kept:
                self._weigh(block)
        self.settings: dict[_Element, int] = {}
        self.numbers: dict[tuple[int, tuple[str, str]], int] = {}
        self.set_as: Counter[int] = Counter()
        texts = [block for block in blocks if id(block) in self.taken and block.kind == "p"]
        for block in texts:
            self.set_as[self._setting(block.element)] += len(block.text)
        alike = [block.element for block in texts if self._is_set_as_text(block)]
        self.parts = len(alike)
        self.parts_in = Counter(element for each in alike for element in each.iterancestors())
        self.article = self._article()

    def _weigh(self, block: Block) -> None:
        self.total += len(block.text)
        self.alike[_look(block.element)] += len(block.text)
        for element in _lineage(block.element):
            self.weight[element] += len(block.text)

    def _article(self) -> _Element | None:
        """The innermost element that holds nearly all of the found text, and all that is set as most of it is."""
        around = [element for element, weight in self.weight.items() if weight >= _WHOLE * self.total]
        inmost = max(around, key=lambda element: len(_lineage(element)), default=None)
        return None if inmost is None else self._widened(inmost)

    def _widened(self, part: _Element) -> _Element:
        """The part, or the one around it that holds what else is set as the article is, unless it is the page."""
        wider = [part, *part.iterancestors()]
        whole = next((element for element in wider if self.parts_in[element] == self.parts), part)
        return part if whole.tag in ("body", "html") else whole

    def furniture(self, block: Block) -> bool:
        """Whether a block belongs to the page around the article."""
        lineage = _lineage(block.element)
        if any(map(self._is_named, lineage)) or any(map(self._is_teaser, lineage[:_NEAR])):
            return True
        if any(element in self.boxes for element in lineage[:2]) or leads_on(block) or buttons(block):
            return True
        if _ADDRESS.fullmatch(block.text) or block.element in self.heads:
            return False
        if _RIGHTS.match(block.text):
            return True
        if block.group is None and any(map(self._lists_links, lineage[:2])):
            return True
        if block.kind == "li" and block.group is not None:
            return self._lists_links(block.group)
        return block.linked > _LINKS * len(block.text) and (block.kind == "p" or block.linked == len(block.text))

    def _lists_links(self, group: _Element) -> bool:
        """Whether a list or a table is links and little else."""
        return group in self.listed and self.links_listed[group] > _LINKS_OF_A_LIST * self.listed[group]

    def _is_teaser(self, element: _Element) -> bool:
        return element in self.teasers and self.alike[_look(element)] < _MUCH * self.total

    def names_links(self, block: Block, before: Block, after: Block) -> bool:
        """Whether a line of links in a text says first what they are ("Source files: …"); at its end, of one link."""
        parent = block.element.getparent()
        amid = before.element.getparent() is parent and after.element.getparent() is parent
        led = block.kind == "p" and len(block.text) - block.linked >= _LED
        led = led and (after is not block or sum(1 for _ in block.element.iter("a")) == 1)
        named = any(map(self._is_named, _lineage(block.element))) or leads_on(block) or buttons(block)
        return amid and led and not named

    def belongs(self, block: Block) -> bool:
        """Whether a block that was not found is part of the article all the same."""
        lineage = _lineage(block.element)
        near = any(self.weight[element] for element in lineage[:_NEAR])
        if not near or self.article is None or all(element is not self.article for element in lineage):
            return False
        if block.kind == "p" and any(element.tag == "figure" for element in lineage):
            return any(element.tag in ("blockquote", "li") for element in lineage)
        told = len(block.text) >= _SHORT or block.text.endswith(_ENDS) or _ADDRESS.fullmatch(block.text)
        return block.kind != "p" or bool(told) or self._is_set_as_text(block)

    def _is_set_as_text(self, block: Block) -> bool:
        """Whether a line without links stands in the same elements, by their classes, as most of the article does.

        The cells of a table that lays out a page all look alike: there, only the one with the article counts.
        """
        element = block.element
        if block.linked or (element.tag in ("td", "th") and self.weight[element] < _MUCH * self.total):
            return False
        return self.set_as[self._setting(element)] >= _MUCH * self.total

    def _setting(self, element: _Element) -> int:
        """A number for how an element and all around it look: the same for paragraphs of one kind."""
        setting = 0
        for each in reversed(_lineage(element)):
            if each not in self.settings:
                self.settings[each] = self.numbers.setdefault((setting, _look(each)), len(self.numbers) + 1)
            setting = self.settings[each]
        return setting

    def continues(self, block: Block, beside: Block) -> bool:
        """Whether a block before the first, or after the last, that was found is text like that one."""
        level = block.element is beside.element or block.element.getparent() is beside.element.getparent()
        deeper = block.element is beside.element.getparent() or block.element.getparent() is beside.element
        if (
            not (level or deeper)
            or block.level
            or len(block.text) < _LONG
            or block.linked > _FEW_LINKS * len(block.text)
        ):
            return False
        return self.belongs(block) and not self.furniture(block) and block.text.endswith(_ENDS)

    def start(self, blocks: Sequence[Block], first: int) -> int:
        """The first block in the part around the one at ``first`` that was found: a signature, a line of verse.

        The heading of the first of several articles counts, above the lines that name its writer and date.
        """
        start = first
        home = self._home(blocks[first])
        for at in range(first - 1, -1, -1) if home is not None else ():
            if not any(element is home for element in _lineage(blocks[at].element)):
                break
            if (id(blocks[at]) in self.taken or self._is_over(blocks[at], blocks[first])) and self._goes_on(
                blocks[at], home
            ):
                start = at
        for at in range(start - 1, max(start - 4, -1), -1):
            element = blocks[at].element
            if element in self.heads and element.getparent() is blocks[start].element.getparent():
                return at
        return start

    def _is_over(self, block: Block, first: Block) -> bool:
        """Whether a line stands in one element with the first block, or beside it, set as the text is."""
        one, other = block.element, first.element
        return (one is other or one.getparent() is other.getparent()) and self._is_set_as_text(block)

    def end(self, blocks: Sequence[Block], last: int) -> int:
        """The last block in the part around the one at ``last`` that is text: a signature, notes, lines of verse."""
        end = last
        home = self._home(blocks[last])
        for at in range(last + 1, len(blocks)) if home is not None else ():
            if not any(element is home for element in _lineage(blocks[at].element)):
                break
            if self._goes_on(blocks[at], home) and not blocks[at].level and not _CREDIT.match(blocks[at].text):
                end = at
        return end

    def _goes_on(self, block: Block, home: _Element | None) -> bool:
        """Whether a block is text beside, or within, the rest of it: what was found, or looks like text."""
        if block.linked > _FEW_LINKS * len(block.text) or self.furniture(block):
            return False
        beside, taken = _around(block) is home, id(block) in self.taken
        if beside and taken:
            return True
        return (beside or taken or self._is_set_as_text(block)) and self.belongs(block)

    def _home(self, block: Block) -> _Element | None:
        """The innermost part around a block that holds most of the found text, if it is not the whole page."""
        for element in (block.element if block.group is None else block.group).iterancestors():
            if element.tag in ("body", "html"):
                return None
            if self.weight[element] >= _MOST * self.total:
                return self._widened(element)
        return None

    def _is_named(self, element: _Element) -> bool:
        if element not in self.named:
            weight = max(self.weight[element], self.alike[_look(element)])
            self.named[element] = weight < _MUCH * self.total and named_furniture(element)
        return self.named[element]


def _around(block: Block) -> _Element | None:
    """The element in which a paragraph, a whole list or a whole table stands."""
    return (block.element if block.group is None else block.group).getparent()


def _look(element: _Element) -> tuple[str, str]:
    return str(element.tag), element.get("class") or ""


def _lineage(element: _Element) -> list[_Element]:
    return [element, *element.iterancestors()]


def _without_empty_boxes(chosen: list[Block], blocks: Sequence[Block]) -> list[Block]:
    """The blocks without headings of parts of the page from which nothing else was taken."""
    inside = Counter(parent for block in blocks if (parent := block.element.getparent()) is not None)
    kept: Counter[_Element] = Counter()
    for block in chosen:
        kept.update(_lineage(block.element))
    listed = Counter(
        parent
        for group in {block.group for block in blocks}
        if group is not None and (parent := group.getparent()) is not None
    )
    return [
        block
        for block in chosen
        if block.level < 3
        or (parent := block.element.getparent()) is None
        or kept[parent] > 1
        or inside[parent] + listed[parent] < 2
    ]


def _without_loose_headings(blocks: list[Block]) -> list[Block]:
    """The blocks without headings at the end, whose text was not taken."""
    while blocks and blocks[-1].level:
        blocks.pop()
    return blocks
