"""What a process left behind when it died, in words; made beside the window, because it reads files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from briefer.edit.differences import NO_HEADINGS, Difference, Headings, Part, differences
from briefer.errors import BrieferError
from briefer.files import fingerprint, read_file
from briefer.model.brief import Brief
from briefer.store.briefs import LIMIT, parse_brief
from briefer.store.recovery import Claim, Copy, is_in_its_file, kept_bytes, left_copies
from briefer.ui.start.dates import when


class Found(NamedTuple):
    """A copy that is newer than its file, and what there is to say of it."""

    copy: Copy
    told: str


def found_copies(folder: Path) -> list[Found]:
    """The copies that hold what no file holds; those that do not are thrown away."""
    found = []
    for copy in left_copies(folder):
        try:
            if is_in_its_file(copy, kept_bytes(copy)):
                _throw_away(copy)
            else:
                found.append(Found(copy, _told(copy)))
        except BrieferError as error:
            found.append(Found(copy, str(error)))
    return found


def _throw_away(copy: Copy) -> None:
    claim = Claim(copy)
    if claim.take():
        claim.remove()


def compared(copy: Copy, headings: Headings = NO_HEADINGS) -> list[Difference]:
    """Where a copy differs from its file as it is now; from nothing, if it has none."""
    data = kept_bytes(copy)
    if copy.kept.kind == "template":
        old, new = _text(_in_file(copy) or b""), _text(data)
        return [Difference(Part("template"), copy.kept.name, old, new)] if old != new else []
    new_brief = parse_brief(data)
    return differences(_brief_in_file(copy) or _nothing(new_brief), new_brief, headings)


def _nothing(brief: Brief) -> Brief:
    return Brief(brief.format, brief.id, template=brief.template, language=brief.language, last_ids=brief.last_ids)


def _in_file(copy: Copy) -> bytes | None:
    if not copy.kept.path:
        return None
    try:
        return read_file(Path(copy.kept.path), LIMIT)
    except BrieferError:
        return None


def _brief_in_file(copy: Copy) -> Brief | None:
    data = _in_file(copy)
    try:
        return parse_brief(data) if data is not None else None
    except BrieferError:
        return None


def _told(copy: Copy) -> str:
    """Where it belongs, when it was kept, and how much there is."""
    now, path = datetime.now().astimezone(), copy.kept.path
    time = when(copy.kept.time, now).replace("Today", "today").replace("Yesterday", "yesterday")
    what = _amount(compared(copy), has_file=bool(path))
    if not path:
        return f"It was never saved. Kept {time}: {what}."
    in_file = _in_file(copy)
    if in_file is None:
        return f"{path}, which is not there now. Kept {time}: {what}."
    later = "" if fingerprint(in_file).sha256 == copy.kept.sha256 else " The file was changed after that as well."
    return f"{path}. Kept {time}: {what}.{later}"


def _amount(found: Sequence[Difference], *, has_file: bool) -> str:
    came = sum(len((each.new or "").split()) - len((each.old or "").split()) for each in found)
    if not has_file:
        return f"{came:,} word{'s' if came != 1 else ''}"
    parts = (
        f"{len(found):,} part{'s' if len(found) != 1 else ''} differ{'s' if len(found) == 1 else ''} from the file"
    )
    more = f"{abs(came):,} word{'s' if abs(came) != 1 else ''} {'more' if came > 0 else 'fewer'}"
    return f"{parts}, {more}" if came else parts


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def size_of_change(found: Sequence[Difference]) -> str:
    """How much differs, for a list: ``2 parts, 14 words more``."""
    if not found:
        return "nothing differs"
    came = sum(len((each.new or "").split()) - len((each.old or "").split()) for each in found)
    parts = f"{len(found):,} part{'s' if len(found) != 1 else ''}"
    return f"{parts}, {abs(came):,} words {'more' if came > 0 else 'fewer'}" if came else parts
