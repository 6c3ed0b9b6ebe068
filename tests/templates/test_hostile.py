"""Templates that want what no memo needs: each ends in a TemplateError, soon, and with little memory."""

import time
import tracemalloc

import pytest
from template_samples import BRIEF, template

from briefer.templates import rendering
from briefer.templates.build import build_memo
from briefer.templates.check import body_problems, text_problems
from briefer.templates.problems import TemplateError
from briefer.templates.sandbox import sandbox
from briefer.templates.syntax import compiled


def refused(body: str) -> str:
    with pytest.raises(TemplateError) as caught:
        build_memo(BRIEF, template(body))
    first = caught.value.problems[0]
    assert first.line == 4
    assert first.message
    return first.message


DOUBLED = "{% set a = 'x' %}" + "{% set a = OP %}" * 40 + "{{ a | length }}"

GROWTH = {
    "~": DOUBLED.replace("OP", "a ~ a"),
    "+": DOUBLED.replace("OP", "a + a"),
    "*": "{{ 'a' * 10 ** 8 * 10 ** 8 }}",
    "list *": "{{ ([1] * 99999 * 99999) | length }}",
    "**": "{{ 9 ** 9 ** 9 }}",
    "%": "{{ '%1000000000d' % 1 }}",
    "join": DOUBLED.replace("OP", "[a, a] | join"),
    "join with": f"{{{{ '{'a' * 50_000}' | join('{'b' * 50_000}') }}}}",
    "sum": "{% set a = [1] %}" + "{% set a = [a, a] | sum(start=[]) %}" * 40,
    "list +": "{% set a = range(5000) | list %}" + "{% set a = a + a %}" * 20,
    "slice": "{{ [1] | slice(100000000) | list | length }}",
    "round": "{{ 1.5 | round(100000000, 'ceil') }}",
    "range": "{{ range(10000000) | list }}",
    "a list as words": "{% set a = [1] %}" + "{% set a = [a, a] %}" * 40 + "{{ a | string }}",
    "a list joined": "{% set a = [1] %}" + "{% set a = [a, a] %}" * 40 + "{{ a ~ '' }}",
    "set blocks": "{% set a %}xxxx{% endset %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40,
    "macros": "{% macro f(a) %}{{ a }}{{ a }}{% endmacro %}{% set a %}xxxx{% endset %}" + "{% set a = f(a) %}" * 40,
    "loops": "{% for a in range(5000) %}" * 5 + "{% endfor %}" * 5,
    "macro without end": "{% macro f(n) %}{{ f(n) }}{% endmacro %}{{ f(1) }}",
    "macro that doubles": "{% macro f(n) %}{% if n %}{{ f(n-1) }}{{ f(n-1) }}{% endif %}{% endmacro %}{{ f(60) }}",
    "loop of loops": "{% for x in actors recursive %}{{ loop(actors) }}{{ loop(actors) }}{% endfor %}",
    "center": "{{ 'a'.center(100000000) }}",
    "center filter": "{{ 'a' | center(999999999) }}",
    "a word": "{% for a in range(500) %}{% for b in range(500) %}x{% endfor %}{% endfor %}",
    "values": "{% for a in range(5000) %}{% for b in range(5000) %}{{ brief.title * 90000 }}{% endfor %}{% endfor %}",
}


@pytest.mark.parametrize("name", GROWTH)
def test_nothing_grows_or_repeats_without_bound(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "MAX_STEPS", 50_000)
    tracemalloc.start()
    try:
        assert refused(GROWTH[name])
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()


_LONG = "{% set x = '" + "y" * 9_000 + "' * 100 %}"
_LIST = "{% set x = range(5000) | list %}"
_PASSES = "{% for a in range(5000) %}{% for b in range(150) %}OP{% endfor %}{% endfor %}"

HEAVY = {
    "sort": "{% for a in range(5000) %}{% set z = range(5000) | sort %}{% endfor %}",
    "unique": _LIST + _PASSES.replace("OP", "{% set z = x | unique %}"),
    "methods": _LONG + _PASSES.replace("OP", "{% set z = x.upper() %}"),
    "split": _LONG + _PASSES.replace("OP", "{% set z = x.split('y') %}"),
    "slices": _LONG + _PASSES.replace("OP", "{% set z = x[::-1] %}"),
    "slices of lists": _LIST + _PASSES.replace("OP", "{% set z = x[1:] %}"),
    "in": _LONG + _PASSES.replace("OP", "{% if 'b' in x %}{% endif %}"),
    "in a list": _LIST + _PASSES.replace("OP", "{% if 'b' in x %}{% endif %}"),
    "==": _LONG + "{% set w = 'y' ~ x[1:] %}" + _PASSES.replace("OP", "{% if w == x %}{% endif %}"),
    "*": _PASSES.replace("OP", "{% set z = 'a' * 900000 %}"),
    "list *": _PASSES.replace("OP", "{% set z = [1] * 90000 %}"),
    "list +": _LIST + _PASSES.replace("OP", "{% set z = x + x %}"),
    "~": _LONG + _PASSES.replace("OP", "{% set z = x ~ 'a' %}"),
}


@pytest.mark.parametrize("name", HEAVY)
def test_a_pass_costs_as_much_as_what_it_goes_through(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "MAX_STEPS", 50_000)
    before = time.process_time()
    assert "repeats more than" in refused(HEAVY[name])
    assert time.process_time() - before < 1.0


DEEP = {
    "brackets": "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
    "lists": "{{ " + "[" * 180 + "1" + "]" * 180 + " }}",
    "not": "{{ " + "not " * 3_000 + "1 }}",
    "minus": "{{ " + "-" * 3_000 + "1 }}",
    "plus": "{{ 1" + "+1" * 3_000 + " }}",
    "and": "{{ 1" + " and 1" * 1_000 + " }}",
    "if else": "{{ " + "1 if 1 else " * 2_000 + "2 }}",
    "fields": "{{ a" + ".b" * 3_000 + " }}",
    "filters": "{{ 'a'" + " | lower" * 3_000 + " }}",
    "loops": "{% for a in actors %}" * 25 + "x" + "{% endfor %}" * 25,
    "conditions": "{% if 1 %}" * 120 + "x" + "{% endif %}" * 120,
    "elif": "{% if 0 %}" + "{% elif 0 %}" * 3_000 + "{% endif %}",
}


@pytest.mark.parametrize("name", DEEP)
def test_what_is_too_deep_is_refused_and_found_by_the_check(name: str) -> None:
    assert "too deep" in refused(DEEP[name])
    assert [problem.line for problem in body_problems(template(DEEP[name]))] == [4]


REACHING = [
    "{{ ''.__class__.__mro__ }}", "{{ actors.__class__ }}", "{{ header.__init__.__globals__ }}",
    "{{ header.update({'a': 1}) }}", "{{ header.get('to') }}", "{{ brief.title.format(header) }}",
    "{{ 'a'.format_map({}) }}", "{{ 'a'.encode() }}", "{{ actors | attr('append') }}",
    "{{ actors | map('attr', 'x') | list }}", "{{ actors | map(attribute='__class__.x') | list }}",
    "{{ self }}", "{{ self._TemplateReference__context }}", "{% block live %}{{ super() }}{% endblock %}",
    "{% block live %}{{ self.live() }}{% endblock %}",
    "{% for a in actors %}{{ loop }}{% endfor %}", "{% for a in actors %}{{ loop._iterable }}{% endfor %}",
    "{% for a in actors %}{{ loop.__init__ }}{% endfor %}", "{% for a in actors %}{{ loop.__len__() }}{% endfor %}",
    "{% macro f() %}{% endmacro %}{{ f.name }}", "{% macro f() %}{% endmacro %}{{ f._func }}",
    "{% macro f() %}{{ caller() }}{% endmacro %}{{ f() }}", "{% macro f() %}{% endmacro %}{{ f }}",
    "{% call header.to.upper() %}{% endcall %}", "{% filter default(header.to) %}{% endfilter %}",
    "{{ _render }}", "{{ rendering }}", "{{ context }}", "{{ environment }}", "{{ __builtins__ }}",
    "{{ namespace() }}", "{{ dict(a=1) }}", "{{ lipsum() }}", "{{ cycler('a') }}", "{{ joiner() }}",
    "{% include 'x' %}", "{% import 'x' as y %}", "{% from 'x' import y %}", "{% extends 'x' %}", "{% debug %}",
    "{% autoescape true %}{{ header.to }}{% endautoescape %}", "{% set header.to = 1 %}", "{% do x %}",
    "{{ header.to | safe }}", "{{ header | tojson }}", "{{ header.to | e }}", "{{ header | xmlattr }}",
    "{{ actors() }}", "{{ 'a'() }}", "{{ range }}", "{{ 1 is nope }}",
]  # fmt: skip


@pytest.mark.parametrize("body", REACHING)
def test_a_template_reaches_nothing_but_its_data(body: str) -> None:
    assert refused(body)


ODD = [
    "{{ " + "9" * 5_000 + " }}", "{{ 0x" + "f" * 5_000 + " }}", "{{ " + "9" * 40 + " }}", "{{ 1e999 }}", "{{ 1e999 - 1e999 }}", "{{ (0 - 8) ** 0.5 }}", "{{ 1 // 0 }}",
    "{{ 1 % 0 }}", "{{ 4 is divisibleby(0) }}", "{{ 'a' in 5 }}", "{{ 1 < 'a' }}", "{{ -'a' }}", "{{ {[1]: 2} }}",
    "{{ actors[99].name }}", "{{ actors['x'] }}", "{{ actors[1:0:0] }}", "{{ 'abc'['a':] }}", "{{ header[[1]] }}",
    "{% for a, b in actors %}{% endfor %}", "{% set a, b = 1, 2, 3 %}", "{% for a in 5 %}{% endfor %}",
    "{% for a in none %}{% endfor %}", "{{ [] | first }}", "{{ [] | max }}", "{{ [1, 'a'] | sort }}",
    "{{ 'abcdef' | truncate(1) }}", "{{ 'abcdef' | truncate(5, leeway=-9) }}", "{{ 'a' | upper(1, 2) }}",
    "{{ 'a' | truncate(length=3, length=4) }}", "{% macro f(a, a) %}{% endmacro %}", "{{ range(1.5) }}",
    "{% macro f(a) %}{{ a }}{% endmacro %}{{ f() }}", "{% macro f() %}{% endmacro %}{{ f(1) }}",
    "{{ 5 | cite }}", "{{ actors | cite }}", "{{ actors[0] | cite(-1) }}", "{{ sources[0] | cite }}",
    "{{ fields[0] | cite }}", "{{ 5 | names }}", "{{ actors | by_level }}", "{{ actors | by_date }}",
    "{{ actors | oneline }}", "{{ ('f' * 9999) | int(base=16) }}", "{{ '\\x' }}", "{{ 名 ﾟ }}",
    "{% block a required %}{% endblock %}", "{% block a %}{% endblock %}{% block a %}{% endblock %}",
]  # fmt: skip


@pytest.mark.parametrize("body", ODD)
def test_odd_values_end_in_a_plain_message(body: str) -> None:
    said = refused(body)
    assert not any(word in said for word in ("object", "str", "NoneType", "argument", "positional", "iterable"))


@pytest.mark.parametrize("body", [*REACHING, *ODD])
def test_the_check_finds_it_too(body: str) -> None:
    text = f"---\nname: X\nheader: [{{id: to, label: To}}]\nsections: [{{id: live, label: L}}]\n---\n{body}"
    assert any(problem.severity == "error" for problem in text_problems(text))


def test_a_template_has_at_most_so_many_tags() -> None:
    assert "more than 5,000 tags" in refused("{{ 1 }}" * 5_001)


def test_nothing_is_worked_out_while_a_template_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> object:
        raise AssertionError("a constant was folded")

    for name in ("join", "upper"):
        monkeypatch.setitem(sandbox().filters, name, never)
    monkeypatch.setattr(type(sandbox()), "call_binop", never)
    monkeypatch.setattr(type(sandbox()), "getitem", never)
    compiled(
        "{{ 'a' | upper }}{{ [1, 2] | join(',') }}{{ 'a' * 9 ~ 'b' }}{{ 2 ** 3 }}{{ 'abc'[1] }}{% set x = 'a' * 9 %}",
        1,
    )


@pytest.mark.parametrize("name", ["_render", " rendering", "rendering"])
def test_what_a_rendering_keeps_cannot_be_named(name: str) -> None:
    assert refused(f"{{{{ {name}.notes }}}}")


@pytest.mark.parametrize(
    "body", ["a{{ '\\ue000\\ue010\\ue001' }}b{{ header.to }}", "a\ue000\ue010\ue001b{{ header.to }}"]
)
def test_a_template_cannot_forge_a_marker(body: str) -> None:
    from briefer.memo.plain import memo_text

    assert memo_text(build_memo(BRIEF, template(body))) == "abDG <b> & *co*"


def test_a_cut_up_marker_leaves_none_of_its_characters() -> None:
    from briefer.memo.plain import memo_text

    body = "{% set a %}{{ header.to }}{% endset %}{{ a[:1] }}x{{ a[1:] }}{{ a | reverse }}"
    assert memo_text(build_memo(BRIEF, template(body))) == "x"
