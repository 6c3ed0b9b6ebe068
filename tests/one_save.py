"""One save of a brief, for a tracer to watch, to fail and to kill: FILE SUBJECT; prints what became of it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

import briefer.store.briefs as store
from briefer.edit.memo import set_header
from briefer.errors import BrieferError

MARK = "/nowhere/the-save-begins"


def main(path: Path, subject: str) -> int:
    opened = store.read_brief(path)
    brief = set_header(opened.brief, "subject", subject)
    with suppress(OSError):
        os.stat(MARK)  # noqa: PTH116 (one call that the tracer sees)
    try:
        store.save_brief(brief, path, expected=opened.fingerprint)
    except BrieferError as error:
        os.write(2, str(error).encode())
        return error.exit_code
    os.write(1, b"acknowledged")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
