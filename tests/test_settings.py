"""Settings: what is stored comes back, and a bad file neither stops the program nor gets lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefer.errors import CannotCreateError
from briefer.settings import RECENT, Loaded, Settings, Theme, describe, load_settings, save_settings, settings_path


def write(text: str | bytes) -> bytes:
    data = text.encode() if isinstance(text, str) else text
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_bytes(data)
    return data


def copies() -> list[bytes]:
    return [path.read_bytes() for path in settings_path().parent.glob("settings-*.json")]


def test_without_a_file_the_defaults() -> None:
    assert load_settings() == Loaded(Settings())


def test_what_is_saved_comes_back() -> None:
    changed = Settings("dark", "reference-sheet", ("/a/b ё.brief",), "/a", "/c", "/d")
    save_settings(changed)
    assert load_settings() == Loaded(changed)
    assert json.loads(settings_path().read_bytes())["theme"] == "dark"


def test_recent_briefs_are_few_and_latest_first(tmp_path: Path) -> None:
    settings = Settings()
    for number in (*range(RECENT + 3), 7):
        settings = settings.remembering(tmp_path / f"{number}.brief")
    assert settings.recent == tuple(str(tmp_path / f"{n}.brief") for n in (7, 12, 11, 10, 9, 8, 6, 5, 4, 3))
    assert settings.brief_folder == str(tmp_path)
    save_settings(settings)
    assert load_settings() == Loaded(settings)


def test_a_name_that_no_text_can_hold_is_not_remembered() -> None:
    assert Settings().remembering(Path("/a/\udcff.brief")) == Settings()


def test_a_bad_value_has_its_default_and_the_file_is_kept() -> None:
    data = write('{"theme": "purple", "template": "reference-sheet", "colour": 1, "recent": ["/a.brief"]}')
    loaded = load_settings()
    assert loaded.settings == Settings(template="reference-sheet", recent=("/a.brief",))
    (warning,) = loaded.warnings
    assert warning.startswith(f"{settings_path()}: ")
    assert "colour, theme" in warning
    save_settings(loaded.settings)
    assert copies() == [data]
    assert load_settings().warnings == ()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", b"\xff", "[" * 100_000, '{"theme": NaN}'])
def test_a_file_that_is_none_gives_the_defaults_and_is_kept(text: str | bytes) -> None:
    data = write(text)
    loaded = load_settings()
    assert loaded.settings == Settings()
    assert "cannot be read" in loaded.warnings[0]
    assert load_settings() == loaded
    assert copies() == [data]


def test_a_file_too_large_to_be_read_is_kept_all_the_same() -> None:
    data = write(b" " * 1_000_001)
    loaded = load_settings()
    assert loaded.settings == Settings()
    (copy,) = settings_path().parent.glob("settings-*.json")
    (warning,) = loaded.warnings
    assert warning.endswith(f"the file is kept as {copy.name}")
    save_settings(loaded.settings)
    assert copies() == [data]


def test_a_folder_in_its_place_gives_the_defaults() -> None:
    settings_path().mkdir(parents=True)
    loaded = load_settings()
    assert loaded.settings == Settings()
    assert "this is a folder" in loaded.warnings[0]
    with pytest.raises(CannotCreateError):
        save_settings(Settings())


def test_a_file_in_place_of_the_folder_is_told() -> None:
    settings_path().parent.parent.mkdir(parents=True, exist_ok=True)
    settings_path().parent.write_bytes(b"")
    with pytest.raises(CannotCreateError, match="a file of this name"):
        save_settings(Settings())


@given(
    st.dictionaries(
        st.sampled_from([f.name for f in msgspec.structs.fields(Settings)]),
        st.one_of(st.none(), st.text(max_size=3), st.integers(), st.lists(st.text(max_size=3), max_size=11)),
    )
)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_stops_the_program(values: dict[str, object]) -> None:
    write(json.dumps(values))
    loaded = load_settings()
    save_settings(loaded.settings)
    assert load_settings() == Loaded(loaded.settings)


def test_every_setting_is_described() -> None:
    described = {one.key: one for one in describe()}
    assert list(described) == [field.name for field in msgspec.structs.fields(Settings)]
    assert all(one.help and one.default == getattr(Settings(), key) for key, one in described.items())
    assert described["theme"].choices == get_args(Theme)
    assert described["recent"].choices == ()
