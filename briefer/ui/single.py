"""One window for a user's files: a second start hands its files to the window that is there.

They speak through a local socket that only this user can open. The window says who it is as soon as somebody calls,
so that one that hangs is known by its silence, and gets no files that it might open a long time later. A message is
one line of JSON: ``{"files": [...], "token": "..."}``, where the token lets a window come to the front on Wayland.

QtNetwork is loaded only where somebody may answer, or after the window is there.
"""

from __future__ import annotations

import os
import stat
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from briefer import paths
from briefer.errors import BrieferError
from briefer.files import make_folder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

GREETING = b"briefer 1\n"
TAKEN = b"taken\n"
PATIENCE = 1.0
"""Seconds that a second start waits for the window that is there, in all."""

LIMIT = 1_000_000
"""The most bytes of a message; who sends more is no start of this program."""

_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 (the name of a variable)
_LONGEST = 100
"""Bytes of a socket's path that every system takes."""


class Call(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a second start asks for: these files, by absolute paths; without any, the window itself."""

    files: tuple[str, ...] = ()
    token: str = ""


def address() -> str:
    """Where the window of this user, on this screen, with these settings, is to be called; empty if nowhere."""
    screen = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
    told = f"{screen}\n{paths.config_dir()}".encode(errors="surrogateescape")
    name = f"briefer-{zlib.crc32(told):08x}"
    if sys.platform == "win32":
        return name
    path = str(_folder() / name)
    return path if len(os.fsencode(path)) <= _LONGEST else ""


def _folder() -> Path:
    """The user's folder for sockets; where the system has none, that of what the program remembers."""
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    return runtime if runtime.is_absolute() and runtime.is_dir() else paths.state_dir()


def hand_over(files: Sequence[Path]) -> bool:
    """Give these files to the window that is there, or let it come to the front; whether it took them.

    False if there is none, if it does not answer in time, or if another user listens at its address. Needs a
    QCoreApplication.
    """
    name = address()
    if not name or not _is_ours(name):
        return False
    from PySide6.QtNetwork import QLocalSocket

    socket, until = QLocalSocket(), monotonic() + PATIENCE
    socket.connectToServer(name)
    call = Call(tuple(str(path.absolute()) for path in files), os.environ.get(_TOKEN, ""))
    try:
        message = msgspec.json.encode(call) + b"\n"
    except UnicodeEncodeError:  # a name of bytes that are no UTF-8
        return False
    if not socket.waitForConnected(_left(until)) or _line(socket, until) != GREETING:
        return False
    socket.write(message)
    return _line(socket, until) == TAKEN


def _is_ours(name: str) -> bool:
    """Whether there is a socket of this user; on Windows the system keeps other users out."""
    if sys.platform == "win32":
        return True
    try:
        found = Path(name).stat()
    except OSError:
        return False
    return stat.S_ISSOCK(found.st_mode) and found.st_uid == os.getuid()


def _line(socket: QLocalSocket, until: float) -> bytes:
    """The next line that comes in, or what came of it in time."""
    while not socket.canReadLine() and socket.bytesAvailable() <= len(GREETING):
        if not socket.waitForReadyRead(_left(until)):
            break
    return bytes(socket.readLine(len(GREETING) + 1).data())


def _left(until: float) -> int:
    return max(int((until - monotonic()) * 1000), 1)


class Listener(QObject):
    """Listens for later starts. ``called`` carries the paths that one has handed over; none asks for the window."""

    called = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None

    def listen(self) -> bool:
        """Begin to listen, unless a window does so already; whether this one does now."""
        name = address()
        if not name or _is_taken(name):
            return False
        from PySide6.QtNetwork import QLocalServer

        if sys.platform != "win32":
            try:
                make_folder(Path(name).parent)
            except BrieferError:
                return False
        self._server = QLocalServer(self)
        # With this option Qt takes the place of a socket that a crash has left, as a file that is renamed does.
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        return self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.close()

    def _greet(self) -> None:
        assert self._server is not None
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(LIMIT + 1)
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._hear(socket))
            socket.write(GREETING)

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > LIMIT:
                socket.abort()
            return
        try:
            call = msgspec.json.decode(bytes(socket.readLine(LIMIT + 1).data()), type=Call)
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            socket.abort()
            return
        socket.write(TAKEN)
        socket.flush()
        socket.disconnectFromServer()
        if call.token:
            os.environ[_TOKEN] = call.token  # Qt takes it from there when the window asks to come to the front
        paths = [Path(name) for name in call.files if Path(name).is_absolute() and "\0" not in name]
        QTimer.singleShot(0, self, lambda: self.called.emit(paths))


def _is_taken(name: str) -> bool:
    """Whether a window listens there already, be it one that hangs."""
    if not _is_ours(name):
        return False
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    return socket.waitForConnected(int(PATIENCE * 1000))
