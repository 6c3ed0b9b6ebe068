"""The front matters of the built-in templates, read ahead.

To import a YAML reader takes longer than to read every template, and the window and each export would pay for it.
So what the built-in front matters say ships as JSON, by their text: one that was changed is not found
here and is read as any other. ``python -m briefer.templates.shipped`` writes the file; a test holds it.
"""

from __future__ import annotations

import functools
from pathlib import Path

import msgspec

from briefer.paths import resources
from briefer.templates.reading import parts_of, read_front
from briefer.templates.template import FrontMatter


def shipped_front(text: str) -> FrontMatter | None:
    """What a front matter of exactly this text says, if it is that of a built-in template."""
    return _fronts().get(text)


def fronts_bytes() -> bytes:
    """The file, made anew from the built-in templates."""
    texts = [parts_of(path.read_text("utf-8"), str(path))[0] for path in sorted(_folder().glob("*.md"))]
    fronts = {text: read_front(text, "") for text in texts}
    return msgspec.json.format(msgspec.json.encode(fronts, order="deterministic"), indent=1) + b"\n"


def fronts_path() -> Path:
    """Where the file ships."""
    return _folder() / "fronts.json"


@functools.cache
def _fronts() -> dict[str, FrontMatter]:
    return msgspec.json.decode(fronts_path().read_bytes(), type=dict[str, FrontMatter])


def _folder() -> Path:
    return resources() / "templates"


if __name__ == "__main__":
    fronts_path().write_bytes(fronts_bytes())
