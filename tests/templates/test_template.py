import pytest

from briefer.templates.problems import TemplateError
from briefer.templates.template import HeaderField, Limit, SectionField, parse_template


def problems(text: str) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        parse_template(text, "x", "x.md")
    return [str(problem) for problem in caught.value.problems]


def test_the_front_matter_makes_the_forms() -> None:
    template = parse_template(
        "---\nname: Note\nlimit: {pages: 2}\nheader:\n  - {id: to, label: To, required: true}\n"
        "sections:\n  - {id: summary, label: Summary, hint: What?, limit: {words: 80}}\n---\n# Body\n",
        "note",
        "note.md",
    )
    assert template.front.header == (HeaderField("to", "To", required=True),)
    assert template.front.sections == (SectionField("summary", "Summary", "What?", limit=Limit(words=80)),)
    assert (template.body, template.body_line, template.front.limit.pages) == ("# Body\n", 9, 2)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Body", "line 1: the file does not begin with its front matter (make the first line ---)"),
        ("---\nname: X\n", "line 1: the front matter has no end (close it with a line ---)"),
        ("---\nname: X\nheadr: []\n---\n", "line 3: headr: there is no such key here (did you mean header?)"),
        (
            "---\nname: X\nheader:\n  - {id: to, label: To}\n  - {id: from, lable: F}\n---\n",
            "line 5: lable: there is no such key",
        ),
        ("---\nname: X\nheader:\n  - {id: to}\n---\n", "line 4: header[0] lacks the key label (add label: ...)"),
        ("---\nname: X\npaper: A5\n---\n", "line 3: paper: invalid enum value 'A5'"),
        ("---\nname: [1\n---\n", "line"),
        ("---\n- a\n---\n", "line 2: the front matter is no list of keys and values"),
        ("---\na: &x 1\nb: *x\n---\n", "line 3: aliases are not taken"),
        ("---\nname: !!python/object/apply:os.system [x]\n---\n", "line"),
        ("---\nname: X\nheader: [{id: a b, label: X}]\n---\n", "'a b' cannot be the id of a field"),
        ("---\nname: X\nheader: [{id: a, label: X}, {id: a, label: Y}]\n---\n", "two fields have the id a"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, said: str) -> None:
    assert problems(text)[0].startswith(said)


def test_a_front_matter_without_bounds_is_refused() -> None:
    assert "longer than" in problems("---\nname: " + "x" * 70_000 + "\n---\n")[0]
    assert "too many values" in problems("---\nname: [" + "1," * 3_000 + "]\n---\n")[0]
    assert problems("---\nname: " + "[" * 5_000 + "\n---\n")
