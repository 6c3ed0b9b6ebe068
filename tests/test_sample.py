"""The sample that ships is what the articles beside it give, and a memo to be proud of."""

from sample_brief import PATH, sample_brief

from briefer.model.soundness import problems
from briefer.reviewing import findings
from briefer.store.briefs import brief_bytes, read_brief
from briefer.templates.files import built_in_templates, find_template


def test_the_sample_is_made_from_its_articles(renew: bool) -> None:
    if renew:
        PATH.write_bytes(brief_bytes(sample_brief()))
    assert PATH.read_bytes() == brief_bytes(sample_brief())


def test_the_sample_is_rich_and_sound() -> None:
    brief = read_brief(PATH).brief
    assert not list(problems(brief))
    assert (len(brief.actors), len(brief.actions), len(brief.stakes), len(brief.quotes)) == (8, 7, 5, 4)
    assert len(brief.quotes[0].evidence) == 2
    assert {anchor.stance for entry in brief.entries() for anchor in entry.evidence} == {"supports", "contradicts"}


def test_all_that_is_left_to_question_in_the_sample_is_a_note_that_shows_what_checks_are() -> None:
    brief = read_brief(PATH).brief
    found = findings(brief, find_template(brief.template))
    assert [(each.code, each.severity) for each in found] == [("action-undated", "note")]


def test_every_template_makes_a_memo_of_the_sample(tmp_path, validate_docx) -> None:
    from briefer.export import export

    outputs = []
    for template in built_in_templates():
        outputs.append(tmp_path / f"{template.id}.docx")
        export(read_brief(PATH).brief, template, outputs[-1])
    validate_docx(*outputs)
