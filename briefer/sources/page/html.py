"""Web pages: the article without the page around it, as paragraphs, headings, lists and table rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile, islice, takewhile
from typing import TYPE_CHECKING

import msgspec

from briefer.errors import DataError
from briefer.sources.article import Details
from briefer.sources.bylines import leads, plain_names
from briefer.sources.credits import says_only, without_lines
from briefer.sources.extracted import Extract, joined
from briefer.sources.page.around import standfirst, with_notes
from briefer.sources.page.article import article_blocks, unpruned_blocks
from briefer.sources.page.blocks import Block, blocks_of, paragraphs
from briefer.sources.page.data import Node, article_data, text_of
from briefer.sources.page.details import goes_on, page_details, plain_date
from briefer.sources.page.metas import metas
from briefer.sources.page.titles import letters
from briefer.sources.page.tree import decoded, tree
from briefer.text.clean.lines import dated

if TYPE_CHECKING:
    from lxml.etree import _Element

FEW = 250
"""Characters below which what a page shows is hardly its article."""

_PULLED = re.compile(r"(?:^|[-_ ])pull[-_]?quotes?(?:$|[-_ ])", re.IGNORECASE)
_WORD_PROCESSORS = re.compile(
    r"LibreOffice|OpenOffice|StarOffice|Microsoft Word|AbiWord|WordPerfect|Google Docs|Cocoa HTML Writer|pandoc",
    re.IGNORECASE,
)
_SOURCES = re.compile(
    r"sources?|external links|sister links|related news|see also|weblinks|siehe auch|liens externes|voir aussi",
    re.IGNORECASE,
)
_OF_WRITER = re.compile(
    r",? (?:is|was|covers|writes|reports|works|teaches|joined|has (?:been|written|covered|worked)"
    r"|ist|schreibt|est|écrit)\b"
)
_BIO_LONGEST = 400
_LABEL_LONGEST = 40
_MOST_PULLED = 50
_TEASER = 1200
_HEAD = 7
_SENTENCE = 80
"""Characters from which on what ends with a full stop is text, or an abstract above the writer's name."""
_HEAD_LONGEST = 120


def html_page(content: bytes) -> Extract:
    """The article of a saved page, with what the page says about it; DataError if it holds none."""
    return page(decoded(content))


def page(markup: str, url: str = "", accessed: str = "") -> Extract:
    """The article of a page as text; ``url`` and ``accessed`` are where and when it was saved, if the file tells."""
    root = tree(markup)
    blocks = blocks_of(root)
    data = article_data(root)
    document = _document(root, blocks)
    chosen, told = (document, ()) if document else _article(article_blocks(root, blocks), blocks, data)
    chosen = with_notes(chosen, blocks)
    found = page_details(root, data, blocks, chosen, url)
    details = found.details._replace(accessed=found.details.accessed or accessed)
    headed = _headed(root, _without_pulled(_without_sources(chosen)), blocks, details.title)
    shown = paragraphs(_without_writer(_without_byline(headed, details), details))
    if not shown:
        raise DataError("it holds no words of an article", "open it in a browser and paste its text")
    if goes_on(root, details.url):
        told = (*told, "The article goes on on another page: save that as well, and import both.")
    return Extract(joined(shown), details, told, found.guessed)


def _document(root: _Element, blocks: Sequence[Block]) -> list[Block]:
    """All of what a word processor saved as a page, but for its running heads; nothing for other pages."""
    if not any(_WORD_PROCESSORS.match(name) for name in metas(root).get("generator", ())):
        return []
    return [block for block in unpruned_blocks(blocks) if not any(map(_runs, block.element.iterancestors("div")))]


def _runs(part: _Element) -> bool:
    return part.get("title") in ("header", "footer")


def _article(chosen: list[Block], blocks: Sequence[Block], data: Node) -> tuple[list[Block], tuple[str, ...]]:
    """The blocks of the article, found in another way if the first gives too little, and what to tell about it."""
    kept = blocks_of(tree(f"<div>{body}</div>")) if (body := text_of(data)) else []
    if _size(kept) >= FEW and _size(kept) > 2 * _size(chosen):
        return kept, ("The page shows less of its text than it holds for search engines: the longer one was taken.",)
    if _size(chosen) < FEW:
        chosen = max(chosen, unpruned_blocks(blocks), key=_size)
        if _size(chosen) >= FEW:
            return chosen, ("The article could not be told from the rest of the page: look its text over.",)
        return chosen, (f"The page shows only {_size(chosen)} characters of text: paste the rest, if there is more.",)
    free = data.get("isAccessibleForFree")
    if str(free).lower() in ("false", "no", "0") and _size(chosen) < _TEASER:
        return chosen, ("The page says that its article is not free: this may be its beginning only.",)
    return chosen, ()


def _headed(root: _Element, chosen: list[Block], blocks: Sequence[Block], title: str) -> list[Block]:
    """The article under the headline that the page shows, once, and the standfirst below that."""
    wanted = letters(title)
    head = [block for block in chosen[:_HEAD] if letters(block.text) == wanted]
    body = [block for block in chosen if all(block is not one for one in head)]
    shown = head or [block for block in blocks if block.level in (1, 2) and letters(block.text) == wanted]
    if body and wanted and not shown:
        named = next((block for block in blocks if letters(block.text) == wanted), None)
        return chosen if named is None else [*standfirst(root, blocks, named, chosen), *chosen]
    if not body or not wanted:
        return chosen
    above = {id(block) for block in takewhile(lambda block: block is not shown[0], blocks)}
    # A heading above the headline is the site's; labels there say where on the site it stands.
    below = list(dropwhile(lambda block: id(block) in above and (block.level or _is_label(block)), body))
    return [Block(title, shown[0].element, "h", 1), *standfirst(root, blocks, shown[0], below), *below]


def _is_label(block: Block) -> bool:
    return len(block.text) <= _LABEL_LONGEST and not block.text.endswith((".", "!", "?", ":", "”", "»", '"'))


def _without_sources(chosen: list[Block]) -> list[Block]:
    """The article without a last section that only lists links, under a heading that says so."""
    last = next((at for at in range(len(chosen) - 1, 0, -1) if chosen[at].level), 0)
    items = chosen[last + 1 :]
    if not last or not items or not _SOURCES.fullmatch(chosen[last].text.strip(" :")):
        return chosen
    return chosen[:last] if all(item.kind == "li" and item.linked for item in items) else chosen


def _without_pulled(chosen: list[Block]) -> list[Block]:
    """The article without the quotations that the page shows large a second time."""
    pulled = {id(block) for block in chosen if _is_pulled(block)}
    if not 0 < len(pulled) <= _MOST_PULLED:
        return chosen
    told = "\n".join(letters(block.text) for block in chosen if id(block) not in pulled)
    return [block for block in chosen if id(block) not in pulled or letters(block.text) not in told]


def _is_pulled(block: Block) -> bool:
    around = [block.element, *islice(block.element.iterancestors(), 2)]
    return any(_PULLED.search(element.get("class") or "") for element in around)


def _without_byline(chosen: list[Block], details: Details) -> list[Block]:
    """The article without lines at its top that say no more than who wrote it, or when."""
    head = chosen[: _head(chosen)]
    body = chosen[len(head) :]
    diary = any(dated(block.text) for block in body)
    rest = [
        _below_title(block, details)
        for block in head
        if not _says_only(block, details) or (diary and dated(block.text))
    ]
    return rest + body if rest or body else chosen


def _head(chosen: list[Block]) -> int:
    """How many blocks may be above the text, or name its writer: few, and none after two paragraphs of the text."""
    long = [
        at for at, block in enumerate(chosen[:_HEAD]) if len(block.text) >= _SENTENCE and block.text.endswith(".")
    ]
    return long[1] if len(long) > 1 else _HEAD


def _without_writer(chosen: list[Block], details: Details) -> list[Block]:
    """The article without what it says at its end of its writer, in the third person."""
    names = [name for name in details.author.split(", ") if len(name.split()) > 1]
    if len(chosen) < 3 or not names:
        return chosen
    *rest, last = chosen
    words = last.text.lstrip("—–- ")
    told = any(_OF_WRITER.match(words, len(name)) for name in names if words.startswith(name))
    if last.level or not told or len(words) > _BIO_LONGEST:
        return chosen
    return rest[:-1] if rest[-1].text in names else rest


def _below_title(block: Block, details: Details) -> Block:
    """A block that holds the title and the byline as two lines, without the second."""
    text = without_lines(block.text, details) if block.kind == "p" and "\n" in block.text else block.text
    return msgspec.structs.replace(block, text=text) if text and text != block.text else block


def _says_only(block: Block, details: Details) -> bool:
    text = block.text
    if block.kind == "p" and not block.level and says_only(text, details):
        return True
    if block.level or block.kind != "p" or len(text) > _HEAD_LONGEST or text.endswith((".", "!", "?", ":")):
        return False
    names = set(plain_names([text]).split(", ")) & set(filter(None, details.author.split(", ")))
    dated = bool(details.published) and plain_date(text) == details.published
    return dated or (bool(names) and (leads(text) or letters(text) == letters(details.author)))


def _size(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks)
