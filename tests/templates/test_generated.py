"""What the generated parts of a memo hold, before anybody takes them over."""

import pytest
from sample_brief import sample_brief
from template_samples import BRIEF, template

from briefer.edit import changes
from briefer.memo.plain import plain_text
from briefer.templates.files import find_template
from briefer.templates.generated import Generated, Piece
from briefer.templates.problems import TemplateError


def live(body: str) -> Generated:
    return Generated(BRIEF, template("{% block live %}\n" + body + "\n{% endblock %}\n"))


def test_the_outline_counts_what_stands_in_tables_and_lists() -> None:
    generated = Generated(sample_brief(), find_template("information-note"))
    assert generated.outline("current_status") == (Piece("list", 6, "action"),)
    assert generated.outline("key_actors") == (Piece("table", 8, "actor"), Piece("list", 1, "quote"))
    assert generated.outline("at_stake") == (Piece("table", 5, "stake"),)
    assert generated.outline("summary") == ()


def test_rows_of_several_kinds_have_none() -> None:
    rows = "| A |\n| - |\n| {{ actors[0].name }} |\n| {{ stakes[0].summary }} |\n| own |"
    assert live(rows).outline("live") == (Piece("table", 3, None),)
    assert live("| A |\n| - |").outline("live") == ()
    assert live("Words alone.").outline("live") == ()


def test_a_part_uses_what_the_template_set_before_it_and_keeps_its_place_in_a_loop() -> None:
    body = "{% set who = actors[0] %}\n{% macro strong(x) %}**{{ x }}**{% endmacro %}\n\n{% block live %}\n{{ actors | length }} {{ header.to }}\n{% endblock %}\n"
    (paragraph,) = Generated(BRIEF, template(body)).blocks("live")
    assert plain_text(paragraph) == "2 DG <b> & *co*"


def test_a_part_is_what_the_notes_make_of_it_even_after_it_was_taken_over() -> None:
    taken = changes.take_over(BRIEF, "live", "Mine.")
    made = template("{% block live %}\n{{ actors[0].name }}{{ actors[0] | cite }}\n{% endblock %}\n")
    assert Generated(taken, made).blocks("live") == Generated(BRIEF, made).blocks("live")


def test_the_words_that_come_from_the_notes_are_counted() -> None:
    made = template("{% block live %}\nMade of {{ actors[0].name }}{{ actors[0] | cite }}\n{% endblock %}\n")
    assert Generated(BRIEF, made).word_count("live") == 3


def test_a_template_that_fails_says_so() -> None:
    with pytest.raises(TemplateError, match="nonsense"):
        live("{{ nonsense }}")
