"""What a list of briefs shows of a file, read without the rest of it."""

from __future__ import annotations

import codecs
from pathlib import Path

import msgspec

from briefer.errors import DataError
from briefer.files import read_file
from briefer.store.briefs import LIMIT


class Heading(msgspec.Struct, frozen=True):
    """The few fields of a ``.brief`` file that a list shows; whether the rest is sound is not looked at."""

    title: str = ""
    modified: str = ""
    template: str = ""
    header: dict[str, str] = {}

    @property
    def marking(self) -> str:
        """How the memo is marked; empty if it is not."""
        return self.header.get("marking", "").strip()


def read_heading(path: Path) -> Heading:
    """The heading of a file. UnreadableError, DataError and InputOutputError name the file and say why not."""
    data = read_file(path, LIMIT)
    try:
        return msgspec.json.decode(data.removeprefix(codecs.BOM_UTF8), type=Heading)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise DataError("this is no brief", "open another file", path=path) from error
