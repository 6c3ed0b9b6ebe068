"""What one click does about a finding: a function from brief to brief."""

from __future__ import annotations

from typing import Any

from briefer.edit import changes
from briefer.errors import UsageError
from briefer.model.brief import Brief
from briefer.model.entries import Actor, Entry
from briefer.review.findings import Finding, Repair
from briefer.review.hidden import hidden_spans, revealed
from briefer.text.citing import mark_own

_GONE = "what was found there is not there any more"


def repaired(brief: Brief, finding: Finding) -> Brief:
    """The brief with what a finding proposes done; the same one if that changes nothing.

    UsageError if the finding proposes nothing, or if what it is about is gone.
    """
    repair = finding.repair
    if repair is None:
        raise UsageError("this has to be settled by hand", finding.fix)
    match repair.does:
        case "set":
            return changes.update_entry(brief, finding.where, text=repair.new)
        case "merge":
            return changes.merge_actors(brief, repair.new, repair.old)
        case "own":
            return _marked_own(brief, finding.where, repair.old)
        case "reveal":
            return _revealed(brief, finding.where)
        case "rewrite" | "first":
            return _rewritten(brief, finding.where, repair)


def _marked_own(brief: Brief, where: str, sentence: str) -> Brief:
    section = where.partition(".")[2]
    text = brief.sections.get(section, "")
    if (start := text.find(sentence)) < 0:
        raise UsageError(_GONE, "look at the next check")
    return changes.set_section(brief, section, mark_own(text, (start, start + len(sentence))))


def _rewritten(brief: Brief, where: str, repair: Repair) -> Brief:
    group, _, ident = where.partition(".")
    texts = {"sections": brief.sections, "header": brief.header}.get(group, {})
    item = brief.citable(where)
    text = item.name if isinstance(item, Actor) else texts.get(ident, "")
    if repair.old not in text:
        raise UsageError(_GONE, "look at the next check")
    count = 1 if repair.does == "first" else -1
    new = text.replace(repair.old, repair.new, count) if repair.new else _without(text, repair.old)
    if isinstance(item, Actor):
        return changes.update_entry(brief, where, name=new)
    change = changes.set_section if group == "sections" else changes.set_header
    return change(brief, ident, new)


def _without(text: str, words: str) -> str:
    return text.replace(f" {words}", "").replace(words, "")


def _revealed(brief: Brief, where: str) -> Brief:
    group, _, ident = where.partition(".")
    source = brief.source(where)
    if source is not None:
        details = {
            name: clean
            for name in ("title", "author", "publisher", "published", "url")
            if (clean := revealed(getattr(source, name))) != getattr(source, name)
        }
        brief = changes.set_source_details(brief, where, **details) if details else brief
        return changes.replace_in_source(brief, where, hidden_spans(source.text), "")
    if group == "sections":
        return changes.set_section(brief, ident, revealed(brief.sections.get(ident, "")))
    if group == "header":
        return changes.set_header(brief, ident, revealed(brief.header.get(ident, "")))
    item = brief.citable(where)
    if isinstance(item, Entry):
        return changes.update_entry(brief, where, **_shown_fields(item))
    return changes.set_title(brief, revealed(brief.title))


def _shown_fields(item: Entry) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name in item.__struct_fields__:
        value = getattr(item, name)
        if name in ("id", "evidence", "notes"):
            continue
        clean = tuple(map(revealed, value)) if isinstance(value, tuple) else revealed(value)
        if clean != value:
            fields[name] = clean
    return fields
