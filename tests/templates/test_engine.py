import msgspec
import pytest
from template_samples import BRIEF, template

from briefer.memo.blocks import Paragraph, block_runs
from briefer.model.entries import Action
from briefer.templates.build import Choices, build_memo
from briefer.templates.check import body_problems
from briefer.templates.problems import TemplateError


def shown(body: str, **choices: object) -> str:
    memo = build_memo(BRIEF, template(body), Choices(**choices))  # type: ignore[arg-type]
    return "\n".join("".join(run.text or f"^{run.note}" for run in block_runs(block)) for block in memo.blocks)


def problem(body: str) -> str:
    with pytest.raises(TemplateError) as caught:
        build_memo(BRIEF, template(body))
    return str(caught.value.problems[0])


def test_fields_loops_and_filters() -> None:
    assert shown("{% for a in actors %}\n- {{ a.name }} ({{ a.role | upper }})\n{% endfor %}") == (
        "Harbour Technology Board (REGULATOR)\nLena Morvane (BOARD CHAIR)"
    )


def test_a_value_is_data_and_never_template_code_or_markdown() -> None:
    assert shown("{{ header.to }} / {{ header.subject }}") == "DG <b> & *co* / Modems {{ 7*7 }} [@x1]"


def test_words_know_the_entry_they_came_from() -> None:
    memo = build_memo(BRIEF, template("{{ actors[0].name | upper }}: {{ actions[0].summary }}"))
    (paragraph,) = memo.blocks
    assert isinstance(paragraph, Paragraph)
    assert [(run.text, run.entry) for run in paragraph.runs] == [
        ("HARBOUR TECHNOLOGY BOARD", "a1"),
        (": ", ""),
        ("Orders five ports to unplug modems", "x1"),
    ]


def test_what_the_template_itself_puts_out_stays_markdown() -> None:
    body = "{% macro strong(x) %}**{{ x }}**{% endmacro %}{% set kept %}*{{ header.to }}*{% endset %}{{ strong(header.to) }} {{ kept }}"
    memo = build_memo(BRIEF, template(body))
    runs = list(block_runs(memo.blocks[0]))
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("DG <b> & *co*", True, False),
        (" ", False, False),
        ("DG <b> & *co*", False, True),
    ]


def test_joining_the_template_s_output_with_a_value_lets_no_markdown_in() -> None:
    body = "{% set kept %}x{% endset %}{{ kept ~ ' ' ~ header.to }}"
    assert shown(body) == "x DG <b> & *co*"


def test_one_passage_has_one_note_however_often_it_is_cited() -> None:
    memo = build_memo(
        BRIEF, template("A {{ actions[0] | cite }}, B {{ actions[0] | cite }}, C {{ stakes[0] | cite }}")
    )
    assert [run.note for run in block_runs(memo.blocks[0]) if run.note] == [1, 1, 2]
    assert len(memo.notes) == 2


def test_a_note_names_source_and_paragraph_and_quotes_the_words() -> None:
    memo = build_memo(BRIEF, template("A {{ actions[0] | cite }} B {{ stakes[0] | cite }} C {{ quotes[0] | cite }}"))
    notes = ["".join(run.text for run in note.paragraphs[0]) for note in memo.notes]
    assert notes == [
        "Hanne Lovell, “Ports told to unplug”, The Meridian Courier, 13 November 2026, para.\u00a01: “ordered five ports to unplug modems”",
        "The Meridian Courier, para.\u00a01: “46 million”",
        "The Meridian Courier, para.\u00a02: “We are closing a door, … It was open.”",
    ]


def test_a_section_that_a_person_wrote_stands_in_place_of_what_is_generated() -> None:
    body = "## Live\n\n{% block live %}\n- {{ actors[0].name }}\n{% endblock %}\n\n## Taken\n\n{% block taken %}\ngenerated\n{% endblock %}\n"
    assert shown(body) == "Live\nHarbour Technology Board\nTaken\nWritten by hand"


def test_the_analyst_s_notes_come_only_when_a_draft_asks_for_them() -> None:
    assert shown("x{{ actors[0].notes }}") == "x"
    assert shown("x{{ actors[0].notes }}", draft=True, notes=True) == "xprivate"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("\n{{ actor.naem }}", "line 5: actor: there is no such field (did you mean actors?)"),
        (
            "{% for a in actors %}{{ a.naem }}{% endfor %}",
            "line 4: a.naem: there is no such field (did you mean a.name?)",
        ),
        ("{{ header.subjekt }}", "line 4: header.subjekt: there is no such field (did you mean header.subject?)"),
        ("{{ header.to | uper }}", "line 4: uper: there is no such filter (did you mean upper?)"),
        ("\n\n{% for a in actors %}", "line 6: {% for %} is never closed (add {% endfor %})"),
        (
            "{{ a b }}",
            "line 4: the tag {{ a b }} cannot be read: b is out of place (check its braces, quotes and commas)",
        ),
        ("{% include 'x' %}", "line 4: {% include %}: there is no such tag here"),
        (
            "{{ actors }}",
            "line 4: a list or a group of fields cannot be printed (name one of its fields, or loop over it)",
        ),
        ("{{ 1 / 0 }}", "line 4: the tag cannot be worked out: it divides by nothing (ask first whether"),
    ],
)
def test_an_error_has_its_line_an_explanation_and_a_suggestion(body: str, said: str) -> None:
    assert problem(body).startswith(said)


def test_all_problems_are_found_in_one_go() -> None:
    body = "{{ headr.to }}\n{% for a in actors %}{{ a.naem }}{% for q in a.quotes %}{{ q.wrods }}{% endfor %}{% endfor %}\n{{ x | nope }}"
    assert [found.line for found in body_problems(template(body))] == [4, 5, 5, 6, 6]


@pytest.mark.parametrize("name", ["information-note", "reference-sheet"])
def test_the_built_in_templates_have_no_problem(name: str) -> None:
    from briefer.templates.files import find_template

    assert body_problems(find_template(name)) == []
    assert build_memo(BRIEF, find_template(name), Choices(annexes=("quotations", "sources", "passages"))).blocks


def test_actions_are_sorted_by_what_their_dates_mean() -> None:
    dates = ("in April 2027", "2026-11-12", "soon", "mid-November 2026", "by the end of 2026")
    actions = tuple(Action(f"x{number}", date=date) for number, date in enumerate(dates, 1))
    brief = msgspec.structs.replace(BRIEF, actions=actions)
    body = "{% for x in actions | by_date %}\n- {{ x.date }} = {{ x.when }}\n{% endfor %}"
    memo = build_memo(brief, template(body))
    assert ["".join(run.text for run in block_runs(block)) for block in memo.blocks] == [
        "mid-November 2026 = 2026-11-11", "12 November 2026 = 2026-11-12", "by the end of 2026 = 2026-12-31",
        "in April 2027 = 2027-04-01", "soon =",
    ]  # fmt: skip
