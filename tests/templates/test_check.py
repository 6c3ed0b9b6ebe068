"""The check of a Markdown template: each planted fault is found where it is, each near miss passes, each fix mends."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.templates.check import text_problems
from briefer.templates.files import built_in_paths
from briefer.templates.problems import Problem, TemplateError, apply_fix

FRONT = """---
name: Weekly digest
header:
  - {id: to, label: To}
  - {id: subject, label: Subject}
sections:
  - {id: summary, label: Summary}
  - {id: key_actors, label: Key actors, generated: true}
---
"""
BODY = """# {{ header.subject }}

{{ header.to }}

## Summary

{{ sections.summary }}

## Key actors

{% block key_actors %}
{% for actor in actors %}
- {{ actor.name }}, {{ actor.role }}{{ actor | cite }}
{% endfor %}
{% endblock %}
"""
FIRST = FRONT.count("\n") + 1
"""The line on which the body begins."""


def found(text: str) -> list[str]:
    return [str(problem) for problem in text_problems(text)]


def in_body(body: str) -> list[str]:
    """The problems of a template with these words at the end of its body, from line 1 of them on."""
    shift = FIRST + BODY.count("\n")
    problems = text_problems(FRONT + BODY + body)
    return [re.sub(r"line (\d+)", lambda at: f"line {int(at[1]) - shift + 1}", str(problem)) for problem in problems]


def mended(text: str) -> str:
    """The text with one fix after the other, until none is left."""
    for _ in range(30):
        fix = next((problem.fix for problem in text_problems(text) if problem.fix), None)
        if fix is None:
            return text
        text = apply_fix(text, fix)
    raise AssertionError("fixes never end")


def test_a_sound_template_has_no_problem() -> None:
    assert found(FRONT + BODY) == []


@pytest.mark.parametrize("name", built_in_paths())
def test_the_built_in_templates_have_none(name: str) -> None:
    assert found(built_in_paths()[name].read_text("utf-8")) == []


PLANTED = [
    # names
    ("{{ header.refrence }}", ["line 1: header.refrence: there is no such field (there are: subject, to)"]),
    ("{{ header.subjct }}", ["line 1: header.subjct: there is no such field (did you mean header.subject?)"]),
    ("{{ header['subjct'] }}", ["line 1: header.subjct: there is no such field (did you mean header.subject?)"]),
    ("{{ subject }}", ["line 1: subject: there is no such field (did you mean header.subject?)"]),
    ("{{ brief.subject }}", ["line 1: brief.subject: there is no such field (did you mean header.subject?)"]),
    ("{{ memo.sumary }}", ["line 1: memo.sumary: there is no such field (did you mean sections.summary?)"]),
    ("{% for a in actors %}{{ a.actions[0].sumary }}{% endfor %}", ["line 1: a.actions[…].sumary: there is no such"]),
    (
        "{% for a in actors %}\n{% for q in a.quotes %}\n{{ q.passages[0].source.tittle }}\n{% endfor %}\n{% endfor %}",
        ["line 3: q.passages[…].source.tittle: there is no such field (did you mean q.passages[…].source.title?)"],
    ),
    ("{% for a in actors %}{{ a.name.first }}{% endfor %}", ["line 1: a.name holds words and has no first"]),
    ("{% for a in actors %}{{ loop.idx }}{% endfor %}", ["line 1: loop.idx: there is no such field"]),
    ("{{ actors | map(attribute='naem') | join }}", ["line 1: naem: there is no such field of the actors (did you mean"]),
    ("{{ (stakes | sort(attribute='levl') | first).summary }}", ["line 1: levl: there is no such field of the stakes"]),
    ("{{ quotes | selectattr('passage') | list | length }}", ["line 1: passage: there is no such field of the quotes"]),
    ("{{ actors | join(', ', 'naem') }}", ["line 1: naem: there is no such field of the actors"]),
    ("{{ header.to | uper }}", ["line 1: uper: there is no such filter (did you mean upper?)"]),
    ("{{ actors | map('uper') | join }}", ["line 1: uper: there is no such filter"]),
    ("{% if header.to is definde %}x{% endif %}", ["line 1: definde: there is no such test (did you mean defined?)"]),
    ("{{ actors }}", ["line 1: a list or a group of fields cannot be printed"]),
    ("{% for s in stakes | bylevel %}{{ s.sumary }}{% endfor %}", ["line 1: s.sumary: there", "line 1: bylevel: there"]),
    # tags
    ("{{ header.to }", ["line 1: a tag opens with {{ and closes with } (close it with }})"]),
    ("{{ header.to } }", ["line 1: a tag opens with {{ and closes with } } (close it with }})"]),
    ("{% if header.to }x{% endif %}", ["line 1: a tag opens with {% and closes with } (close it with %})"]),
    ("{{ header.to and more words", ["line 1: a {{ is never closed (close it with }})"]),
    ("{{ header.to\n\n{{ header.naem", ["line 1: a {{ is never closed", "line 3: a {{ is never", "line 3: header.naem"]),
    ("{{ 'a }} b' }}{{ header.to }", ["line 1: a tag opens with {{ and closes with }"]),
    ("{# a note\n\n{{ header.too }}", ["line 1: a {# is never closed", "line 3: header.too: there is no such field"]),
    ("{% fr a in actors %}{{ a.naem }}{% endfor %}", ["line 1: {% fr %}: there is no such tag", "line 1: a.naem:"]),
    ("{% include 'x' %}\n{% do x %}", ["line 1: {% include %}: there is no such tag here", "line 2: {% do %}: there"]),
    ("{% for a in actors %}\n{{ a.naem }}\n\n## Next", ["line 1: {% for %} is never closed", "line 2: a.naem: there"]),
    (
        "{% for a in actors %}\n{% if a.name %}\n{{ a.naem }}\n{% endfor %}",
        ["line 3: a.naem:", "line 4: {% endfor %} stands where {% endif %} is due (close the {% if %} of line"],
    ),
    ("{% endif %}\n{{ x }}", ["line 1: {% endif %} closes nothing", "line 2: x: there is no such field"]),
    ("{% if 1 %}{% else %}{% else %}{% endif %}", ["line 1: {% else %} stands where {% endif %} is due"]),
    ("{% for a in = actors %}{{ a.x }}{% endfor %}\n{{ y }}", ["line 1: the tag {% for a in = actors %} cannot be read",
     "line 2: y: there is no such field"]),
    ("{% set x = = 1 %}{{ x }}", ["line 1: the tag {% set x = = 1 %} cannot be read: = is out of place"]),
    ("{% %}", ["line 1: the tag is empty (begin it with a word"]),
    ("{{ a b }}\n{{ c d }}\n{{ header.t0 }}", ["line 1: the tag {{ a b }}", "line 2: the tag {{ c d }}", "line 3: header.t0:"]),
    # what shows itself only when a tag is worked out
    ("{{ 1 // 0 }}", ["line 1: the tag cannot be worked out: it divides by nothing"]),
    ("{{ actors[0].name }}", ["line 1: warning: in a brief without entries: there is no item 0"]),
    ("{% for a in range(9999) %}{% endfor %}", ["line 1: range() may give at most 5,000 numbers (count less far)"]),
    # what is printed as it stands
    ("{header.to}}", ["line 1: warning: {header.to}} is no tag and is printed as it stands (did you mean {{ header.to }}?)"]),
    ("{ brief.title }", ["line 1: warning: { brief.title } is no tag and is printed as it stands"]),
    ("% for a in actors %}", ["line 1: warning: % for a in actors %} is no tag"]),
    ("{% block key_actor %}x{% endblock %}", ["line 1: warning: the block key_actor is no section of this template (did"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), PLANTED)
def test_a_planted_fault_is_found(body: str, expected: list[str]) -> None:
    said = in_body(body)
    assert len(said) == len(expected), said
    for one, begins in zip(said, expected, strict=True):
        assert one.startswith(begins), said


NEAR_MISSES = [
    "{{ header.to | default('nobody') }} {{ header.nope | default('') }}",
    "{% raw %}{{ header.nope }{% endraw %}",
    "{# {{ header.nope } #}",
    "{{ {'a': {'b': 1}}['a']['b'] }}",
    "{{ '}}' }}{{ '{%' }}{{ \"it's\" }}",
    "{ not a tag } and {this.is} neither, nor 100 % } or {% raw %}{{{% endraw %}",
    "{%- if header.to -%} x {%- elif brief.title -%} y {%- else -%} z {%- endif -%}",
    "{% for a in actors if a.name %}{{ loop.index }}{% else %}none{% endfor %}",
    "{% set names = actors | map(attribute='name') | list %}{{ names | join(', ') }}",
    "{% for q in quotes | sort(attribute='actors.name') | reverse %}{{ q.text.upper() }}{% endfor %}",
    "{% for g in actors | groupby('kind') %}{{ g.grouper }}{{ g.list | length }}{% endfor %}",
    "{% macro m(a) %}{{ a.anything }}{% endmacro %}{{ m(header) if 0 }}",
    "{% set block %}x{% endset %}{{ block }}",
    "{{ (actors | first).name if actors }}",
    "{% with h = header %}{{ h.to }}{% endwith %}",
    "{{\n  header.to\n  | upper\n}}",
]


@pytest.mark.parametrize("body", NEAR_MISSES)
def test_a_near_miss_passes(body: str) -> None:
    assert in_body(body) == []


FRONT_MATTERS = [
    ("limit: 1 page", "line 3: limit wants keys with values, and there is words (write {pages: 1})", "limit: {pages: 1}"),
    ("limit: 250 words", "line 3: limit wants keys with values", "limit: {words: 250}"),
    ("citatons: endlist", "line 3: citatons: there is no such key here (did you mean citations?)", "citations: endlist"),
    ("citations: footnote  # all", "line 3: citations cannot be footnote", "citations: footnotes  # all"),
    ("description: 2026", "line 3: description wants words", 'description: "2026"'),
    ("header:\n  - {id: m, label: Märking, typ: choice}", "line 4: typ: there is no such key", "Märking, type: choice}"),
    ("header:\n  - {id: m, label: M, choices: A, x: 1}", "line 4: x: there is no such key", ""),
    ("header:\n  - {id: marking, label: M, type: choice, choices: A}", "line 4: choices of header", "choices: [A]}"),
]  # fmt: skip


@pytest.mark.parametrize(("front", "said", "after"), FRONT_MATTERS)
def test_a_front_matter_is_mended_where_that_is_certain(front: str, said: str, after: str) -> None:
    text = f"---\nname: X\n{front}\n---\n# Body\n{{% for f in fields %}}{{{{ f.value }}}}{{% endfor %}}\n"
    assert any(one.startswith(said) for one in found(text)), found(text)
    if after:
        assert after in mended(text)
        assert found(mended(text)) == []


def test_a_body_is_checked_whatever_its_front_matter() -> None:
    text = "---\nname: X\npaper: A5\nheader:\n  - {id: to, label: To}\n---\n{{ header.to }} {{ header.tu }} {{ x }}\n"
    assert [one[:24] for one in found(text)] == [
        "line 3: paper cannot be ",
        "line 7: header.tu: there",
        "line 7: x: there is no s",
    ]
    broken = text.replace("paper: A5", "paper: [A4")
    assert [one[:20] for one in found(broken)][1:] == ["line 7: header.tu: t", "line 7: x: there is "]


@pytest.mark.parametrize(
    ("front", "body", "said"),
    [
        ("sections:\n  - {id: a, label: A}\n  - {id: b, label: B}", "{{ sections.a }}", "line 5: warning: the section b is nowhere in the body"),
        ("sections:\n  - {id: b, label: B, generated: true}", "{{ sections.b }}", "line 4: warning: the section b is generated, and"),
        ("header:\n  - {id: copies, label: C}", "x", "line 4: warning: the header field copies is nowhere in the body"),
        ("limit: {words: 100}\nsections:\n  - {id: a, label: A, limit: {words: 80}}\n  - {id: b, label: B, limit: {words: 80}}",
         "{{ sections.a }}{{ sections.b }}", "line 3: warning: the memo may have 100 words, and its sections together 160"),
    ],
)  # fmt: skip
def test_what_nobody_would_see_is_a_warning(front: str, body: str, said: str) -> None:
    text = f"---\nname: X\n{front}\n---\n{body}\n"
    assert [one for one in found(text) if not one.startswith(said)] == []
    assert found(text)


def test_what_may_reach_all_sections_is_not_warned_of() -> None:
    text = "---\nname: X\nsections:\n  - {id: a, label: A}\nheader:\n  - {id: copies, label: C}\n---\n"
    assert (
        found(
            text + "{% for s in ['a'] %}{{ sections[s] }}{% endfor %}{% for f in fields %}{{ f.value }}{% endfor %}"
        )
        == []
    )


def test_a_loop_is_closed_where_its_words_end() -> None:
    text = (
        FRONT
        + BODY.replace("{% endfor %}\n", "")
        + "\n## Quotations\n\n{% for quote in quotes %}\n> {{ quote.text }}\n> {{ quote.speaker }}\n\n## Next\n"
    )
    labels = [problem.fix.label for problem in text_problems(text) if problem.fix]
    assert labels == ["Put {% endfor %} before it", "Close it after line 29"]
    whole = mended(text)
    assert found(whole) == []
    assert "> {{ quote.speaker }}\n{% endfor %}\n\n## Next" in whole


def test_a_loop_over_several_paragraphs_is_closed_after_the_last_that_names_it() -> None:
    body = "{% for a in actors %}\n\n### {{ a.name }}\n\n{{ a.role }}\n\nThat is all.\n"
    assert "{{ a.role }}\n{% endfor %}\n\nThat is all." in mended(FRONT + BODY + body)


def test_all_fixes_of_a_broken_template_mend_it() -> None:
    broken = BODY
    for right, wrong in (
        ("{{ header.subject }}", "{{ header.subjct }}"), ("{{ header.to }}", "{{ header.to }"), ("{{ sections.summary }}", "{{ memo.summary"),
        ("{% for actor", "{% fro actor"), ("actor.role", "actor . rolle"), ("| cite", "| cit"), ("{% endfor %}\n", ""),
    ):  # fmt: skip
        assert right in broken
        broken = broken.replace(right, wrong)
    assert len(found(FRONT + broken)) == 8
    assert mended(FRONT + broken).replace(" . ", ".") == FRONT + BODY.replace("{% endfor %}\n", "").replace(
        "{% endblock", "{% endfor %}{% endblock"
    )


def test_line_ends_and_a_byte_order_mark_move_no_problem() -> None:
    text = FRONT + "{{ header.subjct }}\n"
    assert text_problems("\ufeff" + text.replace("\n", "\r\n")) == text_problems(text)


def test_an_error_crosses_to_another_process_whole() -> None:
    import pickle

    error = TemplateError([Problem(0, "b", severity="warning"), Problem(4, "a")], path="t.md")
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.problems) == (str(error), error.problems)
    assert str(error).startswith("t.md: template problem: line 4: a; ")


HOSTILE = [
    "{{ " * 4_000, "{% for a in actors %}" * 3_000, "{% if 1 %}" * 3_000 + "{% endif %}" * 2_999, "{{ '" * 3_000,
    "{{ " + "(" * 20_000, "{{ " + "{" * 20_000, "{{ x }} " * 4_900, "{% endfor %}" * 4_000, "{#" * 4_000,
    "{% raw %}" * 3_000, "{% fro a in actors %}\n" * 400, "{{ 9 ** 9 ** 9 }}", "{{ header.subjct }}\n" * 2_000,
    "| " + "{header.to}" * 5_000,
]  # fmt: skip


@pytest.mark.parametrize("body", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_takes_long(body: str) -> None:
    import time

    begun = time.perf_counter()
    assert text_problems(FRONT + body)
    assert time.perf_counter() - begun < 8


PIECES = st.sampled_from(
    "{{ }} {% %} {# #} { } % - | . ( ) [ ] ' \" = \n \n\n for endfor if else endif set block endblock raw endraw macro in"
    " actors actor actor.name header.to sections.summary cite by_date loop 1 x é 👍 \ue000 --- name: # >".split(" ")
)


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES, max_size=40), st.booleans())
def test_the_check_never_raises(pieces: list[str], spaced: bool) -> None:
    body = (" " if spaced else "").join(pieces)
    for problem in text_problems(FRONT + body):
        assert problem.message
        if problem.fix:
            assert 0 <= problem.fix.start <= problem.fix.end <= len(FRONT + body)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300))
def test_any_text_can_be_checked(text: str) -> None:
    assert text_problems(text)
    text_problems(f"---\n{text}\n---\n")


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(FRONT + BODY) - 1), st.integers(1, 6))
def test_a_template_with_a_piece_lost_is_told_so_or_still_works(at: int, length: int) -> None:
    from template_samples import BRIEF

    from briefer.templates.build import build_memo
    from briefer.templates.reading import parse_template

    text = (FRONT + BODY)[:at] + (FRONT + BODY)[at + length :]
    if not any(problem.severity == "error" for problem in text_problems(text)):
        assert build_memo(BRIEF, parse_template(text, "x", "x.md"))
