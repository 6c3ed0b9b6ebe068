"""The table of readers, and how a file or a paste becomes a Source."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import msgspec

from briefer.errors import BrieferError, DataError, UsageError
from briefer.files import read_file
from briefer.model.source import Source
from briefer.sources.article import Details, Reader, Text
from briefer.sources.details import guess
from briefer.sources.markdown import MarkdownText
from briefer.sources.plain import PlainText, storable
from briefer.text.clean import SWITCHABLE, Change

LIMIT = 8 * 1024 * 1024
"""Bytes of a file, or code points of pasted text, that are read at most."""

_PLAIN = PlainText()
_MARKDOWN = MarkdownText()

READERS: dict[str, Reader] = {"": _PLAIN, ".txt": _PLAIN, ".text": _PLAIN, ".md": _MARKDOWN, ".markdown": _MARKDOWN}
"""Suffix (small letters) to reader: the one place for a new kind of file."""

_BY_MEDIA_TYPE = {reader.media_type: reader for reader in READERS.values()}


def source_from_file(path: Path | str, ident: str) -> Source:
    """The article in a file as the source ``ident``.

    UsageError for a suffix that no reader knows; UnreadableError, InputOutputError or DataError, each naming the
    file, if it cannot be opened or read, is too large, or holds no text or no words.
    """
    path = Path(path)
    content = read_file(path, LIMIT)
    reader = _reader_for(path)
    try:
        source = _source(reader, reader.original(content), ident)
    except BrieferError as error:
        raise error.at(path) from None
    import hashlib

    return msgspec.structs.replace(source, file_name=storable(path.name), sha256=hashlib.sha256(content).hexdigest())


def source_from_text(text: str, ident: str) -> Source:
    """Pasted plain text as the source ``ident``; DataError if it is too large or holds no words."""
    if len(text) > LIMIT:
        message = f"it has {len(text):,} characters, and an article may have {LIMIT:,} at most"
        raise DataError(message, "paste the part that you need")
    return _source(_PLAIN, storable(text), ident)


def cleaned(original: str, media_type: str, off: Collection[str] = ()) -> Text:
    """The text of a stored original, cleaned again without the rules that ``off`` names.

    An original of a media type that no reader has was stored as plain text.
    """
    return _BY_MEDIA_TYPE.get(media_type, _PLAIN).cleaned(original, off)


def switched(source: Source, rule: str, *, on: bool) -> tuple[Text, Text]:
    """The cleanings of a source's original as its rules stand, and with one rule switched on or off.

    ValueError for a rule that cannot be switched.
    """
    if rule not in SWITCHABLE:
        raise ValueError(f"“{rule}” is no rule that can be switched")
    off = {fix.rule for fix in source.fixes if not fix.on}
    before = cleaned(source.original, source.media_type, off)
    return before, cleaned(source.original, source.media_type, off - {rule} if on else off | {rule})


def examples(source: Source, most: int = 3) -> dict[str, tuple[Change, ...]]:
    """For each rule that a source lists, the first places of its original that the rule changes, or would if on.

    The original is cleaned once, and once more for each rule that is off.
    """
    off = {fix.rule for fix in source.fixes if not fix.on}
    found: dict[str, tuple[Change, ...]] = {}
    for without in (off, *(off - {rule} for rule in sorted(off))):
        for step in cleaned(source.original, source.media_type, without).steps:
            found.setdefault(step.rule, step.changes[:most])
    return {fix.rule: found.get(fix.rule, ()) for fix in source.fixes}


def _reader_for(path: Path) -> Reader:
    suffix = path.suffix.lower()
    if suffix not in READERS:
        known = ", ".join(filter(None, READERS))
        raise UsageError(f"files of the kind {suffix} cannot be read", f"what can be read: {known}", path=path)
    return READERS[suffix]


def _source(reader: Reader, original: str, ident: str) -> Source:
    if not original or original.isspace():
        raise DataError("it is empty" if not original else "it holds nothing but blanks", "choose another article")
    text, headings, fixes, _ = reader.cleaned(original)
    if not text.strip():
        raise DataError("it holds no words of an article", "choose another article")
    stated, guessed = reader.stated(original), guess(text, headings)
    names = tuple(name for name in Details._fields if getattr(guessed, name) and not getattr(stated, name))
    details = {name: getattr(stated, name) or getattr(guessed, name) for name in Details._fields}
    return Source(
        ident,
        **details,
        guessed=names,
        media_type=reader.media_type,
        original=original,
        text=text,
        headings=headings,
        fixes=fixes,
    )
