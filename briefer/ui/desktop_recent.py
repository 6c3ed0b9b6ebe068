"""A brief in the desktop's own list of recent files, which its file dialogs, menus and start screens show.

On Linux that is ``recently-used.xbel`` (freedesktop.org, "Desktop Bookmarks"), on Windows the system keeps it;
nothing is done elsewhere. The list belongs to the desktop: one that is missing is begun, and one that cannot be read,
is no such list or is very large is left as it is. Nothing here fails for the user.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from briefer.errors import BrieferError
from briefer.files import fingerprint, make_folder, read_file, replace_file

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/vnd.briefer+json"

_LIMIT = 4_000_000
_BOOKMARK = "http://www.freedesktop.org/standards/desktop-bookmarks"
_MIME = "http://www.freedesktop.org/standards/shared-mime-info"
_OWNER = "http://freedesktop.org"
_NEW = f'''<?xml version="1.0" encoding="UTF-8"?>
<xbel version="1.0" xmlns:bookmark="{_BOOKMARK}" xmlns:mime="{_MIME}">
</xbel>
'''.encode()


def tell_desktop(path: Path) -> None:
    """Let the desktop know that a brief was opened or saved; nobody waits for it."""
    if sys.platform == "win32":
        _tell_windows(path)
    elif sys.platform.startswith("linux"):
        # The program's end waits for this thread, so that what is saved last is in the list too.
        Thread(target=add_to_list, args=(list_path(), path.absolute()), name="recent files").start()


def list_path() -> Path:
    """The file of the list on Linux."""
    data = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (data if data.is_absolute() else Path.home() / ".local" / "share") / "recently-used.xbel"


def _tell_windows(path: Path) -> None:
    import ctypes

    paths = 3  # SHARD_PATHW
    ctypes.windll.shell32.SHAddToRecentDocs(paths, ctypes.c_wchar_p(str(path.absolute())))  # type: ignore[attr-defined, unused-ignore]


def add_to_list(target: Path, path: Path) -> None:
    """Make a brief the latest in a list of the freedesktop kind; ``path`` is absolute."""
    try:
        data = read_file(target, _LIMIT)
        expected = fingerprint(data)
    except BrieferError as error:
        if not isinstance(error.__cause__, FileNotFoundError):
            return
        data, expected = _NEW, None
    told = _with_brief(data, path)
    if told is not None:
        with suppress(BrieferError, OSError):  # also where another program has just written the list
            make_folder(target.parent)
            replace_file(target, told, expected=expected)
            if expected is None:
                target.chmod(0o600)  # what somebody works on is nobody else's business


def _with_brief(data: bytes, path: Path) -> bytes | None:
    """The list with a brief as its latest; None if the data are no such list."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
        address = path.as_uri()
    except (etree.XMLSyntaxError, ValueError, UnicodeError):
        return None
    if root.tag != "xbel" or root.getroottree().docinfo.internalDTD is not None:
        return None
    now = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    entry = next((each for each in root.iterfind("bookmark") if each.get("href") == address), None)
    if entry is None:
        entry = etree.SubElement(root, "bookmark", href=address, added=now)
        entry.tail = "\n"
    for moment in ("modified", "visited"):
        entry.set(moment, now)
    _describe(entry, now)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _describe(entry: _Element, now: str) -> None:
    """Say what kind of file it is and that this program used it, once more."""
    metadata = _child(_child(entry, "info"), "metadata", owner=_OWNER)
    _child(metadata, f"{{{_MIME}}}mime-type").set("type", MEDIA_TYPE)
    applications = _child(metadata, f"{{{_BOOKMARK}}}applications")
    ours = _child(applications, f"{{{_BOOKMARK}}}application", name="Briefer")
    count = ours.get("count", "0")
    ours.set("exec", "'briefer %f'")
    ours.set("modified", now)
    ours.set("count", str(int(count) + 1 if count.isdecimal() else 1))


def _child(parent: _Element, tag: str, **attributes: str) -> _Element:
    """The child of this tag and these attributes; made if there is none."""
    from lxml import etree

    for each in parent.iterfind(tag):
        if all(each.get(name) == value for name, value in attributes.items()):
            return each
    return etree.SubElement(parent, tag, attributes)
