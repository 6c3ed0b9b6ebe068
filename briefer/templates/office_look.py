"""The look that a Markdown template takes from a Word document of the office: ``style: office.docx`` in its head.

The head of a template may come from anywhere, so it names no path: only a file beside the template, by its bare name.
"""

from __future__ import annotations

from pathlib import Path

from briefer.errors import DataError, UnreadableError
from briefer.files import read_file
from briefer.paths import resources
from briefer.templates.shelf import WORD

MAX_BYTES = 30_000_000
"""Of such a document."""
_LEADING = '/\\:*?"<>|'


def is_document(style: str) -> bool:
    """Whether a ``style`` names a Word document and not a look that ships."""
    return style.lower().endswith(WORD)


def is_bare(style: str) -> bool:
    """Whether a ``style`` is the name of a file and leads to no other folder."""
    return style.isprintable() and not style.startswith((".", "~")) and not set(style) & set(_LEADING)


def shipped_looks() -> list[str]:
    """The looks that ship, by name."""
    return sorted(path.stem for path in (resources() / "styles").glob("*.docx"))


def office_look(style: str, template: str) -> bytes:
    """The document that a ``style`` names, beside the file of its template.

    DataError if it is no bare name, or if nothing is there; UnreadableError if it cannot be read.
    """
    if not is_bare(style):
        raise DataError(
            f"its style “{style}” is no file’s name", "write the name alone, and put the file beside the template"
        )
    path = Path(template).parent / style
    if not template or not path.is_file():
        hint = f"put {style} into the folder of the template, or set style to: {', '.join(shipped_looks())}"
        raise DataError(f"the Word document “{style}”, whose look it takes, is not beside it", hint, path=template)
    try:
        return read_file(path, MAX_BYTES)
    except UnreadableError as error:
        raise error.at(path) from None
