"""A mail as any mail program keeps it, and the article that it brings."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefer.errors import DataError
from briefer.sources.article import Details
from briefer.sources.extracted import Extract, joined, running
from briefer.sources.mail.body import Forwarded, article_of, ends_subscription, name_of, without_frame, without_prefix
from briefer.sources.mail.sheets import without_hidden
from briefer.sources.outlets import is_paper
from briefer.text.clean import SWITCHABLE, clean

_LINES = frozenset({"quote-marks", "split-quotes", "dehyphenate", "paragraphs", "indents", "unwrap"})
"""Cleaning rules for the broken lines of plain mail, which mail programs make and no writer."""
_QUOTED = re.compile(r"(?:> ?)*")
_OF_PAPER = re.compile(r"([^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,3}) (?:at|from|of|von|bei) (\S.{1,60})")
"""A writer and a newsletter in the name of one sender: "Jo Field at The Quay"."""
_TOP = 6
"""Paragraphs at the top of a newsletter that may name its writer."""
_SHOWN = 80
_NAMED = 8
"""Attached files that are named."""


class Letter(NamedTuple):
    """Head and body of a mail. ``date`` is an ISO date; ``flowed``, ``joined`` tell how plain lines were broken."""

    subject: str = ""
    sender: str = ""
    date: str = ""
    html: str = ""
    plain: str = ""
    flowed: bool = False
    joined: bool = False
    newsletter: bool = False
    attached: tuple[str, ...] = ()


def article(letter: Letter) -> Extract:
    """The article of a mail, with what its head says; DataError if it holds no text."""
    found = article_of(_paragraphs(letter))
    paragraphs = without_frame(found.paragraphs)
    if not any(paragraph.strip() for paragraph in paragraphs):
        raise DataError(*_nothing(letter))
    return Extract(joined(paragraphs), _details(letter, found), _told(letter, found))


def _paragraphs(letter: Letter) -> list[str]:
    """The paragraphs of the body that says most: the one with markup, unless it only points to the other."""
    marked = _marked(letter.html) if letter.html.strip() else []
    plain = _plain(letter) if letter.plain.strip() and (not marked or _size(marked) < len(letter.plain) / 3) else []
    return max(marked, plain, key=_size)


def _marked(html: str) -> list[str]:
    from briefer.sources.page.blocks import blocks_of, paragraphs
    from briefer.sources.page.tree import tree

    try:
        return paragraphs(blocks_of(without_hidden(tree(html))))
    except DataError:
        return []


def _plain(letter: Letter) -> list[str]:
    text = letter.plain.replace("\r\n", "\n")
    text = _unflowed(text, joined=letter.joined) if letter.flowed else text
    signed = [line if line == "-- " else line.rstrip() for line in text.split("\n")]
    off = SWITCHABLE - _LINES if not letter.flowed else SWITCHABLE
    parts = [clean(part, off).text for part in re.split(r"^-- $", "\n".join(signed), flags=re.MULTILINE)]
    text = "\n\n-- \n\n".join(parts)
    return [running(paragraph) for paragraph in re.split(r"\n{2,}", text) if paragraph.strip("\n")]


def _unflowed(text: str, *, joined: bool) -> str:
    """Lines that end in a space go on in the next one of the same depth of quotation (RFC 3676)."""
    made: list[tuple[str, str]] = []
    open_line = False
    for line in text.split("\n"):
        quoted = _QUOTED.match(line)
        depth = (quoted[0] if quoted else "").replace(" ", "")
        words = line[len(quoted[0]) :] if quoted and depth else line.removeprefix(" ")
        if open_line and made and made[-1][0] == depth and words != "-- ":
            before = made[-1][1].removesuffix(" ") if joined else made[-1][1]
            made[-1] = depth, before + words
        else:
            made.append((depth, words))
        open_line = words.endswith(" ") and words != "-- "
    return "\n".join(words if words == "-- " else words.rstrip() for _, words in made)


def _size(paragraphs: list[str]) -> int:
    return sum(map(len, paragraphs))


def _details(letter: Letter, found: Forwarded) -> Details:
    """What the head says; that of a forwarded article counts. A newsletter's sender is its outlet."""
    sender = name_of(letter.sender)
    forwarded = bool(found.author or found.date or found.subject)
    newsletter = letter.newsletter or (is_paper(sender) and ends_subscription(found.paragraphs))
    outlet = sender if newsletter and not forwarded else ""
    writer, paper = _writer_and_paper(outlet, found.paragraphs)
    return Details(
        title=found.subject or without_prefix(letter.subject),
        author=found.author or writer or ("" if outlet else sender),
        publisher=paper or outlet,
        published=found.date or letter.date,
    )


def _writer_and_paper(sender: str, paragraphs: list[str]) -> tuple[str, str]:
    """Who writes a newsletter and its name, where its sender is both and a line of the text names the writer too.

    It may be a signature, of the first name alone.
    """
    match = _OF_PAPER.fullmatch(sender)
    if not match:
        return "", ""
    lines = (line.lstrip("# ") for paragraph in paragraphs[:_TOP] for line in paragraph.split("\n"))
    named = any(line.removeprefix("By ").startswith(match[1]) for line in lines if len(line) <= _SHOWN)
    last = (line.strip(" —–-*,.") for paragraph in paragraphs[-_TOP:] for line in paragraph.split("\n"))
    signed = any(line in (match[1], match[1].split()[0]) for line in last)
    return (match[1], match[2]) if named or signed else ("", "")


def _told(letter: Letter, found: Forwarded) -> tuple[str, ...]:
    told: list[str] = []
    if found.remark:
        words = " ".join(found.remark.split())
        told.append(f"Left out above the forwarded article: “{words[:_SHOWN] + '…' * (len(words) > _SHOWN)}”.")
    if letter.attached:
        told.append(f"Attached and not read: {_files(letter.attached)}.")
    return tuple(told)


def _files(names: tuple[str, ...]) -> str:
    shown = [name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…" for name in names[:_NAMED]]
    return ", ".join(shown) + (f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else "")


def _nothing(letter: Letter) -> tuple[str, str]:
    if letter.attached:
        return "it holds no text of its own", f"save what is attached ({_files(letter.attached)}) and choose that"
    return "it holds no text", "open it in the mail program and paste its text"
