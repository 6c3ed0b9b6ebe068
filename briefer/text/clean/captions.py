"""Captions of pictures, told by the name of who took them at the end."""

from __future__ import annotations

import re

_CREDIT = re.compile(
    r"[.!?”\"’)]\s+(?:Photograph|Photo|Image|Picture|Illustration|Foto|Bild|Credit|Crédit photo)"
    r"(?: credit)?(?: by|:|/) ?[A-ZÄÖÜÉ][^.!?]{1,70}\.?$"
    r"|[(\[](?:Photo|Photograph|Image|Picture|AP Photo|Credit|Foto)\b[^()\[\]]{2,80}[)\]]\.?$"
    r"|[ .](?:REUTERS|AP Photo|AFP|Getty Images|EPA|dpa)/[A-Z][^.!?]{1,60}$"
    r"|[(\[|–—-] ?[A-Z][^()\[\]|.!?]{2,50}(?:/| via | / )"
    r"(?:Getty Images|Getty|AFP|AP|Reuters|REUTERS|EPA|Shutterstock|dpa)[^.!?]{0,40}$"
)
_CREDIT_SIGNS = (
    "/AP",
    "/Reuters",
    "/dpa",
    "Getty",
    " via ",
    "hoto",
    "Foto",
    "mage",
    "icture",
    "llustration",
    "Bild",
    "redit",
    "crédit",
    "REUTERS/",
    "AFP/",
    "EPA/",
    "dpa/",
)


def credited(line: str) -> bool:
    """Whether a line of words about a picture ends with who took it: it is a caption."""
    return any(map(line.__contains__, _CREDIT_SIGNS)) and bool(_CREDIT.search(line))
