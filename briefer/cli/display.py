"""Is there a screen, and does the system have what Qt needs? Found out before Qt is loaded, which would abort."""

from __future__ import annotations

import ctypes
import os
import sys

from briefer.errors import UsageError

_EVERYWHERE = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
_ON_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def why_no_window() -> str:
    """Why no window can be shown here, in one sentence that names what to install; empty if one can."""
    if sys.platform != "linux":
        return ""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if not platform and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return "there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    needed = dict(_EVERYWHERE)
    if platform.startswith("xcb") or (not platform and not os.environ.get("WAYLAND_DISPLAY")):
        needed |= _ON_X11
    if missing := [package for library, package in needed.items() if not _loads(library)]:
        return f"the window needs system libraries that are missing; on Debian: apt-get install {' '.join(missing)}"
    return ""


def require_libraries() -> None:
    """UsageError if the system lacks what Qt needs to lay out pages, for which it needs no display."""
    if sys.platform != "linux":
        return
    if missing := [package for library, package in _EVERYWHERE.items() if not _loads(library)]:
        install = f"on Debian: apt-get install {' '.join(missing)}"
        raise UsageError("a PDF needs system libraries that are missing", install)


def require_display() -> None:
    """UsageError with the reason if no window can be shown."""
    if reason := why_no_window():
        raise UsageError(reason, "the commands work without a window: briefer --help")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
