"""What belongs to an article but stands apart from its text on the page: the standfirst above, the notes below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import TYPE_CHECKING

import msgspec

from briefer.sources.bylines import leads
from briefer.sources.page.blocks import Block, words_in
from briefer.sources.page.boxes import buttons, leads_on
from briefer.sources.page.furniture import named_furniture
from briefer.sources.page.metas import metas
from briefer.sources.page.titles import letters

if TYPE_CHECKING:
    from lxml.etree import _Element

_STANDFIRST = re.compile(
    r"(?:^|[-_ ])(?:standfirst|chapo|chapeau|dek|deck|lede?|lead[-_]?(?:text|paragraph)|vorspann|entradilla|sommario"
    r"|abstract|article[-_]?(?:intro|lead|summary))(?:$|[-_ ])",
    re.IGNORECASE,
)
"""What pages call the lines between a headline and the text."""

_SUBTITLE = re.compile(
    r"(?:^|[-_ ])(?:sub[-_]?(?:title|headline|head|heading|deck)|intro(?:text|duction)?|lead|summary|excerpt|preamble"
    r"|ingress|anleser)(?:$|[-_ ])",
    re.IGNORECASE,
)
"""What they call a second headline, or a summary, which is text if it is a sentence."""

_DESCRIPTIONS = ("description", "og:description", "twitter:description", "dc.description")
_SENTENCE = 60
_NAMED_SHORTEST = 15
_LINKS = 0.25
_STOPS = (".", "!", "?", "…", "”", "»", '"')
_NEAR = 4
_MARK = re.compile(r"[(\[]?(?:\d{1,3}|[*†‡]{1,3})[)\]]?")
_MOST_MARKS = 1000


def standfirst(root: _Element, blocks: Sequence[Block], headline: Block, body: Sequence[Block]) -> list[Block]:
    """What stands between the headline and the first block of the article and is text of it, as paragraphs."""
    places = {id(block): at for at, block in enumerate(blocks)}
    first, top = places.get(id(body[0]) if body else 0), places.get(id(headline))
    if first is None or top is None or not top < first:
        return []
    # The headline may be shown before, in a bar of the page.
    wanted = letters(headline.text)
    top = max(
        at for at in range(top, first) if at == top or (blocks[at].level and letters(blocks[at].text) == wanted)
    )
    told = "\n".join(letters(block.text) for block in body)
    said = metas(root)
    described = [letters(words) for key in _DESCRIPTIONS for words in said.get(key, ())]
    above = frozenset(blocks[top].element.iterancestors())
    found = [
        block
        for block in blocks[top + 1 : first]
        if letters(block.text) not in told and _is_standfirst(block, blocks[top], blocks[first], above, described)
    ]
    return [msgspec.structs.replace(block, kind="p", level=0) if block.level else block for block in found]


def _is_standfirst(
    block: Block, headline: Block, first: Block, above: frozenset[_Element], described: Sequence[str]
) -> bool:
    if block.kind not in ("p", "h") or len(block.text) < _NAMED_SHORTEST:
        return False
    if leads(block.text) and not block.text.endswith(_STOPS):
        return False
    own = list(takewhile(lambda element: element not in above, _lineage(block.element)))
    if block.linked > _LINKS * len(block.text) or leads_on(block) or buttons(block):
        return False
    if any(element.tag == "figure" or named_furniture(element) for element in own):
        return False
    named = [element.get("class") or "" for element in own]
    if any(map(_STANDFIRST.search, named)):
        return True
    if not block.text.endswith(_STOPS):
        return False
    if letters(block.text) in described or any(map(_SUBTITLE.search, named)):
        return True
    parent = headline.element.getparent()
    beside = block.element.getparent() is parent
    headed = parent is not None and parent in _lineage(block.element) and parent not in _lineage(first.element)
    return (beside or headed) and len(block.text) >= _SENTENCE


def with_notes(chosen: list[Block], blocks: Sequence[Block]) -> list[Block]:
    """The article with the notes that stand after it and to which marks in its text lead."""
    marked = set(islice(_marked(chosen), _MOST_MARKS))
    if not marked:
        return chosen
    taken = {id(block) for block in chosen}
    last = max((at for at, block in enumerate(blocks) if id(block) in taken), default=len(blocks))
    notes = [block for block in blocks[last + 1 :] if not block.level and _is_note(block, marked)]
    return [*chosen, *notes]


def _marked(chosen: Sequence[Block]) -> Iterator[str]:
    """The places on the page to which the marks of notes in the article lead."""
    held = frozenset(block.element for block in chosen)
    for link in chosen[0].element.getroottree().iter("a") if chosen else ():
        address = link.get("href") or ""
        said = words_in(link) if address.startswith("#") else ""
        # "27" may lead to the comments: the name of a note's place has its number.
        if _MARK.fullmatch(said) and said.strip("()[]*†‡") in address and not held.isdisjoint(_lineage(link)):
            yield address[1:]


def _is_note(block: Block, marked: set[str]) -> bool:
    lineage = _lineage(block.element)
    near = [*lineage[:_NEAR], *islice(block.element.iterdescendants("a", "span", "sup"), _NEAR)]
    if all(each.get("id") not in marked and each.get("name") not in marked for each in near):
        return False
    return block.linked <= _LINKS * len(block.text) and not any(map(named_furniture, lineage))


def _lineage(element: _Element) -> list[_Element]:
    return [element, *element.iterancestors()]
