import io
import zipfile

import pytest

from briefer.errors import DataError
from briefer.render.word.package import base_parts, read_parts, zip_parts


def test_parts_come_back_with_the_content_types_first():
    parts = {"word/b.xml": "<b>é</b>", "[Content_Types].xml": "<c/>", "word/a.xml": "<a/>"}
    package = zip_parts(parts)
    assert list(read_parts(package).items()) == [
        ("[Content_Types].xml", "<c/>"),
        ("word/b.xml", "<b>é</b>"),
        ("word/a.xml", "<a/>"),
    ]


@pytest.mark.parametrize("compress", [True, False])
def test_nothing_of_the_machine_or_the_hour_is_in_the_zip(compress):
    with zipfile.ZipFile(io.BytesIO(zip_parts({"a": "x" * 99}, compress=compress))) as archive:
        (member,) = archive.infolist()
    assert member.date_time == (1980, 1, 1, 0, 0, 0)
    assert (member.create_system, member.external_attr, member.extra) == (0, 0o600 << 16, b"")
    assert (member.compress_size < 99) is compress


@pytest.mark.parametrize("look", ["", "fancy", "../styles/standard", "/etc/passwd", "standard\0"])
def test_an_unknown_look_is_named_with_those_that_ship(look):
    with pytest.raises(DataError, match="there is no look") as caught:
        base_parts(look)
    assert "standard" in caught.value.hint
