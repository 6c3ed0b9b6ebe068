"""The article in the text of a mail: without forwarded heads, the signature, the frame of a newsletter."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefer.sources.details import iso_date
from briefer.text.clean.lines import ends_sentence

_NAMES = {
    "from": "from von de da van från fra",
    "date": "date sent datum gesendet envoyé envoye fecha enviado data inviato verzonden skickat",
    "subject": "subject betreff objet asunto oggetto onderwerp ämne",
    "to": "to an à para a aan till cc kopie bcc reply-to antwort organisation",
}
_FIELD = {word: name for name, words in _NAMES.items() for word in words.split()}
_HEAD = re.compile(r"[>\s]*\**([^\W\d_][\w-]{0,11})\s?:\**\s*(.*)", re.DOTALL)
_FORWARDED = re.compile(
    r"[>\s]*(?:-{2,}|_{5,}|Begin forwarded message|Anfang der weitergeleiteten (?:Nachricht|E-?Mail)"
    r"|Début du message)[^\n]{0,60}",
    re.IGNORECASE,
)
_FEWEST_FIELDS = 3
_MOST_HEADS = 40
_SIGNATURE = re.compile(r"--[ \xa0]?")
_REMARK = 60
"""Words that somebody writes above a forwarded article at most; more is a text of its own."""
_FRAME = re.compile(
    r"(?:view (?:this|it|the)?.{0,30}(?:in|on) (?:(?:your|a|the) )?(?:web )?browser|unsubscribe"
    r"|(?:manage|update) (?:your )?(?:email )?preferences|forward (?:this )?(?:email )?to a friend"
    r"|to unsubscribe|if you (?:no longer|do not|don[’']t) (?:wish|want) to receive"
    r"|you(?:’|'| a)re receiving this|you received this|sent to:? \S+@\S+|im browser (?:an(?:sehen|zeigen)|öffnen)"
    r"|newsletter abbestellen|abmelden|privacy policy|sent from my \w+|von meinem \w+ gesendet"
    r"|get outlook for \w+)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_UNSUBSCRIBE = re.compile(r"\bunsubscribe\b|newsletter abbestellen|se désabonner", re.IGNORECASE)
_FRAME_LONGEST = 220
_SENTENCE_WORDS = 12
_TO_YOU = re.compile(r"you|if you|to unsubscribe|sent", re.IGNORECASE)
_OF_MAIL = re.compile(
    r"\b(?:e-?mails?|mailing|newsletters?|messages?|lists?|click|link|here|inbox|receive|subscri\w+|abonn\w+)\b"
    r"|@|https?:",
    re.IGNORECASE,
)
"""What says of a sentence that it is about the mail itself."""
_IN_CONFIDENCE = re.compile(
    r"(?:disclaimer|confidentiality notice|the (?:information|contents?) (?:contained )?(?:in|of) this"
    r" (?:e-?mail|message)"
    r"|this (?:e-?mail|message|communication)\b|diese (?:e-?mail|nachricht)\b|ce (?:message|courriel)\b)"
    r"(?=.*(?:confidential|privileged|vertraulich|confidentiel))"
    r"(?=.*(?:recipient|addressee|intended|empfänger|adressat|destinataire)).*",
    re.IGNORECASE | re.DOTALL,
)
_NOTICE_LONGEST = 1_500
_PREFIX = re.compile(r"\s*(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|doorst|i)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_SURNAME_FIRST = re.compile(r"([^\W\d_][\w’'-]+), ([^\W\d_][\w’'.-]*(?: [^\W\d_]\.?)?)")
_ADDRESS = re.compile(r"\s*(?:<[^<>]*>|\[mailto:[^\]]*\]|\([^()@]*@[^()]*\))\s*")


class Forwarded(NamedTuple):
    """An article's text, and what the head of a forwarded message says of it."""

    paragraphs: list[str]
    author: str = ""
    date: str = ""
    subject: str = ""
    remark: str = ""


def without_prefix(subject: str) -> str:
    """A subject without the marks of answers and forwarded mail."""
    return (
        _PREFIX.sub("", " ".join(subject.split()), count=1) if _PREFIX.match(subject) else " ".join(subject.split())
    )


def name_of(sender: str) -> str:
    """The name in a line that names a sender; "" if it is an address only."""
    name = _ADDRESS.sub(" ", sender).strip(" *\"'“”")
    turned = _SURNAME_FIRST.fullmatch(name)
    return "" if "@" in name else " ".join((f"{turned[2]} {turned[1]}" if turned else name).split())


def article_of(paragraphs: list[str]) -> Forwarded:
    """The article in the paragraphs of a mail: below the last head of a forwarded message, if there is one.

    What was remarked above it is left out if it is short; a longer text stays, and the head goes alone.
    """
    found = Forwarded(_unsigned(paragraphs))
    for _ in range(_MOST_HEADS):
        head = _head(found.paragraphs)
        if head is None:
            return found
        first, last, fields = head
        above = found.paragraphs[:first]
        remark = " ".join(above)
        short = len(remark.split()) <= _REMARK
        found = Forwarded(
            ([] if short else above) + _unsigned(found.paragraphs[last:]),
            name_of(fields.get("from", "")) or found.author,
            iso_date(fields.get("date", "")) or found.date,
            without_prefix(fields.get("subject", "")) or found.subject,
            "\n\n".join(filter(None, (found.remark, remark if short else ""))),
        )
        if not short:
            return found
    return found


def without_frame(paragraphs: list[str]) -> list[str]:
    """The paragraphs without what surrounds the text: how to see a newsletter elsewhere, or end it; notices."""
    return [each for each in paragraphs if not _frames(each)]


def _frames(paragraph: str) -> bool:
    if len(paragraph) <= _FRAME_LONGEST and _FRAME.fullmatch(paragraph.strip("|-=_* \n")):
        return not _tells(paragraph)
    return len(paragraph) <= _NOTICE_LONGEST and bool(_IN_CONFIDENCE.match(paragraph.strip("* \n")))


def _tells(paragraph: str) -> bool:
    """Whether a paragraph is a long sentence that does not speak of mail: one of the article."""
    long = len(paragraph.split()) >= _SENTENCE_WORDS and ends_sentence(paragraph)
    return long and not _TO_YOU.match(paragraph) and not _OF_MAIL.search(paragraph)


def ends_subscription(paragraphs: list[str]) -> bool:
    """Whether one of these says how to get no more of such mail: it is a newsletter."""
    return any(len(each) <= _FRAME_LONGEST and _UNSUBSCRIBE.search(each) for each in paragraphs)


def _head(paragraphs: list[str]) -> tuple[int, int, dict[str, str]] | None:
    """Where the first head of a forwarded message begins and ends, and its fields."""
    for first, paragraph in enumerate(paragraphs):
        begins = first
        if _FORWARDED.fullmatch(paragraph.split("\n")[0].strip()):
            rest = paragraph.split("\n", 1)[1:]
            lines = rest[0].split("\n") if rest else []
            first_after = first + 1
        elif _field(paragraph.split("\n")[0]):
            lines, first_after = paragraph.split("\n"), first + 1
        else:
            continue
        fields, left = _fields(lines)
        while not left and first_after < len(paragraphs):
            more, rest_lines = _fields(paragraphs[first_after].split("\n"))
            if not more:
                break
            fields, left, first_after = {**more, **fields}, rest_lines, first_after + 1
        if len(fields) >= _FEWEST_FIELDS and "from" in fields:
            if left:
                paragraphs[first_after - 1] = "\n".join(left)
                first_after -= 1
            return begins, first_after, fields
    return None


def _fields(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """The fields at the beginning of these lines, and the lines that follow them."""
    fields: dict[str, str] = {}
    last = ""
    for number, line in enumerate(lines):
        field = _field(line)
        if field is not None:
            last = field[0]
            fields.setdefault(*field)
        elif last == "to" and ("@" in line or line.startswith((" ", "\t"))):
            continue
        else:
            return fields, lines[number:]
    return fields, []


def _field(line: str) -> tuple[str, str] | None:
    match = _HEAD.fullmatch(line.strip())
    name = _FIELD.get(match[1].casefold()) if match else None
    return (name, match[2].strip(" *")) if match and name else None


def _unsigned(paragraphs: list[str]) -> list[str]:
    """The paragraphs up to a signature; a forwarded message after it stays."""
    for number, paragraph in enumerate(paragraphs):
        lines = paragraph.split("\n")
        at = next((at for at, line in enumerate(lines) if _SIGNATURE.fullmatch(line)), None)
        if at is None:
            continue
        after = next((n for n in range(number, len(paragraphs)) if _head(paragraphs[n : n + 3]) is not None), None)
        kept = ["\n".join(lines[:at])] if at else []
        return [*paragraphs[:number], *kept, *(paragraphs[after:] if after is not None else [])]
    return paragraphs
