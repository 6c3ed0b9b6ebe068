import pytest

from briefer.templates.problems import TemplateError
from briefer.templates.reading import parse_template
from briefer.templates.template import HeaderField, Limit, SectionField


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
        ("---\nname: X\nheader:\n  - {id: to}\n---\n", "line 4: header field 1 lacks the key label (add label: ...)"),
        ("---\nname: X\npaper: A5\n---\n", "line 3: paper cannot be A5 (there are: A4, Letter)"),
        ("---\nname: [1\n---\n", "line"),
        ("---\n- a\n---\n", "line 2: the front matter is no list of keys and values"),
        ("---\na: &x 1\nb: *x\n---\n", "line 3: aliases are not taken"),
        (
            "---\nname: x\nsections: !!set {a}\n---\n",
            "line 3: the front matter cannot be read: a value begins with !",
        ),
        (f"---\nname: x\nstyle: {'x' * 300}.docx\n---\n", "line 3: there is no look xxx"),
        ("---\nname: !!binary aGk=\n---\n", "line 2: the front matter cannot be read: a value begins with !"),
        ("---\nname: !!python/object/apply:os.system [x]\n---\n", "line"),
        ("---\nname: X\nheader: [{id: a b, label: X}]\n---\n", "line 3: 'a b' cannot be the id of a field"),
        ("---\nname: X\nheader: [{id: a, label: X}, {id: a, label: Y}]\n---\n", "line 3: two fields have the id a"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, said: str) -> None:
    assert problems(text)[0].startswith(said)


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("name: 5", "line 2: name wants words, and there is a whole number (put it in quotes)"),
        ("name:", "line 2: name wants words, and there is nothing"),
        ("name: X\nname: Y", "line 3: the key name stands twice (take one away)"),
        ("name: X\nheader: to", "line 3: header wants a list, and there is words (begin each with a hyphen"),
        (
            "name: X\nheader: [to]",
            "line 3: header field 1 wants keys with values, and there is words (write {id: ...",
        ),
        (
            "name: X\nlimit: 2",
            "line 3: limit wants keys with values, and there is a whole number (write {pages: ...}",
        ),
        ("name: X\nlimit: {pages: .inf}", "line 3: pages of limit cannot be inf"),
        ("name: X\ncitations: footnote", "line 3: citations cannot be footnote (did you mean footnotes?)"),
        (
            "name: X\nheader:\n  - {id: to, label: To, type: dat}",
            "line 4: type of header field 1 cannot be dat (did you mean date?)",
        ),
        ("name: X\nlanguage: klingon", "line 3: there is no language klingon (write en-GB, say)"),
        ("name: X\nsections:\n  - {id: s, label: ''}", "line 4: the label of s is empty (give it one)"),
        ("name: X\nhint: a: b", "line 3: the front matter cannot be read: there is a colon too many (put a value"),
        ("name: X\n\tpaper: A4", "line 3: the front matter cannot be read: a line begins with a tab (indent with"),
        ("name: 'X", "line 2: the front matter cannot be read: a quotation mark or a bracket is never closed"),
        ("name: X\x00", "line 2: the front matter holds a character that no text may hold"),
    ],
)
def test_a_mistake_is_told_in_plain_words(front: str, said: str) -> None:
    assert problems(f"---\n{front}\n---\n")[0].startswith(said)


def test_all_mistakes_of_a_front_matter_are_found_in_one_go() -> None:
    found = problems(
        "---\nnam: X\npaper: A5\nlimit: {page: 2}\nheader:\n  - to\n  - {id: a}\n  - {id: b, label: 5, typ: x}\n"
        "sections:\n  - {id: s, label: S, limit: {words: -1}}\n  - {id: s, label: S, choices: [1]}\n---\n"
    )
    assert [problem.split(":")[0] for problem in found] == [f"line {n}" for n in (2, 2, 3, 4, 6, 7, 8, 8, 10, 11, 11)]


def test_a_front_matter_without_bounds_is_refused() -> None:
    assert "longer than" in problems("---\nname: " + "x" * 70_000 + "\n---\n")[0]
    assert "too many values" in problems("---\nname: [" + "1," * 3_000 + "]\n---\n")[0]
    assert problems("---\nname: " + "[" * 5_000 + "\n---\n")
