"""What a note says in a memo, as the words that a person would begin with: for notes put into a section by hand."""

from __future__ import annotations

from briefer.memo.literal import literal
from briefer.model.brief import Brief, speaker_of
from briefer.model.entries import JOIN, Actor, Citable, Passage, Quote, title_of
from briefer.templates.wording import quoted

_STOPS = ".!?…:;"
_CLOSING = '”’»")]'


def told(brief: Brief, item: Citable) -> str:
    """The words of an entry or a passage as Markdown, without a citation.

    An actor's name; the summary of an action or a stake as a sentence; the very words of a quote between quotation
    marks, after who said them; those of a passage alone.
    """
    words = " ".join(title_of(item).split())
    if not words:
        return ""
    match item:
        case Actor():
            return literal(words, at_start=True)
        case Quote():
            return _said(brief, item, words)
        case Passage():
            return quoted(
                JOIN.join(literal(" ".join(anchor.exact.split())) for anchor in item.evidence), brief.language
            )
        case _:
            return _sentence(literal(words, at_start=True))


def _said(brief: Brief, quote: Quote, words: str) -> str:
    speaker = " ".join(speaker_of(brief, quote).split())
    said = quoted(literal(words.rstrip(",")), brief.language)
    if not speaker:
        return _sentence(said)
    verb = " said" if brief.language.lower().startswith("en") else ""
    return _sentence(f"{literal(speaker, at_start=True)}{verb}: {said}")


def _sentence(words: str) -> str:
    """With a capital at the beginning and a stop at the end."""
    stopped = words.rstrip(_CLOSING)[-1:] in tuple(_STOPS)
    return words[0].upper() + words[1:] + ("" if stopped else ".")
