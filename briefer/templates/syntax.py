"""A template's body read by Jinja: within bounds, and with Jinja's complaints in plain words."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterator

from jinja2 import Template, TemplateSyntaxError, nodes

from briefer.templates.filters import FILTERS
from briefer.templates.problems import Problem, RenderError, did_you_mean
from briefer.templates.sandbox import guarded, sandbox
from briefer.text.escape import RESERVED

MAX_TAGS = 5_000
MAX_DEPTH = 150
"""Of tags, brackets and operators in each other."""

_TAGS = ("for endfor if elif else endif set endset block endblock macro endmacro with endwith raw endraw").split()
_FORBIDDEN: dict[type[nodes.Node], str] = {
    nodes.Include: "include", nodes.Import: "import", nodes.FromImport: "from", nodes.Extends: "extends",
    nodes.EvalContextModifier: "autoescape", nodes.ScopedEvalContextModifier: "autoescape",
    nodes.CallBlock: "call", nodes.FilterBlock: "filter",  # these two put out what they make as it is
}  # fmt: skip
_CHECK_TAG = "check its braces, quotes and commas"
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_SPAN = re.compile(
    r"\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\s*[-+]?%\}|\{#.*?#\}|\{\{|\{%|\{#|\}\}|%\}", re.DOTALL
)
_NAMED_TAG = re.compile(r"\{%[-+]?\s*(end)?(for|if|block|macro|with|set)\b(?P<rest>[^%]*)")
_SHOWN = 60


def compiled(body: str, line: int) -> Template:
    """The template of a body whose lines count from ``line``; RenderError for what cannot be read or may not be."""
    return _compiled(body, line)


@functools.lru_cache(maxsize=32)
def _compiled(body: str, line: int) -> Template:
    tree = guarded(parsed(body, line))
    try:
        return sandbox().from_string(tree)
    except TemplateSyntaxError as error:
        raise RenderError(_Source(body, line).explained(error)) from None
    except SyntaxError as error:
        if "too many" in str(error.msg):
            raise RenderError(_too_deep(line)) from None
        problem = Problem(line, "two values of a macro, or given to one, have one name", "rename one of them")
        raise RenderError(problem) from None
    except (RecursionError, MemoryError):
        raise RenderError(_too_deep(line)) from None


def parsed(body: str, line: int) -> nodes.Template:
    """The tree of a body whose lines count from ``line``. Raises RenderError."""
    source = _Source(body, line)
    if len(source.tags) > MAX_TAGS:
        raise RenderError(Problem(source.tags[MAX_TAGS][0], f"the template has more than {MAX_TAGS:,} tags"))
    try:
        tree = sandbox().parse("\n" * (line - 1) + RESERVED.sub("", body))
    except TemplateSyntaxError as error:
        raise RenderError(source.explained(error)) from None
    except (RecursionError, MemoryError):
        raise RenderError(_too_deep(source.longest_tag())) from None
    except ValueError:  # a number of more than some thousand digits
        raise RenderError(Problem(source.longest_tag(), "a number is too long", "use a shorter one")) from None
    if problem := next(_unfit(tree), None):
        raise RenderError(problem)
    return tree


def _unfit(tree: nodes.Template) -> Iterator[Problem]:
    """What Jinja can read and a memo cannot have. Takes markers out of the strings in tags on the way."""
    blocks: set[str] = set()
    for node, depth in _walk(tree):
        if depth > MAX_DEPTH:
            yield _too_deep(node.lineno)
        if type(node) in _FORBIDDEN:
            tag = _FORBIDDEN[type(node)]
            yield Problem(node.lineno, f"{{% {tag} %}}: there is no such tag here", did_you_mean(tag, _TAGS))
        elif isinstance(node, nodes.Const) and isinstance(node.value, str):
            node.value = RESERVED.sub("", node.value)
        elif isinstance(node, nodes.Const) and isinstance(node.value, float) and not math.isfinite(node.value):
            yield Problem(node.lineno, "a number is too large", "use a smaller one")
        elif isinstance(node, nodes.NSRef):
            yield Problem(node.lineno, f"{node.name}.{node.attr} cannot be set", "set a name of your own")
        elif isinstance(node, nodes.Block):
            if node.required:
                yield Problem(node.lineno, f"the block {node.name} is “required”", "take that word away")
            if node.name in blocks:
                yield Problem(node.lineno, f"there are two blocks {node.name}", "give one of them another name")
            blocks.add(node.name)


def unknown_helper(line: int, kind: str, name: str) -> Problem:
    """What to say of a filter or test that there is not; ``kind`` is the one or the other."""
    known = FILTERS if kind == "filter" else sandbox().tests
    return Problem(line, f"{name}: there is no such {kind}", did_you_mean(name, known))


def _walk(tree: nodes.Node) -> Iterator[tuple[nodes.Node, int]]:
    """All nodes with their depth, without recursion."""
    waiting: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        waiting += [(child, depth + 1) for child in reversed(list(node.iter_child_nodes()))]


def _too_deep(line: int) -> Problem:
    return Problem(line, "tags or brackets stand too deep in each other", "take some of them apart")


class _Source:
    """The text of a body, to find in it what a complaint is about."""

    def __init__(self, body: str, line: int) -> None:
        self.body, self.line = body, line
        self.tags: list[tuple[int, str]] = []
        self.mismatch: Problem | None = None
        self._scan()

    def _scan(self) -> None:
        """Finds the tags, each with its line, and the first that is not closed as it is opened."""
        opened: re.Match[str] | None = None
        at, line = 0, self.line
        for found in _SPAN.finditer(self.body):
            line += self.body.count("\n", at, found.start())
            at = found.start()
            mark = found[0]
            if mark in _CLOSING:
                if opened:
                    self._unclosed(opened, found.start())
                opened, opened_line = found, line
                self._opened_line = line
            elif opened and mark == _CLOSING[opened[0]]:
                self.tags.append((opened_line, self.body[opened.start() : found.end()]))
                opened = None
        if opened:
            self._unclosed(opened, len(self.body))

    def _unclosed(self, opened: re.Match[str], end: int) -> None:
        self.tags.append((self._opened_line, self.body[opened.start() : end]))
        if self.mismatch is None:
            mark, inner = opened[0], self.body[opened.end() : end].split("\n")[0]
            other = next((c for c in ("}}", "%}", "}") if c in inner), "")
            message = f"a tag opens with {mark} and closes with {other}" if other else f"a {mark} is never closed"
            self.mismatch = Problem(self._opened_line, message, f"close it with {_CLOSING[mark]}")

    def longest_tag(self) -> int:
        """The line of the longest tag: the likeliest to be too much."""
        return max(self.tags, key=lambda tag: len(tag[1]), default=(self.line, ""))[0]

    def explained(self, error: TemplateSyntaxError) -> Problem:
        """Jinja's complaint in plain words."""
        if self.mismatch and self.mismatch.line <= error.lineno:
            return self.mismatch
        message = str(error.message).rstrip(".")
        if match := re.match(r"No (filter|test) named '(.*?)'", message):
            return unknown_helper(error.lineno, match[1], match[2])
        if message.startswith("Encountered unknown tag"):
            return self._unknown_tag(error.lineno, message)
        if match := re.search(r"innermost block that needs to be closed is '(\w+)'", message):
            return Problem(
                self._opening(match[1]) or error.lineno,
                f"{{% {match[1]} %}} is never closed",
                f"add {{% end{match[1]} %}}",
            )
        return self._unreadable(error.lineno, message)

    def _unknown_tag(self, line: int, message: str) -> Problem:
        name = message.split("'")[1]
        due = re.search(r"innermost block that needs to be closed is '(\w+)'", message)
        if name not in _TAGS or not name.startswith(("end", "el")):
            return Problem(line, f"{{% {name} %}}: there is no such tag here", did_you_mean(name, _TAGS))
        if due:
            opened = self._opening(due[1], before=line)
            close = f"close the {{% {due[1]} %}}" + (f" of line {opened}" if opened else "") + " first"
            return Problem(line, f"{{% {name} %}} stands where {{% end{due[1]} %}} is due", close)
        opener = "if" if name.startswith("el") else name.removeprefix("end")
        return Problem(line, f"{{% {name} %}} closes nothing", f"take it away, or open it with {{% {opener} ... %}}")

    def _opening(self, name: str, before: int = 10**9) -> int:
        """The line of the last tag of a name, up to a line, that has no end tag; 0 if there is none."""
        opened: list[int] = []
        for line, text in self.tags:
            tag = _NAMED_TAG.match(text)
            if tag and tag[2] == name and line <= before and not (name == "set" and "=" in tag["rest"]):
                if not tag[1]:
                    opened.append(line)
                elif opened:
                    opened.pop()
        return opened[-1] if opened else 0

    def _unreadable(self, line: int, message: str) -> Problem:
        tag = self._tag_on(line)
        if re.fullmatch(r"\{[{%][-+]?\s*[-+]?[}%]\}", tag):
            return Problem(line, "the tag is empty", "name a field in it, such as {{ header.to }}")
        wrong = re.search(r"(?:got|unexpected(?: char)?) (['\"])(.+?)\1(?: at \d+)?$", message)
        odd = wrong[2] if wrong else ""
        hint = _HINTS.get(odd, _CHECK_TAG)
        if odd.startswith("end of"):
            odd, hint = "", "something is missing at its end"
        shown = f"the tag {tag}" if tag else "the tag"
        return Problem(line, f"{shown} cannot be read" + (f": {odd} is out of place" if odd else ""), hint)

    def _tag_on(self, line: int) -> str:
        """The only tag that reaches over a line, as typed; nothing if there are several."""
        over = [text for first, text in self.tags if first <= line <= first + text.count("\n")]
        text = " ".join(over[0].split()) if len(over) == 1 else ""
        return text if len(text) <= _SHOWN else text[: _SHOWN - 4] + "… " + text[-2:]


_HINTS = {
    "=": "to compare, write ==",
    "&": "write: and",
    "||": "write: or",
    "!": "write: not",
    **dict.fromkeys("“”„‘’‚«»", "use straight quotes: ' or \""),
    **dict.fromkeys("'\"", "close the quotation with the mark that opens it"),
}
