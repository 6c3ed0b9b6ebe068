"""The entries of a brief as one table, for spreadsheets and for other programs."""

from __future__ import annotations

from typing import TypeAlias

from briefer.model.anchor import Anchor
from briefer.model.brief import Brief, kind_of
from briefer.model.entries import Action, Actor, Entry, Quote, Stake, title_of
from briefer.model.source import Source, paragraph_number
from briefer.templates.citing import full_title
from briefer.templates.wording import contradicted, place
from briefer.text.escape import xml_safe

_Cells: TypeAlias = dict[str, str]

COLUMNS = (
    "Kind", "Id", "Text", "Type", "Role", "Affiliation", "Stance", "Aliases", "Who", "To whom", "Date", "Status",
    "Level", "Horizon", "Context", "Words", "Source",
)  # fmt: skip
"""What each row has: ``Text`` is the name, summary or quotation, ``Words`` and ``Source`` have a line a passage."""
_NOTE = "My note"


def entry_rows(brief: Brief, *, notes: bool = False) -> list[list[str]]:
    """The names of the columns, and a row for each actor, action, stake and quote, in the order of the notes.

    ``notes`` adds the analyst's own, which are else nobody's business.
    """
    columns = (*COLUMNS, _NOTE) if notes else COLUMNS
    names = {actor.id: actor.name for actor in brief.actors}
    sources = {source.id: source for source in brief.sources}
    rows = [_cells(entry, names, sources, brief.language) for entry in brief.entries()]
    return [list(columns), *([xml_safe(row.get(column, "")) for column in columns] for row in rows)]


def _cells(entry: Entry, names: dict[str, str], sources: dict[str, Source], language: str) -> _Cells:
    def named(idents: tuple[str, ...]) -> str:
        return "; ".join(names.get(ident, ident) for ident in idents)

    common = {
        "Kind": kind_of(entry),
        "Id": entry.id,
        "Text": title_of(entry),
        "Words": "\n".join(" ".join(anchor.exact.split()) for anchor in entry.evidence),
        "Source": "\n".join(_place(anchor, sources, language) for anchor in entry.evidence),
        _NOTE: entry.notes,
    }
    match entry:
        case Actor():
            aliases = "; ".join(entry.aliases)
            own = {"Type": entry.kind, "Role": entry.role, "Affiliation": entry.affiliation, "Stance": entry.stance}
            return {**common, **own, "Aliases": aliases}
        case Action():
            who = {"Who": named(entry.actors), "To whom": named(entry.targets)}
            return {**common, **who, "Date": entry.date, "Status": entry.status}
        case Stake():
            own = {"Type": entry.kind, "Level": entry.level, "Horizon": entry.horizon}
            return {**common, **own, "Who": named(entry.actors)}
        case Quote():
            speaker = names.get(entry.speaker, "") or entry.speaker_text
            return {**common, "Who": speaker, "Date": entry.date, "Context": entry.context}


def _place(anchor: Anchor, sources: dict[str, Source], language: str) -> str:
    """Where the words of a passage stand, as a note of the memo names it."""
    source = sources[anchor.source]
    title = "".join(run.text for run in full_title(source, language))
    against = contradicted(language) if anchor.stance == "contradicts" else ""
    where = "" if anchor.lost else place([paragraph_number(source, anchor.start)], language)
    return f"{against}{title}{f', {where}' if where else ''}"
