r"""Wordings of what a news page puts around an article: one pattern a line, matched against a whole line in any case.

Words in capitals stand for the patterns of ``_NAMES``. A new wording is added here and nowhere else,
with a pair under tests/data/clean/.
"""

from __future__ import annotations

import re
from functools import cache

_SITE = (
    "(?:Facebook|Twitter|X|WhatsApp|LinkedIn|E-?mail|Print|Copy link|Link copied|Share|Save|Tweet|Pin|Pinterest"
    "|Reddit|Telegram|Bluesky|Threads|Messenger|Flipboard|Instagram|YouTube|TikTok|Mastodon|RSS|SMS"
    "|Comments?|\\d+ comments?"
    "|Like|Follow|Teilen|Drucken|Merken|Partager|Imprimer|Envoyer)"
)

_LINKS = r"""
more on this(?: story| topic)?
more (?:top )?stories
more like this
more from (?:the )?[\w’'&.-]+(?: [\w’'&.-]+){0,5}(?<!\.)
you (?:may|might) (?:also )?(?:like|be interested in)
what to read next
read (?:next|more|also)
also read
see also
up next
keep reading
further reading
don[’']t miss
in case you missed it
around the web
from our partners
promoted stories
explore more
most (?:read|popular|viewed|watched|shared)(?: stories| today| now| in \w+)?
trending(?: now| stories| topics)?
popular (?:now|stories)
(?:top|latest) (?:stories|news|headlines)
editor[’']?s?[’']? picks?
related
recommended(?: for you| stories| reading| articles?)?
related(?: articles?| stories| topics?| content| coverage| news| links?| posts)
mehr zum thema
das könnte sie (?:auch )?interessieren
lesen sie auch
auch interessant
meist ?gelesen
sur le même (?:sujet|thème)
les plus lus
à lire aussi
lire aussi
"""

_FIXED = r"""
# the end
(?:the )?end of (?:the |this )?(?:article|story|text|document|page|transcript)
-30-
[-–—*(\[ ]*ends?[-–—*)\] ]*
# ?# ?#
_{3,}
ende des artikels
fin de l[’']article
# counts
COUNT(?:[ ,|·•]+COUNT)*
comments? ?\(\d+\)
reading time ?:? ?\d.{0,20}
page \d{1,3}(?: of \d{1,3})?
seite \d{1,3}(?: von \d{1,3})?
[-–—] ?\d{1,3} ?[-–—]
# advertisements
advertisements?(?: \d)?
advertising|advertorial|adverts?
sponsored(?: content| links?)?
promoted(?: content)?
paid (?:content|post|partnership)
(?:advertisement[ .:–—-]*)?(?:the |this )?(?:story|article|content) continues(?: below| after)?
(?:the |this )?(?:story|article|content) continues (?:below|after) (?:this |the )?ad(?:vertisement)?
(?:advertisement[ .:–—-]*)?scroll (?:down )?to continue(?: reading)?
(?:skip|report this|remove|hide|close) (?:this )?ad(?:s|vertisements?)?
continue reading(?: below| the main story| after the ad)?
read the full (?:story|article)
anzeige|werbung|publicité
(?:der )?(?:artikel|text) wird nach der anzeige fortgesetzt
nach der werbung weiterlesen
weiterlesen
lire la suite
# sharing
share(?: (?:this|the)(?: article| story| page| post)?)?
share (?:this )?(?:article )?(?:on|via|by) SITE
SITE(?:[ ,|·•/&-]+SITE)+
(?:copy|copied) (?:the )?link(?: to clipboard)?
link copied(?: to clipboard)?!?
(?:gift|save|print|e-?mail|bookmark|download) (?:this )?(?:article|story|page)
save for later|bookmark(?: this)?
text size ?:?[ a+-]{0,12}
give feedback|send feedback|report an error
(?:artikel|beitrag) teilen
partager(?: cet article)?
# newsletters
(?:please )?enter your e-?mail(?: address)?(?: here)?
(?:your )?e-?mail address ?\*?
(?:sign up|subscribe|register)(?: now| here| today| for free| to continue(?: reading)?)
(?:sign up|subscribe) (?:to|for) our (?:[\w-]+ ){0,3}newsletters?
newsletters?(?: sign-?up)?
jetzt abonnieren
newsletter (?:abonnieren|bestellen)
(?:s[’']inscrire|s[’']abonner) à la newsletter
(?:this article is )?(?:for|réservé aux|nur für) (?:subscribers|abonnés|abonnenten)(?: only)?
s[’']abonner
(?:view|read|open) (?:this|the) (?:e-?mail|message|newsletter) (?:in (?:your|a|the) (?:web )?browser|online)
(?:diese )?(?:e-?mail|newsletter) im browser (?:ansehen|öffnen|anzeigen)
(?:voir|lire|afficher) (?:cet e-?mail|ce message|la newsletter) dans (?:votre|le|un) navigateur
unsubscribe(?: here)?|vom newsletter abmelden|se désabonner|se désinscrire
SENT(?: ?[,|·•/–-] ?SENT)+
# pictures
getty images|shutterstock|istock|alamy(?: stock photo)?|unsplash
(?:image|photo|picture|media|video) (?:source|caption|credit),?
# the page itself
all rights reserved\.?
alle rechte vorbehalten\.?
tous droits réservés\.?
(?:back|return) to (?:the )?(?:top|home|homepage)
skip to (?:main )?(?:content|navigation|footer)
(?:load|show|view|see) (?:more|all)(?: comments| stories| articles)?
(?:view|leave|post|add|show|read) (?:an? |all |\d+ )?(?:comments?|reply)
join the (?:conversation|discussion)
comments? (?:are|is) (?:closed|disabled|off)\.?
(?:next|previous) (?:article|story|post|page)
nach oben|zur (?:startseite|übersicht)
zurück zur (?:startseite|übersicht)
(?:accept|reject|allow|manage)(?: all)? (?:cookies|preferences|choices)
(?:accept|reject|allow|decline) all
(?:cookie|privacy) (?:policy|settings|notice|preferences)
terms (?:of (?:use|service)|(?:and|&) conditions)
datenschutz|impressum
FOOT(?: ?[,|·•/–-] ?FOOT)+
breaking(?: news)?
(?:play|watch|pause|mute|unmute) (?:the )?video
now playing
zum (?:inhalt|hauptinhalt) springen|aller au contenu(?: principal)?
(?:mehr|auch) lesen
artikel anhören|écouter l[’']article
(?:listen to|play) (?:this )?(?:article|story)(?: ?[·•|(–-]? ?\d.{0,20})?
(?:\d{1,2}[–-])?\d{1,2}[ -](?:min(?:ute)?s?)[ -](?:read|listen)
lesezeit:? \d.{0,12}
temps de lecture ?:? ?\d.{0,12}
(?:home|startseite|accueil)(?: ?[>›»/|→] ?[\w &’'-]{2,80})+
(?:become|be) a (?:member|subscriber|supporter)
add .{2,40} as a preferred source on google
"""

_OPEN = r"""
# links
(?:read more|read also|also read|see also|read next|more on this) ?[:|»>→] ?\S.{1,180}
(?:lesen sie auch|mehr zum thema|à lire aussi|lire aussi) ?[:|»>→] ?\S.{1,180}
(?:related|recommended|explore|up next|must read)(?: \w+)? ?[:|»→] ?\S.{1,140}(?<![.,;])
(?:watch|watch live|video|podcast|listen|don[’']t miss|opinion|live) ?[:|»→] ?\S.{1,140}(?<![.,;])
read more (?:about|on|from|at|in)\b.{2,80}(?<![.,;])
# sharing
(?:like|enjoyed?|liked) (?:this|what you)\b.{0,50}\b(?:share|subscribe|follow|like us|sign up)\b.{0,80}
(?:follow|like|find|join) .{2,40} on (?:SITE|social media|google news)\b.{0,60}
(?:click|tap) (?:here )?to (?:share|print|e-?mail|subscribe|sign up)(?: (?:this|on|via|to|by|for|a|our)\b.{0,50})?
# newsletters
you(?:[’']re| are) (?:receiving|getting) this (?:e-?mail|message|newsletter) because\b.{0,180}
(?:you )?received this (?:e-?mail|message|newsletter) (?:because|in error)\b.{0,180}
(?:trouble|problems?|difficulty) (?:viewing|reading|seeing) this (?:e-?mail|message|newsletter)\?.{0,100}
by (?:signing up|subscribing|submitting your|entering your|clicking)\b.{0,220}
your e-?mail address will not be published\b.{0,80}
required fields are marked.{0,20}
you can unsubscribe\b.{0,220}
unsubscribe at any\b.{0,220}
this site is protected by recaptcha\b.{0,200}
we(?:[’']ll| will) never share your e-?mail\b.{0,200}
thank(?:s| you) for (?:signing up|subscribing)\b.{0,200}
(?:sign up|subscribe|register|join|get|receive|start your day|stay|want|never miss)\b.{0,180}\bPOST\b.{0,120}
(?:like what you|enjoying|our \w+ newsletter)\b.{0,180}\bPOST\b.{0,120}
(?:abonnieren sie|melden sie sich|jetzt)\b.{0,120}\b(?:newsletters?|postfach)\b.{0,80}
(?:recevez|inscrivez-vous|abonnez-vous)\b.{0,120}\b(?:newsletters?|boîte mail|infolettre)\b.{0,80}
(?:.{2,60}, )?(?:delivered|straight|sent) (?:directly |straight )?to your inbox\b.{0,60}
# pictures
PICTURE ?[:/©] ?\S.{1,200}
credits? ?(?::|\.\.\.|…) ?[^.!?]{2,80}
PICTURE ?(?:credit|by|courtesy(?: of)?) ?[:/©] ?\S.{1,200}
(?:image|media|video|photo|picture) (?:source|caption|credit)[,:] ?\S.{1,200}
(?:caption|archive photo|bildunterschrift|symbolbild) ?: ?\S.{1,220}
AGENCY ?/ ?[^.]{2,60}
[^.,]{2,50}/AGENCY(?: (?:via|photo|images).{0,30})?
[(\[](?:photo|photograph|image|picture|foto|bild|file|ap photo|credit)\b[^()\[\]]{2,160}[)\]]
# the page itself
(?:©|\(c\) ?|copyright(?: ©)?) ?,? ?(?:\d{4}|by )\b.{0,160}
(?:we|this (?:site|website)|by using)\b(?=.{0,90}\b(?:cookies?|your privacy)\b)(?=.*\bCONSENT\b).{0,240}
(?:wir verwenden|nous utilisons)\b.{0,80}\bcookies?\b.{0,160}
to continue reading,? (?:please )?(?:subscribe|sign|log|register|create|become|you)\b.{0,80}
(?:subscribe|register|sign (?:in|up)|log in) (?:now |today )?to (?:continue reading|read (?:this|the|more))\b.{0,60}
(?:unlock|get) (?:unlimited|full) access\b.{0,80}
il vous reste .{1,6} ?% de cet article à lire\b.{0,80}
already (?:a (?:subscriber|member)|registered|have an account)(?: ?\?.{0,50}|.{0,3}(?:log|sign) in\b.{0,30})?
(?:log|sign) in (?:or|to) .{1,60}(?<![.,;])
this (?:article|story) is (?:only available to|exclusive to|reserved for|for) (?:our )?(?:subscribers|members)\b.{0,9}
(?:tags|topics|filed under|schlagwörter|mots-clés) ?: ?\S.{1,160}(?<![.;])
our standards ?: ?.{1,100}
(?:spotted|report|seen) an? (?:typo|error|mistake)\b.{0,60}
(?:have|got) a (?:tip|story|news tip|question)\?.{0,120}
(?:download|get) (?:the|our) (?:\w+ ){0,3}app\b.{0,40}(?<![,;])
(?:support|donate to) (?:our|independent) (?:journalism|newsroom)\b.{0,80}
"""

_BESIDE = r"""
FOOT
\d{1,2} min(?:ute)?s?
SITE
menu|search|home|news|sections|close|open|more
log ?in|sign ?in|sign ?up|register|account|subscribe
next|previous|play|pause|video|audio|gallery|live|topics
go|ok|submit|ads?
loading(?:\.\.\.|…)?
\d{1,2} (?:hours?|minutes?|mins?) ago
"""

_MENU = r"""
home|menu|search|sections|news|latest|world|business|economy|money|markets|finance|politics|opinion|sports?|culture|arts
life|lifestyle|style|travel|tech|technology|science|health|climate|environment|education|weather|video|videos|podcasts?
live|newsletters?|more|subscribe|log ?in|sign ?in|shop|jobs|local|national|international|europe|asia|africa
startseite|politik|wirtschaft|kultur|wissen|panorama|meinung|accueil|politique|économie|monde|société
"""

_NAMES = {
    "COUNT": (
        "(?:\\d[\\d.,]* ?[km]? (?:shares?|views?|likes?|comments?|retweets|reposts|reactions?|followers|reads))"
    ),
    "CONSENT": (
        "(?:sites?|website|experience|browser|consent|accept|agree|policy|partners|traffic|personali[sz]e|devices?)"
    ),
    "FOOT": (
        "(?:terms(?: of (?:use|service)| (?:and|&) conditions)?|privacy(?: policy| notice)?|cookies?(?: policy)?"
        "|contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers|help(?: cent(?:er|re))?|site ?map"
        "|accessibility(?: statement)?|imprint|impressum|datenschutz|agb|kontakt|mentions légales|faqs?)"
    ),
    "SENT": (
        "(?:unsubscribe|(?:manage|update|change) (?:your )?(?:e-?mail )?(?:preferences|settings|subscriptions?)"
        "|view (?:in browser|online)|forward(?: to a friend)?|privacy(?: policy)?|contact(?: us)?|help)"
    ),
    "SITE": _SITE,
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
_NAME = re.compile("|".join(_NAMES))

TRIM = " \t.:!>»→…[]()*|–—-"
"""What may stand around a fixed wording."""


_NOT_SMALL = re.compile(r"\\.|[A-ZÀ-Þ]")


def _one_of(*lists: str) -> re.Pattern[str]:
    patterns = (line for listed in lists for line in listed.split("\n") if line and not line.startswith("# "))
    return re.compile(_small("|".join(f"(?:{_NAME.sub(lambda m: _NAMES[m[0]], line)})" for line in patterns)))


def _small(pattern: str) -> str:
    """A pattern for lines in small letters, which takes a fraction of the time of one for any case."""
    return _NOT_SMALL.sub(lambda match: match[0] if match[0][0] == "\\" else match[0].lower(), pattern)


# Made when first used: they take longer than the rest of the package to import.
@cache
def fixed() -> re.Pattern[str]:
    """Lines (in small letters, as for all of these) that are furniture wherever they stand."""
    return _one_of(_LINKS, _FIXED)


@cache
def open_worded() -> re.Pattern[str]:
    """Lines with free words that are furniture where they stand apart from running text."""
    return _one_of(_OPEN)


@cache
def beside() -> re.Pattern[str]:
    """Lines that are furniture only next to other furniture."""
    return _one_of(_BESIDE)


@cache
def links() -> re.Pattern[str]:
    """Wordings under which a list of links to other articles may stand."""
    return _one_of(_LINKS)


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


@cache
def menu() -> re.Pattern[str]:
    """Sections of a paper: several in a row are its menu."""
    return _one_of(_MENU)


def credited(line: str) -> bool:
    """Whether a line of words about a picture ends with who took it: it is a caption."""
    return any(map(line.__contains__, _CREDIT_SIGNS)) and bool(_CREDIT.search(line))


REPORTS = re.compile(
    r"\b(?:said|says|say|told|tells|adds?|added|warned|warns|urged|wrote|announced|according to|argued|claimed"
    r"|reported|spokes\w+|sagte|teilte|déclaré|a dit|selon)\b",
    re.IGNORECASE,
)
"""A sentence that reports what somebody said belongs to the article."""
