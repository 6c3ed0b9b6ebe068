"""The JSON Schema that ships is the one of the code, and says yes and no where the reader does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from strategies import briefs

from briefer.model.brief import Brief
from briefer.store.briefs import brief_bytes
from briefer.store.schema import schema_bytes, schema_path

FORMAT_1 = Path(__file__).parents[1] / "data" / "briefs" / "format-1"
SCHEMA = json.loads(schema_path().read_bytes())
VALIDATOR = Draft202012Validator(SCHEMA)


def rich() -> Any:
    return json.loads((FORMAT_1 / "rich.brief").read_bytes())


def test_the_file_is_the_one_of_the_code(renew: bool) -> None:
    if renew:
        schema_path().write_bytes(schema_bytes())
    assert schema_path().read_bytes() == schema_bytes(), "run: python -m briefer.store.schema"


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == "urn:briefer:brief:format-1"


@pytest.mark.parametrize("name", ["small", "rich"])
def test_a_brief_is_valid(name: str) -> None:
    VALIDATOR.validate(json.loads((FORMAT_1 / f"{name}.brief").read_bytes()))


@given(briefs())
@settings(max_examples=20, deadline=None)
def test_any_brief_is_valid(brief: Brief) -> None:
    VALIDATOR.validate(json.loads(brief_bytes(brief)))


@pytest.mark.parametrize("path", [(), ("sources", 0), ("actors", 0), ("actors", 0, "evidence", 0), ("export",)])
def test_an_unknown_key_is_not_valid(path: tuple[str | int, ...]) -> None:
    whole = place = rich()
    for key in path:
        place = place[key]
    place["colour"] = "red"
    assert not VALIDATOR.is_valid(whole)


@pytest.mark.parametrize(
    ("key", "value"), [("format", 2), ("title", 1), ("actors", [{"id": "a1", "kind": "alien"}]), ("left", [{}])]
)
def test_a_wrong_value_is_not_valid(key: str, value: object) -> None:
    assert not VALIDATOR.is_valid(rich() | {key: value})
