"""What a list shows of a file."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from sample_brief import PATH

from briefer.errors import DataError, UnreadableError
from briefer.store.heading import read_heading


def test_title_time_template_and_marking_are_read(tmp_path: Path) -> None:
    path = tmp_path / "with-mark.brief"
    path.write_bytes(
        codecs.BOM_UTF8 + PATH.read_bytes().replace(b'"modified": ""', b'"modified": "2026-11-20T10:00:00Z"')
    )
    heading = read_heading(path)
    assert heading.title == "Remote modems in port cranes"
    assert heading.template == "information-note"
    assert heading.marking == "OFFICIAL"
    assert heading.modified == "2026-11-20T10:00:00Z"


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"header": 1}', b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_brief_is_said_with_its_name(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "odd.brief"
    path.write_bytes(data)
    with pytest.raises(DataError) as refused:
        read_heading(path)
    assert refused.value.path == str(path)


def test_a_missing_file_is_told_from_another_failure(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_heading(tmp_path / "gone.brief")
    assert isinstance(refused.value.__cause__, FileNotFoundError)
