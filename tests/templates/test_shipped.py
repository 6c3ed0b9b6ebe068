from briefer.templates.files import built_in_paths, built_in_templates
from briefer.templates.reading import parts_of, read_front
from briefer.templates.shipped import fronts_bytes, fronts_path, shipped_front


def test_what_ships_is_what_the_templates_say(renew: bool) -> None:
    if renew:
        fronts_path().write_bytes(fronts_bytes())
    assert fronts_path().read_bytes() == fronts_bytes()


def test_a_built_in_template_is_the_same_as_if_it_were_read() -> None:
    for template, path in zip(built_in_templates(), built_in_paths().values(), strict=True):
        text = path.read_text("utf-8")
        assert template.front == read_front(parts_of(text, "")[0], "")
        assert template.built_in


def test_a_front_matter_that_was_changed_is_not_taken_for_a_shipped_one() -> None:
    text = parts_of(next(iter(built_in_paths().values())).read_text("utf-8"), "")[0]
    assert shipped_front(text) is not None
    assert shipped_front(text + " ") is None
