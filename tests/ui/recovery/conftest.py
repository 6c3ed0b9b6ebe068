"""What a crash leaves, and a window that keeps what is typed at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from briefer.model.brief import Brief
from briefer.store.briefs import brief_bytes
from briefer.store.recovery import Kept, recovery_dir
from briefer.ui.recovery import autosave


@pytest.fixture(autouse=True)
def _kept_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autosave, "PAUSE", 1)


@pytest.fixture
def copies() -> Callable[[], list[Path]]:
    """The copies on the disk."""
    folder = recovery_dir()
    return lambda: sorted(folder.glob("*.kept"))


@pytest.fixture
def leave() -> Callable[..., Path]:
    """Leaves a copy as a process that died does: a file whose lock nobody holds."""
    folder = recovery_dir()

    def left(what: Brief | bytes, name: str = "Dam", path: Path | None = None, sha256: str = "") -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        kind = "template" if isinstance(what, bytes) else "brief"
        data = what if isinstance(what, bytes) else brief_bytes(what)
        number = len(list(folder.iterdir()))
        kept = Kept(kind, name, f"2026-11-22T10:{number:02}:00Z", str(path or ""), sha256)
        file = folder / f"{number:032x}.kept"
        file.write_bytes(msgspec.json.encode(kept) + b"\n" + data)
        return file

    return left
