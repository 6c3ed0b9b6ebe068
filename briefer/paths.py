"""Where files live: what ships with the program, and the user's own folders."""

from __future__ import annotations

from pathlib import Path


def resources() -> Path:
    """The folder ``resources/``: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def config_dir() -> Path:
    """The user's settings folder; not made here."""
    import platformdirs

    return platformdirs.user_config_path("briefer", appauthor=False)


def state_dir() -> Path:
    """The user's folder for what the program remembers: locks, recent files, window places; not made here."""
    import platformdirs

    return platformdirs.user_state_path("briefer", appauthor=False)


def data_dir() -> Path:
    """The user's folder for what they make themselves, such as templates; not made here."""
    import platformdirs

    return platformdirs.user_data_path("briefer", appauthor=False)
