"""A window reads articles elsewhere until it has imported what reads them."""

from __future__ import annotations

import subprocess
import sys

_SCRIPT = """
import sys
from pathlib import Path
from briefer.sources.folders import articles_in
from briefer.sources.kinds import suffix_of
from briefer.sources.links import lone_link
from briefer.ui.importing.reading import read_words, readers_are_here
assert not readers_are_here() and "briefer.text.clean" not in sys.modules
assert read_words("The Board met behind closed doors.").id == "s0"
"""


def test_the_readers_are_imported_where_they_read() -> None:
    subprocess.run([sys.executable, "-c", _SCRIPT], check=True, timeout=30)
