"""What a template can do as it stands, and its author surely did not mean: words that nobody would ever see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jinja2 import nodes

from briefer.templates.context import NAMES
from briefer.templates.problems import Fix, Problem, nearest
from briefer.templates.syntax import walk
from briefer.templates.template import Template
from briefer.templates.yaml import line_of

if TYPE_CHECKING:
    from yaml.nodes import Node

PRINTED = frozenset(("marking", "reference", "subject"))
"""Header fields that a memo shows whatever its body says: as banner, in the footer, as its title."""
_NAMING = (nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Block)
_ROOTS = "|".join(NAMES)
_HALF = re.compile(
    rf"(?<!\{{)\{{[ \t]*(?P<lone>(?:{_ROOTS})\.[\w.]+(?:[ \t]*\|[ \t]*\w+)*)[ \t]*(?P<close>\}}+)"
    r"|(?<![{\w])(?P<tag>%[ \t]*(?:for|if|endfor|endif)\b[^%\n]*%\})"
)
"""A tag with a brace too few at its beginning, or with single braces."""


def overlooked(template: Template, tree: nodes.Template | None, node: Node | None) -> list[Problem]:
    """Warnings about a template without errors; ``node`` is the tree of its front matter, for the lines."""
    found: list[Problem] = []
    if tree is not None:
        named = [each for each, _ in walk(tree) if isinstance(each, _NAMING)]
        found += [*_unused_sections(template, named, node), *_unused_fields(template, named, node)]
        found += _strange_blocks(template, named)
    return [*found, *_limits(template, node)]


def half_tags(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a tag lost a brace at its beginning: from, to, and what it should be."""
    for found in _HALF.finditer(text):
        words = f"{{{{ {found['lone'].strip()} }}}}" if found["lone"] else f"{{{found['tag']}"
        yield found.start(), found.end(), words


def half_tag_problems(body: str, line: int) -> Iterator[Problem]:
    """Tags that lost a brace, in a body whose lines count from ``line``; their fixes count in it."""
    for start, end, words in half_tags(body):
        at = line + body.count("\n", 0, start)
        message = f"{body[start:end]} is no tag and is printed as it stands"
        fix = Fix(start, end, words, f"Change to {words}")
        yield Problem(at, message, f"did you mean {words}?", severity="warning", fix=fix)


def _used(named: Sequence[nodes.Node], root: str) -> set[str] | None:
    """The fields that a body names behind a name; None if it may reach any of them."""
    fields: set[str] = set()
    reached = 0
    for node in named:
        match node:
            case nodes.Getattr(node=nodes.Name() as owner, attr=field) if owner.name == root:
                fields.add(field)
            case nodes.Getitem(node=nodes.Name() as owner, arg=nodes.Const(value=field)) if owner.name == root:
                fields.add(str(field))
            case _:
                continue
        reached += 1
    whole = sum(1 for node in named if isinstance(node, nodes.Name) and node.name == root)
    return fields if whole == reached else None


def _unused_sections(template: Template, named: Sequence[nodes.Node], node: Node | None) -> Iterator[Problem]:
    blocks = {block.name for block in named if isinstance(block, nodes.Block)}
    fields = _used(named, "sections")
    for number, section in enumerate(template.front.sections):
        line = line_of(node, f"$.sections[{number}].id") + 1
        if section.id in blocks or fields is None:
            continue
        if section.generated:
            message = f"the section {section.id} is generated, and the body has no block for it"
            hint = f"write {{% block {section.id} %}} ... {{% endblock %}}"
            yield Problem(line, message, hint, severity="warning")
        elif section.id not in fields:
            message = f"the section {section.id} is nowhere in the body: what a person writes there is never printed"
            yield Problem(line, message, f"put {{{{ sections.{section.id} }}}} in the body", severity="warning")


def _unused_fields(template: Template, named: Sequence[nodes.Node], node: Node | None) -> Iterator[Problem]:
    fields = _used(named, "header")
    if fields is None or any(isinstance(each, nodes.Name) and each.name == "fields" for each in named):
        return
    for number, field in enumerate(template.front.header):
        if field.id not in fields and field.id not in PRINTED:
            message = f"the header field {field.id} is nowhere in the body: what is typed there is never printed"
            line = line_of(node, f"$.header[{number}].id") + 1
            yield Problem(line, message, f"put {{{{ header.{field.id} }}}} in the body", severity="warning")


def _strange_blocks(template: Template, named: Sequence[nodes.Node]) -> Iterator[Problem]:
    idents = {section.id for section in template.front.sections}
    for block in named:
        if isinstance(block, nodes.Block) and block.name not in idents and (near := nearest(block.name, idents)):
            message = f"the block {block.name} is no section of this template"
            yield Problem(block.lineno, message, f"did you mean {near}?", severity="warning")


def _limits(template: Template, node: Node | None) -> Iterator[Problem]:
    """Sections that together may have more words than the memo."""
    front = template.front
    together = sum(section.limit.words for section in front.sections)
    if 0 < front.limit.words < together:
        line = line_of(node, "$.limit.words") + 1
        message = f"the memo may have {front.limit.words:,} words, and its sections together {together:,}"
        yield Problem(line, message, "raise the one, or lower the others", severity="warning")
