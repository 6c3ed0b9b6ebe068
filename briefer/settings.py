"""The user's settings: one described table that the file, the dialog and ``--help`` read.

They live as JSON in ``paths.config_dir()``. A file that cannot be used never stops the program: what is wrong in
it has its default, a warning says so, and a copy of the file is kept.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from briefer import paths
from briefer.errors import BrieferError, DataError, printable
from briefer.files import fingerprint, make_folder, read_file, replace_file, set_aside

Theme = Literal["system", "light", "dark"]
ArticleLetters = Literal["serif", "window"]
ExportFormat = Literal[".docx", ".pdf", ".md", ".html", "email", ".csv", ".jsonld"]

RECENT = 10
"""How many recent briefs are remembered."""

USED = 200
"""Templates of which it is remembered what they were like when they were used last."""

_LIMIT = 1_000_000


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All settings with their defaults. A change gives another value: ``msgspec.structs.replace``."""

    theme: Annotated[
        Theme, msgspec.Meta(description="Colours of the window: as the system has them, light or dark")
    ] = "system"
    template: Annotated[str, msgspec.Meta(description="Template of a new brief: the one chosen last")] = (
        "information-note"
    )
    recent: Annotated[
        tuple[str, ...], msgspec.Meta(max_length=RECENT, description="Briefs opened or saved last, the latest first")
    ] = ()
    brief_folder: Annotated[str, msgspec.Meta(description="Folder where a brief was opened or saved last")] = ""
    article_folder: Annotated[str, msgspec.Meta(description="Folder where an article was opened last")] = ""
    export_folder: Annotated[str, msgspec.Meta(description="Folder where a memo was exported last")] = ""
    export_format: Annotated[
        ExportFormat, msgspec.Meta(description="Format that was exported last: a file’s suffix, or email")
    ] = ".docx"
    export_draft: Annotated[bool, msgspec.Meta(description="Whether a draft was exported last, not a final memo")] = (
        False
    )
    export_comments: Annotated[
        bool, msgspec.Meta(description="Whether a Word draft has comments on what is still open")
    ] = True
    export_notes: Annotated[bool, msgspec.Meta(description="Whether a draft has the analyst’s own notes")] = False
    export_word_pages: Annotated[
        bool, msgspec.Meta(description="Whether LibreOffice lays out a PDF, as Word does, where it is installed")
    ] = False
    export_open: Annotated[bool, msgspec.Meta(description="Whether a memo is opened once it is exported")] = False

    desktop_recent: Annotated[
        bool, msgspec.Meta(description="Whether briefs opened or saved appear in the desktop's list of recent files")
    ] = True
    article_letters: Annotated[
        ArticleLetters, msgspec.Meta(description="Letters of the articles: with serifs, or those of the window")
    ] = "serif"
    reading_keys: Annotated[
        bool, msgspec.Meta(description="Whether A X S Q, L and the full stop act on the article that is read")
    ] = True
    versions: Annotated[
        int, msgspec.Meta(ge=0, le=1000, description="Earlier versions kept of each brief; 0 keeps none")
    ] = 100
    version_days: Annotated[
        int, msgspec.Meta(ge=1, le=3650, description="Days that an earlier version of a brief is kept")
    ] = 90
    office_folder: Annotated[str, msgspec.Meta(description="Folder of templates that the office shares")] = ""
    used_templates: Annotated[
        dict[str, str],
        msgspec.Meta(max_length=USED, description="Templates used last, each with the SHA-256 of its file then"),
    ] = {}

    def remembering(self, path: Path) -> Settings:
        """With a brief as the latest of the recent ones, and its folder as that of briefs."""
        name = str(path.absolute())
        try:
            name.encode()
        except UnicodeEncodeError:  # a name of bytes that are no UTF-8 cannot stand in the settings
            return self
        recent = (name, *(other for other in self.recent if other != name))[:RECENT]
        return msgspec.structs.replace(self, recent=recent, brief_folder=str(path.absolute().parent))

    def having_used(self, template: str, sha256: str) -> Settings:
        """With a template, by its id, used as its file is now."""
        others = {ident: used for ident, used in self.used_templates.items() if ident != template}
        kept = dict(list(others.items())[-(USED - 1) :])
        return msgspec.structs.replace(self, used_templates={**kept, template: sha256})

    def forgetting(self, path: Path) -> Settings:
        """Without a brief among the recent ones."""
        return msgspec.structs.replace(self, recent=tuple(name for name in self.recent if Path(name) != path))


class Described(msgspec.Struct, frozen=True):
    """One setting as a person sees it; ``choices`` is empty where any value of the default's type will do."""

    key: str
    default: object
    help: str
    choices: tuple[str, ...] = ()


def describe() -> tuple[Described, ...]:
    """All settings in their order."""
    hints = get_type_hints(Settings, include_extras=True)
    return tuple(_described(field, hints[field.name]) for field in msgspec.structs.fields(Settings))


def _described(field: msgspec.structs.FieldInfo, hint: Any) -> Described:
    kind, meta = get_args(hint)
    default = field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()
    return Described(field.name, default, meta.description, get_args(kind) if get_origin(kind) is Literal else ())


class Loaded(msgspec.Struct, frozen=True):
    """Settings, and what to tell the user about the file they came from."""

    settings: Settings
    warnings: tuple[str, ...] = ()


def settings_path() -> Path:
    """The file of the settings."""
    return paths.config_dir() / "settings.json"


def load_settings() -> Loaded:
    """The settings of this user. No file gives the defaults; a bad one what can be used of it, with warnings."""
    path = settings_path()
    try:
        data = read_file(path, _LIMIT)
    except BrieferError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return Loaded(Settings())
        kept = f"; {_set_aside(path)}" if isinstance(error, DataError) else ""  # too large to be read
        return Loaded(Settings(), (f"{error}; until then all settings have their defaults{kept}",))
    try:
        return Loaded(msgspec.json.decode(data, type=Settings))
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        settings, bad = _salvaged(data)
        return Loaded(settings, (f"{path}: {bad}; {_kept(path, data)}",))


def save_settings(settings: Settings) -> None:
    """Write the settings in one step; CannotCreateError or InputOutputError if that cannot be done."""
    path = settings_path()
    make_folder(path.parent)
    replace_file(path, msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n")


def _salvaged(data: bytes) -> tuple[Settings, str]:
    """The settings in a bad file that are good one by one, and what is bad in it."""
    try:
        values = msgspec.json.decode(data, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return Settings(), "the settings cannot be read and have their defaults"
    good: dict[str, Any] = {}
    for key, value in values.items():
        try:
            msgspec.convert({key: value}, Settings)
        except msgspec.ValidationError:
            continue
        good[key] = value
    bad = ", ".join(sorted(values.keys() - good.keys()))
    return msgspec.convert(good, Settings), f"these settings are unknown or have no possible value: {printable(bad)}"


def _set_aside(path: Path) -> str:
    """Move a file out of the way that is too large to be read; how to find it."""
    try:
        return f"the file is kept as {set_aside(path).name}"
    except BrieferError as error:
        return f"the file could not be kept ({error})"


def _kept(path: Path, data: bytes) -> str:
    """Keep a copy of a bad file, under a name that depends on its content alone; how to find it."""
    copy = path.with_name(f"settings-{fingerprint(data).sha256[:8]}.json")
    try:
        replace_file(copy, data)
    except BrieferError as error:
        return f"no copy of the file could be kept ({error})"
    return f"a copy of the file is kept as {copy.name}"
