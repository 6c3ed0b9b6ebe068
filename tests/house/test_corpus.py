"""Documents of real offices render, or fail with words that a secretary can act on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from house_samples import CORPUS
from template_samples import BRIEF

from briefer.house.fill import fill
from briefer.house.memo import house_document, house_memo
from briefer.opening import open_template
from briefer.templates.problems import TemplateError

FOREIGN = {
    "assemblyline-general_cover_sheet": ("package_title", "body, paragraph"),
    "docassemble-docx-with-metadata": ("planet", "body, paragraph 1"),
    "docassemble-letter_template": ("today", "body, paragraph"),
    "docxtpl-dynamic_table_tpl": ("col_labels", "body"),
    "docxtpl-footnotes_tpl": ("a_jinja_variable", "footnote 1"),
    "docxtpl-header_footer_tpl_utf8": ("company_name", "footer"),
    "docxtpl-word2016_tpl": ("test_space", "body, paragraph"),
    "frankbold-106": ("Adresat", "body, paragraph 1"),
    "gbls-CoverLetter": ("court", "body, paragraph"),
    "ghostwriter-report": ("client", "header"),
    "letterhead-client-postal": ("client", "body"),
}
"""Document → a name that we do not have, and where it stands."""

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the corpus lies beside a working checkout")


@pytest.mark.parametrize("name", FOREIGN)
def test_foreign_names_are_told_with_their_places(name: str) -> None:
    template = open_template(CORPUS / f"{name}.docx")
    with pytest.raises(TemplateError) as caught:
        house_document(BRIEF, template)
    field, place = FOREIGN[name]
    assert any(field in problem.message and place in str(problem) for problem in caught.value.problems), name
    assert all(str(problem).isprintable() for problem in caught.value.problems)


@pytest.mark.parametrize("name", ["docassemble-Legal-Template", "docxtpl-comments_tpl"])
def test_documents_without_foreign_names_render(name: str, valid: Callable[[bytes], None]) -> None:
    template = open_template(CORPUS / f"{name}.docx")
    data = house_document(BRIEF, template)
    assert data == fill(BRIEF, template).file()
    assert house_memo(BRIEF, template).facts.title
    if name != "docassemble-Legal-Template":  # whose own faults it keeps
        valid(data)
