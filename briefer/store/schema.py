"""The JSON Schema of the ``.brief`` file, made from the structs; ``python -m briefer.store.schema`` renews the file.

It says what types can say. ``model.soundness`` says the rest.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from briefer import paths
from briefer.model.brief import FORMAT, Brief


def schema_path() -> Path:
    """Where the schema ships."""
    return paths.resources() / "brief.schema.json"


def schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of the format that this program writes."""
    made = msgspec.json.schema(Brief)
    made["$defs"]["Brief"]["properties"]["format"] = {"const": FORMAT}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:briefer:brief:format-{FORMAT}",
        "title": f"Briefer brief, format {FORMAT}",
        **made,
    }


def schema_bytes() -> bytes:
    """The file of the schema."""
    return json.dumps(schema(), indent=2, ensure_ascii=False).encode() + b"\n"


if __name__ == "__main__":
    schema_path().write_bytes(schema_bytes())
