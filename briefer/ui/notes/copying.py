"""A note as it is copied into another program: its title, and its passages with where they stand."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QMimeData

from briefer.model.anchor import Anchor
from briefer.model.brief import Brief, speaker_of
from briefer.model.entries import JOIN, Actor, Entry, Quote
from briefer.templates.cited import Cited, cited_passage
from briefer.text.escape import escape_xml
from briefer.ui.notes.rows import title


def copied(entry: Entry, brief: Brief) -> QMimeData:
    """A note's title and role or speaker, then each passage in quotation marks with its source and paragraph."""
    aside = entry.role if isinstance(entry, Actor) else speaker_of(brief, entry) if isinstance(entry, Quote) else ""
    head = " – ".join(filter(None, (title(entry), aside)))
    passages = list(_passages(entry, brief))
    data = QMimeData()
    data.setText("\n".join((head, *(passage.plain for passage in passages))))
    data.setHtml("\n".join((f"<p><b>{escape_xml(head)}</b></p>", *(passage.html for passage in passages))))
    return data


def _passages(entry: Entry, brief: Brief) -> list[Cited]:
    """One for each passage; the parts of a quote that stand in one source are one."""
    if isinstance(entry, Quote):
        parts = [tuple(part) for _, part in groupby(entry.evidence, lambda anchor: anchor.source)]
    else:
        parts = [(anchor,) for anchor in entry.evidence]
    return [made for part in parts if (made := _passage(part, brief)) is not None]


def _passage(part: tuple[Anchor, ...], brief: Brief) -> Cited | None:
    source = brief.source(part[0].source)
    if source is None:
        return None
    spans = [(anchor.start, anchor.end) for anchor in part if not anchor.lost]
    return cited_passage(source, JOIN.join(anchor.exact for anchor in part), spans, brief.language)
