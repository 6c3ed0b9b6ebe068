"""A house document filled with a brief: the office's own page, the memo's words, through one guard.

All tags are worked out by the sandbox that reads Markdown templates. A value leaves a marker and is put into the
document's tree afterwards, so that no value can change the structure of the document or be read as a tag.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from briefer.house.banner import show_words
from briefer.house.compose import compose
from briefer.house.drawn_in import put_back
from briefer.house.large import enlarge
from briefer.house.marks import ATTRIBUTES
from briefer.house.mend import mend
from briefer.house.paper import set_paper
from briefer.house.portions import with_marked_title
from briefer.house.prepared import Prepared, prepared, texts
from briefer.house.properties import core_part, title_of, write_properties
from briefer.house.rendered import rendered
from briefer.house.renumber import renumber
from briefer.house.runs import resolve_rest
from briefer.house.settings import tidy_settings
from briefer.house.styles import HouseStyles
from briefer.memo.blocks import Block, Citations, PageBreak
from briefer.memo.markdown import read_blocks, under_heading
from briefer.memo.prune import prune
from briefer.model.brief import Brief
from briefer.office.names import w
from briefer.office.package import Package
from briefer.office.strip import strip
from briefer.render.word.standard_look import LOOKS
from briefer.templates.build import DRAFT, Choices, facts_of
from briefer.templates.citing import Notes
from briefer.templates.context import Shape, context
from briefer.templates.engine import render
from briefer.templates.files import annex_body
from briefer.templates.portions import MARKING, portions_of
from briefer.templates.problems import Problem, RenderError, TemplateError
from briefer.templates.rendering import Rendering
from briefer.templates.template import Template


class Filled(NamedTuple):
    """A filled document: its package, whose runs still know their entries, and sentences on what was left out."""

    package: Package
    stripped: tuple[str, ...]

    def file(self) -> bytes:
        """The bytes of the .docx; equal briefs give equal bytes. The runs forget their entries."""
        for name in texts(self.package):
            for element in self.package.tree(name).iter():
                for mark in ATTRIBUTES:
                    if element.get(mark) is not None:
                        del element.attrib[mark]
        return self.package.file()


def fill(brief: Brief, template: Template, choices: Choices = Choices()) -> Filled:
    """The template's document filled with a brief; DataError if it is none, TemplateError with all its problems."""
    ready = prepared(template.document)
    notes = Notes(brief, template.front.language)
    portions = portions_of(brief, template)
    rendering = Rendering(notes, template.front.language, brief.taken_over, portions.marks)
    package = Package(ready.parts)
    data = context(brief, template, notes=choices.notes)
    marked = context(with_marked_title(brief, portions), template, notes=choices.notes)
    core = core_part(package)
    _render(package, ready, template, lambda name: data if name == core else marked, rendering)
    annexes = _annexes(choices.annexes or brief.export.annexes, data, rendering)
    styles = HouseStyles(package)
    facts = facts_of(brief, template, choices)
    mode = choices.citations or brief.export.citations or template.front.citations
    aside: Citations = (
        "none" if mode == "none" else "inline"
    )  # a header or footer has no notes: its words say the source
    for source in ready.sources:
        root = package.tree(source.name)
        if source.name != core:
            is_main = source.name == package.main
            own_mode = mode if is_main else aside
            added = annexes if is_main else ()
            compose(package, source.name, rendering.inserts, notes, styles, facts, own_mode, portions, added)
        resolve_rest(root, rendering.inserts)
        if source.name != core:
            mend(root, styles)
    if choices.paper is not None:
        for section in package.tree(package.main).iter(w("sectPr")):
            set_paper(section, choices.paper)
    shows_marking = any(field.id == MARKING for field in template.front.header)
    if choices.style:
        enlarge(package, LOOKS[choices.style])
    show_words(package, facts.marking if not shows_marking else DRAFT if choices.draft else "")
    put_back(package)
    write_properties(package, facts, title_of(package) if ready.names_its_title else "")
    tidy_settings(package)
    stories = texts(package)
    renumber([package.tree(name) for name in stories])
    strip(package, stories)  # a field's code may have been put together by tags
    return Filled(package, ready.stripped)


def _annexes(asked: Sequence[str], data: Shape, rendering: Rendering) -> tuple[Block, ...]:
    """The annexes that are asked for, each that has something in it; they begin on a page of their own."""
    markdown = "\n".join(render(annex_body(name), 1, data, rendering) for name in asked)
    blocks = read_blocks(markdown, rendering.inserts, rendering.notes.cite)
    found = tuple(under_heading(prune(blocks), 1))
    return (PageBreak(), *found) if found else ()


def _render(
    package: Package, ready: Prepared, template: Template, data: Callable[[str], Shape], rendering: Rendering
) -> None:
    """Put the parts as the tags make them into the package; ``data`` is what there is for a part of this name."""
    problems: list[Problem] = []
    for source in ready.sources:
        problems += source.problems
        if source.problems:
            continue
        try:
            package.replace(source.name, rendered(source, data(source.name), rendering))
        except RenderError as stopped:
            problems.append(source.located(stopped.problem))
    if problems:
        raise TemplateError(problems, path=template.path)
