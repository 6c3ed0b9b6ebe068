"""What can be done with templates of one's own: begun, copied, renamed, taken in, put aside and put back.

Files of the office and those that ship with Briefer are only ever read. Nothing is overwritten: a name that is taken
gets a number.
"""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import count
from pathlib import Path

from briefer.errors import CannotCreateError, InputOutputError, UsageError
from briefer.files import Fingerprint, fingerprint, make_folder, read_file, replace_file
from briefer.paths import resources
from briefer.templates.front_edit import with_value
from briefer.templates.office_look import is_bare, is_document
from briefer.templates.problems import Fix, Problem, TemplateError, apply_fix
from briefer.templates.reading import MAX_BYTES, parts_of, plain_lines, refuse_unshowable
from briefer.templates.shelf import MARKDOWN, SUFFIXES, WORD, mine
from briefer.templates.yaml import load_yaml

MAX_WORD_BYTES = 40_000_000
"""Of a Word document that is taken in."""
_ROUNDS = 8
"""Times that fixes are looked for again."""
_ASIDE = ".deleted"
_LONGEST = 60
_RESERVED = re.compile(r"con|prn|aux|nul|com[1-9]|lpt[1-9]", re.IGNORECASE)


def begin_template(name: str) -> Path:
    """Begin a template of this name with a header, two sections and the notes; its file."""
    text = (resources() / "templates" / "beginning" / "template.md").read_text("utf-8")
    return _written(name, MARKDOWN, renamed(text, name).encode())


def copy_template(path: Path, name: str) -> Path:
    """A copy of a template as one of one's own, under a name; its file. A Word document keeps its own name inside."""
    data = read_template_file(path)
    if path.suffix.lower() == MARKDOWN:
        data = _with_look(renamed(template_text(data, path), name), path).encode()
    return _written(name, path.suffix.lower(), data)


def keep_template(text: str, name: str) -> Path:
    """A Markdown template of one's own with this text, in a file named for it; its file."""
    return _written(name, MARKDOWN, text.encode())


def import_template(path: Path) -> Path:
    """A copy of a file from elsewhere among one's own templates; UsageError if it cannot be one."""
    if path.suffix.lower() not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise UsageError("this is no template", f"choose a file that ends in one of: {known}", path=path)
    data = read_template_file(path)
    if path.suffix.lower() == MARKDOWN:
        with suppress(TemplateError):  # one with errors is taken too, and they are told
            data = _with_look(template_text(data, path), path).encode()
    return _written(path.stem, path.suffix.lower(), data)


def look_of(path: Path) -> Path | None:
    """The Word document beside a Markdown template whose look it takes; None if it takes none, or it is not there."""
    if path.suffix.lower() != MARKDOWN:
        return None
    try:
        found = _style(template_text(read_template_file(path), path))
    except TemplateError:
        return None
    beside = path.parent / found
    return beside if is_document(found) and is_bare(found) and beside.is_file() else None


def _with_look(text: str, path: Path) -> str:
    """The text of a template that is copied among one's own, for which the document it is dressed as comes along."""
    look = look_of(path)
    if look is None or look.parent == mine():
        return text
    data = read_file(look, MAX_WORD_BYTES)
    same = mine() / look.name
    if same.is_file() and read_file(same, MAX_WORD_BYTES) == data:
        return text
    make_folder(mine())
    kept = _free(mine(), look.stem, look.suffix)
    replace_file(kept, data)
    return with_value(text, "style", kept.name)


def _style(text: str) -> str:
    front, _, _ = parts_of(text, "")
    data, _ = load_yaml(front, "")
    return str(data.get("style", "")) if isinstance(data, dict) else ""


def rename_template(path: Path, name: str) -> None:
    """Give a Markdown template of one's own another name. Its file keeps its own, and so briefs still find it."""
    data = read_template_file(path)
    replace_file(path, renamed(template_text(data, path), name).encode(), expected=fingerprint(data))


def write_template(path: Path, text: str, expected: Fingerprint) -> Fingerprint:
    """Give a Markdown template of one's own another text, unless it was changed since it was as ``expected``."""
    return replace_file(path, text.encode(), expected=expected)


def open_text(path: Path) -> tuple[str, Fingerprint]:
    """The text of a Markdown template, with ``\\n`` as its only line end, and what its file holds; to be edited."""
    data = read_template_file(path)
    return template_text(data, path), fingerprint(data)


def keep_text(text: str, name: str) -> tuple[Path, str, Fingerprint]:
    """Keep a text, be it ever so broken, as a template of one's own: its file, the text with its name, and what the
    file holds.
    """
    with suppress(TemplateError):  # a head past reading keeps the name that stands in it
        text = renamed(text, name)
    path = _written(name, MARKDOWN, text.encode())
    return path, text, fingerprint(text.encode())


def fix_all(text: str) -> str:
    """The text of a template with all mended that can be: mending one thing may show another."""
    from briefer.templates.check import text_problems

    for _ in range(_ROUNDS):
        fixes = [problem.fix for problem in text_problems(text) if problem.fix is not None]
        if not fixes:
            break
        text = _applied(text, fixes)
    return text


def copy_fixed(text: str, name: str) -> Path:
    """A copy of a template's text as one of one's own, under a name and with all mended that can be; its file."""
    return _written(name, MARKDOWN, renamed(fix_all(text), name).encode())


def _applied(text: str, fixes: list[Fix]) -> str:
    """Fixes that do not touch each other, from the last to the first, so that the places of the others still hold."""
    untouched = len(text)
    for fix in sorted(fixes, key=lambda fix: fix.start, reverse=True):
        if fix.end <= untouched:
            text, untouched = apply_fix(text, fix), fix.start
    return text


def put_aside(path: Path) -> Path:
    """Take a template off the shelf; where it is kept."""
    folder = path.parent / _ASIDE
    make_folder(folder)
    return _moved(path, _free(folder, path.stem, path.suffix))


def take_back(path: Path, made: Fingerprint) -> Path:
    """Take a template off the shelf that was just made; where it is kept. UsageError if it is another since."""
    if fingerprint(read_template_file(path)) != made:
        raise UsageError(
            "it was changed since then", "delete it if you do not want it: that can be taken back", path=path
        )
    return put_aside(path)


def put_back(aside: Path) -> Path:
    """Put a template back on the shelf that was taken off it; its file, which has another name if that is taken."""
    stem = re.sub(r"-\d+$", "", aside.stem) if not (aside.parent.parent / aside.name).exists() else aside.stem
    return _moved(aside, _free(aside.parent.parent, stem, aside.suffix))


def renamed(text: str, name: str) -> str:
    """The text of a Markdown template with another name in its front matter; the rest stays letter by letter."""
    return with_value(text, "name", name)


def read_template_file(path: Path) -> bytes:
    """The bytes of a template's file."""
    return read_file(path, MAX_WORD_BYTES if path.suffix.lower() in WORD else MAX_BYTES)


def template_text(data: bytes, path: Path) -> str:
    """A Markdown template’s text, as the problems of the check count in it; TemplateError if it cannot be shown."""
    try:
        text = plain_lines(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        problem = Problem(0, f"it is not UTF-8 text (byte {error.start})", "save it as UTF-8")
        raise TemplateError([problem], path=path) from None
    refuse_unshowable(text, path)
    return text


def _written(name: str, suffix: str, data: bytes) -> Path:
    make_folder(mine())
    path = _free(mine(), _stem(name), suffix)
    replace_file(path, data)
    return path


def _stem(name: str) -> str:
    """A file's name for a template's: letters, digits and hyphens."""
    stem = re.sub(r"[^\w.]+", "-", name.casefold()).strip("-._")[:_LONGEST].strip("-._") or "template"
    return f"{stem}-template" if _RESERVED.fullmatch(stem) else stem


def _free(folder: Path, stem: str, suffix: str) -> Path:
    """A file that there is not: with a number after its name if that is taken."""
    names = (f"{stem}{'' if number == 1 else f'-{number}'}{suffix}" for number in count(1))
    return next(path for name in names if not (path := folder / name).exists())


def _moved(path: Path, target: Path) -> Path:
    try:
        return path.rename(target)
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            raise CannotCreateError("the template is gone already", "look at the list again", path=path) from error
        reason = (error.strerror or "the system refused").lower()
        raise InputOutputError(f"it cannot be moved ({reason})", "try again", path=path) from error
