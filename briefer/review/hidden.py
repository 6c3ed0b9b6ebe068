"""Characters that nobody sees and that may say something else than what is shown.

Those that turn the direction of writing (Trojan Source, CVE-2021-42574), those without width, and the tags of
U+E0000. Joiners within words of scripts that need them, and in emoji, are well; so are the plain marks of direction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefer.model.brief import Brief
from briefer.model.entries import Citable
from briefer.review.findings import Finding, Repair, Review, named
from briefer.text.spans import Span

_TURNS = "\u202a-\u202e\u2066-\u2069"
_TAGS = "\U000e0000-\U000e007f"
_NO_WIDTH = "\u200b\u2060-\u2064\ufeff\u180e"
# A flag of a country's part (England) is a black flag with tags behind it.
_HIDDEN = re.compile(
    f"\U0001f3f4[{_TAGS}]+|(?P<hidden>[{_TAGS}]+|[{_TURNS}{_NO_WIDTH}]+|(?<=[!-~])[\u200c\u200d]+(?=[!-~]))"
)
_NEVER_SHOWN = ("id", "notes")


def hidden_spans(text: str) -> list[Span]:
    """Where hidden characters stand in a text, neighbours of one kind together."""
    return [] if text.isascii() else [found.span() for found in _HIDDEN.finditer(text) if found["hidden"]]


def revealed(text: str) -> str:
    """The text without its hidden characters."""
    if text.isascii():
        return text
    return _HIDDEN.sub(lambda found: "" if found["hidden"] else found[0], text)


def hidden_characters(review: Review) -> Iterator[Finding]:
    """Hidden characters: counted for each source, each entry, and each part of the memo."""
    for where, texts in _places(review.brief):
        count = sum(end - start for text in texts for start, end in hidden_spans(text))
        if count:
            label = _label(review, where)
            number = "a hidden character" if count == 1 else f"{count} hidden characters"
            fix = "see what is shown without them, and take them out unless the script needs them"
            repair = Repair("reveal", "Take them out")
            yield Finding("hidden-character", f"{label} has {number}", where, fix, about=str(count), repair=repair)


def _places(brief: Brief) -> Iterator[tuple[str, Iterable[str]]]:
    yield "memo", [brief.title]
    for group, texts in (("header", brief.header), ("sections", brief.sections)):
        for ident, text in texts.items():
            yield f"{group}.{ident}", [text]
    for item in brief.citables():
        yield item.id, _texts(item)
    for source in brief.sources:
        yield source.id, [source.text, source.title, source.author, source.publisher, source.published, source.url]


def _texts(item: Citable) -> Iterator[str]:
    for key in item.__struct_fields__:
        value = getattr(item, key)
        if key not in _NEVER_SHOWN:
            yield from (part for part in (value if isinstance(value, tuple) else (value,)) if isinstance(part, str))


def _label(review: Review, where: str) -> str:
    group, _, ident = where.partition(".")
    if group == "memo":
        return "the title of the brief"
    if ident:
        return f"“{review.label(ident)}”"
    source = review.brief.source(where)
    return f"the source {named(source.label)}" if source is not None else f"the note {where}"
