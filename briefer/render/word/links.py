"""Hyperlinks: the addresses that a part of the package points at, and their relationships."""

from __future__ import annotations

import re

from briefer.render.word.names import R
from briefer.text.escape import escape_xml, xml_safe

_WEB = re.compile(
    r"(?P<scheme>https?://)(?P<place>(?:[^@/?#\[\]]*@)?(?:\[[0-9a-f:.]+\]|[^\[\]:@/?#]+)(?::\d{1,5})?):?(?P<rest>(?:[/?#].*)?)",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(r"(?P<scheme>mailto:)(?P<place>)(?P<rest>[^/?#].*)", re.IGNORECASE | re.DOTALL)
# All that RFC 3986 does not allow, and a percent sign that starts no octet; brackets stand round an IPv6 host only.
_NOT_IN_A_HOST = re.compile(r"[^\w.~:\[\]@!$&'()*+,;=%-]|%(?![0-9A-F]{2})", re.ASCII | re.IGNORECASE)
_NOT_IN_A_PATH = re.compile(r"[^\w.~:/?@!$&'()*+,;=%-]|%(?![0-9A-F]{2})", re.ASCII | re.IGNORECASE)


def uri(address: str) -> str:
    """The address as a valid URI, or "" if it is no http, https or mailto address.

    What a URI must not hold is percent-encoded as UTF-8 (RFC 3987, 3.1). A colon before no port is left out: schemas
    of Word's files refuse it (RFC 3986, 6.2.3).
    """
    address = xml_safe(address.strip())
    match = _WEB.fullmatch(address) or _MAIL.fullmatch(address)
    if match is None:
        return ""
    path, number_sign, fragment = match["rest"].partition("#")
    place = _NOT_IN_A_HOST.sub(_octets, match["place"])
    path, fragment = (_NOT_IN_A_PATH.sub(_octets, part) for part in (path, fragment))
    return f"{match['scheme']}{place}{path}{number_sign}{fragment}"


def _octets(found: re.Match[str]) -> str:
    return "".join(f"%{octet:02X}" for octet in found[0].encode())


class Links:
    """The outward links of one part. Equal addresses share a relationship."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def hyperlink(self, target: str, runs: str) -> str:
        """``runs`` as a link to ``target``, which is a valid URI."""
        relationship = self._ids.setdefault(target, f"link{len(self._ids) + 1}")
        return f'<w:hyperlink r:id="{relationship}" w:history="1">{runs}</w:hyperlink>'

    def relationships(self) -> str:
        """The relationships of all links made so far, to stand in the part's own ``.rels``."""
        return "".join(
            f'<Relationship Id="{relationship}" Type="{R}/hyperlink" Target="{escape_xml(target)}"'
            ' TargetMode="External"/>'
            for target, relationship in self._ids.items()
        )
