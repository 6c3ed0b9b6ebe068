"""A memo made a template: what a person wrote in it turns back into fields, or stays in every memo."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from briefer.errors import BrieferError, UsageError
from briefer.memo.blocks import Block, Memo, Run, Runs, Table
from briefer.model.brief import Brief
from briefer.templates.build import build_memo
from briefer.templates.own import keep_template
from briefer.templates.template import FrontMatter, HeaderField, SectionField, Template

CONSTANT = frozenset({"marking", "from", "through", "copies", "contact"})
"""Fields of the header that are mostly the same in all memos of an office."""
_ALWAYS = frozenset({"description", "language", "paper", "citations"})
"""What a front matter says even where it is as usual: whoever reads the file sees that it can be otherwise."""
_HINT = 200
_CITATION = re.compile(r" ?\[@[^\]\n]*\]")
_TAG = re.compile(r"\{[{%#]")


class Kept(msgspec.Struct, frozen=True):
    """What of a memo stays in its template: ``values`` are fields of the header that begin with what stands in them,
    ``texts`` are sections whose words stand in every memo. All else becomes a field that is empty.
    """

    values: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()


def template_of_memo(brief: Brief, template: Template, name: str, kept: Kept) -> str:
    """The text of a Markdown template that has the structure of ``template``, and keeps this of the brief's memo.

    The same brief in its form gives the memo that it gives now, but for the notes of texts that stay. What a section
    says that becomes a field is its hint. UsageError for a house document, and for a text that cannot stay.
    """
    if template.document:
        raise UsageError(
            f"“{template.name}” is a Word document", "duplicate it in Templates, and change the copy in Word"
        )
    body = template.body
    for ident in sorted(kept.texts):
        body = _with_text(brief, template, body, ident)
    front = replace(
        template.front,
        name=name,
        header=tuple(_field(field, brief, kept) for field in template.front.header),
        sections=tuple(_section(each, brief) for each in template.front.sections if each.id not in kept.texts),
    )
    return f"---\n{_yaml(front)}---\n{body}"


def save_memo(brief: Brief, template: Template, name: str, kept: Kept) -> Path:
    """Keep a brief's memo as a template of one's own; its file. Raises as ``template_of_memo`` and writing do."""
    return keep_template(template_of_memo(brief, template, name, kept), name)


def plain_words(section: str) -> str:
    """The words of a section on one line, without citations."""
    return " ".join(_CITATION.sub("", section).split())


def texts_that_can_stay(brief: Brief, template: Template) -> frozenset[str]:
    """The sections whose words can stand in the template itself, and give the same memo."""
    if template.document:
        return frozenset()
    return frozenset(
        section.id
        for section in template.front.sections
        if not section.generated
        and brief.sections.get(section.id, "").strip()
        and _literal(brief, template, section.id) is not None
    )


def _field(field: HeaderField, brief: Brief, kept: Kept) -> HeaderField:
    value = " ".join(brief.header.get(field.id, "").split())
    return replace(field, value=value if field.id in kept.values else "")


def _section(section: SectionField, brief: Brief) -> SectionField:
    words = plain_words(brief.sections.get(section.id, ""))
    if section.generated or not words:
        return section
    return replace(section, hint=words if len(words) <= _HINT else f"{words[: _HINT - 1].rstrip()}…")


def _with_text(brief: Brief, template: Template, body: str, ident: str) -> str:
    literal = _literal(brief, template, ident)
    if literal is None:
        section = template.section(ident)
        label = section.label if section is not None else ident
        raise UsageError(f"the words of “{label}” cannot stay in the template", "let them become a field")
    return _place(ident).sub(lambda _: literal, body)


def _literal(brief: Brief, template: Template, ident: str) -> str | None:
    """The words of a section as a template's body has them, if the memo is the same with them; else None.

    Tried on this one section: what a template makes of it can depend on much, such as what else asks for it.
    """
    if len(_place(ident).findall(template.body)) != 1:
        return None
    words = _CITATION.sub("", brief.sections.get(ident, ""))
    uncited = replace(brief, sections={**brief.sections, ident: words})
    try:
        wanted = _words(build_memo(uncited, template))
    except BrieferError:
        return None
    escaped = _TAG.sub(lambda found: '{{ "' + found[0] + '" }}', words.strip())
    for tried in (escaped, re.sub(r"(?<=\S)\n(?=\S)", "  \n", escaped)):
        if _gives(brief, template, ident, tried, wanted):
            return tried
    return None


def _gives(brief: Brief, template: Template, ident: str, literal: str, wanted: list[Block]) -> bool:
    sections = tuple(section for section in template.front.sections if section.id != ident)
    tried = replace(
        template,
        front=replace(template.front, sections=sections),
        body=_place(ident).sub(lambda _: literal, template.body),
        built_in=False,
    )
    try:
        without = replace(brief, sections={**brief.sections, ident: ""})
        return _words(build_memo(without, tried)) == wanted
    except BrieferError:
        return False


@functools.cache
def _place(ident: str) -> re.Pattern[str]:
    """Where the words of a section stand alone on their line."""
    return re.compile(rf"^\{{\{{\s*sections\.{re.escape(ident)}\s*\}}\}}[ \t]*$", re.MULTILINE)


def _words(memo: Memo) -> list[Block]:
    """The blocks of a memo without notes, and without whose words they are."""
    return [_plain_block(block) for block in memo.blocks]


def _plain_block(block: Block) -> Block:
    if isinstance(block, Table):
        rows = tuple(tuple(map(_plain, row)) for row in block.rows)
        return replace(block, header=tuple(map(_plain, block.header)), rows=rows)
    if "runs" in block.__struct_fields__:
        return replace(block, runs=_plain(block.runs))  # type: ignore[union-attr]
    return block


def _plain(runs: Runs) -> Runs:
    joined: list[Run] = []
    for run in (replace(run, entry="") for run in runs if not run.note):
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        else:
            joined.append(run)
    return tuple(joined)


def _yaml(front: FrontMatter) -> str:
    import yaml

    return yaml.safe_dump(
        dict(_said(front)), sort_keys=False, allow_unicode=True, default_flow_style=None, width=10_000
    )


def _said(struct: msgspec.Struct) -> Iterator[tuple[str, Any]]:
    """What is not as it would be if nothing were said."""
    for field in msgspec.structs.fields(struct):
        value = getattr(struct, field.name)
        if field.required or value != field.default or field.name in _ALWAYS:
            yield field.encode_name, _builtin(value)


def _builtin(value: Any) -> Any:
    if isinstance(value, msgspec.Struct):
        return dict(_said(value))
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return [_builtin(each) for each in value] if isinstance(value, tuple) else value
