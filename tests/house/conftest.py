"""All documents that the tests of a module fill are looked at by the strict validator, in one go at its end."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

_VALIDATOR = Path(__file__).parents[3] / "shared" / "tools" / "validate_docx.py"
_OF_THE_TEMPLATE = "template-tag,table-header,schema-order,update-fields"
"""What the validator may say: values look like tags, and the house's own faults stay the house's."""


@pytest.fixture(scope="module")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("filled")
    yield folder
    files = sorted(folder.glob("*.docx"))
    if files and _VALIDATOR.exists():
        command = [sys.executable, _VALIDATOR, "--strict", "--ignore", _OF_THE_TEMPLATE, *files]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stdout


@pytest.fixture
def valid(_filled: Path, request: pytest.FixtureRequest) -> Callable[[bytes], None]:
    """Hands a document over to the validator."""

    def hand_over(data: bytes) -> None:
        name = re.sub(r"\W+", "-", request.node.name)
        (_filled / f"{name}-{len(list(_filled.iterdir()))}.docx").write_bytes(data)

    return hand_over
