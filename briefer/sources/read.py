"""The table of readers, and how a file or a paste becomes a Source."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefer.errors import BrieferError, DataError, UsageError
from briefer.files import read_file
from briefer.model.source import Source
from briefer.sources.article import Details, Reader, Text
from briefer.sources.credits import without_credits
from briefer.sources.details import guess
from briefer.sources.documents import DOCUMENTS
from briefer.sources.extracted import LIMIT, Extract, ExtractedText
from briefer.sources.kinds import suffix_of
from briefer.sources.markdown import MarkdownText
from briefer.sources.page.clipboard import clipboard_html
from briefer.sources.page.html import html_page
from briefer.sources.page.mhtml import mhtml_page
from briefer.sources.plain import PlainText, storable
from briefer.text.clean import SWITCHABLE, Change

_PLAIN = PlainText()
_MARKDOWN = MarkdownText()
_HTML = ExtractedText("text/html", html_page)
_MHTML = ExtractedText("multipart/related", mhtml_page, limit=50 * 1024 * 1024)  # the pictures are in it

READERS: dict[str, Reader | ExtractedText] = {
    "": _PLAIN,
    ".txt": _PLAIN,
    ".text": _PLAIN,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".mhtml": _MHTML,
    ".mht": _MHTML,
    **DOCUMENTS,
}
"""Suffix (small letters) to reader: the one place for a new kind of file."""

_LONGEST_DETAIL = 2_000
"""Code points of a title, a writer or a link that somebody meant."""
_DOCUMENTS = frozenset(reader.media_type for reader in DOCUMENTS.values())
_BY_MEDIA_TYPE = {reader.media_type: reader for reader in READERS.values()}


class Imported(NamedTuple):
    """A source, and sentences for the person about what its text cannot show."""

    source: Source
    told: tuple[str, ...] = ()


def import_file(path: Path | str, ident: str, password: str = "") -> Imported:
    """The article in a file as the source ``ident``, with what the person should be told.

    UsageError for a suffix that no reader knows; UnreadableError, InputOutputError or DataError, each naming the
    file, if it cannot be opened or read, is too large, or holds no text or no words.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    most = _limit(READERS[suffix]) if suffix in READERS else max(map(_limit, READERS.values()))
    try:
        return import_bytes(read_file(path, most), path.name, ident, password)
    except BrieferError as error:
        raise error.at(path) from None


def import_bytes(content: bytes, name: str, ident: str, password: str = "") -> Imported:
    """The article in the bytes of a file called ``name``; errors as for ``import_file``.

    What the content says goes before what the name says: a page that is called .txt is read as a page.
    """
    import hashlib

    reader = _reader_for(suffix_of(content, Path(name).suffix.lower()))
    if len(content) > _limit(reader):
        message = f"it has {len(content):,} bytes, and at most {_limit(reader):,} are read"
        raise DataError(message, "save the part that you need as a file of its own")
    source, told = _imported(reader, _extract(reader, content, password), ident)
    digest = hashlib.sha256(content).hexdigest()
    return Imported(msgspec.structs.replace(source, file_name=storable(Path(name).name), sha256=digest), told)


def source_from_file(path: Path | str, ident: str, password: str = "") -> Source:
    """The article in a file as the source ``ident``; errors as for ``import_file``."""
    return import_file(path, ident, password).source


def source_from_bytes(content: bytes, name: str, ident: str, password: str = "") -> Source:
    """The article in the bytes of a file called ``name`` as the source ``ident``; errors as for ``import_file``."""
    return import_bytes(content, name, ident, password).source


def source_from_text(text: str, ident: str) -> Source:
    """Pasted plain text as the source ``ident``; DataError if it is too large or holds no words."""
    if len(text) > LIMIT:
        raise _too_long(len(text))
    original = storable(text)
    return _imported(_PLAIN, Extract(original), ident).source


def source_from_html(html: str, ident: str) -> Source:
    """Pasted rich text, as the clipboard gives it, as the source ``ident``; errors as for ``source_from_text``."""
    if len(html) > LIMIT:
        raise _too_long(len(html))
    return _imported(_HTML, _HTML.stored(clipboard_html(html)), ident).source


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


def _reader_for(suffix: str) -> Reader | ExtractedText:
    if suffix not in READERS:
        known = ", ".join(filter(None, READERS))
        raise UsageError(f"files of the kind {suffix} cannot be read", f"what can be read: {known}")
    return READERS[suffix]


def _limit(reader: Reader | ExtractedText) -> int:
    return reader.limit if isinstance(reader, ExtractedText) else LIMIT


def _extract(reader: Reader | ExtractedText, content: bytes, password: str) -> Extract:
    if isinstance(reader, ExtractedText):
        if not content:
            raise DataError("it is empty", "choose another article")
        return reader.extracted(content, password)
    original = reader.original(content)
    return Extract(original, reader.stated(original))


def _imported(reader: Reader | ExtractedText, extract: Extract, ident: str) -> Imported:
    original, stated, told, unsure = extract
    if not original or original.isspace():
        raise DataError("it is empty" if not original else "it holds nothing but blanks", "choose another article")
    text, headings, fixes, _ = reader.cleaned(original)
    if not text.strip():
        raise DataError("it holds no words of an article", "choose another article")
    guessed = guess(text, headings, original)
    details = {name: _fitting(name, getattr(stated, name) or getattr(guessed, name)) for name in Details._fields}
    if reader.media_type in _DOCUMENTS and (rest := without_credits(original, Details(**details))) != original:
        original = rest
        text, headings, fixes, _ = reader.cleaned(original)
    names = tuple(name for name in details if details[name] and (name in unsure or not getattr(stated, name)))
    source = Source(
        ident,
        **details,
        guessed=names,
        media_type=reader.media_type,
        original=original,
        text=text,
        headings=headings,
        fixes=fixes,
    )
    return Imported(source, told)


def _fitting(name: str, detail: str) -> str:
    """A detail as people read it: its beginning, if it is longer than any; a link of such a length is none."""
    if len(detail) <= _LONGEST_DETAIL:
        return detail
    return "" if name == "url" else f"{detail[:_LONGEST_DETAIL].rstrip()}…"


def _too_long(characters: int) -> DataError:
    return DataError(
        f"it has {characters:,} characters, and an article may have {LIMIT:,} at most", "paste the part that you need"
    )
