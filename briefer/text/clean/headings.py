"""Which lines of a cleaned text are headings."""

from __future__ import annotations

from briefer.text.clean import lines as look
from briefer.text.clean.result import Heading

_HEADLINE_LONGEST = 160


def find_headings(text: str) -> tuple[Heading, ...]:
    """Paragraphs of one short line that ends no sentence and stands before a longer one.

    The first line of a text, if it is one, is its headline (level 1); the others are of level 2.
    """
    paragraphs = text.split("\n\n")
    found: list[Heading] = []
    at = 0
    for number, paragraph in enumerate(paragraphs):
        following = next(iter(paragraphs[number + 1 : number + 2]), "")
        if _heads(paragraph, following, first=number == 0):
            found.append(Heading(at, at + len(paragraph), 1 if number == 0 else 2))
        at += len(paragraph) + 2
    return tuple(found)


def _heads(paragraph: str, following: str, *, first: bool) -> bool:
    if "\n" in paragraph or not following or look.label(paragraph) or look.item_number(paragraph):
        return False
    if first and len(paragraph) <= _HEADLINE_LONGEST and (look.byline(following) or look.dated(following)):
        return not look.ends_sentence(paragraph) and not look.starts_small(paragraph)
    opens_prose = look.ends_sentence(following) or len(following) > 2 * len(paragraph)
    return look.titled(paragraph) and opens_prose and not look.bullet(following)
