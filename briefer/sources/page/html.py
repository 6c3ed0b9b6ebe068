"""Web pages: the article without the page around it, as paragraphs, headings, lists and table rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from briefer.errors import DataError
from briefer.sources.article import Details
from briefer.sources.bylines import leads, plain_names
from briefer.sources.extracted import Extract, joined
from briefer.sources.page.article import article_blocks, unpruned_blocks
from briefer.sources.page.blocks import Block, blocks_of, paragraphs
from briefer.sources.page.data import Node, article_data, text_of
from briefer.sources.page.details import goes_on, page_details, plain_date
from briefer.sources.page.titles import letters
from briefer.sources.page.tree import decoded, tree

FEW = 250
"""Characters below which what a page shows is hardly its article."""

_TEASER = 1200
_HEAD = 4
_HEAD_LONGEST = 120


def html_page(content: bytes) -> Extract:
    """The article of a saved page, with what the page says about it; DataError if it holds none."""
    return page(decoded(content))


def page(markup: str, url: str = "", accessed: str = "") -> Extract:
    """The article of a page as text; ``url`` and ``accessed`` are where and when it was saved, if the file tells."""
    root = tree(markup)
    blocks = blocks_of(root)
    data = article_data(root)
    chosen, told = _article(article_blocks(root, blocks), blocks, data)
    found = page_details(root, data, blocks, chosen, url)
    details = found.details._replace(accessed=found.details.accessed or accessed)
    written = paragraphs(_headed(_without_byline(chosen, details), blocks, details.title))
    if not written:
        raise DataError("it holds no words of an article", "open it in a browser and paste its text")
    if goes_on(root, details.url):
        told = (*told, "The article goes on on another page: save that as well, and import both.")
    return Extract(joined(written), details, told, found.guessed)


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


def _headed(chosen: list[Block], blocks: Sequence[Block], title: str) -> list[Block]:
    """The article under the headline that the page shows, once."""
    wanted = letters(title)
    head = [block for block in chosen[:_HEAD] if letters(block.text) == wanted]
    body = [block for block in chosen if all(block is not one for one in head)]
    shown = head or [block for block in blocks if block.level in (1, 2) and letters(block.text) == wanted]
    if not body or not wanted or not shown:
        return chosen
    above = {id(block) for block in takewhile(lambda block: block is not shown[0], blocks)}
    # A heading above the headline is the site's.
    below = dropwhile(lambda block: block.level and id(block) in above, body)
    return [Block(title, shown[0].element, "h", 1), *below]


def _without_byline(chosen: list[Block], details: Details) -> list[Block]:
    """The article without lines at its top that say no more than who wrote it, or when."""
    rest = [block for block in chosen[:_HEAD] if not _says_only(block, details)]
    return rest + chosen[_HEAD:] if rest or len(chosen) > _HEAD else chosen


def _says_only(block: Block, details: Details) -> bool:
    text = block.text
    if block.level or block.kind != "p" or len(text) > _HEAD_LONGEST or text.endswith((".", "!", "?", ":")):
        return False
    names = set(plain_names([text]).split(", ")) & set(filter(None, details.author.split(", ")))
    dated = bool(details.published) and plain_date(text) == details.published
    return dated or (bool(names) and (leads(text) or letters(text) == letters(details.author)))


def _size(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks)
