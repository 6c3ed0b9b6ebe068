"""What the program asks of a house template: the Word file of a brief, and its memo as blocks."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.house.fill import Filled, fill
from briefer.house.read_back import read_back
from briefer.house.remarks import write_remarks
from briefer.memo.blocks import Memo
from briefer.memo.remarks import Remark
from briefer.model.brief import Brief
from briefer.templates.build import Choices, facts_of
from briefer.templates.problems import TemplateError
from briefer.templates.template import Template


def house_document(
    brief: Brief, template: Template, choices: Choices = Choices(), remarks: Sequence[Remark] = ()
) -> bytes:
    """The .docx of a brief in a house template; DataError, or TemplateError with all problems.

    ``remarks`` are on the blocks of ``house_memo``, and become comments.
    """
    filled = _filled(brief, template, choices)
    write_remarks(filled.package, remarks, facts_of(brief, template, choices).modified)
    return filled.file()


def house_memo(brief: Brief, template: Template, choices: Choices = Choices()) -> Memo:
    """The memo of a brief in a house template, read back from its .docx. Raises as ``house_document`` does."""
    filled = _filled(brief, template, choices)
    return read_back(filled.package, facts_of(brief, template, choices))


def stripped_of(template: Template) -> tuple[str, ...]:
    """Sentences on what a house template holds that no memo may: macros, links to other files and the like."""
    from briefer.house.prepared import prepared

    return prepared(template.document).stripped


def _filled(brief: Brief, template: Template, choices: Choices) -> Filled:
    try:
        return fill(brief, template, choices)
    except TemplateError as stopped:
        from briefer.house.check import all_problems

        raise all_problems(template, stopped) from None
