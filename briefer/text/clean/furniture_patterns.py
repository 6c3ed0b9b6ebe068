r"""Wordings of what a news page puts around an article: one pattern a line, matched against a whole line in any case.

Words in capitals stand for the patterns of ``furniture_names``. A new wording is added here and nowhere else,
with a pair under tests/data/clean/.
"""

from __future__ import annotations

import re
from functools import cache

from briefer.text.clean.furniture_names import spelt_out

_LINKS = r"""
more on this(?: story| topic)?
more (?:top )?stories
more (?:stories |articles )?like this
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
explore more(?: on these topics)?
most (?:read|popular|viewed|watched|shared)(?: stories| today| now| in \w+)?
trending(?: now| stories| topics)?
popular (?:now|stories)
(?:top|latest) (?:stories|news|headlines)
editor[’']?s?[’']? picks?
related
recommended(?: for you| stories| reading| articles?)?
related(?: articles?| stories| topics?| content| coverage| news| links?| posts| reading| documents?)
mehr zum thema
das könnte sie (?:auch )?interessieren
lesen sie auch
auch interessant
meist ?gelesen
sur le même (?:sujet|thème)
les plus lus
(?:à )?(?:lire|voir|découvrir) (?:aussi|également)
(?:people|others|readers) (?:are )?(?:also )?(?:reading|read|viewed|liked?|enjoyed)
what (?:others|people|readers) are reading
(?:stories )?you (?:may|might) have missed
more (?:coverage|headlines|articles)(?: (?:on|like) this)?
from (?:the|our) archives?
weitere (?:artikel|meldungen|nachrichten|beiträge)(?: zum thema)?
auch lesenswert|lesetipps?
articles? (?:liés?|similaires?|connexes)
dans la même rubrique
(?:nos |les |d[’']autres )?articles sur le (?:même )?(?:sujet|thème)
zum thema|mehr dazu
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
(?:comments?|kommentare?|commentaires?|comentarios?) ?\(\d+\)
reading time ?:? ?\d.{0,20}
page \d{1,3}
(?:[^.!?]{2,60} )?page \d{1,3} of \d{1,3}
seite \d{1,3}(?: von \d{1,3})?
[-–—] ?\d{1,3} ?[-–—]
# advertisements
advertisements?(?: \d)?
advertising|advertorial|adverts?
sponsored(?: content| links?| opportunity| message| stories| post)?
contenu (?:sponsorisé|partenaire)
as an amazon associate,? (?:i|we) (?:may )?earn (?:a (?:small )?commission )?(?:from|on) qualifying purchases\.?
(?:this|the) (?:post|article|page|recipe) (?:may )?contains? affiliate links\.?
[(\[](?:ad|advertising|commercial) break[)\]]
a (?:message|word) from our sponsors?
annonce|advertise?ment ?[-–—·|] ?(?:continue reading|scroll|story continues)\b.{0,30}
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
share (?:on|via|by) SITE(?:[ ,|·•/&-]+(?:share )?(?:on|via|by) SITE)+
SITE(?:[ ,|·•/&-]+SITE)+
(?:copy|copied) (?:the )?link(?: to (?:clipboard|(?:this )?(?:post|update|entry)))?
share (?:this|the) (?:article|page|story|post) ?: ?SITE(?:[ ,|·•/&-]+SITE)*
link copied(?: to clipboard)?!?
(?:gift|save|print|e-?mail|bookmark|download) (?:this )?(?:article|story|page)
save for later|bookmark(?: this)?
text size ?:?[ a+-]{0,12}
give feedback|send feedback|report an error
ajouter à (?:vos|mes) (?:sélections|favoris)|réagi(?:r|ssez) à cet article
recevez chaque (?:matin|soir|jour|semaine) (?:l[’']essentiel|les titres) de l[’']actualité\.?
CAST(?:[ ,|·•/]+CAST)+
podcast(?: transcript)? ?[·|•] ?.{2,60} ?[·|•] ?episode \d{1,4}
(?:subscribe|listen|follow us|find us)(?: to (?:this|the|our) (?:show|podcast))? WHEREVER\.?
(?:jump|skip) to (?:the )?recipe(?: card)?|(?:print|save|pin|rate) (?:this |the )?recipe
(?:submit|send)(?: us)? (?:your|a) letter(?: to the editor)? (?:via|using|through|with|on) (?:this|our) form\.?
read (?:more|all|other) letters(?: to the editor)?\.?
reuse this content|read in (?:the )?app
ACT(?: ?[|·•/] ?ACT)+
forward (?:this |it )?(?:(?:e-?mail|newsletter) )?to a (?:friend|colleague)
view (?:online|(?:in|on) (?:(?:your|a|the) )?(?:web )?browser)
(?:artikel|beitrag) teilen
partager(?: (?:cet |l[’'])article)?(?: (?:sur|par) SITE)?
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
(?:file|archive|stock) (?:photo|picture|image)|photo d[’'](?:illustration|archives?)|symbol(?:bild|foto)|archivbild
(?:click|tap) to (?:enlarge|expand|zoom)|enlarge this image|(?:toggle|hide|show) caption
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
(?:listen to|play) (?:this )?(?:article|story|page)(?: ?[·•|(–-]? ?\d.{0,20})?
(?:\d{1,2}[–-])?\d{1,2}[ -](?:min(?:ute)?s?)[ -](?:read|listen)
lese(?:zeit|dauer):? \d.{0,12}
temps de lecture ?:? ?\d.{0,12}
(?:home|startseite|accueil)(?: ?[>›»/|→] ?[\w &’'-]{2,80})+
(?:become|be) a (?:paid |paying |free )?(?:member|subscriber|supporter)
listen ?[·•|(–-]? ?\d{1,2}[ -]min(?:ute)?s?\)?
add .{2,40} as a preferred source on google
(?:last )?updated(?: at)? ?:? ?\d{1,2}[.:h]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[a-z]{2,4})?
support (?:our|independent|local) (?:work|journalism|newsroom|journalists)
powered by [\w.]+(?: [\w.]+)?
(?:was|is) this (?:page|article|story) (?:useful|helpful)\?(?:[ /|]*yes[ /|]*no)?(?:[ /|]*PROBLEM)?
PROBLEM|help us improve (?:this|our) (?:site|page|website|service)
cookies on (?:this|our) (?:site|website|service|page)
we use (?:some )?(?:essential|necessary) cookies to make this (?:site|website|service) work\.?
CHOICE(?:[ ,|·•/]+CHOICE)*
you are here ?:? ?(?:home|homepage)(?: ?[>›»/|→] ?[\w &’'-]{2,80})*
LANG(?: ?[|·•/] ?LANG){2,}
download (?:as|this page as|this article as) (?:an? )?pdf
last review(?:ed)? ?: ?\d{1,2} [^\W\d]{3,12} \d{4}
(?:last )?updated \d{1,2} (?:minutes?|mins?|hours?) ago
(?:previous|next) ?[|·•/] ?(?:previous|next)
(?:CHARTED ?: ?[^.:]{2,80}[.·|•] ?)?MADE(?:[ .·|•]+MADE)*\.?
breaking news alerts|sign up for (?:[\w-]+ )?(?:alerts|updates)|write to the editor
(?:story|article|news) sources?
journal references?
cite this (?:page|article|story)
tout accepter|continuer sans accepter|alle akzeptieren
"""

_OPEN = r"""
# links
(?:read more|read also|also read|see also|read next|more on this) ?[:|»>→] ?\S.{1,180}
(?:lesen sie (?:dazu )?auch|mehr (?:zum thema|dazu)|auch interessant) ?[:|»>→] ?\S.{1,180}
(?:à )?(?:lire|voir) (?:aussi|également) ?[:|»>→] ?\S.{1,180}
(?:related|recommended|explore|up next|must read)(?: \w+)? ?[:|»→] ?\S.{1,140}(?<![.,;])
(?:watch|watch live|video|podcast|listen|don[’']t miss|opinion|live) ?[:|»→] ?\S.{1,140}(?<![.,;])
read more (?:about|on|from|at|in)\b.{2,80}(?<![.,;])
# sharing
(?:like|enjoyed?|liked) (?:this|what you)\b.{0,50}\b(?:share|subscribe|follow|like us|sign up)\b.{0,80}
(?:follow|like|find|join) .{2,40} on (?:SITE|social media|google news)\b.{0,60}
(?:click|tap) (?:here )?to (?:share|print|e-?mail|subscribe|sign up)(?: (?:this|on|via|to|by|for|a|our)\b.{0,50})?
(?:suivez|rejoignez|retrouvez)[ -]nous sur\b.{0,100}
devenez fan\b.{0,80}
folgen sie uns (?:auf|bei)\b.{0,100}
if you(?:[’']ve| have)? (?:enjoyed?|liked?) this ISSUE,? (?:please )?ASK\b.{0,80}
did you (?:make|try) this recipe\? (?:please )?(?:tag|leave|let|rate|share|tell)\b.{0,100}
# newsletters
(?:(?:was|has) this|did (?:someone|a friend))\b.{0,20}\bforward(?:ed)?\b.{0,40}\? ?(?:OWN_COPY\b.{0,40})?
advertise (?:with us|in (?:this|our) (?:newsletter|e-?mail|magazine|paper))\b.{0,80}
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
(?:file|archive|stock|handout) (?:photo|picture|image)(?: of\b| from\b| by\b| taken\b|,|:)(?!VERB).{2,160}
AGENCY ?/ ?[^.]{2,60}
[^.,]{2,50}/AGENCY(?: (?:via|photo|images).{0,30})?
[(\[](?:photo|photograph|image|picture|foto|bild|file|ap photo|credit)\b[^()\[\]]{2,160}[)\]]
# the page itself
(?:©|\(c\) ?|copyright(?: ©)?) ?,? ?(?:\d{4}|by )\b.{0,160}
(?:we|this (?:site|website)|by using)\b(?=.{0,90}\b(?:cookies?|your privacy)\b)(?=.*\bCONSENT\b).{0,240}
(?:wir verwenden|nous utilisons)\b.{0,80}\bcookies?\b.{0,160}
all content is available under (?:the|an?) \S.{2,80}\blicen[cs]e\b.{0,80}
this live (?:page|blog|feed) (?:is|has) (?:now )?(?:been )?(?:closed|ended)\b.{0,120}
a (?:message|word) from our sponsors? ?: ?\S.{2,160}
OUTSIDE\b(?=.*\b(?:click|attachments?|links?)\b).{0,220}
to continue reading,? (?:please )?(?:subscribe|sign|log|register|create|become|you)\b.{0,80}
(?:subscribe|register|sign (?:in|up)|log in) (?:now |today )?to (?:continue reading|read (?:this|the|more))\b.{0,60}
subscribe (?:(?:now|today) )?(?:for|from) (?:only |just )?(?:[$£€]|unlimited|full|free).{0,60}
s[’']abonner (?:à partir de|dès|pour) .{0,40}
to read the (?:full|rest|whole)\b.{0,20},? (?:please )?(?:subscribe|sign|log|register)\b.{0,60}
(?:dieser )?(?:artikel|beitrag|inhalt) ist (?:nur|exklusiv) für abonnent.{0,40}
jetzt (?:anmelden|registrieren|testen|abonnieren) und .{0,60}
(?:unlock|get) (?:unlimited|full) access\b.{0,80}
il vous reste .{1,6} ?% de cet article à lire\b.{0,80}
already (?:a (?:subscriber|member)|registered|have an account)(?: ?\?.{0,50}|.{0,3}(?:log|sign) in\b.{0,30})?
(?:log|sign) in (?:or|to) .{1,60}(?<![.,;])
this (?:article|story|content) is (?:(?:exclusive|only available) to|(?:reserved )?for) (?:our )?MEMBERS\b.{0,9}
(?:tags|topics|filed under|schlagwörter|mots-clés) ?: ?\S.{1,160}(?<![.;])
our standards ?: ?.{1,100}
a version of this (?:article|story|piece) (?:appears|appeared) in print\b.{0,140}
(?:the )?(?:views|opinions) expressed(?: (?:here|herein|in this (?:article|column|piece|commentary)))? are OWN.{0,40}
(?:spotted|report|seen) an? (?:typo|error|mistake)\b.{0,60}
(?:have|got) a (?:tip|story|news tip|question)\?.{0,120}
(?:download|get) (?:the|our) (?:\w+ ){0,3}app\b.{0,40}(?<![,;])
(?:support|donate to) (?:our|independent|local|quality|nonprofit) (?:journalism|newsroom|reporting|news)\b.{0,120}
create (?:a|your) free account\b.{0,80}
you(?:[’']ve| have) (?:\d+|one|two|three|no) (?:free )?(?:articles?|stories) (?:left|remaining)\b.{0,80}
you(?:[’']ve| have) (?:reached|used|read) (?:your|the|all)\b.{0,30}\b(?:article limit|free articles?)\b.{0,100}
(?:connectez|identifiez|inscrivez)-vous pour (?:réagir|lire|commenter|continuer|accéder)\b.{0,80}
(?:cet article|ce contenu|la suite de cet article) est réservée? aux abonnés\b.{0,80}
(?:vous êtes )?déjà abonnée?(?:\(e\))? ?\?.{0,60}
(?:bereits|schon) (?:abonnent(?:in)?|registriert|kunde) ?\?.{0,60}
(?:sponsored|paid for|presented|brought to you) by [^.,!?]{2,50}
materials? provided by .{3,160}\bnote: content may be edited\b.{0,60}
this (?:article|story|piece|post|column|essay) (?:(?:is|was|has been) )?AGAIN\b.{0,140}
this (?:text|article|story|work|content) (?:comes from|is)\b.{0,80}\bLICENCE\b.{0,80}
# who wrote it, and who answers questions
REACH (?:at|on|via|by)\b(?=.*NUMBER).{3,100}
(?:(?:press|media|news) )?(?:contacts?|enquiries|inquiries) ?: ?(?=.*NUMBER)\S.{3,200}
(?:for )?(?:media|press|more|further|additional)(?: media)? ASKED,? (?:please )?CALL\b:?(?=.*NUMBER).{3,200}
(?:please )?write to us(?: at)? ?:?(?=.*\w@\w).{3,120}
(?:letters to the editor|(?:please )?send (?:us )?your TIPS(?: to)?) ?:?(?=.*\w@\w).{3,120}
do you have an? (?:story|tip|question)\?(?=.*\w@\w).{3,140}
(?:journal reference|doi) ?: ?.{0,240}\b10\.\d{4}.{0,60}
(?:presse-?kontakt|kontakt|contacts? presse) ?: ?(?=.*NUMBER)\S.{3,200}
"""

_LED = r"""
[^.!?:]{2,120}[(\[](?:pdf|docx?|xlsx?|odt)[,;·]? ?\d[\d.,]* ?[km]b[)\]]
[^.!?:]{2,40}: sponsored (?:content|links?|opportunity|message|stories|post)
(?:[^.!?]{2,60}\? )?(?:please )?(?:forward|share) (?:it|this(?: (?:MAIL|issue))?) (?:to|with) FRIEND\b.{0,60}
[^.!?]{4,160}[(\[](?:file|archive|stock) (?:photo|picture|image)[)\]]
[^.!?]{4,80}\bWRITES\b[^.!?]{0,120}\. (?:(?:you can )?REACH\b|(?:she|he|they) can be reached\b).{0,100}
"""
_LED_SIGNS = (
    "reach",
    "contact",
    "follow",
    "mail",
    "write",
    "photo",
    "picture",
    "image",
    "forward",
    "share",
    "sponsored",
    "kb)",
    "mb)",
    "kb]",
    "mb]",
)
"""Words in small letters of which one is in each line of ``_LED``: to try those patterns on every line takes long."""

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
life|lifestyle|style|letters|travel|tech|technology|science|health|climate|environment|education|weather|video|videos|podcasts?
live|newsletters?|more|subscribe|log ?in|sign ?in|shop|jobs|local|national|international|europe|asia|africa
startseite|politik|wirtschaft|kultur|wissen|panorama|meinung|accueil|politique|économie|monde|société
"""

TRIM = " \t.:!>»→…[]()*|–—-"
"""What may stand around a fixed wording."""


_NOT_SMALL = re.compile(r"\\.|[A-ZÀ-Þ]")


def _one_of(*lists: str) -> re.Pattern[str]:
    patterns = (line for listed in lists for line in listed.split("\n") if line and not line.startswith("# "))
    return re.compile(_small("|".join(f"(?:{spelt_out(line)})" for line in patterns)))


def _small(pattern: str) -> str:
    """A pattern for lines in small letters, which takes a fraction of the time of one for any case."""
    return _NOT_SMALL.sub(lambda match: match[0] if match[0][0] == "\\" else match[0].lower(), pattern)


# Made when first used: they take longer than the rest of the package to import.
@cache
def fixed() -> re.Pattern[str]:
    """Lines (in small letters, as for all of these) that are furniture wherever they stand."""
    return _one_of(_LINKS, _FIXED)


@cache
def _open_worded() -> re.Pattern[str]:
    return _one_of(_OPEN)


@cache
def _led() -> re.Pattern[str]:
    return _one_of(_LED)


def is_open_worded(line: str) -> bool:
    """Whether a line, in small letters, has free words and is furniture where it stands apart from running text."""
    return bool(_open_worded().fullmatch(line)) or (
        any(map(line.__contains__, _LED_SIGNS)) and bool(_led().fullmatch(line))
    )


@cache
def beside() -> re.Pattern[str]:
    """Lines that are furniture only next to other furniture."""
    return _one_of(_BESIDE)


@cache
def links() -> re.Pattern[str]:
    """Wordings under which a list of links to other articles may stand."""
    return _one_of(_LINKS)


TOPICS = re.compile(
    r"(?:related|more on these) topics|filed under|tags|themen zum artikel|schlagwörter|mots-clés|sur ces thèmes"
)
"""Headings, in small letters, of a list of single words at the end of an article."""


@cache
def menu() -> re.Pattern[str]:
    """Sections of a paper: several in a row are its menu."""
    return _one_of(_MENU)


REPORTS = re.compile(
    r"\b(?:said|says|say|told|tells|adds?|added|warned|warns|urged|wrote|announced|according to|argued|claimed"
    r"|reported|spokes\w+|sagte|teilte|déclaré|a dit|selon)\b",
    re.IGNORECASE,
)
"""A sentence that reports what somebody said belongs to the article."""
