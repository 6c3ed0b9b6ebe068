"""Markdown parsed by Python-Markdown into an element tree, with what a memo may hold and nothing else.

Switched off are raw HTML, entities' own elements, pictures, reference links and indented code: they stay text.
Added are ``[@ID]`` citations (an element ``cite``), bare web addresses and fenced code (kept as an insert). Header
blocks and ``{: .name}`` belong to templates: in a section they are text.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from briefer.memo.inserts import Inserts, Verbatim
from briefer.memo.lines import INDENT, prepared

if TYPE_CHECKING:
    from markdown import Markdown
    from markdown.extensions import Extension

_FENCE = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n`]*\n(?P<code>.*?)(?:^(?P=fence)[`~]*[ ]*$|\Z)", re.MULTILINE | re.DOTALL
)
_SHOWN_AS_TYPED = (
    "reference", "short_reference", "image_link", "image_reference", "short_image_ref", "html", "entity",
    "automail", "autolink",
)  # fmt: skip
_EMPHASIS = ("em_strong", "em_strong2", "not_strong")
"""Under one name or another in each version of Python-Markdown; ``briefer.memo.emphasis`` takes their place."""
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029")
_SPECIAL = re.compile(r"[`\\\[<]|://|[ ]{2}\n")
"""What any pattern of Python-Markdown or of ours begins with."""
_CODE = r"(?:(?<!\\)((?:\\{2})+)(?=`+)|(?<![\\`])(`+)(?!`)(.+?)(?<!`)\2(?!`))"
"""Python-Markdown's own, but a run of backticks is closed by one of its very length alone."""
_MOST_BRACKETS = 200
"""Of one paragraph that may hold links: looking for the end of each takes time that grows with their square."""
_ADDRESS = r"""(?x)
    <(?P<mail> [^\s<>@:\x02\x03]{1,64} @ [^\s<>@:\x02\x03]{1,255} )>
  | <(?P<web> (?i:https?)://[^\s<>\x02\x03]+ )>
  | (?<![^\W_]) (?i:https?)://[^\W_][^\s<>\[\]\x02\x03\ue000-\ue01f]*
"""
_ESCAPED = re.compile("\x02(\\d+)\x03")


def parse(markdown: str, inserts: Inserts) -> Element:
    """The tree of a template's text, inline elements included; its code blocks are kept in ``inserts``."""
    return _parsed(_parser(prose=False), markdown, inserts)


@functools.lru_cache(maxsize=64)
def parse_prose(markdown: str) -> tuple[Element, Inserts]:
    """The tree of a section, and its code blocks. Sections seldom change between two memos: the last ones are kept.

    Nobody may change what is given back.
    """
    inserts = Inserts()
    return _parsed(_parser(prose=True), markdown, inserts), inserts


def _parsed(parser: Markdown, markdown: str, inserts: Inserts) -> Element:
    from markdown.util import AtomicString

    def keep(match: re.Match[str]) -> str:
        return "\n" + inserts.keep(Verbatim(inserts.plain(match["code"].rstrip("\n")))) + "\n"

    text = _LINE_ENDS.sub("\n", markdown.replace("\x02", "").replace("\x03", ""))
    root = parser.parser.parseDocument(prepared(_FENCE.sub(keep, text))).getroot()
    if root is None:
        return Element("div")
    for element in root.iter():
        if element.text and not _SPECIAL.search(element.text):
            element.text = AtomicString(element.text)  # spares it the patterns, which are slow
    for name in ("inline", "attr_list"):
        if name in parser.treeprocessors:
            parser.treeprocessors[name].run(root)
    return root


def unescaped(text: str) -> str:
    """``text`` of a tree with Python-Markdown's placeholders for backslash escapes resolved."""
    return _ESCAPED.sub(lambda match: chr(int(match[1])), text) if "\x02" in text else text


@functools.cache
def _parser(*, prose: bool) -> Markdown:
    """Python-Markdown, set up once for templates and once for sections."""
    from markdown import Markdown
    from markdown.extensions.attr_list import AttrListExtension
    from markdown.extensions.def_list import DefListExtension
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.extensions.tables import TableExtension

    extensions: list[Extension] = [TableExtension(use_align_attribute=True), SaneListExtension()]
    if not prose:
        extensions += [DefListExtension(), AttrListExtension()]
    parser = Markdown(extensions=extensions, tab_length=INDENT)
    parser.ESCAPED_CHARS = list("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
    for pattern in _SHOWN_AS_TYPED + _EMPHASIS:
        parser.inlinePatterns.deregister(pattern, strict=False)
    for block in ("code", "reference"):
        parser.parser.blockprocessors.deregister(block)
    _register_whole_rows(parser)
    _register_patterns(parser)
    return parser


def _register_whole_rows(parser: Markdown) -> None:
    """Tables whose rows keep the words that have no column in the head, in their last cell."""
    from markdown.extensions.tables import TableProcessor

    class WholeRows(TableProcessor):
        def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
            super()._build_row(row, parent, align)  # type: ignore[misc]
            if row.strip("| ").count("|") >= len(align):
                last = parent[-1][-1]
                more = (cell.strip(" ") for cell in self._split_row(row)[len(align) :])  # type: ignore[attr-defined]
                last.text = " ".join(filter(None, (last.text, *more)))

    parser.parser.blockprocessors.register(WholeRows(parser.parser, {"use_align_attribute": True}), "table", 75)


def _register_patterns(parser: Markdown) -> None:
    """The patterns of our own: citations, and addresses after links and before emphasis."""
    from markdown.inlinepatterns import LINK_RE, BacktickInlineProcessor, InlineProcessor, LinkInlineProcessor
    from markdown.util import AtomicString

    class Link(LinkInlineProcessor):
        _asked = ""
        _crowded = False

        def handleMatch(self, match: re.Match[str], data: str) -> tuple[Any, int | None, int | None]:  # type: ignore[override]  # noqa: N802
            if data is not self._asked:  # the same text is asked about at each of its brackets
                self._asked, self._crowded = data, data.count("[") > _MOST_BRACKETS
            if self._crowded:
                return None, None, None
            return super().handleMatch(match, data)

    class Citation(InlineProcessor):
        def handleMatch(self, match: re.Match[str], _: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
            element = Element("cite")
            element.set("ids", match[0])
            return element, match.start(), match.end()

    class Address(InlineProcessor):
        ANCESTOR_EXCLUDES = ("a",)

        def handleMatch(self, match: re.Match[str], _: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
            bracketed = match["mail"] or match["web"]
            shown = bracketed or _without_stop(match[0])
            element = Element("a")
            element.set("href", f"mailto:{shown}" if match["mail"] else shown)
            element.text = AtomicString(shown)
            return element, match.start(), match.end() if bracketed else match.start() + len(shown)

    patterns = parser.inlinePatterns
    patterns.register(BacktickInlineProcessor(_CODE), "backtick", 190)
    patterns.register(Link(LINK_RE, parser), "link", 160)
    patterns.register(Citation(r"\[@\w+(?:[;,][ ]*@\w+)*\]", parser), "citation", 175)
    patterns.register(Address(_ADDRESS, parser), "address", 110)


def _without_stop(address: str) -> str:
    """A bare address without the punctuation of the sentence around it."""
    while address[-1] in ".,:;!?'\"”’»…*_~" or (address[-1] == ")" and address.count(")") > address.count("(")):
        address = address[:-1]
    return address
