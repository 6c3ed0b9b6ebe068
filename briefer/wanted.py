"""What is to be written, and the memo that it becomes."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from msgspec.structs import replace

from briefer.errors import DataError
from briefer.memo.blocks import Facts, Memo
from briefer.memo.remarks import Remark
from briefer.model.brief import Brief
from briefer.opening import Apart, here
from briefer.render.word.page import sheet
from briefer.render.word.standard_look import LOOKS, OF_THE_SHEET
from briefer.templates.build import Choices, build_memo
from briefer.templates.portions import refuse_marked_higher
from briefer.templates.problems import TemplateError
from briefer.templates.template import Template

MOST_HELD = 10_000
"""Entries and passages of one brief of which a memo is made; ten times what the largest are known to hold."""


class Wanted:
    """What is to be written: a brief in a template's form. Its memo is made when a writer first asks for it.

    What is done with documents of an office, and with templates that do not ship, is called through ``apart``.
    """

    def __init__(self, brief: Brief, template: Template, choices: Choices = Choices(), apart: Apart = here) -> None:
        self.brief, self.template, self.choices = brief, template, choices
        self.apart = apart

    @functools.cached_property
    def memo(self) -> Memo:
        """The memo. Raises TemplateError; of a house document also DataError."""
        call = here if self.template.built_in else self.apart  # no count of steps foresees all that a stranger writes
        memo: Memo = call(memo_of, self.brief, self.template, self.choices)
        return memo


def memo_of(brief: Brief, template: Template, choices: Choices = Choices()) -> Memo:
    """The memo of a brief as blocks; that of a house document is read back from the document, filled.

    TemplateError with all problems if the template fails, DataError if it is a document that cannot be opened, or if
    the brief holds more than any memo. A document comes from elsewhere: where somebody waits, this is for the worker.
    """
    held = sum(1 for _ in brief.citables())
    if held > MOST_HELD:
        raise _too_much(f"it holds {held:,} entries and passages, and a memo is made of {MOST_HELD:,} at most")
    if not template.document:
        try:
            return _as_chosen(build_memo(brief, template, choices), choices)
        except TemplateError as error:
            if not template.built_in:
                raise
            raise _too_much(f"no memo can be made of it: {error.problems[0].message}") from error
    from briefer.house.memo import house_memo

    return house_memo(brief, template, choices)


def _as_chosen(memo: Memo, choices: Choices) -> Memo:
    """The memo with the look of the office's document as an export wants it: in large type, on other paper."""
    look = memo.facts.house_look
    if look is None:
        return memo
    if choices.style:
        look = look.larger(LOOKS[choices.style], OF_THE_SHEET)
    if choices.paper is not None:
        look = look.on_paper(*sheet(Facts("", paper=choices.paper)))
    return replace(memo, facts=replace(memo.facts, house_look=look))


def _too_much(what: str) -> DataError:
    """What is wrong with a brief that no template can help: those that ship fail for no other reason."""
    return DataError(what, "divide it into several briefs")


def document_of(
    brief: Brief, template: Template, choices: Choices = Choices(), remarks: Sequence[Remark] = ()
) -> bytes:
    """The .docx of a brief in a house document, filled in place, with ``remarks`` on its memo as comments.

    Raises as ``memo_of`` does; for the worker, too.
    """
    from briefer.house.memo import house_document

    return house_document(brief, template, choices, remarks)


def leaving_memo(brief: Brief, template: Template, choices: Choices = Choices()) -> Memo:
    """The memo that leaves the program: on paper, as pages, in a message. Raises as ``memo_of``, and MarkingError."""
    wanted = Wanted(brief, template, choices)
    refuse_too_low(wanted)
    return wanted.memo


def refuse_too_low(wanted: Wanted) -> None:
    """MarkingError if a part of the memo is marked higher than the memo: nothing of it leaves the program."""
    if wanted.brief.export.portion_marks:
        refuse_marked_higher(wanted.brief, wanted.template, wanted.memo)
