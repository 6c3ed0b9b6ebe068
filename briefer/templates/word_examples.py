"""Built-in templates that ship as tagged Word documents too, for an office to restyle."""

from __future__ import annotations

from pathlib import Path

from briefer.errors import UsageError
from briefer.paths import resources


def examples() -> list[str]:
    """The ids of the built-in templates that have one."""
    return sorted(path.stem for path in _folder().glob("*.docx"))


def example_path(ident: str) -> Path:
    """Where the Word document of a built-in template is, or belongs."""
    return _folder() / f"{ident}.docx"


def word_example(ident: str) -> Path:
    """The Word document of a built-in template; UsageError if it has none."""
    if ident not in examples():
        raise UsageError(
            f"the template “{ident}” is not there as a Word document", f"there are: {', '.join(examples())}"
        )
    return example_path(ident)


def _folder() -> Path:
    return resources() / "templates" / "word"
