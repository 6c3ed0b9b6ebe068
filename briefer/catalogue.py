"""The catalogue: what there is to know of each template on the shelf, read with care and never failing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefer.errors import BrieferError
from briefer.files import fingerprint
from briefer.memo.blocks import Memo
from briefer.model.brief import Brief
from briefer.opening import open_template, with_house_look
from briefer.templates.drawn import Drawn, drawn
from briefer.templates.office_look import is_document, office_look
from briefer.templates.own import read_template_file, template_text
from briefer.templates.problems import Problem, TemplateError
from briefer.templates.reading import begins_as_template, parse_template
from briefer.templates.shelf import WORD, OnShelf, Place
from briefer.templates.template import Template


class Listed(msgspec.Struct, frozen=True):
    """A template as it is listed.

    ``template`` is None where the file is so broken that it has no forms; ``problems`` are all that the check found.
    ``text`` is that of a Markdown template with lines as the problems count them, ``sha256`` that of its file.
    """

    id: str
    path: str
    place: Place
    stamp: str
    changed: float
    name: str
    template: Template | None = None
    problems: tuple[Problem, ...] = ()
    text: str = ""
    sha256: str = ""

    @property
    def is_other_text(self) -> bool:
        """Whether it is a text that lies in the office's folder and was never meant as a template."""
        return self.place == "office" and bool(self.text) and not begins_as_template(self.text)

    @property
    def errors(self) -> int:
        """How many of its problems keep it from being used."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many of its problems are only to be known."""
        return len(self.problems) - self.errors

    @property
    def is_word(self) -> bool:
        """Whether it is a Word document."""
        return Path(self.path).suffix.lower() in WORD

    @property
    def fixable(self) -> int:
        """How many of its problems can be mended by a click."""
        return sum(problem.fix is not None for problem in self.problems)


def listed_built_in(template: Template) -> Listed:
    """A template that ships with Briefer: the tests hold that it has no problem."""
    return Listed(template.id, template.path, "built in", "", 0, template.name, template)


def look_at(found: OnShelf) -> Listed:
    """Read and check a template; what is wrong with it, also that it cannot be read, is among its problems.

    What a stranger has written is read here: to be run by the worker.
    """
    path = Path(found.path)
    known = Listed(found.id, found.path, found.place, found.stamp, found.changed, path.stem)
    try:
        data = read_template_file(path)
        known = replace(known, sha256=fingerprint(data).sha256)
        problems, text = _checked(path, data)
        known = replace(known, problems=tuple(problems), text=text)
        template = open_template(path)
    except TemplateError as error:
        return known if known.problems else replace(known, problems=error.problems)
    except BrieferError as error:
        return replace(known, problems=(Problem(0, error.message, error.hint),))
    template = replace(with_house_look(template), id=found.id)
    return replace(known, name=template.name, template=template)


def drawn_at(text: str, brief: Brief, path: str) -> Drawn:
    """What ``drawn`` gives of the text of a template at a path, in the look of the document beside it if it has one.

    To be run by the worker, as ``look_at``.
    """
    found = drawn(text, brief)
    if found.memo is None:
        return found
    template = with_house_look(Template("", path, found.front, "", 1))
    facts = replace(found.memo.facts, house_look=template.house_look)
    return replace(found, memo=replace(found.memo, facts=facts))


def problems_of(path: Path) -> list[Problem]:
    """What the check finds in a template's file; what keeps it from being read is raised, as DataError or so.

    What a stranger has written is read here: to be run by the worker.
    """
    return _checked(path, read_template_file(path))[0]


def fields_of(listed: Listed) -> Memo:
    """The pages of a template with its tags in the places of values, those with a problem numbered.

    DataError for a document that cannot be opened. To be run by the worker, as ``look_at``.
    """
    assert listed.template is not None, "only what can be read has pages"
    if listed.template.document:
        from briefer.house.fields import document_fields

        return document_fields(listed.template, listed.problems)
    from briefer.templates.fields import fields_memo

    return fields_memo(listed.template, listed.problems)


def _checked(path: Path, data: bytes) -> tuple[list[Problem], str]:
    """All problems, and the text of a Markdown template."""
    if path.suffix.lower() in WORD:
        from briefer.house.check import document_problems

        return document_problems(data), ""
    from briefer.templates.check import text_problems

    text = template_text(data, path)
    found = text_problems(text)
    if not any(problem.severity == "error" for problem in found):
        found += _look_problems(text, path)
    return found, text


def _look_problems(text: str, path: Path) -> Iterator[Problem]:
    """Why a template cannot have the look of the Word document that it names."""
    template = parse_template(text, path.stem, str(path))
    style = template.front.style
    if not is_document(style):
        return
    from briefer.house.dressed import check_dress

    line = next((n for n, words in enumerate(text.split("\n"), 1) if words.startswith("style:")), 0)
    try:
        stripped = check_dress(office_look(style, str(path)))
    except BrieferError as error:
        yield Problem(line, error.message if style in error.message else f"{style}: {error.message}", error.hint)
        return
    for sentence in stripped:
        yield Problem(line, f"{style}: {sentence[:1].lower()}{sentence[1:].rstrip('.')}", severity="warning")
