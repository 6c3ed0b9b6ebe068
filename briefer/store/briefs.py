"""The ``.brief`` file: read strictly, written in one step, equal bytes for equal briefs.

A file is opened only if nothing in it would be lost by saving it: a newer format, an unknown key or a key that is
given twice is refused, with its place. There is one format so far; when a second comes, ``upgrade`` with a function a
step comes with it, between reading the number and reading the rest.
"""

from __future__ import annotations

import codecs
import functools
import operator
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from briefer.errors import DataError
from briefer.files import Fingerprint, fingerprint, read_file, replace_file
from briefer.model.brief import Brief
from briefer.model.mending import with_words_lost
from briefer.model.soundness import problems
from briefer.store.refusal import check_format, misplaced, refusal, refuse_repeated_keys, unsound
from briefer.text.showable import MOST_OF_A_WORD, unshowable

LIMIT = 30_000_000
"""The most bytes a ``.brief`` file may have."""
MOST = 100_000
"""Sources, entries and passages that a brief may have: more would keep any program busy for minutes."""
_LONG_NUMBER = 10
"""Digits that no id has."""


class Opened(msgspec.Struct, frozen=True):
    """A brief and the fingerprint of the file it was read from, for a later save."""

    brief: Brief
    fingerprint: Fingerprint


def read_brief(path: Path, *, mends: bool = False) -> Opened:
    """The brief in a file. UnreadableError, DataError and InputOutputError name the file and say why not.

    ``mends`` as for ``parse_brief``.
    """
    data = read_file(path, LIMIT)
    try:
        return Opened(parse_brief(data, mends=mends), fingerprint(data))
    except DataError as error:
        error.at(path)
        raise


def make_ready() -> None:
    """Learn the shape of a brief, which the first one to be read would take a while for."""
    msgspec.json.Decoder(Brief)


def parse_brief(data: bytes, *, mends: bool = False) -> Brief:
    """The brief in the bytes of a file; DataError if they are no sound brief of this format.

    If nothing but anchors is unsound, that is MisplacedError; one that ``mends`` gives the brief with these lost.

    A byte order mark, which some editors put in front of UTF-8, is passed over. Ids that the file has count as
    given out, even if its ``last_ids`` (another program need not write them) do not say so.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        brief = msgspec.json.decode(data, type=Brief)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise refusal(data, error) from error
    check_format(brief.format)
    _refuse_too_much(brief)
    found = list(problems(brief))
    if found and (counted := _with_ids_counted(brief)) is not brief:
        brief, found = counted, list(problems(counted))
    if found:
        mended, count = with_words_lost(brief)
        if next(problems(mended), None) is not None:
            raise unsound(found)
        if not mends:
            raise misplaced(found, count)
        brief = mended
    # A file that we wrote is what we would write; only in another can a key stand twice.
    if brief_bytes(brief) != data:
        refuse_repeated_keys(data)
    return brief


def _refuse_too_much(brief: Brief) -> None:
    """DataError for a brief that would keep the window busy for minutes."""
    count = len(brief.sources) + sum(1 for _ in brief.citables())
    if count > MOST:
        raise DataError(
            f"the brief has {count:,} sources, entries and passages, and at most {MOST:,} are read",
            "divide it into several briefs",
        )
    for name, text in _texts(brief):
        if why := unshowable(text):
            raise DataError(f"{name} has {why}", "part it into paragraphs, or get the file anew")


def _texts(brief: Brief) -> Iterator[tuple[str, str]]:
    """All that is shown as text and may be too long for it, by its place; an original is parted where it is shown."""
    yield "the title", brief.title
    yield from ((f"the header’s {name}", text) for name, text in brief.header.items())
    yield from ((f"the section {name}", text) for name, text in brief.sections.items())
    yield from ((f"aliases of {actor.id}", alias) for actor in brief.actors for alias in actor.aliases)
    for item in (*brief.sources, *brief.citables()):
        names, values = _text_fields(type(item))
        if max(map(len, values(item))) > MOST_OF_A_WORD:
            yield from ((f"{name} of {item.id}", getattr(item, name)) for name in names)


@functools.cache
def _text_fields(kind: type[msgspec.Struct]) -> tuple[tuple[str, ...], Callable[[object], tuple[str, ...]]]:
    """The fields of an item that hold text, and what reads all of them at once."""
    fields = msgspec.structs.fields(kind)
    names = tuple(field.name for field in fields if field.type is str and field.name != "original")
    return names, operator.attrgetter(*names)


def _with_ids_counted(brief: Brief) -> Brief:
    counted = dict(brief.last_ids)
    for item in (*brief.sources, *brief.citables()):
        letter, number = item.id[:1], item.id[1:]
        if number.isdecimal() and len(number) < _LONG_NUMBER and int(number) > counted.get(letter, 0):
            counted[letter] = int(number)
    return brief if counted == brief.last_ids else msgspec.structs.replace(brief, last_ids=counted)


def brief_bytes(brief: Brief) -> bytes:
    """The file of a brief: UTF-8 JSON, two-space indent, fields in the order of the structs, other keys sorted."""
    return msgspec.json.format(msgspec.json.encode(brief, order="deterministic"), indent=2) + b"\n"


def save_brief(brief: Brief, path: Path, *, expected: Fingerprint | None = None) -> Fingerprint:
    """Write a brief in one step; the fingerprint of the new file. See ``files.replace_file`` for ``expected``.

    DataError if it could not be read again.
    """
    return replace_file(path, readable_bytes(brief, path), expected=expected)


def readable_bytes(brief: Brief, path: Path) -> bytes:
    """The file of a brief at ``path``; DataError if it would be larger, or hold more, than can be read again."""
    try:
        _refuse_too_much(brief)
    except DataError as error:
        error.at(path)
        raise
    data = brief_bytes(brief)
    if len(data) > LIMIT:
        raise DataError(
            f"the brief would have {len(data):,} bytes, and at most {LIMIT:,} can be read again",
            "remove a source, or divide it into two briefs",
            path=path,
        )
    return data
