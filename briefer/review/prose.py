"""Checks of the memo's sentences: likelihood, acronyms, length, and citations of what there is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefer.memo.blocks import Memo
from briefer.review.findings import Finding, Repair, Review, block_words, named
from briefer.review.said import Said
from briefer.text.lexicon import Lexicon
from briefer.text.spans import word_count

LONGEST = 40
"""Words of a sentence that a reader follows without going back."""
YARDSTICKS = {"phia": "PHIA", "icd_203": "ICD 203"}
"""The scales of likelihood: the name of the list of their words, and that which people know."""

_ENOUGH = 5
"""Terms of a scale that one block of the memo must hold to be its box."""
_QUOTED = re.compile(r"[“\"«„][^”\"»“\n]*[”\"»“]")
_ACRONYM = re.compile(r"(?<![\w/.-])(?:[A-Z][A-Z0-9&]{1,5}|[A-Z]\.(?:[A-Z]\.)+)(?=s?(?![\w/-]))")
_TIES = r"(?:(?:of|the|and|for|on|in|de|du|des|la|der|für|und)[\s-]+)*"


def unknown_citations(review: Review) -> Iterator[Finding]:
    """A citation of an id that the brief does not have: the memo shows it as typed."""
    known = {item.id for item in review.brief.citables()}
    for section, prose in review.sections.items():
        for ident in prose.cited:
            if ident not in known:
                words = f"[@{ident}]"
                alone = words in review.brief.sections[section]
                repair = Repair("rewrite", "Take it out", old=words) if alone else None
                fix = "cite another entry, or take it out"
                yield Finding(
                    "unknown-citation", f"{words} cites an entry that there is not", f"sections.{section}", fix,
                    words=words, about=words, repair=repair,
                )  # fmt: skip


def yardstick_of(memo: Memo, words: Lexicon) -> str:
    """The scale of likelihood that a memo explains in a box, by the name of its list; empty if there is none."""
    best, most = "", _ENOUGH - 1
    for block in memo.blocks:
        text = block_words(block)
        for name in YARDSTICKS:
            found = {match[0].casefold() for match in words.pattern(name).finditer(text)}
            if len(found) > most:
                best, most = name, len(found)
    return best


def likelihoods(review: Review) -> Iterator[Finding]:
    """Words of likelihood that are not on the memo's scale, and sentences that tell confidence as well."""
    words = review.words
    yardstick = yardstick_of(review.memo, words)
    if not yardstick:
        return
    scale = words.small(yardstick)
    for said in review.said:
        text = _QUOTED.sub(lambda match: " " * len(match[0]), said.text)
        found = [match[0] for match in words.pattern("likelihood").finditer(text)]
        for term in dict.fromkeys(found):
            if " ".join(term.casefold().split()) not in scale:
                yield _off_the_scale(review, said, term, yardstick)
        sure = words.pattern("confidence").search(text)
        if found and sure:
            message = f"{named(' '.join(said.text.split()))} tells both likelihood (“{found[0]}”) and confidence"
            fix = "say how sure you are in a sentence of its own, so that nobody takes one for the other"
            yield Finding(
                "likelihood-with-confidence", message, f"sections.{said.section}", fix,
                words=sure[0], about=" ".join(said.text.split()), sentence=review.written(said),
            )  # fmt: skip


def _off_the_scale(review: Review, said: Said, term: str, yardstick: str) -> Finding:
    message = f"“{term}” in “{review.label(said.section)}” is not on the scale of {YARDSTICKS[yardstick]}"
    scale = dict.fromkeys(word for word in review.words.words(yardstick))
    return Finding(
        "likelihood-outside", message, f"sections.{said.section}", f"use one of its terms: {', '.join(scale)}",
        words=term, about=f"{term}: {' '.join(said.text.split())}", sentence=review.written(said),
    )  # fmt: skip


def acronyms(review: Review) -> Iterator[Finding]:
    """An acronym that the memo never spells out, where it is first."""
    known = {word.casefold() for word in review.words.words("acronyms")}
    seen: set[str] = set()
    for said in review.said:
        if sum(map(str.isupper, said.text)) * 2 > sum(map(str.isalpha, said.text)):
            continue  # a line in capitals
        for match in _ACRONYM.finditer(said.text):
            written = match[0]
            acronym = written.replace(".", "")
            if sum(map(str.isupper, acronym)) < 2 or acronym.casefold() in known or acronym in seen:
                continue
            seen.add(acronym)
            if not _spelt_out(acronym, review.memo_text):
                yield _never_spelt_out(review, said, written, acronym)


def _never_spelt_out(review: Review, said: Said, written: str, acronym: str) -> Finding:
    full = _in_full(acronym, review)
    fix = f"write “{full} ({written})” the first time" if full else "write it out the first time"
    repair = Repair("first", "Spell it out", old=written, new=f"{full} ({written})") if full else None
    message = f"“{written}” in “{review.label(said.section)}” is never spelt out"
    return Finding(
        "unspelt-acronym", message, f"sections.{said.section}", fix,
        words=written, about=acronym, sentence=review.written(said), repair=repair,
    )  # fmt: skip


def _spelt_out(acronym: str, text: str) -> bool:
    """Whether the words that an acronym is made of stand in a text, or it stands in brackets or before them."""
    if f"({acronym})" in text or f"{acronym} (" in text:
        return True
    return re.search(_pattern(acronym), text, re.IGNORECASE) is not None


def _pattern(acronym: str) -> str:
    return r"\b" + rf"[\s-]+{_TIES}".join(rf"{re.escape(letter)}[\w’']+" for letter in acronym if letter.isalnum())


def _in_full(acronym: str, review: Review) -> str:
    """What an acronym stands for, by the actors and then by the sources; empty if they do not tell."""
    for actor in review.brief.actors:
        names = (actor.name, *actor.aliases)
        full = next((name for name in names if re.fullmatch(_pattern(acronym), name, re.IGNORECASE)), "")
        if full or (acronym in names and actor.name != acronym):
            return full or actor.name
    for source in review.brief.sources:
        if (at := source.text.find(f"({acronym})")) > 0:
            before = source.text[max(0, at - 120) : at].rstrip()
            found = re.search(_pattern(acronym) + r"$", before, re.IGNORECASE)
            if found:
                return found[0]
    return ""


def long_sentences(review: Review) -> Iterator[Finding]:
    """A sentence that is hard to follow; a row of a table is none."""
    for said in review.said:
        words = word_count(said.text) if not said.row else 0
        if words > LONGEST:
            sentence = " ".join(said.text.split())
            message = f"{named(sentence)} in “{review.label(said.section)}” has {words} words"
            begins = review.written(said).split("\n")[0][:60]
            yield Finding(
                "long-sentence", message, f"sections.{said.section}", "see whether two sentences say it better",
                words=begins, about=sentence, sentence=review.written(said),
            )  # fmt: skip
