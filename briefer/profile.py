"""Profile: what an office writes at the head of each memo, in one file that its people can share.

The user's own lies as JSON in ``paths.config_dir()``. A file from elsewhere is read strictly: what it holds is
words for the header, and nothing in it is ever run or followed.
"""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import msgspec

from briefer import paths
from briefer.errors import BrieferError, DataError, UnreadableError, printable
from briefer.files import make_folder, read_file, replace_file, set_aside

FORMAT = 1
GAP = "…"
"""What stands in a reference where the number is to be typed, which only the office's register knows."""
_LIMIT = 64_000
_LONGEST = 300
_PLACE = re.compile(r"\{(\w*)\}")

_Line = Annotated[str, msgspec.Meta(max_length=_LONGEST)]


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a new brief begins with; empty for nothing.

    ``reference`` is a pattern: ``{yyyy}``, ``{yy}`` and ``{mm}`` stand for year and month, ``{number}`` for a number
    that a person types.
    """

    format: int = FORMAT
    sender: Annotated[str, msgspec.Meta(max_length=_LONGEST)] = msgspec.field(default="", name="from")
    marking: _Line = ""
    reference: _Line = ""
    contact: _Line = ""

    def header(self, created: str) -> dict[str, str]:
        """The fields of the header that it fills, by their ids, in a brief begun at this ISO time."""
        values = {
            "from": self.sender,
            "marking": self.marking,
            "reference": filled_in(self.reference, created),
            "contact": self.contact,
        }
        return {ident: " ".join(value.split()) for ident, value in values.items() if value.strip()}


class LoadedProfile(msgspec.Struct, frozen=True):
    """The user's profile, and what was wrong with its file, in words."""

    profile: Profile
    problem: str = ""


def filled_in(pattern: str, created: str) -> str:
    """A reference by its pattern, for a brief begun at this ISO time; the place of its number is a gap."""
    known = {"yyyy": created[:4], "yy": created[2:4], "mm": created[5:7], "number": GAP}
    return _PLACE.sub(lambda found: known.get(found[1], found[0]), pattern)


def pattern_problem(pattern: str) -> str:
    """What is wrong with a pattern, as a sentence; empty if nothing is."""
    known = {"yyyy", "yy", "mm", "number"}
    for name in _PLACE.findall(pattern):
        if name not in known:
            return f"{{{name}}} stands for nothing. Write {{yyyy}}, {{yy}}, {{mm}} or {{number}}."
    rest = _PLACE.sub("", pattern)
    return "A brace has no partner. Write {number}, say." if "{" in rest or "}" in rest else ""


def profile_path() -> Path:
    """The file of the user's profile."""
    return paths.config_dir() / "office.json"


def load_profile() -> LoadedProfile:
    """The user's profile; an empty one if there is none, or if its file cannot be used, which is told."""
    try:
        return LoadedProfile(read_profile(profile_path()))
    except BrieferError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return LoadedProfile(Profile())
        return LoadedProfile(Profile(), str(error))


def read_profile(path: Path) -> Profile:
    """The profile in a file; UnreadableError, or DataError with what is wrong in it."""
    data = read_file(path, _LIMIT)
    try:
        given: Any = msgspec.json.decode(data)
        if isinstance(given, dict) and isinstance(given.get("format"), int) and given["format"] > FORMAT:
            raise DataError("these office details come from a newer Briefer", "update Briefer", path=path)
        profile = msgspec.convert(given, Profile)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise DataError(
            f"these are no office details ({_reason(error)})", "export them from Tools ▸ Office details", path=path
        ) from None
    if problem := pattern_problem(profile.reference):
        raise DataError(f"its pattern of references cannot be used: {problem}", "mend it there", path=path)
    return profile


def write_profile(profile: Profile, path: Path) -> None:
    """Write a profile in one step; CannotCreateError or InputOutputError if that cannot be done."""
    replace_file(path, msgspec.json.format(msgspec.json.encode(profile), indent=2) + b"\n")


def save_profile(profile: Profile) -> None:
    """Keep a profile as the user's own, and what cannot be used there beside it. Raises as ``write_profile`` does."""
    make_folder(profile_path().parent)
    with suppress(UnreadableError):  # there is none, or what is there is told when it is to be replaced
        try:
            read_profile(profile_path())
        except DataError:
            set_aside(profile_path())
    write_profile(profile, profile_path())


def _reason(error: Exception) -> str:
    words = str(error).replace("Object contains unknown field", "there is no key").replace("`", "“", 1)
    return printable(words.replace("`", "”", 1)[:200])
