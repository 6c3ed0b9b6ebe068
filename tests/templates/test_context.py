import pytest
from template_samples import BRIEF, template

from briefer.templates.context import FIELDS, NAMES, context


def _one(shape: str, data: object) -> object:
    return data[0] if shape.startswith("list ") else data  # type: ignore[index]


@pytest.mark.parametrize("name", NAMES)
def test_the_data_has_just_the_names_that_are_documented(name: str) -> None:
    data = context(BRIEF, template(""))
    assert set(data) == set(NAMES)

    def compare(shape: str, value: object) -> None:
        fields = FIELDS.get(shape.removeprefix("list "))
        if fields is None or not value:
            return
        one = _one(shape, value)
        assert isinstance(one, dict)
        assert set(one) == set(fields), shape
        for field, (inner, _) in fields.items():
            compare(inner, one[field])

    compare(NAMES[name][0], data[name])


def test_every_name_is_explained() -> None:
    assert all(help_text for _, help_text in NAMES.values())
    assert all(help_text for fields in FIELDS.values() for _, help_text in fields.values())


def test_dates_are_written_out_where_they_are_printed() -> None:
    from briefer.templates.reading import parse_template

    dated = parse_template("---\nname: X\nheader: [{id: date, label: Date, type: date}]\n---\n", "x", "x.md")
    assert context(BRIEF, dated)["fields"][0]["value"] == "22 November 2026"
    assert context(BRIEF, dated)["actions"][0]["date"] == "12 November 2026"
