"""What recurs in the wordings of a news page: sites, dates, counts, agencies, each under a name in capitals."""

from __future__ import annotations

import re

_SITE = (
    "(?:Facebook|Twitter|X|WhatsApp|LinkedIn|E-?mail|Print|Copy link|Link copied|Share|Save|Tweet|Pin|Pinterest"
    "|Reddit|Telegram|Bluesky|Threads|Messenger|Flipboard|Instagram|YouTube|TikTok|Mastodon|RSS|SMS"
    "|Comments?|\\d+ comments?"
    "|Like|Follow|Teilen|Drucken|Merken|Partager|Imprimer|Envoyer)"
)

_NAMES = {
    "COUNT": (
        "(?:\\d[\\d.,]* ?[km]? (?:shares?|views?|likes?|comments?|retweets|reposts|reactions?|followers|reads))"
    ),
    "CONSENT": (
        "(?:sites?|website|experience|browser|consent|accept|agree|policy|partners|traffic|personali[sz]e|devices?)"
    ),
    "OWN": (
        "(?:(?:his|her|their|my|the (?:author|writer|columnist)s?[’']s?) own"
        "|(?:solely )?those of the (?:author|writer|columnist)s?)"
    ),
    "FOOT": (
        "(?:terms(?: of (?:use|service)| (?:and|&) conditions)?|privacy(?: policy| notice)?"
        "|cookies?(?: policy| settings| preferences)?"
        "|contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers|help(?: cent(?:er|re))?|site ?map"
        "|accessibility(?: statement)?|copyright|imprint|impressum|datenschutz|agb|kontakt|mentions légales|faqs?)"
    ),
    "SENT": (
        "(?:unsubscribe|(?:manage|update|change) (?:your )?(?:e-?mail )?(?:preferences|settings|subscriptions?)"
        "|view (?:in browser|online)|forward(?: to a friend)?|privacy(?: policy)?|contact(?: us)?|help)"
    ),
    "ACT": (
        "(?:share(?: this)?(?: post| story| article)?|(?:leave|post|write) a comment|comments?|like|restack|subscribe"
        "|read (?:in|on) (?:the )?app|get the app|(?:view|read) online|sign ?up|log ?in)"
    ),
    "AGAIN": "(?:(?:originally|first) (?:published|appeared|posted|ran)|republished|re-posted|adapted from)",
    "FRIEND": "(?:(?:a|your) (?:friend|colleague)s?|friends|someone who)",
    "VERB": ".*\\b(?:was|were|has|had|have|will|would|can|could|said|led|showed)\\b",
    "WRITES": (
        "(?:covers|reports on|writes about|is (?:an?|the|our) (?:[\\w’'-]+ ){0,4}"
        "(?:reporter|correspondent|editor|columnist|journalist))"
    ),
    "REACH": (
        "(?:reach|contact|follow|e-?mail|write to) (?:her|him|them|us|the (?:author|reporter|writer|editor)"
        "|[^\\W\\d]+ [^\\W\\d]+)"
    ),
    "NUMBER": "(?:\\w@\\w|@\\w{3}|\\d{3,4}[ /-]?\\d{3,4})",
    "OWN_COPY": "(?:sign up|subscribe|get your own)",
    "ISSUE": "(?:letter|newsletter|issue|e-?mail|post|edition|episode)",
    "ASK": "(?:forward|share|pass|tell|subscribe|consider|send|sign up)",
    "MAIL": "(?:e-?mail|newsletter)",
    "MEMBERS": "(?:subscribers|members)",
    "LICENCE": "(?:reproduced|republished|creative commons|licen[cs]e)",
    "ASKED": "(?:enquiries|inquiries|information|details)",
    "CALL": "(?:contact|e-?mail|call)",
    "TIPS": "(?:tips|letters|questions|news|story|stories)",
    "SITE": _SITE,
    "CAST": (
        "(?:(?:apple|google) podcasts|spotify|rss|overcast|pocket casts|stitcher|youtube|amazon music|deezer|castbox)"
    ),
    "WHEREVER": "(?:wherever you (?:get|find) your podcasts)",
    "CHOICE": (
        "(?:(?:accept|reject|allow|decline|view|manage|change) (?:all |additional |optional |analytics )?cookies?"
        "(?: settings| preferences)?)"
    ),
    "PROBLEM": "(?:report a (?:problem|mistake) (?:with|on) this page)",
    "LANG": "(?:en|fr|de|es|it|pt|nl|pl|sv|da|fi|cs|hu|ro|bg|el|hr|sl|sk|et|lv|lt|mt|ga|ru|uk|ar|zh|ja|tr)",
    "CHARTED": "(?:chart|map|graphic|table|source)",
    "MADE": "(?:get the data|download (?:image|the data)|embed|created with datawrapper|made with flourish)",
    "OUTSIDE": (
        "(?:caution|warning|external(?: e-?mail| sender)?) ?[:!.–—-]* ?(?:this|the) (?:e-?mail|message)(?: has)?"
        " (?:originated|was sent|came|comes|is) from (?:outside|an external)"
    ),
    "POST": (
        "(?:newsletters?|your inbox|mailing list|(?:whatsapp|telegram) channel|news alerts|push notifications"
        "|our app)"
    ),
    "PICTURE": (
        "(?:photos?|photograph|images?|pictures?|illustration|graphic|file photo|fotos?|bild|crédit(?: photo)?"
        "|légende|source image)"
    ),
    "AGENCY": "(?:reuters|ap|afp|epa|pa|dpa|getty images|shutterstock|imago)",
}
_NAME = re.compile("|".join(sorted(_NAMES, key=len, reverse=True)))


def spelt_out(wording: str) -> str:
    """A wording with the patterns that its names stand for."""
    return _NAME.sub(lambda name: _NAMES[name[0]], wording)
