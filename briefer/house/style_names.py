"""What Word's own styles are called in the languages that it ships most.

Word itself keeps the English names in its files; other programs, and documents that went through them, keep those
that the reader saw. A style of the same name does the same work, whoever made it.
"""

from __future__ import annotations

import functools
import re

_NAMES: dict[str, dict[str, str]] = {
    "Normal": {
        "en": "normal|default paragraph style", "de": "standard", "fr": "normal", "es": "normal", "it": "normale",
        "nl": "standaard", "pt": "normal", "pl": "normalny", "sv": "normal", "da": "normal", "nb": "normal",
        "fi": "normaali", "cs": "normální", "hu": "normál", "ru": "обычный", "zh": "正文|內文", "ja": "標準",
        "ko": "표준",
    },
    "Heading": {
        "en": "heading", "de": "überschrift", "fr": "titre", "es": "título", "it": "titolo", "nl": "kop",
        "pt": "título|cabeçalho", "pl": "nagłówek", "sv": "rubrik", "da": "overskrift", "nb": "overskrift",
        "fi": "otsikko", "cs": "nadpis", "hu": "címsor", "ru": "заголовок", "sl": "naslov", "lt": "antraštė",
        "et": "pealkiri", "tr": "başlık", "el": "επικεφαλίδα", "zh": "标题|標題", "ja": "見出し", "ko": "제목",
    },
    "Title": {
        "en": "title", "de": "titel", "fr": "titre", "es": "título|puesto", "it": "titolo", "nl": "titel",
        "pt": "título", "pl": "tytuł", "sv": "rubrik|titel", "da": "titel", "nb": "tittel", "fi": "otsikko",
        "cs": "název", "hu": "cím", "ru": "название", "zh": "标题|標題", "ja": "表題", "ko": "제목",
    },
    "ListBullet": {
        "en": "list bullet|bullet list", "de": "aufzählungszeichen", "fr": "liste à puces",
        "es": "lista con viñetas", "it": "punto elenco", "nl": "lijst opsom.teken",
        "pt": "lista com marcas|commarcadores", "pl": "lista punktowana", "sv": "punktlista",
        "da": "opstilling - punkttegn", "nb": "punktliste",
        "fi": "merkitty luettelo", "cs": "seznam s odrážkami", "else": "list paragraph",
    },
    "ListNumber": {
        "en": "list number|numbered list", "de": "listennummer", "fr": "liste à numéros",
        "es": "lista con números", "it": "numero elenco", "nl": "lijstnummering", "pt": "lista numerada|numerada",
        "pl": "lista numerowana", "sv": "numrerad lista", "da": "opstilling - talnummereret", "nb": "nummerert liste",
        "fi": "numeroitu luettelo", "cs": "číslovaný seznam", "else": "list paragraph",
    },
    "ListContinue": {
        "en": "list continue", "de": "listenfortsetzung", "fr": "liste continue",
        "es": "continuar lista", "it": "elenco continua", "nl": "lijstvoortzetting", "pt": "lista de continuação",
        "pl": "lista - kontynuacja", "sv": "listfortsättning", "da": "opstilling - forts.", "nb": "liste - forts.",
        "fi": "jatkoluettelo", "cs": "pokračování seznamu", "else": "list paragraph",
    },
    "Quote": {
        "en": "quote", "de": "zitat", "fr": "citation", "es": "cita", "it": "citazione",
        "nl": "citaat", "pt": "citação", "pl": "cytat", "sv": "citat", "da": "citat", "nb": "sitat",
        "fi": "lainaus|sitaatti", "cs": "citát|citace", "else": "block text|intense quote",
    },
    "SourceCode": {
        "en": "source code|html preformatted", "de": "html vorformatiert", "fr": "préformaté html",
        "es": "html con formato previo", "it": "preformattato html", "nl": "html - vooraf opgemaakt",
        "pt": "pré-formatação html", "pl": "html - wstępnie sformatowany", "sv": "html - förformaterad",
        "da": "formateret html", "nb": "html-forhåndsformatert", "fi": "html-esimuotoiltu",
        "cs": "formátovaný v html",
    },
    "FootnoteText": {
        "en": "footnote text|footnote", "de": "fußnotentext", "fr": "note de bas de page", "es": "texto nota pie",
        "it": "testo nota a piè di pagina", "nl": "voetnoottekst", "pt": "texto de nota de rodapé",
        "pl": "tekst przypisu dolnego", "sv": "fotnotstext", "da": "fodnotetekst", "nb": "fotnotetekst",
        "fi": "alaviitteen teksti", "cs": "text pozn. pod čarou",
    },
    "FootnoteReference": {
        "en": "footnote reference|footnote anchor|footnote characters", "de": "fußnotenzeichen",
        "fr": "appel note de bas de p.", "es": "ref. de nota al pie", "it": "rimando nota a piè di pagina",
        "nl": "voetnootmarkering", "pt": "ref. de nota de rodapé", "pl": "odwołanie przypisu dolnego",
        "sv": "fotnotsreferens", "da": "fodnotehenvisning", "nb": "fotnotereferanse", "fi": "alaviitteen viite",
        "cs": "značka pozn. pod čarou",
    },
    "MemoTable": {
        "en": "memo table|table grid", "de": "tabellenraster", "fr": "grille du tableau",
        "es": "tabla con cuadrícula", "it": "griglia tabella", "nl": "tabelraster",
        "pt": "tabela com grelha|tabela com grade",
        "pl": "tabela - siatka", "sv": "tabellrutnät", "da": "tabel - gitter", "nb": "tabellrutenett",
        "fi": "taulukko ruudukko", "cs": "mřížka tabulky",
    },
    "TableText": {"en": "table text|table contents", "de": "tabellentext|tabelleninhalt", "fr": "contenu de tableau"},
    "TableHeading": {"en": "table heading|table header", "de": "tabellenüberschrift", "fr": "titre de tableau"},
    "Hyperlink": {
        "en": "hyperlink|internet link", "de": "hyperlink", "fr": "lien hypertexte", "es": "hipervínculo",
        "it": "collegamento ipertestuale", "nl": "hyperlink", "pt": "hiperligação|hiperlink", "pl": "hiperłącze",
        "sv": "hyperlänk", "da": "hyperlink", "nb": "hyperkobling", "fi": "hyperlinkki", "cs": "hypertextový odkaz",
    },
    "Header": {
        "en": "header", "de": "kopfzeile", "fr": "en-tête", "es": "encabezado", "it": "intestazione",
        "nl": "koptekst", "pt": "cabeçalho", "pl": "nagłówek", "sv": "sidhuvud", "da": "sidehoved", "nb": "topptekst",
        "fi": "ylätunniste", "cs": "záhlaví",
    },
    "CommentText": {
        "en": "annotation text", "de": "kommentartext", "fr": "commentaire", "es": "texto comentario",
        "it": "testo commento", "nl": "tekst opmerking", "pt": "texto de comentário", "pl": "tekst komentarza",
        "sv": "kommentarer", "da": "kommentartekst", "nb": "merknadstekst", "fi": "kommentin teksti",
        "cs": "text komentáře",
    },
    "CommentReference": {
        "en": "annotation reference", "de": "kommentarzeichen", "fr": "marque de commentaire",
        "es": "ref. de comentario", "it": "rimando commento", "nl": "verwijzing opmerking",
        "pt": "ref. de comentário", "pl": "odwołanie do komentarza", "sv": "kommentarsreferens",
        "da": "kommentarhenvisning",
        "nb": "merknadsreferanse", "fi": "kommentin viite", "cs": "odkaz na komentář",
    },
}  # fmt: skip
"""Our style → language → what it is called there, a bar between names; a heading's level follows its name.

``else`` has what does the work where nothing better is there."""


@functools.cache
def names_of(ours: str) -> tuple[str, ...]:
    """What a style may be called that does the work of one of ours, in lower case, the likeliest first.

    Of a style that is our own, such as ``TickLine``, only its own name.
    """
    known = _NAMES.get(ours)
    if known is None:
        return (re.sub(r"(?<=[a-z])(?=[A-Z])", " ", ours).lower(),)
    return tuple(dict.fromkeys(name for names in known.values() for name in names.split("|")))


def heading_level(name: str) -> int | None:
    """The level of the heading that a style of this name is, as in “Überschrift 2”; None if it is none."""
    found = _heading().fullmatch(name.strip())
    return int(found[1]) if found else None


@functools.cache
def _heading() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, names_of('Heading')))})\s*([1-9])", re.IGNORECASE)
